"""The words beside a code."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from bcdesktop.core.code import RequestKind
from bcdesktop.ui.kit.code_sheet import caption_lines, copy_message, required_line, steps, valid_until
from bcdesktop.ui.kit.text_reading import find_code_in_text
from tests.support.code_sheets import EXPIRES, code_sheet

SENTENCE = "Open this in Business Center Desktop > Phone. The TikTok app cannot read it."


def test_the_sentence_about_the_phone_stands_first_in_caption_and_message():
    assert required_line() == SENTENCE
    assert caption_lines(code_sheet())[0] == SENTENCE
    assert copy_message(code_sheet()).splitlines()[0] == SENTENCE


class _Capitals(QTranslator):
    """A language in which everything is shouted."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context, source, _disambiguation=None, _n=-1):
        return source.upper()


def test_the_sentence_stands_first_in_another_language_too(qapp):
    capitals = _Capitals()
    QCoreApplication.installTranslator(capitals)
    try:
        lines, message = caption_lines(code_sheet()), copy_message(code_sheet())
    finally:
        QCoreApplication.removeTranslator(capitals)
    assert lines[0] == message.splitlines()[0] == SENTENCE.upper()


def test_the_caption_says_who_asks_whom_for_what_and_until_when():
    assert caption_lines(code_sheet())[1:] == (
        "Northwind Media asks for access to a TikTok account.",
        "Addressed to: @mara.cooks",
        "What it is for: “Spring campaign”",
        "Permissions: Existing posts, Publish and manage new videos",
        "Valid until 14:32 UTC on Monday, 23 November 2026 (local time 15:32).",
        "Scan only if you expected this.",
    )


def test_an_open_request_is_addressed_to_anyone_with_the_account():
    assert "Addressed to: anyone with the account" in caption_lines(code_sheet(handle=None))


def test_a_claim_is_worded_as_becoming_the_owner():
    line = caption_lines(code_sheet(kind=RequestKind.CLAIM))[1]
    assert line == "Northwind Media asks to become the owner of a TikTok account, for good."


def test_without_purpose_and_permissions_their_lines_are_left_out():
    lines = caption_lines(code_sheet(purpose=None, permissions_words=()))
    assert not [line for line in lines if line.startswith(("What it is for", "Permissions"))]


def test_a_local_time_on_another_day_names_that_day():
    late = code_sheet(zone=timezone(timedelta(hours=11)))
    assert valid_until(late) == (
        "Valid until 14:32 UTC on Monday, 23 November 2026 (local time 01:32 on Tuesday, 24 November 2026)."
    )


def test_the_time_is_told_in_utc_whatever_zone_it_is_given_in():
    elsewhere = code_sheet(expires_at=EXPIRES.astimezone(timezone(timedelta(hours=-8))))
    assert valid_until(elsewhere) == valid_until(code_sheet())


def test_marks_for_placeholders_in_a_name_are_left_as_they_are():
    assert "%3 & %1 asks for access to a TikTok account." in caption_lines(code_sheet(business_center_name="%3 & %1"))


@pytest.mark.parametrize("handle", ["mara.cooks", None])
def test_the_message_numbers_the_steps_of_the_phone(handle):
    sheet = code_sheet(handle=handle)
    message = copy_message(sheet)
    assert [f"{number}. {step}" in message for number, step in enumerate(steps(sheet), start=1)] == [True] * 4
    assert "Profile > menu icon (top right) > Settings and privacy > QR Code > scanner icon" in message


def test_the_message_asks_to_scan_at_once_and_to_agree_on_a_time():
    message = copy_message(code_sheet())
    assert "scan it at once" in message
    assert "tell me when" in message
    assert valid_until(code_sheet()) in message


def test_the_whole_message_can_be_pasted_because_it_holds_the_code_as_text():
    sheet = code_sheet()
    assert find_code_in_text(copy_message(sheet)) == sheet.code_text
