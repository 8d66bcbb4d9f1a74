"""Passwords as people type them (security.md 2.7): length and a list of common ones, no composition rules."""

from __future__ import annotations

from bcdesktop.core.errors import PasswordTooCommon, ValueMissing, ValueTooLong, ValueTooShort
from bcdesktop.core.limits import LIMITS

_COMMON = frozenset(
    {
        "12345678",
        "123456789",
        "1234567890",
        "password",
        "password1",
        "password123",
        "passw0rd",
        "qwertyui",
        "qwertyuiop",
        "qwerty123",
        "iloveyou",
        "11111111",
        "00000000",
        "abc12345",
        "abcd1234",
        "1q2w3e4r",
        "1qaz2wsx",
        "letmein1",
        "welcome1",
        "sunshine",
        "princess",
        "football",
        "baseball",
        "superman",
        "trustno1",
        "changeme",
        "admin123",
        "administrator",
        "tiktok123",
        "business",
        "businesscenter",
    }
)


def check_password(password: str, field: str = "password") -> str:
    """Return ``password`` unchanged, or raise ValueMissing, ValueTooShort, ValueTooLong or PasswordTooCommon."""
    if not password:
        raise ValueMissing(field)
    if len(password) < LIMITS.password_characters_minimum:
        raise ValueTooShort(field, LIMITS.password_characters_minimum)
    if len(password) > LIMITS.password_characters_maximum:
        raise ValueTooLong(field, LIMITS.password_characters_maximum, len(password))
    if password.lower() in _COMMON or len(set(password)) == 1:
        raise PasswordTooCommon(field)
    return password
