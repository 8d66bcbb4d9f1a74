"""Asks before an account is logged out here, because its key on this phone goes with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button, text
from bcdesktop.ui.phone.sheet import Sheet

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneAccount


class LogOutSheet(Sheet):
    """Stay or log out."""

    def __init__(self, host: Host, account: PhoneAccount) -> None:
        title = self.tr("Log out @{handle}?").format(handle=account.handle)
        super().__init__(host.display, "log_out_sheet", title)
        self._host, self._account = host, account
        self.body.addWidget(
            text(
                self.tr(
                    "The key this account has on this phone is deleted. What it authorized stays as it is; your "
                    "answers stay here to read. Logging in again makes a new key."
                )
            )
        )
        self.error = ErrorCard()
        self.stay_button = button(self.tr("Stay logged in"), "stay_button", "primary")
        self.confirm_log_out_button = button(self.tr("Log out"), "confirm_log_out_button", "danger")
        for widget in (self.error, self.stay_button, self.confirm_log_out_button):
            self.body.addWidget(widget)
        self.stay_button.clicked.connect(self.close_sheet)
        self.confirm_log_out_button.clicked.connect(self._log_out)

    def first_focus(self) -> QWidget:
        """Return the way that changes nothing."""
        return self.stay_button

    def _log_out(self) -> None:
        from bcdesktop.services import directory

        self.confirm_log_out_button.setEnabled(False)
        work = partial(directory.log_out, self._host.context, self._host.profile, self._account.account_id)
        self._host.run(self, work, self._logged_out, self._failed)

    def _logged_out(self, _result: object) -> None:
        host = self._host
        self.close_sheet()
        host.account_changed.emit()
        host.routes.tiktok()

    def _failed(self, error: AppError) -> None:
        self.confirm_log_out_button.setEnabled(True)
        self.error.show_error(error)
