"""Claim ownership: what it means, and the tick without which it does not go on (A2-21 to A2-24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from bcdesktop.core.flows.add_tiktok_account import ClaimWarning
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.base import AddPage
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.kit.cards import Card
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.core.flows.add_tiktok_account import AddTikTokAccount
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class ClaimWarningPage(AddPage):
    """The warning and its tick."""

    step = "claim_warning"

    def __init__(self, session: Session, actor: Actor, flow: AddTikTokAccount) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("Claim ownership is for good"))
        self.sentence_label.setText(self.tr("Read this first. To run ads for a client, request access instead."))
        card = Card()
        self.effects = Bullets()
        warn = ("triangle-alert", "warning")
        self.effects.show_lines(
            [
                (*warn, self.tr("The account moves into this Business Center for good."), ""),
                (*warn, self.tr("Its owner can no longer take the access back on the phone."), ""),
                (*warn, self.tr("No other Business Center can claim it any more."), ""),
                (*warn, self.tr("Requests of other Business Centers are then answered by your Admins."), ""),
                ("check", "success", self.tr("You can disconnect the account here later."), ""),
            ]
        )
        card.body.addWidget(self.effects)
        self.fully_owned_check = QCheckBox(self.tr("My company &fully owns this TikTok account"))
        self.fully_owned_check.setObjectName("fully_owned_check")
        self.form = Form()
        self.form.add("fully_owned", "", self.fully_owned_check)
        self.fully_owned_check.setAccessibleName(self.tr("My company fully owns this TikTok account"))
        self.body.addWidget(card)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def name(self) -> str:
        """See AddPage."""
        return self.tr("Claim ownership")

    def first_focus(self) -> QCheckBox:
        """Start at the tick."""
        return self.fully_owned_check

    def answer(self) -> ClaimWarning:
        """See FlowPage."""
        return ClaimWarning(self.fully_owned_check.isChecked())

    def show_error(self, error: Exception) -> None:
        """Say what the tick is for; there is no other error here."""
        text = self.tr("Tick this to go on. An account of somebody else is never claimed: request access instead.")
        self.form.show_error("fully_owned", text)
