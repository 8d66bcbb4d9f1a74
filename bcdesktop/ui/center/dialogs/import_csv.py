"""CSV in: choose or drop a file, see what each row would do, then take all of it or nothing (issue 3, point 9)."""

from __future__ import annotations

import uuid
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bcdesktop.core.errors import AppError
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.services import imports
from bcdesktop.services.import_records import Imported, ImportKind, ImportOutcome, ImportPreview
from bcdesktop.ui.center.import_texts import done_lines, left_out_text, preview_columns, summary_text
from bcdesktop.ui.center.member_words import invitation_text
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.pictures import file_of_mime, read_file
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

LONGEST_FILE = 16 * 1024 * 1024
"""Bytes; 5,000 rows are far less."""


class ImportCsvDialog(QDialog):
    """One dialog for both kinds: the file, the preview, and in its place the result."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, kind: ImportKind) -> None:
        super().__init__(navigator.window)
        self.setObjectName("import_csv_dialog")
        self._session, self._actor, self._navigator, self._kind = session, actor, navigator, kind
        self._preview: ImportPreview | None = None
        self._key = ""
        is_members = kind is ImportKind.MEMBERS
        self.setWindowTitle(self.tr("Import members") if is_members else self.tr("Import access to TikTok accounts"))
        self.setAcceptDrops(True)
        self._build_file()
        self._build_preview()
        self._build_buttons()
        self._lay_out()
        self._show_state()

    # ------------------------------------------------------------------ building
    def _build_file(self) -> None:
        if self._kind is ImportKind.MEMBERS:
            text = self.tr(
                "A CSV with a column E-mail; Name, Role and Finance role may be there too. New addresses are invited,"
                " members get the role in their row, and an empty cell leaves a role as it is."
            )
        else:
            text = self.tr(
                "A CSV with the columns Handle, E-mail (of a member, or the id of a partner) and Role: Operator,"
                " Analyst, or None to take access away. Whatever is not in the file stays as it is."
            )
        self.sentence_label = text_label(text, "muted", wrap=True)
        self.import_file_label = text_label(self.tr("No file chosen"), "label", wrap=True)
        self.import_file_label.setObjectName("import_file_label")
        self.choose_import_button = QPushButton(self.tr("Choose a &file…"))
        self.choose_import_button.setObjectName("choose_import_button")
        set_button_icon(self.choose_import_button, "folder-open")
        self.choose_import_button.clicked.connect(self.choose_file)
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("import_notice_close_button")
        self.bar.notice_action_button.setObjectName("import_notice_action_button")

    def _build_preview(self) -> None:
        self.summary_label = text_label("", "strong", wrap=True)
        self.summary_label.setObjectName("import_summary_label")
        self.summary_label.hide()
        self.ignored_label = text_label("", "muted", wrap=True)
        self.ignored_label.setObjectName("import_ignored_label")
        self.ignored_label.hide()
        empty = EmptyState(
            self.tr("Drop a file here"),
            self.tr("Nothing is changed before you have seen what each row would do."),
            icon_name="upload",
        )
        self.import_table = RecordTable(
            "import_table",
            preview_columns(self._kind),
            accessible_name=self.tr("What each row would do"),
            empty=empty,
        )
        self.import_table.set_records(())
        self.leave_out_check = QCheckBox(self.tr("&Leave out the rows that cannot be taken"))
        self.leave_out_check.setObjectName("leave_out_check")
        self.leave_out_check.toggled.connect(self._show_state)
        self.leave_out_check.hide()
        self.result_view = QWidget()
        self.result_view.setObjectName("import_result_view")
        self.result_label = text_label("", "heading", wrap=True)
        self.result_label.setObjectName("import_result_label")
        self.result_lines = Bullets()
        column = QVBoxLayout(self.result_view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.result_label)
        column.addWidget(self.result_lines)
        self.result_view.hide()

    def _build_buttons(self) -> None:
        self.cancel_import_button = QPushButton(self.tr("Cancel"))
        self.cancel_import_button.setObjectName("cancel_import_button")
        self.cancel_import_button.setAutoDefault(False)
        self.cancel_import_button.clicked.connect(self.reject)
        self.import_button = QPushButton(self.tr("&Import"))
        self.import_button.setObjectName("import_button")
        self.import_button.setProperty("kind", "primary")
        self.import_button.clicked.connect(self._import)
        self.outbox_button = QPushButton(self.tr("Open the &Outbox"))
        self.outbox_button.setObjectName("import_outbox_button")
        self.outbox_button.clicked.connect(self._open_outbox)
        self.outbox_button.hide()

    def _lay_out(self) -> None:
        file_row = QHBoxLayout()
        file_row.setSpacing(12)
        file_row.addWidget(self.choose_import_button)
        file_row.addWidget(self.import_file_label, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.leave_out_check)
        buttons.addStretch(1)
        buttons.addWidget(self.outbox_button)
        buttons.addWidget(self.cancel_import_button)
        buttons.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.sentence_label)
        layout.addLayout(file_row)
        layout.addWidget(self.bar)
        layout.addWidget(self.summary_label)
        layout.addWidget(self.ignored_label)
        layout.addWidget(self.result_view)
        layout.addWidget(self.import_table, 1)
        layout.addStretch(0)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 150, line * 36)

    # ------------------------------------------------------------------ the file
    def choose_file(self) -> QFileDialog:
        """Ask for a file; return the dialog."""
        dialog = QFileDialog(self, self.tr("Choose a file"))
        dialog.setObjectName("choose_import_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.read)
        dialog.open()
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if file_of_mime(event.mimeData()) is not None and not self.result_view.isVisible():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = file_of_mime(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read(str(path))

    def read(self, path: str) -> None:
        """Read a file and show what it would do."""
        self.bar.dismiss()
        self._set_busy(True)
        work = partial(_read, self._session.context, self._actor, self._kind, Path(path))
        self._session.runner.run(self, work, partial(self._show, Path(path).name), self._refused)

    def _show(self, name: str, shown: ImportPreview) -> None:
        self._preview, self._key = shown, uuid.uuid4().hex
        self.import_file_label.setText(name)
        self.summary_label.setText(summary_text(shown))
        self.summary_label.show()
        ignored = ", ".join(shown.ignored)
        self.ignored_label.setText(self.tr("Not read: %1").replace("%1", ignored))
        self.ignored_label.setVisible(bool(ignored))
        self.import_table.set_records(sorted(shown.rows, key=_bad_first))
        self.leave_out_check.setChecked(False)
        self.leave_out_check.setVisible(bool(shown.bad))
        self._set_busy(False)

    # ------------------------------------------------------------------ taking it
    def _import(self) -> None:
        self._set_busy(True)
        self.bar.dismiss()
        texts = {role: invitation_text(self._actor, role) for role in BusinessCenterRole}
        work = partial(
            imports.apply,
            self._session.context,
            self._actor,
            self._preview,
            self._key,
            leave_out_bad=self.leave_out_check.isChecked(),
            texts=texts,
        )
        self._session.runner.run(self, work, self._show_result, self._refused)

    def _show_result(self, done: Imported) -> None:
        lines = [("circle-check", "success", line, "") for line in done_lines(done)]
        if done.left_out:
            lines.append(("triangle-alert", "warning", left_out_text(done), ""))
        self.result_label.setText(self.tr("Imported"))
        self.result_lines.show_lines(lines)
        for part in (
            *(self.sentence_label, self.summary_label, self.ignored_label),
            *(self.leave_out_check, self.import_button, self.choose_import_button),
        ):
            part.hide()
        # what was left out stays in view with its reasons
        left_out = [row for row in self._preview.rows if row.number in set(done.left_out)] if self._preview else []
        self.import_table.set_records(left_out)
        self.import_table.setVisible(bool(left_out))
        self.result_view.show()
        if not left_out:
            self.layout().activate()
            self.resize(self.width(), self.sizeHint().height())
        self.outbox_button.setVisible(done.kind is ImportKind.MEMBERS and done.new > 0)
        self.cancel_import_button.setText(self.tr("Close"))
        self.cancel_import_button.setFocus()

    def _open_outbox(self) -> None:
        self.accept()
        self._navigator.go("outbox")

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)

    # ------------------------------------------------------------------ what can be pressed
    def _set_busy(self, busy: bool) -> None:
        self.choose_import_button.setEnabled(not busy)
        if busy:
            self.import_button.setEnabled(False)
        else:
            self._show_state()

    def _show_state(self) -> None:
        """Make Import grey, and say why, where there is nothing to do or a row stands in the way."""
        reason = self._reason()
        self.import_button.setEnabled(not reason)
        self.import_button.setToolTip(reason)
        self.import_button.setStatusTip(reason)
        self.import_button.setAccessibleDescription(reason)

    def _reason(self) -> str:
        shown = self._preview
        if shown is None:
            return self.tr("Choose a file first.")
        if shown.bad and not self.leave_out_check.isChecked():
            return self.tr("Some rows cannot be taken. Mend the file, or leave these rows out.")
        if not any(row.outcome not in {None, ImportOutcome.UNCHANGED} for row in shown.rows):
            return self.tr("Nothing in this file would change anything.")
        return ""


def _bad_first(row: object) -> tuple[bool, int]:
    return row.problem is None, row.number  # type: ignore[attr-defined]


def _read(context: Context, actor: Actor, kind: ImportKind, path: Path) -> ImportPreview:
    return imports.preview(context, actor, kind, read_file(path, LONGEST_FILE))
