"""Payment methods: a label, a kind and the last four digits, never more (domain.md 9.1; A2-09, A2-10)."""

from __future__ import annotations

from enum import StrEnum


class PaymentMethodKind(StrEnum):
    """How is paid."""

    CARD = "card"
    BANK_ACCOUNT = "bank_account"
    ONLINE_WALLET = "online_wallet"
    INVOICE = "invoice"
