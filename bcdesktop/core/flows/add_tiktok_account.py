"""Add TikTok account: link, claim or own; QR code or notification; permissions; to whom (decisions.md, Linking)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.clock import Clock
from bcdesktop.core.drafts import Draft, parse_draft
from bcdesktop.core.errors import ValueMissing
from bcdesktop.core.flows.base import Flow
from bcdesktop.core.permissions import (
    Permission,
    PermissionLevel,
    PermissionSet,
    Preset,
    Visibility,
    preset_permissions,
)


@dataclass(frozen=True)
class BeforeYouStart:
    """The page about what is needed (A2-11 to A2-15) was read."""


@dataclass(frozen=True)
class Way:
    """Link an existing account, claim ownership, or link my own account (A2-18)."""

    kind: Kind = Kind.LINK


@dataclass(frozen=True)
class Sending:
    """QR code or notification; only asked when linking an account of somebody else."""

    method: Method = Method.QR_CODE


@dataclass(frozen=True)
class ClaimWarning:
    """The tick that the company fully owns the account (A2-22)."""

    fully_owned: bool


@dataclass(frozen=True)
class Permissions:
    """The switches as ticked; a ``preset`` other than CUSTOM stands for its own switches."""

    preset: Preset = Preset.SPARK_ADS
    permissions: frozenset[Permission] = frozenset()
    visibility: Visibility | None = Visibility.SHOW_THROUGH_ADS_ONLY
    level: PermissionLevel = PermissionLevel.DELIVER_ADS

    def permission_set(self) -> PermissionSet:
        """Return the choice. Raises NoPermissionChosen or VisibilityMismatch."""
        if self.preset is not Preset.CUSTOM:
            return preset_permissions(self.preset, self.visibility or Visibility.SHOW_THROUGH_ADS_ONLY)
        pushes = Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS in self.permissions
        return PermissionSet(self.permissions, self.visibility if pushes else None)


@dataclass(frozen=True)
class Recipient:
    """To whom, what for and until when; ``life`` None takes the setting. ``asks_again`` as in ``Draft``."""

    expected_handle: str = ""
    purpose: str = ""
    wanted_end: datetime | None = None
    life: timedelta | None = None
    asks_again: bool = False


@dataclass(frozen=True)
class Summary:
    """The last page was read; the request is made after it."""


class AddTikTokAccount(Flow):
    """Ends with a ``draft`` for ``services.access_requests.create``."""

    answer_types = {
        "before_you_start": BeforeYouStart,
        "way": Way,
        "sending": Sending,
        "claim_warning": ClaimWarning,
        "permissions": Permissions,
        "recipient": Recipient,
        "summary": Summary,
    }

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        super().__init__()

    @property
    def kind(self) -> Kind:
        """The chosen way, LINK before one was chosen."""
        way = self._answers.get("way")
        return way.kind if way is not None else Kind.LINK

    @property
    def method(self) -> Method:
        """How the request travels: an own account needs no QR code (A1-23), a claim always has one (A2-27)."""
        if self.kind is Kind.OWN:
            return Method.NOTIFICATION
        sending = self._answers.get("sending")
        return sending.method if sending is not None and self.kind is Kind.LINK else Method.QR_CODE

    def path(self) -> tuple[str, ...]:
        """Return the steps for the chosen way."""
        middle = {Kind.LINK: ("sending",), Kind.CLAIM: ("claim_warning",), Kind.OWN: ()}[self.kind]
        return ("before_you_start", "way", *middle, "permissions", "recipient", "summary")

    def check(self, step: str, answer: Any) -> Any:
        """Check the fields of ``answer``. Raises InputRefused."""
        match answer:
            case ClaimWarning(fully_owned=False):
                raise ValueMissing("fully_owned")
            case Permissions():
                answer.permission_set()
            case Recipient():
                return self._checked_recipient(answer)
        return answer

    def _checked_recipient(self, answer: Recipient) -> Recipient:
        draft = parse_draft(self._draft(self.answer_to(Permissions) or Permissions(), answer), self._clock.now())
        return Recipient(
            draft.expected_handle or "", draft.purpose or "", draft.wanted_end, draft.life, draft.asks_again
        )

    def _draft(self, permissions: Permissions, recipient: Recipient) -> Draft:
        return Draft(
            kind=self.kind,
            method=self.method,
            permissions=permissions.permission_set(),
            expected_handle=recipient.expected_handle or None,
            purpose=recipient.purpose or None,
            wanted_end=recipient.wanted_end,
            life=recipient.life,
            asks_again=recipient.asks_again,
        )

    def draft(self) -> Draft:
        """Return what to ask for. Raises InputRefused while ``permissions`` or ``recipient`` is not answered."""
        permissions, recipient = self.answer_to(Permissions), self.answer_to(Recipient)
        if permissions is None:
            raise ValueMissing("permissions")
        if recipient is None:
            raise ValueMissing("expected_handle")
        return parse_draft(self._draft(permissions, recipient), self._clock.now())
