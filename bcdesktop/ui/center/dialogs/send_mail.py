"""The code as an e-mail with its picture; the owner finds it in the Mail app of the Phone (path N4, A4-50)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services import mail
from bcdesktop.ui.center.request_words import sheet_of
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.code_sheet import copy_message, required_line, who_line
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.qr_files import png_bytes

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.kit.code_sheet import CodeSheet
    from bcdesktop.ui.kit.session import Session


class SendMailDialog(QDialog):
    """Address, subject and the message of "Copy message", which may be changed before it is sent."""

    put = Signal(str, str)
    """Address and id of the mail that lies in the Outbox now."""

    def __init__(self, session: Session, actor: Actor, row: RequestRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("send_mail_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send by e-mail"))
        self._session, self._actor, self._row = session, actor, row
        self._sheet = sheet_of(row)
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("send_mail_notice_close_button")
        self.bar.notice_action_button.setObjectName("send_mail_notice_action_button")
        self._fill_form()
        self.cancel_mail_button = QPushButton(self.tr("Cancel"))
        self.cancel_mail_button.setObjectName("cancel_mail_button")
        self.cancel_mail_button.setAutoDefault(False)
        self.cancel_mail_button.clicked.connect(self.reject)
        self.send_mail_button = QPushButton(self.tr("&Send"))
        self.send_mail_button.setObjectName("send_mail_button")
        self.send_mail_button.setProperty("kind", "primary")
        self.send_mail_button.setDefault(True)
        self.send_mail_button.clicked.connect(self._send)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_mail_button)
        buttons.addWidget(self.send_mail_button)
        sentence = self.tr(
            "In this store it arrives at once in the Mail app of the Phone that has this address. For everybody else it"
            " lies in the Outbox."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(sentence, "muted", wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.form, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 84, line * 34)

    def _fill_form(self) -> None:
        self.to_edit = QLineEdit()
        self.to_edit.setObjectName("to_edit")
        self.subject_edit = QLineEdit(who_line(self._sheet))
        self.subject_edit.setObjectName("subject_edit")
        self.body_edit = TextField(copy_message(self._sheet))
        self.body_edit.setObjectName("body_edit")
        self.form = Form()
        self.form.add("to_address", self.tr("&To"), self.to_edit)
        self.form.add("subject", self.tr("S&ubject"), self.subject_edit)
        help_text = self.tr("The picture of the code is attached.")
        self.form.add("body", self.tr("&Message"), self.body_edit, help=help_text)

    def _send(self) -> None:
        self.send_mail_button.setEnabled(False)
        self.bar.dismiss()
        words = (self.to_edit.text(), self.subject_edit.text(), self._body())
        work = partial(_send, self._session.context, self._actor, self._row.id, words, self._sheet)
        self._session.runner.run(self, work, self._sent, self._refused)

    def _body(self) -> str:
        """Return the message; its first line says what can read the code, whatever was typed over it."""
        text, line = self.body_edit.toPlainText(), required_line()
        return text if text.startswith(line) else f"{line}\n\n{text}"

    def _sent(self, mail_id: str) -> None:
        self.put.emit(self.to_edit.text().strip(), mail_id)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.send_mail_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)


def _send(context: Context, actor: Actor, request_id: str, words: tuple[str, str, str], sheet: CodeSheet) -> str:
    return mail.send_code(context, actor, request_id, *words, png=png_bytes(sheet))
