"""What a person is on an ad account, by whichever way, and whether that allows something (domain.md 2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import AssetKind, least, mightiest
from bcdesktop.core.policy import AdAction, ad_may
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services import _reached
from bcdesktop.store.tables import Asset, AssetAccess, Member, MemberAsset, Person


@dataclass(frozen=True)
class AdRole:
    """What one person is on one ad account.

    ``role`` is None for nobody; ``sees_numbers`` is False where every way to it hides them (A2-06). ``centers`` are
    the Business Centers through which the person reaches it.
    """

    role: AssetRole | None
    sees_numbers: bool
    centers: tuple[str, ...]
    is_owner: bool


def ad_role(session: Session, person_id: str, asset: Asset) -> AdRole:
    """Return what a person is on ``asset``: its owner, or what their Business Centers gave them, the higher counts."""
    columns: tuple[Any, ...] = (
        AssetAccess.business_center_id,
        col(AssetAccess.role).label("maximum"),
        MemberAsset.role,
        MemberAsset.hides_numbers,
    )
    rows = (
        select(*columns)
        .join(Member, col(Member.business_center_id) == col(AssetAccess.business_center_id))
        .join(
            MemberAsset,
            (col(MemberAsset.member_id) == col(Member.id)) & (col(MemberAsset.asset_id) == col(AssetAccess.asset_id)),
        )
        .where(
            col(AssetAccess.asset_id) == asset.id,
            col(Member.person_id) == person_id,
            col(Member.status) == MemberStatus.BOUND,
            _reached.accepted(),
        )
    )
    given = [(center, least(limit, role), hides) for center, limit, role, hides in session.execute(rows)]
    is_owner = asset.owner_person_id == person_id
    roles = [role for _center, role, _hides in given] + ([AssetRole.ADMIN] if is_owner else [])
    sees = is_owner or any(not hides for _center, _role, hides in given)
    return AdRole(mightiest(roles), sees, tuple(center for center, _role, _hides in given), is_owner)


def ad_account(session: Session, asset_id: str) -> Asset:
    """Return an ad account by its id. Raises NotFound."""
    asset = session.get(Asset, asset_id)
    if asset is None or asset.kind is not AssetKind.AD_ACCOUNT:
        raise NotFound(AssetKind.AD_ACCOUNT.value, asset_id)
    return asset


def require(session: Session, person_id: str, asset_id: str, action: AdAction) -> tuple[Asset, AdRole]:
    """Return an ad account and what the person is on it.

    Raises NotFound for somebody without any role there, who learns nothing about it; NotAllowed with the names of those
    who may where the role is too small, or where numbers are hidden.
    """
    asset = ad_account(session, asset_id)
    role = ad_role(session, person_id, asset)
    if role.role is None:
        raise NotFound(AssetKind.AD_ACCOUNT.value, asset_id)
    hidden = action is AdAction.SEE_NUMBERS and not role.sees_numbers
    if hidden or not ad_may(action, role.role):
        raise NotAllowed(action.value, admin_names(session, asset))
    return asset, role


def admin_names(session: Session, asset: Asset) -> tuple[str, ...]:
    """Return the names of the admins of an ad account, its owner too, in order."""
    rows = (
        select(Person.name)
        .join(Member, col(Member.person_id) == col(Person.id))
        .join(MemberAsset, col(MemberAsset.member_id) == col(Member.id))
        .where(
            MemberAsset.asset_id == asset.id,
            MemberAsset.role == AssetRole.ADMIN,
            Member.status == MemberStatus.BOUND,
        )
    )
    names = set(session.exec(rows))
    if asset.owner_person_id is not None:
        names.add(session.get_one(Person, asset.owner_person_id).name)
    return tuple(sorted(names))
