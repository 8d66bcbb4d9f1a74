"""Asking the admins, what a Standard member does not see, and answers that land in another Business Center."""

from __future__ import annotations

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.services import admin_requests, members, tiktok_accounts
from bcdesktop.ui.center.dialogs.ask_admin import AskAdminDialog


def ask_to_be_removed(bench):
    """As the member: find "Ask an admin", choose to be removed, say why."""
    bench.center.choose_entry("ask_admin_action")
    dialog = bench.center.inside("ask_admin_dialog")
    assert isinstance(dialog.window, AskAdminDialog)
    combo = dialog.window.ask_subject_combo
    combo.setCurrentIndex(combo.findData(AdminRequestSubject.REMOVE_ME))
    dialog.type("ask_admin_text_edit", "I work somewhere else now")
    dialog.press("send_ask_button")
    bench.center.until(lambda: not bench.center.sees("ask_admin_dialog"))


def test_a0_40_a_member_asks_the_admin_to_remove_them(bench):
    admin, sam = bench.admin, bench.world.standard_member(bench.admin)
    bench.center.open(sam)
    ask_to_be_removed(bench)
    page = bench.center.page("home")
    page.until(lambda: page.reads("Remove me from the Business Center"))
    bench.center.close()

    (asked,) = admin_requests.list_open(bench.context, admin)
    bench.center.open(admin)
    page = bench.center.page("home")
    page.until(lambda: page.reads("Sam asks to be removed"))
    assert page.reads("I work somewhere else now")
    page.press(f"ask_go_button_{asked.id}")
    bench.center.see("members_page")
    table = bench.center.table("members_table")
    bench.center.until(lambda: table.current_record() is not None)
    assert table.current_record().name == "Sam"

    members.remove(bench.context, admin, asked.member_id)
    page = bench.center.page("home")
    page.until(lambda: not page.reads("Sam asks to be removed"))


def test_a0_43_who_cannot_get_in_asks_the_admin_to_take_the_account_out(bench):
    bench.ready()
    bench.world.approve(bench.ask(expected_handle="mara"), bench.phone.profile)
    bench.center.press("sign_out_button")
    bench.center.see("cannot_get_in_button")
    bench.center.press("cannot_get_in_button")
    pane = bench.center.inside("cannot_get_in_pane")
    pane.press("remove_account_radio")
    pane.type("help_email_edit", "mara@example.com")
    pane.type("help_handle_edit", "@mara")
    pane.type("help_text_edit", "I left the agency and cannot get in to unlink it.")
    pane.press("send_help_button")
    pane.until(lambda: pane.reads("Nobody will ask you for your password."))
    pane.press("back_from_help_button")

    bench.center.close()
    bench.center.open(bench.admin)
    page = bench.center.page("home")
    page.until(lambda: page.reads("mara@example.com asks to take @mara out"))
    assert page.reads("Not signed in: make sure it is them before you act.")
    (asked,) = admin_requests.list_open(bench.context, bench.admin)
    page.press(f"ask_go_button_{asked.id}")
    bench.center.until(lambda: bench.center.sees("accounts_table"))
    table = bench.center.table("accounts_table")
    bench.center.until(lambda: table.current_record() is not None)
    assert table.current_record().handle == "mara"


def test_a2_14_a_standard_member_does_not_see_the_option_to_add_accounts(bench):
    admin = bench.admin
    sam = bench.world.standard_member(admin)
    bench.center.open(sam)
    page = bench.center.page("home")
    assert not page.reads("Add TikTok account")
    page = bench.center.page("tiktok_accounts")
    page.until(lambda: page.reads("No account was given to you yet"))
    assert not page.reads("Add TikTok account")
    action = bench.center.shell.actions_by_name["add_tiktok_account"]
    assert not action.isVisible()
    assert not action.isEnabled()

    bench.center.close()
    bench.center.open(admin)
    page = bench.center.page("tiktok_accounts")
    assert page.can_press("accounts_add_button")


def approve_for(bench, actor):
    """Let the owner of @mara approve a request of the Business Center of ``actor``."""
    request = bench.ask(actor=actor, expected_handle="mara")
    bench.phone.open_with("mara")
    bench.world.approve(request, bench.phone.profile, bench.context)


def test_a2_46_an_approval_that_went_to_another_business_center_is_told_with_the_way_there(bench):
    nora = bench.admin
    otter = bench.world.center("Otter Works", handle="nora_otter", context=bench.context)
    bench.center.open(nora)
    page = bench.center.page("tiktok_accounts")
    approve_for(bench, otter)
    bar = bench.center.shell.notices.bar
    said = bench.center.notice(bar)
    assert said.title == "@mara answered a request of “Otter Works”, not of “Lantern Media”, which is open."
    bar.dismiss()

    # whoever missed it and looks for the account in the list finds where it is
    page.type("accounts_filter_edit", "mara")
    page.until(lambda: page.reads("@mara is linked in “Otter Works”, another Business Center of yours."))
    link = tiktok_accounts.list_all(bench.context, otter)[0]
    page.press(f"switch_elsewhere_button_{link.id}")
    bench.center.until(lambda: bench.center.sees("business_center_name_label"))
    bench.center.until(lambda: bench.center.shell.actor.business_center_id == otter.business_center_id)
    assert bench.center.account_row("mara")["handle"] == "@mara"
