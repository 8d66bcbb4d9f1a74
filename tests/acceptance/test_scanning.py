"""The owner scans: every path to the scanner, real pixels, the consent, and back in the Business Center."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from bcdesktop.core.access_requests import Method, RequestState
from bcdesktop.services import mail
from bcdesktop.ui.kit.pictures import load_picture
from bcdesktop.ui.kit.qr_reading import find_our_code

DELIVER_ADS = "Deliver ads"


def test_a1_11_the_owner_opens_the_tiktok_app_on_the_phone(bench):
    bench.phone.open_new()
    bench.phone.set_up(passcode=None)
    bench.phone.press_to("tiktok_app_button", "welcome_screen")
    bench.phone.press_to("sign_up_button", "sign_up_screen")
    bench.phone.go_home()
    bench.phone.sign_up("mara_bakes")
    assert bench.phone.reads("@mara_bakes")
    bench.phone.go_home()
    assert bench.phone.sees("tiktok_app_button")
    assert bench.phone.sees("mail_app_button")


def test_a1_12_the_scanner_stands_behind_find_friends(bench):
    bench.ready()
    bench.phone.use_version("oldest")
    bench.center.show_code(bench.ask())
    bench.phone.walk_n1()
    bench.phone.scan_screen()
    assert bench.phone.text("found_kind_label") == "A request for access"


def test_a2_29_the_scanner_stands_behind_settings_and_privacy(bench):
    bench.ready()
    bench.phone.use_version("older")
    bench.center.show_code(bench.ask())
    bench.phone.walk_n2()
    bench.phone.scan_screen()
    assert bench.phone.text("found_kind_label") == "A request for access"


def test_a3_30_the_scanner_stands_behind_your_qr_code(bench):
    bench.ready()
    bench.phone.use_version("current")
    bench.center.show_code(bench.ask())
    bench.phone.walk_n3()
    bench.phone.scan_screen()
    assert bench.phone.text("found_kind_label") == "A request for access"


def test_a1_13_the_shared_code_is_read_from_the_pixels_of_the_screen(bench):
    bench.ready()
    dialog = bench.center.show_code(bench.ask())
    pixels = dialog.window.grab().toImage()
    assert find_our_code(pixels) == dialog.window.row.code_text
    bench.center.close_dialog("qr_code_dialog")
    bench.phone.walk_n3()
    bench.phone.press("scan_screen_button")
    assert bench.phone.scanner_says().title == "No QR code found"
    bench.center.inside("requests_page").press("open_button")
    bench.center.code_dialog()
    bench.phone.scan_screen()
    bench.phone.open_found()
    assert bench.phone.text("centre_name_label") == "Lantern Media"


def test_a1_14_the_owner_reviews_and_accepts(bench):
    bench.ready()
    request = bench.ask(purpose="Spring campaign", expected_handle="mara")
    bench.center.show_code(request)
    bench.phone.scan()
    assert bench.phone.screen() == "consent_screen"
    assert bench.phone.text("centre_name_label") == "Lantern Media"
    assert bench.phone.reads(bench.admin.business_center_id)
    assert bench.phone.text("logged_in_handle_label") == "@mara"
    assert "Spring campaign" in bench.phone.text("purpose_label")
    assert bench.phone.widget("permission_existing_posts").isChecked()
    assert bench.phone.widget("permission_publish_and_manage_new_videos").isChecked()
    assert bench.phone.text("time_left_label") == "1 day left"
    assert bench.phone.focus() == "decline_button"
    assert bench.links() == ()
    bench.phone.authorize()
    assert bench.phone.text("result_title_label") == "Authorized"
    assert bench.request(request).state is RequestState.APPROVED


def test_a1_15_the_business_center_shows_what_came_of_it(bench):
    bench.ready()
    dialog = bench.center.show_code(bench.ask())
    assert dialog.text("state_label") == "Waiting for the owner to scan the code."
    bench.phone.scan()
    dialog.until(lambda: dialog.text("state_label") == "Scanned by @mara. Waiting for Authorize on the phone.")
    bench.phone.authorize()
    dialog.until(lambda: dialog.text("state_label").startswith("Approved by @mara."))
    dialog.press("show_account_button")
    bench.center.see("tiktok_accounts_page")
    assert bench.center.account_row("mara")["state"] == "To confirm"
    panel = bench.center.inside("tiktok_accounts_page")
    assert panel.text("account_question_label") == "Is @mara the account you meant?"
    panel.press("account_yes_button")
    bench.center.until(lambda: bench.center.account_row("mara")["state"] == "Active")


def test_a2_30_the_code_on_the_computers_screen_is_scanned(bench):
    bench.ready()
    dialog = bench.center.ask_by_wizard()
    bench.phone.walk_n3()
    bench.phone.scan_screen()
    assert bench.phone.reads("a window of this program")
    bench.phone.open_found()
    dialog.until(lambda: "Scanned by @mara" in dialog.text("state_label"))


def test_a2_31_a_message_asks_to_authorize(bench):
    bench.ready(passcode="2468")
    request = bench.ask()
    bench.center.show_code(request)
    bench.phone.scan()
    assert bench.phone.reads("asks to use your account for ads")
    assert bench.phone.text("authorize_button").replace("&", "") == "Authorize"
    bench.phone.press("authorize_button")
    bench.phone.see("sheet_passcode")
    bench.phone.type("sheet_passcode", "1111")
    bench.phone.press("confirm_passcode_button")
    bench.phone.until(lambda: bench.phone.reads("Wrong passcode"))
    assert bench.request(request).state is RequestState.PENDING
    bench.phone.type("sheet_passcode", "2468")
    bench.phone.press("confirm_passcode_button")
    bench.phone.wait_for("result_screen")
    assert bench.request(request).state is RequestState.APPROVED


def test_a3_29_the_logged_in_user_scans_and_gives_part_of_what_was_asked(bench):
    bench.ready()
    bench.center.show_code(bench.ask())
    bench.phone.scan()
    bench.phone.press("permission_publish_and_manage_new_videos")
    bench.phone.authorize()
    (link,) = bench.links()
    assert [permission.name for permission in link.permissions.permissions] == ["EXISTING_POSTS"]
    assert bench.center.account_row("mara")["spark"] == "Permissions missing"


def test_a2_32_the_account_is_in_the_list_after_a_refresh(bench):
    bench.ready()
    bench.stop_hearing()
    bench.center.page("tiktok_accounts")
    bench.center.until(lambda: bench.center.reads("No TikTok accounts yet"))
    bench.phone.open_text(bench.ask().code_text)
    bench.phone.authorize()
    assert bench.center.rows("accounts_table") == []
    bench.center.refresh()
    bench.center.until(lambda: [row["handle"] for row in bench.center.rows("accounts_table")] == ["@mara"])


def test_a2_45_the_list_says_how_it_is_read_again(bench):
    bench.ready()
    bench.stop_hearing()
    page = bench.center.page("tiktok_accounts")
    bench.phone.open_text(bench.ask().code_text)
    bench.phone.authorize()
    assert "Read the list again (F5)" in page.widget("accounts_refresh_button").toolTip()
    page.press("accounts_refresh_button")
    page.until(lambda: [row["handle"] for row in bench.center.rows("accounts_table")] == ["@mara"])


def test_a2_33_the_whole_way_takes_few_steps(bench):
    bench.ready()
    bench.center.presses.clear()
    bench.center.ask_by_wizard()
    bench.phone.presses.clear()
    bench.phone.scan()
    bench.phone.authorize()
    bench.center.account_row("mara")
    assert len(bench.center.presses) <= 12
    assert len(bench.phone.presses) <= 8


def test_a3_31_the_account_stands_in_the_tiktok_accounts_page_by_itself(bench):
    bench.ready()
    bench.center.show_code(bench.ask(expected_handle="mara"))
    bench.phone.scan()
    bench.center.close_dialog("qr_code_dialog")
    assert bench.center.accounts() == []
    bench.phone.authorize()
    row = bench.center.account_row("mara")
    assert (row["name"], row["state"], row["owner"]) == ("Mara", "Active", "Known in this store")


def test_a3_32_the_permissions_column_says_deliver_ads(bench):
    bench.ready()
    bench.center.show_code(bench.ask())
    bench.phone.scan()
    bench.phone.authorize()
    assert bench.center.account_row("mara")["permissions"] == DELIVER_ADS
    table = bench.center.table("accounts_table")
    column = [column.name for column in table.record_model.columns].index("permissions")
    assert table.model().headerData(column, Qt.Orientation.Horizontal) == "Permissions"


@pytest.mark.parametrize("way", ["file", "clipboard"])
def test_a4_49_the_code_is_shown_and_shared_with_the_client(bench, tmp_path, way):
    bench.ready()
    dialog = bench.center.show_code(bench.ask())
    assert not dialog.window.code_view.covered
    if way == "file":
        picture = tmp_path / "shared" / "code.png"
        picture.parent.mkdir()
        dialog.choose_entry("save_png_action")
        dialog.choose_file("save_file_dialog", picture)
        dialog.until(picture.exists)
        image = load_picture(picture)
    else:
        dialog.press("copy_picture_button")
        image = QGuiApplication.clipboard().image()
    assert isinstance(image, QImage)
    assert find_our_code(image) == dialog.window.row.code_text


def test_a4_50_the_client_opens_the_picture_and_scans_it_with_tiktok(bench):
    bench.ready()
    request = bench.ask()
    mail_id = bench.mail_code(request, "mara@example.com")
    bench.phone.walk_n4(mail_id)
    assert bench.phone.text("found_kind_label") == "A request for access"
    bench.phone.open_found()
    bench.phone.authorize()
    assert bench.request(request).state is RequestState.APPROVED
    assert mail.inbox(bench.context, bench.phone.profile)[0].read_at is not None


def test_a2_43_the_notification_is_found_under_from_tiktok_and_approved(bench):
    bench.ready()
    request = bench.ask(method=Method.NOTIFICATION, expected_handle="mara")
    bench.phone.walk_n5()
    bench.phone.press_to(f"request_row_{request.id}", "consent_screen")
    bench.phone.authorize()
    assert bench.request(request).state is RequestState.APPROVED
    assert bench.center.account_row("mara")["permissions"] == DELIVER_ADS
