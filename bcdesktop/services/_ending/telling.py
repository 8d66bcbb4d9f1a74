"""What the logs say about what stops with an ending, and which windows are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.ending import EffectKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.services._ending.plan import EndedAdLink, PausedAd, Plan
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.store.activity import STORE_CHAIN, EntryActor
from bcdesktop.store.unit_of_work import UnitOfWork

NAMED = 20
"""Names in one entry of the log."""


def tell(unit: UnitOfWork, actor: EntryActor, plan: Plan) -> None:
    """Write the entries about everything but grants and the ending itself, and say what changed."""
    with unit.many():
        _ads(unit, actor, plan.ads.values())
        _ad_links(unit, actor, plan.ad_links.values())
        _withdrawn(unit, actor, plan)
    _changed(unit, plan)


def note_account(
    unit: UnitOfWork,
    center_id: str,
    actor: EntryActor,
    action: ActivityAction,
    account: tuple[str, str],
    ad_accounts: Sequence[str],
) -> None:
    """Write the entry about an account, by id and name, and the ad accounts it was linked to or unlinked from."""
    body = {"ad_accounts": list(ad_accounts[:NAMED]), "number": len(ad_accounts)}
    unit.record(center_id, actor, action, "tiktok_account", account[0], body, object_name=account[1])


def note_ad_accounts(unit: UnitOfWork, actor: EntryActor, ad_links: Iterable[EndedAdLink]) -> None:
    """Write an entry for each ad account about the TikTok accounts that were unlinked from it one by one."""
    by_asset: dict[tuple[str, str, str | None, str], list[str]] = defaultdict(list)
    for one in ad_links:
        by_asset[one.asset_id, one.asset_name, one.asset_owner_id, one.center_id].append(f"@{one.handle}")
    with unit.many():
        for (asset_id, name, owner_id, center_id), handles in by_asset.items():
            body = {"accounts": sorted(handles)[:NAMED], "number": len(handles)}
            unlinked, kind = ActivityAction.AD_ACCOUNT_UNLINKED, AssetKind.AD_ACCOUNT.value
            for chain in dict.fromkeys((owner_id or STORE_CHAIN, center_id)):
                unit.record(chain, actor, unlinked, kind, asset_id, body, object_name=name)


def _ads(unit: UnitOfWork, actor: EntryActor, ads: Iterable[PausedAd]) -> None:
    by_account: dict[str, list[PausedAd]] = defaultdict(list)
    for ad in ads:
        by_account[ad.asset_id].append(ad)
    for asset_id, of_account in by_account.items():
        first = of_account[0]
        names = sorted(ad.name for ad in of_account)
        body = {"number": len(names), "ads": names[:NAMED], "reason": first.reason}
        chain = first.asset_owner_id or STORE_CHAIN
        kind = AssetKind.AD_ACCOUNT.value
        unit.record(chain, actor, ActivityAction.ADS_PAUSED, kind, asset_id, body, object_name=first.asset_name)
        unit.changed(ChangeKind.AD, asset_id)


def _ad_links(unit: UnitOfWork, actor: EntryActor, ad_links: Iterable[EndedAdLink]) -> None:
    by_account: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for one in ad_links:
        by_account[one.center_id, one.account_ref, one.handle].append(one.asset_name)
    for (center_id, ref, handle), names in by_account.items():
        unlinked = ActivityAction.AD_ACCOUNT_UNLINKED
        note_account(unit, center_id, actor, unlinked, (ref, f"@{handle}"), sorted(names))


def _withdrawn(unit: UnitOfWork, actor: EntryActor, plan: Plan) -> None:
    for one in plan.access_requests.values():
        cancelled = ActivityAction.REQUEST_CANCELLED
        unit.record(one.center_id, actor, cancelled, "access_request", one.id, object_name=one.handle)
    for one in plan.ad_account_requests.values():
        told = {"asked_by": one.asked_by, "ad_account_request": one.kind, "role": one.role}
        for chain in dict.fromkeys((one.asset_owner_id or STORE_CHAIN, one.center_id)):
            unit.record(
                chain,
                actor,
                ActivityAction.AD_ACCOUNT_REQUEST_CANCELLED,
                AssetKind.AD_ACCOUNT.value,
                one.asset_id,
                told,
                object_name=one.about,
            )
    for one in plan.invitations.values():
        withdrawn = ActivityAction.INVITATION_WITHDRAWN
        unit.record(one.center_id, actor, withdrawn, "invitation", one.id, {"email": one.about}, object_name=one.about)


def _changed(unit: UnitOfWork, plan: Plan) -> None:
    for link in plan.links.values():
        unit.changed(ChangeKind.TIKTOK_ACCOUNT, link.id)
        if link.request_id is not None:
            unit.changed(ChangeKind.ACCESS_REQUEST, link.request_id)
        unit.changed(ChangeKind.DIRECTORY, link.account_id)
    for share in plan.shares.values():
        unit.changed(ChangeKind.PARTNER, share.partnership_id)
        unit.changed(ChangeKind.GRANT, share.id)
    for reach in plan.reaches.values():
        is_account = reach.kind is AssetKind.AD_ACCOUNT
        unit.changed(ChangeKind.AD_ACCOUNT if is_account else ChangeKind.ASSET, reach.asset_id)
        unit.changed(ChangeKind.GRANT, reach.asset_id)
        if reach.partnership_id is not None:
            unit.changed(ChangeKind.PARTNER, reach.partnership_id)
    for ad_link in plan.ad_links.values():
        unit.changed(ChangeKind.AD_LINK, ad_link.account_ref, ad_link.asset_id)
    stops = [one.id for one in plan.computed if one.kind is EffectKind.ASSET_STOPS_SYNCING]
    for kind, ids in (
        (ChangeKind.ASSET, [*stops, *(one.asset_id for one in plan.asset_links.values())]),
        (ChangeKind.MEMBER, [*plan.members, *plan.invitations]),
        (ChangeKind.PERSON, [member.person_id for member in plan.members.values()]),
        (ChangeKind.PARTNER, [*plan.partnerships]),
        (ChangeKind.AD_LINK, [*plan.person_links]),
        (ChangeKind.ACCESS_REQUEST, [*plan.access_requests]),
        (ChangeKind.AD_ACCOUNT_REQUEST, [*plan.ad_account_requests]),
        (ChangeKind.ADMIN_REQUEST, [*plan.admin_requests]),
    ):
        if ids:
            unit.changed(kind, *ids)
