"""How the functions of ad accounts, other assets, billing, ads and readiness are called, for the policy test.

Values are ``lambda c, a, w``: context, actor, World with ``w.link_id`` and ``w.request_id``.
"""

from __future__ import annotations

from typing import Any

from bcdesktop.services import ad_accounts
from tests.services.ad_world import new_ad_account

FORBIDDEN_TO_STANDARD: dict[Any, Any] = {}
ASSIGNED_ONLY: dict[Any, Any] = {}
ALLOWED_TO_STANDARD: dict[Any, Any] = {}

# ------------------------------------------------------------------ ad accounts
FORBIDDEN_TO_STANDARD |= {
    ad_accounts.create: lambda c, a, w: ad_accounts.create(c, a, new_ad_account(), "key"),
    ad_accounts.review: lambda c, a, w: ad_accounts.review(c, a, "1", True),
    ad_accounts.change: lambda c, a, w: ad_accounts.change(c, a, "1", new_ad_account(), 1),
}
ASSIGNED_ONLY |= {
    ad_accounts.get: lambda c, a, w: ad_accounts.get(c, a, "1"),
    ad_accounts.activity_of: lambda c, a, w: ad_accounts.activity_of(c, a, "1"),
}
ALLOWED_TO_STANDARD |= {
    ad_accounts.list_all: lambda c, a, w: ad_accounts.list_all(c, a),
}
