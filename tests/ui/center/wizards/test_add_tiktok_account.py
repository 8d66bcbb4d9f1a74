"""Add TikTok account from Ctrl+N to the code, in every way there is (decisions.md, Linking)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.permissions import Permission, Preset, Visibility
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.services import access_requests
from tests.services.world import LIVE, NOON, SPARK
from tests.ui.center.linking import child, codes_in, dialogs, forward, open_wizard, press, tick, type_in


@pytest.fixture
def window(desk, nora):
    return desk.open(nora)


@pytest.fixture
def wizard(desk, window):
    return open_wizard(desk)


def made(world, nora):
    return access_requests.list_all(world.context, nora)


def finish(desk, wizard):
    press(desk, wizard, "finish_button")
    desk.qtbot.waitUntil(lambda: bool(dialogs(desk, "qr_code_dialog")))
    desk.settle()
    (dialog,) = dialogs(desk, "qr_code_dialog")
    return dialog


def test_the_usual_way_needs_no_choice_and_ends_with_the_code(desk, wizard, world, nora):
    forward(desk, wizard, "way", "sending", "permissions", "recipient", "summary")
    assert child(wizard, "finish_button").text().replace("&", "") == "Generate QR code"

    dialog = finish(desk, wizard)

    (row,) = made(world, nora)
    assert (row.kind, row.method, row.permissions, row.expected_handle) == (Kind.LINK, Method.QR_CODE, SPARK, None)
    assert row.expires_at - row.created_at == timedelta(minutes=10)
    assert codes_in(dialog) == [row.code_text]
    assert not dialogs(desk, "add_tiktok_account_wizard")


def test_ctrl_n_starts_it(desk, window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()

    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: bool(dialogs(desk, "add_tiktok_account_wizard")))


def test_before_you_start_ticks_what_is_there_and_says_what_only_the_person_knows(desk, wizard):
    texts = " ".join(child(wizard, "checks").texts())

    for part in (
        "A TikTok account",
        "@nora_tt",
        "Lantern Media asks",
        "You are an Admin",
        "on the phone",
        "0 of at most",
    ):
        assert part in texts
    advice = " ".join(wizard.currentPage().advice.texts())
    assert "Agree on a time" in advice
    assert "password" in advice


def test_a_locked_store_key_stops_before_anything_is_typed_and_can_be_checked_again(desk, window, world):
    key = world.context.keys.key
    world.context.keys.lock()
    wizard = open_wizard(desk)
    assert not child(wizard, "next_button").isEnabled()
    assert "recovery text" in " ".join(child(wizard, "checks").texts())

    world.context.keys.unlock(key)
    press(desk, wizard, "check_again_button")

    assert child(wizard, "next_button").isEnabled()


def test_a_notification_goes_to_the_handle(desk, wizard, world, nora):
    world.sign_up("mara")
    forward(desk, wizard, "way", "sending")
    tick(wizard, "notification_radio")
    forward(desk, wizard, "permissions", "recipient")
    type_in(desk, wizard, "handle_edit", "@Mara")
    forward(desk, wizard, "summary")
    assert child(wizard, "finish_button").text().replace("&", "") == "Send notification"

    finish(desk, wizard)

    (row,) = made(world, nora)
    assert (row.method, row.expected_handle) == (Method.NOTIFICATION, "mara")
    assert row.expires_at - row.created_at == timedelta(days=7)


def test_a_notification_needs_a_handle(desk, wizard, world, nora):
    forward(desk, wizard, "way", "sending")
    tick(wizard, "notification_radio")
    forward(desk, wizard, "permissions", "recipient")

    press(desk, wizard, "next_button")

    assert wizard.currentPage().step == "recipient"
    assert wizard.currentPage().form.error_text("expected_handle")


def test_a_claim_needs_its_tick_and_has_no_end_date(desk, wizard, world, nora):
    forward(desk, wizard, "way")
    tick(wizard, "claim_radio")
    forward(desk, wizard, "claim_warning")

    press(desk, wizard, "next_button")
    assert wizard.currentPage().step == "claim_warning"
    assert wizard.currentPage().form.error_text("fully_owned").startswith("Tick this to go on.")

    tick(wizard, "fully_owned_check")
    forward(desk, wizard, "permissions", "recipient")
    assert not child(wizard, "end_check").isVisible()
    forward(desk, wizard, "summary")
    finish(desk, wizard)
    assert made(world, nora)[0].kind is Kind.CLAIM


def test_the_choice_of_the_way_names_what_each_means(desk, wizard):
    forward(desk, wizard, "way")
    words = [card.description_label.text() for card in wizard.currentPage().cards]

    assert child(wizard, "link_radio").isChecked()
    assert "revoke access at any time" in words[0]
    assert "large organisations" in words[1]
    assert "cannot be claimed by another Business Center" in words[1]
    assert "no code is sent" in words[2]


def test_an_own_account_asks_for_no_handle_and_sends_no_code(desk, wizard, world, nora):
    forward(desk, wizard, "way")
    tick(wizard, "own_radio")
    forward(desk, wizard, "permissions", "recipient")
    assert not child(wizard, "handle_edit").isVisible()
    forward(desk, wizard, "summary")
    assert child(wizard, "finish_button").text().replace("&", "") == "Ask on my phone"

    finish(desk, wizard)

    (row,) = made(world, nora)
    assert (row.kind, row.expected_handle) == (Kind.OWN, "nora_tt")


def test_the_list_of_steps_follows_the_way(desk, wizard):
    forward(desk, wizard, "way")
    names = lambda: [label.text() for _picture, label in wizard.step_list._rows]  # noqa: E731
    assert "How to send it" in names()

    tick(wizard, "claim_radio")
    assert ("Claim ownership" in names(), "How to send it" in names()) == (True, False)
    tick(wizard, "own_radio")
    assert len(names()) == 5


def test_back_keeps_everything(desk, wizard):
    forward(desk, wizard, "way", "sending", "permissions")
    press(desk, wizard, "live_ads_preset_button")
    forward(desk, wizard, "recipient")
    type_in(desk, wizard, "handle_edit", "mara")
    type_in(desk, wizard, "purpose_edit", "Live week")
    for _ in range(4):
        press(desk, wizard, "back_button")
    assert wizard.currentPage().step == "before_you_start"

    forward(desk, wizard, "way", "sending", "permissions", "recipient")

    assert (child(wizard, "handle_edit").text(), child(wizard, "purpose_edit").text()) == ("mara", "Live week")
    forward(desk, wizard, "summary")
    assert wizard.flow.draft().permissions == LIVE


def test_two_presses_of_the_last_button_make_one_request(desk, wizard, world, nora):
    forward(desk, wizard, "way", "sending", "permissions", "recipient", "summary")
    button = child(wizard, "finish_button")

    desk.qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    button.click()
    desk.qtbot.waitUntil(lambda: bool(dialogs(desk, "qr_code_dialog")))

    assert len(made(world, nora)) == 1


def test_cancel_makes_nothing(desk, wizard, world, nora):
    forward(desk, wizard, "way", "sending")

    press(desk, wizard, "cancel_button")

    assert made(world, nora) == ()
    assert open_wizard(desk) is not wizard


def test_a_standard_member_is_not_offered_the_wizard(desk, world, nora):
    sam = world.standard_member(nora)
    assert sam.role is BusinessCenterRole.STANDARD
    window = desk.open(sam)
    with desk.qtbot.waitActive(window):
        window.activateWindow()

    desk.qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    assert not dialogs(desk, "add_tiktok_account_wizard")


def test_all_pages_can_be_gone_through_by_keyboard(desk, wizard, world, nora, qtbot):
    with qtbot.waitActive(wizard):
        wizard.activateWindow()
    starts = []
    for _ in range(6):
        starts.append((wizard.currentPage().step, QApplication.focusWidget().objectName()))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        desk.settle()

    assert starts == [
        ("before_you_start", "next_button"),
        ("way", "link_radio"),
        ("sending", "qr_code_radio"),
        ("permissions", "spark_ads_preset_button"),
        ("recipient", "handle_edit"),
        ("summary", "finish_button"),
    ]
    qtbot.waitUntil(lambda: len(made(world, nora)) == 1)
    qtbot.waitUntil(lambda: bool(dialogs(desk, "qr_code_dialog")))


def test_arrows_choose_the_way(desk, wizard, qtbot):
    forward(desk, wizard, "way")

    qtbot.keyClick(child(wizard, "link_radio"), Qt.Key.Key_Down)

    assert child(wizard, "claim_radio").isChecked()


def test_no_two_mnemonics_of_a_page_are_the_same(desk, wizard):
    shown = set(wizard.flow.path()) | {"claim_warning"}
    buttons = [child(wizard, f"{name}_button").text() for name in ("back", "next", "cancel", "guide")]
    for step in shown:
        page = wizard.pages_by_step[step]
        texts = buttons + [w.text() for w in page.findChildren(QAbstractButton)]
        texts += [w.text() for w in page.findChildren(QLabel) if w.buddy() is not None]
        keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(keys) == len(set(keys)), (step, keys)


def test_f1_opens_the_guide_beside_the_wizard(desk, wizard, qtbot):
    qtbot.keyClick(wizard, Qt.Key.Key_F1)

    qtbot.waitUntil(lambda: bool(dialogs(desk, "guide_dialog")))
    assert wizard.isVisible()
    assert not wizard.isModal()


def test_what_was_chosen_is_what_is_asked(desk, wizard, world, nora):
    forward(desk, wizard, "way", "sending", "permissions")
    press(desk, wizard, "custom_preset_button")
    for permission in Permission:
        tick(wizard, f"{permission.name.lower()}_check")
    tick(wizard, "show_on_profile_and_in_ads_radio")
    forward(desk, wizard, "recipient")
    type_in(desk, wizard, "handle_edit", "mara")
    type_in(desk, wizard, "purpose_edit", "Autumn campaign")
    tick(wizard, "end_check")
    wizard.currentPage().life_combo.setCurrentText("1 hour")
    forward(desk, wizard, "summary")

    finish(desk, wizard)

    (row,) = made(world, nora)
    assert row.permissions.permissions == frozenset(Permission)
    assert row.permissions.visibility is Visibility.SHOW_ON_PROFILE_AND_IN_ADS
    assert row.permissions.preset is Preset.CUSTOM
    assert (row.purpose, row.expires_at - row.created_at) == ("Autumn campaign", timedelta(hours=1))
    assert timedelta(days=89) < row.wanted_end - NOON < timedelta(days=92)


def test_enter_goes_on_from_the_first_page_once_its_checks_are_made(desk, wizard):
    assert wizard.currentPage().step == "before_you_start"
    assert wizard.focusWidget() is child(wizard, "next_button")
