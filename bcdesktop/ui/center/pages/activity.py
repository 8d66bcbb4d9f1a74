"""Activity log: who did what and when, as a chain that shows whether anything was changed (security.md 2.8)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError
from bcdesktop.services import activity
from bcdesktop.ui.center.activity_words import action_badge, action_text, actor_text
from bcdesktop.ui.center.pages.activity_panel import ActivityPanel
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.tables import RIGHT, Column, RecordTable
from bcdesktop.ui.kit.time_text import exact, relative

if TYPE_CHECKING:
    from bcdesktop.services.records import ActivityRow, Actor, ChainReport
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_ENTRIES = 500


class ActivityPage(Page):
    """The newest entries first, older ones on request."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__("", "", bridge=session.bridge)
        self._session, self._actor, self._navigator = session, actor, navigator
        self.setObjectName("activity_page")
        self.title_label.setText(self.tr("Activity log"))
        self.sentence_label.setText(self.tr("Who did what and when. Nothing in it can be changed without being seen."))
        self.sentence_label.show()
        self._build_buttons()
        self._build_filter()
        self.check_notice = NoticeBar()
        self.check_notice.notice_close_button.setObjectName("check_notice_close_button")
        self.check_notice.notice_action_button.setObjectName("check_notice_action_button")
        self.content.addWidget(self.check_notice)
        self._build_table()
        self.listen([ChangeKind.ACTIVITY], self.refresh)
        self.refresh()

    def _build_buttons(self) -> None:
        self.check_log_button = self._button("check_log_button", self.tr("&Check the log"), "shield-check")
        self.check_log_button.setToolTip(self.tr("Find out whether an entry was changed, added or taken out"))
        self.check_log_button.clicked.connect(self.check_log)
        self.export_button = self._button("export_activity_button", self.tr("&Export CSV…"), "file-down")
        self.export_button.clicked.connect(self.ask_export)
        self.receipts_button = self._button("receipts_button", self.tr("&Receipts…"), "receipt")
        self.receipts_button.setToolTip(self.tr("What was ended, with everything that stopped by it"))
        self.receipts_button.clicked.connect(self.show_receipts)
        self.set_primary(self.receipts_button, self.export_button, self.check_log_button)

    def _button(self, name: str, text: str, icon_name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        set_button_icon(button, icon_name)
        return button

    def _build_filter(self) -> None:
        self.activity_filter_edit = QLineEdit()
        self.activity_filter_edit.setObjectName("activity_filter_edit")
        self.activity_filter_edit.setAccessibleName(self.tr("Filter the log"))
        self.activity_filter_edit.setPlaceholderText(self.tr("Filter by person, action or account"))
        self.activity_filter_edit.setClearButtonEnabled(True)
        self.activity_filter_edit.textChanged.connect(self._filter)
        self.actor_combo = QComboBox()
        self.actor_combo.setObjectName("actor_combo")
        self.actor_combo.setAccessibleName(self.tr("Who"))
        for kind, text in (
            ("", self.tr("Everybody")),
            ("person", self.tr("People here")),
            ("owner", self.tr("Account owners")),
            ("program", self.tr("The program")),
        ):
            self.actor_combo.addItem(text, kind)
        self.actor_combo.currentIndexChanged.connect(self._filter)
        self.filter_row.addWidget(self.activity_filter_edit, 1)
        self.filter_row.addWidget(self.actor_combo)

    def _build_table(self) -> None:
        now = self._session.context.clock.now
        columns = (
            Column(
                "when", self.tr("When"), partial(_when, now), sort=_seq, tooltip=_exact, accessible=_exact, width=16
            ),
            Column("what", self.tr("What"), action_text, badge=action_badge, width=32),
            Column("who", self.tr("Who"), actor_text, width=20),
            Column("object", self.tr("About"), _object, width=22),
            Column("number", self.tr("No."), _number, sort=_seq, align=RIGHT, width=9),
        )
        empty = EmptyState(
            self.tr("Nothing has happened yet"),
            self.tr("Everything done from now on stands here."),
            icon_name="history",
        )
        self.activity_table = RecordTable(
            "activity_table",
            columns,
            accessible_name=self.tr("Activity log"),
            settings=self._session.settings,
            empty=empty,
            record_id=_seq,
        )
        self.activity_table.sort_by("when", Qt.SortOrder.DescendingOrder)
        self.activity_table.current_changed.connect(self._show_details)
        self.activity_table.filter_cleared.connect(self._clear_filter)
        self.activity_panel = ActivityPanel()
        self.older_button = QPushButton(self.tr("Show &older entries"))
        self.older_button.setObjectName("older_button")
        self.older_button.setProperty("kind", "quiet")
        self.older_button.clicked.connect(self.read_older)
        self.older_button.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.activity_table, 3)
        row.addWidget(self.activity_panel, 2)
        self.content.addLayout(row, 1)
        self.content.addWidget(self.older_button, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_receipts(self) -> None:
        """Open the list of receipts."""
        from bcdesktop.ui.center.dialogs.receipts import ReceiptsDialog

        self._navigator.open_dialog(ReceiptsDialog(self._session, self._actor, self._navigator))

    def show_item(self, *, seq: int | None = None, text: str = "", receipts: bool = False, **_more: Any) -> None:
        """Filter by ``text``, go to entry ``seq``, or open the ``receipts``."""
        if receipts:
            self.show_receipts()
        self.activity_filter_edit.setText(text)
        if seq is not None:
            self.activity_table.select_record(seq)

    def refresh(self) -> None:
        """Read the newest entries again; older ones that were fetched stay."""
        work = partial(activity.entries, self._session.context, self._actor, limit=_ENTRIES)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def read_older(self) -> None:
        """Fetch the entries before the oldest one shown."""
        records = self.activity_table.record_model.records
        oldest = min((record.seq for record in records), default=None)
        work = partial(activity.entries, self._session.context, self._actor, limit=_ENTRIES, before_seq=oldest)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, rows: tuple[ActivityRow, ...]) -> None:
        known = {row.seq: row for row in (*self.activity_table.record_model.records, *rows)}
        self.activity_table.set_records(known.values())
        self.older_button.setVisible(bool(known) and min(known) > 1)

    def _filter(self) -> None:
        self.activity_table.set_text_filter(self.activity_filter_edit.text())
        kind = self.actor_combo.currentData()
        self.activity_table.set_predicate(partial(_is_by, kind) if kind else None)

    def _clear_filter(self) -> None:
        self.activity_filter_edit.clear()
        self.actor_combo.setCurrentIndex(0)

    def _show_details(self, row: ActivityRow | None) -> None:
        if row is None:
            self.activity_panel.hide()
        else:
            self.activity_panel.show_row(row)

    def check_log(self) -> None:
        """Recompute the chain and say what came of it."""
        self.check_log_button.setEnabled(False)
        work = partial(activity.verify, self._session.context, self._actor)
        self._session.runner.run(self, work, self._checked, self._not_checked)

    def _checked(self, report: ChainReport) -> None:
        self.check_log_button.setEnabled(True)
        if not report.ok:
            self.check_notice.show_notice(
                self.tr("The log was changed"),
                self.tr("Entry %1 does not fit the one before it.").replace("%1", str(report.first_bad_seq)),
                self.tr("Trust the entries before it. Compare the rest with a backup of the store."),
                kind=BadgeKind.DANGER,
            )
            return
        body = self.tr("%1 entries, none of them changed.").replace("%1", str(report.entries))
        if report.signed_through is not None:
            signed = self.tr("Signed by this Business Center up to entry %1.")
            body = f"{body} {signed.replace('%1', str(report.signed_through))}"
        self.check_notice.show_notice(self.tr("The log is whole"), body, kind=BadgeKind.SUCCESS)

    def _not_checked(self, error: Exception) -> None:
        self.check_log_button.setEnabled(True)
        self._navigator.notices.show_error(error)

    def ask_export(self) -> QFileDialog:
        """Ask where to write the rows that are shown; return the dialog."""
        dialog = QFileDialog(self, self.tr("Export the activity log"))
        dialog.setObjectName("export_activity_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("activity-log.csv")
        dialog.fileSelected.connect(self.export_to)
        self._navigator.open_dialog(dialog)
        return dialog

    def export_to(self, path: str) -> None:
        """Write the rows that are shown to ``path``."""
        try:
            self.activity_table.export_csv(Path(path))
        except AppError as error:
            self._navigator.notices.show_error(error)
        else:
            self._navigator.notices.success(self.tr("Exported to %1.").replace("%1", path))


def _number(row: ActivityRow) -> str:
    return str(row.seq)


def _seq(row: ActivityRow) -> int:
    return row.seq


def _when(now: Any, row: ActivityRow) -> str:
    return relative(row.at, now())


def _exact(row: ActivityRow) -> str:
    return exact(row.at)


def _object(row: ActivityRow) -> str:
    return row.object_name


def _is_by(kind: str, row: ActivityRow) -> bool:
    return row.actor_kind == kind
