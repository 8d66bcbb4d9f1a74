"""Finding the code of an invitation in a saved mail: plain text, HTML, quoted-printable, base64, forwarded."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from bcdesktop.core.errors import InvitationCodeWrong
from bcdesktop.core.invitations import find_invitation_code
from bcdesktop.services.people_errors import NotAnEmail

BYTES = 30 * 1024 * 1024
"""No mail is longer; more is not read."""

_HEADERS = ("from", "to", "subject", "date", "message-id", "mime-version")
_UNSEEN = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def find_code(data: bytes) -> str:
    """Return the code in a mail. Raises NotAnEmail, InvitationCodeWrong where it has none."""
    if len(data) > BYTES:
        raise NotAnEmail
    mail = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=policy.default)
    if not any(_header(mail, name) for name in _HEADERS):
        raise NotAnEmail
    for text in _texts(mail):
        try:
            return find_invitation_code(text)
        except InvitationCodeWrong:
            continue
    raise InvitationCodeWrong("code")


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name, ""))
    except (ValueError, LookupError, AttributeError, IndexError):
        return ""  # a header the standard library cannot read


def _texts(mail: EmailMessage) -> Iterator[str]:
    """Yield the readable parts, plain text first; a forwarded mail is a part too."""
    parts = [part for part in mail.walk() if part.get_content_maintype() == "text"]
    for part in sorted(parts, key=lambda part: part.get_content_subtype() != "plain"):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            text = _decoded(payload, part.get_content_charset() or "utf-8")
            yield _stripped(text) if part.get_content_subtype() == "html" else text
    yield _header(mail, "subject")


def _decoded(payload: bytes, charset: str) -> str:
    try:
        return payload.decode(charset, "replace")
    except LookupError:
        return payload.decode("utf-8", "replace")


def _stripped(text: str) -> str:
    """Return HTML as text; tags inside of a code leave nothing behind."""
    return html.unescape(_TAG.sub("", _UNSEEN.sub(" ", text)))
