"""Links between TikTok accounts and ad accounts that end because something else ends, and the ads that pause with it.

Every way in which a link or a share ends goes through ``GrantBook.drop_link`` or ``drop_share``, and those through
here (decisions.md, Running ads when a link ends).
"""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from bcdesktop.core.ads import PauseReason
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import _pausing
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import Ad, AdLink, Asset, PartnerShare, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def end_of_link(unit: UnitOfWork, actor: EntryActor, link: TikTokAccountLink) -> None:
    """Unlink an account that is no longer linked to its Business Center from every ad account."""
    _pausing.pause(unit, actor, PauseReason.LINK_ENDED, col(Ad.link_id) == link.id)
    _unlink(unit, actor, col(AdLink.link_id) == link.id, link.id, link.handle)


def end_of_share(unit: UnitOfWork, actor: EntryActor, share: PartnerShare, reason: PauseReason) -> None:
    """Unlink an account that a partner no longer shares, or no longer for ads, from the ad accounts it was used in."""
    _pausing.pause(unit, actor, reason, col(Ad.share_id) == share.id)
    _unlink(unit, actor, col(AdLink.share_id) == share.id, share.id, share.handle)


def _unlink(unit: UnitOfWork, actor: EntryActor, which: Any, account_ref: str, handle: str) -> None:
    rows = select(AdLink, Asset.name).join(Asset, col(Asset.id) == col(AdLink.asset_id)).where(which)
    by_center: dict[str, list[str]] = {}
    for ad_link, name in unit.session.exec(rows.order_by(col(Asset.name))).all():
        by_center.setdefault(ad_link.business_center_id, []).append(name)
        unit.session.delete(ad_link)
        unit.changed(ChangeKind.AD_LINK, account_ref, ad_link.asset_id)
    unit.session.flush()
    for center_id, names in by_center.items():
        note_account(unit, center_id, actor, ActivityAction.AD_ACCOUNT_UNLINKED, (account_ref, f"@{handle}"), names)


def note_account(
    unit: UnitOfWork,
    center_id: str,
    actor: EntryActor,
    action: ActivityAction,
    account: tuple[str, str],
    ad_accounts: list[str],
) -> None:
    """Write the entry about an account, by id and name, and the ad accounts it was linked to or unlinked from."""
    body = {"ad_accounts": ad_accounts[: _pausing.NAMED], "number": len(ad_accounts)}
    unit.record(center_id, actor, action, "tiktok_account", account[0], body, object_name=account[1])
