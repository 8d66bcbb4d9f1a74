"""The panel beside the Outbox: one mail as it will be read, where it stands, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.mails import MailState
from bcdesktop.ui.center.outbox_words import no_server_text, state_badge, state_sentence
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.cards import DetailsPanel, named_button, text_label
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.mail_records import OutboxRow


class OutboxPanel(DetailsPanel):
    """Text and facts of one mail, with its buttons. Send is grey where it cannot be, and says why."""

    send_requested = Signal(object)
    mark_requested = Signal(object)
    open_requested = Signal(object)
    copy_requested = Signal(object)
    save_requested = Signal(object)
    settings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="mail")
        self._row: OutboxRow | None = None
        self._has_server = True
        self._is_busy = False
        self.state_label = text_label("", "muted", wrap=True, selectable=True)
        self.state_label.setObjectName("mail_state_label")
        self.failure_bar = NoticeBar()
        self.failure_bar.notice_close_button.setObjectName("mail_failure_close_button")
        self.failure_bar.notice_close_button.hide()
        self.failure_bar.notice_action_button.setObjectName("mail_failure_action_button")
        self.mail_body_text = QPlainTextEdit()
        self.mail_body_text.setObjectName("mail_body_text")
        self.mail_body_text.setAccessibleName(self.tr("Text of the mail"))
        self.mail_body_text.setReadOnly(True)
        self.mail_body_text.setTabChangesFocus(True)
        self.attachment_label = text_label(self.tr("Attached: the picture of the code"), "muted", wrap=True)
        self.attachment_label.setObjectName("mail_attachment_label")
        self.facts = FactList()
        self._lay_out()

    def _lay_out(self) -> None:
        text = QWidget()
        text.setObjectName("mail_text")
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.mail_body_text, 1)
        column.addWidget(self.attachment_label)
        self.tabs.addTab(text, self.tr("Text"))
        self.add_tab("mail_details", self.tr("Details"), self.facts)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made so by DetailsPanel
        layout.insertWidget(1, self.state_label)
        layout.insertWidget(2, self.failure_bar)
        self.why_label = text_label("", "small", wrap=True)
        self.why_label.setObjectName("why_not_sent_label")
        self.set_up_button = QPushButton(self.tr("Set &up a mail server…"))
        self.set_up_button.setObjectName("set_up_mail_button")
        self.set_up_button.clicked.connect(self.settings_requested)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self.send_button = named_button("send_mail_now_button", self.tr("&Send"), self._send)
        self.send_button.setProperty("kind", "primary")
        self.mark_button = named_button("mark_mail_sent_button", self.tr("Mark as sen&t"), self._mark)
        self.mark_button.setToolTip(self.tr("When you sent it with your mail program"))
        self.open_button = named_button("open_mail_button", self.tr("&Open"), self._open)
        self.open_button.setToolTip(self.tr("Open the mail in your mail program"))
        self.copy_button = named_button("copy_mail_button", self.tr("&Copy text"), self._copy)
        self.save_button = named_button("save_mail_button", self.tr("Save as .e&ml…"), self._save)
        rows = self.add_buttons(
            (self.send_button, self.mark_button), (self.open_button, self.copy_button, self.save_button)
        )
        rows.insertWidget(0, self.why_label)
        rows.insertWidget(1, self.set_up_button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def row(self) -> OutboxRow | None:
        """The mail that is shown."""
        return self._row

    def show_row(self, row: OutboxRow) -> None:
        """Show ``row`` and offer what its state allows."""
        is_other = self._row is None or self._row.id != row.id
        self._row = row
        self.set_head(row.subject, self.tr("To %1").replace("%1", row.to_address), [Badge(*state_badge(row))])
        self.state_label.setText(state_sentence(row))
        if is_other or self.mail_body_text.toPlainText() != row.body:
            self.mail_body_text.setPlainText(row.body)
        self.attachment_label.setVisible(row.has_attachment)
        self.facts.show_facts(self._facts(row))
        self._show_failure(row)
        self._show_buttons()

    def set_server(self, has_server: bool) -> None:
        """Know whether the program can send by itself."""
        self._has_server = has_server
        self._show_buttons()

    def set_busy(self, busy: bool) -> None:
        """Show that something is being sent."""
        self._is_busy = busy
        self._show_buttons()

    def _facts(self, row: OutboxRow) -> list[Fact]:
        facts = [Fact(self.tr("What"), label_of(row.kind)), Fact(self.tr("Written"), exact(row.created_at))]
        if row.sent_at is not None and row.state in {MailState.SENT, MailState.SENT_BY_HAND}:
            facts.append(Fact(self.tr("Sent"), exact(row.sent_at)))
        if row.tries:
            facts.append(Fact(self.tr("Times tried"), str(row.tries)))
        on_phone = self.tr("Read") if row.read_in_store else self.tr("Not read")
        return [*facts, Fact(self.tr("On a Phone of this store"), on_phone)]

    def _show_failure(self, row: OutboxRow) -> None:
        if row.failure is None or row.is_outdated:
            self.failure_bar.hide()
        else:
            self.failure_bar.show_error(row.failure)

    def _show_buttons(self) -> None:
        row = self._row
        if row is None:
            return
        can_be_sent = row.can_be_sent
        self.send_button.setVisible(can_be_sent)
        self.mark_button.setVisible(can_be_sent)
        self.mark_button.setEnabled(not self._is_busy)
        why = "" if self._has_server else no_server_text()
        self.send_button.setEnabled(self._has_server and not self._is_busy)
        self.send_button.setText(self.tr("Sending…") if self._is_busy else self.tr("&Send"))
        self.send_button.setToolTip(why)
        self.send_button.setStatusTip(why)
        self.why_label.setText(why)
        for widget in (self.why_label, self.set_up_button):
            widget.setVisible(bool(why) and can_be_sent)

    def _send(self) -> None:
        self.send_requested.emit(self._row)

    def _mark(self) -> None:
        self.mark_requested.emit(self._row)

    def _open(self) -> None:
        self.open_requested.emit(self._row)

    def _copy(self) -> None:
        self.copy_requested.emit(self._row)

    def _save(self) -> None:
        self.save_requested.emit(self._row)
