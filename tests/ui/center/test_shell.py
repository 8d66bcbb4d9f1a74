"""The window around the pages: start-up, sidebar, shortcuts, what a Standard member sees, what is not saved."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from bcdesktop.core.policy import may
from bcdesktop.services import business_centers
from bcdesktop.store.errors import NotOurStore, StoreDamaged, StoreTooNew
from bcdesktop.store.places import default_store_path
from bcdesktop.ui.center.registry import PAGES
from bcdesktop.ui.center.shell import CenterWindow


def test_the_window_is_painted_without_importing_services_or_the_orm():
    code = (
        "import sys\n"
        "from bcdesktop.ui.center.shell import CenterWindow\n"
        "heavy = [m for m in sys.modules if m.split('.')[0] in ('sqlmodel', 'sqlalchemy')"
        " or m.startswith(('bcdesktop.services', 'bcdesktop.store'))]\n"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_skeleton_stands_until_the_store_is_there(desk, qtbot):
    window = CenterWindow(desk.frame)
    qtbot.addWidget(window)
    window.show()
    assert window.views.currentWidget().objectName() == "skeleton"
    assert window.actor is None
    assert not window.actions_by_name["find"].isEnabled()


def test_a_store_that_cannot_be_opened_is_told_with_a_way_to_try_again(desk, qtbot):
    from bcdesktop.store.errors import StoreLocked

    window = CenterWindow(desk.frame)
    qtbot.addWidget(window)
    window.show()
    window.fail(StoreLocked())
    assert window.notices.bar.isVisible()
    with qtbot.waitSignal(window.retry_requested):
        window.notices.bar.notice_action_button.click()


@pytest.mark.parametrize("error", [NotOurStore(Path("a")), StoreDamaged(Path("a")), StoreTooNew(Path("a"), 2, 1)])
def test_a_file_that_will_never_open_leads_to_another_one(desk, qtbot, error):
    window = CenterWindow(desk.frame)
    qtbot.addWidget(window)
    window.show()
    window.fail(error)
    window.notices.bar.notice_action_button.click()
    dialog = window.findChild(QDialog, "open_store_dialog")
    assert dialog.isVisible()
    dialog.close()


def test_the_sidebar_has_the_pages_in_their_groups(desk, nora):
    desk.open(nora)
    names = [button.entry.name for button in desk.window.sidebar.buttons.values()]
    assert names == [
        "home",
        "tiktok_accounts",
        "ad_accounts",
        "catalogs",
        "pixels",
        "audiences",
        "members",
        "partners",
        "access_matrix",
        "payment_methods",
        "requests",
        "outbox",
        "activity",
        "settings",
    ]


def test_every_page_opens_from_the_sidebar_and_is_built_only_then(desk, nora):
    desk.open(nora)
    assert desk.window.inside.pages.page("activity") is None
    for entry in PAGES:
        desk.press(f"nav_{entry.name}_button")
        assert desk.window.inside.pages.current_name == entry.name
        assert entry.title_text in desk.window.windowTitle()


def test_the_last_page_is_opened_again(desk, nora):
    desk.open(nora)
    desk.press("nav_activity_button")
    desk.window.close()
    assert desk.open(nora).inside.pages.current_name == "activity"


def test_place_and_size_are_remembered(desk, nora):
    desk.open(nora).resize(desk.window.minimumWidth(), 640)
    desk.window.close()
    assert desk.open(nora).height() == 640


def test_a_count_stands_where_something_waits(desk, world, nora):
    desk.open(nora)
    assert not desk.widget("nav_requests_button").count_badge.isVisible()
    world.request(nora)
    button = desk.widget("nav_requests_button")
    desk.qtbot.waitUntil(lambda: button.count_badge.text() == "1")
    assert "1 waiting" in button.accessibleName()


def test_keys_do_what_they_should(desk, nora):
    desk.open(nora)
    window = desk.activate()
    with desk.qtbot.waitSignal(window.navigator.add_requested):
        desk.qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert window.inside.pages.current_name == "settings"
    desk.activate()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with desk.qtbot.waitSignal(window.phone_requested):
        desk.qtbot.keyClick(window, Qt.Key.Key_P, both)


def test_a_change_made_behind_the_windows_back_is_shown_after_f5(desk, world, nora):
    desk.open(nora)
    page = desk.go("home")
    window = desk.activate()
    read = []
    page.refresh = lambda: read.append(1)
    desk.qtbot.keyClick(window, Qt.Key.Key_F5)
    assert read == [1]


def test_a_standard_member_sees_grey_entries_with_the_admins_names_and_no_way_to_add(desk, world, nora):
    sam = world.standard_member(nora)
    window = desk.open(sam)
    for entry in [page for page in PAGES if page.is_listed(sam.finance_role)]:
        button = desk.widget(f"nav_{entry.name}_button")
        allowed = entry.needs is None or may(entry.needs, sam.role)
        assert button.isEnabled() is allowed
        if not allowed:
            assert "Nora" in button.toolTip()
            assert "Nora" in button.statusTip()
    assert not window.actions_by_name["add_tiktok_account"].isVisible()
    assert not desk.shows("home_add_button")


def test_a_page_the_person_may_not_see_is_refused_in_words(desk, world, nora):
    desk.open(world.standard_member(nora))
    desk.window.navigator.go("requests")
    assert desk.window.inside.pages.current_name == "home"
    assert "Nora" in desk.window.notices.bar.advice_label.text() + desk.window.notices.bar.body_label.text()


def unsaved_settings(desk):
    page = desk.go("settings", card="business_info")
    desk.type("business_name_edit", "Another name")
    return page


def test_what_is_not_saved_asks_before_another_page_is_shown(desk, nora):
    desk.open(nora)
    unsaved_settings(desk)
    desk.press("nav_home_button")
    desk.press("stay_button")
    assert desk.window.inside.pages.current_name == "settings"
    assert desk.widget("nav_settings_button").isChecked()
    assert desk.text("business_name_edit") == "Another name"


def test_leaving_without_saving_drops_it(desk, nora):
    desk.open(nora)
    page = unsaved_settings(desk)
    desk.press("nav_home_button")
    desk.press("discard_button")
    assert desk.window.inside.pages.current_name == "home"
    assert not page.has_unsaved()


def test_saving_on_the_way_out_saves(desk, world, nora):
    from bcdesktop.services import business_centers

    desk.open(nora)
    unsaved_settings(desk)
    desk.press("nav_home_button")
    desk.press("save_and_leave_button")
    assert desk.window.inside.pages.current_name == "home"
    assert business_centers.get(world.context, nora).name == "Another name"


def test_closing_the_window_asks_too(desk, nora):
    desk.open(nora)
    unsaved_settings(desk)
    desk.window.close()
    assert desk.window.isVisible()
    desk.press("discard_button")
    assert not desk.window.isVisible()


def test_the_phone_is_shown_by_a_signal_only(desk, nora):
    desk.open(nora)
    with desk.qtbot.waitSignal(desk.window.phone_requested):
        desk.press("phone_button")


def test_the_example_is_a_store_of_its_own(desk, world):
    desk.open()
    with desk.qtbot.waitSignal(desk.window.store_requested) as asked:
        desk.press("example_button")
    assert asked.args[0].parent == world.folder
    assert asked.args[0] != world.store.path


def test_from_the_example_one_action_leads_back_to_the_own_store(desk, world, nora):
    desk.open(nora)
    switcher = desk.window.sidebar.switcher
    back, example = (desk.window.actions_by_name[name] for name in ("open_own_store", "try_example"))
    assert back not in switcher.switcher_menu.actions()

    row = replace(business_centers.get(world.context, nora), is_example=True)
    switcher.show_centers((row,), row.id)
    assert back in switcher.switcher_menu.actions()
    assert example not in switcher.switcher_menu.actions()
    with desk.qtbot.waitSignal(desk.window.store_requested) as asked:
        back.trigger()
    assert asked.args[0] == default_store_path(world.folder)


def test_about_says_that_it_is_independent(desk, nora):
    desk.open(nora)
    desk.window.actions_by_name["about"].trigger()
    dialog = desk.widget("about_dialog")
    assert isinstance(dialog, QDialog)
    assert "independent of TikTok" in dialog.text_label.text()


def test_status_tips_are_shown_beside_the_sidebar(desk, nora):
    from PySide6.QtGui import QStatusTipEvent
    from PySide6.QtWidgets import QApplication

    window = desk.open(nora)
    QApplication.sendEvent(window, QStatusTipEvent("What it does"))
    assert window.status_bar.currentMessage() == "What it does"


def test_errors_of_another_windows_widgets_are_not_shown_here(desk, nora, qtbot):
    from bcdesktop.store.errors import StoreLocked

    desk.open(nora)
    other = QWidget()
    qtbot.addWidget(other)
    desk.runner.unhandled.emit(StoreLocked(), other)
    assert not desk.window.notices.bar.isVisible()
    desk.runner.unhandled.emit(StoreLocked(), desk.window.sidebar)
    assert desk.window.notices.bar.isVisible()


def test_the_mark_of_an_example_leaves_the_name_its_room(desk, nora):
    desk.open(nora)
    switcher = desk.window.sidebar.switcher
    switcher.example_badge.show()
    desk.qtbot.waitUntil(switcher.example_badge.isVisible)
    assert switcher.name_label.width() > desk.window.sidebar.width() / 2


def test_enter_presses_the_focused_button_of_a_page(desk, nora):
    desk.open(nora)
    button = desk.window.findChild(QWidget, "nav_requests_button")
    button.setFocus()
    desk.qtbot.keyClick(button, Qt.Key.Key_Return)
    assert desk.window.inside.pages.current_name == "requests"
