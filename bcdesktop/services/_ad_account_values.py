"""The form the values of an ad account must have (A4-17; domain.md 1.5.1)."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from bcdesktop.core.business_centers import parse_code, parse_time_zone
from bcdesktop.core.errors import ValueMalformed
from bcdesktop.core.ids import parse_text
from bcdesktop.core.limits import LIMITS
from bcdesktop.services.ad_records import NewAdAccount

INDUSTRY_CHARACTERS = 100


def parse(new: NewAdAccount) -> NewAdAccount:
    """Return ``new`` with every value in its one form. Raises InputRefused at the first bad field."""
    return replace(
        new,
        name=parse_text(new.name, "name", maximum=LIMITS.ad_account_name_characters),
        company=parse_text(new.company, "company", maximum=LIMITS.company_characters),
        country=parse_code(new.country, "country", 2),
        time_zone=parse_time_zone(new.time_zone),
        currency=parse_code(new.currency, "currency", 3),
        industry=parse_text(new.industry, "industry", maximum=INDUSTRY_CHARACTERS, required=False),
        promotion_link=_parse_link(new.promotion_link),
    )


def _parse_link(text: str) -> str:
    """Return an address of a page, with https:// where nothing stood before it; empty stays empty."""
    link = parse_text(text, "promotion_link", maximum=LIMITS.promotion_link_characters, required=False)
    if not link:
        return ""
    full = link if "://" in link else f"https://{link}"
    try:
        parts = urlsplit(full)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in {"http", "https"} or "." not in host.strip(".") or " " in full:
        raise ValueMalformed("promotion_link", "web_page")
    return parse_text(full, "promotion_link", maximum=LIMITS.promotion_link_characters)
