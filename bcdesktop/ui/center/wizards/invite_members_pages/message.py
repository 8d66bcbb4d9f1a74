"""The mail, which may be changed, and once more what is sent to whom; its button sends."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWizard

from bcdesktop.core.flows.invite_members import InviteMembers, Message
from bcdesktop.core.mails import MailText
from bcdesktop.services import invitations
from bcdesktop.services.people_records import NewInvitation
from bcdesktop.ui.center.member_words import invitation_text, role_title, with_required_line
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.center.wizards.flow_page import StepPage
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.services.people_records import Invited
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session

_NAMED = 3
"""Addresses that are named; of more the number is told."""


class MessagePage(StepPage):
    """``made`` carries the invitations; ``refused`` an error that may belong to another page."""

    step = "message"
    made = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, actor: Actor, flow: InviteMembers) -> None:
        super().__init__(session, flow, self.tr("The invitation"))
        self.actor, self.flow = actor, flow
        self.setFinalPage(True)
        self._key = uuid.uuid4().hex
        self._is_busy = False
        self._invited: tuple[Invited, ...] = ()
        self._proposed: MailText | None = None
        self.sentence_label.setText(
            self.tr("Everybody gets a mail of their own; code and name are put in where the brackets stand.")
        )
        self.summary = Bullets()
        self.subject_edit = QLineEdit()
        self.subject_edit.setObjectName("subject_edit")
        self.body_edit = TextField()
        self.body_edit.setObjectName("body_edit")
        self.form = Form()
        self.form.add("subject", self.tr("S&ubject"), self.subject_edit)
        self.form.add("body", self.tr("&Message"), self.body_edit)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.form, 1)

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Message")

    def first_focus(self) -> None:
        """Start at Send: the text is good as it is."""
        return

    def initializePage(self) -> None:
        """Say what will be sent; a text that was changed stays."""
        proposed = invitation_text(self.actor, self.flow.role.role)
        if self._proposed is None or self._typed() == self._proposed:
            self.subject_edit.setText(proposed.subject)
            self.body_edit.setPlainText(proposed.body)
            self._proposed = self._typed()
        self.summary.show_lines(self._lines())
        self._set_busy(False)

    def _typed(self) -> MailText:
        return MailText(self.subject_edit.text(), self.body_edit.toPlainText())

    def _lines(self) -> list[tuple[str, str, str, str]]:
        role, accounts = self.flow.role, self.flow.accounts.accounts
        given = self.tr("No access for now")
        if accounts:
            one = self.tr("Access to one account or asset as soon as they accept")
            given = one if len(accounts) == 1 else self.tr("Access to %1 accounts and assets as soon as they accept")
        return [
            ("users", "muted", self._people(), ""),
            ("shield", "muted", role_title(role.role, role.finance_role), ""),
            ("music-2", "muted", given.replace("%1", str(len(accounts))), ""),
        ]

    def _people(self) -> str:
        addresses = self.flow.addresses.addresses
        named = ", ".join(addresses[:_NAMED])
        if len(addresses) <= _NAMED:
            return named
        return self.tr("%1 and %2 more").replace("%1", named).replace("%2", str(len(addresses) - _NAMED))

    def isComplete(self) -> bool:
        """Whether nothing is under way."""
        return not self._is_busy

    def answer(self) -> Message:
        """Return the mail; its first line says what can read the code, whatever was typed over it."""
        body = self.body_edit.toPlainText()
        return Message(self.subject_edit.text(), with_required_line(body) if body.strip() else body)

    def validatePage(self) -> bool:
        """Invite; ``made`` comes when that is done."""
        if self._invited:
            return True
        if not self._is_busy and super().validatePage():
            self._set_busy(True)
            new = NewInvitation(
                addresses=self.flow.addresses.addresses,
                role=self.flow.role.role,
                finance_role=self.flow.role.finance_role,
                accounts=self.flow.accounts.accounts,
                names=self.flow.addresses.names,
            )
            work = partial(invitations.invite, self.session.context, self.actor, new, self.flow.text(), self._key)
            self.session.runner.run(self, work, self._made, self._refused)
        return False

    def _made(self, invited: tuple[Invited, ...]) -> None:
        self._invited = invited
        self._set_busy(False)
        self.made.emit(invited)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        self.refused.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        text = self.tr("One moment…") if busy else self.tr("&Send invitations")
        self.setButtonText(QWizard.WizardButton.FinishButton, text)
        self.completeChanged.emit()
