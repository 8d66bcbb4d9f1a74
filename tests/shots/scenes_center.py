"""The Business Center window: from the empty store to every page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTabWidget

from bcdesktop.ui.center.shell import CenterWindow
from bcdesktop.ui.kit.qr_reading import find_our_code

ROOM = (1280, 800)


def at_desk(made, actor=None):
    """Open the window in the size of a small laptop's screen."""
    window = made.center.open(actor)
    window.resize(*ROOM)
    made.center.settle()
    return window


def scene_the_frame_before_anything_is_known(bench, camera):
    window = CenterWindow(bench.frame)
    bench.qtbot.addWidget(window)
    window.resize(*ROOM)
    window.show()
    camera.take("center-frame", window)


def scene_welcome(bench, camera):
    window = at_desk(bench)
    bench.center.see("welcome_view")
    camera.take("center-welcome", window)


def scene_sign_in(bench, camera):
    assert bench.admin
    window = at_desk(bench)
    bench.center.see("sign_in_view")
    camera.take("center-sign-in", window)
    bench.center.type("email_edit", "nora@example.com")
    bench.center.type("password_edit", "not the password")
    bench.center.press("sign_in_button")
    bench.center.settle()
    camera.take("center-sign-in-refused", window)


def scene_sign_in_by_code(bench, camera):
    assert bench.admin
    window = at_desk(bench)
    bench.center.press("log_in_with_tiktok_button")
    view = bench.center.see("log_in_qr_view")
    bench.center.until(lambda: view.readable)
    camera.take("center-sign-in-code", window, reads=find_our_code(view.grab().toImage()))


def scene_pages_of_a_new_business_center(bench, camera):
    window = at_desk(bench, bench.admin)
    for page in ("home", "tiktok_accounts", "requests", "activity"):
        bench.center.page(page)
        bench.center.settle()
        camera.take(f"center-new-{page.replace('_', '-')}", window)


def scene_pages_of_a_standard_member(bench, camera):
    member = bench.world.standard_member(bench.admin)
    window = at_desk(bench, member)
    for page in ("home", "tiktok_accounts"):
        bench.center.page(page)
        bench.center.settle()
        camera.take(f"center-standard-{page.replace('_', '-')}", window)


@pytest.mark.parametrize("page", ["home", "tiktok_accounts", "requests", "activity", "settings"])
def scene_page_of_the_example(agency, camera, page):
    window = at_desk(agency, agency.admin)
    agency.center.page(page)
    agency.center.settle()
    camera.take(f"center-example-{page.replace('_', '-')}", window)


@pytest.mark.parametrize("handle", ["river.repairs", "mila.makes", "tessa.trails", "atlas.adventures"])
def scene_account_panel(agency, camera, handle):
    window = at_desk(agency, agency.admin)
    agency.center.page("tiktok_accounts")
    agency.center.choose_row("accounts_table", agency.account(handle).id)
    agency.center.settle()
    camera.take(f"center-account-{handle.replace('.', '-')}", window)
    tabs = next(tabs for tabs in window.findChildren(QTabWidget) if tabs.isVisible())
    tabs.setCurrentIndex(1)
    agency.center.settle()
    camera.take(f"center-account-{handle.replace('.', '-')}-activity", window)


def scene_filter_without_match(agency, camera):
    window = at_desk(agency, agency.admin)
    page = agency.center.page("tiktok_accounts")
    page.type("accounts_filter_edit", "no such account")
    agency.center.settle()
    camera.take("center-accounts-no-match", window)


@pytest.mark.parametrize(
    ("name", "state", "facts"),
    [
        ("waiting", "pending", {"expected_handle": "tessa.trails"}),
        ("waiting-open", "pending", {"expected_handle": None}),
        ("notification", "pending", {"expected_handle": "joon.on.wheels"}),
        ("to-confirm", "approved", {"needs_confirmation": True}),
        ("approved", "approved", {"answered_handle": "mila.makes"}),
        ("declined", "declined", {}),
        ("expired", "expired", {}),
        ("withdrawn", "cancelled", {}),
        ("failed", "failed", {}),
    ],
)
def scene_request_panel(agency, camera, name, state, facts):
    window = at_desk(agency, agency.admin)
    agency.center.page("requests")
    agency.center.choose_row("requests_table", agency.request_of(state, **facts).id)
    agency.center.settle()
    camera.take(f"center-request-{name}", window)


def scene_activity_details(agency, camera):
    window = at_desk(agency, agency.admin)
    agency.center.page("activity")
    agency.center.settle()
    table = agency.center.table("activity_table")
    table.select_record(table.shown_records()[2].seq)
    camera.take("center-activity-details", window)
    agency.center.press("check_log_button")
    agency.center.see("check_notice_close_button")
    camera.take("center-activity-checked", window)


def scene_settings(agency, camera):
    window = at_desk(agency, agency.admin)
    agency.center.page("settings")
    agency.center.settle()
    tabs = agency.center.widget("settings_tabs")
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        agency.center.settle()
        camera.take(f"center-settings-{index + 1}-{tabs.widget(index).name}", window)


def scene_an_error_in_the_bar(agency, camera):
    from bcdesktop.store.errors import DiskFull

    window = at_desk(agency, agency.admin)
    agency.center.page("tiktok_accounts")
    window.notices.show_error(DiskFull())
    agency.center.settle()
    camera.take("center-error-in-the-bar", window)
    window.notices.clear()
    window.notices.success("The request goes on. You find it in Requests.")
    camera.take("center-toast", window)


def scene_the_store_cannot_be_opened(bench, camera):
    from bcdesktop.store.errors import StoreDamaged

    window = CenterWindow(bench.frame)
    bench.qtbot.addWidget(window)
    window.resize(*ROOM)
    window.show()
    window.fail(StoreDamaged(bench.folder / "shop.bcstore"))
    camera.take("center-store-damaged", window)
