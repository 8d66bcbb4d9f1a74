"""The form the values of an ad account must have (A4-17; domain.md 1.5.1)."""

from __future__ import annotations

from urllib.parse import urlsplit

from bcdesktop.core.business_centers import parse_code, parse_time_zone
from bcdesktop.core.errors import ValueMalformed
from bcdesktop.core.ids import parse_text
from bcdesktop.core.limits import LIMITS

INDUSTRY_CHARACTERS = 100


def parse_values(
    *, name: str, company: str, country: str, time_zone: str, currency: str, industry: str, promotion_link: str
) -> dict[str, str]:
    """Return the values in their one form, by field. Raises InputRefused at the first bad field."""
    return {
        "name": parse_text(name, "name", maximum=LIMITS.ad_account_name_characters),
        "company": parse_text(company, "company", maximum=LIMITS.company_characters),
        "country": parse_code(country, "country", 2),
        "time_zone": parse_time_zone(time_zone),
        "currency": parse_code(currency, "currency", 3),
        "industry": parse_text(industry, "industry", maximum=INDUSTRY_CHARACTERS, required=False),
        "promotion_link": parse_link(promotion_link),
    }


def parse_link(text: str, field: str = "promotion_link") -> str:
    """Return the address of a page, with https:// where nothing stood before it; empty stays empty.

    Raises ValueMalformed, ValueTooLong, HostileText at ``field``.
    """
    maximum = LIMITS.promotion_link_characters
    link = parse_text(text, field, maximum=maximum, required=False)
    if not link:
        return ""
    full = link if "://" in link else f"https://{link}"
    try:
        parts = urlsplit(full)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in {"http", "https"} or "." not in host.strip(".") or " " in full:
        raise ValueMalformed(field, "web_page")
    return parse_text(full, field, maximum=maximum)
