"""Declining a partner's invitation, with a reason for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.limits import LIMITS
from bcdesktop.services import partners
from bcdesktop.ui.center.partner_words import name_of
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.people_records import PartnershipRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class DeclinePartnerDialog(QDialog):
    """A line for the reason, and Decline."""

    declined = Signal(object)
    """The partnership as it is now."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, row: PartnershipRow) -> None:
        super().__init__(navigator.window)
        self.setObjectName("decline_partner_dialog")
        self.setWindowTitle(self.tr("Decline what “%1” shares").replace("%1", name_of(row)))
        self._session, self._actor, self._row = session, actor, row
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("decline_partner_notice_close_button")
        self.bar.notice_action_button.setObjectName("decline_partner_notice_action_button")
        self.decline_reason_edit = QLineEdit()
        self.decline_reason_edit.setObjectName("partner_decline_reason_edit")
        self.decline_reason_edit.setMaxLength(LIMITS.decline_reason_bytes)
        self.form = Form()
        self.form.add("reason", self.tr("&Reason (optional)"), self.decline_reason_edit)
        self.cancel_decline_button = QPushButton(self.tr("Cancel"))
        self.cancel_decline_button.setObjectName("cancel_decline_partner_button")
        self.cancel_decline_button.setAutoDefault(False)
        self.cancel_decline_button.clicked.connect(self.reject)
        self.decline_button = QPushButton(self.tr("&Decline"))
        self.decline_button.setObjectName("decline_partner_now_button")
        self.decline_button.setProperty("kind", "danger")
        self.decline_button.setDefault(True)
        self.decline_button.clicked.connect(self._decline)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_decline_button)
        buttons.addWidget(self.decline_button)
        sentence = self.tr("Nothing is shared with you then. “%1” reads your reason and can invite you again.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(sentence.replace("%1", name_of(row)), "muted", wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.form)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)

    def _decline(self) -> None:
        self.decline_button.setEnabled(False)
        reason = self.decline_reason_edit.text()
        work = partial(partners.decline, self._session.context, self._actor, self._row.id, reason)
        self._session.runner.run(self, work, self._done, self._refused)

    def _done(self, row: PartnershipRow) -> None:
        self.declined.emit(row)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.decline_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
