"""End dates of what members were given and of partnerships: set, moved, taken away; the clock ends by them (13.14)."""

from __future__ import annotations

from datetime import datetime

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import DateNotAhead, NotFound
from bcdesktop.core.policy import Action, may
from bcdesktop.services import _assets, _commands, _ends, _partner_rows
from bcdesktop.services._partner_log import KIND, OPEN, note
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.end_date_records import EndingSoon
from bcdesktop.services.home_records import Few
from bcdesktop.services.people_errors import PartnershipNotOpen
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Partnership
from bcdesktop.store.unit_of_work import UnitOfWork


def set_for_grant(context: Context, actor: Actor, asset_id: str, member_id: str, ends_at: datetime | None) -> None:
    """Let a member's access to an asset end at a time, later than before or earlier; None takes the date away.

    The date stays when the role changes and goes with the grant. Raises DateNotAhead("ends_at"), NotAllowed, NotFound.
    """
    _require_ahead(context, ends_at)

    def work(unit: UnitOfWork) -> None:
        asset = _assets.find_one(unit.session, actor.business_center_id, asset_id, unit.now).asset
        found = _ends.grant(unit.session, actor.business_center_id, asset, member_id)
        if found is None:
            raise NotFound("grant", f"{asset_id}:{member_id}")
        row, name = found
        before = row.ends_at
        if before == ends_at:
            return
        row.ends_at = ends_at
        unit.session.add(row)
        body = {"member": name, "previous_ends_at": before, "ends_at": ends_at}
        by, action = _commands.entry_actor(actor), _action(ends_at)
        unit.record(asset.business_center_id, by, action, asset.kind.value, asset.id, body, object_name=asset.name)
        unit.changed(ChangeKind.GRANT, asset.id)

    _commands.run(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS, work)


def set_for_partnership(context: Context, actor: Actor, partnership_id: str, ends_at: datetime | None) -> None:
    """Let a partnership end at a time, with everything it shares; None takes the date away.

    Raises DateNotAhead("ends_at"), NotAllowed, PartnershipNotOpen, and NotFound for anybody but the side that shares.
    """
    _require_ahead(context, ends_at)

    def work(unit: UnitOfWork) -> None:
        row = _partner_rows.own(unit.session, actor.business_center_id, partnership_id)
        if row.owner_center_id != actor.business_center_id:
            raise NotFound(KIND, partnership_id)
        if row.state not in OPEN:
            raise PartnershipNotOpen(row.state)
        before = row.ends_at
        if before == ends_at:
            return
        if not unit.compare_and_set(Partnership, row.id, {"state": OPEN}, {"ends_at": ends_at}):
            raise PartnershipNotOpen(row.state)
        body = {"previous_ends_at": before, "ends_at": ends_at}
        note(unit, _commands.entry_actor(actor), row, _action(ends_at), body)

    _commands.run(context, actor, Action.CHANGE_PARTNER, work)


def ending_soon(context: Context, actor: Actor) -> Few[EndingSoon]:
    """Return what ends by its date within the next seven days, the soonest first, and how many there are.

    Admins get every link, grant and partnership of the Business Center, others what was given to themselves. Raises
    NotFound for somebody who is no member.
    """
    with context.store.read() as session:
        me = _commands.working_member(session, actor)
        if me is None:
            raise NotFound("business_center", actor.business_center_id)
        sees_all = may(Action.SEE_ACCESS_MATRIX, me.role)
        found = _ends.soon(session, me, context.clock.now(), sees_all=sees_all)
    return Few(tuple(found[: _ends.SHOWN]), len(found))


def _require_ahead(context: Context, ends_at: datetime | None) -> None:
    if ends_at is not None and ends_at <= context.clock.now():
        raise DateNotAhead("ends_at")


def _action(ends_at: datetime | None) -> ActivityAction:
    return ActivityAction.ACCESS_END_CLEARED if ends_at is None else ActivityAction.ACCESS_END_SET
