"""People: invited, given what they need, and removed with everything that was given to them."""

from __future__ import annotations

import pytest

from bcdesktop.core.roles import BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.services import invitations, members
from tests.services.inviting import ADMIN, join, row_of
from tests.services.world import PASSWORD


def linked(bench, handle: str = "mara", actor=None) -> str:
    """Let the owner of ``handle`` agree to a request; return the link's id."""
    world = bench.world
    return world.approve(world.request(actor or bench.admin), world.sign_up(handle)).result.link_id


def invite_by_wizard(bench, email: str, *, role: str = "standard", finance: str = "", account: str = "") -> str:
    """Walk the wizard from the Members page; return the code that it shows at the end."""
    bench.center.page("members").press("invite_members_button")
    return walk_wizard(bench, email, role=role, finance=finance, account=account)


def walk_wizard(bench, email: str, *, role: str = "standard", finance: str = "", account: str = "") -> str:
    """Walk the open wizard; return the code."""
    wizard = bench.center.inside("invite_members_wizard")
    wizard.type("addresses_edit", email)
    wizard.until(lambda: wizard.can_press("next_button"))
    wizard.press("next_button")
    wizard.press(f"{role}_radio")
    if finance:
        wizard.widget("finance_combo").setCurrentText(finance)
    wizard.press("next_button")
    if account:
        picker = wizard.window.pages_by_step["accounts"].picker
        wizard.until(picker.table.shown_records)
        picker.pick(account)
    wizard.press("next_button")
    wizard.see("message_page")
    wizard.press("finish_button")
    dialog = bench.center.inside("invited_dialog")
    (row,) = dialog.window.invited
    assert row.email == email
    dialog.press("close_invited_button")
    return row.code


def accept_at_sign_in(bench, code: str, name: str = "Sam Tan", password: str = PASSWORD) -> None:
    """Be the invited person at the sign-in page of this computer: type the code and come in."""
    center = bench.center
    center.shell.sign_out()
    center.see("have_invitation_button")
    center.press("have_invitation_button")
    center.type("invitation_code_edit", code)
    center.press("show_invitation_button")
    center.see("offer_label")
    center.type("invited_name_edit", name)
    center.type("invited_password_edit", password)
    center.type("invited_repeat_edit", password)
    center.press("accept_invitation_button")
    center.see("nav_home_button")


def remove_by_page(bench, email: str) -> str:
    """Remove somebody on the Members page; return what the question said."""
    page = bench.center.inside("members_page")
    bench.center.choose_row("members_table", row_of(bench.world, bench.admin, email).id)
    page.press("remove_member_button")
    dialog = bench.center.inside("end_membership_dialog")
    said = dialog.texts()
    dialog.press("accept_button")
    bench.center.settle()
    return said


def test_a2_04_what_an_employee_linked_belongs_to_the_business_when_they_leave(bench):
    ada = join(bench.world, bench.admin, "Ada", role=ADMIN)
    linked(bench, "mara", ada)
    bench.center.open(bench.admin)
    bench.center.page("members")

    said = remove_by_page(bench, "ada@example.com")

    assert "stay with the Business Center" in said
    assert bench.center.account_row("mara")["state"] == "To confirm"
    bench.center.shell.sign_out()
    bench.center.see("email_edit")
    bench.center.type("email_edit", "ada@example.com")
    bench.center.type("password_edit", PASSWORD)
    bench.center.press("sign_in_button")
    assert bench.center.see("sign_in_notice")
    assert bench.center.shell.actor is None


def test_a2_05_a_contractor_gets_an_account_without_anybody_sharing_a_login(bench):
    link_id = linked(bench)
    bench.center.open(bench.admin)

    code = invite_by_wizard(bench, "sam@example.com", account=link_id)
    accept_at_sign_in(bench, code)

    assert [row["handle"] for row in bench.center.accounts()] == ["@mara"]
    assert bench.center.shell.actor.email == "sam@example.com"


def test_a2_08_who_is_invited_gets_nothing_but_what_was_chosen(bench):
    linked(bench)
    bench.center.open(bench.admin)

    code = invite_by_wizard(bench, "sam@example.com")
    accept_at_sign_in(bench, code)

    assert bench.center.shell.actor.role is BusinessCenterRole.STANDARD
    assert bench.center.accounts() == []
    assert bench.center.inside("tiktok_accounts_page").reads("No account was given to you yet")
    assert row_of(bench.world, bench.admin, "sam@example.com").accounts == 0


@pytest.mark.parametrize(
    "path", ["Users > Members > Invite Member", "Users > Members > Invite Member > e-mail > level"]
)
def test_a4_29_users_members_invite_member_leads_to_the_e_mail_address(bench, path):
    bench.center.open(bench.admin)

    assert bench.center.find(path) == "Invite members"
    code = walk_wizard(bench, "sam@example.com")

    assert invitations.look_up(bench.context, code).email == "sam@example.com"
    rows = bench.center.rows("members_table")
    assert [row["state"] for row in rows if row["email"] == "sam@example.com"] == ["Invited"]


@pytest.mark.parametrize(
    ("role", "finance", "expected"),
    [
        ("standard", "", (BusinessCenterRole.STANDARD, None)),
        ("admin", "", (BusinessCenterRole.ADMIN, None)),
        ("standard", "Finance analyst", (BusinessCenterRole.STANDARD, FinanceRole.ANALYST)),
        ("admin", "Finance manager", (BusinessCenterRole.ADMIN, FinanceRole.MANAGER)),
    ],
)
def test_a4_30_the_level_is_chosen_and_is_what_the_new_member_gets(bench, role, finance, expected):
    bench.center.open(bench.admin)

    code = invite_by_wizard(bench, "sam@example.com", role=role, finance=finance)
    accept_at_sign_in(bench, code)

    actor = bench.center.shell.actor
    assert (actor.role, actor.finance_role) == expected


@pytest.mark.parametrize("path", ["Business Center > Settings > People", "Settings > People > Remove"])
def test_a0_44_settings_people_remove_removes_a_person(bench, path):
    join(bench.world, bench.admin, "Sam")
    bench.center.open(bench.admin)

    assert bench.center.find(path) == "Members"
    remove_by_page(bench, "sam@example.com")

    row = row_of(bench.world, bench.admin, "sam@example.com")
    assert row.status is MemberStatus.UNBOUND
    assert members.list_all(bench.context, bench.admin).standard_members == 0
