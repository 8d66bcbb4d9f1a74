"""Settings > Codes: how long codes live (decisions.md, Lifetimes)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox

from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab

if TYPE_CHECKING:
    from bcdesktop.services.records import BusinessCenterRow


class CodesTab(SettingsTab):
    """Lifetimes of new codes; codes that exist keep theirs."""

    name = "codes"

    def build(self) -> None:
        """Build the cards."""
        card = self.add_card(
            self.tr("How long codes live"), self.tr("For codes made from now on. Codes that wait keep their time.")
        )
        self.qr_code_combo = QComboBox()
        self.qr_code_combo.setObjectName("qr_code_combo")
        for minutes, text in ((5, self.tr("5 minutes")), (10, self.tr("10 minutes"))):
            self.qr_code_combo.addItem(text, minutes)
        self.addressed_combo = QComboBox()
        self.addressed_combo.setObjectName("addressed_combo")
        for hours, text in ((1, self.tr("1 hour")), (24, self.tr("24 hours")), (168, self.tr("7 days"))):
            self.addressed_combo.addItem(text, hours)
        form = self.add_form(card)
        form.add(
            "qr_code_minutes",
            self.tr("&QR code for anyone with the account"),
            self.qr_code_combo,
            help=self.tr("Short, because whoever has the picture can answer it."),
        )
        form.add(
            "addressed_hours",
            self.tr("Code for &one handle, and sheets on paper"),
            self.addressed_combo,
            help=self.tr("Longer, because the picture is of no use to anyone else."),
        )
        self.end()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Codes")

    def fill(self, row: BusinessCenterRow) -> None:
        """Show ``row``."""
        self.qr_code_combo.setCurrentIndex(self.qr_code_combo.findData(row.qr_code_minutes))
        self.addressed_combo.setCurrentIndex(self.addressed_combo.findData(row.addressed_hours))

    def values(self) -> dict[str, Any]:
        """Return what is chosen."""
        return {
            "qr_code_minutes": self.qr_code_combo.currentData(),
            "addressed_hours": self.addressed_combo.currentData(),
        }
