"""The ads of an ad account: filters, table and panel; ten thousand of them stay quick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.ads.ads_words import why_not
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.ads.pages.ad_panel import AdPanel
from bcdesktop.ui.ads.pages.campaign_columns import ad_columns
from bcdesktop.ui.ads.pages.campaigns_tab import state_combo
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.core.ads import AdStatus
    from bcdesktop.services.ad_form_records import AdRow, AdsOverview
    from bcdesktop.ui.kit.session import Session


class AdsTab(QWidget):
    """Shows what the page read; what is asked for in the panel goes to the page."""

    create_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: AdsOverview | None = None
        self._wanted_id: str | None = None
        self._build_filter()
        self.ads_empty_button = QPushButton(self.tr("Create ad"))
        self.ads_empty_button.setObjectName("ads_empty_button")
        self.ads_empty_button.setProperty("kind", "primary")
        self.ads_empty_button.clicked.connect(self.create_requested)
        empty = EmptyState(
            self.tr("No ad yet"),
            self.tr("A Spark Ad boosts a post of a TikTok account; a plain ad shows a video without one."),
            self.ads_empty_button,
            icon_name="megaphone",
        )
        self.ads_table = RecordTable(
            "ads_table",
            ad_columns(session.context.clock),
            accessible_name=self.tr("Ads"),
            settings=session.settings,
            empty=empty,
        )
        self.panel = AdPanel()
        self._lay_out()
        self.ads_table.current_changed.connect(self._show_details)
        self.ads_table.filter_cleared.connect(self.clear_filter)
        self.ads_table.filter.layoutChanged.connect(self._hide_lost_panel)
        self.ads_table.filter.rowsRemoved.connect(self._hide_lost_panel)
        self.ads_filter_edit.textChanged.connect(self.ads_table.set_text_filter)
        self.ads_state_combo.currentIndexChanged.connect(self._filter)
        self.ads_campaign_combo.currentIndexChanged.connect(self._filter)

    def _build_filter(self) -> None:
        self.ads_filter_edit = QLineEdit()
        self.ads_filter_edit.setObjectName("ads_filter_edit")
        self.ads_filter_edit.setPlaceholderText(self.tr("Search by name, account or campaign"))
        self.ads_filter_edit.setAccessibleName(self.tr("Search ads"))
        self.ads_filter_edit.setClearButtonEnabled(True)
        self.ads_state_combo = state_combo("ads_state_combo", self.tr("State of the ads"))
        self.ads_state_combo.setItemText(0, self.tr("All states"))
        self.ads_campaign_combo = QComboBox()
        self.ads_campaign_combo.setObjectName("ads_campaign_combo")
        self.ads_campaign_combo.setAccessibleName(self.tr("Campaign of the ads"))
        self.ads_campaign_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ads_campaign_combo.setMinimumContentsLength(20)
        self.ads_campaign_combo.addItem(self.tr("All campaigns"), "")

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.ads_filter_edit, 1)
        filters.addWidget(self.ads_campaign_combo)
        filters.addWidget(self.ads_state_combo)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.ads_table, 1)
        beside.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(filters)
        column.addLayout(beside, 1)

    def show_overview(self, overview: AdsOverview) -> None:
        """Show the ads; the selected one and the filter stay."""
        self._overview = overview
        allow(self.ads_empty_button, why_not(overview, new=True))
        self._show_campaigns(overview)
        self.ads_table.set_records(overview.ads)
        if self._wanted_id is not None:
            self.select(self._wanted_id)

    def _show_campaigns(self, overview: AdsOverview) -> None:
        chosen = self.ads_campaign_combo.currentData()
        self.ads_campaign_combo.blockSignals(True)
        while self.ads_campaign_combo.count() > 1:
            self.ads_campaign_combo.removeItem(1)
        for campaign in overview.campaigns:
            self.ads_campaign_combo.addItem(campaign.name, campaign.id)
        self.ads_campaign_combo.setCurrentIndex(max(0, self.ads_campaign_combo.findData(chosen)))
        self.ads_campaign_combo.blockSignals(False)
        if self.ads_campaign_combo.currentData() != chosen:
            self._filter()

    def select(self, ad_id: str) -> None:
        """Go to an ad, as soon as it is there."""
        self._wanted_id = None if self.ads_table.select_record(ad_id) else ad_id

    def show_campaign(self, campaign_id: str) -> None:
        """Show the ads of one campaign."""
        self.clear_filter()
        self.ads_campaign_combo.setCurrentIndex(max(0, self.ads_campaign_combo.findData(campaign_id)))

    def clear_filter(self) -> None:
        """Show all ads."""
        self.ads_filter_edit.clear()
        self.ads_state_combo.setCurrentIndex(0)
        self.ads_campaign_combo.setCurrentIndex(0)

    def _filter(self) -> None:
        state, campaign_id = self.ads_state_combo.currentData(), self.ads_campaign_combo.currentData()
        everything = state is None and not campaign_id
        self.ads_table.set_predicate(None if everything else partial(_is_wanted, state, campaign_id))

    def _hide_lost_panel(self) -> None:
        if self.ads_table.filter.rowCount() == 0:
            self.panel.hide()

    def _show_details(self, row: AdRow | None) -> None:
        if row is None or self._overview is None:
            self.panel.hide()
            return
        self.panel.show_row(row, why_not(self._overview, new=False), why_not(self._overview, new=True))
        self.panel.show()


def _is_wanted(state: AdStatus | None, campaign_id: str, row: AdRow) -> bool:
    return state in (None, row.shown_status) and campaign_id in ("", row.campaign_id)
