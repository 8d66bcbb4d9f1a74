"""How the functions of ad accounts, other assets, billing, ads and readiness are called, for the policy test.

Values are ``lambda c, a, w``: context, actor, World with ``w.link_id`` and ``w.request_id``.
"""

from __future__ import annotations

from typing import Any

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.billing import NewPaymentMethod, PaymentMethodKind
from bcdesktop.core.ending import EndWay
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import (
    ad_account_closing,
    ad_account_requests,
    ad_accounts,
    ad_links,
    ad_numbers_access,
    advertisers,
    asset_partners,
    assets,
    end_dates,
    ending,
    grants,
    offboarding,
    payment_methods,
    readiness,
    reports,
)
from bcdesktop.services.asset_records import AssetChange, NewPixel
from bcdesktop.services.offboarding_records import Subject, SubjectKind
from tests.services.ad_world import new_ad_account

FORBIDDEN_TO_STANDARD: dict[Any, Any] = {}
ASSIGNED_ONLY: dict[Any, Any] = {}
ALLOWED_TO_STANDARD: dict[Any, Any] = {}

# ------------------------------------------------------------------ ad accounts
FORBIDDEN_TO_STANDARD |= {
    ad_accounts.create: lambda c, a, w: ad_accounts.create(c, a, new_ad_account(), "key"),
    ad_accounts.review: lambda c, a, w: ad_accounts.review(c, a, "1", True),
    ad_accounts.change: lambda c, a, w: ad_accounts.change(c, a, "1", new_ad_account(), 1),
    ad_account_requests.ask: lambda c, a, w: ad_account_requests.ask(
        c, a, "7123456789012345678", AdAccountRequestKind.ACCESS, AssetRole.ANALYST, "", "key"
    ),
    ad_account_requests.cancel: lambda c, a, w: ad_account_requests.cancel(c, a, "1"),
    ad_account_requests.get: lambda c, a, w: ad_account_requests.get(c, a, "1"),
    ad_account_requests.list_all: lambda c, a, w: ad_account_requests.list_all(c, a),
    ad_account_closing.look: lambda c, a, w: ad_account_closing.look(c, a, "1"),
    ad_account_closing.problems: lambda c, a, w: ad_account_closing.problems(c, a, "1"),
    ad_account_closing.close: lambda c, a, w: ad_account_closing.close(c, a, "1", no_open_bill=True),
    ad_account_closing.give_up: lambda c, a, w: ad_account_closing.give_up(c, a, "1"),
    ad_account_closing.end_reach: lambda c, a, w: ad_account_closing.end_reach(c, a, "1", "1"),
}
ASSIGNED_ONLY |= {
    ad_accounts.get: lambda c, a, w: ad_accounts.get(c, a, "1"),
    ad_accounts.activity_of: lambda c, a, w: ad_accounts.activity_of(c, a, "1"),
    ad_account_requests.of_ad_account: lambda c, a, w: ad_account_requests.of_ad_account(c, a, "1"),
    ad_account_requests.answer_here: lambda c, a, w: ad_account_requests.answer_here(c, a, "1", True),
}
ALLOWED_TO_STANDARD |= {
    ad_accounts.list_all: lambda c, a, w: ad_accounts.list_all(c, a),
}

# ------------------------------------------------------------------ payment methods and hidden numbers
CARD = NewPaymentMethod("Team card", PaymentMethodKind.CARD, "4242")
FORBIDDEN_TO_STANDARD |= {
    payment_methods.list_all: lambda c, a, w: payment_methods.list_all(c, a),
    payment_methods.get: lambda c, a, w: payment_methods.get(c, a, "1"),
    payment_methods.of_ad_account: lambda c, a, w: payment_methods.of_ad_account(c, a, "1"),
    payment_methods.create: lambda c, a, w: payment_methods.create(c, a, CARD, "key"),
    payment_methods.change_label: lambda c, a, w: payment_methods.change_label(c, a, "1", "Other", 1),
    payment_methods.set_for: lambda c, a, w: payment_methods.set_for(c, a, "1", ["1"]),
    payment_methods.clear: lambda c, a, w: payment_methods.clear(c, a, ["1"]),
    payment_methods.removal_effects: lambda c, a, w: payment_methods.removal_effects(c, a, "1"),
    payment_methods.remove: lambda c, a, w: payment_methods.remove(c, a, "1"),
    ad_numbers_access.set_hidden: lambda c, a, w: ad_numbers_access.set_hidden(c, a, "1", w.member_id, True),
    ad_numbers_access.hidden_of: lambda c, a, w: ad_numbers_access.hidden_of(c, a, "1"),
}

