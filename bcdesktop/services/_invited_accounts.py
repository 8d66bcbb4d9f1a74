"""The accounts that are given with an invitation: own linked ones, and those a partner shares (domain.md 6.1.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import least
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _assets
from bcdesktop.services._assets import FoundAsset
from bcdesktop.services._grants import Asset
from bcdesktop.services.people_errors import RoleAboveShare
from bcdesktop.store.tables import Invitation


@dataclass(frozen=True)
class InvitedAccount:
    """One account that is there, with the role that is given."""

    asset: Asset
    role: AssetRole


def check_accounts(
    session: Session, center_id: str, accounts: Iterable[tuple[str, AssetRole]], now: datetime
) -> list[list[str]]:
    """Return ``accounts`` as an invitation keeps them, each once. Raises NotFound, LinkNotActive, RoleAboveShare."""
    roles = dict(accounts)
    found = _assets.find(session, center_id, tuple(roles), now)
    for asset_id, role in roles.items():
        account = found[asset_id]
        account.require_active()
        if least(role, account.limit) is not role:
            raise RoleAboveShare(account.handle, account.owner_name or "")
    return [[asset_id, role.value] for asset_id, role in roles.items()]


def accounts_there(session: Session, invitation: Invitation, now: datetime) -> tuple[InvitedAccount, ...]:
    """Return the accounts of ``invitation`` that are still there, never with more than what is shared by now."""
    there = []
    for asset_id, role in invitation.accounts:
        found = _found(session, invitation.business_center_id, asset_id, now)
        if found is not None and found.state is LinkState.ACTIVE:
            there.append(InvitedAccount(found.asset, least(AssetRole(role), found.limit)))
    return tuple(there)


def _found(session: Session, center_id: str, asset_id: str, now: datetime) -> FoundAsset | None:
    try:
        return _assets.find_one(session, center_id, asset_id, now)
    except NotFound:
        return None
