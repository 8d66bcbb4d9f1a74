"""What one ending will do, row by row, and what of it a person is told before they confirm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from bcdesktop.core.ads import PauseReason
from bcdesktop.core.ending import Effect, EffectKind, Effects
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole


class EndedLink(NamedTuple):
    """A TikTok account's link to a Business Center."""

    id: str
    center_id: str
    center_name: str
    account_id: str
    handle: str
    request_id: str | None


class EndedShare(NamedTuple):
    """A TikTok account that is no longer shared; ``link_id`` is None where its owner lives in another store."""

    id: str
    partnership_id: str
    link_id: str | None
    handle: str
    role: AssetRole
    owner_center_id: str
    partner_center_id: str
    partner_name: str


class EndedReach(NamedTuple):
    """An ad account, catalog, pixel or audience that a Business Center no longer reaches."""

    id: str
    asset_id: str
    kind: AssetKind
    name: str
    center_id: str
    center_name: str
    role: AssetRole
    partnership_id: str | None
    owner_center_id: str | None
    partner_name: str


class EndedGrant(NamedTuple):
    """A member's role on one asset; ``kind`` tells the table its row is in."""

    id: str
    kind: AssetKind
    asset_id: str
    asset_name: str
    center_id: str
    member_id: str
    member_name: str
    role: AssetRole


class EndedAdLink(NamedTuple):
    """A TikTok account, by link or share, that can no longer be used in an ad account."""

    id: str
    asset_id: str
    asset_name: str
    asset_owner_id: str | None
    center_id: str
    account_ref: str
    handle: str


class PausedAd(NamedTuple):
    """An ad that runs and will pause."""

    id: str
    name: str
    asset_id: str
    asset_name: str
    asset_owner_id: str | None
    reason: PauseReason


class EndedAssetLink(NamedTuple):
    """A catalog, pixel or audience that an ad account no longer uses."""

    id: str
    asset_id: str


class EndedMember(NamedTuple):
    """A membership."""

    id: str
    person_id: str
    name: str
    center_id: str
    center_name: str


class EndedPartnership(NamedTuple):
    """A partnership; ``gives`` tells whether the Business Center that ends it is the one that shares."""

    id: str
    other_name: str
    gives: bool
    sequence: int


class EndedPersonLink(NamedTuple):
    """A TikTok account one person linked for themselves."""

    id: str
    handle: str
    person_name: str


class EndedSession(NamedTuple):
    """A computer on which somebody stays signed in."""

    id: str
    computer: str
    person_name: str


class RemovedApp(NamedTuple):
    """An entry in the phone's list of apps."""

    id: str
    name: str
    account_id: str
    handle: str


class ReleasedClaim(NamedTuple):
    """An account that goes back to its owner."""

    account_id: str
    handle: str
    center_name: str


class Withdrawn(NamedTuple):
    """An open request or invitation of a Business Center; ``about`` is whom or what it is for."""

    id: str
    center_id: str
    about: str
    asked_by: str
    asset_id: str = ""
    asset_owner_id: str | None = None
    kind: str = ""
    handle: str = ""
    role: str = ""


@dataclass
class Plan:
    """Everything that will be done, each row once, by its id. ``at`` is the time it was planned for."""

    at: datetime
    links: dict[str, EndedLink] = field(default_factory=dict)
    shares: dict[str, EndedShare] = field(default_factory=dict)
    reaches: dict[str, EndedReach] = field(default_factory=dict)
    grants: dict[str, EndedGrant] = field(default_factory=dict)
    ad_links: dict[str, EndedAdLink] = field(default_factory=dict)
    ads: dict[str, PausedAd] = field(default_factory=dict)
    asset_links: dict[str, EndedAssetLink] = field(default_factory=dict)
    members: dict[str, EndedMember] = field(default_factory=dict)
    partnerships: dict[str, EndedPartnership] = field(default_factory=dict)
    person_links: dict[str, EndedPersonLink] = field(default_factory=dict)
    sessions: dict[str, EndedSession] = field(default_factory=dict)
    apps: dict[str, RemovedApp] = field(default_factory=dict)
    claims: dict[str, ReleasedClaim] = field(default_factory=dict)
    access_requests: dict[str, Withdrawn] = field(default_factory=dict)
    ad_account_requests: dict[str, Withdrawn] = field(default_factory=dict)
    admin_requests: dict[str, Withdrawn] = field(default_factory=dict)
    invitations: dict[str, Withdrawn] = field(default_factory=dict)
    computed: list[Effect] = field(default_factory=list)
    """What stops without a row of its own: data that no longer flows, invitations that give less."""

    def effects(self) -> Effects:
        """Return what a person is told."""
        return Effects.of(self._told())

    def _told(self) -> Iterator[Effect]:
        kinds = EffectKind
        yield from (Effect(kinds.LINK_ENDS, x.id, f"@{x.handle}", x.center_name) for x in self.links.values())
        yield from (Effect(kinds.LINK_ENDS, x.id, f"@{x.handle}", x.person_name) for x in self.person_links.values())
        yield from (Effect(kinds.MEMBERSHIP_ENDS, x.id, x.name, x.center_name) for x in self.members.values())
        yield from (Effect(kinds.PARTNERSHIP_ENDS, x.id, x.other_name) for x in self.partnerships.values())
        yield from (Effect(kinds.AD_PAUSES, x.id, x.name, x.asset_name) for x in self.ads.values())
        yield from map(_reach_effect, self.reaches.values())
        yield from (
            Effect(kinds.AD_ACCOUNT_UNLINKED, x.id, x.asset_name, f"@{x.handle}") for x in self.ad_links.values()
        )
        yield from (Effect(kinds.MEMBER_LOSES, x.id, x.asset_name, x.member_name) for x in self.grants.values())
        yield from (Effect(kinds.PARTNER_LOSES, x.id, f"@{x.handle}", x.partner_name) for x in self.shares.values())
        yield from self.computed
        yield from map(_withdrawn_request, self.access_requests.values())
        yield from map(_withdrawn_request, self.ad_account_requests.values())
        yield from map(_withdrawn_request, self.admin_requests.values())
        yield from (Effect(kinds.INVITATION_WITHDRAWN, x.id, x.about, x.asked_by) for x in self.invitations.values())
        yield from (Effect(kinds.SESSION_ENDS, x.id, x.computer, x.person_name) for x in self.sessions.values())
        yield from (Effect(kinds.APP_REMOVED, x.id, x.name, f"@{x.handle}") for x in self.apps.values())
        yield from (
            Effect(kinds.CLAIM_RELEASED, x.account_id, f"@{x.handle}", x.center_name) for x in self.claims.values()
        )


def _reach_effect(reach: EndedReach) -> Effect:
    kind = EffectKind.AD_ACCOUNT_LOST if reach.kind is AssetKind.AD_ACCOUNT else EffectKind.PARTNER_LOSES
    return Effect(kind, reach.id, reach.name, reach.center_name)


def _withdrawn_request(request: Withdrawn) -> Effect:
    return Effect(EffectKind.REQUEST_WITHDRAWN, request.id, request.about, request.asked_by)
