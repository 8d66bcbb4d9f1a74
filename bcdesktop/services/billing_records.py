"""The frozen records of payment methods. Imports no ORM, as ``records``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.billing import PaymentMethodKind


@dataclass(frozen=True)
class PaidAdAccount:
    """An ad account the Business Center owns, and so pays for; ``payment_method_id`` is None where none is set."""

    id: str
    number: str
    name: str
    company: str
    status: AdAccountStatus
    currency: str
    payment_method_id: str | None


@dataclass(frozen=True)
class PaymentMethodRow:
    """A payment method and the ad accounts it pays for, by name."""

    id: str
    label: str
    kind: PaymentMethodKind
    last_four: str
    ad_accounts: tuple[PaidAdAccount, ...]
    created_at: datetime
    created_by: str
    version: int


@dataclass(frozen=True)
class PaymentMethods:
    """Payment methods by label, and the ad accounts without one. ``managers`` are the people who may change them."""

    rows: tuple[PaymentMethodRow, ...]
    without: tuple[PaidAdAccount, ...]
    managers: tuple[str, ...]

    @property
    def ad_accounts(self) -> tuple[PaidAdAccount, ...]:
        """Every ad account the Business Center pays for, by name."""
        found = [account for row in self.rows for account in row.ad_accounts]
        return tuple(sorted((*found, *self.without), key=_by_name))


@dataclass(frozen=True)
class RemovalEffects:
    """What removing a payment method does: these ad accounts have none any more, with so many running ads in them."""

    ad_accounts: tuple[PaidAdAccount, ...]
    running_ads: int


@dataclass(frozen=True)
class AdAccountBilling:
    """How one ad account is paid, as one Business Center may know it.

    ``owner_name`` is empty where this Business Center owns it and pays; else nothing about the payment is told (A2-07).
    """

    asset_id: str
    owner_name: str
    payment_method_id: str | None
    methods: tuple[PaymentMethodRow, ...]
    managers: tuple[str, ...] = ()

    @property
    def method(self) -> PaymentMethodRow | None:
        """The payment method that is set."""
        return next((row for row in self.methods if row.id == self.payment_method_id), None)


def _by_name(account: PaidAdAccount) -> tuple[str, str]:
    return account.name.casefold(), account.id
