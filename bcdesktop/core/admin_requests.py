"""What a person asks of the admins when something is greyed out for them (domain.md 13.17, A0-40, A0-43)."""

from __future__ import annotations

from enum import StrEnum


class AdminRequestSubject(StrEnum):
    """What is asked for."""

    ACTION = "action"
    """Do something the person may not do; ``action`` names it."""
    ACCESS = "access"
    """Give access to an account."""
    REMOVE_ME = "remove_me"
    """Remove the person from the Business Center."""
    REMOVE_ACCOUNT = "remove_account"
    """Take a TikTok account out of the Business Center, asked by somebody who cannot get in (A0-43)."""
    SIGN_IN = "sign_in"
    """Let the person in again."""


class AdminRequestState(StrEnum):
    """State of a request to the admins."""

    OPEN = "open"
    DONE = "done"
    DECLINED = "declined"
