"""Every name and path of the sources leads to its place (domain.md 11.2, D1 to D5)."""

from __future__ import annotations

import pytest

LINK = "Add a TikTok Account > Link an existing TikTok account > Send a QR code"
ADD = "Assets > TikTok Accounts > Add TikTok Account"


def find(bench, words: str) -> str:
    """Type ``words`` into the find box; return the first hit, which Enter then follows."""
    return bench.center.find(words)


def open_wizard_and_generate(bench) -> None:
    """The wizard the path ended at leads to the level and to the code."""
    wizard = bench.center.inside("add_tiktok_account_wizard")
    wizard.see("before_you_start_page")
    for page in ("way_page", "sending_page", "permissions_page"):
        wizard.press("next_button")
        wizard.see(page)
    assert wizard.text("level_label") == "Deliver ads"
    for page in ("recipient_page", "summary_page"):
        wizard.press("next_button")
        wizard.see(page)
    wizard.press("finish_button")
    assert bench.center.code_dialog().sees("code_view")


@pytest.mark.parametrize("path", ["Assets > TikTok Accounts", "business.tiktok.com > Assets > TikTok Accounts"])
def test_a2_16_assets_tiktok_accounts_leads_to_the_page(bench, path):
    bench.center.open(bench.admin)
    assert find(bench, path) == "TikTok accounts"
    page = bench.center.inside("tiktok_accounts_page")
    assert page.can_press("accounts_add_button")
    assert bench.center.widget("nav_tiktok_accounts_button").isChecked()


@pytest.mark.parametrize(
    "path",
    [
        ADD,
        f"{ADD} > Request access",
        f"{ADD} > Claim ownership",
        f"{ADD} > Request access / Claim ownership > Spark Ads / LIVE ads > Generate QR code",
        f"{ADD} > Request access > Spark Ads > Generate QR code",
        f"{ADD} > Request access > LIVE ads > Generate QR code",
    ],
)
def test_a2_16_the_rest_of_the_path_leads_to_the_wizard(bench, path):
    bench.center.open(bench.admin)
    assert find(bench, path) == "Add TikTok account"
    assert bench.center.inside("add_tiktok_account_wizard").see("before_you_start_page")


def test_a3_07_accounts_tiktok_accounts_leads_to_the_page(bench):
    bench.center.open(bench.admin)
    assert find(bench, "Accounts > TikTok accounts") == "TikTok accounts"
    assert bench.center.inside("tiktok_accounts_page").can_press("accounts_add_button")


@pytest.mark.parametrize(
    "path",
    [
        "Accounts > TikTok accounts > Add a TikTok Account",
        LINK,
        f"Accounts > TikTok accounts > {LINK} > Next > Deliver ads > permissions > Next > Copy QR code",
    ],
)
def test_a3_07_the_rest_of_the_path_leads_to_the_code(bench, path):
    bench.center.open(bench.admin)
    assert find(bench, path) == "Add TikTok account"
    open_wizard_and_generate(bench)


@pytest.mark.parametrize(
    "path",
    [
        "TikTok Accounts > Request Access",
        "TikTok Accounts > Request Access > level > QR",
        "Accounts > TikTok Accounts > Request Access",
        "business.tiktok.com > Accounts > TikTok Accounts > Request Access",
    ],
)
def test_a4_48_request_access_leads_to_the_level_and_the_code(bench, path):
    bench.center.open(bench.admin)
    assert find(bench, path) == "Add TikTok account"
    open_wizard_and_generate(bench)
