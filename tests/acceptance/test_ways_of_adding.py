"""How an account is added: the button, the ways, what each means, and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from bcdesktop.core.access_requests import Kind, RequestState
from bcdesktop.core.code import RequestKind
from bcdesktop.profile import PhoneProfile
from tests.acceptance.bench.asking import is_on, signed


def to_way(bench):
    """Open the wizard at the choice of the way."""
    wizard = bench.center.start_wizard()
    wizard.press("next_button")
    wizard.see("way_page")
    return wizard


def to_claim_warning(bench):
    """Open the wizard at the warning of a claim."""
    wizard = to_way(bench)
    wizard.press("claim_radio")
    wizard.press("next_button")
    wizard.see("claim_warning_page")
    return wizard


def label(wizard, name: str) -> str:
    """A button's words without the mark of its key."""
    return wizard.text(name).replace("&", "")


def phone_of(bench, handle: str) -> PhoneProfile:
    """The phone that is logged in as ``handle``."""
    return next(
        phone for phone in bench.world.phones.values() if handle in [account.handle for account in phone.accounts()]
    )


def claim(bench, actor, handle: str) -> None:
    """Let ``actor``'s Business Center claim the account on the phone in view."""
    request = bench.ask(kind=Kind.CLAIM, actor=actor, expected_handle=handle)
    bench.world.approve(request, bench.phone.profile)


def test_a1_05_access_is_requested_for_an_account_of_somebody_else(bench):
    bench.ready()
    wizard = to_way(bench)
    assert label(wizard, "link_radio") == "Link an existing TikTok account (request access)"
    wizard.press("link_radio")
    for page in ("sending_page", "permissions_page", "recipient_page", "summary_page"):
        wizard.press("next_button")
        wizard.see(page)
    wizard.press("finish_button")
    bench.center.code_dialog()
    bench.phone.scan()
    bench.phone.authorize()
    row = bench.center.account_row("mara")
    assert (row["name"], row["kind"], row["permissions"]) == ("Mara", "Linked", "Deliver ads")


def test_a1_22_a_request_for_access_says_its_kind_and_needs_the_owner(bench):
    bench.ready()
    dialog = bench.center.ask_by_wizard(way="link")
    assert signed(dialog).kind is RequestKind.LINK
    dialog.until(lambda: dialog.reads("Request access · QR code"))
    assert bench.center.accounts() == []
    bench.phone.scan()
    assert bench.center.accounts() == []
    bench.phone.decline("Not now")
    assert bench.center.accounts() == []
    dialog.until(lambda: "Declined by @mara" in dialog.text("state_label"))
    bench.center.close_dialog("qr_code_dialog")
    bench.center.ask_by_wizard(way="link")
    bench.phone.scan()
    bench.phone.authorize()
    assert bench.center.account_row("mara")["state"] == "To confirm"


def test_a1_23_ones_own_account_is_linked_without_a_code(bench):
    bench.center.open(bench.admin)
    wizard = bench.center.walk_wizard(way="own")
    assert wizard.reads("My own account")
    assert label(wizard, "finish_button") == "Ask on my phone"
    wizard.press("finish_button")
    dialog = bench.center.code_dialog()
    assert not dialog.sees("code_view")
    assert dialog.text("sent_label").startswith("Open the Phone as @nora_tt")
    request_id = dialog.window.row.id
    bench.phone.open(phone_of(bench, "nora_tt"))
    bench.phone.walk_n5()
    bench.phone.press_to(f"request_row_{request_id}", "consent_screen")
    assert bench.phone.reads("is your own: link your account")
    bench.phone.authorize()
    assert bench.center.account_row("nora_tt")["kind"] == "Own account"


def test_a1_24_a_request_by_qr_code_is_what_is_chosen_at_first(bench):
    bench.ready()
    wizard = to_way(bench)
    assert is_on(wizard, "link_radio")
    assert wizard.reads("The usual choice, for agencies and clients.")
    wizard.press("next_button")
    wizard.see("sending_page")
    assert is_on(wizard, "qr_code_radio")


