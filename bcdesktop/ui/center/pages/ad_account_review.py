"""The step that stands for TikTok's review, as a card in the panel of an ad account (A4-18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.ui.center.dialogs.review_ad_account import ReviewAdAccountDialog
from bcdesktop.ui.kit.cards import Card, text_label

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AdAccountReview(Card):
    """Shown while an own ad account is in review, and after it was not approved."""

    correct_requested = Signal()

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(self.tr("Stands for TikTok's review"))
        self.setObjectName("ad_account_review")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: AdAccountRow | None = None
        self.review_label = text_label("", wrap=True)
        self.review_label.setObjectName("review_label")
        self.review_note_label = text_label("", "warning", wrap=True, selectable=True)
        self.review_note_label.setObjectName("review_note_label")
        self.review_note_label.hide()
        self.approve_button = self._button("approve_ad_account_button", self.tr("&Approve…"), self.approve)
        self.approve_button.setProperty("kind", "primary")
        self.refuse_button = self._button("refuse_ad_account_button", self.tr("&Do not approve…"), self.refuse)
        self.correct_button = self._button(
            "correct_ad_account_button", self.tr("&Correct and submit again…"), self.correct_requested.emit
        )
        self.correct_button.setProperty("kind", "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.approve_button, self.refuse_button, self.correct_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(self.review_label)
        self.body.addWidget(self.review_note_label)
        self.body.addLayout(buttons)
        self.hide()

    @staticmethod
    def _button(name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        # shown without a parent it would flash up as a window of its own
        button.hide()
        return button

    def show_row(self, row: AdAccountRow, why_not: str) -> None:
        """Show where the review of ``row`` stands; ``why_not`` says why the person can do nothing about it."""
        self._row = row
        in_review = row.status is AdAccountStatus.IN_REVIEW
        text = (
            self.tr("TikTok checks a new ad account. This step stands for it: enter here what came of it.")
            if in_review
            else self.tr("It was not approved. Correct the business information and submit it again.")
        )
        self.review_label.setText(text)
        said = self.tr("The note: “%1”").replace("%1", row.review_note)
        self.review_note_label.setText(said)
        self.review_note_label.setVisible(bool(row.review_note))
        for button, shown in (
            (self.approve_button, in_review),
            (self.refuse_button, in_review),
            (self.correct_button, not in_review),
        ):
            button.setVisible(shown)
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
            button.setStatusTip(why_not)
        is_open = row.status in {AdAccountStatus.IN_REVIEW, AdAccountStatus.NOT_APPROVED}
        self.setVisible(row.is_owned and is_open)

    def approve(self) -> None:
        """Open the dialog that approves."""
        self._open(approve=True)

    def refuse(self) -> None:
        """Open the dialog that does not approve."""
        self._open(approve=False)

    def _open(self, *, approve: bool) -> None:
        if self._row is not None:
            dialog = ReviewAdAccountDialog(self._session, self._actor, self._navigator, self._row, approve=approve)
            self._navigator.open_dialog(dialog)
