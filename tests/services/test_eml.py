"""Mails as files: what a mail program reads is what was written, and nothing typed becomes a header."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import UTC, datetime
from email.header import decode_header, make_header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.services._eml import Letter, Sender, eml, wire_address

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NORA = Sender("Lantern Media", "nora@lantern.example")
HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
TRICKS = 'ä ß😀\u200d日=?utf-8?q?a=0D=0ABcc:_x?=\r\n"\\,<>()@.:;_\u2028\x85\0b'


def letter(**given) -> Letter:
    values = {"id": "ab" * 16, "to_address": "mara@example.com", "subject": "Access", "body": "Hello\n"}
    return Letter(**values | {"created_at": NOON} | given)


def parsed(content: bytes):
    return email.message_from_bytes(content, policy=email.policy.default)


def read(sender=NORA, *, is_draft=False, **given):
    return parsed(eml(letter(**given), sender, is_draft=is_draft))


def one_line(text: str) -> str:
    return re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()


def test_a_plain_mail_has_every_header_a_mail_needs():
    message = read()
    assert message["From"] == "Lantern Media <nora@lantern.example>"
    assert message["To"] == "mara@example.com"
    assert message["Subject"] == "Access"
    assert message["Date"].datetime == NOON
    assert message["Message-ID"] == f"<{'ab' * 16}@lantern.example>"
    assert message.get_content() == "Hello\r\n"
    assert not message.defects


def test_only_a_mail_that_was_not_sent_opens_for_editing():
    assert read(is_draft=True)["X-Unsent"] == "1"
    assert "X-Unsent" not in read()


def test_the_same_mail_gives_the_same_bytes():
    mail = letter(attachment_name="qr-code.png", attachment=b"\x89PNG" * 50)
    assert eml(mail, NORA, is_draft=True) == eml(mail, NORA, is_draft=True)


def test_lines_end_as_mail_wants_and_stay_short():
    content = eml(letter(subject="Zugriff für 😀 " * 12, body="Grüße " * 300), NORA, is_draft=True)
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 78
    assert content.isascii()


def test_the_picture_comes_whole_under_its_name():
    message = read(attachment_name="qr-code.png", attachment=bytes(range(256)) * 30)
    (picture,) = message.iter_attachments()
    assert (picture.get_filename(), picture.get_content_type()) == ("qr-code.png", "image/png")
    assert picture.get_content() == bytes(range(256)) * 30
    assert message.get_body(("plain",)).get_content() == "Hello\r\n"


@pytest.mark.parametrize(
    "subject",
    [
        "Zugriff für Müller & Söhne 😀",
        "日本語の件名" * 20,
        "x" * 200,
        "a b " * 50,
        "=?utf-8?q?looks_encoded?=",
        "Ends with a blank and ä ",
    ],
)
def test_a_subject_is_read_as_it_was_written(subject):
    assert read(subject=subject)["Subject"] == subject.strip()


@given(subject=st.text(alphabet=TRICKS, max_size=120), name=st.text(alphabet=TRICKS, max_size=60))
def test_nothing_in_subject_or_name_becomes_a_header(subject, name):
    content = eml(letter(subject=subject), Sender(name, "nora@lantern.example"), is_draft=False)
    message = parsed(content)
    assert sorted(message.keys()) == sorted(HEADERS)
    assert message["Subject"] == one_line(subject)
    assert [address.addr_spec for address in message["From"].addresses] == ["nora@lantern.example"]


@given(name=st.text(alphabet="äß😀日 ,.<>", min_size=1, max_size=60))
def test_a_name_is_read_as_it_was_written(name):
    # the newer parser puts blanks between the encoded words of a long name
    raw = email.message_from_bytes(eml(letter(), Sender(name, "nora@lantern.example"), is_draft=False))["From"]
    found = str(make_header(decode_header(raw.rpartition(" <")[0]))) if " <" in raw else ""
    assert found.strip('"') == one_line(name)


@given(body=st.text(alphabet=TRICKS, max_size=300))
def test_a_body_is_read_as_it_was_written(body):
    content = read(body=body, attachment_name="a.png", attachment=b"png").get_body(("plain",)).get_content()
    lines = body.replace("\r\n", "\n").replace("\r", "\n")
    assert content.replace("\r\n", "\n").rstrip("\n") == lines.rstrip("\n")


@pytest.mark.parametrize("address", ["evil@example.com\r\nBcc: x@example.com", "a b@example.com", 'a"b@example.com'])
def test_no_address_adds_a_header(address):
    message = read(to_address=address)
    assert sorted(message.keys()) == sorted(HEADERS)


def test_a_domain_with_umlauts_goes_out_in_the_form_of_the_wire():
    assert wire_address("mara@bücher.example") == "mara@xn--bcher-kva.example"
    assert wire_address("müller@example.com") == "müller@example.com"
    assert wire_address("mara") == "mara"
    content = eml(letter(to_address="müller@bücher.example"), NORA, is_draft=False)
    assert "\r\nTo: müller@xn--bcher-kva.example\r\n".encode() in content
