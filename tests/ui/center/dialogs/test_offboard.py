"""Off-boarding in the window: the list with its ticks, what stops, the red verb, the receipt (A0-48)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ending import EndReason, EndWay
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import invitations, members, offboarding, partners, tiktok_accounts
from bcdesktop.services.offboarding_records import Reach, ReachGroup, ReachLine, Subject, SubjectKind
from bcdesktop.services.people_records import NewInvitation
from bcdesktop.ui.center.dialogs.offboard import OffboardDialog
from bcdesktop.ui.kit.walk import violations
from tests.services.access import OPERATOR, give, holder_of, link
from tests.services.inviting import TEXT
from tests.services.partnering import invite
from tests.ui.center.linking import child, dialog_called, press


@pytest.fixture
def ida(world, nora):
    """An admin with an account, an open code and an invitation that waits."""
    ida = world.standard_member(nora, "Ida")
    holder = holder_of(world, ida)
    members.change_role(world.context, nora, holder.id, nora.role, None)
    give(world, nora, link(world, nora, "mara"), holder, OPERATOR)
    world.request(ida, expected_handle="omar")
    invitations.invite(world.context, ida, NewInvitation(("tess@example.com",)), TEXT, "first")
    return ida


@pytest.fixture
def dialog(desk, world, nora, ida):
    desk.open(nora)
    page = desk.go("members", member_id=holder_of(world, ida).id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    desk.settle()
    desk.press("off_board_member_button")
    return dialog_called(desk, "offboard_dialog")


def test_the_list_opens_with_ticks_at_what_may_be_left_out(dialog):
    assert "@mara · Operator" in child(dialog, "reach_tiktok_accounts_label").text()
    boxes = {box.text(): box.isChecked() for box in dialog.findChildren(QCheckBox)}
    assert boxes == {"@omar": True, "tess@example.com": True}
    assert not child(dialog, "accept_button").isVisible()


def test_what_is_ended_is_listed_before_and_stands_on_the_receipt(desk, world, nora, ida, dialog):
    child(dialog, "reach_more_invitations_0_check").click()
    press(desk, dialog, "offboard_next_button")
    assert any("Open requests that are closed: 1" in text for text in dialog.effects_view.texts())
    assert not any("Invitations" in text for text in dialog.effects_view.texts())
    dialog.reason_combo.setCurrentIndex(dialog.reason_combo.findData(EndReason.LEAVING))

    press(desk, dialog, "accept_button")

    receipt = dialog_called(desk, "receipt_dialog")
    assert receipt.view.sheet.receipt.reason is EndReason.LEAVING
    states = {row.email: row.status for row in members.list_all(world.context, nora).rows}
    assert states["ida@example.com"] is MemberStatus.UNBOUND
    assert states["tess@example.com"] is MemberStatus.PENDING


def test_enter_never_ends_and_back_goes_back(desk, dialog):
    press(desk, dialog, "offboard_next_button")
    assert dialog.cancel_button.isDefault()
    assert not dialog.accept_button.autoDefault()
    press(desk, dialog, "offboard_back_button")
    assert child(dialog, "offboard_next_button").isVisible()


def test_a_list_that_changed_meanwhile_is_shown_anew(desk, world, nora, ida, dialog):
    press(desk, dialog, "offboard_next_button")
    give(world, nora, link(world, nora, "bela"), holder_of(world, ida), OPERATOR)

    press(desk, dialog, "accept_button")

    assert "changed" in dialog.notice.title_label.text()
    assert "Members who lose access: 2" in " ".join(dialog.effects_view.texts())
    press(desk, dialog, "accept_button")
    assert dialog_called(desk, "receipt_dialog")


def test_somebody_else_was_quicker(desk, world, nora, ida, dialog):
    press(desk, dialog, "offboard_next_button")
    offboarding.end(world.context, nora, Subject(SubjectKind.MEMBER, holder_of(world, ida).id), ())
    press(desk, dialog, "accept_button")
    assert "already ended" in dialog.notice.title_label.text()
    assert not dialog.accept_button.isEnabled()


def test_a_partner_is_off_boarded_from_the_panel(desk, world, nora):
    mara = link(world, nora, "mara")
    otto = world.center("Otter Works", "Otto")
    row = invite(world.context, nora, otto.business_center_id, mara)
    partners.accept(world.context, otto, row.id)
    desk.open(nora)
    page = desk.go("partners", partnership_id=row.id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    desk.press("off_board_partner_button")
    dialog = dialog_called(desk, "offboard_dialog")
    press(desk, dialog, "offboard_next_button")
    press(desk, dialog, "accept_button")
    assert dialog_called(desk, "receipt_dialog")
    assert partners.get(world.context, nora, row.id).state is PartnershipState.ENDED


def test_nobody_is_offered_to_off_board_themselves(desk, world, nora):
    desk.open(nora)
    page = desk.go("members", member_id=holder_of(world, nora).id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    assert not desk.shows("off_board_member_button")


def long_reach(number):
    lines = [ReachLine(ReachGroup.TIKTOK_ACCOUNTS, f"a{n}", f"@shop{n}") for n in range(number)]
    lines += [ReachLine(ReachGroup.INVITATIONS, f"i{n}", f"p{n}@example.com", is_optional=True) for n in range(number)]
    lines.append(ReachLine(ReachGroup.OWN_AD_ACCOUNTS, "x", "Own shop", is_optional=True, helpers=("Nora",)))
    return Reach(Subject(SubjectKind.MEMBER, "1"), "Ida", "ida@example.com", tuple(lines))


def test_long_lists_are_cut_and_stay_chosen_whole(desk, nora):
    desk.open(nora)
    dialog = OffboardDialog(desk.session, nora, desk.window.navigator, long_reach(150))
    desk.window.navigator.open_dialog(dialog)
    assert "… and 50 more" in child(dialog, "reach_tiktok_accounts_label").text()
    assert len(dialog.reach_view.chosen()) == 150
    child(dialog, "reach_more_invitations_rest_check").click()
    assert len(dialog.reach_view.chosen()) == 100


def test_what_somebody_else_has_to_end_says_who(desk, nora):
    desk.open(nora)
    dialog = OffboardDialog(desk.session, nora, desk.window.navigator, long_reach(1))
    desk.window.navigator.open_dialog(dialog)
    box = child(dialog, "reach_more_own_ad_accounts_0_check")
    assert (box.isEnabled(), box.isChecked()) == (False, False)
    assert child(dialog, "reach_more_own_ad_accounts_0_check_reason_label").text() == "Only Nora can end this."


def test_everything_in_it_has_a_name(desk, dialog):
    assert violations(dialog) == []
    press(desk, dialog, "offboard_next_button")
    assert violations(dialog) == []


def test_whoever_looks_for_it_chooses_who_leaves(desk, world, nora, ida):
    desk.open(nora)
    desk.go("members", off_board=True)
    choice = dialog_called(desk, "offboard_choice_dialog")
    assert violations(choice) == []
    assert [row.name for row in choice.leavers_table.record_model.records] == ["Ida", "@mara"]
    assert not choice.choose_leaver_button.isEnabled()
    assert choice.leavers_table.select_record(choice.leavers_table.record_model.records[1].id)
    press(desk, choice, "choose_leaver_button")
    dialog = dialog_called(desk, "offboard_dialog")
    assert dialog.title_label.text() == "Off-board @mara"
    assert "Ida · Operator" in child(dialog, "reach_people_label").text()


def test_a_client_is_off_boarded_from_the_account(desk, world, nora, ida):
    link_id = next(row.id for row in tiktok_accounts.list_all(world.context, nora))
    desk.open(nora)
    page = desk.go("tiktok_accounts", link_id=link_id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    desk.press("off_board_client_button")
    dialog = dialog_called(desk, "offboard_dialog")
    press(desk, dialog, "offboard_next_button")
    press(desk, dialog, "accept_button")
    assert dialog_called(desk, "receipt_dialog").view.sheet.receipt.way is EndWay.CLIENT
    assert tiktok_accounts.get(world.context, nora, link_id).state is LinkState.DISCONNECTED
