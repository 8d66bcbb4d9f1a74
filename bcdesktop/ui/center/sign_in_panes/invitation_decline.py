"""Declining an invitation: a reason is offered, and one press is enough."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import InputRefused
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.waiting_button import WaitingButton


class InvitationDeclineView(QWidget):
    """``declined`` carries the reason, empty for none."""

    declined = Signal(str)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question_label = text_label("", "heading", wrap=True)
        self.invitation_reason_edit = QLineEdit()
        self.invitation_reason_edit.setObjectName("invitation_reason_edit")
        self.invitation_reason_edit.returnPressed.connect(self.submit)
        self.form = Form()
        self.form.add(
            "reason",
            self.tr("&Reason (optional)"),
            self.invitation_reason_edit,
            help=self.tr("The admins read it."),
        )
        self.back_from_decline_button = QPushButton(self.tr("&Back"))
        self.back_from_decline_button.setObjectName("back_from_decline_button")
        self.back_from_decline_button.clicked.connect(self.back_requested)
        self.confirm_decline_button = WaitingButton(self.tr("&Decline"), self.tr("One moment…"))
        self.confirm_decline_button.setObjectName("confirm_invitation_decline_button")
        self.confirm_decline_button.setProperty("kind", "danger")
        self.confirm_decline_button.clicked.connect(self.submit)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.back_from_decline_button)
        buttons.addWidget(self.confirm_decline_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.question_label)
        layout.addWidget(self.form)
        layout.addLayout(buttons)

    def begin(self, center_name: str) -> None:
        """Ask about the invitation of ``center_name``."""
        text = self.tr("Decline the invitation to “%1”?").replace("%1", center_name)
        self.question_label.setText(text)
        self.form.clear_errors()
        self.invitation_reason_edit.setFocus()

    def submit(self) -> None:
        """Decline."""
        if self.confirm_decline_button.isEnabled():
            self.declined.emit(self.invitation_reason_edit.text())

    def show_error(self, error: InputRefused) -> bool:
        """Show what is wrong with the reason; False for another field."""
        return self.form.show_error(error)
