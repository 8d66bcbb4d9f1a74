"""What is needed before a request, no password anywhere, and the two limits of 800."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from bcdesktop.core.access_requests import FailReason, RequestState
from bcdesktop.core.limits import LIMITS


def password_fields(window):
    fields = window.findChildren(QLineEdit)
    return [field.objectName() for field in fields if field.echoMode() != QLineEdit.EchoMode.Normal]


def test_a2_15_somebody_with_the_account_on_the_phone_is_needed(bench):
    bench.ready()
    wizard = bench.center.start_wizard()
    wizard.until(lambda: wizard.reads("Somebody with the account on the phone"))
    assert wizard.reads("Ready to scan a code, or to tap a notification.")


def test_a3_06_the_owner_must_be_ready_to_scan(bench):
    bench.ready()
    wizard = bench.center.start_wizard()
    assert wizard.reads("Agree on a time with the owner")
    assert wizard.reads("Send it when the owner sits at the Phone")


def test_a3_05_admin_access_is_checked_before_anything_is_asked(bench):
    bench.ready()
    wizard = bench.center.start_wizard()
    wizard.until(lambda: wizard.reads("You are an Admin"))
    assert wizard.can_press("next_button")
    wizard.press("cancel_button")
    bench.world.make_standard(bench.admin)
    wizard = bench.center.start_wizard()
    wizard.until(lambda: wizard.reads("Your role does not allow this"))
    assert wizard.reads("Ask an admin of this Business Center.")
    assert not wizard.can_press("next_button")


def test_a3_02_an_account_is_linked_without_its_password(bench):
    bench.ready()
    dialog = bench.center.ask_by_wizard()
    assert password_fields(bench.center.window) == []
    assert not dialog.reads("assword")
    bench.phone.scan()
    assert password_fields(bench.phone.window) == []
    bench.phone.authorize()
    assert bench.center.account_row("mara")["state"] == "To confirm"


def test_a3_03_an_account_is_linked_to_at_most_800_business_centers(bench):
    assert LIMITS.business_centers_per_tiktok_account == 800
    bench.limit(business_centers_per_tiktok_account=1)
    otto = bench.world.center("Otter Works", "Otto")
    bench.ready()
    bench.world.approve(bench.ask(actor=otto), bench.phone.profile, bench.context)
    request = bench.ask()
    dialog = bench.center.show_code(request)
    bench.phone.scan()
    bench.phone.press_authorize()
    said = bench.phone.failure()
    assert said.title == "The account has too many links"
    assert said.body == "A TikTok account can be linked to 1 Business Centers, and this one is linked to 1."
    dialog.until(lambda: "the account is linked to" in dialog.text("state_label"))
    row = bench.request(request)
    assert (row.state, row.fail_reason) == (RequestState.FAILED, FailReason.ACCOUNT_LIMIT)
    assert bench.center.accounts() == []


def test_a3_04_a_business_center_has_at_most_800_accounts(bench):
    assert LIMITS.tiktok_accounts_per_business_center == 800
    bench.limit(tiktok_accounts_per_business_center=1)
    bench.ready()
    late = bench.ask()
    bench.world.approve(bench.ask(), bench.world.sign_up("otto"), bench.context)
    dialog = bench.center.show_code(late)
    bench.phone.scan()
    bench.phone.press_authorize()
    said = bench.phone.failure()
    assert said.title == "The Business Center is full"
    assert said.body == "It can have 1 TikTok accounts, and it has 1."
    dialog.until(lambda: "this Business Center has" in dialog.text("state_label"))
    row = bench.request(late)
    assert (row.state, row.fail_reason) == (RequestState.FAILED, FailReason.BUSINESS_CENTER_LIMIT)
    assert [account["handle"] for account in bench.center.accounts()] == ["@otto"]
    wizard = bench.center.start_wizard()
    wizard.until(lambda: wizard.reads("1 of at most 1 accounts are linked."))
