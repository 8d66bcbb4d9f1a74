"""The frozen records of endings. Imports no ORM, as ``records``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bcdesktop.core.ending import EffectKind, Effects, EndReason, EndWay


@dataclass(frozen=True)
class EndReceiptRow:
    """What was ended, to show, print and save.

    ``subject`` is the name of what ended. ``effects`` holds at most 1,000 lines, ``counts`` the whole numbers.
    """

    id: str
    way: EndWay
    reason: EndReason | None
    subject: str
    at: datetime
    by_name: str
    effects: Effects
    counts: Mapping[EffectKind, int] = field(default_factory=dict)

    @property
    def left_out(self) -> int:
        """How many lines ``effects`` leaves out."""
        return sum(self.counts.values()) - len(self.effects.effects)
