"""The first page: what the person wants (A0-03 to A0-08)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from bcdesktop.core.flows.end_access import Why
from bcdesktop.ui.center.end_words import reasons
from bcdesktop.ui.center.wizards.choice_card import ChoiceCard
from bcdesktop.ui.center.wizards.end_access_pages.base import EndAccessPage
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.flows.end_access import EndAccess
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class ReasonPage(EndAccessPage):
    """Six cards; the reason stands on the receipt."""

    step = "end_reason"

    def __init__(self, session: Session, actor: Actor, flow: EndAccess) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("What do you want?"))
        self.sentence_label.setText(
            self.tr(
                "It stands on the receipt, and what you should know for it comes next. Nothing ends before the end."
            )
        )
        self.body.setSpacing(8)
        self.group = QButtonGroup(self)
        self.reasons = tuple(reason for reason, _text in reasons())
        for place, (reason, text) in enumerate(reasons()):
            card = ChoiceCard(f"{reason}_reason_radio", label_of(reason), text)
            self.group.addButton(card.button, place)
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.group.button(0).setChecked(True)

    def name(self) -> str:
        """See StepPage."""
        return self.tr("What you want")

    def first_focus(self) -> QWidget:
        """Start at the chosen card."""
        return self.group.checkedButton()

    def answer(self) -> Why:
        """See FlowPage."""
        return Why(self.reasons[self.group.checkedId()])
