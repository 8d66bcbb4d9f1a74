"""Ids, handles and addresses. Ids are text in every layer (decisions.md, Limits): 19 digits, the first 1 to 8."""

from __future__ import annotations

import re
import secrets
import unicodedata
from urllib.parse import parse_qs, urlsplit

from bcdesktop.core.errors import HostileText, ValueMalformed, ValueMissing, ValueTooLong
from bcdesktop.core.limits import LIMITS

_ID = re.compile(r"[1-8][0-9]{18}")
_HANDLE = re.compile(r"[a-z0-9_](?:[a-z0-9_.]*[a-z0-9_])?")
_EMAIL = re.compile(r"[^@\s,;<>()\"\[\]\\]+@[^@\s,;<>()\"\[\]\\.]+(?:\.[^@\s,;<>()\"\[\]\\.]+)+")
_HOSTILE = re.compile("[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def new_id() -> str:
    """Return a new random 19-digit id."""
    return str(secrets.randbelow(8 * 10**18) + 10**18)


def is_id(text: str) -> bool:
    """Tell whether ``text`` has the form of an id."""
    return _ID.fullmatch(text) is not None


def parse_ad_account_id(text: str, field: str = "ad_account_id") -> str:
    """Return the ad account id in ``text``: the bare number, or an Ads Manager address with ``aadvid=`` (A4-27).

    Raises ValueMissing for an empty text and ValueMalformed where no id can be read.
    """
    text = text.strip()
    if not text:
        raise ValueMissing(field)
    if is_id(text):
        return text
    try:
        parts = urlsplit(text)
        found = parse_qs(parts.query).get("aadvid", []) + parse_qs(parts.fragment.partition("?")[2]).get("aadvid", [])
    except ValueError:
        found = []
    if len(set(found)) != 1 or not is_id(found[0]):
        raise ValueMalformed(field, "number19")
    return found[0]


def parse_handle(text: str, field: str = "handle") -> str:
    """Return the handle in its one form: without @, lower case (domain.md 1.3.8: up to 24 characters, not all digits).

    Raises ValueMissing, ValueTooLong or ValueMalformed.
    """
    handle = text.strip().removeprefix("@").lower()
    if not handle:
        raise ValueMissing(field)
    if len(handle) > LIMITS.handle_characters:
        raise ValueTooLong(field, LIMITS.handle_characters, len(handle))
    if not _HANDLE.fullmatch(handle) or handle.isdigit():
        raise ValueMalformed(field, "handle")
    return handle


def parse_email(text: str, field: str = "email") -> str:
    """Return the e-mail address, its domain in lower case. Raises ValueMissing, ValueTooLong or ValueMalformed."""
    address = text.strip()
    if not address:
        raise ValueMissing(field)
    if len(address) > LIMITS.email_characters:
        raise ValueTooLong(field, LIMITS.email_characters, len(address))
    if not _EMAIL.fullmatch(address) or ".." in address:
        raise ValueMalformed(field, "email")
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"


def parse_text(text: str, field: str, *, maximum: int, required: bool = True, unit: str = "characters") -> str:
    """Return ``text`` trimmed, NFC and free of control and direction marks (security.md 1.3, A13).

    ``unit`` is ``characters`` or ``bytes`` (UTF-8). Raises ValueMissing, ValueTooLong or HostileText.
    """
    clean = unicodedata.normalize("NFC", text.strip())
    if required and not clean:
        raise ValueMissing(field)
    if _HOSTILE.search(clean):
        raise HostileText(field)
    length = len(clean.encode()) if unit == "bytes" else len(clean)
    if length > maximum:
        raise ValueTooLong(field, maximum, length, unit)
    return clean
