"""Step 2: the business details (A4-14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from bcdesktop.core.flows.first_start import Business
from bcdesktop.ui.center.wizards.first_start_pages.base import FirstStartPage
from bcdesktop.ui.kit import choices
from bcdesktop.ui.kit.fields import SearchCombo, TextField
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.ui.center.wizards.first_start_pages.state import FirstStartState
    from bcdesktop.ui.kit.session import Session


class BusinessPage(FirstStartPage):
    """Country, time zone and currency come from this computer and can be changed."""

    step = "business"

    def __init__(self, session: Session, state: FirstStartState) -> None:
        super().__init__(session, state, "", "")
        self.title_label.setText(self.tr("Your business"))
        self.sentence_label.setText(
            self.tr("Account owners see the name when you ask them. Country, time zone and currency stay as they are.")
        )
        self.name_edit = QLineEdit()
        self.name_edit.setObjectName("name_edit")
        self.country_combo = SearchCombo(choices.countries())
        self.country_combo.setObjectName("country_combo")
        self.time_zone_combo = SearchCombo(choices.time_zones())
        self.time_zone_combo.setObjectName("time_zone_combo")
        self.currency_combo = SearchCombo(choices.currencies())
        self.currency_combo.setObjectName("currency_combo")
        self.address_edit = QLineEdit()
        self.address_edit.setObjectName("address_edit")
        self.activity_edit = TextField()
        self.activity_edit.setObjectName("activity_edit")
        self.activity_edit.setFixedHeight(self.fontMetrics().height() * 4)
        self.form = Form()
        self.form.add("name", self.tr("&Business name"), self.name_edit)
        self.form.add("country", self.tr("&Country or region"), self.country_combo)
        self.form.add("time_zone", self.tr("&Time zone"), self.time_zone_combo)
        self.form.add("currency", self.tr("C&urrency"), self.currency_combo)
        self.form.add("address", self.tr("&Address"), self.address_edit)
        self.form.add(
            "activity_description",
            self.tr("&What the business does"),
            self.activity_edit,
            help=self.tr("One sentence, such as: Advertising for restaurants."),
        )
        self.body.addWidget(_scrolled(self.form), 1)

    def initializePage(self) -> None:
        """Fill in what was typed before, else what this computer says."""
        typed = self.state.typed
        self.name_edit.setText(typed.get("name", ""))
        self.country_combo.set_value(typed.get("country") or choices.home_country())
        self.time_zone_combo.set_value(typed.get("time_zone") or choices.home_time_zone())
        self.currency_combo.set_value(typed.get("currency") or choices.home_currency())
        self.address_edit.setText(typed.get("address", ""))
        self.activity_edit.setPlainText(typed.get("activity_description", ""))
        self.form.clear_errors()

    def first_focus(self) -> QLineEdit:
        """Return the first field."""
        return self.name_edit

    def answer(self) -> Business:
        """Return what was typed."""
        return Business(
            name=self.name_edit.text(),
            country=self.country_combo.value(),
            time_zone=self.time_zone_combo.value(),
            currency=self.currency_combo.value(),
            address=self.address_edit.text(),
            activity_description=self.activity_edit.toPlainText(),
        )

    def keep(self) -> None:
        """Keep what was typed."""
        self.state.typed.update(vars(self.answer()))


def _scrolled(form: Form) -> QScrollArea:
    """Let the form scroll where the screen is low."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(form)
    column.addStretch(1)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 12, 0)
    area = QScrollArea()
    area.setWidgetResizable(True)
    outer = QWidget()
    outer.setLayout(row)
    row.addWidget(holder)
    area.setWidget(outer)
    return area
