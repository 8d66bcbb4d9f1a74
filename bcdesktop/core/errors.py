"""Errors as types with parameters; the words for them live in ``ui.kit.wording`` and nowhere else.

Three families (architecture.md, "How things flow" 5): ``InputRefused`` is shown at its field, ``RuleRefused`` says that
a rule of the domain forbids the step, ``Trouble`` is a known condition of the computer. Whatever is not an ``AppError``
is a bug.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, ClassVar


class AppError(Exception):
    """Base of every error a person may see. ``params()`` returns the values its wording may use."""

    code: ClassVar[str] = "app_error"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.code = "".join("_" + c.lower() if c.isupper() else c for c in cls.__name__).lstrip("_")

    def params(self) -> dict[str, Any]:
        """Return the dataclass fields of this error by name."""
        return {f.name: getattr(self, f.name) for f in fields(self)} if is_dataclass(self) else {}

    def __str__(self) -> str:
        """Machine text for logs, never for a person."""
        return f"{self.code} {self.params()}"


@dataclass(eq=False)
class InputRefused(AppError):
    """A value typed by a person cannot be taken. ``field`` is the name of the field in the form or draft."""

    field: str


class RuleRefused(AppError):
    """A rule of the domain forbids this step; nothing was changed."""


class Trouble(AppError):
    """The computer is in the way: disk, rights, locks, clock. The person can do something about it."""


@dataclass(eq=False)
class ValueMissing(InputRefused):
    """A required value is empty."""


@dataclass(eq=False)
class ValueTooLong(InputRefused):
    """A text is longer than allowed. ``unit`` is ``characters`` or ``bytes``."""

    limit: int
    length: int
    unit: str = "characters"


@dataclass(eq=False)
class ValueTooShort(InputRefused):
    """A text is shorter than required."""

    minimum: int


@dataclass(eq=False)
class ValueMalformed(InputRefused):
    """A text is not of the expected form. ``expected`` names the form: handle, email, number19, date ..."""

    expected: str


@dataclass(eq=False)
class NoDomain(InputRefused):
    """One of a list of domains is none. ``text`` is how it was typed."""

    text: str


@dataclass(eq=False)
class ValueTaken(InputRefused):
    """Somebody else already has this value (handle or e-mail address)."""

    value: str


@dataclass(eq=False)
class HostileText(InputRefused):
    """A text holds characters that can make it read as something else (security.md 1.3, A13)."""


@dataclass(eq=False)
class PasswordTooCommon(InputRefused):
    """The password is on the list of common ones (security.md 2.7)."""


@dataclass(eq=False)
class WholePaymentNumber(InputRefused):
    """A text may hold the whole number of a card or bank account; it is in no parameter, so that no log keeps it."""


@dataclass(eq=False)
class DateNotAhead(InputRefused):
    """A date has to lie ahead of now."""


@dataclass(eq=False)
class NotFound(RuleRefused):
    """The row is not there, or not for this person. ``kind`` is the noun of the row."""

    kind: str
    id: str


@dataclass(eq=False)
class NotAllowed(RuleRefused):
    """The policy says no (domain.md 2.3). ``helpers`` are names of people who may do it."""

    action: str
    helpers: tuple[str, ...] = ()


@dataclass(eq=False)
class LimitReached(RuleRefused):
    """A limit of domain.md 4 is reached. ``limit`` is the field's name in ``core.limits.Limits``."""

    limit: str
    maximum: int
    current: int


@dataclass(eq=False)
class SignInFailed(RuleRefused):
    """E-mail or password is wrong; which of them is not told."""


@dataclass(eq=False)
class WrongPasscode(RuleRefused):
    """The phone's passcode does not fit."""


@dataclass(eq=False)
class RecoveryTextWrong(InputRefused):
    """The recovery text has a typing mistake or belongs to another store."""


@dataclass(eq=False)
class ChangedMeanwhile(RuleRefused):
    """Somebody else changed the row since it was read."""

    kind: str
    id: str


@dataclass(eq=False)
class ClockMovedBack(Trouble):
    """Now lies more than five minutes before the newest time in the store (security.md 2.4)."""

    behind_seconds: int


@dataclass(eq=False)
class InvitationCodeWrong(InputRefused):
    """No invitation code, or one with a typing mistake."""


@dataclass(eq=False)
class InvitationCodeForOtherStore(InputRefused):
    """A good invitation code that was made in another store."""
