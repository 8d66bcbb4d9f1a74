"""An invitation in the phone's Mail app: accepted or declined there, and what is told when it cannot be."""

from __future__ import annotations

import pytest

from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services import invitations, mail, people
from tests.services.inviting import TEXT, invite, row_of
from tests.services.second_step import turn_on
from tests.services.world import PASSWORD


def open_letter(handset):
    """Open the newest mail in the Mail app."""
    handset.press_to("mail_app_button", "mail_list_screen")
    entry = mail.inbox(handset.world.context, handset.window.host.profile)[0]
    handset.press_to(f"mail_row_{entry.id}", "mail_screen")
    return handset.window.navigator.top


@pytest.fixture
def made(world, nora):
    """An invitation to sam@example.com with one account."""
    link_id = world.approve(world.request(nora), world.sign_up("mara")).result.link_id
    return invite(world, nora, "sam@example.com", accounts=((link_id, AssetRole.ANALYST),))[0]


@pytest.fixture
def letter(handset, made):
    handset.with_account("sam")
    return open_letter(handset)


def fill_in(handset, name="Sam Tan", password=PASSWORD, again=None):
    handset.press_to("accept_invitation_button", "accept_invitation_screen")
    handset.type("person_name", name)
    handset.type("center_password", password)
    handset.type("center_password_again", password if again is None else again)


def join(handset):
    handset.press("join_button")
    handset.settle()


def error_of(handset, field):
    return handset.window.navigator.top.form.error_text(field)


def test_the_mail_shows_the_offer_and_two_answers(handset, letter):
    assert handset.text("offer_title_label") == "Nora invites you to “Lantern Media”"
    facts = {fact.name: fact.value for fact in letter.invitation.facts.facts}
    assert facts["Access"] == "@mara · Analyst"
    assert handset.shows("accept_invitation_button")
    assert handset.shows("decline_invitation_button")


def test_accepting_makes_a_member_who_can_log_in_with_tiktok(handset, world, nora, letter):
    fill_in(handset)
    assert "Never your TikTok password" in handset.widget("center_password").accessibleDescription()
    handset.press_to("join_button", "joined_screen")
    assert "sam@example.com" in handset.text("result_text_label")
    assert "@sam" in handset.text("result_text_label")
    row = row_of(world, nora, "sam@example.com")
    assert (row.status, row.name, row.accounts) == (MemberStatus.BOUND, "Sam Tan", 1)
    assert people.sign_in(world.context, "sam@example.com", PASSWORD).name == "Sam Tan"
    handset.press_to("done_button", "mail_list_screen")
    assert open_letter_again(handset).invitation.refusal.title_label.text() == "The invitation is not open any more"
    assert not handset.shows("accept_invitation_button")


def open_letter_again(handset):
    entry = mail.inbox(handset.world.context, handset.window.host.profile)[0]
    handset.press_to(f"mail_row_{entry.id}", "mail_screen")
    return handset.window.navigator.top


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": " "}, "name"),
        ({"password": "short"}, "password"),
        ({"again": "another-password-9"}, "repeat"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_stays_typed(handset, world, nora, letter, typed, field):
    fill_in(handset, **typed)
    join(handset)
    assert error_of(handset, field)
    assert handset.text("center_password") == typed.get("password", PASSWORD)
    assert row_of(world, nora, "sam@example.com").status is MemberStatus.PENDING


def test_somebody_known_is_asked_for_their_password_and_their_second_step(handset, world, nora):
    app = turn_on(world, world.center("Otter Works", "Otto"))
    world.wait(minutes=2)
    invite(world, nora, "otto@example.com")
    handset.with_account("otto")
    open_letter(handset)
    handset.press_to("accept_invitation_button", "accept_invitation_screen")
    assert not handset.shows("person_name")
    handset.type("center_password", "another-password-9")
    join(handset)
    assert handset.window.navigator.top.error.title_label.text() == "Not signed in"
    handset.type("center_password", PASSWORD)
    join(handset)
    handset.type("second_step", app.code())
    handset.press_to("join_button", "joined_screen")


def test_declining_with_a_reason_is_seen_by_the_admins(handset, world, nora, letter):
    handset.press("decline_invitation_button")
    handset.type("invitation_reason", "No time")
    handset.press("confirm_decline_button")
    handset.settle()
    row = row_of(world, nora, "sam@example.com")
    assert (row.status, row.decline_reason) == (MemberStatus.REJECTED, "No time")
    handset.qtbot.waitUntil(lambda: not handset.shows("accept_invitation_button"))


def test_an_invitation_withdrawn_meanwhile_says_so_in_the_open_mail(handset, world, nora, made, letter):
    invitations.withdraw(world.context, nora, made.invitation_id)
    handset.qtbot.waitUntil(lambda: not handset.shows("accept_invitation_button"))
    assert letter.invitation.refusal.title_label.text() == "The invitation is not open any more"


@pytest.mark.parametrize(
    ("end", "said"), [("expire", "The invitation ran out"), ("resend", "There is no such invitation")]
)
def test_an_old_mail_says_why_it_counts_no_more(handset, world, nora, made, end, said):
    world.wait(days=8 if end == "expire" else 1)
    handset.with_account("sam")
    letter = open_letter(handset)
    if end == "resend":
        invitations.resend(world.context, nora, made.invitation_id, TEXT)
        handset.qtbot.waitUntil(lambda: not handset.shows("accept_invitation_button"))
    assert letter.invitation.refusal.title_label.text() == said
    assert not handset.shows("accept_invitation_button")
