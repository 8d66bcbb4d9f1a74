"""The ways to the scanner and to a request, N1 to N5 of domain.md 11.1, by real presses and real pixels."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import Method, RequestState
from bcdesktop.services import mail
from tests.ui.phone.codes import png_of, show_code


def scan_the_screen(handset):
    handset.press_to("scan_screen_button", "found_code_screen")
    assert handset.text("found_kind_label") == "A request for access"
    handset.press_to("open_code_button", "consent_screen")


def authorize(handset):
    handset.press_to("authorize_button", "result_screen")
    assert handset.text("result_title_label") == "Authorized"


def to_n1(handset):
    handset.to_profile()
    handset.press_to("find_friends_button", "find_friends_screen")
    handset.press_to("find_friends_scan_button", "scanner_screen")


def to_n2(handset):
    handset.to_profile()
    handset.press("profile_menu_button")
    handset.press_to("settings_and_privacy_row", "settings_and_privacy_screen")
    handset.press_to("qr_code_row", "my_qr_code_screen")
    handset.press_to("my_qr_code_scan_button", "scanner_screen")


def to_n3(handset):
    handset.to_scanner()


@pytest.mark.parametrize(
    ("version", "walk"), [("version_oldest", to_n1), ("version_older", to_n2), ("version_current", to_n3)]
)
def test_each_version_of_the_app_leads_by_its_own_path_from_the_screen_to_the_consent(
    handset, nora, qtbot, version, walk
):
    request = handset.world.request(nora)
    handset.with_account("mara")
    handset.press_to("settings_app_button", "phone_settings_screen")
    handset.press(version)
    handset.settle()
    handset.press_to("home_button", "home_screen")
    walk(handset)
    shown = show_code(qtbot, request.code_text)
    scan_the_screen(handset)
    assert shown.isVisible()
    authorize(handset)
    assert handset.world.state(nora, request) is RequestState.APPROVED


def test_a_picture_in_a_mail_is_scanned_with_tiktok(handset, nora):
    request = handset.world.request(nora)
    handset.with_account("mara")
    mail.send_code(
        handset.world.context,
        nora,
        request.id,
        "mara@example.com",
        "Access request",
        "Please scan.",
        png=png_of(request.code_text),
    )
    handset.press_to("mail_app_button", "mail_list_screen")
    entry = mail.inbox(handset.world.context, handset.window.host.profile)[0]
    handset.press_to(f"mail_row_{entry.id}", "mail_screen")
    handset.press_to("scan_attachment_button", "found_code_screen")
    handset.press_to("open_code_button", "consent_screen")
    authorize(handset)
    assert handset.world.state(nora, request) is RequestState.APPROVED


def test_a_saved_picture_is_opened_in_the_scanner(handset, nora, tmp_path):
    request = handset.world.request(nora)
    picture = tmp_path / "code.png"
    picture.write_bytes(png_of(request.code_text))
    handset.with_account("mara")
    handset.to_scanner()
    handset.window.navigator.top.read_file(str(picture))
    handset.wait_for("found_code_screen")
    handset.press_to("open_code_button", "consent_screen")
    assert handset.text("logged_in_handle_label") == "@mara"


def test_a_notification_is_found_under_from_tiktok_and_approved_there(handset, nora):
    handset.with_account("mara")
    request = handset.world.request(nora, method=Method.NOTIFICATION, expected_handle="mara")
    handset.to_profile()
    handset.press_to("inbox_tab_button", "inbox_screen")
    handset.press_to("all_activity_row", "all_activity_screen")
    handset.press_to("from_tiktok_row", "from_tiktok_screen")
    handset.press_to(f"request_row_{request.id}", "consent_screen")
    authorize(handset)
    assert handset.world.state(nora, request) is RequestState.APPROVED


def test_a_notification_that_arrives_is_announced_at_once_and_leads_to_the_consent(handset, nora):
    handset.with_account("mara")
    handset.world.request(nora, method=Method.NOTIFICATION, expected_handle="mara")
    handset.qtbot.waitUntil(lambda: handset.shows("banner_button"))
    assert "Lantern Media" in handset.widget("banner_button").accessibleName()
    handset.press_to("banner_button", "consent_screen")


def test_the_apps_on_the_home_screen_count_what_waits(handset, nora):
    handset.with_account("mara")
    handset.world.request(nora, method=Method.NOTIFICATION, expected_handle="mara")
    handset.qtbot.waitUntil(lambda: "1 new" in handset.widget("tiktok_app_button").accessibleName())
