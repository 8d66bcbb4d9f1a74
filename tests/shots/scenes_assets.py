"""Catalogs, pixels and audiences: lists, panels, forms, links, and what ends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.assets import CatalogKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import assets, tiktok_accounts
from bcdesktop.store.tables import AdAccount
from tests.services.access import link
from tests.services.ad_world import ad_account
from tests.services.asset_world import audience, catalog, give, lookalike, pixel, share

ROOM = (1440, 900)


@pytest.fixture
def office(bench):
    """A Business Center with assets in every state; returns their ids by name."""
    world, nora = bench.world, bench.admin
    sam, otto = world.standard_member(nora, "Sam Tan"), world.center("Otter Works", "Otto")
    spring, autumn = ad_account(world, nora, "Harbour Shoes spring"), ad_account(world, nora, "Harbour Shoes autumn")
    ad_account(world, nora, "Harbour Shoes winter", approved=False)
    mara = link(world, nora, "mara.bakes")
    shoes = catalog(world, nora, "Harbour Shoes, spring and summer", source_link_id=mara)
    hotels = catalog(
        world, nora, "Lake hotels", catalog_kind=CatalogKind.HOTEL, source_link_id=link(world, nora, "lake")
    )
    catalog(world, nora, "City trips", catalog_kind=CatalogKind.DESTINATION)
    shop = pixel(world, nora, "Shoe shop", "https://shoes.example.com/checkout")
    landing = pixel(world, nora, "Landing page", "https://spring.example.com")
    buyers = audience(world, nora, "Bought in the last 180 days", description="Uploaded from the shop every Monday")
    old = audience(world, nora, "Newsletter 2024")
    like = lookalike(world, nora, old.id, "Like the newsletter")
    give(world, nora, shoes.id, sam, AssetRole.AD_PROMOTION)
    share(world, nora, otto, shoes.id, AssetRole.AD_PROMOTION)
    received = pixel(world, otto, "Otter travel", "https://otter.example.com")
    share(world, otto, nora, received.id, AssetRole.ANALYST)
    for row in (shoes, hotels, shop):
        assets.link(world.context, nora, row.id, [spring, autumn])
    assets.link(world.context, nora, landing.id, [autumn])
    assets.unlink(world.context, nora, landing.id, [autumn])
    for row in (buyers, like):
        assets.link(world.context, nora, row.id, [spring])
    assets.delete(world.context, nora, old.id)
    tiktok_accounts.disconnect(world.context, nora, hotels.source_link_id)
    world.store.run(lambda unit: setattr(unit.session.get_one(AdAccount, autumn), "status", AdAccountStatus.SUSPENDED))
    return bench, {row.name: row.id for kind in KINDS for row in assets.list_all(world.context, nora, kind)}


KINDS = (AssetKind.CATALOG, AssetKind.PIXEL, AssetKind.AUDIENCE)


def at_desk(bench, actor):
    window = bench.center.open(actor)
    window.resize(*ROOM)
    bench.center.settle()
    return window


def choose(bench, page_name, asset_id):
    bench.center.page(page_name)
    bench.center.choose_row(f"{page_name}_table", asset_id)
    bench.center.settle()
    return bench.center.shell.inside.pages.page(page_name)


def scene_catalogs(office, camera):
    bench, ids = office
    window = at_desk(bench, bench.admin)
    bench.center.page("catalogs")
    bench.center.settle()
    camera.take("assets-catalogs", window)
    page = choose(bench, "catalogs", ids["Harbour Shoes, spring and summer"])
    for place, name in enumerate(("overview", "members", "partners", "ad-accounts", "activity")):
        page.panel.tabs.setCurrentIndex(place)
        bench.center.settle()
        camera.take(f"assets-catalog-{name}", window)
    page.panel.tabs.setCurrentIndex(0)
    choose(bench, "catalogs", ids["Lake hotels"])
    camera.take("assets-catalog-stopped", window)


def scene_pixels_and_audiences(office, camera):
    bench, ids = office
    window = at_desk(bench, bench.admin)
    for page_name, name in (
        ("pixels", "Shoe shop"),
        ("pixels", "Landing page"),
        ("pixels", "Otter travel"),
        ("audiences", "Bought in the last 180 days"),
        ("audiences", "Like the newsletter"),
    ):
        choose(bench, page_name, ids[name])
        camera.take(f"assets-{page_name}-{name.lower().replace(' ', '-')}", window)


def scene_asset_dialogs(office, camera):
    bench, ids = office
    at_desk(bench, bench.admin)
    for page_name in ("catalogs", "pixels", "audiences"):
        bench.center.page(page_name).press(f"{page_name}_create_button")
        dialog = bench.center.see("edit_asset_dialog")
        bench.center.settle()
        if page_name == "audiences":
            dialog.form.audience_kind_combo.setCurrentIndex(1)
        if page_name == "pixels":
            dialog.form.asset_name_edit.setText("Shop")
            dialog.form.website_edit.setText("http://shop")
            dialog.save()
            bench.center.settle()
        camera.take(f"assets-create-{page_name}", dialog)
        dialog.close()
        bench.center.settle()
    page = choose(bench, "catalogs", ids["City trips"])
    page.panel.ad_accounts.link()
    dialog = bench.center.see("link_ad_accounts_dialog")
    bench.center.settle()
    table = dialog.link_ad_accounts_table
    table.set_ticked([record.id for record in table.shown_records()][:2])
    camera.take("assets-link", dialog)
    dialog.close()
    page = choose(bench, "catalogs", ids["Harbour Shoes, spring and summer"])
    page.ask_end(page.table.current_record())
    camera.take("assets-delete", bench.center.see("delete_asset_dialog"))
    bench.center.close_dialog("delete_asset_dialog")
    page.panel.tabs.setCurrentWidget(page.panel.ad_accounts)
    page.panel.ad_accounts.ad_accounts_table.selectAll()
    bench.qtbot.waitUntil(page.panel.ad_accounts.unlink_button.isEnabled)
    bench.qtbot.mouseClick(page.panel.ad_accounts.unlink_button, Qt.MouseButton.LeftButton)
    camera.take("assets-unlink", bench.center.see("unlink_asset_dialog"))


def scene_asset_pages_while_empty(bench, camera):
    window = at_desk(bench, bench.admin)
    for page_name in ("catalogs", "pixels", "audiences"):
        bench.center.page(page_name)
        bench.center.settle()
        camera.take(f"assets-{page_name}-empty", window)


def scene_assets_of_a_standard_member(office, camera):
    bench, ids = office
    world = bench.world
    sam = world.standard_member(bench.admin, "Tess")
    give(world, bench.admin, ids["Harbour Shoes, spring and summer"], sam, AssetRole.AD_PROMOTION)
    window = at_desk(bench, sam)
    choose(bench, "catalogs", ids["Harbour Shoes, spring and summer"])
    camera.take("assets-standard", window)
    bench.center.page("pixels")
    bench.center.settle()
    camera.take("assets-standard-none", window)
