"""The panel beside Payment methods: what one is, and the ad accounts it pays for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.ui.center.pages.payment_columns import paid_columns
from bcdesktop.ui.center.payment_words import ad_accounts_text, kind_text
from bcdesktop.ui.kit.cards import DetailsPanel, named_button
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.tables import RecordTable
from bcdesktop.ui.kit.time_text import exact, short

if TYPE_CHECKING:
    from bcdesktop.services.billing_records import PaymentMethodRow
    from bcdesktop.ui.kit.session import Session


class PaymentPanel(DetailsPanel):
    """Facts, the list of ad accounts, and what can be done; ``forbid`` makes that grey."""

    ad_accounts_requested = Signal(object)
    rename_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="payment")
        self._row: PaymentMethodRow | None = None
        self.facts = FactList()
        self.paid_ad_accounts_table = RecordTable(
            "paid_ad_accounts_table",
            paid_columns(),
            accessible_name=self.tr("Ad accounts paid with it"),
            settings=session.settings,
            empty=EmptyState(
                self.tr("It pays for nothing yet"),
                self.tr("Choose the ad accounts that use it."),
                icon_name="megaphone",
            ),
        )
        inside = QWidget()
        inside.setObjectName("payment_overview")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.facts)
        column.addWidget(self.paid_ad_accounts_table, 1)
        self.tabs.addTab(inside, self.tr("Overview"))
        self.payment_ad_accounts_button = named_button(
            "payment_ad_accounts_button", self.tr("Ad &accounts…"), self._ask_for_ad_accounts
        )
        self.rename_payment_button = named_button("rename_payment_button", self.tr("Change &name…"), self._rename)
        self.remove_payment_button = named_button("remove_payment_button", self.tr("Remo&ve…"), self._remove)
        self.remove_payment_button.setProperty("kind", "danger")
        self.add_buttons((self.payment_ad_accounts_button, self.rename_payment_button), (self.remove_payment_button,))

    @property
    def row(self) -> PaymentMethodRow | None:
        """The payment method that is shown."""
        return self._row

    def show_row(self, row: PaymentMethodRow) -> None:
        """Show ``row``."""
        self._row = row
        self.set_head(row.label, kind_text(row))
        added = self.tr("%1, by %2").replace("%1", short(row.created_at)).replace("%2", row.created_by)
        self.facts.show_facts(
            [
                Fact(self.tr("Added"), added, exact(row.created_at)),
                Fact(self.tr("Pays for"), ad_accounts_text(len(row.ad_accounts))),
            ]
        )
        self.paid_ad_accounts_table.set_records(row.ad_accounts)

    def forbid(self, why: str) -> None:
        """Make the buttons grey for the reason ``why``; an empty one lets them be pressed."""
        for button in (self.payment_ad_accounts_button, self.rename_payment_button, self.remove_payment_button):
            button.setEnabled(not why)
            button.setToolTip(why)
            button.setStatusTip(why)

    def _ask_for_ad_accounts(self) -> None:
        self.ad_accounts_requested.emit(self._row)

    def _rename(self) -> None:
        self.rename_requested.emit(self._row)

    def _remove(self) -> None:
        self.remove_requested.emit(self._row)
