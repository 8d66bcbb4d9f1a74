"""What is given with an invitation: TikTok accounts, ad accounts and other assets (domain.md 6.1.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind, least
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _assets
from bcdesktop.services._assets import FoundAsset
from bcdesktop.services._grants import Asset
from bcdesktop.services.access_errors import TooManyAdAccounts
from bcdesktop.store.tables import Invitation


@dataclass(frozen=True)
class InvitedAccount:
    """One asset that is there, with the role that is given."""

    asset: Asset
    role: AssetRole


def check_accounts(
    session: Session, center_id: str, accounts: Iterable[tuple[str, AssetRole]], now: datetime
) -> list[list[str]]:
    """Return ``accounts`` as an invitation keeps them, each once.

    Raises NotFound, LinkNotActive, AssetEnded, RoleNotForKind, RoleAboveShare, TooManyAdAccounts.
    """
    roles = dict(accounts)
    found = _assets.find(session, center_id, tuple(roles), now)
    ad_accounts = sum(one.asset.kind is AssetKind.AD_ACCOUNT for one in found.values())
    if ad_accounts > LIMITS.ad_accounts_per_invitation:
        raise TooManyAdAccounts(LIMITS.ad_accounts_per_invitation, ad_accounts)
    for asset_id, role in roles.items():
        found[asset_id].require_active()
        found[asset_id].require_role(role)
    return [[asset_id, role.value] for asset_id, role in roles.items()]


def accounts_there(session: Session, invitation: Invitation, now: datetime) -> tuple[InvitedAccount, ...]:
    """Return what ``invitation`` gives and is still there, never with more than what is shared by now."""
    there = []
    for asset_id, role in invitation.accounts:
        found = _found(session, invitation.business_center_id, asset_id, now)
        if found is not None and found.is_active:
            there.append(InvitedAccount(found.asset, least(AssetRole(role), found.limit)))
    return tuple(there)


def _found(session: Session, center_id: str, asset_id: str, now: datetime) -> FoundAsset | None:
    try:
        return _assets.find_one(session, center_id, asset_id, now)
    except NotFound:
        return None
