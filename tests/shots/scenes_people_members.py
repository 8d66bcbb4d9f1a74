"""Members, invitations and how they are accepted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea

from bcdesktop.core.roles import AppliesTo, AssetRole, BusinessCenterRole, FinanceRole
from bcdesktop.services import invitations, mail, members
from bcdesktop.services.people_records import NewInvitation
from bcdesktop.store.tables import BusinessCenter
from bcdesktop.ui.center.member_words import invitation_text
from tests.services.inviting import invite, join, member_id, row_of

ROOM = (1280, 800)
ADMIN = BusinessCenterRole.ADMIN
LIST = "Sam Tan <sam@example.com>; tess@example.com\nnora@example.com\nida@example\ntess@example.com\nbo@example.com"


@pytest.fixture
def team(bench):
    """A Business Center with people in every state."""
    world, nora = bench.world, bench.admin
    links = [world.approve(world.request(nora), world.sign_up(handle)).result.link_id for handle in ("mara", "bela")]
    given = tuple((link_id, AssetRole.OPERATOR) for link_id in links)
    join(world, nora, "Ada", role=ADMIN, finance_role=FinanceRole.ANALYST, accounts=given[:1])
    join(world, nora, "Sam", accounts=given)
    join(world, nora, "Tess")
    gone = join(world, nora, "Otis", accounts=given[:1])
    members.remove(world.context, nora, member_id(world, nora, gone))
    invite(world, nora, "late@example.com")
    world.wait(days=8)
    code = invite(world, nora, "kim@example.com")[0].code
    invitations.decline(world.context, code, "I work elsewhere now")
    invite(world, nora, "ida@example.com", accounts=given, names={"ida@example.com": "Ida Lund"})
    world.wait(hours=3)
    return bench


def at_desk(made):
    window = made.center.open(made.admin)
    window.resize(*ROOM)
    made.center.settle()
    return window


def scene_members(team, camera):
    window = at_desk(team)
    team.center.page("members")
    team.center.settle()
    camera.take("members", window)
    for email, name in (("sam", "member"), ("ida", "invitation"), ("late", "expired"), ("kim", "declined")):
        team.center.choose_row("members_table", row_of(team.world, team.admin, f"{email}@example.com").id)
        team.center.settle()
        camera.take(f"members-{name}", window)
    team.center.choose_row("members_table", row_of(team.world, team.admin, "sam@example.com").id)
    tabs = window.findChild(object, "member_details_tabs")
    for place, name in ((1, "accounts"), (2, "activity")):
        tabs.setCurrentIndex(place)
        team.center.settle()
        camera.take(f"members-member-{name}", window)


def scene_members_with_warnings(bench, camera):
    def work(unit):
        center = unit.session.get_one(BusinessCenter, bench.admin.business_center_id)
        center.domains_for, center.allowed_domains = AppliesTo.EVERYBODY, ["lantern.example"]
        unit.session.add(center)

    join(bench.world, bench.admin, "Sam")
    bench.world.store.run(work)
    window = at_desk(bench)
    bench.center.page("members")
    bench.center.settle()
    camera.take("members-warnings", window)


def scene_remove_and_leave(team, camera):
    at_desk(team)
    page = team.center.page("members")
    team.center.choose_row("members_table", row_of(team.world, team.admin, "sam@example.com").id)
    page.press("remove_member_button")
    dialog = team.center.inside("end_membership_dialog")
    camera.take("members-remove", dialog.window)
    dialog.press("cancel_button")
    team.center.choose_row("members_table", row_of(team.world, team.admin, "nora@example.com").id)
    page.press("remove_member_button")
    camera.take("members-leave", team.center.inside("end_membership_dialog").window)


def scene_invite_wizard(team, camera):
    at_desk(team)
    team.center.page("members").press("invite_members_button")
    wizard = team.center.inside("invite_members_wizard")
    camera.take("invite-1-empty", wizard.window)
    wizard.window.findChild(object, "addresses_edit").setPlainText(LIST)
    wizard.see("leave_out_button")
    wizard.settle()
    camera.take("invite-1-found", wizard.window)
    wizard.press("leave_out_button")
    camera.take("invite-1-left-out", wizard.window)
    wizard.press("next_button")
    camera.take("invite-2-role", wizard.window)
    wizard.press("next_button")
    wizard.settle()
    camera.take("invite-3-accounts", wizard.window)
    wizard.press("next_button")
    camera.take("invite-4-message", wizard.window)
    wizard.press("finish_button")
    camera.take("invite-5-codes", team.center.inside("invited_dialog").window)


def scene_invitation_at_sign_in(team, camera):
    code = invite(team.world, team.admin, "bo@example.com", names={"bo@example.com": "Bo"})[0].code
    known = invite(team.world, team.world.center("Otter Works", "Otto"), "sam@example.com")[0].code
    team.world.context.keys.lock()
    window = team.center.open()
    window.resize(*ROOM)
    team.center.see("sign_in_view")
    camera.take("sign-in-ways", window)
    team.center.press("have_invitation_button")
    camera.take("invitation-code", window)
    for name, text in (("refused", code[:-1]), ("new", code), ("known", known)):
        if team.center.sees("back_from_offer_button"):
            team.center.press("back_from_offer_button")
        team.center.type("invitation_code_edit", text)
        team.center.press("show_invitation_button")
        team.center.settle()
        camera.take(f"invitation-{name}", window)
    team.center.press("decline_invitation_button")
    camera.take("invitation-decline", window)


def scene_invitation_on_the_phone(bench, camera):
    link_id = bench.world.approve(bench.world.request(bench.admin), bench.world.sign_up("mara")).result.link_id
    text = invitation_text(bench.admin, BusinessCenterRole.STANDARD)
    new = NewInvitation(("sam@example.com",), accounts=((link_id, AssetRole.OPERATOR),))
    invitations.invite(bench.context, bench.admin, new, text, "key")
    bench.phone.open_with("sam")
    bench.phone.press_to("mail_app_button", "mail_list_screen")
    (row,) = mail.inbox(bench.context, bench.phone.profile)
    bench.phone.press_to(f"mail_row_{row.id}", "mail_screen")
    bench.phone.settle()
    shell = bench.phone.window
    camera.take("phone-invitation", shell)
    bar = shell.findChild(QScrollArea, "mail_screen_scroll").verticalScrollBar()
    bar.setValue(bar.maximum())
    camera.take("phone-invitation-below", shell)
    bench.phone.press("decline_invitation_button")
    bench.phone.see("confirm_decline_button")
    camera.take("phone-invitation-decline", shell)
    bench.phone.press("keep_reading_button")
    bench.phone.press_to("accept_invitation_button", "accept_invitation_screen")
    camera.take("phone-invitation-accept", shell)
    bench.phone.type("person_name", "Sam Tan")
    bench.phone.type("center_password", "linden-harbour-42")
    bench.phone.type("center_password_again", "linden-harbour-42")
    bench.phone.press_to("join_button", "joined_screen")
    camera.take("phone-invitation-joined", shell)
