"""The frozen records of off-boarding. Imports no ORM, as ``records``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole


class SubjectKind(StrEnum):
    """Who is off-boarded."""

    MEMBER = "member"
    PARTNER = "partner"
    CLIENT = "client"
    """A linked TikTok account with everything around it."""


@dataclass(frozen=True)
class Subject:
    """Who is off-boarded; ``id`` is the member's, the partnership's or the link's."""

    kind: SubjectKind
    id: str


class ReachGroup(StrEnum):
    """One kind of thing somebody reaches or others reach of them, in the order in which it is shown."""

    TIKTOK_ACCOUNTS = "tiktok_accounts"
    AD_ACCOUNTS = "ad_accounts"
    OTHER_ASSETS = "other_assets"
    PEOPLE = "people"
    PARTNERS = "partners"
    ADS = "ads"
    SESSIONS = "sessions"
    CODES = "codes"
    """Open requests to owners of TikTok accounts, with their codes."""
    REQUESTS = "requests"
    INVITATIONS = "invitations"
    OTHER_WAY = "other_way"
    """What a partner shares with this Business Center."""
    OWN_AD_ACCOUNTS = "own_ad_accounts"
    """Ad accounts that belong to the person or the client, reached by this Business Center."""
    MEMBERSHIP = "membership"
    """The client is a member too."""


@dataclass(frozen=True)
class ReachLine:
    """One thing. ``is_optional``: it may be left out; ``is_chosen`` tells whether it is meant to go at first.

    ``helpers`` names those who can end it where this person cannot.
    """

    group: ReachGroup
    id: str
    name: str
    detail: str = ""
    role: AssetRole | None = None
    asset_kind: AssetKind | None = None
    is_optional: bool = False
    is_chosen: bool = True
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reach:
    """Everything a member, a partner or a client reaches. ``detail``: e-mail, Business Center id, or display name."""

    subject: Subject
    name: str
    detail: str
    lines: tuple[ReachLine, ...]

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of what may be left out and is meant to go at first."""
        return frozenset(line.id for line in self.lines if line.is_optional and line.is_chosen and not line.helpers)
