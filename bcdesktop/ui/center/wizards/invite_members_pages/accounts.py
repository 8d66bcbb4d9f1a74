"""What is given along with the invitation; nothing is the usual case (A2-08; domain.md 6.1.2)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcdesktop.core.flows.invite_members import Accounts, InviteMembers
from bcdesktop.core.grants import ROLES_OF
from bcdesktop.core.limits import LIMITS
from bcdesktop.services import grants
from bcdesktop.ui.center.role_picker import PickerWords, PickItem, RolePicker
from bcdesktop.ui.center.wizards.flow_page import StepPage
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.people_records import AssetChoice
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class AccountsPage(StepPage):
    """Everybody in the list gets the same; Next without a tick skips it."""

    step = "accounts"

    def __init__(self, session: Session, actor: Actor, flow: InviteMembers) -> None:
        super().__init__(session, flow, self.tr("Access"))
        self.actor = actor
        self.sentence_label.setText(
            self.tr(
                "Tick what everybody in the list gets as soon as they accept, at most %1 ad accounts. Without a tick, "
                "press Next."
            ).replace("%1", str(LIMITS.ad_accounts_per_invitation))
        )
        words = PickerWords(
            items=self.tr("Accounts and assets"),
            name_title=self.tr("Account"),
            detail_title=self.tr("Name or ID"),
            filter_hint=self.tr("Search by name, handle or ID"),
            all_kinds=self.tr("All kinds"),
            nothing_chosen=self.tr("Nothing: who accepts sees nothing until you give access."),
            empty_title=self.tr("Nothing to give yet"),
            empty_text=self.tr("Press Next. Once there is an account, give access to it."),
            kind_width=17,
        )
        self.picker = RolePicker("invited_accounts", words)
        self.picker.table.setColumnHidden(self.picker.table.record_model.column_index("now"), True)
        # a wizard's page is narrower than a dialog
        letter = self.fontMetrics().averageCharWidth()
        self.picker.table.setMinimumWidth(letter * 40)
        self.picker.chosen.setMinimumWidth(letter * 34)
        self.body.addWidget(self.picker, 1)

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Access")

    def first_focus(self) -> QWidget | None:
        """Start at Next: giving nothing is the usual case."""
        return None

    def initializePage(self) -> None:
        """Read what can be given."""
        work = partial(grants.asset_choices, self.session.context, self.actor)
        self.session.runner.run(self, work, self._show, self.show_error)

    def _show(self, choices: tuple[AssetChoice, ...]) -> None:
        self.picker.set_items(
            [
                PickItem(
                    id=choice.id,
                    name=choice.name,
                    detail=choice.display_name,
                    kind=label_of(choice.kind),
                    role=ROLES_OF[choice.kind][-1],
                    limit=choice.limit,
                    asset_kind=choice.kind,
                )
                for choice in choices
            ]
        )

    def answer(self) -> Accounts:
        """See FlowPage."""
        return Accounts(tuple(self.picker.roles().items()))
