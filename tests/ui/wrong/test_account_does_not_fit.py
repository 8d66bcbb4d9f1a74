"""The account is the wrong one, taken, full or unfit; or the person may not ask at all."""

from __future__ import annotations

import uuid

import pytest

from bcdesktop.core.access_requests import Kind, Method, RequestState
from bcdesktop.core.errors import NotAllowed
from bcdesktop.services import access_requests, directory
from bcdesktop.services.records import Draft
from tests.services.world import PASSWORD, SPARK
from tests.ui.wrong.sentences import assert_center_says, assert_phone_says


def refused_scan(bench, request, case):
    """Open a code on the phone: it is refused with the sentence of ``case`` and nothing in the store changes."""
    before = bench.kept()
    bench.phone.open_text(request.code_text)
    assert_phone_says(bench.phone.failure(), case)
    assert bench.kept() == before


def newest_log_entry(bench):
    """Go to the activity log and return what its newest entry says: what, who and the details."""
    page = bench.center.page("activity")
    bench.center.until(lambda: bench.center.rows("activity_table"))
    newest = bench.center.rows("activity_table")[0]
    table = bench.center.table("activity_table")
    table.select_record(int(newest["number"]))
    return newest["what"], newest["who"], page.texts()


def test_the_wrong_account(bench):
    bench.ready("mara")
    bench.world.sign_up("otto", bench.phone.profile)
    request = bench.ask(expected_handle="mara")
    refused_scan(bench, request, "wrong_account")
    assert_center_says(bench.center.request_sentence(request), "waiting")
    what, who, details = newest_log_entry(bench)
    assert (what, who) == ("Scan refused", "@otto")
    assert "Another account is logged in" in details
    directory.log_in(bench.context, bench.phone.profile, "mara", PASSWORD)
    bench.phone.open_text(request.code_text)
    bench.phone.authorize()
    assert [link.handle for link in bench.links()] == ["mara"]


def test_an_account_that_is_linked_already(bench):
    bench.ready("mara")
    bench.world.approve(bench.ask(), bench.phone.profile)
    request = bench.ask()
    refused_scan(bench, request, "already_linked")
    assert_center_says(bench.center.request_sentence(request), "waiting")
    assert newest_log_entry(bench)[0] == "Scan refused"


def test_the_wizard_offers_more_permissions_for_an_account_that_is_linked_already(bench):
    bench.ready("mara")
    bench.world.approve(bench.ask(), bench.phone.profile)
    wizard = bench.center.start_wizard()
    for page in ("way_page", "sending_page", "permissions_page", "recipient_page"):
        wizard.press("next_button")
        wizard.see(page)
    wizard.type("handle_edit", "mara")
    wizard.see("more_permissions_button")
    assert wizard.text("handle_label").startswith("@mara is already linked.")
    wizard.press("more_permissions_button")
    wizard.see("permissions_page")


def test_a_claim_of_an_account_that_is_claimed_elsewhere(bench):
    bench.ready("mara")
    other = bench.world.center("Otter Works", "Otto")
    bench.world.approve(bench.ask(kind=Kind.CLAIM, actor=other), bench.phone.profile)
    refused_scan(bench, bench.ask(kind=Kind.CLAIM), "claimed_elsewhere")


def test_a_claim_that_another_business_center_finishes_first(bench):
    bench.ready("mara")
    other = bench.world.center("Otter Works", "Otto")
    request = bench.ask(kind=Kind.CLAIM)
    dialog = bench.center.show_code(request)
    bench.phone.scan()
    bench.phone.press("claim_understood")
    bench.world.approve(bench.ask(kind=Kind.CLAIM, actor=other), bench.phone.profile)
    bench.phone.press_authorize()
    assert_phone_says(bench.phone.failure(), "claimed_elsewhere")
    dialog.until(lambda: dialog.text("state_badge") == "Failed")
    assert_center_says(dialog.text("state_label"), "claimed_elsewhere")
    assert bench.links() == ()


def test_an_account_that_belongs_to_another_business_center(bench):
    bench.ready("mara")
    other = bench.world.center("Otter Works", "Otto")
    bench.world.approve(bench.ask(kind=Kind.CLAIM, actor=other), bench.phone.profile)
    refused_scan(bench, bench.ask(), "owned_by_another")


def test_an_account_with_as_many_links_as_allowed(bench):
    bench.limit(business_centers_per_tiktok_account=1)
    other = bench.world.center("Otter Works", "Otto")
    bench.ready("mara")
    bench.world.approve(bench.ask(actor=other), bench.phone.profile, bench.context)
    request = bench.ask()
    bench.phone.open_text(request.code_text)
    bench.phone.press_authorize()
    assert_phone_says(bench.phone.failure(), "account_full")
    assert_center_says(bench.center.request_sentence(request), "account_full")
    assert bench.links() == ()


def test_a_business_center_with_as_many_accounts_as_allowed(bench):
    bench.limit(tiktok_accounts_per_business_center=1)
    bench.ready("mara")
    request = bench.ask()
    bench.world.approve(bench.ask(), bench.world.sign_up("otto"), bench.context)
    bench.phone.open_text(request.code_text)
    bench.phone.press_authorize()
    assert_phone_says(bench.phone.failure(), "business_center_full")
    assert_center_says(bench.center.request_sentence(request), "business_center_full")
    assert [link.handle for link in bench.links()] == ["otto"]


def test_a_private_account(bench):
    bench.ready("mara", is_public=False)
    refused_scan(bench, bench.ask(), "private")


@pytest.mark.parametrize(
    ("changed", "case"),
    [
        ({"is_business": False}, "no_business_account"),
        ({"scope_available": False}, "not_available"),
        ({"is_political": True}, "political"),
    ],
)
def test_an_unfit_account(bench, changed, case):
    bench.ready("mara")
    bench.world.change_account("mara", **changed)
    refused_scan(bench, bench.ask(), case)


def test_the_wizard_says_that_an_account_is_private_before_anything_is_asked(bench):
    bench.ready("mara", is_public=False)
    wizard = bench.center.start_wizard()
    for page in ("way_page", "sending_page", "permissions_page", "recipient_page"):
        wizard.press("next_button")
        wizard.see(page)
    wizard.type("handle_edit", "mara")
    wizard.until(lambda: wizard.sees("handle_label") and wizard.text("handle_label").startswith("@mara is private."))


def test_a_standard_member_does_not_see_the_button_and_the_service_refuses(bench):
    sam = bench.world.standard_member(bench.admin)
    bench.center.open(sam)
    page = bench.center.page("tiktok_accounts")
    assert not page.sees("accounts_add_button")
    assert not page.sees("accounts_empty_add_button")
    assert page.reads("No account was given to you yet")
    assert not bench.center.can_press("nav_requests_button")
    assert "Nora" in bench.center.widget("nav_requests_button").toolTip()
    before = bench.kept()
    with pytest.raises(NotAllowed) as caught:
        access_requests.create(bench.context, sam, Draft(Kind.LINK, Method.QR_CODE, SPARK), uuid.uuid4().hex)
    assert caught.value.helpers == ("Nora",)
    assert bench.kept() == before


def test_an_admin_who_became_a_standard_member_meanwhile_is_told(bench):
    bench.ready()
    request = bench.ask()
    dialog = bench.center.show_code(request)
    bench.world.make_standard(bench.admin)
    before = bench.kept()
    dialog.press("withdraw_button")
    said = dialog.notice(dialog.window.notices.bar)
    assert said.title == "Your role does not allow this"
    assert_center_says(said.body, "standard_member")
    assert bench.kept() == before
    assert request.state is RequestState.PENDING
