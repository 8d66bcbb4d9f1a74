"""Pages that ask one question with a few answers: the way, and how the request travels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.flows.add_tiktok_account import Sending, Way
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.base import AddPage
from bcdesktop.ui.center.wizards.choice_card import ChoiceCard

if TYPE_CHECKING:
    from bcdesktop.core.flows.add_tiktok_account import AddTikTokAccount
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class _ChoicePage(AddPage):
    """Cards in one group; the choice is known to the flow at once."""

    def __init__(self, session: Session, actor: Actor, flow: AddTikTokAccount) -> None:
        super().__init__(session, actor, flow)
        self.group = QButtonGroup(self)
        self.cards: list[ChoiceCard] = []

    def _add(self, card: ChoiceCard) -> None:
        self.group.addButton(card.button, len(self.cards))
        self.cards.append(card)
        self.body.addWidget(card)

    def _start(self) -> None:
        self.cards[0].button.setChecked(True)
        self.body.addStretch(1)
        self.group.idToggled.connect(self._toggled)

    def _toggled(self, _place: int, checked: bool) -> None:
        if checked:
            self.give()

    def first_focus(self) -> QWidget:
        """Start at the chosen card."""
        return self.group.checkedButton()


class WayPage(_ChoicePage):
    """Link, claim or own (A2-18 to A2-24, A1-23, A3-09)."""

    step = "way"
    kinds = (Kind.LINK, Kind.CLAIM, Kind.OWN)

    def __init__(self, session: Session, actor: Actor, flow: AddTikTokAccount) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("How to add the account"))
        self.sentence_label.setText(self.tr("Nearly always it is the first."))
        self._add(
            ChoiceCard(
                "link_radio",
                self.tr("&Link an existing TikTok account (request access)"),
                self.tr(
                    "The usual choice, for agencies and clients. You get ads and reporting; the owner keeps the "
                    "account and its control, and can revoke access at any time."
                ),
            )
        )
        self._add(
            ChoiceCard(
                "claim_radio",
                self.tr("&Claim ownership"),
                self.tr(
                    "The account moves into this Business Center for good. Mostly for large organisations gathering "
                    "their own brands. A claimed account cannot be claimed by another Business Center."
                ),
            )
        )
        self._add(
            ChoiceCard(
                "own_radio",
                self.tr("Link my &own account"),
                self.tr(
                    "The TikTok account you logged in with yourself. More direct: no code is sent, you authorize on "
                    "your own phone."
                ),
            )
        )
        self._start()

    def name(self) -> str:
        """See AddPage."""
        return self.tr("How to add it")

    def answer(self) -> Way:
        """See FlowPage."""
        return Way(self.kinds[self.group.checkedId()])


class SendingPage(_ChoicePage):
    """QR code or notification (A3-10, A2-42)."""

    step = "sending"
    methods = (Method.QR_CODE, Method.NOTIFICATION)

    def __init__(self, session: Session, actor: Actor, flow: AddTikTokAccount) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("How to send the request"))
        self.sentence_label.setText(self.tr("Both ask for the same, and the owner agrees on the phone."))
        self._add(
            ChoiceCard(
                "qr_code_radio",
                self.tr("Send a &QR code"),
                self.tr(
                    "You show or send the code: by screen share, as a picture, in a message or on paper. It works "
                    "without knowing the handle, and runs out after a short time."
                ),
            )
        )
        self._add(
            ChoiceCard(
                "notification_radio",
                self.tr("Send a n&otification"),
                self.tr(
                    "The request appears in the owner's Phone: Inbox > All activity > From TikTok. It needs the "
                    "handle, which is asked later, and stays for 7 days."
                ),
            )
        )
        self._start()

    def name(self) -> str:
        """See AddPage."""
        return self.tr("How to send it")

    def answer(self) -> Sending:
        """See FlowPage."""
        return Sending(self.methods[self.group.checkedId()])
