"""What is asked for before a request exists (domain.md 1.4.1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.errors import DateNotAhead, ValueMissing
from bcdesktop.core.ids import parse_handle, parse_text
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.permissions import PermissionSet


@dataclass(frozen=True)
class Draft:
    """What the wizard asks for. ``life`` None takes the setting (QR code minutes, addressed hours, 7 days).

    ``expected_handle`` is needed for NOTIFICATION, ignored for OWN (the account the person logged in with).
    ``asks_again``: somebody said that they mean it, although access was ended on purpose (A0-45).
    """

    kind: Kind
    method: Method
    permissions: PermissionSet
    expected_handle: str | None = None
    purpose: str | None = None
    wanted_end: datetime | None = None
    life: timedelta | None = None
    asks_again: bool = False


def parse_draft(draft: Draft, now: datetime) -> Draft:
    """Return ``draft`` with its texts in their one form. Raises InputRefused at the first bad field.

    A claim is for good and has no end date (domain.md 3.7): one that is given is refused as ``wanted_end``.
    """
    handle = draft.expected_handle
    handle = (
        None if draft.kind is Kind.OWN or not (handle or "").strip() else parse_handle(handle or "", "expected_handle")
    )
    purpose = parse_text(draft.purpose or "", "purpose", maximum=LIMITS.purpose_bytes, required=False, unit="bytes")
    if draft.wanted_end is not None and (draft.kind is Kind.CLAIM or draft.wanted_end <= now):
        raise DateNotAhead("wanted_end")
    if draft.method is Method.NOTIFICATION and draft.kind is not Kind.OWN and handle is None:
        raise ValueMissing("expected_handle")
    return replace(draft, expected_handle=handle, purpose=purpose or None)
