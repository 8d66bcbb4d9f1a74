"""Who may end the link of a TikTok account, one's own access, or a share, and what that plans (U1 to U5, U9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ending import Effect, EffectKind, Effects, EndWay
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS, AssetKind
from bcdesktop.core.policy import Action, OwnerAction, owner_may
from bcdesktop.services import _assets, _commands
from bcdesktop.services._ending import accounts, open_matters, reaches, syncing
from bcdesktop.services._ending.carrying import How
from bcdesktop.services._ending.engine import Planned
from bcdesktop.services._ending.plan import EndedGrant, Plan
from bcdesktop.services._partner_log import OPEN
from bcdesktop.services._rows import link_state
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.errors import ClaimedCannotBeRevoked, LinkNotActive
from bcdesktop.services.people_errors import BelongsToOther, NoOwnAccess, PartnershipNotOpen
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import (
    AssetAccess,
    BusinessCenter,
    DirectoryAccount,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork


def disconnect(session: Session, actor: Actor, link_id: str, now: datetime) -> Planned:
    """The Business Center gives up a link. Raises NotAllowed, NotFound, BelongsToOther, LinkNotActive."""
    _commands.require(session, actor, Action.DISCONNECT_TIKTOK_ACCOUNT)
    found = _assets.find_one(session, actor.business_center_id, link_id, now)
    if found.asset.kind not in TIKTOK_ACCOUNT_KINDS:
        raise NotFound(AssetKind.TIKTOK_ACCOUNT.value, link_id)
    if found.link is None:
        raise BelongsToOther(found.asset.name, found.owner_name or "")
    return _link_ends(session, found.link, now, EndWay.DISCONNECT, How(LinkState.DISCONNECTED))


def owner(session: Session, link_id: str, now: datetime, revocation: bytes | None = None) -> Planned:
    """The owner takes the account back. Raises NotFound, LinkNotActive, ClaimedCannotBeRevoked."""
    link = session.get(TikTokAccountLink, link_id)
    if link is None:
        raise NotFound(AssetKind.TIKTOK_ACCOUNT.value, link_id)
    planned = _link_ends(session, link, now, EndWay.OWNER, How(LinkState.REVOKED, revocation=revocation))
    account = session.get(DirectoryAccount, link.account_id)
    claimed_by = None if account is None else account.claimed_by
    if not owner_may(OwnerAction.REVOKE_LINK, claimed=claimed_by is not None and claimed_by == link.business_center_id):
        center = session.get(BusinessCenter, claimed_by)
        raise ClaimedCannotBeRevoked(link.handle, "" if center is None else center.name)
    return planned


def for_owner(effects: Effects) -> Effects:
    """Return what an owner may know: whatever stops, without the names of members and of who asked for what."""
    hidden = {EffectKind.MEMBER_LOSES, EffectKind.REQUEST_WITHDRAWN, EffectKind.INVITATION_LOSES}

    def told() -> Iterable[Effect]:
        for one in effects.effects:
            yield Effect(one.kind, one.id, one.subject) if one.kind in hidden else one

    return Effects.of(told())


def own_access(session: Session, actor: Actor, asset_id: str, now: datetime) -> Planned:
    """Somebody gives up their own grant (A0-14). Raises NotAllowed, NotFound, NoOwnAccess."""
    member = _commands.require(session, actor, Action.REMOVE_OWN_ACCESS, assigned=True)
    asset = _assets.find_one(session, actor.business_center_id, asset_id, now).asset
    plan = Plan(now)
    rows: Iterable[EndedGrant]
    if asset.kind is AssetKind.TIKTOK_ACCOUNT:
        mine = (col(MemberTikTokAccount.member_id) == member.id) & (col(MemberTikTokAccount.link_id) == asset_id)
        rows = accounts.grants_of(session, asset.kind, mine)
    elif asset.kind is AssetKind.SHARED_TIKTOK_ACCOUNT:
        mine = (col(MemberPartnerShare.member_id) == member.id) & (col(MemberPartnerShare.share_id) == asset_id)
        rows = accounts.grants_of(session, asset.kind, mine)
    else:
        rows = reaches.grants_of(
            session, col(MemberAsset.member_id) == member.id, col(MemberAsset.asset_id) == asset_id
        )
    plan.grants = {row.id: row for row in rows}
    if not plan.grants:
        raise NoOwnAccess(asset.name)
    removed = ActivityAction.OWN_ACCESS_REMOVED
    return Planned(EndWay.OWN_ACCESS, plan, asset.name, actor.business_center_id, grants_are=removed)


def share(session: Session, actor: Actor, row_id: str, now: datetime) -> Planned:
    """One asset is no longer shared; ``row_id`` is the id of the share, or of the partner's access to an asset.

    Raises NotAllowed, NotFound for anybody but the side that shares, PartnershipNotOpen.
    """
    _commands.require(session, actor, Action.CHANGE_PARTNER)
    shared, access = session.get(PartnerShare, row_id), session.get(AssetAccess, row_id)
    partnership_id = shared.partnership_id if shared is not None else None if access is None else access.partnership_id
    partnership = None if partnership_id is None else session.get(Partnership, partnership_id)
    if partnership is None or partnership.owner_center_id != actor.business_center_id:
        raise NotFound("partner_share", row_id)
    if partnership.state not in OPEN:
        raise PartnershipNotOpen(partnership.state)
    plan = Plan(now)
    if shared is not None:
        accounts.end_shares(session, plan, (row_id,))
    else:
        reaches.end_reaches(session, plan, (row_id,))
    finish(session, plan)
    (name,) = [*(f"@{one.handle}" for one in plan.shares.values()), *(one.name for one in plan.reaches.values())]
    return Planned(EndWay.SHARE, plan, name, actor.business_center_id)


def finish(session: Session, plan: Plan) -> None:
    """Add what stops without a row of its own."""
    syncing.add_stops(session, plan)
    open_matters.tell_invitations_that_give_less(session, plan)


def _link_ends(session: Session, link: TikTokAccountLink, now: datetime, way: EndWay, how: How) -> Planned:
    state = link_state(link, now)
    if state is not LinkState.ACTIVE:
        raise LinkNotActive(state)
    plan = Plan(now)
    accounts.end_links(session, plan, (link.id,))
    open_matters.for_accounts(session, plan, plan.links.values())
    finish(session, plan)
    planned = Planned(way, plan, f"@{link.handle}", link.business_center_id, how=how)

    def log(unit: UnitOfWork, by: EntryActor) -> None:
        note_links(unit, by, planned)

    planned.log = log
    return planned


def note_links(unit: UnitOfWork, by: EntryActor, planned: Planned) -> None:
    """Write the entry about each link that ends."""
    revoked = planned.how.link_state is LinkState.REVOKED
    action = ActivityAction.ACCOUNT_REVOKED if revoked else ActivityAction.ACCOUNT_DISCONNECTED
    for link in planned.plan.links.values():
        body = {"reason": planned.how.reason or "", **planned.body}
        unit.record(link.center_id, by, action, "tiktok_account", link.id, body, object_name=f"@{link.handle}")
