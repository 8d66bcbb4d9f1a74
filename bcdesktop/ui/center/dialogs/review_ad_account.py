"""The step that stands for TikTok's review of an ad account: approved or not, with a note (A4-18)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services import ad_accounts
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ReviewAdAccountDialog(QDialog):
    """``approve`` decides the verb; the note is optional."""

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, row: AdAccountRow, *, approve: bool
    ) -> None:
        super().__init__(navigator.window)
        self.setObjectName("review_ad_account_dialog")
        self.setWindowTitle(self.tr("Stands for TikTok's review"))
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row, self._approve = row, approve
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("review_notice_close_button")
        self.bar.notice_action_button.setObjectName("review_notice_action_button")
        self.note_edit = TextField()
        self.note_edit.setObjectName("review_note_edit")
        self.form = Form()
        help_text = self.tr("It stands in the details of the ad account, for whoever corrects it.")
        self.form.add("note", self.tr("&Note (optional)"), self.note_edit, help="" if approve else help_text)
        self._lay_out()
        self.note_edit.setFocus()

    def _lay_out(self) -> None:
        verb = self.tr("&Approve") if self._approve else self.tr("&Do not approve")
        title = self.tr("Approve “%1”?") if self._approve else self.tr("Do not approve “%1”?")
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancel_review_button")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.send_review_button = QPushButton(verb)
        self.send_review_button.setObjectName("send_review_button")
        self.send_review_button.setProperty("kind", "primary" if self._approve else "danger")
        self.send_review_button.setDefault(True)
        self.send_review_button.clicked.connect(self._send)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.send_review_button)
        words = self.tr(
            "Stands for TikTok's review: on TikTok's side somebody checks the business information. Here you enter "
            "what came of it, or practise it."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(title.replace("%1", self._row.name), "heading", wrap=True))
        layout.addWidget(text_label(words, "muted", wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.form, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 66, line * 17)

    def _send(self) -> None:
        self.send_review_button.setEnabled(False)
        self.bar.dismiss()
        note = self.note_edit.toPlainText()
        work = partial(
            ad_accounts.review, self._session.context, self._actor, self._row.id, approve=self._approve, note=note
        )
        self._session.runner.run(self, work, self._sent, self._refused)

    def _sent(self, row: AdAccountRow) -> None:
        text = self.tr("“%1” is approved.") if self._approve else self.tr("“%1” was not approved.")
        self._navigator.notices.success(text.replace("%1", row.name))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.send_review_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
