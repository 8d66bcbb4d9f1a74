"""A report in: choose or drop a file, see what it would bring, then take all of it or nothing (part 3, point 7)."""

from __future__ import annotations

import threading
import uuid
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout

from bcdesktop.core.errors import AppError
from bcdesktop.core.pictures import FileTooLarge
from bcdesktop.core.report_errors import ReadingStopped, ReportTooLarge
from bcdesktop.core.report_records import ReportChoices, Watch
from bcdesktop.services import reports
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.ads.report_preview import ReportPreviewView
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.pictures import file_of_mime, read_file
from bcdesktop.ui.kit.runner import Lane

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.context import Context
    from bcdesktop.services.report_records import ReportPreview
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.runner import Job
    from bcdesktop.ui.kit.session import Session

LONGEST_FILE = 128 * 1024 * 1024
"""Bytes; a report of 200,000 rows has about a tenth of it."""
_PARTS = 1_000


class ImportReportDialog(QDialog):
    """Reads on a worker of its own, with progress, and can be stopped; nothing is written before Import."""

    imported = Signal(object)
    """ImportedReport."""
    _progressed = Signal(int)

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator, asset_id: str) -> None:
        super().__init__(navigator.window)
        self.setObjectName("import_report_dialog")
        self.setWindowTitle(self.tr("Import a performance report"))
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self._asset_id = asset_id
        self._path: Path | None = None
        self._preview: ReportPreview | None = None
        self._key = ""
        self._stop = threading.Event()
        self._job: Job[ReportPreview] | None = None
        self._is_reading = self._is_writing = False
        self.setAcceptDrops(True)
        self._build()
        self._lay_out()
        self._progressed.connect(self.report_progress_bar.setValue)
        self._show_state()

    # ------------------------------------------------------------------ building
    def _build(self) -> None:
        self.sentence_label = text_label(
            self.tr(
                "A CSV or XLSX file exported from Ads Manager with the breakdown By Day. Columns are found by their"
                " names, in any order, in English, German, French or Spanish."
            ),
            "muted",
            wrap=True,
        )
        self.choose_report_button = QPushButton(self.tr("Choose a &file…"))
        self.choose_report_button.setObjectName("choose_report_button")
        set_button_icon(self.choose_report_button, "folder-open")
        self.choose_report_button.clicked.connect(self.choose_file)
        self.report_file_label = text_label(self.tr("No file chosen"), "label", wrap=True)
        self.report_file_label.setObjectName("report_file_label")
        self.report_progress_bar = QProgressBar()
        self.report_progress_bar.setObjectName("report_progress_bar")
        self.report_progress_bar.setAccessibleName(self.tr("Progress of reading"))
        self.report_progress_bar.setRange(0, _PARTS)
        self.report_progress_bar.setTextVisible(False)
        self.report_progress_bar.hide()
        self.stop_reading_button = QPushButton(self.tr("&Stop"))
        self.stop_reading_button.setObjectName("stop_reading_button")
        self.stop_reading_button.setAutoDefault(False)
        self.stop_reading_button.clicked.connect(self.stop)
        self.stop_reading_button.hide()
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("report_notice_close_button")
        self.bar.notice_action_button.setObjectName("report_notice_action_button")
        self.drop_view = EmptyState(
            self.tr("Drop a file here"),
            self.tr("You see what it would bring in before anything is written."),
            icon_name="upload",
        )
        self.drop_view.setObjectName("report_drop_view")
        self.preview_view = ReportPreviewView()
        self.preview_view.setObjectName("report_preview_view")
        self.preview_view.choices_changed.connect(self._choose)
        self.report_views = QStackedWidget()
        self.report_views.setObjectName("report_views")
        self.report_views.addWidget(self.drop_view)
        self.report_views.addWidget(self.preview_view)
        self.cancel_report_button = QPushButton(self.tr("Cancel"))
        self.cancel_report_button.setObjectName("cancel_report_button")
        self.cancel_report_button.setAutoDefault(False)
        self.cancel_report_button.clicked.connect(self.reject)
        self.take_report_button = QPushButton(self.tr("&Import"))
        self.take_report_button.setObjectName("take_report_button")
        self.take_report_button.setProperty("kind", "primary")
        self.take_report_button.clicked.connect(self._take)

    def _lay_out(self) -> None:
        file_row = QHBoxLayout()
        file_row.setSpacing(12)
        file_row.addWidget(self.choose_report_button)
        file_row.addWidget(self.report_file_label, 1)
        file_row.addWidget(self.report_progress_bar, 1)
        file_row.addWidget(self.stop_reading_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_report_button)
        buttons.addWidget(self.take_report_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.sentence_label)
        layout.addLayout(file_row)
        layout.addWidget(self.bar)
        layout.addWidget(self.report_views, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 140, line * 34)

    # ------------------------------------------------------------------ the file
    def choose_file(self) -> QFileDialog:
        """Ask for a file; return the dialog."""
        dialog = QFileDialog(self, self.tr("Choose a report"))
        dialog.setObjectName("choose_report_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Reports (*.csv *.xlsx *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.read)
        dialog.open()
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if not self._is_reading and not self._is_writing and file_of_mime(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = file_of_mime(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read(str(path))

    def read(self, path: str, choices: ReportChoices | None = None) -> None:
        """Read a file and show what it would bring in."""
        self.bar.dismiss()
        self._path, self._preview = Path(path), None
        self._stop = threading.Event()
        watch = Watch(self._tell, self._stop.is_set)
        self.report_progress_bar.setValue(0)
        work = partial(
            _read,
            self._session.context,
            self._advertiser,
            self._asset_id,
            self._path,
            choices or ReportChoices(),
            watch,
        )
        self._is_reading = True
        self._show_state()
        self._job = self._session.runner.run(self, work, self._show, self._refused, lane=Lane.PURE)

    def _tell(self, fraction: float) -> None:
        """Say how far it is, from the worker."""
        self._progressed.emit(int(fraction * _PARTS))

    def stop(self) -> None:
        """Read no further; what was shown before goes."""
        self._stop.set()
        if self._job is not None:
            self._job.cancel()
        self._is_reading = False
        self.report_views.setCurrentWidget(self.drop_view)
        self._path = None
        self.report_file_label.setText(self.tr("No file chosen"))
        self._show_state()

    def _choose(self, choices: ReportChoices) -> None:
        if self._path is not None:
            self.read(str(self._path), choices)

    def _show(self, shown: ReportPreview) -> None:
        self._is_reading = False
        self._preview, self._key = shown, uuid.uuid4().hex
        self.report_file_label.setText(shown.file_name)
        self.preview_view.show_preview(shown)
        self.report_views.setCurrentWidget(self.preview_view)
        self._show_state()

    # ------------------------------------------------------------------ taking it
    def _take(self) -> None:
        shown = self._preview
        if shown is None:
            return
        self.bar.dismiss()
        self._is_writing = True
        self._show_state()
        work = partial(reports.import_report, self._session.context, self._advertiser, self._asset_id, shown, self._key)
        self._session.runner.run(self, work, self._done, self._refused)

    def _done(self, done: object) -> None:
        self._is_writing = False
        self.imported.emit(done)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._is_reading = self._is_writing = False
        if isinstance(error, AppError):
            if self._preview is None:
                self.report_file_label.setText("" if self._path is None else self._path.name)
                self.report_views.setCurrentWidget(self.drop_view)
            self.bar.show_error(error)
        self._show_state()
        if not isinstance(error, AppError | ReadingStopped):
            raise error

    # ------------------------------------------------------------------ what can be pressed
    def _show_state(self) -> None:
        """Make Import grey, and say why, where there is nothing to take or something stands in the way."""
        is_reading = self._is_reading
        self.report_progress_bar.setVisible(is_reading)
        self.report_file_label.setVisible(not is_reading)
        self.stop_reading_button.setVisible(is_reading)
        self.preview_view.setEnabled(not is_reading and not self._is_writing)
        self.choose_report_button.setEnabled(not is_reading and not self._is_writing)
        shown = self._preview
        replaces = shown is not None and bool(shown.replaces)
        self.take_report_button.setText(self.tr("Replace and &import") if replaces else self.tr("&Import"))
        allow(self.take_report_button, self._why_not())

    def _why_not(self) -> str:
        shown = self._preview
        if self._is_writing or self._is_reading:
            return self.tr("Just a moment.")
        if shown is None:
            return self.tr("Choose a file first.")
        if shown.problems:
            return self.tr("The report has problems. Nothing is taken over until they are mended.")
        if shown.report.questions:
            return self.tr("Say first how days or amounts are written.")
        return ""

    def done(self, result: int) -> None:
        """Read no further when the dialog goes."""
        self._stop.set()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same for the window's own close button."""
        self._stop.set()
        super().closeEvent(event)


def _read(
    context: Context, advertiser: Advertiser, asset_id: str, path: Path, choices: ReportChoices, watch: Watch
) -> ReportPreview:
    try:
        data = read_file(path, LONGEST_FILE)
    except FileTooLarge as error:
        raise ReportTooLarge(LONGEST_FILE // (1024 * 1024)) from error
    return reports.preview(context, advertiser, asset_id, data, file_name=path.name, choices=choices, watch=watch)
