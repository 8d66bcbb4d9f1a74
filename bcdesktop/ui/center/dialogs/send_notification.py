"""In place of a code: a notification to the owner's phone (A2-42, domain.md 3.6). It needs the handle."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services import access_requests
from bcdesktop.services.errors import AlreadyLinked, HandleUnknown, NoHandleForNotification
from bcdesktop.services.relink_errors import EndedOnPurpose
from bcdesktop.ui.center.relink_tick import RelinkTick
from bcdesktop.ui.center.request_words import problem_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.dialog_room import DialogRoom
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.kit.session import Session


class SendNotificationDialog(QDialog):
    """Asks for the handle, makes the same request as a notification and withdraws the code."""

    sent = Signal(object)
    """The new request's row."""

    def __init__(self, session: Session, actor: Actor, row: RequestRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("send_notification_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send a notification instead"))
        self._session, self._actor, self._row = session, actor, row
        self._key = uuid.uuid4().hex
        sentence = self.tr(
            "The owner finds the request in the Phone at Inbox > All activity > From TikTok. The code is withdrawn."
        )
        self.bar = NoticeBar()
        self.form = Form()
        self.handle_edit = QLineEdit(row.expected_handle or "")
        self.handle_edit.setObjectName("handle_edit")
        self.form.add(
            "expected_handle",
            self.tr("&Handle of the account"),
            self.handle_edit,
            help=self.tr("As in the TikTok app, such as @my.shop"),
        )
        self.relink_tick = RelinkTick()
        self.form.add_widget(self.relink_tick)
        self.handle_edit.textChanged.connect(self._forget_ending)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.cancel_button.clicked.connect(self.reject)
        self.send_button = QPushButton(self.tr("&Send notification"))
        self.send_button.setObjectName("send_button")
        self.send_button.setProperty("kind", "primary")
        self.send_button.setDefault(True)
        self.send_button.clicked.connect(self._send)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.send_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(sentence, wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.form)
        layout.addStretch(1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.setMinimumWidth(letter * 64)
        DialogRoom(self)
        # room for what may have to be said at the field
        self.resize(letter * 70, self.sizeHint().height() + line * 4)

    def _forget_ending(self) -> None:
        self.relink_tick.show_ended(None)

    def _send(self) -> None:
        if not self.relink_tick.may_go_on():
            return
        self.send_button.setEnabled(False)
        handle = self.handle_edit.text()
        args = (self._session.context, self._actor, self._row.id, handle, self._key)
        work = partial(access_requests.send_notification_instead, *args, asks_again=self.relink_tick.is_meant)
        self._session.runner.run(self, work, self._sent, self._refused)

    def _sent(self, row: RequestRow) -> None:
        self.sent.emit(row)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.send_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if isinstance(error, HandleUnknown | NoHandleForNotification | AlreadyLinked):
            self.form.show_error("expected_handle", problem_text(error))
        elif isinstance(error, EndedOnPurpose):
            self.relink_tick.show_ended(error)
        elif isinstance(error, AppError):
            self.bar.show_error(error)
        else:
            raise error
