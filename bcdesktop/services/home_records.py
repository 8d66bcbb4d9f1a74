"""The frozen records of Home. Imports no ORM, as ``records``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from bcdesktop.core.access_requests import Method
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.services.people_records import AdminRequestRow

T = TypeVar("T")


@dataclass(frozen=True)
class Few(Generic[T]):
    """The first few rows of a kind, and how many there are."""

    rows: tuple[T, ...] = ()
    count: int = 0

    @property
    def more(self) -> int:
        """How many are not among ``rows``."""
        return self.count - len(self.rows)


@dataclass(frozen=True)
class HomeRequest:
    """A request that waits for its owner."""

    id: str
    method: Method
    expected_handle: str | None
    permissions: PermissionSet
    expires_at: datetime


@dataclass(frozen=True)
class HomeAccount:
    """A linked account somebody should look at; ``spark_problem`` as in TikTokAccountRow."""

    id: str
    handle: str
    display_name: str
    ends_at: datetime | None
    spark_problem: str | None


@dataclass(frozen=True)
class HomePartner:
    """A Business Center that wants to share so many accounts."""

    id: str
    name: str
    accounts: int


@dataclass(frozen=True)
class HomeNeeds:
    """What needs this person, of each kind the most urgent first; a Standard member gets only what they may see.

    ``without_members``: accounts nobody was given (A2-34). ``members_without_accounts``: Standard members who see
    nothing (domain.md 13.7). ``asked``: requests to the admins; ``mine``: own ones and their answers.
    """

    waiting: Few[HomeRequest]
    to_confirm: Few[HomeAccount]
    not_ready: Few[HomeAccount]
    mine: tuple[AdminRequestRow, ...] = ()
    asked: Few[AdminRequestRow] = Few()
    without_members: Few[HomeAccount] = Few()
    partner_invitations: Few[HomePartner] = Few()
    invitations_waiting: int = 0
    invitations_expired: int = 0
    members_without_accounts: int = 0
    mails_waiting: int = 0
    mails_failed: int = 0
    admins: int = 0
    members: int = 0
