"""Codes in pasted text."""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import EmailMessage

import pytest

from bcdesktop.core.code import seal
from bcdesktop.core.code.lines import in_lines
from bcdesktop.core.pictures import ClipboardEmpty, NoCodeInText, SeveralCodesFound, TextTooLong
from bcdesktop.ui.kit.code_sheet import copy_message
from bcdesktop.ui.kit.text_reading import find_code_in_file, find_code_in_text
from tests.core.code.samples import MANY_ACCOUNTS, PARTNER_INVITATION, signer_of
from tests.support.code_sheets import code_sheet, code_text


@pytest.mark.parametrize("around", ["{}", "  {}\n", "\r\n{}\r\n", "Here it is: {}", "code\n{}\nKind regards\nMARA"])
def test_a_code_is_found_alone_and_inside_a_text(around):
    assert find_code_in_text(around.format(code_text())) == code_text()


@pytest.mark.parametrize("width", [60, 72, 78])
@pytest.mark.parametrize("mark", ["", "> "])
def test_a_code_broken_into_lines_on_its_way_is_put_together(width, mark):
    text = code_text("Agency with a longer name", "Spring campaign for the new sauces")
    lines = [mark + text[start : start + width] for start in range(0, len(text), width)]
    assert find_code_in_text("Hello,\n\n" + "\n".join(lines) + "\n\nregards") == text


def test_a_code_broken_at_its_blanks_is_put_together():
    text = code_text()
    lines = [""]
    for word in re.split("(?<! ) (?! )", text):
        lines = [*lines, word] if len(lines[-1]) > 50 else [*lines[:-1], f"{lines[-1]} {word}".removeprefix(" ")]
    assert len(lines) >= 3
    assert find_code_in_text("\n".join(lines)) == text


def test_the_same_code_twice_counts_once():
    assert find_code_in_text(f"{code_text()}\n\n{code_text()}") == code_text()


def test_two_different_codes_are_refused_with_their_number():
    with pytest.raises(SeveralCodesFound) as refused:
        find_code_in_text(copy_message(code_sheet()) + code_text(seed=2))
    assert refused.value.count == 2


def test_a_code_of_a_newer_program_is_found_so_that_it_can_be_refused_as_such():
    assert find_code_in_text("AR2:ABC") == "AR2:ABC"


@pytest.mark.parametrize("text", ["hello", "AR1", "https://example.org/AR1", "XAR1:ABC", "{}" * 100])
def test_a_text_without_a_code_is_refused(text):
    with pytest.raises(NoCodeInText):
        find_code_in_text(text)


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_nothing_but_blanks_is_refused_as_empty(text):
    with pytest.raises(ClipboardEmpty):
        find_code_in_text(text)


def test_ten_megabytes_are_refused_by_their_length():
    with pytest.raises(TextTooLong) as refused:
        find_code_in_text("AR1:" * 2_500_000)
    assert refused.value.length == 10_000_000


def partner_text(accounts: int) -> str:
    """Return the text of a partner invitation."""
    message = replace(PARTNER_INVITATION, accounts=MANY_ACCOUNTS[:accounts])
    return seal(message, signer_of(message)).text


@pytest.mark.parametrize("accounts", [2, 20, 800])
def test_a_partner_invitation_is_put_together_from_the_lines_of_a_mail(accounts):
    text = partner_text(accounts)
    mail = f"Hello,\n\n{in_lines(text)}\n\nBest wishes"
    assert find_code_in_text(mail) == text
    assert find_code_in_text(mail.replace("\n", "\n> ")) == text


def test_a_partner_invitation_may_stand_on_one_line():
    text = partner_text(20)
    assert find_code_in_text(f"Here it is:\r\n{text}\r\nBest wishes") == text


def test_a_damaged_partner_invitation_is_told_by_whoever_reads_it():
    text = in_lines(partner_text(20)).splitlines()
    del text[5]
    assert find_code_in_text("\n".join(text)).startswith("PI1:")


def test_a_long_text_without_a_partner_invitation_is_refused_as_before():
    with pytest.raises(TextTooLong):
        find_code_in_text("AR1:" + "A" * 20_000)
    with pytest.raises(TextTooLong):
        find_code_in_text("PI1:" + "A" * 400_000)


def test_a_code_is_read_from_a_text_file_and_from_a_mail(tmp_path):
    text = partner_text(20)
    (tmp_path / "partner.txt").write_text(f"Hello\n\n{in_lines(text)}\n", encoding="utf-8")
    assert find_code_in_file(tmp_path / "partner.txt") == text
    mail = EmailMessage()
    mail["Subject"] = "A partner"
    mail.set_content(f"Hällo,\n\n{in_lines(text)}\n\nBest wishes", cte="quoted-printable")
    (tmp_path / "partner.eml").write_bytes(mail.as_bytes())
    assert find_code_in_file(tmp_path / "partner.eml") == text


def test_a_mail_without_any_text_holds_no_code(tmp_path):
    (tmp_path / "empty.eml").write_bytes(b"Subject: nothing\nContent-Type: image/png\n\nAAAA")
    with pytest.raises(NoCodeInText):
        find_code_in_file(tmp_path / "empty.eml")
