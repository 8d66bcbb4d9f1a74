"""The review of a person's own ad account: a step that stands for TikTok's, and says so (A4-18)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from bcdesktop.services import ad_accounts
from bcdesktop.ui.ads.dialogs.form_dialog import FormDialog
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.advertiser_records import BasicInformation
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class ReviewAccountDialog(FormDialog):
    """Approve, or do not and say why; what was not approved can be corrected and submitted again."""

    def __init__(
        self, session: Session, advertiser: Advertiser, navigator: AdsNavigator, row: BasicInformation
    ) -> None:
        super().__init__(session, advertiser, navigator, "review_account", self.tr("Review in place of TikTok"), "")
        self._row = row
        self.accept_button.setText(self.tr("&Approve"))
        self.not_approve_button = QPushButton(self.tr("Do &not approve"))
        self.not_approve_button.setObjectName("review_account_not_approve_button")
        self.not_approve_button.setAutoDefault(False)
        self.not_approve_button.clicked.connect(self._do_not_approve)
        self.buttons.insertWidget(self.buttons.count() - 1, self.not_approve_button)
        self.review_note_edit = TextField()
        self.review_note_edit.setObjectName("review_note_edit")
        self.review_note_edit.setFixedHeight(self.fontMetrics().height() * 5)
        self.form.add(
            "note",
            self.tr("&Note (optional)"),
            self.review_note_edit,
            help=self.tr("Stands beside the state, for instance what has to be corrected."),
        )
        heading = self.tr("Review “%1” in place of TikTok").replace("%1", row.name)
        words = self.tr(
            "TikTok reviews new ad accounts. This program contacts nobody, so you say here how that review ended."
        )
        self.body.insertWidget(0, text_label(words, "muted", wrap=True))
        self.body.insertWidget(0, text_label(heading, "heading", wrap=True))
        self.body.addWidget(self.form)
        self.body.addLayout(self.buttons)

    def send(self) -> None:
        """Approve it."""
        self._decide(approve=True)

    def _do_not_approve(self) -> None:
        self._decide(approve=False)

    def _decide(self, *, approve: bool) -> None:
        self.not_approve_button.setEnabled(False)
        note = self.review_note_edit.toPlainText()
        context, advertiser = self._session.context, self._advertiser
        work = partial(ad_accounts.review_personal, context, advertiser, self._row.id, approve, note)
        said = self.tr("“%1” is approved.") if approve else self.tr("“%1” is not approved.")
        self.start(work, partial(self._done, said))

    def _done(self, said: str, _nothing: None) -> None:
        self._navigator.notices.success(said.replace("%1", self._row.name))
        self.accept()

    def was_refused(self, error: Exception) -> None:
        """Say what was refused."""
        self.not_approve_button.setEnabled(True)
        super().was_refused(error)
