"""The wizard that invites members, from the pasted list to the codes (A4-29, A4-30, A2-08)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWizard

from bcdesktop.core.roles import AppliesTo, AssetRole, FinanceRole
from bcdesktop.services import invitations, mail, members
from bcdesktop.store.tables import BusinessCenter
from bcdesktop.ui.kit.code_sheet import required_line
from tests.services.inviting import ADMIN, STANDARD, invite, join, row_of
from tests.ui.center.linking import child, dialog_called, press


@pytest.fixture
def wizard(desk, nora):
    desk.open(nora)
    page = desk.go("members")
    page.invite()
    desk.settle()
    return dialog_called(desk, "invite_members_wizard")


def paste(desk, wizard, text):
    """Put a list into the field and wait until it was looked at."""
    page = wizard.pages_by_step["addresses"]
    page.set_text(text)
    desk.qtbot.waitUntil(lambda: page._checked is not None and page._checked[0] == text)
    desk.settle()
    return page


def results(wizard):
    table = child(wizard, "found_addresses_table")
    return [
        (table.filter.index(row, 0).data(), table.filter.index(row, 2).data()) for row in range(table.filter.rowCount())
    ]


def next_is_grey(wizard):
    return not wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def to_the_message(desk, wizard, text="sam@example.com"):
    paste(desk, wizard, text)
    for _ in range(3):
        press(desk, wizard, "next_button")


# ------------------------------------------------------------------ addresses
def test_each_piece_of_a_pasted_list_is_shown_with_what_is_wrong(desk, world, nora, wizard):
    join(world, nora, "Sam")
    invite(world, nora, "ida@example.com")
    paste(desk, wizard, "Tess <tess@example.com>, sam@example.com; ida@example.com\nbo@example\ntess@example.com")
    assert results(wizard) == [
        ("tess@example.com", "Can be invited"),
        ("sam@example.com", "Already a member"),
        ("ida@example.com", "Already invited"),
        ("bo@example", "This is not an e-mail address."),
        ("tess@example.com", "In the list twice"),
    ]
    assert next_is_grey(wizard)


def test_bad_ones_are_left_out_by_a_button_and_the_text_stays(desk, wizard):
    page = paste(desk, wizard, "sam@example.com, bo@example")
    press(desk, wizard, "leave_out_button")
    assert results(wizard)[1] == ("bo@example", "Left out")
    assert page.addresses_edit.toPlainText() == "sam@example.com, bo@example"
    assert not next_is_grey(wizard)


def test_an_address_that_is_there_twice_does_not_stand_in_the_way(desk, wizard):
    paste(desk, wizard, "sam@example.com SAM@example.com")
    assert not next_is_grey(wizard)


def test_typing_makes_next_grey_until_the_list_was_looked_at(desk, wizard):
    page = paste(desk, wizard, "sam@example.com")
    desk.qtbot.keyClick(page.addresses_edit, Qt.Key.Key_X)
    assert next_is_grey(wizard)


def test_more_than_fifty_are_told_at_once(desk, wizard):
    page = paste(desk, wizard, " ".join(f"p{n}@example.com" for n in range(51)))
    assert page.notice.title_label.text() == "Too many addresses at once"
    assert next_is_grey(wizard)
    paste(desk, wizard, " ".join(f"p{n}@example.com" for n in range(50)))
    assert page.notice.isHidden()
    assert not next_is_grey(wizard)


# ------------------------------------------------------------------ the whole way
def test_next_next_next_invites_a_standard_member_without_accounts(desk, world, nora, wizard):
    to_the_message(desk, wizard)
    press(desk, wizard, "finish_button")
    dialog = dialog_called(desk, "invited_dialog")
    row = row_of(world, nora, "sam@example.com")
    assert (row.role, row.finance_role, row.accounts) == (STANDARD, None, 0)
    assert invitations.look_up(world.context, dialog.invited[0].code).email == "sam@example.com"
    press(desk, dialog, "copy_code_button")
    assert QGuiApplication.clipboard().text() == dialog.invited[0].code


def test_role_finance_role_and_accounts_are_chosen_for_everybody(desk, world, nora, wizard):
    link_id = world.approve(world.request(nora), world.sign_up("mara")).result.link_id
    paste(desk, wizard, "Sam Tan <sam@example.com>\ntess@example.com")
    press(desk, wizard, "next_button")
    press(desk, wizard, "admin_radio")
    child(wizard, "finance_combo").setCurrentText("Finance analyst")
    press(desk, wizard, "next_button")
    wizard.pages_by_step["accounts"].picker.pick(link_id)
    press(desk, wizard, "next_button")
    assert wizard.pages_by_step["message"].summary.texts() == (
        "sam@example.com, tess@example.com",
        "Admin · Finance analyst",
        "Access to one account or asset as soon as they accept",
    )
    press(desk, wizard, "finish_button")
    dialog_called(desk, "invited_dialog")
    for email, name in (("sam@example.com", "Sam Tan"), ("tess@example.com", "")):
        row = row_of(world, nora, email)
        assert (row.role, row.finance_role, row.name) == (ADMIN, FinanceRole.ANALYST, name)
        offer = invitations.get(world.context, nora, row.id)
        assert offer.accounts == (("@mara", AssetRole.ANALYST),)


def test_the_mail_can_be_changed_and_keeps_its_first_line_and_its_code(desk, world, nora, wizard):
    phone = world.sign_up("sam")
    to_the_message(desk, wizard)
    child(wizard, "body_edit").setPlainText("Come and join us!")
    press(desk, wizard, "finish_button")
    code = dialog_called(desk, "invited_dialog").invited[0].code
    body = mail.inbox(world.context, phone)[0].body
    assert body.startswith(f"{required_line()}\n\nCome and join us!")
    assert body.endswith(code)


def test_a_text_that_was_changed_survives_a_look_at_the_roles(desk, wizard):
    to_the_message(desk, wizard)
    child(wizard, "subject_edit").setText("My own words")
    press(desk, wizard, "back_button")
    press(desk, wizard, "next_button")
    assert child(wizard, "subject_edit").text() == "My own words"


def test_a_text_that_was_not_changed_names_the_role_that_is_chosen(desk, wizard):
    to_the_message(desk, wizard)
    press(desk, wizard, "back_button")
    press(desk, wizard, "back_button")
    press(desk, wizard, "admin_radio")
    press(desk, wizard, "next_button")
    press(desk, wizard, "next_button")
    assert "(Admin)" in child(wizard, "body_edit").toPlainText()


# ------------------------------------------------------------------ refused while sending
def test_somebody_who_joined_meanwhile_leads_back_to_the_list(desk, world, nora, wizard):
    to_the_message(desk, wizard, "sam@example.com tess@example.com")
    join(world, nora, "Sam")
    press(desk, wizard, "finish_button")
    assert wizard.currentPage() is wizard.pages_by_step["addresses"]
    assert results(wizard)[0] == ("sam@example.com", "Already a member")
    assert not any(row.is_invitation for row in members.list_all(world.context, nora).rows)


def test_a_rule_for_admins_shows_at_the_list_once_admin_was_chosen(desk, world, nora, wizard):
    def work(unit):
        center = unit.session.get_one(BusinessCenter, nora.business_center_id)
        center.domains_for, center.allowed_domains = AppliesTo.ADMINS, ["lantern.example"]
        unit.session.add(center)

    world.store.run(work)
    paste(desk, wizard, "sam@example.com")
    press(desk, wizard, "next_button")
    press(desk, wizard, "admin_radio")
    press(desk, wizard, "next_button")
    press(desk, wizard, "next_button")
    press(desk, wizard, "finish_button")
    assert wizard.currentPage() is wizard.pages_by_step["addresses"]
    assert results(wizard) == [("sam@example.com", "This e-mail domain is not allowed")]


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_wizard_asked_for_twice_opens_once(desk, wizard):
    desk.window.inside.pages.currentWidget().invite()
    desk.settle()
    assert dialog_called(desk, "invite_members_wizard") is wizard
