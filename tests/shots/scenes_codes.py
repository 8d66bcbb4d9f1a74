"""The QR dialog in every state, and the dialogs that belong to requests and accounts."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import Method, RequestState
from bcdesktop.services import access_requests, owner
from tests.shots.scenes_center import at_desk


def show(bench, request):
    """Open the QR dialog of a request and return it."""
    bench.center.shell.navigator.open_code(request.id)
    dialog = bench.center.code_dialog().window
    bench.center.settle()
    return dialog


def scene_qr_code_waiting_and_scanned(bench, camera):
    at_desk(bench, bench.admin)
    request = bench.ask(expected_handle="mara", purpose="Spring campaign")
    dialog = show(bench, request)
    camera.take("qr-waiting", dialog, reads=request.code_text)
    bench.world.scan(request, bench.world.sign_up("mara"))
    bench.center.until(lambda: dialog.row.scanned_at)
    camera.take("qr-scanned", dialog, reads=request.code_text)


def scene_qr_code_approved_with_its_question(bench, camera):
    at_desk(bench, bench.admin)
    request = bench.ask()
    dialog = show(bench, request)
    camera.take("qr-waiting-open", dialog, reads=request.code_text)
    bench.world.approve(request, bench.world.sign_up("mara"))
    bench.center.see("was_it_meant")
    camera.take("qr-approved-question", dialog)


def scene_qr_code_approved(bench, camera):
    at_desk(bench, bench.admin)
    bench.world.sign_up("mara")
    request = bench.ask(expected_handle="mara")
    dialog = show(bench, request)
    bench.world.approve(request, bench.world.phone("Phone of mara"))
    bench.center.see("show_account_button")
    camera.take("qr-approved", dialog)


def scene_qr_code_declined(bench, camera):
    at_desk(bench, bench.admin)
    request = bench.ask()
    dialog = show(bench, request)
    phone = bench.world.sign_up("mara")
    owner.decline(bench.context, phone, bench.world.scan(request, phone), "We work with another agency now.")
    bench.center.until(lambda: dialog.row.state is RequestState.DECLINED)
    camera.take("qr-declined", dialog)


def scene_qr_code_expired_and_replaced(bench, camera):
    at_desk(bench, bench.admin)
    request = bench.ask()
    dialog = show(bench, request)
    bench.wait(minutes=11)
    dialog.refresh()
    bench.center.until(lambda: dialog.row.state is RequestState.EXPIRED)
    camera.take("qr-expired", dialog)
    access_requests.renew(bench.context, bench.admin, request.id, "renewed")
    bench.center.until(lambda: dialog.row.replaced_by)
    camera.take("qr-replaced", dialog)


def scene_qr_code_withdrawn(bench, camera):
    at_desk(bench, bench.admin)
    request = bench.ask()
    dialog = show(bench, request)
    access_requests.cancel(bench.context, bench.admin, request.id)
    bench.center.until(lambda: dialog.row.state is RequestState.CANCELLED)
    camera.take("qr-withdrawn", dialog)


def scene_notification(bench, camera):
    at_desk(bench, bench.admin)
    bench.world.sign_up("mara")
    request = bench.ask(method=Method.NOTIFICATION, expected_handle="mara")
    camera.take("qr-notification", show(bench, request))


def scene_full_screen(bench, camera):
    at_desk(bench, bench.admin)
    request = bench.ask()
    show(bench, request)
    bench.center.code_dialog().press("full_screen_button")
    whole = bench.center.see("full_screen_code")
    whole.resize(whole.screen().size())
    camera.take("qr-full-screen", whole, reads=request.code_text)


def scene_send_a_notification_instead(bench, camera):
    at_desk(bench, bench.admin)
    show(bench, bench.ask())
    bench.center.code_dialog().press("notify_button")
    dialog = bench.center.see("send_notification_dialog")
    camera.take("dialog-send-notification", dialog)
    asked = bench.center.inside("send_notification_dialog")
    asked.type("handle_edit", "nobody_of_this_name")
    asked.press("send_button")
    bench.center.settle()
    camera.take("dialog-send-notification-refused", dialog)


def scene_send_by_mail(bench, camera):
    at_desk(bench, bench.admin)
    show(bench, bench.ask())
    bench.center.code_dialog().press("mail_button")
    camera.take("dialog-send-mail", bench.center.see("send_mail_dialog"))


def scene_print_preview(bench, camera):
    at_desk(bench, bench.admin)
    show(bench, bench.ask())
    bench.center.code_dialog().press("print_button")
    camera.take("dialog-print-preview", bench.center.see("print_preview_dialog"))


def scene_enter_an_answer(bench, camera):
    at_desk(bench, bench.admin)
    bench.center.page("requests").press("enter_answer_button")
    dialog = bench.center.see("enter_answer_dialog")
    camera.take("dialog-enter-answer", dialog)
    entering = bench.center.inside("enter_answer_dialog")
    entering.type("answer_edit", "this is no answer")
    entering.press("check_button")
    bench.center.settle()
    camera.take("dialog-enter-answer-refused", dialog)


@pytest.mark.parametrize("handle", ["atlas.adventures"])
def scene_compare_digits(agency, camera, handle):
    at_desk(agency, agency.admin)
    agency.center.page("tiktok_accounts")
    agency.center.choose_row("accounts_table", agency.account(handle).id)
    agency.center.press("compare_button")
    dialog = agency.center.see("compare_digits_dialog")
    agency.center.settle()
    camera.take("dialog-compare-digits", dialog)


def scene_end_access(agency, camera):
    at_desk(agency, agency.admin)
    agency.center.page("tiktok_accounts")
    agency.center.choose_row("accounts_table", agency.account("lumen.lamps").id)
    agency.center.press("end_button")
    camera.take("dialog-end-access", agency.center.see("end_access_dialog"))


def scene_find_box(agency, camera):
    window = at_desk(agency, agency.admin)
    window.commands.find()
    box = agency.center.see("find_box")
    camera.take("dialog-find", box)
    agency.center.type("find_edit", "assets")
    camera.take("dialog-find-words", box)
    agency.center.type("find_edit", "submarine")
    camera.take("dialog-find-nothing", box)


def scene_about_and_guide(agency, camera):
    window = at_desk(agency, agency.admin)
    window.commands.show_about()
    camera.take("dialog-about", agency.center.see("about_dialog"))
    agency.center.close_dialog("about_dialog")
    window.commands.show_guide()
    guide = agency.center.see("guide_dialog")
    for index in (0, 1, 2, 4):
        agency.center.widget("guide_tabs").setCurrentIndex(index)
        camera.take(f"dialog-guide-{index + 1}", guide)


def scene_business_center_card(bench, camera):
    window = at_desk(bench, bench.admin)
    window.navigator.go("settings", card="security")
    bench.center.settle()
    bench.center.press("show_card_button")
    dialog = bench.center.see("business_center_card_dialog")
    bench.center.settle()
    camera.take("dialog-business-center-card", dialog)
    dialog.close()
    bench.center.press("show_recovery_button")
    dialog = bench.center.see("show_recovery_text_dialog")
    camera.take("dialog-recovery-text-password", dialog)
    from tests.services.world import PASSWORD

    bench.center.type("confirm_password_edit", PASSWORD)
    bench.center.press("show_text_button")
    bench.center.see("recovery_text_box")
    camera.take("dialog-recovery-text", dialog)


def scene_unsaved_settings(bench, camera):
    window = at_desk(bench, bench.admin)
    window.navigator.go("settings")
    bench.center.settle()
    bench.center.type("business_name_edit", "Lantern & Sons")
    window.navigator.go("home")
    camera.take("dialog-unsaved", bench.center.see("unsaved_dialog"))


def scene_crash(qtbot, camera):
    from bcdesktop.ui.kit.crash import crash_dialog, crash_report

    try:
        {}["a key that is missing"]
    except KeyError as error:
        dialog = crash_dialog(crash_report(error, "0.1.0"))
    qtbot.addWidget(dialog)
    dialog.open()
    camera.take("dialog-crash", dialog)
