"""The Members page: who is there, what should be mended, and what can be done with each line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.roles import AssetRole, FinanceRole, MemberStatus
from bcdesktop.services import invitations, members, people
from bcdesktop.ui.center.dialogs.end_membership import ask_end_membership
from bcdesktop.ui.kit.walk import violations
from tests.services.inviting import ADMIN, STANDARD, invite, join, member_id, row_of
from tests.services.world import PASSWORD
from tests.ui.center.linking import child, dialog_called, press


@pytest.fixture
def link_id(world, nora):
    return world.approve(world.request(nora), world.sign_up("mara")).result.link_id


@pytest.fixture
def page(desk, nora):
    desk.open(nora)
    return desk.go("members")


def rows(page):
    return [record.email.partition("@")[0] for record in page.members_table.shown_records()]


def cell(page, column, row):
    names = [c.name for c in page.members_table.record_model.columns]
    return page.members_table.filter.index(row, names.index(column)).data()


def choose(desk, page, email):
    """Put the cursor on the line of an address."""
    desk.qtbot.waitUntil(lambda: email.partition("@")[0] in rows(page))
    record = next(one for one in page.members_table.shown_records() if one.email == email)
    assert page.members_table.select_record(record.id)
    desk.settle()
    return record


def wait_for(desk, page, *names):
    desk.qtbot.waitUntil(lambda: rows(page) == list(names))
    desk.settle()


# ------------------------------------------------------------------ the list
def test_a_line_says_state_role_and_accounts_and_marks_who_sees_nothing(desk, world, nora, page):
    join(world, nora, "Sam")
    invite(world, nora, "ida@example.com")
    wait_for(desk, page, "nora", "sam", "ida")
    assert [cell(page, "name", row) for row in range(3)] == ["Nora (you)", "Sam", "ida@example.com"]
    assert [cell(page, "state", row) for row in range(3)] == ["Member", "Member", "Invited"]
    assert [cell(page, "accounts", row) for row in range(3)] == ["None", "None", "–"]
    assert cell(page, "role", 1) == "Standard"


def test_the_line_above_counts_and_warns_of_a_single_admin(desk, world, nora, page):
    assert page.counts_label.text() == "1 of 20 admins · 0 of 3980 standard members"
    assert any("Only one admin" in text for text in page.warnings.texts())
    join(world, nora, "Ada", role=ADMIN)
    desk.qtbot.waitUntil(lambda: page.counts_label.text().startswith("2 of 20"))
    assert page.warnings.isHidden()


def test_too_many_admins_are_warned_of(desk, world, nora, page):
    for name in ("Ada", "Bo", "Cem", "Dan", "Eve"):
        join(world, nora, name, role=ADMIN)
    desk.qtbot.waitUntil(lambda: any("6 admins" in text for text in page.warnings.texts()))


def test_words_and_state_filter_and_who_left_is_shown_only_when_asked_for(desk, world, nora, page):
    members.remove(world.context, nora, member_id(world, nora, join(world, nora, "Otis")))
    join(world, nora, "Sam")
    invite(world, nora, "ida@example.com")
    wait_for(desk, page, "nora", "sam", "ida")
    for state, names in (("Removed", ["otis"]), ("Invited", ["ida"]), ("Admins", ["nora"]), ("Expired", [])):
        page.members_state_combo.setCurrentText(state)
        assert rows(page) == names, state
    page.members_state_combo.setCurrentText("Everybody")
    page.members_filter_edit.setText("sam")
    assert rows(page) == ["sam"]


def test_an_invitation_that_ran_out_says_so(desk, world, nora, page):
    invite(world, nora, "ida@example.com")
    world.wait(days=8)
    page.refresh()
    desk.qtbot.waitUntil(lambda: cell(page, "state", 1) == "Expired")
    choose(desk, page, "ida@example.com")
    assert "ran out" in child(page.panel, "member_state_label").text()


# ------------------------------------------------------------------ roles
def test_roles_are_changed_in_the_details_and_saved_by_a_button(desk, world, nora, page):
    join(world, nora, "Sam")
    choose(desk, page, "sam@example.com")
    assert not child(page.panel, "save_role_button").isEnabled()
    child(page.panel, "center_role_combo").setCurrentText("Admin")
    child(page.panel, "center_finance_role_combo").setCurrentText("Finance analyst")
    press(desk, page.panel, "save_role_button")
    row = row_of(world, nora, "sam@example.com")
    assert (row.role, row.finance_role) == (ADMIN, FinanceRole.ANALYST)


def test_the_last_admin_who_lowers_themselves_is_told_why_not_and_keeps_the_choice(desk, world, nora, page):
    choose(desk, page, "nora@example.com")
    child(page.panel, "center_role_combo").setCurrentText("Standard")
    press(desk, page.panel, "save_role_button")
    assert page.panel.overview.bar.isVisible()
    assert "last admin" in page.panel.overview.bar.title_label.text()
    assert child(page.panel, "center_role_combo").currentText() == "Standard"
    assert row_of(world, nora, "nora@example.com").role is ADMIN


def test_a_role_that_is_not_saved_is_asked_about_before_the_page_goes(desk, world, nora, page):
    join(world, nora, "Sam")
    choose(desk, page, "sam@example.com")
    child(page.panel, "center_role_combo").setCurrentText("Admin")
    assert page.has_unsaved()
    page.discard()
    assert not page.has_unsaved()


def test_who_lowers_themselves_sees_what_a_standard_member_sees(desk, world, nora, page):
    join(world, nora, "Ada", role=ADMIN)
    members.change_role(world.context, nora, member_id(world, nora, nora), STANDARD, None)
    desk.qtbot.waitUntil(lambda: desk.window.actor.role is STANDARD)
    desk.settle()
    assert not desk.window.sidebar.buttons["members"].isEnabled()


# ------------------------------------------------------------------ access and activity
def test_the_accounts_tab_lists_what_they_have_and_asks_for_the_dialog_that_gives_more(
    desk, world, nora, link_id, page
):
    sam = join(world, nora, "Sam", accounts=((link_id, AssetRole.OPERATOR),))
    choose(desk, page, "sam@example.com")
    page.panel.tabs.setCurrentIndex(1)
    assert child(page.panel, "member_accounts_list").item(0).text().startswith("@mara · Operator")
    with desk.qtbot.waitSignal(desk.window.navigator.access_requested) as asked:
        press(desk, page.panel, "grant_access_button")
    assert asked.args == [Holder(HolderKind.MEMBER, member_id(world, nora, sam))]


def test_an_invitation_shows_what_it_will_give(desk, world, nora, link_id, page):
    invite(world, nora, "ida@example.com", accounts=((link_id, AssetRole.ANALYST),))
    choose(desk, page, "ida@example.com")
    assert child(page.panel, "member_accounts_list").item(0).text() == "@mara · Analyst"


def test_the_activity_tab_tells_what_happened_to_the_person(desk, world, nora, page):
    join(world, nora, "Sam")
    choose(desk, page, "sam@example.com")
    texts = [page.panel.member_activity_list.item(i).text() for i in range(page.panel.member_activity_list.count())]
    assert [text.partition("\n")[0] for text in texts] == ["Accepted an invitation", "Invited a member"]


# ------------------------------------------------------------------ removing
def test_removing_lists_everything_that_is_lost_and_happens_only_when_confirmed(desk, world, nora, link_id, page):
    join(world, nora, "Sam", accounts=((link_id, AssetRole.OPERATOR),))
    choose(desk, page, "sam@example.com")
    press(desk, page.panel, "remove_member_button")
    dialog = dialog_called(desk, "end_membership_dialog")
    said = " ".join(label.text() for label in dialog.findChildren(type(dialog.title_label)))
    assert "Sam: @mara" in said
    assert "stay with the Business Center" in said
    press(desk, dialog, "cancel_button")
    assert row_of(world, nora, "sam@example.com").status is MemberStatus.BOUND
    press(desk, page.panel, "remove_member_button")
    press(desk, dialog_called(desk, "end_membership_dialog"), "accept_button")
    wait_for(desk, page, "nora")
    assert row_of(world, nora, "sam@example.com").status is MemberStatus.UNBOUND


def test_the_delete_key_asks_before_it_removes(desk, world, nora, page):
    join(world, nora, "Sam")
    choose(desk, page, "sam@example.com")
    desk.qtbot.keyClick(page.members_table, Qt.Key.Key_Delete)
    desk.settle()
    assert dialog_called(desk, "end_membership_dialog").title_label.text() == "Remove Sam?"


def test_who_leaves_comes_to_the_sign_in_page(desk, world, nora):
    join(world, nora, "Ada", role=ADMIN)
    desk.open(nora)
    losses = members.losses(world.context, nora)
    ask_end_membership(desk.session, nora, desk.window.navigator, losses)
    desk.settle()
    press(desk, dialog_called(desk, "end_membership_dialog"), "accept_button")
    desk.wait_for("sign_in_view")
    assert people.business_centers_of(world.context, nora.person_id) == ()


def test_who_is_removed_while_the_window_is_open_goes_on_in_another_business_center(desk, world, nora):
    otto = world.center("Otter Works", "Otto")
    code = invite(world, otto, "nora@example.com")[0].code
    joined = invitations.accept(world.context, code, "", PASSWORD)
    desk.open(joined)
    members.remove(world.context, otto, member_id(world, otto, joined))
    desk.qtbot.waitUntil(lambda: desk.window.actor.business_center_id == nora.business_center_id)
    desk.settle()
    assert "Otter Works" in desk.window.notices.toast.text_label.text()


# ------------------------------------------------------------------ invitations
def test_sending_again_shows_the_new_code(desk, world, nora, page):
    old = invite(world, nora, "ida@example.com")[0]
    choose(desk, page, "ida@example.com")
    press(desk, page.panel, "resend_invitation_button")
    dialog = dialog_called(desk, "invited_dialog")
    assert [one.email for one in dialog.invited] == ["ida@example.com"]
    assert dialog.invited[0].code != old.code


def test_withdrawing_asks_first(desk, world, nora, page):
    invite(world, nora, "ida@example.com")
    choose(desk, page, "ida@example.com")
    press(desk, page.panel, "withdraw_invitation_button")
    press(desk, dialog_called(desk, "withdraw_dialog"), "accept_button")
    wait_for(desk, page, "nora")


def test_the_invitation_with_its_code_can_be_copied(desk, world, nora, page):
    made = invite(world, nora, "ida@example.com")[0]
    choose(desk, page, "ida@example.com")
    press(desk, page.panel, "copy_invitation_button")
    assert made.code in QGuiApplication.clipboard().text()


def test_several_invitations_are_withdrawn_from_the_menu(desk, world, nora, page):
    invite(world, nora, "ida@example.com", "tess@example.com")
    wait_for(desk, page, "nora", "ida", "tess")
    menu = page.deeds.menu([row for row in page.members_table.shown_records() if row.is_invitation])
    actions = {action.objectName(): action for action in menu.actions()}
    assert not actions["remove_action"].isEnabled()
    actions["withdraw_action"].trigger()
    menu.close()
    press(desk, dialog_called(desk, "withdraw_dialog"), "accept_button")
    wait_for(desk, page, "nora")


def test_somebody_locked_out_is_let_in_again_after_a_question(desk, world, nora, page):
    join(world, nora, "Sam")
    choose(desk, page, "sam@example.com")
    press(desk, page.panel, "let_in_button")
    press(desk, dialog_called(desk, "let_in_dialog"), "accept_button")
    assert world.last_entry(nora).action == "sign_in_reset"


def test_who_declined_or_left_is_invited_again_with_one_press(desk, world, nora, page):
    code = invite(world, nora, "ida@example.com", names={"ida@example.com": "Ida"})[0].code
    invitations.decline(world.context, code, "not now")
    choose(desk, page, "ida@example.com")
    press(desk, page.panel, "invite_again_button")
    wizard = dialog_called(desk, "invite_members_wizard")
    desk.settle()
    assert child(wizard, "addresses_edit").toPlainText() == "Ida <ida@example.com>"
    assert wizard.currentPage().isComplete()


# ------------------------------------------------------------------ where other pages lead
@pytest.mark.parametrize(("status", "names"), [("nothing", ["nora"]), ("invited", ["ida"]), ("expired", [])])
def test_another_page_leads_to_the_lines_of_one_state(desk, world, nora, page, status, names):
    invite(world, nora, "ida@example.com")
    wait_for(desk, page, "nora", "ida")
    desk.go("members", status=status)
    assert rows(page) == names


def test_another_page_leads_to_one_person_even_where_the_filter_hides_them(desk, world, nora, page):
    row_id = member_id(world, nora, join(world, nora, "Otis"))
    members.remove(world.context, nora, row_id)
    desk.go("members", member_id=row_id)
    desk.qtbot.waitUntil(lambda: getattr(page.members_table.current_record(), "id", None) == row_id)
    assert page.members_state_combo.currentText() == "Everybody"


# ------------------------------------------------------------------ who may
def test_a_standard_member_sees_the_page_grey_with_the_reason_and_who_can_help(desk, world, nora):
    desk.open(world.standard_member(nora))
    button = desk.window.sidebar.buttons["members"]
    assert not button.isEnabled()
    assert "Nora" in button.toolTip()
    assert button.toolTip() == button.statusTip()


def test_every_control_of_the_page_can_be_named(desk, world, nora, page):
    join(world, nora, "Sam")
    choose(desk, page, "sam@example.com")
    assert violations(desk.window) == []
