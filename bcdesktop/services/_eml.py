"""A mail of the Outbox as it travels and as mail programs open it: RFC 5322, UTF-8, CRLF (decisions.md, Who is who)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, quote
from typing import NamedTuple

from bcdesktop.store.tables import Mail

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ATOM = re.compile(r"[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*")
_LINE = 76
_ENCODED_WORD = "=?"


class Sender(NamedTuple):
    """Who the mail is from."""

    name: str
    address: str


@dataclass(frozen=True)
class Letter:
    """What of the row of a mail goes into its text."""

    id: str
    to_address: str
    subject: str
    body: str
    created_at: datetime
    attachment_name: str | None = None
    attachment: bytes | None = None

    @classmethod
    def of(cls, mail: Mail) -> Letter:
        """Return the letter of a row."""
        return cls(
            mail.id, mail.to_address, mail.subject, mail.body, mail.created_at, mail.attachment_name, mail.attachment
        )


class _AsGiven(EmailPolicy):
    """Headers go out as they were set.

    EmailPolicy itself decodes encoded words it finds in a value and writes what was in them, line breaks included: a
    subject could then add headers of its own.
    """

    def header_store_parse(self, name: str, value: str) -> tuple[str, str]:
        return name, value


_POLICY = _AsGiven(linesep="\r\n", refold_source="none", cte_type="7bit", utf8=True)


def eml(letter: Letter, sender: Sender, *, is_draft: bool) -> bytes:
    """Return ``letter`` from ``sender`` as bytes, the same ones every time.

    A draft carries ``X-Unsent``, by which mail programs open it for editing. Nothing in subject, names or addresses can
    add a header.
    """
    address = wire_address(sender.address)
    message = EmailMessage(policy=_POLICY)
    message["From"] = _named(sender.name, address)
    message["To"] = _quoted(wire_address(letter.to_address))
    message["Subject"] = _words(letter.subject, "Subject")
    message["Date"] = format_datetime(letter.created_at)
    message["Message-ID"] = f"<{letter.id}@{address.rpartition('@')[2]}>"
    if is_draft:
        message["X-Unsent"] = "1"
    message.set_content(letter.body, charset="utf-8", cte="quoted-printable")
    if letter.attachment is not None:
        name = letter.attachment_name or "picture.png"
        message.add_attachment(letter.attachment, maintype="image", subtype="png", filename=name)
        # cannot occur in quoted-printable or base64
        message.set_boundary(f"=_{letter.id}")
    return message.as_bytes()


def wire_address(address: str) -> str:
    """Return ``address`` with its domain in the form mail servers know (IDNA); unchanged where it has none."""
    clean = _CONTROLS.sub("", address)
    local, at, domain = clean.rpartition("@")
    try:
        return f"{local}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return clean


def _named(name: str, address: str) -> str:
    clean = _CONTROLS.sub(" ", name).strip()
    if not clean:
        return _quoted(address)
    if clean.isascii() and _ENCODED_WORD not in clean:
        return f'"{quote(clean)}" <{_quoted(address)}>'
    return f"{_encoded(clean, 'From')} <{_quoted(address)}>"


def _quoted(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return address if _ATOM.fullmatch(local) else f'"{quote(local)}"@{domain}'


def _words(text: str, header: str) -> str:
    """Return ``text`` on one line, encoded where it is not plain, or could be taken for what is encoded."""
    clean = _CONTROLS.sub(" ", text).strip()
    if clean.isascii() and _ENCODED_WORD not in clean and len(clean) < _LINE - len(header):
        return clean
    return _encoded(clean, header)


def _encoded(text: str, header: str) -> str:
    return Header(text, "utf-8", maxlinelen=_LINE, header_name=header).encode(linesep="\r\n")
