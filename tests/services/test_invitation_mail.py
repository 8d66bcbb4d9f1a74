"""The code of an invitation in saved mails of every shape (issue 3, point 2; bad input)."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.errors import InvitationCodeWrong
from bcdesktop.core.invitations import new_invitation_code
from bcdesktop.services import invitations
from bcdesktop.services.people_errors import NotAnEmail

CODE = new_invitation_code("a store")
HEAD = b"From: Nora <nora@example.com>\r\nTo: sam@example.com\r\nSubject: Join us\r\nMIME-Version: 1.0\r\n"


def plain(body, encoding="8bit", charset="utf-8"):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Nora <nora@example.com>", "sam@example.com", "Join us"
    mail.set_content(body, charset=charset, cte=encoding)
    return mail


def two_parts(text, html):
    mail = plain(text)
    mail.add_alternative(html, subtype="html")
    return mail


def forwarded(inner):
    mail = plain("See below")
    mail.add_attachment(inner)
    return mail


LONG = f"Grüße, Sam! {'lorem ipsum ' * 20}\nYour code: {CODE}\n"
HTML = f"<html><head><style>INV-</style></head><body><p>Your code:</p><p>{CODE[:9]}<wbr>{CODE[9:]}</p></body></html>"

SHAPES = {
    "8bit": bytes(plain(LONG)),
    "quoted-printable": bytes(plain(LONG, "quoted-printable")),
    "base64": bytes(plain(LONG, "base64")),
    "latin-1": bytes(plain(LONG, "quoted-printable", "iso-8859-1")),
    "html only": HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + HTML.encode(),
    "html in base64": HEAD
    + b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(HTML.encode()),
    "plain says nothing, html does": bytes(two_parts("This mail is in HTML", HTML)),
    "forwarded as an attachment": bytes(forwarded(plain(LONG))),
    "quoted in an answer": bytes(plain("Thanks!\n\n> Your code:\n> " + CODE.lower())),
    "lines that end with \\n": bytes(plain(LONG)).replace(b"\r\n", b"\n"),
    "with a byte order mark": b"\xef\xbb\xbf" + bytes(plain(LONG)),
    "unknown character set": HEAD + b"Content-Type: text/plain; charset=x-none\r\n\r\n" + CODE.encode(),
    "without a content type": b"Subject: Join us\r\n\r\nYour code: " + CODE.encode(),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_code_is_found(shape):
    assert invitations.code_in_mail(SHAPES[shape]) == CODE


def test_a_mistyped_code_before_the_right_one_is_passed_over():
    mistyped = CODE[:-1] + ("2" if CODE[-1] != "2" else "3")
    assert invitations.code_in_mail(bytes(plain(f"{mistyped}\n{CODE}"))) == CODE


def test_a_mail_without_a_code_says_so():
    with pytest.raises(InvitationCodeWrong):
        invitations.code_in_mail(bytes(plain("Lunch?")))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        CODE.encode(),
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000),
        b"{}\n",
    ],
    ids=["empty", "a bare code", "picture", "Outlook's own format", "JSON"],
)
def test_what_is_no_mail_says_so(data):
    with pytest.raises(NotAnEmail):
        invitations.code_in_mail(data)


def test_a_file_too_long_for_a_mail_is_not_read():
    with pytest.raises(NotAnEmail):
        invitations.code_in_mail(HEAD + b"\r\n" + b"x" * (30 * 1024 * 1024))


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", HEAD, HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"]),
)
def test_any_bytes_are_refused_by_one_of_two_errors(data, head):
    with pytest.raises((NotAnEmail, InvitationCodeWrong)):
        invitations.code_in_mail(head + data)
