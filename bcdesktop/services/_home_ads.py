"""Ad accounts, their links and running ads on Home, counted by the store."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.ads import AdStatus
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import _reached
from bcdesktop.store.tables import Ad, AdLink, Asset, AssetAccess, Member, MemberAsset


class HomeAds:
    """The questions of one member: an admin's about the Business Center, others' about what was given to them."""

    def __init__(self, session: Session, member: Member) -> None:
        self._session, self._center_id = session, member.business_center_id
        self._ad_accounts: Any = (
            select(Asset.id)
            .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
            .where(
                AssetAccess.business_center_id == self._center_id,
                _reached.accepted(),
                Asset.kind == AssetKind.AD_ACCOUNT,
                col(Asset.ended_at).is_(None),
            )
        )
        if not may(Action.SEE_AD_ACCOUNTS, member.role, assigned=False):
            given = select(MemberAsset.asset_id).where(MemberAsset.member_id == member.id)
            self._ad_accounts = self._ad_accounts.where(col(Asset.id).in_(given))

    def has_links(self) -> bool:
        """Tell whether any TikTok account is linked to an ad account."""
        rows = select(AdLink.id).where(AdLink.business_center_id == self._center_id).limit(1)
        return self._session.exec(rows).first() is not None

    def ad_accounts(self) -> int:
        """Count the ad accounts that are not closed."""
        rows = select(func.count()).select_from(self._ad_accounts.subquery())
        return self._session.exec(rows).one()

    def running(self) -> int:
        """Count the ads that run in them."""
        rows = select(func.count(col(Ad.id))).where(
            Ad.status == AdStatus.ACTIVE, col(Ad.asset_id).in_(self._ad_accounts)
        )
        return self._session.exec(rows).one()
