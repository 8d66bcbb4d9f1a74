"""The guide beside the flow (A1-37): steps here, steps on the phone with every path, troubles with their cures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.center.linking import child, dialog_called, dialogs, open_wizard, press


@pytest.fixture
def window(desk, nora):
    return desk.open(nora)


@pytest.fixture
def guide(desk, window):
    with desk.qtbot.waitActive(window):
        window.activateWindow()
    desk.qtbot.keyClick(window, Qt.Key.Key_F1)
    return dialog_called(desk, "guide_dialog")


def words(guide, tab):
    return "\n".join(label.text() for label in guide.guide_tabs.widget(tab).findChildren(QLabel))


def test_the_first_tab_walks_through_the_steps_here(guide):
    text = words(guide, 0)
    for part in (
        "Agree on a time",
        "Ctrl+N",
        "Deliver ads",
        "Send a QR code",
        "Generate the QR code",
        "Permissions column",
    ):
        assert part in text


def test_the_second_tab_names_every_way_to_the_scanner_and_the_notification(guide):
    text = words(guide, 1)
    for path in (
        "Profile icon > Find Friends > QR scanner icon",
        "Settings and privacy > QR Code > scanner icon",
        "three dashes (top right) > Your QR code > Scan icon",
        "Open the picture of the code",
        "Inbox > All activity > From TikTok",
    ):
        assert path in text


def test_the_third_tab_gives_each_trouble_its_cure(guide):
    text = words(guide, 2)
    for trouble, cure in (
        ("The code expired", "Renew"),
        ("Authorization failed", "wrong account"),
        ("cannot be scanned", "Send a notification instead"),
        ("not in the list", "F5"),
        ("declined", "reason"),
        ("used already", "One code, one answer"),
        ("linked already", "permissions"),
        ("claimed the account", "Request access"),
        ("800", "End a link"),
        ("private", "owner"),
        ("not there", "Standard member"),
    ):
        assert trouble in text
        assert cure in text


def test_it_stays_open_while_the_wizard_is_used(desk, guide):
    press(desk, guide, "guide_add_button")

    assert dialogs(desk, "add_tiktok_account_wizard")
    assert guide.isVisible()
    assert not guide.isModal()


def test_it_opens_the_phone(desk, window, guide, qtbot):
    with qtbot.waitSignal(window.phone_requested):
        press(desk, guide, "guide_phone_button")


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_wizard_brings_the_open_guide_to_the_front(desk, window, guide):
    wizard = open_wizard(desk)

    press(desk, wizard, "guide_button")

    assert dialogs(desk, "guide_dialog") == [guide]


def test_close_closes_it(desk, guide):
    press(desk, guide, "close_guide_button")

    assert not dialogs(desk, "guide_dialog")
    assert child(desk.window, "sidebar").isVisible()
