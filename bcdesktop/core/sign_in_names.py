"""What people sign in with: an e-mail address, or for who registered without one the handle of TikTok (A4-23)."""

from __future__ import annotations

_MARK = "@"


def sign_in_name(handle: str) -> str:
    """Return what somebody without an e-mail address signs in with."""
    return f"{_MARK}{handle.lower().lstrip(_MARK)}"


def has_email(text: str) -> bool:
    """Tell whether a person's ``email`` is an address, so that mail can reach them, and not "@handle"."""
    return not text.startswith(_MARK)
