"""A new ad account with every value in its one form."""

from __future__ import annotations

from dataclasses import asdict, replace

from bcdesktop.core.ad_account_values import parse_values
from bcdesktop.services.ad_records import NewAdAccount


def parse(new: NewAdAccount) -> NewAdAccount:
    """Return ``new`` with every value in its one form. Raises InputRefused at the first bad field."""
    return replace(new, **parse_values(**asdict(new)))
