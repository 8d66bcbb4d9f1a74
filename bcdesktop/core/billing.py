"""Payment methods: a label, a kind and the last four digits, never more (domain.md 9.1; A2-09, A2-10)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from bcdesktop.core.errors import ValueMalformed, ValueMissing, WholePaymentNumber
from bcdesktop.core.ids import parse_text
from bcdesktop.core.limits import LIMITS

DIGITS_KEPT = 4
_DIGITS_OF_A_CARD = 12
"""The shortest card number; no label of a payment method has a reason for so many digits."""
_DIGITS_IN_ONE_PIECE = 9
"""Longer than a date or a year, as the number of a bank account."""
_IBAN = re.compile(r"(?=([A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}))")


class PaymentMethodKind(StrEnum):
    """How is paid."""

    CARD = "card"
    BANK_ACCOUNT = "bank_account"
    ONLINE_WALLET = "online_wallet"
    INVOICE = "invoice"


NUMBERED_KINDS = frozenset({PaymentMethodKind.CARD, PaymentMethodKind.BANK_ACCOUNT})
"""Kinds that have a number, whose last four digits tell one from another."""


@dataclass(frozen=True)
class NewPaymentMethod:
    """What the form asks for. ``last_four`` is empty for a kind without a number."""

    label: str
    kind: PaymentMethodKind
    last_four: str = ""


def parse_new(new: NewPaymentMethod) -> NewPaymentMethod:
    """Return ``new`` in its one form.

    Raises WholePaymentNumber where a field holds more of a number than its end; ValueMissing, ValueTooLong,
    ValueMalformed, HostileText.
    """
    return NewPaymentMethod(parse_label(new.label), new.kind, parse_last_four(new.last_four, new.kind))


def parse_label(text: str, field: str = "label") -> str:
    """Return the label. Raises WholePaymentNumber, ValueMissing, ValueTooLong, HostileText."""
    if holds_whole_number(text):
        raise WholePaymentNumber(field)
    return parse_text(text, field, maximum=LIMITS.payment_label_characters)


def parse_last_four(text: str, kind: PaymentMethodKind, field: str = "last_four") -> str:
    """Return the four digits, or "" where ``kind`` has no number and none was given.

    Raises WholePaymentNumber for more than four digits, ValueMissing, ValueMalformed.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if not text:
        if kind in NUMBERED_KINDS:
            raise ValueMissing(field)
        return ""
    if _count_digits(text) > DIGITS_KEPT or holds_whole_number(text):
        raise WholePaymentNumber(field)
    if not re.fullmatch(f"[0-9]{{{DIGITS_KEPT}}}", text):
        raise ValueMalformed(field, "last_four")
    return text


def holds_whole_number(text: str) -> bool:
    """Tell whether ``text`` may hold the whole number of a card or bank account, however it is spaced or written."""
    text = unicodedata.normalize("NFKC", text)
    if _count_digits(text) >= _DIGITS_OF_A_CARD:
        return True
    if any(len(piece) >= _DIGITS_IN_ONE_PIECE for piece in re.findall(r"\d+", text)):
        return True
    plain = "".join(c for c in text.upper() if c.isascii() and c.isalnum())
    return any(_is_iban(found.group(1)) for found in _IBAN.finditer(plain))


def _count_digits(text: str) -> int:
    return sum(c.isdecimal() for c in text)


def _is_iban(text: str) -> bool:
    """Tell whether ``text`` begins with an IBAN: its check digits fit (ISO 13616)."""
    for length in range(15, len(text) + 1):
        turned = text[4:length] + text[:4]
        if int("".join(str(int(c, 36)) for c in turned)) % 97 == 1:
            return _count_digits(text[:length]) > DIGITS_KEPT * 2
    return False
