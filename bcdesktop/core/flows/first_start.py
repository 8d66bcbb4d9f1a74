"""First start in the order of A4-13 to A4-15: log in with TikTok, the business, you, authorise, recovery text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bcdesktop.core.business_centers import NewBusinessCenter, parse_business, parse_person
from bcdesktop.core.errors import ValueMissing
from bcdesktop.core.flows.base import SECRET, Flow


class Start(StrEnum):
    """The choice on the first page."""

    CREATE = "create"
    EXAMPLE = "example"


@dataclass(frozen=True)
class Welcome:
    """How to begin: an own Business Center or the example agency."""

    start: Start = Start.CREATE


@dataclass(frozen=True)
class LogIn:
    """The log-in that the phone approved."""

    log_in_id: str
    handle: str


@dataclass(frozen=True)
class Business:
    """The business details (A4-14)."""

    name: str
    country: str
    time_zone: str
    currency: str
    address: str
    activity_description: str


@dataclass(frozen=True)
class You:
    """The person who will be Admin and Finance manager."""

    person_name: str
    email: str
    password: str = field(metadata=SECRET, repr=False)


@dataclass(frozen=True)
class Authorise:
    """Consent that the Business Center may reach the TikTok account (A4-15)."""

    agreed: bool


@dataclass(frozen=True)
class Recovery:
    """The recovery text was printed, saved or written down."""

    kept: bool


class FirstStart(Flow):
    """Ends at once for the example agency; ``new_business_center`` is complete after ``authorise``."""

    answer_types = {
        "welcome": Welcome,
        "log_in": LogIn,
        "business": Business,
        "you": You,
        "authorise": Authorise,
        "recovery": Recovery,
    }

    def path(self) -> tuple[str, ...]:
        """Return the steps."""
        welcome = self._answers.get("welcome")
        if welcome is not None and welcome.start is Start.EXAMPLE:
            return ("welcome",)
        return tuple(self.answer_types)

    def check(self, step: str, answer: Any) -> Any:
        """Check the fields of ``answer``. Raises InputRefused."""
        match answer:
            case LogIn(log_in_id=""):
                raise ValueMissing("log_in_id")
            case Business():
                return _checked_business(answer)
            case You():
                return _checked_person(answer)
            case Authorise(agreed=False):
                raise ValueMissing("agreed")
            case Recovery(kept=False):
                raise ValueMissing("kept")
        return answer

    def new_business_center(self) -> NewBusinessCenter:
        """Return the form for ``services.business_centers.create``. ValueMissing("agreed") before ``authorise``."""
        log_in, business, you = self.answer_to(LogIn), self.answer_to(Business), self.answer_to(You)
        if log_in is None or business is None or you is None or self.answer_to(Authorise) is None:
            raise ValueMissing("agreed")
        return _form(log_in, business, you)


_NO_LOG_IN = LogIn("", "")
_NO_BUSINESS = Business("", "", "", "", "", "")
_NO_PERSON = You("", "", "")


def _form(log_in: LogIn = _NO_LOG_IN, business: Business = _NO_BUSINESS, you: You = _NO_PERSON) -> NewBusinessCenter:
    return NewBusinessCenter(
        log_in_id=log_in.log_in_id,
        name=business.name,
        country=business.country,
        time_zone=business.time_zone,
        currency=business.currency,
        address=business.address,
        activity_description=business.activity_description,
        person_name=you.person_name,
        email=you.email,
        password=you.password,
    )


def _checked_business(answer: Business) -> Business:
    new = parse_business(_form(business=answer))
    return Business(new.name, new.country, new.time_zone, new.currency, new.address, new.activity_description)


def _checked_person(answer: You) -> You:
    new = parse_person(_form(you=answer))
    return You(new.person_name, new.email, new.password)
