"""End access: why, which account, where it must be done, what stops, the confirmation (A0-02 to A0-09, A0-25)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bcdesktop.core.ending import EndPlace, EndReason, EndWay
from bcdesktop.core.errors import ValueMissing
from bcdesktop.core.flows.base import Flow


class HowLinked(StrEnum):
    """What was found out about an account."""

    LINKED = "linked"
    """To this Business Center, by its owner's consent."""
    CLAIMED = "claimed"
    """This Business Center owns it; the owner cannot take it back."""
    SHARED = "shared"
    """A partner shares it with this Business Center."""
    PERSON = "person"
    """Only to Ads Manager, by the person who asks (A0-25)."""
    UNKNOWN = "unknown"
    """Not linked here; the owner's phone knows where it is."""


@dataclass(frozen=True)
class EndAccount:
    """One account. ``ref`` is the id of the link, the share, or the person's link, empty for UNKNOWN.

    ``owner_name`` is the Business Center that shares it; ``has_grant``: the person was given it; ``person_link_id``:
    the person linked it in Ads Manager too.
    """

    ref: str
    handle: str
    how: HowLinked
    owner_name: str = ""
    has_grant: bool = False
    person_link_id: str = ""


@dataclass(frozen=True)
class EndOption:
    """One way to end it. ``way`` is None where somebody else has to do it, or it is done on the phone."""

    place: EndPlace
    way: EndWay | None = None
    subject_id: str = ""


def options(account: EndAccount, *, is_admin: bool) -> tuple[EndOption, ...]:
    """Return where access to ``account`` can be ended, the best way first (domain.md 5.1.1).

    Linked to the Business Center: there. Linked to Ads Manager alone: there. The owner can always, but not where the
    account is claimed.
    """
    here, phone = EndPlace.BUSINESS_CENTER, EndOption(EndPlace.PHONE)
    own = EndOption(here, EndWay.OWN_ACCESS, account.ref)
    mine = (own,) if account.has_grant else ()
    others = EndOption(here)
    ads = (EndOption(EndPlace.ADS_MANAGER, EndWay.PERSON_LINK, account.person_link_id),)
    match account.how:
        case HowLinked.LINKED | HowLinked.CLAIMED:
            whole = EndOption(here, EndWay.DISCONNECT, account.ref)
            found = (whole, *mine) if is_admin else (*mine, others)
            found += () if account.how is HowLinked.CLAIMED else (phone,)
            return found + (ads if account.person_link_id else ())
        case HowLinked.SHARED:
            return (*mine, others, phone)
        case HowLinked.PERSON:
            return (*ads, phone)
        case HowLinked.UNKNOWN:
            return (phone,)


@dataclass(frozen=True)
class Why:
    """The reason, of those people give."""

    reason: EndReason = EndReason.SWITCHING


@dataclass(frozen=True)
class Which:
    """The account; None where none was chosen and none typed."""

    account: EndAccount | None


@dataclass(frozen=True)
class Where:
    """The way that was chosen of those there are."""

    option: EndOption


@dataclass(frozen=True)
class Read:
    """What stops was read; ``digest`` tells which list."""

    digest: str


@dataclass(frozen=True)
class Confirmed:
    """It was confirmed."""


@dataclass(frozen=True)
class Elsewhere:
    """What to do elsewhere was read."""


@dataclass(frozen=True)
class Receipt:
    """The receipt was seen."""


class EndAccess(Flow):
    """Ends with ``services.ending.end``, or with what to do elsewhere. ``account`` is known where it began at one."""

    answer_types: Mapping[str, type] = {
        "end_reason": Why,
        "end_account": Which,
        "end_place": Where,
        "end_effects": Read,
        "end_confirm": Confirmed,
        "end_receipt": Receipt,
        "end_elsewhere": Elsewhere,
    }

    def __init__(self, account: EndAccount | None = None) -> None:
        self._begun_at = account
        super().__init__()

    @property
    def account(self) -> EndAccount | None:
        """The account it is about, None before one was chosen."""
        if self._begun_at is not None:
            return self._begun_at
        answer = self._answers.get("end_account")
        return None if answer is None else answer.account

    @property
    def option(self) -> EndOption | None:
        """The chosen way, None before one was chosen."""
        answer = self._answers.get("end_place")
        return None if answer is None else answer.option

    @property
    def is_here(self) -> bool:
        """Tell whether it is ended in this window, by this person."""
        option = self.option
        return option is None or (option.place is EndPlace.BUSINESS_CENTER and option.way is not None)

    def path(self) -> tuple[str, ...]:
        """Return the steps for what was chosen."""
        which = () if self._begun_at is not None else ("end_account",)
        rest = ("end_effects", "end_confirm", "end_receipt") if self.is_here else ("end_elsewhere",)
        return ("end_reason", *which, "end_place", *rest)

    def check(self, step: str, answer: Any) -> Any:
        """Refuse a step without an account. Raises ValueMissing; a way of another account is forgotten."""
        if isinstance(answer, Which):
            if answer.account is None:
                raise ValueMissing("end_account")
            if answer.account != self.account:
                self._answers.pop("end_place", None)
        return answer