def test_a2_18_the_blue_button_opens_a_window_with_the_choices(bench):
    bench.ready()
    page = bench.center.page("tiktok_accounts")
    button = page.widget("accounts_add_button")
    assert label(page, "accounts_add_button") == "Add TikTok account"
    colour = button.grab().toImage().pixelColor(QPoint(button.width() // 2, 3))
    assert colour.blue() > colour.red() + 40
    assert colour.blue() > colour.green()
    page.press("accounts_add_button")
    wizard = bench.center.inside("add_tiktok_account_wizard")
    assert wizard.window.isWindow()
    wizard.press("next_button")
    wizard.see("way_page")
    assert "request access" in label(wizard, "link_radio")
    assert label(wizard, "claim_radio") == "Claim ownership"


def test_a2_19_request_access_gives_ads_and_reporting_without_ownership(bench):
    bench.ready()
    wizard = to_way(bench)
    assert wizard.reads("You get ads and reporting; the owner keeps the account")
    bench.center.close_dialog("add_tiktok_account_wizard")
    bench.world.approve(bench.ask(), bench.phone.profile)
    assert bench.center.account_row("mara")["kind"] == "Linked"
    other = bench.world.center("Harbor Studio", "Olaf", context=bench.context)
    bench.world.approve(bench.ask(actor=other), bench.phone.profile)
    bench.center.close()
    bench.center.open(other)
    assert bench.center.account_row("mara")["kind"] == "Linked"


def test_a2_20_request_access_is_the_default_and_can_be_revoked_at_any_time(bench):
    bench.ready()
    wizard = to_way(bench)
    assert is_on(wizard, "link_radio")
    assert not is_on(wizard, "claim_radio")
    assert wizard.reads("The usual choice")
    assert wizard.reads("the owner keeps the account and its control, and can revoke access at any time.")


def test_a2_21_claim_ownership_warns_and_moves_the_account_for_good(bench):
    bench.ready()
    wizard = to_claim_warning(bench)
    assert wizard.reads("Claim ownership is for good")
    assert wizard.reads("The account moves into this Business Center for good.")
    bench.center.close_dialog("add_tiktok_account_wizard")
    dialog = bench.center.ask_by_wizard(way="claim")
    assert signed(dialog).kind is RequestKind.CLAIM
    bench.phone.scan()
    assert bench.phone.reads("claims ownership of your account")
    bench.phone.press("claim_understood")
    bench.phone.authorize()
    assert bench.center.account_row("mara")["kind"] == "Claimed"


def test_a2_22_a_claim_needs_the_tick_that_the_company_owns_the_account(bench):
    bench.ready()
    wizard = to_claim_warning(bench)
    assert label(wizard, "fully_owned_check") == "My company fully owns this TikTok account"
    assert not is_on(wizard, "fully_owned_check")
    wizard.press("next_button")
    assert wizard.sees("claim_warning_page")
    assert wizard.reads("Tick this to go on. An account of somebody else is never claimed: request access instead.")
    wizard.press("fully_owned_check")
    wizard.press("next_button")
    wizard.see("permissions_page")


def test_a2_23_a_claimed_account_cannot_be_claimed_by_another(bench):
    bench.phone.open_with("mara")
    claim(bench, bench.admin, "mara")
    other = bench.world.center("Harbor Studio", "Olaf", context=bench.context)
    bench.center.open(other)
    wizard = bench.center.walk_wizard(way="claim", handle="mara")
    wizard.press("finish_button")
    wizard.until(lambda: wizard.reads("@mara is already claimed"))
    assert wizard.sees("summary_page")
    wizard.press("back_button")
    wizard.until(lambda: wizard.sees("handle_label"))
    assert wizard.text("handle_label") == (
        "@mara is already claimed. A Business Center owns this account, and an account can be claimed only once. "
        "Ask for access instead of ownership."
    )
    bench.center.close_dialog("add_tiktok_account_wizard")
    dialog = bench.center.ask_by_wizard(way="claim")
    bench.phone.scan()
    said = bench.phone.failure()
    assert said.title == "@mara is already claimed"
    assert "an account can be claimed only once" in said.body
    assert bench.request(dialog.window.row, other).state is not RequestState.APPROVED
    assert bench.center.accounts() == []
    assert [link.kind for link in bench.links()] == [Kind.CLAIM]


def test_a2_24_a_claim_is_described_as_for_large_organisations(bench):
    bench.ready()
    wizard = to_way(bench)
    assert wizard.reads("Mostly for large organisations gathering their own brands.")


def test_a2_27_the_last_button_generates_the_qr_code(bench):
    bench.ready()
    wizard = bench.center.walk_wizard()
    assert label(wizard, "finish_button") == "Generate QR code"
    assert bench.center.in_view("qr_code_dialog") == []
    wizard.press("finish_button")
    dialog = bench.center.code_dialog()
    assert signed(dialog).request_id.hex() == dialog.window.row.id


def test_a3_08_add_a_tiktok_account_is_a_button_of_the_page(bench):
    bench.ready()
    page = bench.center.page("tiktok_accounts")
    assert page.can_press("accounts_add_button")
    page.press("accounts_add_button")
    assert bench.center.see("add_tiktok_account_wizard").windowTitle() == "Add TikTok account"


def test_a3_09_link_an_existing_tiktok_account_leads_on_to_the_sending(bench):
    bench.ready()
    wizard = to_way(bench)
    wizard.press("claim_radio")
    assert label(wizard, "link_radio").startswith("Link an existing TikTok account")
    wizard.press("link_radio")
    wizard.press("next_button")
    wizard.see("sending_page")


def test_a3_10_send_a_qr_code_then_next(bench):
    bench.ready()
    wizard = to_way(bench)
    wizard.press("next_button")
    wizard.see("sending_page")
    wizard.press("notification_radio")
    assert label(wizard, "qr_code_radio") == "Send a QR code"
    wizard.press("qr_code_radio")
    assert label(wizard, "next_button").startswith("Next")
    wizard.press("next_button")
    wizard.see("permissions_page")
    wizard.press("next_button")
    wizard.press("next_button")
    wizard.see("summary_page")
    wizard.press("finish_button")
    assert bench.center.code_dialog().sees("code_view")
