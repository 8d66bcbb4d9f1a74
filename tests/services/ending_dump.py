"""Whether what an ending announced is exactly what changed: a dump of every table before and after, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from bcdesktop.core.ending import EffectKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.services import assets
from bcdesktop.services._invited_accounts import accounts_there
from bcdesktop.store.tables import METADATA, AssetAccess, Invitation

BOOKS = {
    "activity_entry",
    "activity_head",
    "change_row",
    "command_key",
    "store_meta",
    "grant_change",
    "end_receipt",
    "mail",
}
"""Where an ending is written down; these only grow."""

VERSION = {"version"}
EXPLAINED = {
    "tiktok_account_link": (
        {EffectKind.LINK_ENDS},
        {"state", "ended_at", "ended_by", "end_reason", "revocation_cose", "needs_confirmation"} | VERSION,
    ),
    "person_link": ({EffectKind.LINK_ENDS}, {"ended_at", "ended_by"}),
    "member": ({EffectKind.MEMBERSHIP_ENDS}, {"status", "left_at"}),
    "partnership": ({EffectKind.PARTNERSHIP_ENDS}, {"state", "ended_at", "ended_by", "sequence"} | VERSION),
    "ad": ({EffectKind.AD_PAUSES}, {"status", "pause_reason", "status_at", "last_active_at"} | VERSION),
    "asset_access": ({EffectKind.AD_ACCOUNT_LOST, EffectKind.PARTNER_LOSES}, None),
    "ad_link": ({EffectKind.AD_ACCOUNT_UNLINKED}, None),
    "member_tiktok_account": ({EffectKind.MEMBER_LOSES}, None),
    "member_partner_share": ({EffectKind.MEMBER_LOSES}, None),
    "member_asset": ({EffectKind.MEMBER_LOSES}, None),
    "partner_share": ({EffectKind.PARTNER_LOSES}, None),
    "access_request": ({EffectKind.REQUEST_WITHDRAWN}, {"state", "decided_at"} | VERSION),
    "ad_account_request": ({EffectKind.REQUEST_WITHDRAWN}, {"state", "decided_at", "decided_by"} | VERSION),
    "admin_request": ({EffectKind.REQUEST_WITHDRAWN}, {"state", "decided_at", "decided_by"}),
    "invitation": ({EffectKind.INVITATION_WITHDRAWN}, {"state", "decided_at"} | VERSION),
    "kept_session": ({EffectKind.SESSION_ENDS}, {"ended_at"}),
    "connected_app": ({EffectKind.APP_REMOVED}, {"removed_at"}),
    "directory_account": ({EffectKind.CLAIM_RELEASED}, {"claimed_by"}),
}
"""By table: the effects that explain a changed row, and the columns that change; None: the row goes."""


@dataclass(frozen=True)
class Dump:
    """Every row of every table by its key, and what is computed from them."""

    rows: dict[str, dict[object, dict[str, object]]]
    syncing: dict[tuple[str, str], str]
    invited: dict[str, list[str]]


def dump(world, *admins):
    """Return everything there is; ``admins`` are of the Business Centers whose assets are looked at."""
    rows: dict[str, dict[object, dict[str, object]]] = {}
    with world.store.read() as session:
        for table in METADATA.sorted_tables:
            keys = [column.name for column in table.primary_key]
            found = session.execute(select(table)).mappings()
            rows[table.name] = {tuple(row[key] for key in keys): dict(row) for row in found}
        invited = {
            invitation.id: [one.asset.name for one in accounts_there(session, invitation, world.clock.now())]
            for invitation in session.scalars(select(Invitation))
        }
    syncing = {}
    for admin in admins:
        for kind in (AssetKind.CATALOG, AssetKind.PIXEL, AssetKind.AUDIENCE):
            for row in assets.list_all(world.context, admin, kind):
                syncing[row.id, admin.business_center_name] = row.sync.state.value
    return Dump(rows, syncing, invited)


def unexplained(before, after, effects):
    """Return what changed without being announced, was announced without changing, or is not in the history."""
    changed, problems = _changed_rows(before, after)
    problems += _not_announced(before, changed, effects)
    problems += _not_changed(changed, effects)
    problems += _computed(before, after, effects)
    return problems + _left_behind(before, after) + _history(before, after)


def _changed_rows(before, after):
    """Return {table: {id: columns that changed, None where the row is gone}}, and what no ending may do."""
    changed, problems = {}, []
    for table, old in before.rows.items():
        new = after.rows[table]
        if table in BOOKS:
            problems += [f"{table} lost {key}" for key in old.keys() - new.keys()]
            continue
        problems += [f"{table} has a new row {key}" for key in new.keys() - old.keys()]
        for key, row in old.items():
            if key not in new:
                changed.setdefault(table, {})[key[0]] = None
            elif new[key] != row:
                columns = {name for name in row if row[name] != new[key][name]}
                changed.setdefault(table, {})[key[0]] = columns
    return changed, problems


def _not_announced(before, changed, effects):
    announced = {(effect.kind, effect.id) for effect in effects.effects}
    problems = []
    for table, rows in changed.items():
        for id_, columns in rows.items():
            if _follows(before, changed, table, id_, columns):
                continue
            if table not in EXPLAINED:
                problems.append(f"{table} {id_} changed {columns}")
                continue
            kinds, allowed = EXPLAINED[table]
            if not any((kind, id_) in announced for kind in kinds):
                problems.append(f"{table} {id_} was not announced")
            is_as_expected = columns is None if allowed is None else columns is not None and columns <= allowed
            if not is_as_expected:
                problems.append(f"{table} {id_} changed {columns}")
    return problems


def _follows(before, changed, table, id_, columns):
    """Tell whether a row follows from another: numbers of partner texts, and links of what is reached no longer."""
    if table == "partnership" and columns == {"sequence", "version"}:
        lost = changed.get("partner_share", {})
        return any(before.rows["partner_share"][(share,)]["partnership_id"] == id_ for share in lost)
    if table == "asset_link" and columns == {"unlinked_at", "unlinked_by"}:
        row = before.rows["asset_link"][(id_,)]
        lost = [before.rows["asset_access"][(access,)] for access in changed.get("asset_access", {})]
        return any(
            one["business_center_id"] == row["business_center_id"]
            and one["asset_id"] in (row["asset_id"], row["ad_account_id"])
            for one in lost
        )
    return False


def _not_changed(changed, effects):
    tables = {kind: [table for table, (kinds, _c) in EXPLAINED.items() if kind in kinds] for kind in EffectKind}
    return [
        f"{effect.kind} {effect.id} was announced and did not happen"
        for effect in effects.effects
        if tables[effect.kind] and not any(effect.id in changed.get(table, {}) for table in tables[effect.kind])
    ]


def _computed(before, after, effects):
    stopped = {
        key
        for key, state in before.syncing.items()
        if after.syncing.get(key) != state and (state == "syncing" or after.syncing.get(key) == "stopped")
    }
    told = {(one.id, one.holder) for one in effects.of_kind(EffectKind.ASSET_STOPS_SYNCING)}
    problems = [f"syncing: {pair}" for pair in stopped ^ told]
    withdrawn = {one.id for one in effects.of_kind(EffectKind.INVITATION_WITHDRAWN)}
    less = {
        (id_, name)
        for id_, names in before.invited.items()
        for name in set(names) - set(after.invited[id_])
        if id_ not in withdrawn
    }
    told = {(one.id, one.subject) for one in effects.of_kind(EffectKind.INVITATION_LOSES)}
    return problems + [f"invitation: {pair}" for pair in less ^ told]


def _left_behind(before, after):
    """Return what should have followed: links of what is reached no longer, numbers of what is shared no longer."""
    lost = {(row["business_center_id"], row["asset_id"]) for row in _gone(before, after, "asset_access")}
    problems = [
        f"asset_link {row['id']} still holds"
        for row in after.rows["asset_link"].values()
        if row["unlinked_at"] is None
        and {(row["business_center_id"], row["asset_id"]), (row["business_center_id"], row["ad_account_id"])} & lost
    ]
    told = {row["partnership_id"] for row in _gone(before, after, "partner_share")}
    return problems + [
        f"partnership {id_} did not count up"
        for id_ in told
        if after.rows["partnership"][(id_,)]["sequence"] <= before.rows["partnership"][(id_,)]["sequence"]
    ]


def _history(before, after):
    """Return the grants and shares that are gone without a line in the history."""
    told = [row for key, row in after.rows["grant_change"].items() if key not in before.rows["grant_change"]]
    lines = {(row["asset_id"], row["holder_id"]) for row in told if row["after"] is None}
    wanted = set()
    for table, asset in (
        ("member_tiktok_account", "link_id"),
        ("member_partner_share", "share_id"),
        ("member_asset", "asset_id"),
    ):
        wanted |= {(row[asset], row["member_id"]) for row in _gone(before, after, table)}
    wanted |= {(row["link_id"], row["partnership_id"]) for row in _gone(before, after, "partner_share")}
    wanted |= {
        (row["asset_id"], row["partnership_id"])
        for row in _gone(before, after, AssetAccess.__tablename__)
        if row["partnership_id"]
    }
    return [f"history: {pair}" for pair in lines ^ wanted]


def _gone(before, after, table):
    return [row for key, row in before.rows[table].items() if key not in after.rows[table]]
