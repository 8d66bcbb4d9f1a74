"""Settings > Business info."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab
from bcdesktop.ui.kit import choices
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.services.records import BusinessCenterRow


class BusinessInfoTab(SettingsTab):
    """Name, address and activity can be changed; country, time zone and currency are fixed."""

    name = "business_info"

    def build(self) -> None:
        """Build the cards."""
        self.business_name_edit = QLineEdit()
        self.business_name_edit.setObjectName("business_name_edit")
        self.address_edit = QLineEdit()
        self.address_edit.setObjectName("address_edit")
        self.activity_edit = TextField()
        self.activity_edit.setObjectName("activity_edit")
        self.activity_edit.setFixedHeight(self.fontMetrics().height() * 4)
        form = self.add_form(self.add_card(self.tr("Business info")))
        form.add(
            "name",
            self.tr("&Business name"),
            self.business_name_edit,
            help=self.tr("Account owners see it when you ask them."),
        )
        form.add("address", self.tr("&Address"), self.address_edit)
        form.add("activity_description", self.tr("&What the business does"), self.activity_edit)
        self._add_fixed()
        self.end()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Business info")

    def _add_fixed(self) -> None:
        reason = self.tr("Fixed when the Business Center was created. For others, create a new Business Center.")
        card = self.add_card(self.tr("Cannot be changed"), reason)
        fixed = Form()
        self.business_center_id_edit = QLineEdit()
        self.country_edit = QLineEdit()
        self.time_zone_edit = QLineEdit()
        self.currency_edit = QLineEdit()
        for name, label, edit in (
            ("business_center_id_edit", self.tr("Business Center ID"), self.business_center_id_edit),
            ("country_edit", self.tr("Country or region"), self.country_edit),
            ("time_zone_edit", self.tr("Time zone"), self.time_zone_edit),
            ("currency_edit", self.tr("Currency"), self.currency_edit),
        ):
            edit.setObjectName(name)
            edit.setReadOnly(True)
            edit.setToolTip(reason)
            edit.setStatusTip(reason)
            fixed.add(name, label, edit)
        card.body.addWidget(fixed)

    def fill(self, row: BusinessCenterRow) -> None:
        """Show ``row``."""
        self.business_name_edit.setText(row.name)
        self.address_edit.setText(row.address)
        self.activity_edit.setPlainText(row.activity_description)
        self.business_center_id_edit.setText(row.id)
        self.country_edit.setText(_text_of(choices.countries(), row.country))
        self.time_zone_edit.setText(row.time_zone)
        self.currency_edit.setText(_text_of(choices.currencies(), row.currency))

    def values(self) -> dict[str, Any]:
        """Return what is typed."""
        return {
            "name": self.business_name_edit.text().strip(),
            "address": self.address_edit.text().strip(),
            "activity_description": self.activity_edit.toPlainText().strip(),
        }


def _text_of(found: tuple[choices.Choice, ...], value: str) -> str:
    return next((choice.text for choice in found if choice.value == value), value)
