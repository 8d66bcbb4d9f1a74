"""The code is over: run out, late, answered, replaced, withdrawn. Each side has its own sentence."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from bcdesktop.core.access_requests import RequestState
from bcdesktop.services import access_requests
from tests.services.answers import answer
from tests.ui.wrong.entering import enter_answer, notice
from tests.ui.wrong.sentences import assert_center_says, assert_phone_says


def test_a_code_that_ran_out(bench):
    bench.ready()
    request = bench.ask()
    bench.wait(minutes=11)
    bench.phone.open_text(request.code_text)
    assert_phone_says(bench.phone.failure(), "expired")
    assert_center_says(bench.center.request_sentence(request), "expired")
    assert bench.links() == ()


def test_a_code_that_runs_out_under_the_owners_eyes(bench):
    bench.ready()
    request = bench.ask()
    bench.phone.open_text(request.code_text)
    bench.wait(minutes=11)
    bench.phone.until(lambda: not bench.phone.can_press("authorize_button"))
    assert_phone_says(bench.phone.consent_says(), "expired")
    assert not bench.phone.can_press("decline_button")
    assert bench.request(request).state is RequestState.EXPIRED


def test_an_answer_signed_in_time_counts_though_it_comes_late(bench):
    bench.center.open(bench.admin)
    request = bench.ask()
    phone = bench.far_phone("lena")
    phone.open_text(request.code_text)
    phone.authorize()
    assert phone.text("result_title_label") == "Signed. Now send it"
    phone.press_to("carry_answer_button", "carry_answer_screen")
    phone.press("copy_answer_button")
    text = QGuiApplication.clipboard().text()
    bench.wait(hours=23)
    assert_center_says(bench.center.request_sentence(request), "expired")
    assert notice(enter_answer(bench, text)).title == "@lena agreed. The account stands in TikTok accounts."
    bench.center.close_dialog("enter_answer_dialog")
    assert_center_says(bench.center.request_sentence(request), "approved")
    assert bench.center.account_row("lena")["owner"] == "Owner not verified"
    phone.close()


def test_an_answer_that_comes_after_the_last_moment_is_too_late(bench):
    bench.ready()
    request = bench.ask()
    text = answer(request, bench.phone.profile, bench.now)
    bench.wait(hours=25)
    assert_center_says(bench.center.request_sentence(request), "expired_for_good")
    said = notice(enter_answer(bench, text))
    assert said.title == "The answer came too late"
    assert_center_says(said.body, "too_late")
    assert bench.links() == ()


def test_an_answer_signed_after_the_end_is_too_late(bench):
    bench.ready()
    request = bench.ask()
    bench.wait(minutes=30)
    said = notice(enter_answer(bench, answer(request, bench.phone.profile, bench.now)))
    assert_center_says(said.body, "too_late")
    assert bench.links() == ()


def test_a_declined_request(bench):
    bench.ready()
    request = bench.ask()
    dialog = bench.center.show_code(request)
    assert_center_says(dialog.text("state_label"), "waiting")
    bench.phone.scan()
    bench.phone.decline("Not this month")
    assert bench.phone.text("result_text_label") == "Lantern Media was told. It has no access by this request."
    dialog.until(lambda: dialog.text("state_badge") == "Declined")
    assert_center_says(dialog.text("state_label"), "declined")
    assert dialog.can_press("renew_button")
    before = bench.kept()
    bench.phone.open_text(request.code_text)
    assert_phone_says(bench.phone.failure(), "declined_before")
    assert bench.kept() == before
    assert bench.links() == ()


def test_a_second_answer_on_the_phone(bench):
    bench.ready("mara")
    request = bench.ask()
    bench.world.approve(request, bench.world.sign_up("otto"))
    before = bench.kept()
    bench.phone.open_text(request.code_text)
    assert_phone_says(bench.phone.failure(), "second_answer")
    assert_center_says(bench.center.request_sentence(request), "approved")
    assert bench.kept() == before


def test_a_second_answer_while_the_first_owner_was_reading(bench):
    bench.ready("mara")
    request = bench.ask()
    bench.phone.open_text(request.code_text)
    bench.world.approve(request, bench.world.sign_up("otto"))
    bench.phone.press_authorize()
    assert_phone_says(bench.phone.failure(), "second_answer")
    assert [link.handle for link in bench.links()] == ["otto"]


def test_a_second_answer_that_came_as_text(bench):
    bench.ready("mara")
    request = bench.ask()
    late = answer(request, bench.world.sign_up("otto"), bench.now)
    bench.world.approve(request, bench.phone.profile)
    said = notice(enter_answer(bench, late))
    assert said.title == "This code was already used"
    assert_center_says(said.body, "second_answer")
    assert [link.handle for link in bench.links()] == ["mara"]


def test_a_code_that_a_newer_one_replaced(bench):
    bench.ready()
    request = bench.ask()
    newer = access_requests.renew(bench.context, bench.admin, request.id, "again")
    before = bench.kept()
    bench.phone.open_text(request.code_text)
    assert_phone_says(bench.phone.failure(), "replaced")
    assert bench.kept() == before
    assert_center_says(bench.center.request_sentence(request), "replaced")
    assert_center_says(bench.center.request_sentence(newer), "waiting")


def test_a_code_whose_request_was_withdrawn(bench):
    bench.ready()
    request = bench.ask()
    dialog = bench.center.show_code(request)
    dialog.press("withdraw_button")
    dialog.until(lambda: dialog.text("state_badge") == "Withdrawn")
    assert_center_says(dialog.text("state_label"), "withdrawn")
    before = bench.kept()
    bench.phone.open_text(request.code_text)
    assert_phone_says(bench.phone.failure(), "withdrawn")
    assert bench.kept() == before
