"""An answer or a revocation that came by itself to nobody: as text, as a text file, as a picture, or dropped here."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.code.messages import CodeKind
from bcdesktop.core.errors import AppError
from bcdesktop.core.pictures import TextTooLong
from bcdesktop.services import access_requests, revocations
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.pictures import (
    checked_text,
    file_of_mime,
    load_picture,
    load_text,
    picture_from_mime,
    text_from_mime,
)
from bcdesktop.ui.kit.qr_reading import find_our_code
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.kit.text_reading import find_code_in_text

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.records import Actor, AnswerResult
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class EnterAnswerDialog(QDialog):
    """Takes an answer, or an owner's revocation; the judge is the same as for a phone on this store."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(navigator.window)
        self.setObjectName("enter_answer_dialog")
        self.setWindowTitle(self.tr("Enter an answer"))
        self.setAcceptDrops(True)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._request_id = ""
        self.bar = NoticeBar()
        self.answer_edit = TextField()
        self.answer_edit.setObjectName("answer_edit")
        self.answer_edit.setAccessibleName(self.tr("Text of the answer"))
        self.answer_edit.setPlaceholderText(self.tr("Paste the owner's answer here. It starts with AP1: or RV1:"))
        # what is dropped goes to the dialog, which reads files and pictures too
        self.answer_edit.setAcceptDrops(False)
        self.answer_edit.too_long.connect(self._refuse_text)
        self.picture_button = self._button("picture_button", self.tr("Open &file…"), self._choose_file)
        self.paste_button = self._button("paste_button", self.tr("&Paste"), self._paste)
        self.close_button = self._button("close_button", self.tr("Close"), self.reject)
        self.check_button = self._button("check_button", self.tr("&Take the answer"), self.take)
        self.check_button.setProperty("kind", "primary")
        self.check_button.setDefault(True)
        sentence = self.tr(
            "When the owner's phone is on another computer, the answer comes back as text, as a file or as a picture. "
            "So does the revocation of an owner who takes access back. The signature is checked here; nothing else is "
            "needed."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.picture_button, self.paste_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.close_button, self.check_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(sentence, wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.answer_edit, 1)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def take(self) -> None:
        """Check what stands in the field and carry it out."""
        try:
            text = find_code_in_text(checked_text(self.answer_edit.toPlainText()))
        except AppError as error:
            self.bar.show_error(error)
            return
        self._receive(text)

    def _refuse_text(self, length: int) -> None:
        self.bar.show_error(TextTooLong(length, TextField.limit))

    def _receive(self, text: str) -> None:
        self.check_button.setEnabled(False)
        if text.startswith(f"{CodeKind.REVOCATION.value}:"):
            end = partial(revocations.receive, self._session.context, self._actor, text)
            self._session.runner.run(self, end, self._ended, self._failed)
            return
        work = partial(access_requests.receive_answer, self._session.context, text)
        self._session.runner.run(self, work, self._taken, self._failed)

    def _taken(self, result: AnswerResult) -> None:
        self.check_button.setEnabled(True)
        self.answer_edit.clear()
        if result.state is RequestState.APPROVED:
            title = self.tr("@%1 agreed. The account stands in TikTok accounts.")
            kind = BadgeKind.SUCCESS
        else:
            title, kind = self.tr("@%1 declined."), BadgeKind.WARNING
        self._request_id = result.request_id
        self.bar.show_notice(
            title.replace("%1", result.handle),
            result.decline_reason or "",
            kind=kind,
            action=self.tr("Show the &request"),
            on_action=self._show_request,
        )

    def _ended(self, receipt: EndReceiptRow) -> None:
        self.check_button.setEnabled(True)
        self.answer_edit.clear()
        self.bar.show_notice(
            self.tr("%1 was taken back by its owner. The access has ended.").replace("%1", receipt.subject),
            self.tr("Nothing of it comes back by itself; to use the account again, ask anew."),
            kind=BadgeKind.WARNING,
            action=self.tr("Show the &accounts"),
            on_action=self._show_accounts,
        )

    def _show_accounts(self) -> None:
        self._navigator.go("tiktok_accounts")
        self.accept()

    def _show_request(self) -> None:
        self._navigator.go("requests", request_id=self._request_id)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.check_button.setEnabled(True)
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Open an answer"))
        dialog.setObjectName("open_answer_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    def open_file(self, path: str) -> None:
        """Read a text file or the pixels of a picture, off the GUI thread."""
        self._session.runner.run(self, partial(_read_file, Path(path)), self._receive, self._failed, lane=Lane.PURE)

    def _paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None:
            self._take_mime(mime)

    def _take_mime(self, mime: QMimeData) -> None:
        """Read text, the pixels of a picture, or a file: what there is, in this order of trust."""
        try:
            path = file_of_mime(mime)
            if path is not None:
                self.open_file(str(path))
            elif mime.hasImage():
                self._read(picture_from_mime(mime))
            else:
                self.answer_edit.setPlainText(text_from_mime(mime))
                self.take()
        except AppError as error:
            self.bar.show_error(error)

    def _read(self, picture: QImage) -> None:
        self._session.runner.run(self, partial(find_our_code, picture), self._receive, self._failed, lane=Lane.PURE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, pictures and text."""
        mime = event.mimeData()
        if mime.hasUrls() or mime.hasImage() or mime.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self._take_mime(event.mimeData())
        event.acceptProposedAction()


def _read_file(path: Path) -> str:
    if path.suffix.lower() in {".txt", ".eml", ".md"}:
        return find_code_in_text(load_text(path))
    return find_our_code(load_picture(path))
