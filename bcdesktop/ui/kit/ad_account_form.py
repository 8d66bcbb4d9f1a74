"""The business information of an ad account as a form: for a new one, and to correct it (A4-17)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from bcdesktop.ui.kit import choices
from bcdesktop.ui.kit.fields import SearchCombo
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRow
    from bcdesktop.services.advertiser_records import BasicInformation


class AdAccountForm(Form):
    """``values`` are those of ``services.ad_records.NewAdAccount``; object names begin with ``ad_account_``.

    With ``own_currency`` it can be chosen; in a Business Center it is always the one of the Business Center.
    """

    def __init__(self, *, own_currency: bool = False) -> None:
        super().__init__()
        self.name_edit = QLineEdit()
        self.company_combo = _suggesting("ad_account_company_combo")
        self.country_combo = SearchCombo(choices.countries())
        self.time_zone_combo = SearchCombo(choices.time_zones())
        self.currency_combo = SearchCombo(choices.currencies()) if own_currency else None
        self.currency_edit = QLineEdit()
        self.currency_edit.setReadOnly(True)
        self.industry_combo = _suggesting("ad_account_industry_combo")
        self.industry_combo.addItems(self._industries())
        self.industry_combo.setCurrentText("")
        self.link_edit = QLineEdit()
        self.link_edit.setPlaceholderText("https://www.example.com")
        self.add("name", self.tr("&Name"), self.name_edit, name="ad_account_name_edit")
        self.add(
            "company",
            self.tr("C&ompany"),
            self.company_combo,
            help=self.tr(
                "Whose ads run here. An agency names its client: choose one from the list, or type a new one."
            ),
        )
        self.add("country", self.tr("Count&ry or region"), self.country_combo, name="ad_account_country_combo")
        self.add("time_zone", self.tr("&Time zone"), self.time_zone_combo, name="ad_account_time_zone_combo")
        if self.currency_combo is not None:
            self.currency_edit.hide()
            self.add("currency", self.tr("C&urrency"), self.currency_combo, name="ad_account_currency_combo")
        else:
            self.add(
                "currency",
                self.tr("C&urrency"),
                self.currency_edit,
                help=self.tr("The currency of the Business Center; its ad accounts have the same."),
                name="ad_account_currency_edit",
            )
        self.add("industry", self.tr("&Industry (optional)"), self.industry_combo)
        self.add(
            "promotion_link",
            self.tr("&Promotion link (optional)"),
            self.link_edit,
            help=self.tr("The page the ads lead to."),
            name="ad_account_link_edit",
        )

    def _industries(self) -> list[str]:
        return [
            self.tr("Apps and games"),
            self.tr("Automotive"),
            self.tr("Beauty and personal care"),
            self.tr("Business services"),
            self.tr("E-commerce"),
            self.tr("Education"),
            self.tr("Entertainment and media"),
            self.tr("Fashion"),
            self.tr("Financial services"),
            self.tr("Food and beverage"),
            self.tr("Health"),
            self.tr("Home and garden"),
            self.tr("Sports and outdoors"),
            self.tr("Technology"),
            self.tr("Travel"),
        ]

    def suggest_companies(self, companies: Sequence[str]) -> None:
        """Offer companies that were named before; what is typed stays."""
        typed = self.company_combo.currentText()
        self.company_combo.blockSignals(True)
        self.company_combo.clear()
        self.company_combo.addItems(list(companies))
        self.company_combo.setCurrentText(typed)
        self.company_combo.blockSignals(False)

    def show_place(self, country: str, time_zone: str, currency: str) -> None:
        """Fill in country, time zone and currency, the Business Center's own, where nothing was chosen yet."""
        if not self.country_combo.value():
            self.country_combo.set_value(country)
        if not self.time_zone_combo.value():
            self.time_zone_combo.set_value(time_zone)
        self.currency_edit.setText(currency)
        if self.currency_combo is not None and not self.currency_combo.value():
            self.currency_combo.set_value(currency)

    def show_row(self, row: AdAccountRow | BasicInformation, *, why_fixed: str) -> None:
        """Show the values of an ad account; ``why_fixed`` says why country and time zone cannot be changed."""
        self.name_edit.setText(row.name)
        self.company_combo.setCurrentText(row.company)
        self.country_combo.set_value(row.country)
        self.time_zone_combo.set_value(row.time_zone)
        self.currency_edit.setText(row.currency)
        self.industry_combo.setCurrentText(row.industry)
        self.link_edit.setText(row.promotion_link)
        for control in (self.country_combo, self.time_zone_combo):
            control.setEnabled(not why_fixed)
            control.setToolTip(why_fixed)
            control.setStatusTip(why_fixed)

    def values(self) -> dict[str, str]:
        """Return what was typed, by field."""
        return {
            "name": self.name_edit.text(),
            "company": self.company_combo.currentText(),
            "country": self.country_combo.value(),
            "time_zone": self.time_zone_combo.value(),
            "currency": self.currency_edit.text() if self.currency_combo is None else self.currency_combo.value(),
            "industry": self.industry_combo.currentText(),
            "promotion_link": self.link_edit.text(),
        }


def _suggesting(name: str) -> QComboBox:
    """Return a combo box that offers entries and takes anything else that is typed."""
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setMaxVisibleItems(12)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(24)
    return combo
