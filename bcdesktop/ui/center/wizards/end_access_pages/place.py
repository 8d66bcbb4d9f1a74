"""What was found out about the account, and the place where its access is ended (A0-09, A0-25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from bcdesktop.core.ending import EndReason
from bcdesktop.core.flows.end_access import EndOption, Where, Why, options
from bcdesktop.core.policy import Action, may
from bcdesktop.ui.center.end_words import advice, found_text, option_text, option_title
from bcdesktop.ui.center.wizards.choice_card import ChoiceCard
from bcdesktop.ui.center.wizards.end_access_pages.base import EndAccessPage
from bcdesktop.ui.kit.cards import text_label

if TYPE_CHECKING:
    from bcdesktop.core.flows.end_access import EndAccess, EndAccount
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class PlacePage(EndAccessPage):
    """The best way is chosen already; the others stand below it."""

    step = "end_place"

    def __init__(self, session: Session, actor: Actor, flow: EndAccess) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("Where it is ended"))
        self.advice_label = text_label("", "muted", wrap=True)
        self.advice_label.setObjectName("end_advice_label")
        self.sentence_label.setObjectName("end_found_label")
        self.body.addWidget(self.advice_label)
        self._cards: list[ChoiceCard] = []
        self._options: tuple[EndOption, ...] = ()
        self._shown_for: EndAccount | None = None
        self._group: QButtonGroup | None = None
        self.body.addStretch(1)

    def initializePage(self) -> None:
        """Say what was found out, and list the ways."""
        account, why = self.account, self.flow.answer_to(Why)
        self.sentence_label.setText(found_text(account, self.actor.business_center_name))
        self.advice_label.setText(advice(EndReason.SWITCHING if why is None else why.reason))
        if account != self._shown_for:
            self._shown_for = account
            self._make_cards(account)
        self._choose()

    def _make_cards(self, account: EndAccount) -> None:
        for card in self._cards:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._options = options(account, is_admin=may(Action.DISCONNECT_TIKTOK_ACCOUNT, self.actor.role))
        self._group = QButtonGroup(self)
        self._cards = []
        for place, option in enumerate(self._options):
            name = f"end_{option.way or 'ask'}_{option.place}_radio"
            card = ChoiceCard(name, option_title(option, account), option_text(option, account), self)
            self._group.addButton(card.button, place)
            self._cards.append(card)
            self.body.insertWidget(place, card)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)

    def _toggled(self, _place: int, checked: bool) -> None:
        if checked:
            self._choose()

    def _choose(self) -> None:
        if self.flow.step == self.step:
            self.flow.give(self.answer())
            self.path_changed.emit()
            self.completeChanged.emit()

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Where it is ended")

    def first_focus(self) -> QWidget | None:
        """Start at the chosen card."""
        return None if self._group is None else self._group.checkedButton()

    def answer(self) -> Where:
        """See FlowPage."""
        if self._group is None or not self._options:
            return Where(options(self.account, is_admin=False)[-1])
        return Where(self._options[self._group.checkedId()])
