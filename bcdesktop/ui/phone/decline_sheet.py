"""Declining: one press is enough; a reason and blocking are offered (security.md 1.3, A9)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.limits import LIMITS
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button
from bcdesktop.ui.phone.sheet import Sheet


class DeclineSheet(Sheet):
    """``confirmed`` carries the reason (empty for none) and whether to block the Business Center."""

    confirmed = Signal(str, bool)

    def __init__(self, host: Host, centre_name: str) -> None:
        super().__init__(host.display, "decline_sheet", self.tr("Decline this request?"))
        self.form = Form()
        self.decline_reason = QLineEdit()
        self.decline_reason.setObjectName("decline_reason")
        self.decline_reason.setMaxLength(LIMITS.decline_reason_bytes)
        self.form.add(
            "reason",
            self.tr("&Reason (optional)"),
            self.decline_reason,
            help=self.tr("{name} gets to read it.").format(name=centre_name),
        )
        self.mute_centre = QCheckBox(self.tr("&Block this Business Center"))
        self.mute_centre.setObjectName("mute_centre")
        self.mute_centre.setAccessibleName(self.tr("Block this Business Center"))
        self.mute_centre.setToolTip(self.tr("Its further codes and notifications are refused without asking you."))
        self.error = ErrorCard()
        self.confirm_decline_button = button(self.tr("Decline"), "confirm_decline_button", "danger")
        self.keep_reading_button = button(self.tr("Back to the request"), "keep_reading_button", "quiet")
        for widget in (
            self.form,
            self.mute_centre,
            self.error,
            self.confirm_decline_button,
            self.keep_reading_button,
        ):
            self.body.addWidget(widget)
        self.decline_reason.returnPressed.connect(self._confirm)
        self.confirm_decline_button.clicked.connect(self._confirm)
        self.keep_reading_button.clicked.connect(self.close_sheet)

    def first_focus(self) -> QWidget:
        """Return the reason: Enter declines from there too, and what is typed at once presses no button."""
        return self.decline_reason

    def _confirm(self) -> None:
        if not self.confirm_decline_button.isEnabled():
            return
        self.confirm_decline_button.setEnabled(False)
        self.confirmed.emit(self.decline_reason.text(), self.mute_centre.isChecked())

    def show_error(self, error: AppError) -> None:
        """Show ``error``; what was typed stays."""
        self.confirm_decline_button.setEnabled(True)
        if not (isinstance(error, InputRefused) and self.form.show_error(error)):
            self.error.show_error(error)
