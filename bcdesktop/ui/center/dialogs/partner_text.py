"""The text for a partner on another computer: to copy, to save, or to put into the Outbox."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.partnerships import PartnershipSide
from bcdesktop.services import partner_texts
from bcdesktop.ui.center.partner_messages import message_with, newest_text
from bcdesktop.ui.center.partner_words import name_of
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.runner import Lane

if TYPE_CHECKING:
    from bcdesktop.services.people_records import PartnershipRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class PartnerTextDialog(QDialog):
    """Shows the message with its code in it; what is copied or saved is the message as it stands here."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, row: PartnershipRow) -> None:
        super().__init__(navigator.window)
        self.setObjectName("partner_text_dialog")
        self.setWindowTitle(self.tr("Text for %1").replace("%1", name_of(row)))
        self._session, self._actor, self._navigator, self._row = session, actor, navigator, row
        self._mail = newest_text(row, actor.business_center_name)
        self._build()
        self._lay_out()
        work = partial(partner_texts.newest, session.context, actor, row.id)
        session.runner.run(self, work, self._show, self._refused)

    def _build(self) -> None:
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("partner_text_notice_close_button")
        self.bar.notice_action_button.setObjectName("partner_text_notice_action_button")
        self.partner_text_view = QPlainTextEdit()
        self.partner_text_view.setObjectName("partner_text_view")
        self.partner_text_view.setAccessibleName(self.tr("Text for the partner"))
        self.partner_text_view.setReadOnly(True)
        self.partner_text_view.setTabChangesFocus(True)
        self.copy_partner_text_button = self._button("copy_partner_text_button", self.tr("&Copy text"), self._copy)
        self.copy_partner_text_button.setProperty("kind", "primary")
        self.copy_partner_text_button.setDefault(True)
        self.save_partner_text_button = self._button("save_partner_text_button", self.tr("Sa&ve text…"), self.save)
        set_button_icon(self.save_partner_text_button, "save")
        self.mail_address_edit = QLineEdit()
        self.mail_address_edit.setObjectName("partner_text_address_edit")
        self.form = Form()
        self.form.add("to_address", self.tr("Or send it by &e-mail to"), self.mail_address_edit)
        self.mail_partner_text_button = self._button(
            "mail_partner_text_button", self.tr("Put it into the &Outbox"), self._send
        )
        set_button_icon(self.mail_partner_text_button, "mail")
        self.close_partner_text_button = self._button("close_partner_text_button", self.tr("Close"), self.accept)
        for button in self._needing_text():
            button.setEnabled(False)

    def _needing_text(self) -> tuple[QPushButton, ...]:
        return self.copy_partner_text_button, self.save_partner_text_button, self.mail_partner_text_button

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        mail_row = QVBoxLayout()
        mail_row.setSpacing(8)
        mail_row.addWidget(self.form)
        mail_row.addWidget(self.mail_partner_text_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_partner_text_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_partner_text_button)
        buttons.addWidget(self.copy_partner_text_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(self._sentence(), wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.partner_text_view, 1)
        layout.addLayout(mail_row)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 88, line * 32)

    def _sentence(self) -> str:
        if self._row.side is PartnershipSide.RECEIVING:
            text = self.tr("Give this answer to “%1”. It knows nothing of it until it enters the text.")
        else:
            text = self.tr(
                "“%1” works on another computer. Give it this text in any way you like: it is signed, and nobody else "
                "can use it. The answer comes back as a text too, for “Enter a partner text…”."
            )
        return text.replace("%1", name_of(self._row))

    def _show(self, code_text: str) -> None:
        self.partner_text_view.setPlainText(message_with(self._mail, code_text))
        for button in self._needing_text():
            button.setEnabled(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.partner_text_view.toPlainText())
        self._navigator.notices.success(self.tr("The text was copied."))

    def save(self) -> QFileDialog:
        """Ask where to save the text; return the dialog."""
        dialog = QFileDialog(self, self.tr("Save the text"), "partner-text.txt", self.tr("Text (*.txt)"))
        dialog.setObjectName("save_partner_text_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self.save_to)
        self._navigator.open_dialog(dialog)
        return dialog

    def save_to(self, path: str) -> None:
        """Write the text to ``path``."""
        work = partial(write_file, Path(path), self.partner_text_view.toPlainText().encode())
        done = partial(self._saved, Path(path).name)
        self._session.runner.run(self, work, done, self._refused, lane=Lane.PURE)

    def _saved(self, name: str, _nothing: None) -> None:
        self._navigator.notices.success(self.tr("Saved as %1.").replace("%1", name))

    def _send(self) -> None:
        self.mail_partner_text_button.setEnabled(False)
        self.bar.dismiss()
        address = self.mail_address_edit.text()
        work = partial(partner_texts.send, self._session.context, self._actor, self._row.id, address, self._mail)
        self._session.runner.run(self, work, self._sent, self._refused)

    def _sent(self, mail_id: str) -> None:
        self._navigator.notices.success(
            self.tr("The mail lies in the Outbox."),
            partial(self._navigator.go, "outbox", mail_id=mail_id),
            verb=self.tr("Show it"),
        )
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.mail_partner_text_button.setEnabled(bool(self.partner_text_view.toPlainText()))
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
