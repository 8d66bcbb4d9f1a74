"""On the sign-in page: ask the admins although one cannot get in (A0-43)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QWidget

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.mails import NAME_PLACE, MailText
from bcdesktop.services import admin_requests
from bcdesktop.ui.center.admin_request_words import wish_text
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.code_sheet import required_line
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session


class CannotGetInPane(Card):
    """What is wrong, who asks, a few words. Whether an address is known here is never told."""

    back_requested = Signal()

    def __init__(self, session: Session, email: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("cannot_get_in_pane")
        self.title_label.setText(self.tr("I cannot get in"))
        self.title_label.show()
        self._session = session
        self.bar = NoticeBar()
        self.bar.setObjectName("cannot_get_in_notice")
        self.bar.notice_close_button.setObjectName("cannot_get_in_notice_close_button")
        self.bar.notice_action_button.setObjectName("cannot_get_in_notice_action_button")
        self.body.setSpacing(12)
        self.body.addWidget(text_label(self.tr("Ask the admins of your Business Center. What for?"), wrap=True))
        self.body.addWidget(self.bar)
        self._add_subjects()
        self._add_form(email)
        self._add_buttons()
        self.sign_in_help_radio.setChecked(True)

    def _add_subjects(self) -> None:
        self._subjects = QButtonGroup(self)
        self._by_button: dict[QRadioButton, AdminRequestSubject] = {}
        for name, subject, text in (
            ("sign_in_help_radio", AdminRequestSubject.SIGN_IN, self.tr("&Let me sign in again")),
            ("remove_me_radio", AdminRequestSubject.REMOVE_ME, self.tr("&Remove me from the Business Center")),
            ("remove_account_radio", AdminRequestSubject.REMOVE_ACCOUNT, self.tr("&Take a TikTok account out of it")),
        ):
            button = QRadioButton(text)
            button.setObjectName(name)
            button.toggled.connect(self._show_handle)
            setattr(self, name, button)
            self._subjects.addButton(button)
            self._by_button[button] = subject
            self.body.addWidget(button)

    def _add_form(self, email: str) -> None:
        self.form = Form()
        self.help_email_edit = QLineEdit(email)
        self.help_email_edit.setObjectName("help_email_edit")
        self.help_handle_edit = QLineEdit()
        self.help_handle_edit.setObjectName("help_handle_edit")
        self.help_text_edit = TextField()
        self.help_text_edit.setObjectName("help_text_edit")
        self.help_text_edit.setFixedHeight(self.fontMetrics().height() * 5)
        self.form.add("email", self.tr("Your &e-mail"), self.help_email_edit)
        self.form.add(
            "handle",
            self.tr("&Handle of the TikTok account"),
            self.help_handle_edit,
            help=self.tr(
                "The owner can also end it alone, on the Phone: Settings and privacy > Security and permissions."
            ),
        )
        self.form.add(
            "text",
            self.tr("A few &words (optional)"),
            self.help_text_edit,
            help=self.tr("Say how you can be reached. Never write a password."),
        )
        self.body.addWidget(self.form)

    def _add_buttons(self) -> None:
        self.back_from_help_button = QPushButton(self.tr("&Back"))
        self.back_from_help_button.setObjectName("back_from_help_button")
        self.back_from_help_button.clicked.connect(self.back_requested)
        self.send_help_button = QPushButton(self.tr("&Send to the admins"))
        self.send_help_button.setObjectName("send_help_button")
        self.send_help_button.setProperty("kind", "primary")
        self.send_help_button.clicked.connect(self.send)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.back_from_help_button)
        row.addWidget(self.send_help_button)
        self.body.addLayout(row)

    @property
    def subject(self) -> AdminRequestSubject:
        """What is asked for."""
        return self._by_button[self._subjects.checkedButton()]

    def _show_handle(self) -> None:
        if self._subjects.checkedButton() is not None:
            self.form.set_field_visible("handle", self.subject is AdminRequestSubject.REMOVE_ACCOUNT)

    def set_focus(self) -> None:
        """Put the cursor where typing goes on."""
        (self.help_text_edit if self.help_email_edit.text() else self.help_email_edit).setFocus()

    def send(self) -> None:
        """Ask; what was typed stays until it was sent."""
        self.form.clear_errors()
        self.bar.dismiss()
        self.send_help_button.setEnabled(False)
        email, handle = self.help_email_edit.text().strip(), self.help_handle_edit.text()
        text = self.help_text_edit.toPlainText()
        shown = f"@{handle.strip().removeprefix('@')}" if self.subject is AdminRequestSubject.REMOVE_ACCOUNT else ""
        mail = _mail(email, wish_text(self.subject, None, shown), text)
        work = partial(
            admin_requests.ask_from_outside, self._session.context, email, self.subject, text, handle, mail=mail
        )
        self._session.runner.run(self, work, self._sent, self._refused)

    def _sent(self, _nothing: None) -> None:
        self.send_help_button.setEnabled(True)
        self.help_text_edit.clear()
        self.bar.show_notice(
            self.tr("Sent"),
            self.tr("If this store knows the address or the account, its admins have your request now."),
            self.tr("They answer you by mail or by phone. Nobody will ask you for your password."),
            kind=BadgeKind.SUCCESS,
        )

    def _refused(self, error: Exception) -> None:
        self.send_help_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)


def _mail(email: str, wish: str, text: str) -> MailText:
    """Return what each admin is mailed: that an address is no proof of who asks stands in it."""
    subject = QCoreApplication.translate("CannotGetIn", "Somebody who cannot get in asks you")
    asked = QCoreApplication.translate("CannotGetIn", "Somebody who is not signed in asks: %1.").replace("%1", wish)
    given = QCoreApplication.translate("CannotGetIn", "The address they gave: %1").replace("%1", email)
    lines = [
        required_line(),
        QCoreApplication.translate("CannotGetIn", "Hello %1,").replace("%1", NAME_PLACE),
        asked,
        given,
        text.strip(),
        QCoreApplication.translate("CannotGetIn", "You can answer on the Home page of your Business Center."),
        QCoreApplication.translate("CannotGetIn", "An address is no proof of who asks: ring the person up first."),
    ]
    return MailText(subject, "\n\n".join(line for line in lines if line) + "\n")
