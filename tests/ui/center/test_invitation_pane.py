""" "I have an invitation" on the sign-in page: typed, pasted, dropped or chosen; accepted or declined."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services import invitations, outbox, people
from bcdesktop.ui.kit.walk import violations
from tests.services.inviting import TEXT, code_for, invite, row_of
from tests.services.second_step import turn_on
from tests.services.world import PASSWORD
from tests.ui.center.desk import Desk


@pytest.fixture
def pane(desk, nora):
    """The pane, on a computer where nobody is signed in."""
    desk.open()
    desk.press("have_invitation_button")
    return desk.widget("invitation_pane")


def enter_code(desk, text):
    desk.widget("invitation_code_edit").setText(text)
    desk.press("show_invitation_button")


def fill_in(desk, name="Sam", password=PASSWORD, repeat=None):
    if desk.shows("invited_name_edit"):
        desk.type("invited_name_edit", name)
        desk.type("invited_repeat_edit", password if repeat is None else repeat)
    desk.type("invited_password_edit", password)


def accept(desk, **typed):
    fill_in(desk, **typed)
    desk.press("accept_invitation_button")


def error_of(desk, field):
    return desk.widget("invitation_pane").offer_view.form.error_text(field)


def refusal(desk):
    return desk.widget("invitation_pane").invitation_notice.title_label.text()


# ------------------------------------------------------------------ accepting
def test_a_typed_code_shows_the_offer_and_ends_inside(desk, world, nora, pane):
    link_id = world.approve(world.request(nora), world.sign_up("mara")).result.link_id
    code = code_for(world, nora, accounts=((link_id, AssetRole.ANALYST),), names={"sam@example.com": "Sam T."})
    enter_code(desk, code.lower().replace("-", " "))
    assert desk.text("offer_label") == "Nora invites you to “Lantern Media”"
    facts = {fact.name: fact.value for fact in pane.offer_view.facts.facts}
    assert facts["Access"] == "@mara · Analyst"
    assert desk.text("invited_name_edit") == "Sam T."
    accept(desk, name="Sam Tan")
    desk.wait_for("nav_home_button")
    assert (desk.window.actor.name, desk.window.actor.business_center_name) == ("Sam Tan", "Lantern Media")
    assert world.context.keys.is_unlocked
    assert people.resume(world.context) == desk.window.actor


def test_the_whole_mail_may_be_pasted(desk, world, nora, pane):
    code = code_for(world, nora)
    enter_code(desk, f"Hello Sam,\nyour code:\n{code}\nGreetings")
    assert desk.shows("offer_label")


def test_a_saved_mail_is_read_where_it_is_dropped(desk, world, nora, pane):
    made = invite(world, nora, "sam@example.com")[0]
    path = world.folder / "invitation.eml"
    path.write_bytes(outbox.eml(world.context, nora, made.mail_id))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    pane.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    desk.wait_for("offer_label")
    assert pane.code_entry.invitation_code_edit.text() == made.code


def test_a_saved_mail_can_be_chosen(desk, world, nora, pane):
    made = invite(world, nora, "sam@example.com")[0]
    path = world.folder / "invitation.eml"
    path.write_bytes(outbox.eml(world.context, nora, made.mail_id))
    desk.press("choose_mail_button")
    dialog = desk.wait_for("choose_mail_dialog")
    dialog.selectFile(str(path))
    dialog.accept()
    desk.wait_for("offer_label")


def test_somebody_known_is_asked_for_their_own_password_alone(desk, world, nora, pane):
    world.center("Otter Works", "Otto")
    enter_code(desk, code_for(world, nora, "otto@example.com"))
    assert not desk.shows("invited_name_edit")
    assert not desk.shows("invited_repeat_edit")
    accept(desk, password="another-password-9")
    assert refusal(desk) == "Not signed in"
    accept(desk)
    desk.wait_for("nav_home_button")
    assert desk.window.actor.name == "Otto"


def test_somebody_with_a_second_step_is_asked_for_it(desk, world, nora, pane):
    app = turn_on(world, world.center("Otter Works", "Otto"))
    world.wait(minutes=2)
    enter_code(desk, code_for(world, nora, "otto@example.com"))
    accept(desk)
    desk.wait_for("invited_code_edit")
    desk.type("invited_code_edit", "000000")
    desk.press("accept_invitation_button")
    assert error_of(desk, "code")
    desk.type("invited_code_edit", app.code())
    desk.press("accept_invitation_button")
    desk.wait_for("nav_home_button")


# ------------------------------------------------------------------ refused
@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "name"),
        ({"password": "short"}, "password"),
        ({"password": "password123"}, "password"),
        ({"repeat": "something-else-9"}, "repeat"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost(desk, world, nora, pane, typed, field):
    enter_code(desk, code_for(world, nora))
    accept(desk, **typed)
    assert error_of(desk, field)
    assert desk.text("invited_password_edit") == typed.get("password", PASSWORD)
    assert row_of(world, nora, "sam@example.com").status is MemberStatus.PENDING


@pytest.mark.parametrize("text", ["", "INV-AAAAA", "Hello"])
def test_what_is_no_code_is_told_at_the_field(desk, pane, text):
    enter_code(desk, text)
    assert pane.code_entry.form.error_text("code")


def test_a_code_of_another_store_is_told_at_the_field(desk, world, pane):
    other = world.other_store()
    code = invite(world, world.center("Otter Works", "Otto", other), "sam@example.com", context=other)[0].code
    enter_code(desk, code)
    assert "another store" in pane.code_entry.form.error_text("code")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("accept", "The invitation is not open any more"),
        ("withdraw", "The invitation is not open any more"),
        ("resend", "There is no such invitation"),
        ("expire", "The invitation ran out"),
    ],
)
def test_a_code_that_is_worth_nothing_says_why(desk, world, nora, pane, spoil, said):
    made = invite(world, nora, "sam@example.com")[0]
    if spoil == "accept":
        invitations.accept(world.context, made.code, "Sam", PASSWORD)
    elif spoil == "withdraw":
        invitations.withdraw(world.context, nora, made.invitation_id)
    elif spoil == "resend":
        invitations.resend(world.context, nora, made.invitation_id, TEXT)
    else:
        world.wait(days=8)
    enter_code(desk, made.code)
    assert refusal(desk) == said
    assert desk.text("invitation_code_edit") == made.code


def test_a_file_that_is_no_mail_says_so(desk, world, pane):
    path = world.folder / "picture.eml"
    path.write_bytes(b"\x89PNG\r\n")
    pane.read_mail(path)
    desk.settle()
    assert refusal(desk) == "This file holds no mail"


# ------------------------------------------------------------------ declining
def test_declining_with_a_reason_is_seen_by_the_admins(desk, world, nora, pane):
    enter_code(desk, code_for(world, nora))
    desk.press("decline_invitation_button")
    desk.type("invitation_reason_edit", "I work elsewhere now")
    desk.press("confirm_invitation_decline_button")
    row = row_of(world, nora, "sam@example.com")
    assert (row.status, row.decline_reason) == (MemberStatus.REJECTED, "I work elsewhere now")
    assert refusal(desk) == "You declined the invitation"


def test_a_reason_too_long_is_told_and_stays(desk, world, nora, pane):
    enter_code(desk, code_for(world, nora))
    desk.press("decline_invitation_button")
    desk.widget("invitation_reason_edit").setText("x" * 121)
    desk.press("confirm_invitation_decline_button")
    assert pane.decline_view.form.error_text("reason")
    assert row_of(world, nora, "sam@example.com").status is MemberStatus.PENDING


def test_back_leads_from_the_reason_to_the_offer_to_the_code_to_the_password(desk, world, nora, pane):
    enter_code(desk, code_for(world, nora))
    desk.press("decline_invitation_button")
    for button, shown in (
        ("back_from_decline_button", "offer_label"),
        ("back_from_offer_button", "invitation_code_edit"),
        ("back_from_invitation_button", "email_edit"),
    ):
        desk.press(button)
        assert desk.shows(shown)


def test_every_control_of_the_pane_can_be_named(desk, world, nora, pane):
    assert violations(pane) == []
    enter_code(desk, code_for(world, nora))
    assert violations(pane) == []


def test_who_accepts_in_a_second_window_comes_up_in_the_first(desk, qtbot, world, theme, nora):
    desk.open(nora)
    page = desk.go("members")
    code = code_for(world, nora)
    other = Desk(qtbot, world, theme)
    try:
        other.open()
        other.press("have_invitation_button")
        enter_code(other, code)
        accept(other)
        other.wait_for("nav_home_button")
        desk.qtbot.waitUntil(lambda: [row.name for row in page.members_table.shown_records()] == ["Nora", "Sam"])
        assert (desk.window.actor.name, other.window.actor.name) == ("Nora", "Sam")
    finally:
        other.close()
