"""What the invited people become (A4-30; domain.md 2.1, 6.1.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QComboBox, QWidget

from bcdesktop.core.flows.invite_members import InviteMembers, Role
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole
from bcdesktop.ui.center.wizards.choice_card import ChoiceCard
from bcdesktop.ui.center.wizards.flow_page import StepPage
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.words import description_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session

_ROLES = (BusinessCenterRole.STANDARD, BusinessCenterRole.ADMIN)


class RolePage(StepPage):
    """Standard is chosen at first: people get only what they need (A2-08)."""

    step = "role"

    def __init__(self, session: Session, _actor: Actor, flow: InviteMembers) -> None:
        super().__init__(session, flow, self.tr("What they may do"))
        self.sentence_label.setText(self.tr("The role counts for everybody in the list. It can be changed later."))
        self.group = QButtonGroup(self)
        for place, (name, title, text) in enumerate(
            (
                (
                    "standard_radio",
                    self.tr("&Standard"),
                    self.tr("Sees and uses only the accounts that an admin gave. The right choice for most people."),
                ),
                (
                    "admin_radio",
                    self.tr("&Admin"),
                    self.tr(
                        "Manages members, partners, accounts and requests. To work with an account, an admin too has "
                        "to be given it."
                    ),
                ),
            )
        ):
            card = ChoiceCard(name, title, text)
            self.group.addButton(card.button, place)
            self.body.addWidget(card)
        self.group.button(0).setChecked(True)
        self.finance_combo = QComboBox()
        self.finance_combo.setObjectName("finance_combo")
        self.finance_combo.addItem(self.tr("None: sees no money"), None)
        for role in FinanceRole:
            self.finance_combo.addItem(label_of(role), role)
        self.finance_form = Form()
        self.finance_form.add("finance_role", self.tr("&Finance role, on top of it"), self.finance_combo)
        self.finance_combo.currentIndexChanged.connect(self._describe)
        self.body.addWidget(self.finance_form)
        self.body.addStretch(1)
        self._describe()

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Role")

    def first_focus(self) -> QWidget:
        """Start at the chosen card."""
        return self.group.checkedButton()

    def _finance_role(self) -> FinanceRole | None:
        value = self.finance_combo.currentData()
        return FinanceRole(value) if value else None

    def _describe(self) -> None:
        role = self._finance_role()
        text = self.tr("Even an admin needs one to see money.") if role is None else description_of(role)
        self.finance_form.set_help("finance_role", text)

    def answer(self) -> Role:
        """See FlowPage."""
        return Role(_ROLES[self.group.checkedId()], self._finance_role())
