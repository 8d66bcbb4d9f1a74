"""The columns of payment methods and of the ad accounts they pay for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.ui.center.payment_words import ad_accounts_text, number_text, some_names
from bcdesktop.ui.kit.tables import RIGHT, Column
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.core.clock import Clock
    from bcdesktop.services.billing_records import PaidAdAccount, PaymentMethodRow
    from bcdesktop.ui.kit.badges import BadgeKind


def payment_columns(clock: Clock) -> list[Column]:
    """Return the columns of the page; relative times are those of ``clock``."""
    return [
        Column("label", QCoreApplication.translate("PaymentColumns", "Name"), _label, width=23),
        Column("kind", QCoreApplication.translate("PaymentColumns", "Kind"), _kind, width=14),
        Column("number", QCoreApplication.translate("PaymentColumns", "Last digits"), number_text, width=12),
        Column(
            "ad_accounts",
            QCoreApplication.translate("PaymentColumns", "Ad accounts"),
            _count,
            sort=_count_number,
            tooltip=_names,
            accessible=_count_spoken,
            align=RIGHT,
            width=13,
        ),
        Column(
            "added",
            QCoreApplication.translate("PaymentColumns", "Added"),
            partial(_added, clock),
            sort=_added_at,
            tooltip=_added_tip,
            width=13,
        ),
    ]


def paid_columns() -> list[Column]:
    """Return the columns of the ad accounts one payment method pays for."""
    return [
        Column("name", QCoreApplication.translate("PaymentColumns", "Ad account"), _name, tooltip=_number, width=25),
        Column("status", QCoreApplication.translate("PaymentColumns", "State"), _status, badge=_status_kind, width=14),
    ]


def choice_columns(labels: Mapping[str, str]) -> list[Column]:
    """Return the columns of the dialog that sets ad accounts; ``labels`` are those of the payment methods by id."""
    return [
        Column("name", QCoreApplication.translate("PaymentColumns", "Ad account"), _name, width=24),
        Column("company", QCoreApplication.translate("PaymentColumns", "Company"), _company, width=20),
        Column("now", QCoreApplication.translate("PaymentColumns", "Paid now with"), partial(_now, labels), width=22),
        Column("number", QCoreApplication.translate("PaymentColumns", "ID"), _number, width=22),
    ]


def _label(row: PaymentMethodRow) -> str:
    return row.label


def _kind(row: PaymentMethodRow) -> str:
    return label_of(row.kind)


def _count(row: PaymentMethodRow) -> str:
    return str(len(row.ad_accounts))


def _count_number(row: PaymentMethodRow) -> object:
    return len(row.ad_accounts)


def _count_spoken(row: PaymentMethodRow) -> str:
    return ad_accounts_text(len(row.ad_accounts))


def _names(row: PaymentMethodRow) -> str:
    return some_names(row.ad_accounts)


def _added(clock: Clock, row: PaymentMethodRow) -> str:
    return relative(row.created_at, clock.now())


def _added_at(row: PaymentMethodRow) -> object:
    return row.created_at


def _added_tip(row: PaymentMethodRow) -> str:
    return exact(row.created_at)


def _name(account: PaidAdAccount) -> str:
    return account.name


def _status(account: PaidAdAccount) -> str:
    return label_of(account.status)


def _status_kind(account: PaidAdAccount) -> BadgeKind | None:
    return badge_of(account.status)


def _number(account: PaidAdAccount) -> str:
    return account.number


def _company(account: PaidAdAccount) -> str:
    return account.company


def _now(labels: Mapping[str, str], account: PaidAdAccount) -> str:
    return labels.get(account.payment_method_id or "", "—")
