"""Everything of members and invitations has its names and goes through translation."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bcdesktop.services import members
from bcdesktop.ui.center.dialogs.end_membership import ask_end_membership
from bcdesktop.ui.center.dialogs.invited import InvitedDialog
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations
from tests.services.inviting import ADMIN, code_for, invite, join, row_of
from tests.ui.center.linking import child, dialog_called, press

DATA = ("Nora", "Sam", "Lantern Media", "@", "INV-", "2026")


@pytest.fixture
def pseudo(qapp):
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    yield translator
    QApplication.removeTranslator(translator)


def is_data(text: str) -> bool:
    return any(part in text for part in DATA)


def test_the_wizard_and_the_codes_after_it(desk, world, nora, pseudo):
    world.approve(world.request(nora), world.sign_up("mara"))
    desk.open(nora)
    desk.go("members").invite()
    wizard = dialog_called(desk, "invite_members_wizard")
    child(wizard, "addresses_edit").setPlainText("sam@example.com nora@example.com")
    desk.qtbot.waitUntil(child(wizard, "leave_out_button").isVisible)
    press(desk, wizard, "leave_out_button")
    for _ in range(3):
        assert (violations(wizard), untranslated(wizard.currentPage(), is_data)) == ([], [])
        press(desk, wizard, "next_button")
    assert (violations(wizard), untranslated(wizard.currentPage(), is_data)) == ([], [])


def test_the_details_of_members_and_invitations(desk, world, nora, pseudo):
    join(world, nora, "Sam")
    invite(world, nora, "ida@example.com")
    desk.open(nora)
    page = desk.go("members")
    for email in ("sam@example.com", "ida@example.com"):
        page.members_table.select_record(row_of(world, nora, email).id)
        desk.settle()
        assert (violations(page), untranslated(page, is_data)) == ([], [])


def test_the_dialogs(desk, world, nora, pseudo):
    desk.open(nora)
    navigator = desk.window.navigator
    made = invite(world, nora, "sam@example.com")
    join(world, nora, "Ada", role=ADMIN)
    ask_end_membership(desk.session, nora, navigator, members.losses(world.context, nora))
    desk.settle()
    asked = dialog_called(desk, "end_membership_dialog")
    for dialog in (asked, navigator.open_dialog(InvitedDialog(desk.session, navigator, made))):
        assert (violations(dialog), untranslated(dialog, is_data)) == ([], [])
        dialog.close()


def test_the_pane_for_who_was_invited(desk, world, nora, pseudo):
    desk.open()
    desk.press("have_invitation_button")
    pane = desk.widget("invitation_pane")
    pane.look_up(code_for(world, nora))
    desk.wait_for("offer_label")
    for view in (pane.code_entry, pane.offer_view, pane.decline_view):
        assert untranslated(view, is_data) == []
