"""What a partnership shares: the one place that shares an asset, changes its role or stops sharing it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from sqlmodel import col, select

from bcdesktop.core.ad_accounts import AssetRelation
from bcdesktop.core.ads import PauseReason
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import AssetKind, Holder, HolderKind
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _reached
from bcdesktop.services._assets import FoundAsset, require_role_of
from bcdesktop.services._ending import accounts, ads
from bcdesktop.services._ending.carrying import carry_out
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._grants import GrantBook, link_asset, reached_asset, share_asset
from bcdesktop.services._partner_log import name_of_partner
from bcdesktop.services._reached import Reached
from bcdesktop.services.access_errors import OnlyInThisStore, ReachesAlready, TooManyAdAccounts
from bcdesktop.services.people_errors import BelongsToOther
from bcdesktop.store.tables import Asset, PartnerShare, Partnership, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def set_share(
    unit: UnitOfWork,
    book: GrantBook,
    partnership: Partnership,
    link: TikTokAccountLink,
    role: AssetRole | None,
) -> bool:
    """Share an account as ``role``, change the role, or with None stop sharing it; tell whether anything changed.

    A role is lowered in one step (domain.md 13.21): the partner's people who had more are lowered with it. The history
    stands in the owner's book for the partner, and in the partner's for its people. The caller checks that the
    partnership is open and the link active.
    """
    share = share_of(unit, partnership, link)
    if role is None:
        if share is not None:
            drop(unit, book, share)
        return share is not None
    before = None if share is None else share.role
    if not book.note(link_asset(link), partner_holder(partnership), partner_name(partnership), before, role):
        return False
    if share is None:
        share = PartnerShare(
            id=secrets.token_hex(16),
            partnership_id=partnership.id,
            link_id=link.id,
            account_id=link.account_id,
            handle=link.handle,
            display_name=link.display_name,
            role=role,
            shared_at=unit.now,
            shared_by=book.actor.name,
        )
    else:
        lower_members(book, share, partnership, role)
        share.role, share.shared_at, share.shared_by = role, unit.now, book.actor.name
    unit.session.add(share)
    partnership.sequence += 1
    unit.session.add(partnership)
    unit.changed(ChangeKind.PARTNER, partnership.id)
    return True


def set_found(
    unit: UnitOfWork, book: GrantBook, partnership: Partnership, found: FoundAsset, role: AssetRole | None
) -> bool:
    """Do ``set_share`` or ``set_reached`` with an asset of the owner.

    Raises RoleNotForKind, BelongsToOther for what is not the owner's own, and what ``set_reached`` raises.
    """
    if role is not None:
        require_role_of(found.asset.kind, role)
    if found.link is not None:
        return set_share(unit, book, partnership, found.link, role)
    if found.reached is None or found.reached.access.relation is not AssetRelation.OWNER_BC:
        raise BelongsToOther(found.asset.name, found.owner_name or "")
    return set_reached(unit, book, partnership, found.reached.asset, role)


def set_reached(
    unit: UnitOfWork, book: GrantBook, partnership: Partnership, asset: Asset, role: AssetRole | None
) -> bool:
    """Do with an ad account, catalog, pixel or audience of the owner what ``set_share`` does with a TikTok account.

    What is shared in an invitation that waits is remembered, and reached once it is accepted (A4-36). Raises
    OnlyInThisStore, and ReachesAlready for one the partner has by a granted request.
    """
    center_id, name = partnership.partner_center_id, partner_name(partnership)
    access = _reached.access_of(unit.session, center_id, asset.id)
    if access is not None and access.partnership_id != partnership.id:
        raise ReachesAlready(asset.name, name)
    if partnership.is_elsewhere:
        raise OnlyInThisStore(asset.kind, asset.name, name)
    if role is None:
        if access is not None:
            _reached.end(unit, book, Reached(asset, access))
        return access is not None
    mine, before = reached_asset(asset, partnership.owner_center_id), None if access is None else access.role
    if not book.note(mine, partner_holder(partnership), name, before, role):
        return False
    if access is None:
        by = book.actor.name
        _reached.reach(unit, asset, center_id, AssetRelation.OWNER_PARTNER, role, by, partnership_id=partnership.id)
    else:
        lower_access(unit, book, Reached(asset, access), role)
    unit.changed(ChangeKind.PARTNER, partnership.id)
    return True


def drop(unit: UnitOfWork, book: GrantBook, share: PartnerShare) -> None:
    """Stop sharing one account: the partner's ad accounts and people lose it, then the partner does."""
    unit.session.flush()
    plan = Plan(unit.now)
    accounts.end_shares(unit.session, plan, (share.id,))
    carry_out(unit, book, plan)


def lower_members(book: GrantBook, share: PartnerShare, partnership: Partnership, role: AssetRole) -> None:
    """Hold the grants of the partner's people to ``role``, the share's own from now on, and end ads it forbids."""
    unit = book.unit
    if role is not AssetRole.OPERATOR:
        unit.session.flush()
        plan = Plan(unit.now)
        ads.of_shares(unit.session, plan, (share.id,), PauseReason.PERMISSION_LOST)
        carry_out(unit, book, plan)
    book.lower_shared(share_asset(share, partnership.partner_center_id), role)


def lower_access(unit: UnitOfWork, book: GrantBook, reached: Reached, role: AssetRole) -> None:
    """Change the role in which another Business Center reaches an asset; its people who have more are lowered to it."""
    access = reached.access
    book.lower_reached(reached.asset, access.business_center_id, role)
    access.role, access.since, access.given_by = role, unit.now, book.actor.name
    unit.session.add(access)
    _reached.tell(unit, reached.asset)


def check_number(kinds: Iterable[AssetKind]) -> None:
    """Raise TooManyAdAccounts where more than 50 ad accounts are shared in one call (domain.md 4)."""
    current = sum(kind is AssetKind.AD_ACCOUNT for kind in kinds)
    if current > LIMITS.ad_accounts_per_share:
        raise TooManyAdAccounts(LIMITS.ad_accounts_per_share, current)


def share_of(unit: UnitOfWork, partnership: Partnership, link: TikTokAccountLink) -> PartnerShare | None:
    """Return the row of ``link`` in ``partnership``, None where it is not shared in it."""
    rows = select(PartnerShare).where(
        col(PartnerShare.partnership_id) == partnership.id, col(PartnerShare.link_id) == link.id
    )
    return unit.session.exec(rows).first()


def partner_holder(partnership: Partnership) -> Holder:
    """Return the partner as a holder of grants in the owner's book."""
    return Holder(HolderKind.PARTNER, partnership.id)


def partner_name(partnership: Partnership) -> str:
    """Return the partner's name, its id where no name is known yet."""
    return name_of_partner(partnership)
