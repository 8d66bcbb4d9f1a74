"""The first page: create, request access, or transfer (A4-16, A4-24, A4-41)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from bcdesktop.core.flows.add_ad_account import AddAdAccountWay, Way
from bcdesktop.ui.center.wizards.add_ad_account_pages.base import AddAdAccountPage
from bcdesktop.ui.center.wizards.choice_card import ChoiceCard

if TYPE_CHECKING:
    from bcdesktop.core.flows.add_ad_account import AddAdAccount
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class AdAccountWayPage(AddAdAccountPage):
    """Three cards; the choice is known to the flow at once."""

    step = "ad_account_way"
    ways = (AddAdAccountWay.CREATE, AddAdAccountWay.REQUEST, AddAdAccountWay.TRANSFER)

    def __init__(self, session: Session, actor: Actor, flow: AddAdAccount) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("How to add the ad account"))
        self.sentence_label.setText(
            self.tr("Ad accounts are added here, on a computer; the phone has no way to. Up to 3,000 are possible.")
        )
        self.group = QButtonGroup(self)
        cards = (
            (
                "create_ad_account_radio",
                self.tr("Create &new"),
                self.tr(
                    "This Business Center owns it. You fill in the business information; then it is in review until "
                    "it is approved."
                ),
            ),
            (
                "request_ad_account_radio",
                self.tr("&Request access"),
                self.tr(
                    "To somebody's ad account, such as a client's. You need its ID; the owner gets an e-mail and "
                    "grants or refuses. An ad account of your own is added at once."
                ),
            ),
            (
                "transfer_ad_account_radio",
                self.tr("&Transfer"),
                self.tr(
                    "A person's ad account moves into this Business Center, which owns it from then on. Not for "
                    "clients: it cannot be undone."
                ),
            ),
        )
        for place, (name, title, text) in enumerate(cards):
            card = ChoiceCard(name, title, text)
            self.group.addButton(card.button, place)
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.group.button(0).setChecked(True)
        self.group.idToggled.connect(self._toggled)

    def choose(self, way: AddAdAccountWay) -> None:
        """Choose one for the person, who comes from a place that named it."""
        self.group.button(self.ways.index(way)).setChecked(True)

    def _toggled(self, _place: int, checked: bool) -> None:
        if checked and self.flow.step == self.step:
            self.flow.give(self.answer())
            self.path_changed.emit()
            self.completeChanged.emit()

    def name(self) -> str:
        """See StepPage."""
        return self.tr("How to add it")

    def first_focus(self) -> QWidget:
        """Start at the chosen card."""
        return self.group.checkedButton()

    def answer(self) -> Way:
        """See FlowPage."""
        return Way(self.ways[self.group.checkedId()])
