"""Taking access back on the phone: the lists of every version, the detail, the question, the result, the trouble."""

from __future__ import annotations

from datetime import timedelta

from bcdesktop.core.access_requests import Kind
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.services import owner_endings, tiktok_accounts
from tests.acceptance.test_ending_on_the_phone import remove, to_apps, to_detail, to_settings
from tests.services.ad_world import ad_account, ad_link

FULL = PermissionSet(frozenset(Permission), Visibility.SHOW_THROUGH_ADS_ONLY)


def link(bench):
    """Open both windows with a link that is used; return its id."""
    bench.ready()
    phone = bench.phone
    bench.world.approve(bench.ask(expected_handle="mara"), phone.profile)
    link_id = bench.links()[0].id
    bench.world.give(bench.world.standard_member(bench.admin), link_id)
    for name in ("Spring", "Autumn"):
        ad_link(bench.world, bench.admin, ad_account(bench.world, bench.admin, name), link_id)
    phone.until(lambda: phone.profile.app_list(phone.profile.active.account_id).entries)
    return link_id


def scene_the_paths(bench, camera):
    link(bench)
    phone = bench.phone
    to_settings(phone)
    camera.take("end-settings-current", phone.shell)
    phone.press_to("apps_row", "apps_menu_screen")
    camera.take("end-security-and-permissions", phone.shell)
    phone.press_to("active_apps_row", "active_apps_screen")
    camera.take("end-active-apps", phone.shell)
    phone.use_version("older")
    camera.take("end-versions", phone.shell)
    to_settings(phone)
    phone.press_to("apps_row", "apps_menu_screen")
    camera.take("end-apps-and-websites", phone.shell)
    phone.use_version("oldest")
    to_settings(phone)
    phone.press_to("privacy_row", "privacy_screen")
    camera.take("end-privacy-oldest", phone.shell)
    phone.press_to("authorised_apps_row", "active_apps_screen")
    camera.take("end-authorised-apps", phone.shell)


def scene_the_end(bench, camera):
    link_id = link(bench)
    phone = bench.phone
    to_detail(phone, link_id)
    camera.take("end-detail", phone.shell)
    bar = phone.shell.navigator.top.scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    camera.take("end-detail-below", phone.shell)
    phone.press("block_centre")
    phone.press("remove_access_button")
    phone.see("remove_access_sheet")
    camera.take("end-question", phone.shell)
    phone.press_to("confirm_removal_button", "access_removed_screen")
    camera.take("end-result", phone.shell)
    phone.press_to("show_receipt_button", "receipt_screen")
    camera.take("end-receipt", phone.shell)
    phone.shell.routes.receipts()
    phone.settle()
    camera.take("end-answers", phone.shell)
    to_apps(phone)
    camera.take("end-no-apps", phone.shell)
    phone.shell.routes.blocked_business_centers()
    phone.settle()
    camera.take("end-blocked", phone.shell)
    phone.press(f"unblock_button_{bench.admin.business_center_id}")
    phone.settle()
    camera.take("end-blocked-none", phone.shell)
    phone.open_text(bench.ask().code_text)
    camera.take("end-asked-again", phone.shell)


def scene_the_platform(bench, camera):
    link(bench)
    phone = bench.phone
    to_apps(phone)
    phone.press_to("app_row_platform", "app_detail_screen")
    camera.take("end-platform", phone.shell)
    remove(phone)
    camera.take("end-platform-result", phone.shell)


def scene_an_old_list(bench, camera):
    link_id = link(bench)
    phone = bench.phone
    profile, off = phone.profile, phone.shell
    phone.close()
    with bench.qtbot.waitSignal(bench.bridge.changed, check_params_cb=lambda change: change.kind == "directory"):
        tiktok_accounts.disconnect(bench.context, bench.admin, link_id)
    bench.wait(days=2)
    phone.open(profile)
    to_apps(phone)
    camera.take("end-old-list", phone.shell)
    phone.press_to(f"app_row_{link_id}", "app_detail_screen")
    camera.take("end-old-detail", phone.shell)
    phone.press_to("detail_cache_button", "cache_and_cellular_screen")
    phone.press("clear_cache_button")
    phone.settle()
    camera.take("end-cache", phone.shell)
    assert not off.isVisible()


def scene_claimed(bench, camera):
    bench.ready()
    phone = bench.phone
    bench.world.approve(bench.ask(FULL, kind=Kind.CLAIM, expected_handle="mara"), phone.profile)
    phone.until(lambda: phone.profile.app_list(phone.profile.active.account_id).entries)
    to_detail(phone, bench.links()[0].id)
    camera.take("end-claimed", phone.shell)


def scene_elsewhere(bench, camera):
    bench.center.open(bench.admin)
    far = bench.far_phone("otto")
    context = far.session.context
    end = bench.now + timedelta(days=60)
    bench.world.approve(bench.ask(wanted_end=end), far.profile, context)
    entry = owner_endings.apps(context, far.profile).entries[1]
    to_detail(far, entry.id)
    camera.take("end-elsewhere", far.shell)
    remove(far)
    camera.take("end-elsewhere-result", far.shell)
    far.press_to("carry_answer_button", "carry_answer_screen")
    camera.take("end-elsewhere-code", far.shell, reads=far.shell.navigator.top.answer_text)
    far.shell.routes.check(far.shell.navigator.top.answer_text)
    far.wait_for("foreign_revocation_screen")
    camera.take("end-revocation-scanned", far.shell)
