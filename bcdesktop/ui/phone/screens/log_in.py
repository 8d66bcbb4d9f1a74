"""Log in on this phone with a TikTok account that the directory knows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from bcdesktop.core.errors import AppError, InputRefused, SignInFailed
from bcdesktop.profile import PhoneAccount
from bcdesktop.services.device_records import PendingLogIn
from bcdesktop.ui.kit.forms import Form, PasswordField
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button
from bcdesktop.ui.phone.screen import Screen


class LogInScreen(Screen):
    """Handle and password."""

    name = "log_in_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.form = Form()
        self.log_in_handle = QLineEdit()
        self.log_in_handle.setObjectName("log_in_handle")
        self.form.add("handle", self.tr("&Handle"), self.log_in_handle)
        self.log_in_password = PasswordField()
        self.log_in_password.setObjectName("log_in_password")
        self.form.add("password", self.tr("&Password"), self.log_in_password)
        self.body.addWidget(self.form)
        self.error = ErrorCard()
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self.submit_log_in_button = button(self.tr("Log in"), "submit_log_in_button", "primary")
        self.foot.addWidget(self.submit_log_in_button)
        self.show_foot()
        self.log_in_handle.returnPressed.connect(self.log_in_password.setFocus)
        self.log_in_password.returnPressed.connect(self._log_in)
        self.submit_log_in_button.clicked.connect(self._log_in)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Log in")

    def first_focus(self) -> QWidget:
        """Return the handle."""
        return self.log_in_handle

    def _log_in(self) -> None:
        from bcdesktop.services import directory

        self.form.clear_errors()
        self.error.clear()
        self.submit_log_in_button.setEnabled(False)
        handle, password = self.log_in_handle.text(), self.log_in_password.text()
        work = partial(directory.log_in, self.host.context, self.host.profile, handle, password)
        self.host.run(self, work, self._logged_in, self._failed)

    def _logged_in(self, came: PhoneAccount | PendingLogIn) -> None:
        if isinstance(came, PendingLogIn):
            self.host.routes.log_in_waiting(came)
        else:
            self.host.routes.account_chosen()

    def _failed(self, error: AppError) -> None:
        self.submit_log_in_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if isinstance(error, SignInFailed):
            advice = self.tr("Check both, and whether Caps Lock is on.")
            self.error.show_words(self.tr("Not logged in"), self.tr("Handle or password is wrong."), advice)
        else:
            self.error.show_error(error)
        self.log_in_password.setFocus(Qt.FocusReason.OtherFocusReason)
