"""Everything that goes wrong has its own sentence on the phone and leaves the request as it was (domain.md 3.5)."""

from __future__ import annotations

from bcdesktop.core.access_requests import Kind, RequestState
from bcdesktop.services import access_requests, log_ins
from bcdesktop.services.records import LogInPurpose, LogInState


def check(handset, text):
    handset.window.routes.tiktok()
    handset.wait_for("profile_screen")
    handset.window.routes.check(text)
    handset.qtbot.waitUntil(lambda: handset.screen() not in ("profile_screen", "check_screen"))
    handset.settle()


def refused(handset, text):
    check(handset, text)
    assert handset.screen() == "failure_screen"
    assert handset.text("failure_body_label")
    return handset.text("failure_title_label")


def test_the_wrong_account_is_told_and_switching_opens_the_request(handset, nora):
    handset.with_account("mara")
    handset.world.sign_up("otto", handset.window.host.profile)
    request = handset.world.request(nora, expected_handle="mara")
    refused(handset, request.code_text)
    body = handset.text("failure_body_label")
    assert "@mara" in body
    assert "@otto" in body
    assert handset.world.state(nora, request) is RequestState.PENDING
    handset.press_to("failure_switch_button", "accounts_screen")
    handset.press_to("account_row_mara", "consent_screen")
    assert handset.text("logged_in_handle_label") == "@mara"


def test_each_refusal_has_its_own_title(handset, nora):
    world = handset.world
    handset.with_account("mara")
    expired = world.request(nora)
    world.wait(minutes=11)
    cancelled, replaced, approved, declined = (world.request(nora) for _ in range(4))
    access_requests.cancel(world.context, nora, cancelled.id)
    access_requests.renew(world.context, nora, replaced.id, "renewed")
    world.approve(approved, world.sign_up("otto"))
    scanned = world.scan(declined, world.sign_up("lena"))
    from bcdesktop.services import owner

    owner.decline(world.context, world.phones["Phone of lena"], scanned)
    tampered = world.with_flipped_signature(world.request(nora).code_text)
    titles = [
        refused(handset, text)
        for text in (
            expired.code_text,
            cancelled.code_text,
            replaced.code_text,
            approved.code_text,
            declined.code_text,
            tampered,
        )
    ]
    assert len(set(titles)) == len(titles)


def test_a_private_account_is_told_and_can_be_made_public_on_the_way(handset, nora):
    handset.with_account("mara", is_public=False)
    request = handset.world.request(nora)
    refused(handset, request.code_text)
    handset.press_to("failure_privacy_button", "privacy_screen")
    handset.press("private_account")
    handset.settle()
    handset.press_to("back_button", "failure_screen")
    handset.press_to("failure_try_again_button", "consent_screen")


def test_an_account_that_is_no_business_account_is_told_and_can_become_one_on_the_way(handset, nora):
    handset.with_account("mara", kind="personal")
    refused(handset, handset.world.request(nora).code_text)
    handset.press_to("failure_privacy_button", "privacy_screen")
    handset.press("business_account")
    handset.settle()
    handset.press_to("back_button", "failure_screen")
    handset.press_to("failure_try_again_button", "consent_screen")


def test_logging_in_with_the_right_account_goes_on_with_the_request(handset, nora):
    handset.with_account("mara")
    handset.world.sign_up("otto")
    request = handset.world.request(nora, expected_handle="otto")
    refused(handset, request.code_text)
    handset.press_to("failure_switch_button", "accounts_screen")
    handset.press_to("add_account_button", "log_in_screen")
    handset.type("log_in_handle", "otto")
    handset.type("log_in_password", "linden-harbour-42")
    handset.press_to("submit_log_in_button", "consent_screen")
    assert handset.text("logged_in_handle_label") == "@otto"


def test_after_an_answer_back_leads_to_the_app_and_not_into_the_request(handset, nora):
    handset.with_account("mara")
    handset.window.routes.check(handset.world.request(nora).code_text)
    handset.wait_for("consent_screen")
    handset.press_to("authorize_button", "result_screen")
    handset.press_to("back_button", "home_screen")


def test_an_account_that_another_business_center_owns_is_told(handset, nora):
    world = handset.world
    other = world.center("Harbour Group", "Ina")
    handset.with_account("mara")
    world.approve(world.request(other, kind=Kind.CLAIM), handset.window.host.profile)
    title = refused(handset, world.request(nora, kind=Kind.CLAIM).code_text)
    assert title


def test_a_forged_code_of_a_known_business_center_is_refused_as_a_changed_key(handset, nora):
    handset.with_account("mara")
    handset.world.approve(handset.world.request(nora), handset.window.host.profile)
    refused(handset, handset.world.forged_request(nora))
    assert handset.text("title_label") == "Changed key"


def test_two_presses_of_authorize_make_one_link(handset, nora):
    handset.with_account("mara")
    request = handset.world.request(nora)
    check(handset, request.code_text)
    screen = handset.window.navigator.top
    screen.authorize_button.click()
    screen.authorize_button.click()
    handset.wait_for("result_screen")
    assert handset.world.state(nora, request) is RequestState.APPROVED


def test_a_request_that_was_answered_elsewhere_meanwhile_is_told_at_authorize(handset, nora):
    world = handset.world
    handset.with_account("mara")
    request = world.request(nora)
    check(handset, request.code_text)
    world.approve(request, world.sign_up("otto"))
    handset.press_to("authorize_button", "failure_screen")
    assert "@otto" in handset.text("failure_body_label")


def test_a_log_in_code_is_approved(handset, nora):
    handset.with_account("mara")
    log_in = log_ins.start(handset.world.context, LogInPurpose.SIGN_IN, "Front desk")
    check(handset, log_in.code_text)
    assert handset.screen() == "log_in_code_screen"
    assert handset.text("computer_label") == "“Front desk”"
    assert handset.widget("decline_log_in_button").hasFocus()
    handset.press_to("approve_log_in_button", "log_in_decided_screen")
    assert log_ins.get(handset.world.context, log_in.id).state is LogInState.APPROVED


def test_a_log_in_code_is_declined(handset, nora):
    handset.with_account("mara")
    log_in = log_ins.start(handset.world.context, LogInPurpose.SIGN_IN, "Front desk")
    check(handset, log_in.code_text)
    handset.press_to("decline_log_in_button", "log_in_decided_screen")
    assert log_ins.get(handset.world.context, log_in.id).state is LogInState.DECLINED


def test_a_log_in_code_that_ran_out_is_told(handset, nora):
    handset.with_account("mara")
    log_in = log_ins.start(handset.world.context, LogInPurpose.SIGN_IN, "Front desk")
    handset.world.wait(minutes=6)
    refused(handset, log_in.code_text)
