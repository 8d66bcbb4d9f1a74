"""What hangs on an ad account, catalog, pixel or audience that a Business Center reaches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.ads import PauseReason
from bcdesktop.core.grants import AssetKind
from bcdesktop.services._batches import batches
from bcdesktop.services._ending import ads
from bcdesktop.services._ending.plan import EndedAssetLink, EndedGrant, EndedReach, Plan
from bcdesktop.store.tables import (
    Asset,
    AssetAccess,
    AssetLink,
    BusinessCenter,
    Member,
    MemberAsset,
    Partnership,
    Person,
)


def end_reaches(
    session: Session, plan: Plan, access_ids: Iterable[str], reason: PauseReason = PauseReason.ACCESS_ENDED
) -> None:
    """Add what Business Centers reach no longer, with what their people lose and what runs there."""
    partner = func.coalesce(func.nullif(col(Partnership.partner_name), ""), col(Partnership.partner_center_id))
    columns: Any = (
        *(AssetAccess.id, AssetAccess.asset_id, Asset.kind, Asset.name, AssetAccess.business_center_id),
        *(BusinessCenter.name, AssetAccess.role, AssetAccess.partnership_id, Asset.owner_center_id, partner),
    )
    by_center: dict[str, list[EndedReach]] = {}
    for some in batches(tuple(access_ids)):
        rows = (
            select(*columns)
            .join(Asset, col(Asset.id) == col(AssetAccess.asset_id))
            .join(BusinessCenter, col(BusinessCenter.id) == col(AssetAccess.business_center_id))
            .outerjoin(Partnership, col(Partnership.id) == col(AssetAccess.partnership_id))
            .where(col(AssetAccess.id).in_(some))
        )
        for row in session.execute(rows):
            reach = plan.reaches[row[0]] = EndedReach(*row)
            by_center.setdefault(reach.center_id, []).append(reach)
    for center_id, reaches in by_center.items():
        asset_ids = [reach.asset_id for reach in reaches]
        for some in batches(asset_ids):
            where = col(MemberAsset.asset_id).in_(some), col(Member.business_center_id) == center_id
            plan.grants |= {row.id: row for row in grants_of(session, *where)}
        in_ad_accounts = [reach.asset_id for reach in reaches if reach.kind is AssetKind.AD_ACCOUNT]
        ads.of_reach(session, plan, center_id, in_ad_accounts, reason)
        _add_asset_links(session, plan, center_id, asset_ids)


def grants_of(session: Session, *where: Any) -> Iterable[EndedGrant]:
    """Return members' grants on ad accounts, catalogs, pixels and audiences."""
    columns: Any = (
        *(MemberAsset.id, Asset.kind, Asset.id, Asset.name, Member.business_center_id, Member.id, Person.name),
        MemberAsset.role,
    )
    rows = (
        select(*columns)
        .select_from(MemberAsset)
        .join(Asset, col(Asset.id) == col(MemberAsset.asset_id))
        .join(Member, col(Member.id) == col(MemberAsset.member_id))
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(*where)
    )
    return [EndedGrant(*row) for row in session.execute(rows)]


def _add_asset_links(session: Session, plan: Plan, center_id: str, asset_ids: list[str]) -> None:
    columns: Any = (AssetLink.id, AssetLink.asset_id)
    for some in batches(asset_ids):
        of_assets = col(AssetLink.asset_id).in_(some) | col(AssetLink.ad_account_id).in_(some)
        rows = select(*columns).where(
            of_assets, col(AssetLink.business_center_id) == center_id, col(AssetLink.unlinked_at).is_(None)
        )
        plan.asset_links |= {row[0]: EndedAssetLink(*row) for row in session.execute(rows)}
