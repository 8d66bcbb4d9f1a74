"""Outbox: every mail the program wrote; open, copy or save it, send it by the mail server or mark it as sent."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.mails import MailKind, MailState
from bcdesktop.services import outbox
from bcdesktop.ui.center.eml_files import OpenedMails, write_private
from bcdesktop.ui.center.mail_sending import MailSending
from bcdesktop.ui.center.outbox_words import as_text, no_server_text
from bcdesktop.ui.center.pages.outbox_columns import outbox_columns, state_choices
from bcdesktop.ui.center.pages.outbox_panel import OutboxPanel
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.mail_records import OutboxRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_TICK_MILLISECONDS = 15_000
_TIMED = frozenset({MailKind.CODE, MailKind.INVITATION})


class OutboxPage(Page):
    """The table of mails with the panel beside it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(
            self.tr("Outbox"),
            self.tr("Every mail the program wrote. Inside this store its addressee reads it in the Phone's Mail app."),
            bridge=session.bridge,
        )
        self._session, self._actor, self._navigator = session, actor, navigator
        self._wanted_id: str | None = None
        self._has_server = True
        self._opened = OpenedMails(session.frame.data_dir, session.context.clock.now(), self)
        self._sending = MailSending(session, actor, navigator, self)
        self._sending.busy_changed.connect(self._show_busy)
        self._build_buttons()
        self._build_filter()
        self._build_table()
        self.listen({ChangeKind.MAIL, ChangeKind.ACCESS_REQUEST, ChangeKind.MEMBER}, self.refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self.refresh()

    def _build_buttons(self) -> None:
        self.mail_settings_button = QPushButton(self.tr("&Mail server…"))
        self.mail_settings_button.setObjectName("outbox_mail_settings_button")
        self.mail_settings_button.setToolTip(self.tr("Settings > Mail: how the program sends mails by itself"))
        set_button_icon(self.mail_settings_button, "settings")
        self.mail_settings_button.clicked.connect(self.go_to_settings)
        self.send_all_button = QPushButton(self.tr("Send &all"))
        self.send_all_button.setObjectName("send_all_button")
        self.send_all_button.setProperty("kind", "primary")
        set_button_icon(self.send_all_button, "send", "on_primary")
        self.send_all_button.clicked.connect(self._sending.send_all)
        self.set_primary(self.mail_settings_button, self.send_all_button)

    def _build_filter(self) -> None:
        self.outbox_filter_edit = QLineEdit()
        self.outbox_filter_edit.setObjectName("outbox_filter_edit")
        self.outbox_filter_edit.setPlaceholderText(self.tr("Filter by address or subject"))
        self.outbox_filter_edit.setAccessibleName(self.tr("Filter mails"))
        self.outbox_filter_edit.setClearButtonEnabled(True)
        self.outbox_state_combo = QComboBox()
        self.outbox_state_combo.setObjectName("outbox_state_combo")
        self.outbox_state_combo.setAccessibleName(self.tr("State"))
        self._predicates = []
        for text, predicate in state_choices():
            self.outbox_state_combo.addItem(text)
            self._predicates.append(predicate)
        self.filter_row.addWidget(self.outbox_filter_edit, 1)
        self.filter_row.addWidget(self.outbox_state_combo)

    def _build_table(self) -> None:
        empty = EmptyState(
            self.tr("No mails yet"),
            self.tr("Codes sent by e-mail and invitations lie here, so that you can see and send them."),
            icon_name="send",
        )
        self.outbox_table = RecordTable(
            "outbox_table",
            outbox_columns(self._session.context.clock),
            accessible_name=self.tr("Mails"),
            settings=self._session.settings,
            empty=empty,
        )
        self.panel = OutboxPanel()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.outbox_table, 1)
        row.addWidget(self.panel)
        self.content.addLayout(row, 1)
        self.outbox_table.current_changed.connect(self._show_details)
        self.outbox_table.activated.connect(self.open_mail)
        self.outbox_table.filter_cleared.connect(self._clear_filter)
        self.outbox_table.filter.layoutChanged.connect(self._hide_lost_panel)
        self.outbox_table.filter.rowsRemoved.connect(self._hide_lost_panel)
        self.outbox_filter_edit.textChanged.connect(self.outbox_table.set_text_filter)
        self.outbox_state_combo.currentIndexChanged.connect(self._filter_state)
        self.panel.send_requested.connect(self.send)
        self.panel.mark_requested.connect(self.mark_sent)
        self.panel.open_requested.connect(self.open_mail)
        self.panel.copy_requested.connect(self.copy_mail)
        self.panel.save_requested.connect(self.save_mail)
        self.panel.settings_requested.connect(self.go_to_settings)

    def show_item(self, *, mail_id: str | None = None, **_what: Any) -> None:
        """Select one mail."""
        self._wanted_id = mail_id
        if mail_id is not None and self.outbox_table.select_record(mail_id):
            self._wanted_id = None

    def refresh(self) -> None:
        """Read the mails again, and whether there is a mail server."""
        work = partial(_read, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, found: tuple[tuple[OutboxRow, ...], bool]) -> None:
        rows, self._has_server = found
        self.panel.set_server(self._has_server)
        self.outbox_table.set_records(rows)
        if self._wanted_id is not None:
            self.show_item(mail_id=self._wanted_id)
        self._show_busy()

    def _show_busy(self) -> None:
        busy = self._sending.busy
        self.panel.set_busy(busy)
        rows = self.outbox_table.record_model.records
        why = "" if self._has_server else no_server_text()
        if not why and not any(row.waits for row in rows):
            why = self.tr("Nothing waits to be sent.")
        self.send_all_button.setEnabled(not why and not busy)
        self.send_all_button.setToolTip(why)
        self.send_all_button.setStatusTip(why)

    def _tick(self) -> None:
        rows = self.outbox_table.record_model.records
        if self.isVisible() and any(
            row.state is MailState.SENDING or (row.can_be_sent and row.kind in _TIMED) for row in rows
        ):
            self.refresh()

    def _filter_state(self, index: int) -> None:
        self.outbox_table.set_predicate(self._predicates[index])

    def _clear_filter(self) -> None:
        self.outbox_filter_edit.clear()
        self.outbox_state_combo.setCurrentIndex(0)

    def _hide_lost_panel(self) -> None:
        if self.outbox_table.filter.rowCount() == 0:
            self.panel.hide()

    def _show_details(self, row: OutboxRow | None) -> None:
        if row is None:
            self.panel.hide()
        else:
            self.panel.show_row(row)
            self.panel.show()

    def go_to_settings(self) -> None:
        """Go to Settings > Mail."""
        self._navigator.go("settings", card="mail")

    def send(self, row: OutboxRow) -> None:
        """Send one mail by the mail server."""
        self._sending.send(row.id)

    def mark_sent(self, row: OutboxRow) -> None:
        """Note that the person sent it."""
        work = partial(outbox.mark_sent, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, self._marked, self._navigator.notices.show_error)

    def _marked(self, row: OutboxRow) -> None:
        self._navigator.notices.success(self.tr("Marked as sent to %1.").replace("%1", row.to_address))

    def open_mail(self, row: OutboxRow) -> None:
        """Open the mail in the person's mail program."""
        work = partial(_open, self._session.context, self._actor, row.id, self._opened)
        self._session.runner.run(self, work, self._show_opened, self._navigator.notices.show_error)

    def _show_opened(self, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._navigator.notices.success(self.tr("Opened in your mail program. Once it is sent, mark it as sent."))
        else:
            self._navigator.notices.bar.show_notice(
                self.tr("No program opened the mail"),
                self.tr("This computer knows no program for .eml files."),
                self.tr("Save the mail and open it from your mail program, or copy its text."),
            )

    def copy_mail(self, row: OutboxRow) -> None:
        """Put address, subject and text on the clipboard."""
        QGuiApplication.clipboard().setText(as_text(row))
        self._navigator.notices.success(self.tr("Mail copied as text."))

    def save_mail(self, row: OutboxRow) -> QFileDialog:
        """Ask where to save the mail as a file; return the dialog."""
        dialog = QFileDialog(self, self.tr("Save the mail"), "mail.eml", self.tr("Mail (*.eml)"))
        dialog.setObjectName("save_mail_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("eml")
        dialog.fileSelected.connect(partial(self.save_to, row.id))
        self._navigator.open_dialog(dialog)
        return dialog

    def save_to(self, mail_id: str, path: str) -> None:
        """Write the mail to ``path``."""
        work = partial(_save, self._session.context, self._actor, mail_id, Path(path))
        self._session.runner.run(self, work, self._saved, self._navigator.notices.show_error)

    def _saved(self, path: Path) -> None:
        self._navigator.notices.success(self.tr("Saved as %1.").replace("%1", path.name))

    def focus_widget(self) -> QWidget:
        """Return where the keyboard starts."""
        return self.outbox_filter_edit


def _read(context: Context, actor: Actor) -> tuple[tuple[OutboxRow, ...], bool]:
    return outbox.list_all(context, actor), outbox.has_mail_server(context, actor)


def _open(context: Context, actor: Actor, mail_id: str, opened: OpenedMails) -> Path:
    return opened.write(mail_id, outbox.eml(context, actor, mail_id))


def _save(context: Context, actor: Actor, mail_id: str, path: Path) -> Path:
    write_private(path, outbox.eml(context, actor, mail_id))
    return path
