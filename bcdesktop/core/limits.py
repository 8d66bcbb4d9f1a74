"""Every number the program holds to, in one table (decisions.md, Limits and Lifetimes; domain.md 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Limits:
    """Counts and lengths. A test may make its own with smaller numbers."""

    business_centers_per_tiktok_account: int = 800
    tiktok_accounts_per_business_center: int = 800
    claims_per_tiktok_account: int = 1
    admins_per_business_center: int = 20
    standard_members_per_business_center: int = 3_980
    ad_accounts_per_business_center: int = 3_000
    business_centers_per_person: int = 3
    addresses_per_invitation: int = 50
    handle_characters: int = 24
    nickname_characters: int = 30
    admins_to_keep: int = 2
    email_characters: int = 254
    password_characters_minimum: int = 8
    password_characters_maximum: int = 256
    business_center_name_bytes: int = 48
    purpose_bytes: int = 120
    decline_reason_bytes: int = 120
    open_requests_per_owner_and_business_center: int = 3
    requests_per_hour_for_owner: int = 10
    failed_sign_ins: int = 100
    recovery_codes: int = 10
    admin_request_characters: int = 500
    open_admin_requests_per_person: int = 5
    rows_per_import: int = 5_000
    operator_accounts_before_warning: int = 20
    ad_account_name_characters: int = 100
    company_characters: int = 255
    promotion_link_characters: int = 255
    catalogs_per_business_center: int = 2_000
    catalog_name_characters: int = 128
    asset_name_characters: int = 128
    pixel_links_per_call: int = 100
    ads_per_ad_account: int = 10_000
    ads_per_identity: int = 10_000
    ad_name_characters: int = 512
    ad_text_characters: int = 100
    campaign_name_characters: int = 512
    payment_label_characters: int = 60
    ad_accounts_per_invitation: int = 50
    ad_accounts_per_share: int = 50
    rows_per_report: int = 200_000
    days_without_delivery_before_closing: int = 3
    device_code_tries: int = 5
    device_codes_per_hour: int = 5


@dataclass(frozen=True)
class Lifetimes:
    """How long things live (decisions.md, Lifetimes)."""

    qr_code: timedelta = timedelta(minutes=10)
    addressed: timedelta = timedelta(hours=24)
    notification: timedelta = timedelta(days=7)
    invitation: timedelta = timedelta(days=7)
    log_in: timedelta = timedelta(minutes=2)
    ad_account_request: timedelta = timedelta(days=30)
    device_code: timedelta = timedelta(minutes=10)
    device_log_in: timedelta = timedelta(minutes=10)
    end_reminder: timedelta = timedelta(days=7)
    answer_grace: timedelta = timedelta(hours=24)
    clock_tolerance: timedelta = timedelta(seconds=300)
    owner_courtesy: timedelta = timedelta(seconds=120)


LIMITS = Limits()
LIFETIMES = Lifetimes()

QR_CODE_CHOICES = (timedelta(minutes=5), timedelta(minutes=10))
ADDRESSED_CHOICES = (timedelta(hours=1), timedelta(hours=24), timedelta(days=7))
