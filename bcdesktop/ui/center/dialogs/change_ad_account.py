"""Changing the business information of an ad account; one that was not approved is submitted again with it (A4-18)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services import ad_accounts
from bcdesktop.services.ad_records import NewAdAccount
from bcdesktop.ui.kit.ad_account_form import AdAccountForm
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_CHANGEABLE = (AdAccountStatus.IN_REVIEW, AdAccountStatus.NOT_APPROVED)


class ChangeAdAccountDialog(QDialog):
    """The form of the wizard, filled in; what was typed stays on a refusal."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, row: AdAccountRow) -> None:
        super().__init__(navigator.window)
        self.setObjectName("change_ad_account_dialog")
        self._session, self._actor, self._navigator, self._row = session, actor, navigator, row
        self._submits = row.status is AdAccountStatus.NOT_APPROVED
        title = self.tr("Correct “%1” and submit it again") if self._submits else self.tr("Change “%1”")
        self.setWindowTitle(title.replace("%1", row.name))
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("change_ad_account_notice_close_button")
        self.bar.notice_action_button.setObjectName("change_ad_account_notice_action_button")
        self.form = AdAccountForm()
        fixed = "" if row.status in _CHANGEABLE else self.tr("Fixed since the ad account was approved.")
        self.form.show_row(row, why_fixed=fixed)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancel_change_ad_account_button")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = QPushButton(self.tr("&Submit again") if self._submits else self.tr("&Save"))
        self.save_button.setObjectName("save_ad_account_button")
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._save)
        self._lay_out(title.replace("%1", row.name))

    def _lay_out(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(title, "heading", wrap=True))
        if self._row.review_note:
            said = self.tr("The review said: “%1”").replace("%1", self._row.review_note)
            layout.addWidget(text_label(said, "warning", wrap=True, selectable=True))
        layout.addWidget(self.bar)
        layout.addWidget(scrolled(self.form), 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 80, line * 38)

    def _save(self) -> None:
        self.save_button.setEnabled(False)
        self.bar.dismiss()
        self.form.clear_errors()
        new = NewAdAccount(**self.form.values())
        row = self._row
        work = partial(ad_accounts.change, self._session.context, self._actor, row.id, new, row.version)
        self._session.runner.run(self, work, self._saved, self._refused)

    def _saved(self, row: AdAccountRow) -> None:
        text = self.tr("“%1” is in review again.") if self._submits else self.tr("“%1” was changed.")
        self._navigator.notices.success(text.replace("%1", row.name))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
