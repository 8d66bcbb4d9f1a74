"""Ending access: the part Permissions, the questions, the assistant, the receipt and the list of receipts."""

from __future__ import annotations

from bcdesktop.core.ending import EndReason, EndWay
from bcdesktop.services import ending
from tests.services.access import ANALYST, OPERATOR, give, holder_of, partner_of
from tests.services.ad_scene import running_ad
from tests.services.ad_world import advertiser
from tests.services.asset_world import audience
from tests.shots.scenes_people_home import at_desk
from tests.shots.scenes_readiness import busy


def _full(bench):
    """A desk with an account that many people, ads and assets use; return the admin."""
    nora, world = busy(bench), bench.world
    mara = world.links["mara"]
    sam = world.standard_member(nora)
    give(world, nora, mara, holder_of(world, sam), ANALYST)
    give(world, nora, mara, holder_of(world, nora), OPERATOR)
    give(world, nora, mara, partner_of(world, nora, world.center("Bella Brands", "Bella")), ANALYST)
    audience(world, nora, "Bought in spring", source_link_id=mara)
    for number in range(60):
        running_ad(world, nora, world.ad_accounts[0], link_id=mara, name=f"Winter boots, cut {number + 1}")
    world.sam = sam
    return nora


def _panel(bench):
    page = bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", bench.world.links["mara"])
    page.settle()
    return page


def scene_ending_permissions(bench, camera):
    window = at_desk(bench, _full(bench))
    page = _panel(bench)
    camera.take("ending-permissions", window)
    page.press("end_button")
    dialog = bench.center.inside("end_access_dialog")
    dialog.settle()
    camera.take("ending-disconnect", dialog.window)
    dialog.press("ending_ad_pauses_button")
    camera.take("ending-disconnect-open", dialog.window)
    dialog.window.view.groups[next(kind for kind in dialog.window.view.groups if kind == "ad_pauses")].open_list()
    camera.take("ending-names", bench.center.see("effects_list_dialog"))
    bench.center.close_dialog("effects_list_dialog")
    dialog.press("cancel_button")


def scene_ending_grey(bench, camera):
    _full(bench)
    window = at_desk(bench, bench.world.sam)
    page = _panel(bench)
    page.settle()
    camera.take("ending-permissions-grey", window)
    page.press("end_assistant_button")
    wizard = bench.center.inside("end_access_wizard")
    wizard.press("next_button")
    wizard.see("end_place_page")
    wizard.press("end_ask_business_center_radio")
    camera.take("ending-assistant-place-standard", wizard.window)
    wizard.press("next_button")
    wizard.see("end_elsewhere_page")
    wizard.settle()
    camera.take("ending-assistant-admin", wizard.window)


def scene_ending_assistant(bench, camera):
    at_desk(bench, _full(bench))
    bench.center.choose_entry("end_access_action")
    wizard = bench.center.inside("end_access_wizard")
    camera.take("ending-assistant-reason", wizard.window)
    wizard.press("leaving_reason_radio")
    for page in ("end_account_page", "end_place_page", "end_effects_page", "end_confirm_page"):
        wizard.press("next_button")
        wizard.see(page)
        wizard.settle()
        if page == "end_account_page":
            camera.take("ending-assistant-accounts", wizard.window)
            wizard.type("end_handle_edit", "mara")
        camera.take(f"ending-assistant-{page.split('_')[1]}", wizard.window)
    wizard.press("commit_button")
    wizard.see("end_receipt_page")
    wizard.settle()
    camera.take("ending-assistant-receipt", wizard.window)


def scene_ending_phone(bench, camera):
    at_desk(bench, _full(bench))
    _panel(bench).press("end_assistant_button")
    wizard = bench.center.inside("end_access_wizard")
    wizard.press("next_button")
    wizard.press("end_ask_phone_radio")
    wizard.press("next_button")
    wizard.see("end_elsewhere_page")
    camera.take("ending-assistant-phone", wizard.window)


def scene_ending_receipts(bench, camera):
    nora = _full(bench)
    for handle, reason in (("mara", EndReason.LEAVING), ("omar", EndReason.STOP_BILLING), ("ines", None)):
        ending.end(bench.context, nora, EndWay.DISCONNECT, bench.world.links[handle], reason=reason)
        bench.wait(minutes=50)
    window = at_desk(bench, nora)
    page = bench.center.page("activity")
    camera.take("ending-activity", window)
    page.press("receipts_button")
    dialog = bench.center.inside("receipts_dialog")
    dialog.settle()
    dialog.window.receipts_table.selectRow(2)
    camera.take("ending-receipts", dialog.window)
    dialog.press("open_receipt_button")
    receipt = bench.center.inside("receipt_dialog")
    camera.take("ending-receipt", receipt.window)
    receipt.press("receipt_print_button")
    bench.center.see("receipt_print_preview")
    camera.take("ending-print", bench.center.widget("receipt_print_preview"))
    bench.center.close_dialog("receipt_print_preview")


def scene_ending_ads_manager(bench, camera):
    nora = _full(bench)
    bench.ads.open(advertiser(bench.world, nora), bench.world.ad_accounts[0])
    page = bench.ads.page("account_settings")
    page.widget("user_management_tabs").setCurrentIndex(1)
    table = bench.ads.table("linked_accounts_table")
    bench.ads.until(lambda: table.model().rowCount() > 0)
    table.selectRow(0)
    page.press("unlink_button")
    camera.take("ending-ads-unlink", bench.ads.see("unlink_dialog"))
    bench.ads.close_dialog("unlink_dialog")
