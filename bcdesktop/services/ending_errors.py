"""What stands in the way of an ending."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bcdesktop.core.ending import Effects
from bcdesktop.core.errors import NotFound, RuleRefused
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.people_errors import NoOwnAccess, PartnershipNotOpen


class EffectsChanged(RuleRefused):
    """What would stop is no longer what was shown; nothing was done. ``effects`` is the list as it is now."""

    def __init__(self, effects: Effects | None = None) -> None:
        super().__init__()
        self.effects = effects or Effects(())

    def params(self) -> dict[str, Any]:
        """Return how many things stop now."""
        return {"number": len(self.effects.effects)}


@dataclass(eq=False)
class AlreadyEnded(NotFound):
    """Somebody ended it before, in another window or on another computer."""


class RevocationForOtherStore(RuleRefused):
    """The revocation ends a grant this store never had."""


@dataclass(eq=False)
class RevocationFromWrongKey(RuleRefused):
    """The revocation is not signed with the key of the account's owner."""

    handle: str


@dataclass(eq=False)
class RevocationOld(RuleRefused):
    """The owner granted access anew after this revocation was signed."""

    handle: str


NOTHING_TO_END = (NotFound, LinkNotActive, PartnershipNotOpen, NoOwnAccess)
"""What says that it has ended already, or never was: confirming once more would say the same."""
