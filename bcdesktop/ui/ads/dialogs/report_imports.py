"""The files whose numbers count in an ad account, and taking one of them away again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import reports
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.dialogs import question
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.number_words import count_text, days_text
from bcdesktop.ui.kit.tables import RIGHT, Column, RecordTable
from bcdesktop.ui.kit.time_text import exact, short

if TYPE_CHECKING:
    from datetime import date, datetime

    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.report_records import ImportRow
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class ReportImportsDialog(QDialog):
    """``why_not`` is why the person may not remove any; empty for who may."""

    def __init__(
        self, session: Session, advertiser: Advertiser, navigator: AdsNavigator, asset_id: str, why_not: str
    ) -> None:
        super().__init__(navigator.window)
        self.setObjectName("report_imports_dialog")
        self.setWindowTitle(self.tr("Imported reports"))
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self._asset_id, self._why_not = asset_id, why_not
        sentence = text_label(
            self.tr("Every day of an ad account has its numbers from one report: the last one imported for that day."),
            "muted",
            wrap=True,
        )
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("report_imports_notice_close_button")
        self.bar.notice_action_button.setObjectName("report_imports_notice_action_button")
        self.imports_table = RecordTable(
            "imports_table",
            _columns(),
            accessible_name=self.tr("Imported reports"),
            settings=session.settings,
            empty=EmptyState(self.tr("Nothing is imported"), icon_name="inbox"),
        )
        self.imports_table.current_changed.connect(self._show_state)
        self.remove_import_button = QPushButton(self.tr("&Remove…"))
        self.remove_import_button.setObjectName("remove_import_button")
        self.remove_import_button.setProperty("kind", "danger")
        self.remove_import_button.setAutoDefault(False)
        self.remove_import_button.clicked.connect(self.ask_remove)
        self.close_imports_button = QPushButton(self.tr("Close"))
        self.close_imports_button.setObjectName("close_imports_button")
        self.close_imports_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove_import_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_imports_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(sentence)
        layout.addWidget(self.bar)
        layout.addWidget(self.imports_table, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 120, line * 24)
        self._listener = Listener(self, session.bridge)
        self._listener.listen((ChangeKind.REPORT,), self.refresh)
        self.close_imports_button.setFocus()
        self._show_state()
        self.refresh()

    def refresh(self) -> None:
        """Read the imports again."""
        work = partial(reports.imports, self._session.context, self._advertiser, self._asset_id)
        self._session.runner.run(self, work, self.imports_table.set_records, self._refused)

    def ask_remove(self) -> QDialog | None:
        """Ask, then take an import away; return the question."""
        row: ImportRow | None = self.imports_table.current_record()
        if row is None or self._why_not:
            return None
        dialog = question(
            self,
            self.tr("Remove “%1”?").replace("%1", row.file_name),
            self.tr("%1 rows of %2 go.")
            .replace("%1", count_text(row.rows))
            .replace("%2", days_text(row.first_day, row.last_day)),
            self.tr("Remove"),
            effects=[
                self.tr("These days have no numbers any more."),
                self.tr("Numbers it replaced when it was imported do not come back; import that report again."),
            ],
            danger=True,
        )
        dialog.setObjectName("remove_import_question")
        dialog.accepted.connect(partial(self._remove, row.id))
        dialog.open()
        return dialog

    def _remove(self, import_id: str) -> None:
        work = partial(reports.remove_import, self._session.context, self._advertiser, import_id)
        self._session.runner.run(self, work, self._removed, self._refused)

    def _removed(self, rows: int) -> None:
        self._navigator.notices.success(self.tr("%1 rows removed.").replace("%1", count_text(rows)))

    def _refused(self, error: Exception) -> None:
        from bcdesktop.core.errors import AppError

        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)

    def _show_state(self, _record: object = None) -> None:
        choose = "" if self.imports_table.current_record() is not None else self.tr("Choose a report first.")
        allow(self.remove_import_button, self._why_not or choose)


def _columns() -> list[Column]:
    return [
        Column("file", QCoreApplication.translate("ReportImports", "File"), _file, tooltip=_file, width=29),
        Column(
            "days", QCoreApplication.translate("ReportImports", "Days"), _days, sort=_first, tooltip=_days, width=27
        ),
        Column("rows", QCoreApplication.translate("ReportImports", "Rows"), _rows, sort=_count, align=RIGHT, width=9),
        Column("currency", QCoreApplication.translate("ReportImports", "Currency"), _currency, width=11),
        Column(
            "at", QCoreApplication.translate("ReportImports", "Imported"), _at, sort=_moment, tooltip=_exact, width=19
        ),
        Column("by", QCoreApplication.translate("ReportImports", "By"), _by, width=14),
    ]


def _file(row: ImportRow) -> str:
    return row.file_name


def _days(row: ImportRow) -> str:
    return days_text(row.first_day, row.last_day)


def _first(row: ImportRow) -> date:
    return row.first_day


def _rows(row: ImportRow) -> str:
    return count_text(row.rows)


def _count(row: ImportRow) -> int:
    return row.rows


def _currency(row: ImportRow) -> str:
    return row.currency


def _at(row: ImportRow) -> str:
    return short(row.imported_at)


def _moment(row: ImportRow) -> datetime:
    return row.imported_at


def _exact(row: ImportRow) -> str:
    return exact(row.imported_at)


def _by(row: ImportRow) -> str:
    return row.imported_by
