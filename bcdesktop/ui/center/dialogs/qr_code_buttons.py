"""What can be done with a code: copy, save, print, send as message, show full screen, renew, withdraw (look.md)."""

from __future__ import annotations

import uuid
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import Kind, Method, RequestState
from bcdesktop.services import access_requests
from bcdesktop.services.relink_errors import EndedOnPurpose
from bcdesktop.ui.center.dialogs.full_screen_code import FullScreenCode
from bcdesktop.ui.center.dialogs.send_mail import SendMailDialog
from bcdesktop.ui.center.dialogs.send_notification import SendNotificationDialog
from bcdesktop.ui.center.mail_sending import MailsWait
from bcdesktop.ui.center.relink_tick import ask_again_question
from bcdesktop.ui.center.request_words import sheet_of
from bcdesktop.ui.kit.code_sheet import copy_message
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.kit.qr_files import picture_mime, save_png, save_svg
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.kit.theme import restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.center.dialogs.qr_code import QrCodeDialog
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class QrCodeButtons(QWidget):
    """The two rows of buttons under a code."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, dialog: QrCodeDialog) -> None:
        super().__init__(dialog)
        self._session, self._actor, self._navigator, self._dialog = session, actor, navigator, dialog
        self._row: RequestRow | None = None
        self._renew_key = uuid.uuid4().hex
        self._mails_wait = MailsWait(session, actor, navigator, self, dialog.notices)
        self._mails_wait.left.connect(dialog.reject)
        self.copy_picture_button = self._button("copy_picture_button", self.tr("&Copy picture"), self.copy_picture)
        self.copy_picture_button.setToolTip(self.tr("Copy the code with its caption as a picture"))
        self.save_button = self._button("save_button", self.tr("&Save"))
        self.save_button.setMenu(self._save_menu())
        self.print_button = self._button("print_button", self.tr("&Print…"), self.print)
        self.copy_message_button = self._button("copy_message_button", self.tr("Copy &message"), self.copy_message)
        self.copy_message_button.setToolTip(self.tr("Copy a text for the owner: what to do, until when, and the code"))
        self.mail_button = self._button("mail_button", self.tr("Send by &e-mail…"), self.send_mail)
        self.full_screen_button = self._button("full_screen_button", self.tr("&Full screen"), self.full_screen)
        self.full_screen_button.setToolTip(self.tr("For sharing the screen in a video call"))
        self.open_phone_button = self._button("open_phone_button", self.tr("Open p&hone"), navigator.show_phone)
        self.notify_button = self._button("notify_button", self.tr("Send a &notification instead…"), self.notify)
        self.withdraw_button = self._button("withdraw_button", self.tr("&Withdraw"), self.withdraw)
        self.show_account_button = self._button("show_account_button", self.tr("&Show the account"), self.show_account)
        self.show_account_button.setProperty("kind", "primary")
        self.renew_button = self._button("renew_button", self.tr("&Renew"), self.renew)
        self.close_button = self._button("close_button", self.tr("Close"), dialog.reject)
        self._lay_out()

    def _button(self, name: str, text: str, slot: Callable[[], object] | None = None) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        if slot is not None:
            button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        share, state = QHBoxLayout(), QHBoxLayout()
        for row in (share, state):
            row.setSpacing(8)
        for button in (
            self.copy_picture_button,
            self.copy_message_button,
            self.mail_button,
            self.save_button,
            self.print_button,
            self.full_screen_button,
        ):
            share.addWidget(button)
        share.addStretch(1)
        for button in (self.open_phone_button, self.notify_button, self.withdraw_button):
            state.addWidget(button)
        state.addStretch(1)
        state.addWidget(self.show_account_button)
        state.addWidget(self.renew_button)
        state.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(share)
        layout.addLayout(state)

    def _save_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("save_menu")
        self.save_png_action = self._action(menu, "save_png_action", self.tr("PNG picture…"), self.save_png)
        self.save_svg_action = self._action(menu, "save_svg_action", self.tr("SVG drawing…"), self.save_svg)
        self.save_pdf_action = self._action(menu, "save_pdf_action", self.tr("PDF sheet…"), self.save_pdf)
        menu.addSeparator()
        self.save_text_action = self._action(menu, "save_text_action", self.tr("Code as a text file…"), self.save_text)
        self.copy_code_action = self._action(menu, "copy_code_action", self.tr("Copy code as text"), self.copy_code)
        self.copy_code_action.setShortcut(QKeySequence(self.tr("Ctrl+Shift+C")))
        return menu

    def _action(self, menu: QMenu, name: str, text: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action

    def show_row(self, row: RequestRow) -> None:
        """Offer what makes sense for the state of ``row``."""
        self._row = row
        is_open = row.state is RequestState.PENDING
        is_code = row.method is Method.QR_CODE
        for button in (
            self.copy_picture_button,
            self.mail_button,
            self.save_button,
            self.print_button,
            self.full_screen_button,
        ):
            button.setVisible(is_code and is_open)
        self.copy_message_button.setVisible(is_open and row.kind is not Kind.OWN)
        self.show_account_button.setVisible(row.link_id is not None)
        self.open_phone_button.setVisible(is_open)
        may_ask_again = row.state in {RequestState.PENDING, RequestState.EXPIRED} and row.replaced_by is None
        self.notify_button.setVisible(is_code and may_ask_again)
        self.withdraw_button.setVisible(is_open)
        can_renew = row.state is not RequestState.APPROVED and row.replaced_by is None
        self.renew_button.setVisible(can_renew)
        wanted = "primary" if can_renew and not is_open else ""
        self.renew_button.setProperty("kind", wanted)
        restyle(self.renew_button)
        self.renew_button.setDefault(bool(wanted))

    def copy_picture(self) -> None:
        """Put the picture with its caption on the clipboard (A3-27)."""
        if self._row is not None:
            QGuiApplication.clipboard().setMimeData(picture_mime(sheet_of(self._row)))
            self._dialog.notices.success(self.tr("Picture copied."))

    def copy_message(self) -> None:
        """Put the text for the owner on the clipboard (A1-26, A3-28)."""
        if self._row is not None:
            QGuiApplication.clipboard().setText(copy_message(sheet_of(self._row)))
            self._dialog.notices.success(self.tr("Message copied."))

    def copy_code(self) -> None:
        """Put the bare text of the code on the clipboard: the picture is never the only way."""
        if self._row is not None:
            QGuiApplication.clipboard().setText(self._row.code_text)
            self._dialog.notices.success(self.tr("Code copied as text."))

    def save_png(self) -> None:
        """Ask for a file and save the picture."""
        self._ask_file(self.tr("PNG picture (*.png)"), ".png", save_png)

    def save_svg(self) -> None:
        """Ask for a file and save the drawing."""
        self._ask_file(self.tr("SVG drawing (*.svg)"), ".svg", save_svg)

    def save_pdf(self) -> None:
        """Ask for a file and save the printable sheet."""
        from bcdesktop.ui.paper.output import save_pdf

        self._ask_file(self.tr("PDF sheet (*.pdf)"), ".pdf", save_pdf)

    def save_text(self) -> None:
        """Ask for a file and save the message with the code as text."""
        self._ask_file(self.tr("Text file (*.txt)"), ".txt", _save_text)

    def _ask_file(self, name_filter: str, suffix: str, save: Callable[..., None]) -> None:
        if self._row is None:
            return
        sheet = sheet_of(self._row)
        dialog = QFileDialog(self._dialog, self.tr("Save the code"), f"access-request{suffix}", name_filter)
        dialog.setObjectName("save_file_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.fileSelected.connect(partial(self._save, save, sheet))
        self._navigator.open_dialog(dialog)

    def _save(self, save: Callable[..., None], sheet: object, path: str) -> None:
        notices = self._dialog.notices
        done = partial(self._saved, path)
        self._session.runner.run(self, partial(save, sheet, Path(path)), done, notices.show_error, lane=Lane.PURE)

    def _saved(self, path: str, _result: object) -> None:
        self._dialog.notices.success(self.tr("Saved as %1").replace("%1", Path(path).name))

    def print(self) -> None:
        """Open the preview; printing starts from there."""
        from bcdesktop.ui.paper.output import print_preview

        if self._row is not None:
            preview = print_preview(self._dialog, sheet_of(self._row))
            preview.setObjectName("print_preview_dialog")
            self._navigator.open_dialog(preview)

    def show_account(self) -> None:
        """Go to the account this request linked (A1-15, A3-31)."""
        if self._row is not None:
            self._navigator.go("tiktok_accounts", link_id=self._row.link_id)
            self._dialog.reject()

    def full_screen(self) -> None:
        """Show nothing but the code, for sharing the screen (A1-08)."""
        if self._row is not None:
            view = FullScreenCode(self._session, self._actor, self._row, self._dialog)
            view.showFullScreen()

    def send_mail(self) -> None:
        """Ask for the address and send the code with its picture (A4-49)."""
        if self._row is not None:
            dialog = SendMailDialog(self._session, self._actor, self._row, self._dialog)
            dialog.put.connect(self._tell_mail)
            self._navigator.open_dialog(dialog)

    def _tell_mail(self, address: str, mail_id: str) -> None:
        self._mails_wait.tell(self.tr("The mail to %1 lies in the Outbox.").replace("%1", address), (mail_id,))

    def notify(self) -> None:
        """Ask for the handle and send a notification in place of the code (A2-42)."""
        if self._row is not None:
            dialog = SendNotificationDialog(self._session, self._actor, self._row, self._dialog)
            dialog.sent.connect(self._dialog.follow)
            self._navigator.open_dialog(dialog)

    def withdraw(self) -> None:
        """Cancel the request; its code is void from then on."""
        if self._row is not None:
            work = partial(access_requests.cancel, self._session.context, self._actor, self._row.id)
            self._session.runner.run(self, work, self._dialog.show_row, self._dialog.notices.show_error)

    def renew(self) -> None:
        """Make a new code with the same choices (A1-25, A2-41)."""
        self._renew(asks_again=False)

    def _renew(self, *, asks_again: bool) -> None:
        if self._row is None:
            return
        self.renew_button.setEnabled(False)
        args = self._session.context, self._actor, self._row.id, self._renew_key
        work = partial(access_requests.renew, *args, asks_again=asks_again)
        self._session.runner.run(self, work, self._renewed, self._not_renewed)

    def _renewed(self, row: RequestRow) -> None:
        self._renew_key = uuid.uuid4().hex
        self.renew_button.setEnabled(True)
        self._dialog.follow(row)
        self._dialog.notices.success(self.tr("A new code was made. The old one is void."))

    def _not_renewed(self, error: Exception) -> None:
        self.renew_button.setEnabled(True)
        if isinstance(error, EndedOnPurpose):
            again = partial(self._renew, asks_again=True)
            self._navigator.open_dialog(ask_again_question(self._dialog, error, again))
            return
        self._dialog.notices.show_error(error)


def _save_text(sheet: object, path: Path) -> None:
    write_file(path, copy_message(sheet).encode())  # type: ignore[arg-type]
