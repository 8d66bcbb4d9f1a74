"""The tick "Stay signed in on this computer", or why it cannot be: used at sign-in and at first start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from bcdesktop.services import people
from bcdesktop.ui.kit.cards import text_label

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session


class StayCheck(QWidget):
    """Ticked by default (decisions.md, Who is who); off and grey, with the reason below, without a keyring."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stay_check = QCheckBox(self.tr("&Stay signed in on this computer"))
        self.stay_check.setObjectName("stay_check")
        self.stay_check.setChecked(True)
        self.stay_reason_label = text_label("", "help", wrap=True)
        self.stay_reason_label.setObjectName("stay_reason_label")
        self.stay_reason_label.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.stay_check)
        layout.addWidget(self.stay_reason_label)
        # looking for a keyring takes a while
        session.runner.run(self, partial(people.can_stay_signed_in, session.context), self._show)

    def is_checked(self) -> bool:
        """Whether the person wants it, and it can be."""
        return self.stay_check.isChecked()

    def set_checked(self, checked: bool) -> None:
        """Tick it where it can be."""
        self.stay_check.setChecked(checked and self.stay_check.isEnabled())

    def _show(self, can: bool) -> None:
        if can:
            return
        reason = self.tr(
            "This computer has no keyring that could keep it, so your password is asked at every start. Your e-mail"
            " address is remembered."
        )
        self.stay_check.setChecked(False)
        self.stay_check.setEnabled(False)
        self.stay_check.setToolTip(reason)
        self.stay_check.setStatusTip(reason)
        self.stay_check.setAccessibleDescription(reason)
        self.stay_reason_label.setText(reason)
        self.stay_reason_label.show()
