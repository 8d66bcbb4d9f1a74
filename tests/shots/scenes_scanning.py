"""The phone reads codes: scanner, what was found, consent, answers and everything that is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from bcdesktop.core.access_requests import Kind
from bcdesktop.services import access_requests, business_centers, log_ins
from bcdesktop.services.records import LogInPurpose
from bcdesktop.ui.kit.qr_reading import find_our_code
from tests.services.world import LIVE

PATIENCE = 20_000


def check(bench, text):
    """Let the phone open a code; ends at the screen that follows."""
    phone = bench.phone
    phone.shell.routes.tiktok()
    phone.wait_for("profile_screen")
    phone.shell.routes.check(text)
    bench.qtbot.waitUntil(lambda: phone.screen() not in ("profile_screen", "check_screen"), timeout=PATIENCE)
    phone.settle()


def scene_scanner(bench, camera):
    bench.phone.open_with("mara")
    bench.phone.walk_n3()
    bench.phone.press("scan_screen_button")
    assert bench.phone.scanner_says().title
    camera.take("scan-nothing-found", bench.phone.shell)
    bench.phone.paste_text("https://example.com/")
    assert bench.phone.scanner_says().title
    camera.take("scan-not-ours", bench.phone.shell)


def scene_found_and_consent(bench, camera):
    bench.phone.open_with("mara", passcode="2468")
    request = bench.ask(expected_handle="mara", purpose="Spring campaign", wanted_end=bench.now + timedelta(days=90))
    bench.phone.walk_n3()
    QGuiApplication.clipboard().setText(request.code_text)
    bench.phone.press("paste_button")
    bench.phone.wait_for("found_code_screen")
    camera.take("scan-found", bench.phone.shell)
    bench.phone.open_found()
    camera.take("consent-first-contact", bench.phone.shell)
    scroll_down(bench)
    camera.take("consent-first-contact-below", bench.phone.shell)
    bench.phone.press("authorize_button")
    bench.phone.see("sheet_passcode")
    camera.take("consent-passcode", bench.phone.shell)
    bench.phone.type("sheet_passcode", "2468")
    bench.phone.press("confirm_passcode_button")
    bench.phone.wait_for("result_screen")
    camera.take("consent-approved", bench.phone.shell)


def scroll_down(bench):
    """Show the lower end of the screen in view."""
    from PySide6.QtWidgets import QScrollArea

    for area in bench.phone.shell.navigator.top.findChildren(QScrollArea):
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum())


def scene_consent_of_a_known_business_center(bench, camera):
    bench.phone.open_with("mara")
    bench.world.approve(bench.ask(), bench.phone.profile)
    bench.wait(days=3)
    check(bench, bench.ask(LIVE).code_text)
    camera.take("consent-known", bench.phone.shell)
    bench.phone.press("compare_digits_button")
    bench.phone.settle()
    camera.take("consent-digits", bench.phone.shell)


def scene_consent_to_a_claim(bench, camera):
    bench.phone.open_with("mara")
    check(bench, bench.ask(kind=Kind.CLAIM).code_text)
    camera.take("consent-claim", bench.phone.shell)
    scroll_down(bench)
    camera.take("consent-claim-below", bench.phone.shell)


def scene_decline(bench, camera):
    bench.phone.open_with("mara")
    check(bench, bench.ask().code_text)
    bench.phone.press("decline_button")
    bench.phone.see("confirm_decline_button")
    camera.take("consent-decline", bench.phone.shell)
    bench.phone.type("decline_reason", "We work with another agency now.")
    bench.phone.press("confirm_decline_button")
    bench.phone.wait_for("declined_screen")
    camera.take("consent-declined", bench.phone.shell)


def scene_answer_that_has_to_be_carried(bench, camera):
    other = bench.world.other_store()
    nora = bench.world.center("Harbour Group", "Ina", context=other)
    request = bench.world.request(nora, context=other)
    bench.phone.open_with("mara")
    check(bench, request.code_text)
    camera.take("consent-other-computer", bench.phone.shell)
    bench.phone.press("authorize_button")
    bench.phone.wait_for("result_screen")
    camera.take("consent-approved-not-delivered", bench.phone.shell)
    bench.phone.press_to("carry_answer_button", "carry_answer_screen")
    view = bench.phone.see("answer_view")
    camera.take("phone-carry-answer", bench.phone.shell, reads=find_our_code(view.grab().toImage()))
    bench.phone.shell.routes.receipt(bench.phone.profile.receipts()[0])
    bench.phone.settle()
    camera.take("phone-receipt-not-delivered", bench.phone.shell)


def scene_log_in_code(bench, camera):
    bench.phone.open_with("mara")
    log_in = log_ins.start(bench.context, LogInPurpose.FIRST_START, "Desk by the window")
    check(bench, log_in.code_text)
    camera.take("phone-log-in-code", bench.phone.shell)
    bench.phone.approve_log_in()
    camera.take("phone-log-in-approved", bench.phone.shell)
    check(bench, business_centers.card(bench.context, bench.admin))
    camera.take("phone-card", bench.phone.shell)


def expired(bench):
    request = bench.ask()
    bench.wait(minutes=11)
    return request.code_text


def cancelled(bench):
    request = bench.ask()
    access_requests.cancel(bench.context, bench.admin, request.id)
    return request.code_text


def replaced(bench):
    request = bench.ask()
    access_requests.renew(bench.context, bench.admin, request.id, "renewed")
    return request.code_text


def answered(bench):
    request = bench.ask()
    bench.world.approve(request, bench.world.sign_up("otto"))
    return request.code_text


def wrong_account(bench):
    bench.world.sign_up("otto")
    return bench.ask(expected_handle="otto").code_text


def tampered(bench):
    return bench.world.with_flipped_signature(bench.ask().code_text)


def claimed(bench):
    ina = bench.world.center("Harbour Group", "Ina")
    bench.world.approve(bench.world.request(ina, kind=Kind.CLAIM), bench.phone.profile)
    return bench.ask(kind=Kind.CLAIM).code_text


def key_changed(bench):
    bench.world.approve(bench.ask(), bench.phone.profile)
    return bench.world.forged_request(bench.admin)


@pytest.mark.parametrize(
    "make",
    [expired, cancelled, replaced, answered, wrong_account, tampered, claimed, key_changed],
    ids=lambda f: f.__name__,
)
def scene_refused(bench, camera, make):
    bench.phone.open_with("mara")
    check(bench, make(bench))
    assert bench.phone.screen() == "failure_screen"
    camera.take(f"refused-{make.__name__.replace('_', '-')}", bench.phone.shell)


def scene_refused_private(bench, camera):
    bench.phone.open_with("mara", is_public=False)
    check(bench, bench.ask().code_text)
    camera.take("refused-private", bench.phone.shell)


def scene_refused_without_an_account(bench, camera):
    bench.phone.open_new()
    bench.phone.set_up(None)
    bench.phone.shell.routes.check(bench.ask().code_text)
    bench.phone.wait_for("failure_screen")
    camera.take("refused-no-account", bench.phone.shell)
