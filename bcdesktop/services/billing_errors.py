"""What the rules of payment methods and of hidden numbers refuse."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import InputRefused, RuleRefused
from bcdesktop.core.roles import AssetRole


@dataclass(eq=False)
class PaymentLabelTaken(InputRefused):
    """Another payment method of the Business Center has this label, so nobody could tell the two apart."""


@dataclass(eq=False)
class BillingOfOwner(RuleRefused):
    """Whoever owns the ad account pays for it, not who reaches it (A2-07). ``ad_account`` is its name."""

    ad_account: str


@dataclass(eq=False)
class NumbersCannotBeHidden(RuleRefused):
    """Numbers are hidden from Operators only (A2-06): an Admin answers for the account, numbers are all an Analyst has.

    ``name`` is the member, ``role`` what they are on the ad account.
    """

    name: str
    role: AssetRole
