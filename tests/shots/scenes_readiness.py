"""Linking TikTok accounts and ad accounts, and what the readiness check says about them."""

from __future__ import annotations

from bcdesktop.core.roles import AssetRole
from bcdesktop.services import tiktok_accounts
from tests.services.ad_scene import linked_account, running_ad, set_ad_role
from tests.services.ad_world import ad_account, ad_link
from tests.services.world import LIVE, SPARK
from tests.shots.scenes_people_home import at_desk

_NAMES = ("Harbour Shoes – Spring", "Harbour Shoes – Autumn", "Kite Kitchen", "Lantern Bikes", "Ocean Yoga")


def busy(bench):
    """Link accounts and ad accounts, some of them ready; return the admin."""
    world, nora = bench.world, bench.admin
    wanted = {"mara": SPARK, "omar": LIVE, "ines": SPARK}
    world.links = {handle: linked_account(world, nora, handle, permissions) for handle, permissions in wanted.items()}
    world.ad_accounts = [ad_account(world, nora, name, approved=name != "Ocean Yoga") for name in _NAMES]
    for asset_id in world.ad_accounts[:3]:
        ad_link(world, nora, asset_id, world.links["mara"])
    ad_link(world, nora, world.ad_accounts[1], world.links["omar"])
    ad_link(world, nora, world.ad_accounts[4], world.links["ines"])
    set_ad_role(world, nora, world.ad_accounts[2], AssetRole.ANALYST)
    for name in ("Winter boots, video 1", "Winter boots, video 2"):
        running_ad(world, nora, world.ad_accounts[0], link_id=world.links["mara"], name=name)
    return nora


def panel_of(bench, handle, tab):
    page = bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", bench.world.links[handle])
    page.window.panel.tabs.setCurrentWidget(getattr(page.window.panel, tab))
    page.settle()
    return page


def scene_readiness_home(bench, camera):
    nora = busy(bench)
    window = at_desk(bench, nora)
    bench.center.page("home")
    bench.center.see("readiness_card")
    bench.center.settle()
    camera.take("readiness-home", window)
    tiktok_accounts.give_me_operator(bench.context, nora, bench.world.links["mara"])
    window.resize(1280, 1300)
    bench.center.settle()
    camera.take("readiness-home-long", window)


def scene_readiness_panel(bench, camera):
    window = at_desk(bench, busy(bench))
    page = panel_of(bench, "mara", "ad_links")
    camera.take("readiness-panel-ad-accounts", window)
    page = panel_of(bench, "omar", "readiness")
    camera.take("readiness-panel-crosses", window)
    window.resize(1280, 1300)
    tab = page.window.panel.readiness
    tab.readiness_ad_account_combo.set_value(bench.world.ad_accounts[4])
    page.settle()
    camera.take("readiness-panel-more-crosses", window)
    page = panel_of(bench, "mara", "readiness")
    camera.take("readiness-panel-ready", window)


def scene_readiness_dialogs(bench, camera):
    window = at_desk(bench, busy(bench))
    page = bench.center.page("tiktok_accounts")
    page.press("accounts_add_assets_button")
    dialog = bench.center.inside("add_assets_dialog")
    dialog.settle()
    dialog.widget("add_assets_ad_account_combo").set_value(bench.world.ad_accounts[1])
    dialog.settle()
    table = dialog.widget("add_assets_table")
    table.set_ticked([bench.world.links["ines"], bench.world.links["mara"]])
    camera.take("readiness-add-assets", dialog.window)
    dialog.press("add_assets_cancel_button")
    page = panel_of(bench, "mara", "ad_links")
    page.press("account_link_button")
    dialog = bench.center.inside("link_to_ad_accounts_dialog")
    dialog.settle()
    dialog.widget("link_to_ad_accounts_table").set_ticked([bench.world.ad_accounts[3]])
    camera.take("readiness-link-accounts", dialog.window)
    dialog.press("link_to_ad_accounts_cancel_button")
    tab = page.window.panel.ad_links
    tab.links_table.selectAll()
    page.press("account_unlink_button")
    camera.take("readiness-unlink", bench.center.see("unlink_ad_account_dialog"))
    bench.center.close_dialog("unlink_ad_account_dialog")
    page = bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", bench.world.ad_accounts[1])
    page.window.panel.tabs.setCurrentWidget(page.window.panel.links)
    page.settle()
    camera.take("readiness-ad-account-panel", window)


def scene_readiness_after_approval(bench, camera):
    nora = bench.admin
    at_desk(bench, nora)
    request = bench.ask(expected_handle="mara")
    bench.world.approve(request, bench.world.sign_up("mara"))
    bench.center.shell.navigator.open_code(request.id)
    dialog = bench.center.code_dialog()
    dialog.see("link_next")
    camera.take("readiness-after-approval", dialog.window)


def scene_readiness_standard(bench, camera):
    nora = busy(bench)
    sam = bench.world.standard_member(nora)
    bench.world.give(sam, bench.world.links["mara"])
    set_ad_role(bench.world, sam, bench.world.ad_accounts[0], AssetRole.ANALYST)
    window = at_desk(bench, sam)
    panel_of(bench, "mara", "readiness")
    camera.take("readiness-panel-standard", window)
    panel_of(bench, "mara", "ad_links")
    camera.take("readiness-links-standard", window)
