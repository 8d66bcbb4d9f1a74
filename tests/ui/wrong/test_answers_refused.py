"""An answer that came as text, file or picture and cannot count: the Business Center says why and makes no link."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core.access_requests import RequestState
from bcdesktop.services import owner
from bcdesktop.ui.kit.qr_code import QrMatrix, image
from tests.acceptance.bench.bench import png_of
from tests.services.answers import answer, reply_to, signed
from tests.services.world import LIVE, SPARK
from tests.ui.wrong.entering import enter_answer, notice, open_enter_answer
from tests.ui.wrong.sentences import assert_center_says


def refused(bench, text, case):
    """Enter an answer: it is refused with the sentence of ``case`` and nothing in the store changes."""
    before = bench.kept()
    assert_center_says(notice(enter_answer(bench, text)).body, case)
    assert bench.kept() == before
    assert bench.links() == ()


def test_an_answer_to_another_computers_request(bench):
    bench.ready()
    far = bench.world.other_store()
    admin = bench.world.center("Far Harbour", "Ina", context=far)
    request = bench.world.request(admin, context=far)
    refused(bench, answer(request, bench.phone.profile, bench.now), "other_store")


def test_an_answer_that_was_changed_on_the_way(bench):
    bench.ready()
    request = bench.ask()
    text = bench.world.with_flipped_signature(answer(request, bench.phone.profile, bench.now))
    refused(bench, text, "tampered")
    assert bench.request(request).state is RequestState.PENDING
    scanned = owner.open_code(bench.context, bench.phone.profile, request.code_text)
    assert owner.approve(bench.context, bench.phone.profile, scanned, scanned.permissions).delivered


def test_an_answer_signed_before_the_request_was_made(bench):
    bench.ready()
    request = bench.ask()
    refused(bench, answer(request, bench.phone.profile, bench.now - timedelta(minutes=3)), "before_issue")


def test_an_answer_that_gives_more_than_was_asked(bench):
    bench.ready()
    request = bench.ask(LIVE)
    refused(bench, answer(request, bench.phone.profile, bench.now, scope=SPARK.scope), "wider")


def test_an_answer_signed_by_another_accounts_phone(bench):
    bench.ready()
    reply = reply_to(bench.ask(), bench.phone.profile, bench.now)
    refused(bench, signed(reply, bench.world.sign_up("otto")), "wrong_key")


def test_an_answer_of_another_account_than_the_one_asked(bench):
    bench.ready()
    bench.world.sign_up("otto")
    request = bench.ask(expected_handle="otto")
    refused(bench, answer(request, bench.phone.profile, bench.now), "wrong_account")


def test_an_owner_nobody_verified_where_settings_forbid_it(bench):
    bench.center.open(bench.admin)
    bench.change_settings(allow_unverified_owners=False)
    request = bench.ask()
    phone = bench.far_phone("lena")
    scanned = owner.open_code(phone.session.context, phone.profile, request.code_text)
    delivery = owner.approve(phone.session.context, phone.profile, scanned, scanned.permissions)
    refused(bench, delivery.answer_text, "not_verified")
    phone.close()


def test_a_request_is_no_answer(bench):
    bench.ready()
    refused(bench, bench.ask().code_text, "no_answer")


def test_a_letter_without_a_code(bench):
    bench.ready()
    refused(bench, "Dear Nora, I agree. Best, Mara", "random_text")


@pytest.mark.parametrize("case", ["web_address", "no_code", "broken_picture", "pdf"])
def test_a_file_that_is_no_answer(bench, tmp_path, case):
    bench.ready()
    path = tmp_path / "answer.png"
    if case == "web_address":
        image(QrMatrix.of("https://example.com/win"), 6).save(str(path))
    elif case == "no_code":
        bench.center.window.grab().save(str(path))
    elif case == "broken_picture":
        path.write_bytes(png_of("AP1:BROKEN")[:200])
    else:
        path.write_bytes(b"%PDF-1.7 and so on")
    before = bench.kept()
    dialog = open_enter_answer(bench)
    dialog.press("picture_button")
    dialog.choose_file("open_answer_dialog", path)
    assert_center_says(notice(dialog).body, case)
    assert bench.kept() == before
