"""Asks for the password of the mail server where this computer does not know it, and sends with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.services.people_errors import MailLoginRefused
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.runner import Lane

if TYPE_CHECKING:
    from bcdesktop.services.people_errors import MailPasswordNeeded
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class MailPasswordDialog(QDialog):
    """``send`` is called with the password on a worker; a password the server refuses can be typed anew."""

    sent = Signal(object)
    """What ``send`` returned."""
    failed = Signal(object)
    """The error that ended it, any but a refused password."""

    def __init__(
        self, session: Session, navigator: Navigator, error: MailPasswordNeeded, send: Callable[[str], Any]
    ) -> None:
        super().__init__(navigator.window)
        self.setObjectName("mail_password_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Password of the mail server"))
        self._session, self._send = session, send
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("mail_password_notice_close_button")
        self.bar.notice_action_button.setObjectName("mail_password_notice_action_button")
        self.mail_password_edit = PasswordField()
        self.mail_password_edit.setObjectName("mail_password_edit")
        self.form = Form()
        self.form.add(
            "password",
            self.tr("&Password of %1").replace("%1", error.login),
            self.mail_password_edit,
            help=self.tr("With a keyring on this computer it is kept there; without, until you sign out."),
        )
        sentence = self.tr("%1 takes mails only from those who log in.").replace("%1", error.host)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(sentence, "muted", wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.form)
        layout.addStretch(1)
        layout.addLayout(self._buttons())
        self.resize(self.fontMetrics().averageCharWidth() * 64, 0)
        self._make_room()

    def _buttons(self) -> QHBoxLayout:
        self.cancel_password_button = QPushButton(self.tr("Cancel"))
        self.cancel_password_button.setObjectName("cancel_mail_password_button")
        self.cancel_password_button.setAutoDefault(False)
        self.cancel_password_button.clicked.connect(self.reject)
        self.send_password_button = QPushButton(self.tr("&Send"))
        self.send_password_button.setObjectName("send_with_password_button")
        self.send_password_button.setProperty("kind", "primary")
        self.send_password_button.setDefault(True)
        self.send_password_button.clicked.connect(self._press)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel_password_button)
        row.addWidget(self.send_password_button)
        return row

    def _press(self) -> None:
        password = self.mail_password_edit.text()
        if not password:
            self.form.show_error("password", self.tr("Type the password."))
            return
        self._set_busy(True)
        self.bar.dismiss()
        # the network may take its time, and others want the store meanwhile
        work = _Send(self._send, password)
        self._session.runner.run(self, work, self._done, self._refused, lane=Lane.PURE)

    def _make_room(self) -> None:
        """Grow where the lines need more height."""
        layout = self.layout()
        layout.activate()
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _set_busy(self, busy: bool) -> None:
        self.send_password_button.setEnabled(not busy)
        self.send_password_button.setText(self.tr("Sending…") if busy else self.tr("&Send"))

    def _done(self, result: object) -> None:
        self.sent.emit(result)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, MailLoginRefused):
            self.bar.show_error(error)
            self._make_room()
            self.mail_password_edit.setFocus()
            return
        self.failed.emit(error)
        self.reject()


class _Send:
    """The work with its password, which no text about it shows."""

    def __init__(self, send: Callable[[str], Any], password: str) -> None:
        self._send, self._password = send, password

    def __call__(self) -> Any:
        return self._send(self._password)
