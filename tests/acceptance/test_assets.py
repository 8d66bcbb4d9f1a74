"""All assets of the business in one place."""

from __future__ import annotations

from bcdesktop.core.grants import AssetKind
from bcdesktop.services import ad_accounts, assets
from tests.services.ad_world import ad_account

FORMS = {
    "catalogs": {"asset_name_edit": "Harbour Shoes"},
    "pixels": {"asset_name_edit": "Shoe shop", "website_edit": "https://shoes.example.com"},
    "audiences": {"asset_name_edit": "Bought in spring"},
}


def create(bench, page_name):
    """Create one by the page's button and form."""
    bench.center.page(page_name).press(f"{page_name}_create_button")
    dialog = bench.center.inside("edit_asset_dialog")
    for field, text in FORMS[page_name].items():
        dialog.type(field, text)
    dialog.press("asset_save_button")
    bench.center.until(lambda: not bench.center.sees("edit_asset_dialog"))


def test_a2_03_all_assets_stand_in_one_place_in_five_lists(bench):
    bench.ready()
    bench.world.approve(bench.ask(expected_handle="mara"), bench.phone.profile)
    spring = ad_account(bench.world, bench.admin, "Spring")
    for page_name in FORMS:
        create(bench, page_name)
    found = {
        page_name: [row["name"] for row in bench.center.rows(f"{page_name}_table")]
        for page_name in FORMS
        if bench.center.page(page_name)
    }
    assert found == {page_name: [fields["asset_name_edit"]] for page_name, fields in FORMS.items()}
    assert bench.center.account_row("mara")["handle"] == "@mara"
    bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", spring)
    assert [row["name"] for row in bench.center.rows("ad_accounts_table")] == ["Spring"]
    owned = [*ad_accounts.list_all(bench.context, bench.admin)]
    for kind in (AssetKind.CATALOG, AssetKind.PIXEL, AssetKind.AUDIENCE):
        owned += assets.list_all(bench.context, bench.admin, kind)
    assert [row.is_owned for row in owned] == [True] * 4
