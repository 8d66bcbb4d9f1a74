"""Declining an invitation to a Business Center: one press is enough, a reason is offered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.limits import LIMITS
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button
from bcdesktop.ui.phone.sheet import Sheet


class DeclineInvitationSheet(Sheet):
    """``confirmed`` carries the reason, empty for none."""

    confirmed = Signal(str)

    def __init__(self, host: Host, center_name: str) -> None:
        super().__init__(host.display, "decline_invitation_sheet", self.tr("Decline this invitation?"))
        self.form = Form()
        self.invitation_reason = QLineEdit()
        self.invitation_reason.setObjectName("invitation_reason")
        self.invitation_reason.setMaxLength(LIMITS.decline_reason_bytes)
        self.form.add(
            "reason",
            self.tr("&Reason (optional)"),
            self.invitation_reason,
            help=self.tr("The admins of {name} get to read it.").format(name=center_name),
        )
        self.error = ErrorCard()
        self.confirm_decline_button = button(self.tr("Decline"), "confirm_decline_button", "danger")
        self.keep_reading_button = button(self.tr("Back to the mail"), "keep_reading_button", "quiet")
        for widget in (self.form, self.error, self.confirm_decline_button, self.keep_reading_button):
            self.body.addWidget(widget)
        self.invitation_reason.returnPressed.connect(self._confirm)
        self.confirm_decline_button.clicked.connect(self._confirm)
        self.keep_reading_button.clicked.connect(self.close_sheet)

    def first_focus(self) -> QWidget:
        """Return the reason: what is typed at once presses no button."""
        return self.invitation_reason

    def _confirm(self) -> None:
        if self.confirm_decline_button.isEnabled():
            self.confirm_decline_button.setEnabled(False)
            self.confirmed.emit(self.invitation_reason.text())

    def show_error(self, error: AppError) -> None:
        """Show ``error``; what was typed stays."""
        self.confirm_decline_button.setEnabled(True)
        if not (isinstance(error, InputRefused) and self.form.show_error(error)):
            self.error.show_error(error)
