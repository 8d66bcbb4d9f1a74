"""What goes into the services of partners and what comes out beside ``PartnershipRow``. Imports no ORM."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bcdesktop.core.roles import AssetRole


@dataclass(frozen=True)
class NewPartner:
    """Who is invited: a Business Center's id, accounts as (link id, role), a note for it.

    ``to_address`` is where the invitation is mailed when that Business Center lives in another store.
    """

    center_id: str
    shares: tuple[tuple[str, AssetRole], ...]
    note: str = ""
    to_address: str | None = None


class PartnerTextKind(StrEnum):
    """What a partner text says to the Business Center that enters it."""

    INVITATION = "invitation"
    UPDATE = "update"
    END = "end"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PARTNER_ENDED = "partner_ended"


@dataclass(frozen=True)
class SharedAccountRow:
    """One account in a partner text; ``before`` is its role here until now, None for one that is new here."""

    handle: str
    display_name: str
    role: AssetRole | None
    before: AssetRole | None


@dataclass(frozen=True)
class PartnerText:
    """What a partner text says, checked, before anything is done with it.

    ``accounts`` holds what stops too (``role`` None). ``digits`` are the 30 digits of both keys, to be compared on
    first contact (``is_first_contact``). ``is_known``: it was entered before and changes nothing.
    """

    kind: PartnerTextKind
    partnership_id: str
    other_id: str
    other_name: str
    made_at: datetime
    note: str
    accounts: tuple[SharedAccountRow, ...]
    decline_reason: str
    digits: str
    is_first_contact: bool
    key_is_new: bool
    """The other Business Center signed with another key in an earlier partnership that is over."""
    is_known: bool
