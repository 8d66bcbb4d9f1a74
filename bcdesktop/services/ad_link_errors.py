"""What the rules of links between TikTok accounts and ad accounts refuse."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import RuleRefused


@dataclass(eq=False)
class NotInSameBusinessCenter(RuleRefused):
    """A TikTok account and an ad account can be linked only where one Business Center has both (domain.md 1.6)."""


@dataclass(eq=False)
class LinkToClosedAdAccount(RuleRefused):
    """A closed ad account takes no further TikTok accounts; closing is final (domain.md 7.15)."""

    name: str


@dataclass(eq=False)
class ShareForNumbersOnly(RuleRefused):
    """A partner shares the TikTok account as Analyst: its numbers may be seen, no ads made with it (A4-47)."""

    name: str
    owner_name: str
