"""Answering what somebody asked of the admins: done or declined, with a few words (A0-40)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services import admin_requests
from bcdesktop.ui.center.admin_request_words import asked_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.people_records import AdminRequestRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AnswerAdminRequestDialog(QDialog):
    """``is_done`` decides the verb; the words are optional, and the asker reads them on Home."""

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, row: AdminRequestRow, *, is_done: bool
    ) -> None:
        super().__init__(navigator.window)
        self.setObjectName("answer_admin_request_dialog")
        self.setWindowTitle(self.tr("Say that it is done") if is_done else self.tr("Decline the request"))
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row, self._is_done = row, is_done
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("answer_ask_notice_close_button")
        self.bar.notice_action_button.setObjectName("answer_ask_notice_action_button")
        self.answer_ask_edit = TextField()
        self.answer_ask_edit.setObjectName("answer_ask_edit")
        self.form = Form()
        if row.is_from_outside:
            help_text = self.tr("Kept in the log. They are not signed in: tell them yourself, at %1.")
            help_text = help_text.replace("%1", row.asked_by_email)
        else:
            help_text = self.tr("%1 reads it on Home.").replace("%1", row.asked_by_name)
        self.form.add("answer", self.tr("&Answer (optional)"), self.answer_ask_edit, help=help_text)
        self._lay_out()
        self.answer_ask_edit.setFocus()

    def _lay_out(self) -> None:
        row = self._row
        self.cancel_answer_ask_button = QPushButton(self.tr("Cancel"))
        self.cancel_answer_ask_button.setObjectName("cancel_answer_ask_button")
        self.cancel_answer_ask_button.setAutoDefault(False)
        self.cancel_answer_ask_button.clicked.connect(self.reject)
        self.send_answer_ask_button = QPushButton(self.tr("&Done") if self._is_done else self.tr("&Decline"))
        self.send_answer_ask_button.setObjectName("send_answer_ask_button")
        self.send_answer_ask_button.setProperty("kind", "primary")
        self.send_answer_ask_button.setDefault(True)
        self.send_answer_ask_button.clicked.connect(self._send)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_answer_ask_button)
        buttons.addWidget(self.send_answer_ask_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        title = asked_text(row.asked_by_name, row.subject, row.action, row.object_name)
        layout.addWidget(text_label(title, "heading", wrap=True))
        if row.text:
            layout.addWidget(text_label(f"“{row.text}”", "muted", wrap=True, selectable=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.form, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 66, line * 16)

    def _send(self) -> None:
        self.send_answer_ask_button.setEnabled(False)
        self.bar.dismiss()
        work = partial(
            admin_requests.answer,
            self._session.context,
            self._actor,
            self._row.id,
            done=self._is_done,
            answer=self.answer_ask_edit.toPlainText(),
        )
        self._session.runner.run(self, work, self._sent, self._refused)

    def _sent(self, row: AdminRequestRow) -> None:
        self._navigator.notices.success(self.tr("%1 was answered.").replace("%1", row.asked_by_name))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.send_answer_ask_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
