"""Errors of Ads Manager: who signs in there, and the TikTok accounts one person links for themselves."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import RuleRefused, SignInFailed


@dataclass(eq=False)
class NoBusinessCenter(SignInFailed):
    """E-mail and password are right, but ``name`` belongs to no Business Center (A2-02)."""

    name: str


@dataclass(eq=False)
class AdvertiserExists(RuleRefused):
    """Somebody in this store signs in with the TikTok account ``handle`` already."""

    handle: str


@dataclass(eq=False)
class AlreadyYours(RuleRefused):
    """The person linked this TikTok account before."""

    handle: str


@dataclass(eq=False)
class NotOfThisCenter(RuleRefused):
    """``name`` has the ad account through the Business Center ``center_name``, whose admins alone can take it away."""

    name: str
    center_name: str
