"""Who owns an ad account, who answers requests for it, and how mail reaches them (domain.md 7.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.errors import NotAllowed
from bcdesktop.core.policy import AdAction
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, MemberStatus
from bcdesktop.services._batches import batches
from bcdesktop.services.ad_records import Answerer
from bcdesktop.store.tables import Asset, BusinessCenter, Member, MemberAsset, Person


def owner_name(session: Session, asset: Asset) -> str:
    """Return the name of the Business Center or the person that owns an ad account."""
    if asset.owner_center_id is not None:
        return session.get_one(BusinessCenter, asset.owner_center_id).name
    return session.get_one(Person, asset.owner_person_id).name if asset.owner_person_id is not None else ""


def answerers(session: Session, asset: Asset) -> list[Person]:
    """Return who may answer for an ad account: the person who owns it, or those with Admin in the owning center."""
    if asset.owner_person_id is not None:
        return [session.get_one(Person, asset.owner_person_id)]
    return list(session.exec(_admins_of(asset).order_by(col(Person.name))))


def addressees(session: Session, asset: Asset) -> list[Person]:
    """Return who gets mail about a request: who may answer; where nobody may, the admins of the owning center."""
    found = answerers(session, asset)
    if found:
        return found
    admins = (
        select(Person)
        .join(Member, col(Member.person_id) == col(Person.id))
        .where(
            Member.business_center_id == asset.owner_center_id,
            Member.role == BusinessCenterRole.ADMIN,
            Member.status == MemberStatus.BOUND,
        )
        .order_by(col(Person.name))
    )
    return list(session.exec(admins))


def require_answerer(session: Session, person_id: str, asset: Asset) -> None:
    """Raise NotAllowed, with the names of those who may, for somebody who may not answer for ``asset``."""
    people = answerers(session, asset)
    if person_id not in {person.id for person in people}:
        raise NotAllowed(AdAction.ANSWER_AD_ACCOUNT_REQUEST.value, tuple(person.name for person in people))


def answered_by(person_id: str) -> Any:
    """Return the condition for assets a person may answer for."""
    admin = (
        select(MemberAsset.asset_id)
        .join(Member, col(Member.id) == col(MemberAsset.member_id))
        .where(
            Member.person_id == person_id,
            Member.status == MemberStatus.BOUND,
            MemberAsset.role == AssetRole.ADMIN,
            col(Member.business_center_id) == col(Asset.owner_center_id),
        )
    )
    return (col(Asset.owner_person_id) == person_id) | col(Asset.id).in_(admin.correlate(Asset))


def answerers_of(session: Session, center_id: str, asset_ids: Sequence[str]) -> dict[str, tuple[Answerer, ...]]:
    """Return who may answer for those of the ad accounts that a Business Center owns, by ad account, each by name."""
    columns: tuple[Any, ...] = (MemberAsset.asset_id, Person.id, Person.name)
    admins = (
        select(*columns)
        .join(Member, col(Member.id) == col(MemberAsset.member_id))
        .join(Person, col(Person.id) == col(Member.person_id))
        .join(Asset, col(Asset.id) == col(MemberAsset.asset_id))
        .where(
            MemberAsset.role == AssetRole.ADMIN,
            Member.business_center_id == center_id,
            Member.status == MemberStatus.BOUND,
            Asset.owner_center_id == center_id,
        )
        .order_by(col(Person.name), col(Person.id))
    )
    found: dict[str, tuple[Answerer, ...]] = {}
    for some in batches(asset_ids):
        for asset_id, person_id, name in session.execute(admins.where(col(MemberAsset.asset_id).in_(some))):
            found[asset_id] = (*found.get(asset_id, ()), Answerer(person_id, name))
    return found


def _admins_of(asset: Asset) -> Any:
    return (
        select(Person)
        .join(Member, col(Member.person_id) == col(Person.id))
        .join(MemberAsset, col(MemberAsset.member_id) == col(Member.id))
        .where(
            MemberAsset.asset_id == asset.id,
            MemberAsset.role == AssetRole.ADMIN,
            Member.business_center_id == asset.owner_center_id,
            Member.status == MemberStatus.BOUND,
        )
    )