# ------------------------------------------------------------------ links and readiness
TIKTOK = AssetKind.TIKTOK_ACCOUNT
FORBIDDEN_TO_STANDARD |= {
    ad_links.link: lambda c, a, w: ad_links.link(c, a, "1", [(TIKTOK, w.link_id)], "key"),
    ad_links.link_account: lambda c, a, w: ad_links.link_account(c, a, TIKTOK, w.link_id, ["1"], "key"),
    ad_links.unlink: lambda c, a, w: ad_links.unlink(c, a, ["1"]),
    ad_links.running_ads: lambda c, a, w: ad_links.running_ads(c, a, ["1"]),
}
ASSIGNED_ONLY |= {
    ad_links.of_ad_account: lambda c, a, w: ad_links.of_ad_account(c, a, "1"),
    ad_links.of_account: lambda c, a, w: ad_links.of_account(c, a, TIKTOK, w.link_id),
    readiness.check: lambda c, a, w: readiness.check(c, a, TIKTOK, w.link_id, "1"),
}
ALLOWED_TO_STANDARD |= {
    readiness.summary: lambda c, a, w: readiness.summary(c, a),
}

# ------------------------------------------------------------------ catalogs, pixels and audiences
FORBIDDEN_TO_STANDARD |= {
    assets.choices: lambda c, a, w: assets.choices(c, a),
    assets.create: lambda c, a, w: assets.create(c, a, NewPixel("Shop", "shop.example.com"), "key"),
    assets.losses: lambda c, a, w: assets.losses(c, a, "1"),
    assets.fed_by: lambda c, a, w: assets.fed_by(c, a, w.link_id),
    assets.delete: lambda c, a, w: assets.delete(c, a, "1"),
    assets.give_up: lambda c, a, w: assets.give_up(c, a, "1"),
    assets.ad_account_choices: lambda c, a, w: assets.ad_account_choices(c, a, "1"),
    assets.link: lambda c, a, w: assets.link(c, a, "1", ["2"]),
    assets.link_all: lambda c, a, w: assets.link_all(c, a, "1", ["2"], "key"),
    assets.unlink: lambda c, a, w: assets.unlink(c, a, "1", ["2"]),
}
ASSIGNED_ONLY |= {
    assets.get: lambda c, a, w: assets.get(c, a, "1"),
    assets.change: lambda c, a, w: assets.change(c, a, "1", AssetChange(name="Other"), 1),
    assets.ad_accounts_of: lambda c, a, w: assets.ad_accounts_of(c, a, "1"),
    assets.activity_of: lambda c, a, w: assets.activity_of(c, a, "1"),
}
ALLOWED_TO_STANDARD |= {
    assets.list_all: lambda c, a, w: assets.list_all(c, a, AssetKind.CATALOG),
}

# ------------------------------------------------------------------ access to every kind of asset
FORBIDDEN_TO_STANDARD |= {
    grants.give_me: lambda c, a, w: grants.give_me(c, a, w.link_id),
    asset_partners.of_asset: lambda c, a, w: asset_partners.of_asset(c, a, "1"),
    asset_partners.set_role: lambda c, a, w: asset_partners.set_role(c, a, "1", "2", AssetRole.ANALYST),
}

# ------------------------------------------------------------------ Ads Manager
ALLOWED_TO_STANDARD |= {
    advertisers.from_actor: lambda c, a, w: advertisers.from_actor(c, a),
}

# ------------------------------------------------------------------ numbers
ALLOWED_TO_STANDARD |= {reports.totals: lambda c, a, w: reports.totals(c, a)}
ASSIGNED_ONLY |= {
    reports.per_account: lambda c, a, w: reports.per_account(c, a, AssetKind.TIKTOK_ACCOUNT, w.link_id),
}

# ------------------------------------------------------------------ end dates
FORBIDDEN_TO_STANDARD |= {
    end_dates.set_for_grant: lambda c, a, w: end_dates.set_for_grant(c, a, "1", "1", None),
    end_dates.set_for_partnership: lambda c, a, w: end_dates.set_for_partnership(c, a, "1", None),
}
ALLOWED_TO_STANDARD |= {
    end_dates.ending_soon: lambda c, a, w: end_dates.ending_soon(c, a),
}

# ------------------------------------------------------------------ off-boarding
_LEAVING = Subject(SubjectKind.MEMBER, "1")
FORBIDDEN_TO_STANDARD |= {
    offboarding.reach: lambda c, a, w: offboarding.reach(c, a, _LEAVING),
    offboarding.effects: lambda c, a, w: offboarding.effects(c, a, _LEAVING, ()),
    offboarding.end: lambda c, a, w: offboarding.end(c, a, _LEAVING, ()),
}

# ------------------------------------------------------------------ ending access
FORBIDDEN_TO_STANDARD |= {
    ending.effects: lambda c, a, w: ending.effects(c, a, EndWay.DISCONNECT, w.link_id),
    ending.end: lambda c, a, w: ending.end(c, a, EndWay.DISCONNECT, w.link_id),
    ending.list_receipts: lambda c, a, w: ending.list_receipts(c, a),
    ending.get_receipt: lambda c, a, w: ending.get_receipt(c, a, "1"),
}
