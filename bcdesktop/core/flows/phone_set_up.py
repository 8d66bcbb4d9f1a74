"""Setting up a phone: its name, an optional passcode, a TikTok account to log in with."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bcdesktop.core.errors import ValueMalformed, ValueMissing, ValueTooLong, ValueTooShort
from bcdesktop.core.flows.base import SECRET, Flow
from bcdesktop.core.ids import parse_email, parse_handle, parse_text
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.people import check_password

PASSCODE_MINIMUM, PASSCODE_MAXIMUM = 4, 32


class AccountWay(StrEnum):
    """Where the TikTok account comes from."""

    SIGN_UP = "sign_up"
    LOG_IN = "log_in"
    LATER = "later"


@dataclass(frozen=True)
class Welcome:
    """The first page was read."""


@dataclass(frozen=True)
class Passcode:
    """An empty ``passcode`` means none, where the phone may do without."""

    passcode: str = field(default="", metadata=SECRET, repr=False)
    repeated: str = field(default="", metadata=SECRET, repr=False)


@dataclass(frozen=True)
class Account:
    """Sign up, log in, or later."""

    way: AccountWay = AccountWay.SIGN_UP


@dataclass(frozen=True)
class SignUp:
    """The sign-up form. ``kind``: personal, creator or brand."""

    handle: str
    display_name: str
    kind: str
    email: str
    password: str = field(metadata=SECRET, repr=False)
    is_public: bool = True


@dataclass(frozen=True)
class LogIn:
    """The log-in form."""

    handle: str
    password: str = field(metadata=SECRET, repr=False)


def check_passcode_form(passcode: str, *, required: bool, field_name: str = "passcode") -> str:
    """Return ``passcode``; 4 to 32 characters, or empty where not ``required``. Raises InputRefused."""
    if not passcode and not required:
        return ""
    if not passcode:
        raise ValueMissing(field_name)
    if len(passcode) < PASSCODE_MINIMUM:
        raise ValueTooShort(field_name, PASSCODE_MINIMUM)
    if len(passcode) > PASSCODE_MAXIMUM:
        raise ValueTooLong(field_name, PASSCODE_MAXIMUM, len(passcode))
    return passcode


class PhoneSetUp(Flow):
    """``passcode_required`` is ``PhoneProfile.passcode_required``: without a keyring the keys are sealed with it."""

    answer_types = {"welcome": Welcome, "passcode": Passcode, "account": Account, "sign_up": SignUp, "log_in": LogIn}

    def __init__(self, *, passcode_required: bool) -> None:
        self._passcode_required = passcode_required
        super().__init__()

    def path(self) -> tuple[str, ...]:
        """Return the steps for the chosen way to an account."""
        account = self._answers.get("account")
        way = account.way if account is not None else AccountWay.SIGN_UP
        last = () if way is AccountWay.LATER else (way.value,)
        return ("welcome", "passcode", "account", *last)

    def check(self, step: str, answer: Any) -> Any:
        """Check the fields of ``answer``. Raises InputRefused."""
        match answer:
            case Passcode():
                check_passcode_form(answer.passcode, required=self._passcode_required)
                if answer.passcode != answer.repeated:
                    raise ValueMalformed("repeated", "same_passcode")
            case SignUp():
                return SignUp(
                    handle=parse_handle(answer.handle),
                    display_name=parse_text(answer.display_name, "display_name", maximum=LIMITS.nickname_characters),
                    kind=answer.kind,
                    email=parse_email(answer.email),
                    password=check_password(answer.password),
                    is_public=answer.is_public,
                )
            case LogIn():
                if not answer.password:
                    raise ValueMissing("password")
                return LogIn(parse_handle(answer.handle), answer.password)
        return answer
