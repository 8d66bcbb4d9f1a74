"""How the code gets to the owner: shown, copied, saved, shown large, sent with a message."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from bcdesktop.ui.kit.pictures import load_picture
from tests.acceptance.bench.asking import signed, signed_in
from tests.support.code_sheets import pdf_page

FIRST_LINE = "Open this in Business Center Desktop > Phone. The TikTok app cannot read it."


def clipboard():
    return QGuiApplication.clipboard()


def saved(dialog, folder, ending: str):
    """Choose an entry of the Save menu and a file for it; return the file once it is there."""
    path = folder / f"code.{ending}"
    folder.mkdir(exist_ok=True)
    dialog.choose_entry(f"save_{'text' if ending == 'txt' else ending}_action")
    dialog.choose_file("save_file_dialog", path)
    dialog.until(path.exists)
    return path


def test_a1_06_a_qr_code_appears(bench):
    bench.ready()
    dialog = bench.center.ask_by_wizard(handle="mara", purpose="Spring campaign")
    assert dialog.sees("code_view")
    message = signed(dialog)
    assert (message.centre_name, message.business_center_id) == ("Lantern Media", bench.admin.business_center_id)
    assert (message.handle, message.purpose) == ("mara", "Spring campaign")


def test_a1_07_the_code_is_shared_as_a_picture(bench, tmp_path):
    bench.ready()
    dialog = bench.center.ask_by_wizard()
    screenshot = signed(dialog)
    dialog.press("copy_picture_button")
    dialog.until(lambda: dialog.reads("Picture copied."))
    assert signed_in(clipboard().image()) == screenshot
    path = saved(dialog, tmp_path / "shared", "png")
    assert signed_in(load_picture(path)) == screenshot
    bench.phone.choose_picture(path)
    bench.phone.wait_for("found_code_screen")
    bench.phone.open_found()
    bench.phone.authorize()
    assert bench.center.account_row("mara")["permissions"] == "Deliver ads"


def test_a1_08_the_code_is_shown_large_for_a_shared_screen(bench):
    bench.ready()
    dialog = bench.center.ask_by_wizard()
    small = dialog.widget("code_view")
    message = signed(dialog)
    dialog.press("full_screen_button")
    large = bench.center.inside("full_screen_code")
    assert large.window.isFullScreen()
    view = large.widget("full_screen_code_view")
    large.until(lambda: min(view.width(), view.height()) > min(small.width(), small.height()))
    assert signed(large) == message
    assert large.reads(FIRST_LINE)
    assert large.reads("10:00 left")
    large.press("leave_button")
    bench.center.until(lambda: not bench.center.sees("full_screen_code"))
    assert signed(dialog) == message


def test_a1_09_the_code_is_sent_by_message(bench, tmp_path):
    bench.ready()
    dialog = bench.center.ask_by_wizard()
    message = signed(dialog)
    dialog.press("copy_message_button")
    text = clipboard().text()
    assert text.splitlines()[0] == FIRST_LINE
    assert text.rstrip().splitlines()[-1] == dialog.window.row.code_text
    assert saved(dialog, tmp_path / "shared", "txt").read_text(encoding="utf-8") == text
    dialog.press("copy_picture_button")
    assert signed_in(clipboard().image()) == message
    bench.center.close_dialog("qr_code_dialog")
    bench.phone.open_text(text)
    assert bench.phone.screen() == "consent_screen"
    assert bench.phone.text("centre_name_label") == "Lantern Media"


def test_a1_26_the_advice_is_to_agree_on_a_time_and_to_scan_at_once(bench):
    bench.ready()
    wizard = bench.center.start_wizard()
    assert wizard.reads("Agree on a time with the owner")
    assert wizard.reads("Send it when the owner sits at the Phone, and have it scanned at once.")
    bench.center.close_dialog("add_tiktok_account_wizard")
    dialog = bench.center.ask_by_wizard()
    dialog.press("copy_message_button")
    message = clipboard().text()
    assert "Please scan it at once." in message
    assert "tell me when you are at your computer" in message
    assert "Valid until 12:10 UTC on Monday, 23 November 2026" in message


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a3_27_the_qr_code_is_copied_or_downloaded_to_share_it(bench, tmp_path, ending):
    bench.ready()
    dialog = bench.center.ask_by_wizard()
    message = signed(dialog)
    assert dialog.text("copy_picture_button").replace("&", "") == "Copy picture"
    dialog.press("copy_picture_button")
    assert signed_in(clipboard().image()) == message
    path = saved(dialog, tmp_path / "shared", ending)
    dialog.until(lambda: dialog.reads(f"Saved as code.{ending}"))
    image = pdf_page(path) if ending == "pdf" else load_picture(path)
    assert signed_in(image) == message


def test_a3_28_a_text_guides_the_owner_through_the_approval(bench):
    bench.ready()
    dialog = bench.center.ask_by_wizard(handle="mara", purpose="Spring campaign")
    dialog.press("copy_message_button")
    dialog.until(lambda: dialog.reads("Message copied."))
    message = clipboard().text()
    for line in (
        "Lantern Media asks for access to a TikTok account.",
        "Addressed to: @mara",
        "What it is for: “Spring campaign”",
        "What to do:",
        "1. Start Business Center Desktop, open Phone and log in there as @mara.",
        "2. Tap Profile > menu icon (top right) > Settings and privacy > QR Code > scanner icon (top right).",
        "3. Scan the screen, choose the picture of the code, or paste the text of the code.",
        "4. Check who asks, for what and until when, then tap Authorize or Decline.",
    ):
        assert line in message.splitlines()
