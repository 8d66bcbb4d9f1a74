"""Ending access: why, by which way, where it is done, and what it does (domain.md 5; A0-02 to A0-36)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple


class EndReason(StrEnum):
    """Why somebody ends access: the reasons of A0-03 to A0-08."""

    SWITCHING = "switching"
    """Switching accounts or to a new Business Center (A0-03)."""
    TROUBLE = "trouble"
    """Account sync, access or log-in errors (A0-04)."""
    NOT_NEEDED = "not_needed"
    """Ads one no longer wants connected, or the platform is no longer used (A0-05)."""
    LEAVING = "leaving"
    """Leaving an agency or a brand partnership (A0-06)."""
    PRIVACY = "privacy"
    """Tidying up connected apps (A0-07)."""
    STOP_BILLING = "stop_billing"
    """Stopping unwanted bills or ads (A0-08)."""


class EndWay(StrEnum):
    """The ways of domain.md 5.1."""

    DISCONNECT = "disconnect"
    """U1, U3: the Business Center gives up its link to a TikTok account."""
    OWN_ACCESS = "own_access"
    """U2: somebody gives up their own grant."""
    OWNER = "owner"
    """U4, U5: the owner takes access back, on the phone."""
    AD_LINK = "ad_link"
    """U6, U8: a TikTok account is unlinked from one ad account."""
    PERSON_LINK = "person_link"
    """U6: a person's own link in Ads Manager."""
    MEMBER = "member"
    """U7, U11: a member is removed."""
    SHARE = "share"
    """U9: one account is no longer shared with one partner."""
    PARTNERSHIP = "partnership"
    """U10: a partnership ends with all its shares."""
    AD_ACCOUNT_ACCESS = "ad_account_access"
    """U12: the owner of an ad account ends a Business Center's access to it."""
    DEVICE = "device"
    """U13: a phone is thrown out of an account."""
    CLIENT = "client"
    """Everything of one client at once: an off-boarding."""


class EndPlace(StrEnum):
    """Where an ending must be done (A0-09, A0-25)."""

    BUSINESS_CENTER = "business_center"
    ADS_MANAGER = "ads_manager"
    PHONE = "phone"


class EffectKind(StrEnum):
    """One kind of thing that stops, in the order in which they are shown."""

    LINK_ENDS = "link_ends"
    MEMBERSHIP_ENDS = "membership_ends"
    PARTNERSHIP_ENDS = "partnership_ends"
    AD_PAUSES = "ad_pauses"
    AD_ACCOUNT_LOST = "ad_account_lost"
    """A Business Center no longer reaches an ad account."""
    AD_ACCOUNT_UNLINKED = "ad_account_unlinked"
    """A TikTok account can no longer be used in an ad account (A0-31, A0-33)."""
    MEMBER_LOSES = "member_loses"
    PARTNER_LOSES = "partner_loses"
    ASSET_STOPS_SYNCING = "asset_stops_syncing"
    """A catalog, pixel or audience (A0-32)."""
    REQUEST_WITHDRAWN = "request_withdrawn"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    INVITATION_LOSES = "invitation_loses"
    """An invitation stays open and gives one asset less."""
    SESSION_ENDS = "session_ends"
    APP_REMOVED = "app_removed"
    """The entry in the phone's list of apps (A0-34)."""
    CLAIM_RELEASED = "claim_released"


class Kept(StrEnum):
    """What never changes by ending access (A0-36)."""

    ACCOUNT = "account"
    POSTS = "posts"
    FOLLOWERS = "followers"


class Effect(NamedTuple):
    """One thing that stops. ``id`` is that of its row, ``subject`` what it is about, ``holder`` who loses it.

    A tuple, because one ending may have tens of thousands.
    """

    kind: EffectKind
    id: str
    subject: str
    holder: str = ""


_BY_SUBJECT = attrgetter("subject", "holder", "id")


@dataclass(frozen=True)
class Effects:
    """Everything one ending does, computed by the code that does it, before or after."""

    effects: tuple[Effect, ...]

    @classmethod
    def of(cls, effects: Iterable[Effect]) -> Effects:
        """Return ``effects`` in one order, each once."""
        by_kind: dict[EffectKind, list[Effect]] = {kind: [] for kind in EffectKind}
        for effect in dict.fromkeys(effects):
            by_kind[effect.kind].append(effect)
        return cls(tuple(one for of_kind in by_kind.values() for one in sorted(of_kind, key=_BY_SUBJECT)))

    @cached_property
    def counts(self) -> Counter[EffectKind]:
        """How many of each kind."""
        return Counter(effect.kind for effect in self.effects)

    @cached_property
    def digest(self) -> str:
        """Tells two lists apart: what was announced must be what is done."""
        lines = "\n".join(f"{one.kind}\t{one.id}\t{one.holder}" for one in self.effects)
        return hashlib.sha256(lines.encode()).hexdigest()

    def of_kind(self, kind: EffectKind) -> tuple[Effect, ...]:
        """Return those of one kind."""
        return tuple(one for one in self.effects if one.kind is kind)
