"""Basic information of an ad account: its facts, and the Business Centers that reach it (A4-20; domain.md 5.1, U12)."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.ending import EndWay
from bcdesktop.core.policy import AdAction
from bcdesktop.services import (
    _ad_account_owners,
    _ad_account_values,
    _ad_accounts,
    _ad_commands,
    _ad_roles,
    _reached,
    ending,
)
from bcdesktop.services._ad_commands import Deed
from bcdesktop.services.ad_records import Advertiser, NewAdAccount
from bcdesktop.services.advertiser_records import BasicInformation, ReachingCenter
from bcdesktop.services.context import Context
from bcdesktop.store.tables import AdAccount, AssetAccess, BusinessCenter


def get(context: Context, advertiser: Advertiser, asset_id: str) -> BasicInformation:
    """Return the facts of an ad account.

    Who else reaches it is told to its owner and to the people of the Business Center that owns it. Raises NotFound,
    NotAllowed.
    """
    with context.store.read() as session:
        asset, mine = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_ADS)
        details = session.get_one(AdAccount, asset_id)
        sees_all = mine.is_owner or asset.owner_center_id in mine.centers
        centers = _centers(session, asset_id)
        answerers = _ad_account_owners.answerers(session, asset)
        assert mine.role is not None  # noqa: S101 - require saw to it
        return BasicInformation(
            id=asset.id,
            number=asset.number,
            name=asset.name,
            company=details.company,
            country=details.country,
            currency=details.currency,
            time_zone=details.time_zone,
            industry=details.industry,
            promotion_link=details.promotion_link,
            status=details.status,
            review_note=details.review_note,
            owner_name=_ad_account_owners.owner_name(session, asset),
            is_own=mine.is_owner,
            role=mine.role,
            created_at=asset.created_at,
            centers=tuple(row for row in centers if sees_all or row.id in mine.centers),
            can_remove_centers=advertiser.person_id in {person.id for person in answerers},
            admins=_ad_roles.admin_names(session, asset),
            version=asset.version,
        )


def change(context: Context, advertiser: Advertiser, asset_id: str, new: NewAdAccount, version: int) -> None:
    """Change the facts read as ``version``; for Admins of the ad account. One that was not approved is submitted again.

    Country and time zone are fixed once it is approved, the currency always. Raises NotFound, NotAllowed,
    AdAccountClosed, ChangedMeanwhile, InputRefused at a field.
    """
    checked = _ad_account_values.parse(new)

    def work(deed: Deed) -> None:
        _ad_accounts.change(deed.unit, _ad_commands.entry_actor(advertiser), deed.asset, checked, version)

    _ad_commands.run(context, advertiser, AdAction.CHANGE_AD_ACCOUNT, asset_id, work)


def remove_center(context: Context, advertiser: Advertiser, asset_id: str, center_id: str) -> None:
    """Take an ad account from another Business Center, at once; its people lose it and its ads there pause (U12).

    For the person who owns it, or Admins of it in the Business Center that owns it. Raises NotFound, NotAllowed.
    """
    ending.end(context, advertiser, EndWay.AD_ACCOUNT_ACCESS, ending.reach_id(asset_id, center_id))


def _centers(session: Session, asset_id: str) -> list[ReachingCenter]:
    columns: tuple[Any, ...] = (
        BusinessCenter.id,
        BusinessCenter.name,
        AssetAccess.relation,
        AssetAccess.role,
        AssetAccess.since,
    )
    rows = (
        select(*columns)
        .join(AssetAccess, col(AssetAccess.business_center_id) == col(BusinessCenter.id))
        .where(col(AssetAccess.asset_id) == asset_id, _reached.accepted())
        .order_by(BusinessCenter.name)
    )
    return [ReachingCenter(*row) for row in session.execute(rows)]
