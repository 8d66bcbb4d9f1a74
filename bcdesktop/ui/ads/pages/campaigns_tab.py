"""The campaigns of an ad account: filter, table and panel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.ads import AdStatus
from bcdesktop.ui.ads.ads_words import why_not
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.ads.pages.campaign_columns import campaign_columns
from bcdesktop.ui.ads.pages.campaign_panel import CampaignPanel
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import RecordTable
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import AdsOverview, CampaignRow
    from bcdesktop.ui.kit.session import Session


class CampaignsTab(QWidget):
    """Shows what the page read; what is asked for in the panel goes to the page."""

    create_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: AdsOverview | None = None
        self._wanted_id: str | None = None
        self.campaigns_filter_edit = QLineEdit()
        self.campaigns_filter_edit.setObjectName("campaigns_filter_edit")
        self.campaigns_filter_edit.setPlaceholderText(self.tr("Search campaigns"))
        self.campaigns_filter_edit.setAccessibleName(self.tr("Search campaigns"))
        self.campaigns_filter_edit.setClearButtonEnabled(True)
        self.campaigns_state_combo = state_combo("campaigns_state_combo", self.tr("State of the campaigns"))
        self.campaigns_state_combo.setItemText(0, self.tr("All states"))
        self.campaigns_empty_button = QPushButton(self.tr("Create campaign"))
        self.campaigns_empty_button.setObjectName("campaigns_empty_button")
        self.campaigns_empty_button.setProperty("kind", "primary")
        self.campaigns_empty_button.clicked.connect(self.create_requested)
        empty = EmptyState(
            self.tr("No campaign yet"),
            self.tr("Ads live in campaigns. Create the first one, then an ad in it."),
            self.campaigns_empty_button,
            icon_name="megaphone",
        )
        self.campaigns_table = RecordTable(
            "campaigns_table",
            campaign_columns(session.context.clock),
            accessible_name=self.tr("Campaigns"),
            settings=session.settings,
            empty=empty,
        )
        self.panel = CampaignPanel()
        self._lay_out()
        self.campaigns_table.current_changed.connect(self._show_details)
        self.campaigns_table.filter_cleared.connect(self._clear_filter)
        self.campaigns_table.filter.layoutChanged.connect(self._hide_lost_panel)
        self.campaigns_table.filter.rowsRemoved.connect(self._hide_lost_panel)
        self.campaigns_filter_edit.textChanged.connect(self.campaigns_table.set_text_filter)
        self.campaigns_state_combo.currentIndexChanged.connect(self._filter)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.campaigns_filter_edit, 1)
        filters.addWidget(self.campaigns_state_combo)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.campaigns_table, 1)
        beside.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(filters)
        column.addLayout(beside, 1)

    def show_overview(self, overview: AdsOverview) -> None:
        """Show the campaigns; the selected one stays."""
        self._overview = overview
        allow(self.campaigns_empty_button, why_not(overview, new=True))
        self.campaigns_table.set_records(overview.campaigns)
        if self._wanted_id is not None:
            self.select(self._wanted_id)

    def select(self, campaign_id: str) -> None:
        """Go to a campaign, as soon as it is there."""
        self._wanted_id = None if self.campaigns_table.select_record(campaign_id) else campaign_id

    def _filter(self) -> None:
        state = self.campaigns_state_combo.currentData()
        self.campaigns_table.set_predicate(None if state is None else partial(_has_state, state))

    def _clear_filter(self) -> None:
        self.campaigns_filter_edit.clear()
        self.campaigns_state_combo.setCurrentIndex(0)

    def _hide_lost_panel(self) -> None:
        if self.campaigns_table.filter.rowCount() == 0:
            self.panel.hide()

    def _show_details(self, row: CampaignRow | None) -> None:
        if row is None or self._overview is None:
            self.panel.hide()
            return
        self.panel.show_row(row, why_not(self._overview, new=False), why_not(self._overview, new=True))
        self.panel.show()


def state_combo(name: str, spoken: str) -> QComboBox:
    """Return a choice of a state; its first entry, whose text the caller sets, stands for all."""
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setAccessibleName(spoken)
    combo.addItem("", None)
    for state in AdStatus:
        combo.addItem(label_of(state), state)
    return combo


def _has_state(state: AdStatus, row: CampaignRow) -> bool:
    return row.status is state
