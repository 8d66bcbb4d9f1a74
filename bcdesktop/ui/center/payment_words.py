"""Payment methods in words: what they are, which ad accounts they pay for, who may change them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.core.policy import FinanceAction, finance_may
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.roles import FinanceRole
    from bcdesktop.services.billing_records import PaidAdAccount, PaymentMethodRow

NAMED = 5
"""Ad accounts named in one sentence."""
_DOTS = "••••"


def may_see(role: FinanceRole | None) -> bool:
    """Tell whether a finance role sees payment methods."""
    return finance_may(FinanceAction.SEE_PAYMENT_METHODS, role)


def change_reason(role: FinanceRole | None, managers: Sequence[str]) -> str:
    """Return why payment methods cannot be changed, with the names of those who can; empty for those who can."""
    if finance_may(FinanceAction.CHANGE_PAYMENT_METHODS, role):
        return ""
    reason = QCoreApplication.translate("PaymentWords", "Only a Finance manager can change this.")
    if not managers:
        return reason
    ask = QCoreApplication.translate("PaymentWords", "Ask %1.")
    return f"{reason} {ask.replace('%1', QLocale().createSeparatedList(list(managers[:NAMED])))}"


def number_text(row: PaymentMethodRow) -> str:
    """Return the end of the number, such as "•••• 4242"; empty where there is none."""
    return f"{_DOTS} {row.last_four}" if row.last_four else ""


def kind_text(row: PaymentMethodRow) -> str:
    """Return the kind with the end of its number."""
    return " ".join(part for part in (label_of(row.kind), number_text(row)) if part)


def title_text(row: PaymentMethodRow) -> str:
    """Return name, kind and number in one line."""
    return f"{row.label} · {kind_text(row)}"


def ad_accounts_text(count: int) -> str:
    """Return "no ad account", "1 ad account" or "12 ad accounts"."""
    if count == 0:
        return QCoreApplication.translate("PaymentWords", "no ad account")
    if count == 1:
        return QCoreApplication.translate("PaymentWords", "1 ad account")
    return QCoreApplication.translate("PaymentWords", "%1 ad accounts").replace("%1", QLocale().toString(count))


def some_names(accounts: Sequence[PaidAdAccount]) -> str:
    """Return the names of the first ad accounts, and how many more there are."""
    names = [account.name for account in accounts[:NAMED]]
    if len(accounts) > NAMED:
        more = QCoreApplication.translate("PaymentWords", "%1 more")
        names.append(more.replace("%1", QLocale().toString(len(accounts) - NAMED)))
    return QLocale().createSeparatedList(names)


def without_text(accounts: Sequence[PaidAdAccount]) -> str:
    """Return the sentence about ad accounts without a payment method; empty for none."""
    if not accounts:
        return ""
    text = QCoreApplication.translate("PaymentWords", "Without a payment method: %1.")
    return text.replace("%1", some_names(accounts))
