"""Activity log > Receipts: everything that was ended, to open, print and save again."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import ending
from bcdesktop.ui.center.endings import Endings
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.tables import RIGHT, Column, RecordTable
from bcdesktop.ui.kit.time_text import exact, short
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_LETTERS_WIDE, _LINES_TALL = 164, 32


class ReceiptsDialog(QDialog):
    """The newest first; Enter or a double click opens one."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(navigator.window)
        self.setObjectName("receipts_dialog")
        self.setWindowTitle(self.tr("Receipts"))
        self._session, self._actor, self._navigator = session, actor, navigator
        self.notice = NoticeBar()
        self.notice.notice_close_button.setObjectName("receipts_notice_close_button")
        self.notice.notice_action_button.setObjectName("receipts_notice_action_button")
        self.receipts_filter_edit = QLineEdit()
        self.receipts_filter_edit.setObjectName("receipts_filter_edit")
        self.receipts_filter_edit.setPlaceholderText(self.tr("Filter by name, way, reason or person"))
        self.receipts_filter_edit.setAccessibleName(self.tr("Filter the receipts"))
        self.receipts_filter_edit.setClearButtonEnabled(True)
        self.receipts_table = RecordTable(
            "receipts_table",
            (
                Column("when", self.tr("When"), _when, sort=_at, tooltip=_exact, width=23),
                Column("what", self.tr("What ended"), _subject, width=22),
                Column("how", self.tr("How"), _way, width=38),
                Column("why", self.tr("Why"), _reason, width=40),
                Column("who", self.tr("Who"), _who, width=14),
                Column("number", self.tr("Stopped"), _number, sort=_count, align=RIGHT, width=12),
            ),
            accessible_name=self.tr("Receipts"),
            settings=session.settings,
            empty=EmptyState(
                self.tr("Nothing was ended yet"),
                self.tr("Whenever access is ended, its receipt is kept here."),
                icon_name="receipt",
            ),
        )
        self.receipts_table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.receipts_table.sort_by("when", Qt.SortOrder.DescendingOrder)
        self.receipts_filter_edit.textChanged.connect(self.receipts_table.set_text_filter)
        self.receipts_table.filter_cleared.connect(self.receipts_filter_edit.clear)
        self.receipts_table.current_changed.connect(self._show_chosen)
        self.receipts_table.activated.connect(self._open)
        self._make_buttons()
        self._lay_out()
        self._show_chosen(None)
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACTIVITY}, self.refresh)
        self.refresh()

    def _make_buttons(self) -> None:
        self.open_receipt_button = QPushButton(self.tr("&Open…"))
        self.open_receipt_button.setObjectName("open_receipt_button")
        self.open_receipt_button.setProperty("kind", "primary")
        self.open_receipt_button.clicked.connect(self.open_chosen)
        self.receipts_close_button = QPushButton(self.tr("Close"))
        self.receipts_close_button.setObjectName("receipts_close_button")
        self.receipts_close_button.setAutoDefault(False)
        self.receipts_close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.receipts_close_button)
        foot.addWidget(self.open_receipt_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text_label(self.tr("Receipts"), "heading"))
        layout.addWidget(text_label(self.tr("Everything that was ended, with what stopped by it."), "muted", wrap=True))
        layout.addWidget(self.notice)
        layout.addWidget(self.receipts_filter_edit)
        layout.addWidget(self.receipts_table, 1)
        layout.addLayout(foot)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * _LETTERS_WIDE, line * _LINES_TALL)

    def refresh(self) -> None:
        """Read the list again."""
        work = partial(ending.list_receipts, self._session.context, self._actor)
        self._session.runner.run(self, work, self.receipts_table.set_records, self._failed)

    def _failed(self, error: Exception) -> None:
        from bcdesktop.core.errors import AppError

        if not isinstance(error, AppError):
            raise error
        self.notice.show_error(error)

    def _show_chosen(self, row: EndReceiptRow | None) -> None:
        why = self.tr("Choose a receipt in the list first.") if row is None else ""
        self.open_receipt_button.setEnabled(not why)
        self.open_receipt_button.setToolTip(why)
        self.open_receipt_button.setStatusTip(why)

    def open_chosen(self) -> None:
        """Open the chosen receipt."""
        row = self.receipts_table.current_record()
        if row is not None:
            self._open(row)

    def _open(self, row: EndReceiptRow) -> None:
        Endings(self._session, self._actor, self._navigator).show_receipt(row)


def _when(row: EndReceiptRow) -> str:
    return short(row.at)


def _at(row: EndReceiptRow) -> datetime:
    return row.at


def _exact(row: EndReceiptRow) -> str:
    return exact(row.at)


def _subject(row: EndReceiptRow) -> str:
    return row.subject


def _way(row: EndReceiptRow) -> str:
    return label_of(row.way)


def _reason(row: EndReceiptRow) -> str:
    return "" if row.reason is None else label_of(row.reason)


def _who(row: EndReceiptRow) -> str:
    return row.by_name


def _count(row: EndReceiptRow) -> int:
    return sum(row.counts.values())


def _number(row: EndReceiptRow) -> str:
    return str(_count(row))
