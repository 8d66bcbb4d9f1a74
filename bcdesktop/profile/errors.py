"""What a phone refuses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.errors import RuleRefused


@dataclass(eq=False)
class PasscodeThrottled(RuleRefused):
    """Too many wrong passcodes; the next try is taken after ``seconds`` (security.md 2.7)."""

    seconds: int


@dataclass(eq=False)
class CentreKeyChanged(RuleRefused):
    """The Business Center ``name``, known since ``known_since``, now signs with another key (security.md 2.5.4)."""

    name: str
    known_since: datetime
