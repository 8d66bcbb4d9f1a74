"""What the committed store of the third schema holds of ad accounts, other assets, billing, ads and numbers."""

from __future__ import annotations

from datetime import datetime

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState, AdAccountStatus, AssetRelation
from bcdesktop.core.ads import AdKind, AdSource, AdStatus, CampaignObjective, IdentityKind, PauseReason, PostState
from bcdesktop.core.assets import AudienceKind, CatalogKind
from bcdesktop.core.billing import PaymentMethodKind
from bcdesktop.core.devices import DeviceLogInState
from bcdesktop.core.ending import EndReason, EndWay
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.store import tables
from tests.store.samples import ACCOUNT_ID, CENTER_ID, NOON, PERSON_ID


def ads_and_assets(later: datetime) -> tuple[tables.Table, ...]:
    """Return the rows of what came with the third schema."""
    link_id = f"{1:032x}"
    owned = {"owner_center_id": CENTER_ID, "created_at": NOON, "created_by": "Nour"}
    given = {"given_by": "Nour"}
    linked = {"business_center_id": CENTER_ID, "linked_at": NOON, "linked_by": "Nour"}
    return (
        tables.PaymentMethod(
            id="y1",
            business_center_id=CENTER_ID,
            label="Agency card",
            kind=PaymentMethodKind.CARD,
            last_four="4242",
            created_at=NOON,
            created_by="Nour",
            removed_at=later,
            removed_by="Nour",
        ),
        tables.Asset(id="b1", kind=AssetKind.AD_ACCOUNT, number="1" * 19, name="Spring", **owned),
        tables.Asset(
            id="b2",
            kind=AssetKind.CATALOG,
            number="2" * 19,
            name="Shoes",
            owner_person_id=PERSON_ID,
            ended_at=later,
            ended_by="Nour",
            **owned,
        ),
        tables.Asset(id="b3", kind=AssetKind.PIXEL, number="3" * 19, name="Shop", **owned),
        tables.Asset(id="b4", kind=AssetKind.AUDIENCE, number="4" * 19, name="Buyers", **owned),
        tables.AdAccount(
            asset_id="b1",
            status=AdAccountStatus.APPROVED,
            company="Lantern",
            country="DE",
            currency="EUR",
            time_zone="Europe/Berlin",
            industry="Shoes",
            promotion_link="https://example.com",
            review_note="Fine",
            decided_at=later,
            decided_by="Nour",
            payment_method_id="y1",
        ),
        tables.Catalog(
            asset_id="b2", catalog_kind=CatalogKind.HOTEL, country="DE", currency="EUR", source_link_id=link_id
        ),
        tables.Pixel(asset_id="b3", website="https://example.com", source_link_id=link_id),
        tables.Audience(
            asset_id="b4",
            audience_kind=AudienceKind.LOOKALIKE,
            description="Like buyers",
            source_asset_id="b3",
            source_link_id=link_id,
        ),
        tables.AdAccountRequest(
            id="u1",
            business_center_id=CENTER_ID,
            asset_id="b1",
            kind=AdAccountRequestKind.TRANSFER,
            role=AssetRole.ADMIN,
            state=AdAccountRequestState.DECLINED,
            note="Please",
            requested_by="Nour",
            requested_by_id=PERSON_ID,
            created_at=NOON,
            expires_at=later,
            decided_at=later,
            decided_by="Nour",
            decline_reason="No",
        ),
        tables.AssetAccess(
            id="v1",
            business_center_id=CENTER_ID,
            asset_id="b1",
            relation=AssetRelation.OWNER_PARTNER,
            role=AssetRole.OPERATOR,
            partnership_id="p1",
            request_id="u1",
            since=NOON,
            **given,
        ),
        tables.MemberAsset(
            id="w1",
            member_id="m1",
            asset_id="b1",
            role=AssetRole.ADMIN,
            hides_numbers=True,
            given_at=NOON,
            ends_at=later,
            **given,
        ),
        tables.AdLink(id="x1", asset_id="b1", link_id=link_id, **linked),
        tables.AdLink(id="x2", asset_id="b1", share_id="s1", **linked),
        tables.AssetLink(id="z1", asset_id="b3", ad_account_id="b1", unlinked_at=later, unlinked_by="Nour", **linked),
        *ads(later),
    )


def ads(later: datetime) -> tuple[tables.Table, ...]:
    """Return campaigns, ads and numbers."""
    return (
        tables.Campaign(
            id="g1",
            asset_id="b1",
            name="Spring",
            objective=CampaignObjective.TRAFFIC,
            status=AdStatus.ENDED,
            created_at=NOON,
            created_by="Nour",
            ended_at=later,
        ),
        tables.PersonLink(
            id="h1",
            person_id=PERSON_ID,
            account_id=ACCOUNT_ID,
            handle="lumen",
            display_name="Lumen",
            log_in_id="l1",
            linked_at=NOON,
            ended_at=later,
            ended_by="Nour",
        ),
        tables.Ad(
            id="j1",
            campaign_id="g1",
            asset_id="b1",
            name="Reel",
            kind=AdKind.SPARK,
            identity_kind=IdentityKind.BUSINESS_CENTER,
            link_id=f"{1:032x}",
            share_id="s1",
            person_link_id="h1",
            account_id=ACCOUNT_ID,
            handle="lumen",
            source=AdSource.PUSH,
            post_id="n1",
            video_name="reel.mp4",
            text="Spring is here",
            ads_only=True,
            status=AdStatus.PAUSED,
            pause_reason=PauseReason.LINK_ENDED,
            status_at=later,
            last_active_at=later,
            created_at=NOON,
            created_by="Nour",
            created_by_id=PERSON_ID,
        ),
        tables.DirectoryPost(
            id="n1", account_id=ACCOUNT_ID, caption="Reel", state=PostState.ADS_ONLY, posted_at=NOON, posted_by="Nour"
        ),
        tables.ReportImport(
            id="o1",
            asset_id="b1",
            file_name="report.csv",
            imported_at=NOON,
            imported_by="Nour",
            rows=1,
            first_day=NOON.date(),
            last_day=NOON.date(),
            currency="EUR",
            removed_at=later,
        ),
        tables.ReportRow(
            import_id="o1",
            asset_id="b1",
            day=NOON.date(),
            campaign_name="Spring",
            ad_name="Reel",
            handle="lumen",
            impressions=1000,
            clicks=12,
            video_views=700,
            conversions=3,
            spend_hundredths=1999,
        ),
    )


def endings(later: datetime) -> tuple[tables.Table, ...]:
    """Return the rows of what came with the fourth schema."""
    return (
        tables.EndReceipt(
            id="f1",
            business_center_id=CENTER_ID,
            way=EndWay.DISCONNECT,
            reason=EndReason.PRIVACY,
            subject="@lumen",
            at=later,
            by_name="Nour",
            effects=[["link_ends", "l1", "@lumen", ""]],
        ),
        tables.DeviceRemoval(
            id="f2",
            device_id="d1",
            asked_by_device="d1",
            code_hash="x",
            created_at=NOON,
            expires_at=later,
            tries=1,
            used_at=later,
        ),
        tables.DeviceLogIn(
            id="f3",
            account_id=ACCOUNT_ID,
            phone_name="other phone",
            public_key=b"o" * 32,
            state=DeviceLogInState.DECLINED,
            created_at=NOON,
            expires_at=later,
            decided_at=later,
            decided_on="phone",
        ),
    )
