"""Leaving a Business Center from Settings > Your account."""

from __future__ import annotations

from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import invitations
from tests.services.inviting import ADMIN, code_for, join, row_of
from tests.services.world import PASSWORD
from tests.ui.center.linking import dialog_called, press


def test_a_standard_member_leaves_after_a_question_and_is_signed_out(desk, world, nora):
    desk.open(join(world, nora))
    desk.go("settings", card="your_account")
    desk.press("leave_center_button")
    dialog = dialog_called(desk, "end_membership_dialog")
    assert dialog.title_label.text() == "Leave “Lantern Media”?"
    press(desk, dialog, "accept_button")
    desk.wait_for("sign_in_view")
    assert row_of(world, nora, "sam@example.com").status is MemberStatus.UNBOUND


def test_the_last_admin_is_told_what_to_do_first(desk, world, nora):
    desk.open(nora)
    desk.go("settings", card="your_account")
    desk.press("leave_center_button")
    assert not desk.shows("end_membership_dialog")
    assert desk.window.notices.bar.title_label.text() == "Nora is the last admin"
    assert "Make somebody else an admin first" in desk.window.notices.bar.advice_label.text()
    assert desk.window.actor == nora


def test_who_has_another_business_center_goes_on_there(desk, world, nora):
    join(world, nora, "Ada", role=ADMIN)
    otto = world.center("Otter Works", "Otto")
    invitations.accept(world.context, code_for(world, otto, "nora@example.com"), "", PASSWORD)
    desk.open(nora)
    desk.go("settings", card="your_account")
    desk.press("leave_center_button")
    press(desk, dialog_called(desk, "end_membership_dialog"), "accept_button")
    desk.qtbot.waitUntil(lambda: desk.window.actor is not None and desk.window.actor != nora)
    assert desk.window.actor.business_center_name == "Otter Works"
    desk.settle()
