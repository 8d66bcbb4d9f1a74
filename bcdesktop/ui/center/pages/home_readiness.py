"""The card of Home about linked pairs that are not ready for Spark Ads, shown once they were judged (look.md, Home)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from bcdesktop.services.ad_records import NotReadyPair, ReadinessSummary
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.center.pages.home_rows import HomeRow, LinesCard
from bcdesktop.ui.kit.theme import Theme
from bcdesktop.ui.kit.words import label_of


class ReadinessCard(LinesCard):
    """The first few pairs, what each lacks, and the way to its check. Hidden where every pair is ready."""

    def __init__(self, theme: Theme, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("readiness_card", parent)
        self._theme, self._navigator = theme, navigator
        self.title_label.setText(self.tr("Not ready for Spark Ads"))

    def show_summary(self, summary: ReadinessSummary) -> None:
        """Show what ``summary`` names."""
        self.setVisible(bool(summary.not_ready))
        rows = [self._row(pair) for pair in summary.shown]
        if summary.not_ready > len(summary.shown):
            rows.append(self._more(summary))
        self.show_lines(rows)

    def _row(self, pair: NotReadyPair) -> HomeRow:
        title = self.tr("@%1 in “%2”").replace("%1", pair.handle).replace("%2", pair.ad_account_name)
        missing = self.tr("Not met: %1").replace("%1", "; ".join(label_of(name) for name in pair.missing))
        key = f"{pair.account_ref}_{pair.asset_id}"
        row = HomeRow(self._theme, key, "triangle-alert", "warning", title, missing)
        button = row.add_button("readiness_show_button", self.tr("Show what is missing"))
        what = {"link_id": pair.account_ref, "tab": "readiness", "asset_id": pair.asset_id}
        button.clicked.connect(partial(self._navigator.go, "tiktok_accounts", **what))
        return row

    def _more(self, summary: ReadinessSummary) -> HomeRow:
        text = self.tr("%1 more of %2 linked pairs are not ready")
        more = QLocale().toString(summary.not_ready - len(summary.shown))
        title = text.replace("%1", more).replace("%2", QLocale().toString(summary.pairs))
        row = HomeRow(self._theme, "", "ellipsis", "muted", title, "")
        button = row.add_button("readiness_all_button", self.tr("Show the TikTok accounts"))
        button.clicked.connect(partial(self._navigator.go, "tiktok_accounts"))
        return row
