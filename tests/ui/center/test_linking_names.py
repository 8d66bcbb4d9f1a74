"""Every control of the linking flow has its names, and every text a person sees goes through translation."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from bcdesktop.core.access_requests import Method
from bcdesktop.services import access_requests
from bcdesktop.ui.center.dialogs.end_access import ask_end_access
from bcdesktop.ui.center.dialogs.enter_answer import EnterAnswerDialog
from bcdesktop.ui.center.dialogs.full_screen_code import FullScreenCode
from bcdesktop.ui.center.dialogs.guide import GuideDialog
from bcdesktop.ui.center.dialogs.qr_code import QrCodeDialog
from bcdesktop.ui.center.dialogs.send_mail import SendMailDialog
from bcdesktop.ui.center.dialogs.send_notification import SendNotificationDialog
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.center.pages.requests import RequestsPage
from bcdesktop.ui.center.wizards.add_tiktok_account import AddTikTokAccountWizard
from bcdesktop.ui.kit.notices import Notices
from bcdesktop.ui.kit.theme import ColorScheme
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations

DATA = ("lantern media", "mara", "nora", "spring campaign", "f1", "feb", "nov", "utc")


@pytest.fixture(params=[ColorScheme.LIGHT, ColorScheme.DARK])
def scheme(request, theme):
    theme.set_scheme(request.param)
    return request.param


@pytest.fixture
def marked(qapp):
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    yield translator
    QApplication.removeTranslator(translator)


@pytest.fixture
def place(desk, qtbot, scheme, marked):
    """A plain window, so that nothing but the part in question is walked."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Navigator(window, Notices(window))


def is_data(text: str) -> bool:
    low = text.lower()
    return any(name in low for name in DATA)


def faults(widget: QWidget) -> list[str]:
    return violations(widget) + untranslated(widget, is_data)


def check(desk, qtbot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    desk.settle()
    assert faults(widget) == []


@pytest.mark.parametrize("state", ["open", "scanned", "approved", "expired", "notification"])
def test_the_qr_dialog(desk, qtbot, place, world, nora, state):
    mara = world.sign_up("mara")
    method = Method.NOTIFICATION if state == "notification" else Method.QR_CODE
    handle = "mara" if state == "notification" else None
    request = world.request(nora, method=method, expected_handle=handle, purpose="Spring campaign")
    if state == "scanned":
        world.scan(request, mara)
    elif state == "approved":
        world.approve(request, mara)
    elif state == "expired":
        world.wait(minutes=11)

    dialog = QrCodeDialog(desk.session, nora, place, request.id)
    check(desk, qtbot, dialog)
    dialog.done(0)


def test_full_screen_and_the_other_dialogs(desk, qtbot, place, world, nora):
    request = world.request(nora)
    row = access_requests.get(world.context, nora, request.id)
    for dialog in (
        FullScreenCode(desk.session, nora, row, place.window),
        SendNotificationDialog(desk.session, nora, row, place.window),
        SendMailDialog(desk.session, nora, row, place.window),
        EnterAnswerDialog(desk.session, nora, place),
        GuideDialog(place, may_add=True),
    ):
        check(desk, qtbot, dialog)


def test_the_question_before_an_account_is_disconnected(desk, qtbot, place, world, nora):
    linked = world.approve(world.request(nora), world.sign_up("mara"))
    ask_end_access(desk.session, nora, place, linked.result.link_id, "mara")
    desk.settle()
    dialog = place.window.findChild(QWidget, "end_access_dialog")
    assert faults(dialog) == []
    dialog.done(0)


def test_the_requests_page(desk, qtbot, place, world, nora):
    request = world.request(nora, expected_handle="mara")
    page = RequestsPage(desk.session, nora, place)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.requests_table.select_record(request.id))

    assert faults(page) == []
    page._timer.stop()


@pytest.mark.parametrize("way", ["link_radio", "claim_radio", "own_radio"])
def test_every_page_of_the_wizard(desk, qtbot, place, world, nora, way):
    world.sign_up("mara")
    wizard = AddTikTokAccountWizard(desk.session, nora, place)
    qtbot.addWidget(wizard)
    wizard.show()
    desk.settle()
    wizard.next()
    wizard.findChild(QWidget, way).setChecked(True)
    wizard.findChild(QWidget, "handle_edit").setText("mara")
    wizard.findChild(QWidget, "fully_owned_check").setChecked(True)
    while not wizard.currentPage().isFinalPage():
        assert faults(wizard) == []
        wizard.next()
        desk.settle()

    assert faults(wizard) == []
