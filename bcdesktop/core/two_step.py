"""Codes of an authenticator app, and the recovery codes that stand in for them (security.md 2.7)."""

from __future__ import annotations

import secrets
import unicodedata
from datetime import datetime

import pyotp
from pyotp.exceptions import OTPVerificationError

from bcdesktop.core.recovery import ALPHABET

ISSUER = "Business Center Desktop"
DIGITS = 6
_STEPS_EITHER_WAY = 1
_SECRET_CHARACTERS = 32  # 160 bits
_GROUP = 5


def new_secret() -> str:
    """Return a new secret of 160 bits in base32, as authenticator apps take it."""
    return pyotp.random_base32(_SECRET_CHARACTERS)


def set_up_uri(secret: str, email: str) -> str:
    """Return the otpauth address that the app reads from a QR code; it shows the program's name and ``email``."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def groups_of(secret: str) -> str:
    """Return ``secret`` in groups of four, for reading and typing."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def accepted_step(secret: str, code: str, now: datetime, last: int | None) -> int | None:
    """Return the time step ``code`` is right for: that of ``now``, the one before or the one after.

    None for any other code, and for a step that is not newer than ``last``: a code is taken once.
    """
    digits = _plain(code)
    if len(digits) != DIGITS or not digits.isdecimal() or not digits.isascii():
        return None
    try:
        step = pyotp.TOTP(secret).verify_and_get_timecode(digits, for_time=now, valid_window=_STEPS_EITHER_WAY)
    except OTPVerificationError:
        return None
    return step if last is None or step > last else None


def new_recovery_code() -> str:
    """Return a new recovery code such as "K7M2P-9QRST": 49 random bits in letters that are not mixed up in print."""
    letters = [secrets.choice(ALPHABET) for _ in range(2 * _GROUP)]
    return f"{''.join(letters[:_GROUP])}-{''.join(letters[_GROUP:])}"


def plain_recovery_code(text: str) -> str | None:
    """Return the ten letters of a recovery code, however it was typed; None where ``text`` cannot be one."""
    letters = _plain(text)
    return letters if len(letters) == 2 * _GROUP and set(letters) <= set(ALPHABET) else None


def _plain(text: str) -> str:
    # a whole pasted file is no code, and need not be looked through
    return "".join(sign for sign in unicodedata.normalize("NFKC", text[:100]).upper() if sign.isalnum())
