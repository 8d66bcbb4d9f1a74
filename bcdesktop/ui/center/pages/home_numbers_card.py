"""The performance numbers on Home: sums of imported reports, of ad accounts whose numbers the person sees (A0-01)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.report_records import Metric
from bcdesktop.services import reports
from bcdesktop.ui.kit.cards import Card, clear_layout, text_label
from bcdesktop.ui.kit.number_words import column_label, count_text, days_text, number_text

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.services.report_records import Numbers
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class HomePerformanceCard(Card):
    """Reads after everything else on Home was painted; hidden while there is no ad account."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Performance"), parent)
        self.setObjectName("performance_card")
        self._session, self._actor, self._navigator = session, actor, navigator
        self.performance_label = text_label("", "muted", wrap=True)
        self.performance_label.setObjectName("performance_label")
        self.performance_ads_button = QPushButton(self.tr("Open Ads &Manager"))
        self.performance_ads_button.setObjectName("performance_ads_button")
        self.performance_ads_button.setToolTip(
            self.tr("Analytics shows the numbers by day and ad, and imports reports")
        )
        self.performance_ads_button.clicked.connect(self._open)
        self._tiles = QGridLayout()
        self._tiles.setHorizontalSpacing(24)
        self._tiles.setVerticalSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.performance_label, 1)
        head.addWidget(self.performance_ads_button)
        self.body.addLayout(head)
        self.body.addLayout(self._tiles)

    def refresh(self, ad_accounts: int) -> None:
        """Read the sums again; ``ad_accounts`` is how many the Business Center has."""
        self.setVisible(ad_accounts > 0)
        if ad_accounts:
            self._session.runner.run_last(self, self._read)

    def _read(self) -> None:
        work = partial(reports.totals, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, totals: Numbers | None) -> None:
        clear_layout(self._tiles)
        if totals is None:
            self.performance_label.setText(
                self.tr(
                    "No report was imported yet into an ad account whose numbers you see. Ads Manager imports them."
                )
            )
            return
        text = self.tr("Sums of imported reports of %1 ad accounts, %2")
        if totals.ad_accounts == 1:
            text = self.tr("Sums of imported reports of one ad account, %2")
        text = text.replace("%1", count_text(totals.ad_accounts))
        self.performance_label.setText(text.replace("%2", days_text(totals.first_day, totals.last_day)))
        for place, metric in enumerate(Metric):
            self._tiles.addWidget(_tile(metric, number_text(totals, metric)), 0, place)
        self._tiles.setColumnStretch(len(Metric), 1)

    def _open(self) -> None:
        self._navigator.open_ads_manager()


def _tile(metric: Metric, value: str) -> QWidget:
    tile = QWidget()
    label = text_label(value, "title")
    label.setObjectName(f"performance_{metric.value}_label")
    label.setAccessibleName(f"{column_label(metric)}: {value}")
    column = QVBoxLayout(tile)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label)
    column.addWidget(text_label(column_label(metric), "muted"))
    return tile
