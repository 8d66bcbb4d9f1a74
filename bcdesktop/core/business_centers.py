"""What a Business Center is made of, and the form its values must have (domain.md 1.1, A4-13 to A4-15)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from bcdesktop.core.domains import parse_domain
from bcdesktop.core.errors import InputRefused, NoDomain, ValueMalformed, ValueMissing
from bcdesktop.core.ids import parse_email, parse_text
from bcdesktop.core.limits import ADDRESSED_CHOICES, LIMITS, QR_CODE_CHOICES
from bcdesktop.core.people import check_password
from bcdesktop.core.roles import AppliesTo
from bcdesktop.core.sign_in_names import has_email

PERSON_NAME_CHARACTERS = 80
ADDRESS_CHARACTERS = 512
ACTIVITY_CHARACTERS = 500
_TIME_ZONE = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+\-]+){0,2}")


@dataclass(frozen=True)
class NewBusinessCenter:
    """The first-start form. ``log_in_id`` is an approved log-in; ``country`` ISO 3166, ``currency`` ISO 4217."""

    log_in_id: str
    name: str
    country: str
    time_zone: str
    currency: str
    address: str
    activity_description: str
    person_name: str
    email: str
    password: str


@dataclass(frozen=True)
class BusinessCenterChange:
    """New values; None leaves a value as it is. ``qr_code_minutes`` 5 or 10, ``addressed_hours`` 1, 24 or 168.

    The last three are the security rules (domain.md 1.1.7); ``allowed_domains`` as they were typed.
    """

    name: str | None = None
    address: str | None = None
    activity_description: str | None = None
    qr_code_minutes: int | None = None
    addressed_hours: int | None = None
    allow_unverified_owners: bool | None = None
    two_step_for: AppliesTo | None = None
    domains_for: AppliesTo | None = None
    allowed_domains: tuple[str, ...] | None = None


def parse_name(text: str, field: str = "name") -> str:
    """Return the business name, at most 48 bytes because it travels inside codes (security.md 2.1)."""
    return parse_text(text, field, maximum=LIMITS.business_center_name_bytes, unit="bytes")


def parse_code(text: str, field: str, letters: int) -> str:
    """Return the code of a country or currency in capitals. Raises ValueMissing, ValueMalformed at ``field``."""
    code = text.strip().upper()
    if not code:
        raise ValueMissing(field)
    if not re.fullmatch(f"[A-Z]{{{letters}}}", code):
        raise ValueMalformed(field, field)
    return code


def parse_time_zone(text: str) -> str:
    """Return the name of a time zone. Raises ValueMissing, ValueMalformed at ``time_zone``."""
    if not text.strip():
        raise ValueMissing("time_zone")
    if not _TIME_ZONE.fullmatch(text.strip()):
        raise ValueMalformed("time_zone", "time_zone")
    return text.strip()


def parse_business(new: NewBusinessCenter) -> NewBusinessCenter:
    """Return ``new`` with the fields about the business in their one form. Raises InputRefused at a bad field."""
    return replace(
        new,
        name=parse_name(new.name),
        country=parse_code(new.country, "country", 2),
        time_zone=parse_time_zone(new.time_zone),
        currency=parse_code(new.currency, "currency", 3),
        address=parse_text(new.address, "address", maximum=ADDRESS_CHARACTERS),
        activity_description=parse_text(new.activity_description, "activity_description", maximum=ACTIVITY_CHARACTERS),
    )


def parse_person(new: NewBusinessCenter) -> NewBusinessCenter:
    """Return ``new`` with name, e-mail and password checked. Raises InputRefused at the first bad field.

    "@handle" stands in for the address of somebody who registered without one (A4-23).
    """
    return replace(
        new,
        person_name=parse_text(new.person_name, "person_name", maximum=PERSON_NAME_CHARACTERS),
        email=parse_email(new.email) if has_email(new.email) else new.email,
        password=check_password(new.password),
    )


def parse_change(change: BusinessCenterChange) -> dict[str, object]:
    """Return the columns that ``change`` sets, checked. Raises InputRefused at the first bad field."""
    values: dict[str, object] = {}
    if change.name is not None:
        values["name"] = parse_name(change.name)
    if change.address is not None:
        values["address"] = parse_text(change.address, "address", maximum=ADDRESS_CHARACTERS)
    if change.activity_description is not None:
        values["activity_description"] = parse_text(
            change.activity_description, "activity_description", maximum=ACTIVITY_CHARACTERS
        )
    if change.qr_code_minutes is not None:
        if timedelta(minutes=change.qr_code_minutes) not in QR_CODE_CHOICES:
            raise ValueMalformed("qr_code_minutes", "choice")
        values["qr_code_minutes"] = change.qr_code_minutes
    if change.addressed_hours is not None:
        if timedelta(hours=change.addressed_hours) not in ADDRESSED_CHOICES:
            raise ValueMalformed("addressed_hours", "choice")
        values["addressed_hours"] = change.addressed_hours
    if change.allow_unverified_owners is not None:
        values["allow_unverified_owners"] = change.allow_unverified_owners
    return values | _parse_rules(change)


def parse_domains(texts: Iterable[str], field: str = "allowed_domains") -> tuple[str, ...]:
    """Return the domains in their one form, each once, in their order; empty texts are left out. Raises NoDomain."""
    domains: dict[str, None] = {}
    for text in texts:
        if not text.strip():
            continue
        try:
            domains[parse_domain(text, field)] = None
        except InputRefused as error:
            raise NoDomain(field, text.strip()) from error
    return tuple(domains)


def _parse_rules(change: BusinessCenterChange) -> dict[str, object]:
    values: dict[str, object] = {}
    if change.two_step_for is not None:
        values["two_step_for"] = change.two_step_for
    if change.domains_for is not None:
        values["domains_for"] = change.domains_for
    if change.allowed_domains is not None:
        values["allowed_domains"] = list(parse_domains(change.allowed_domains))
    return values
