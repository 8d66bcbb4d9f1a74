"""Performance numbers out of the program: a CSV for a spreadsheet, a sheet for paper or PDF."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from bcdesktop.core.report_columns import ReportColumn
from bcdesktop.core.report_records import Metric
from bcdesktop.ui.ads.pages.analytics_chart import chart_data, sum_text, title_of
from bcdesktop.ui.ads.pages.analytics_table import csv_rows, sheet_rows
from bcdesktop.ui.kit.number_words import column_label, days_text
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.kit.table_export import write_csv
from bcdesktop.ui.kit.time_text import exact

if TYPE_CHECKING:
    from bcdesktop.services.report_records import AdNumbers
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.ads.pages.analytics_view import AnalyticsView
    from bcdesktop.ui.kit.session import Session
    from bcdesktop.ui.paper.numbers_sheet import NumbersSheet

ROWS_ON_PAPER = 500
"""Ads a preview lays out without holding up the window; the note says how many are left out."""


class NumbersExport(QObject):
    """Belongs to the page."""

    def __init__(self, session: Session, navigator: AdsNavigator, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._navigator, self._page = session, navigator, page

    def ask(self, ads: Sequence[AdNumbers]) -> QFileDialog:
        """Ask where to write the ads; return the dialog."""
        dialog = QFileDialog(self._page, self.tr("Export numbers"))
        dialog.setObjectName("export_numbers_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("numbers.csv")
        dialog.fileSelected.connect(partial(self.write, tuple(ads)))
        self._navigator.open_dialog(dialog)
        return dialog

    def write(self, ads: Sequence[AdNumbers], path: str) -> None:
        """Write the ads to ``path``."""
        work, done = partial(_write, Path(path), ads), partial(self._written, path)
        self._session.runner.run(self, work, done, self._navigator.notices.show_error, lane=Lane.PURE)

    def _written(self, path: str, _nothing: None) -> None:
        self._navigator.notices.success(self.tr("Exported to %1.").replace("%1", path))

    def print_view(self, view: AnalyticsView, ad_account: str, ads: Sequence[AdNumbers]) -> None:
        """Show the preview of the sheet, from which it is printed or saved."""
        from bcdesktop.ui.paper.output import print_preview

        preview = print_preview(self._page, self.sheet(view, ad_account, ads))
        preview.setObjectName("numbers_print_preview")
        self._navigator.open_dialog(preview)

    def sheet(self, view: AnalyticsView, ad_account: str, ads: Sequence[AdNumbers]) -> NumbersSheet:
        """Return what is printed of ``view``."""
        from bcdesktop.ui.paper.numbers_sheet import NumbersSheet

        columns = (ReportColumn.AD_NAME, ReportColumn.CAMPAIGN_NAME, *Metric)
        note = self.tr("From imported reports; nothing is estimated, and a day without a number is a gap.")
        if len(ads) > ROWS_ON_PAPER:
            left_out = self.tr("The table has the first %1 of %2 ads; export a CSV for all of them.")
            locale = self._page.locale()
            left_out = left_out.replace("%1", locale.toString(ROWS_ON_PAPER)).replace("%2", locale.toString(len(ads)))
            note = f"{note} {left_out}"
        return NumbersSheet(
            ad_account=ad_account,
            days=days_text(*view.wish.days),
            made_at=exact(self._session.context.clock.now()),
            chart_title=". ".join(filter(None, (title_of(view), sum_text(view)))),
            chart=chart_data(view),
            heads=tuple(column_label(column) for column in columns),
            rows=tuple(sheet_rows(ads[:ROWS_ON_PAPER])),
            note=note,
        )


def _write(path: Path, ads: Sequence[AdNumbers]) -> None:
    write_csv(path, csv_rows(ads))
