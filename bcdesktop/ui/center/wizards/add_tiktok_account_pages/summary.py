"""The last page: everything once more; its button makes the request."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWizard

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.flows.add_tiktok_account import Summary
from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.services import access_requests
from bcdesktop.ui.center.request_words import kind_text, method_text
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.base import AddPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.life_choice import life_text
from bcdesktop.ui.kit.cards import Card, scrolled, text_label
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.time_text import date_text, exact
from bcdesktop.ui.kit.words import label_of, permission_words

if TYPE_CHECKING:
    from bcdesktop.core.drafts import Draft
    from bcdesktop.core.flows.add_tiktok_account import AddTikTokAccount
    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.kit.session import Session


class SummaryPage(AddPage):
    """``made`` carries the RequestRow; ``refused`` an error that belongs to another page."""

    step = "summary"
    made = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, actor: Actor, flow: AddTikTokAccount) -> None:
        super().__init__(session, actor, flow)
        self.setFinalPage(True)
        self.title_label.setText(self.tr("Is this right?"))
        self._is_busy = False
        self._row: RequestRow | None = None
        self._key = uuid.uuid4().hex
        self.facts = FactList()
        card = Card()
        card.body.addWidget(scrolled(self.facts))
        self.next_label = text_label("", "muted", wrap=True)
        self.next_label.setObjectName("next_label")
        self.body.addWidget(card, 1)
        self.body.addWidget(self.next_label)

    def name(self) -> str:
        """See AddPage."""
        return self.tr("Summary")

    def initializePage(self) -> None:
        """Show what will be asked."""
        draft = self.flow.draft()
        self.sentence_label.setText(self._sentence(draft))
        self.next_label.setText(self._next(draft))
        self.facts.show_facts(self._facts(draft))
        self._set_busy(False)

    def _sentence(self, draft: Draft) -> str:
        if draft.kind is Kind.CLAIM:
            return self.tr("%1 asks to become the owner of the account, for good.").replace(
                "%1", self.actor.business_center_name
            )
        return self.tr("%1 asks for access.").replace("%1", self.actor.business_center_name)

    def _next(self, draft: Draft) -> str:
        if draft.method is Method.QR_CODE:
            return self.tr("The code appears next, with the ways to send it. Its time starts then.")
        return self.tr("The request appears in the Phone at Inbox > All activity > From TikTok.")

    def _facts(self, draft: Draft) -> list[Fact]:
        level = label_of(PermissionLevel.DELIVER_ADS)
        permissions = "\n".join((level, *(f"· {word}" for word in permission_words(draft.permissions))))
        facts = [
            Fact(self.tr("Way"), f"{kind_text(draft.kind)} · {method_text(draft.method)}"),
            Fact(self.tr("For the account"), self._addressee(draft)),
            Fact(self.tr("Permissions"), permissions),
        ]
        if draft.purpose:
            facts.append(Fact(self.tr("Purpose"), draft.purpose))
        facts.append(self._end(draft))
        if draft.life is not None:
            facts.append(Fact(self.tr("Time to answer"), life_text(draft.life)))
        return facts

    def _end(self, draft: Draft) -> Fact:
        name = self.tr("Access ends")
        if draft.kind is Kind.CLAIM:
            return Fact(name, self.tr("Never: ownership is for good"))
        if draft.wanted_end is None:
            return Fact(name, self.tr("No end date"))
        return Fact(name, date_text(draft.wanted_end), exact(draft.wanted_end))

    def _addressee(self, draft: Draft) -> str:
        if draft.kind is Kind.OWN:
            return self.tr("The account you logged in with")
        return f"@{draft.expected_handle}" if draft.expected_handle else self.tr("Anyone with the account")

    def finish_text(self) -> str:
        """Return the verb of the last button (A2-27)."""
        if self._is_busy:
            return self.tr("One moment…")
        if self.flow.kind is Kind.OWN:
            return self.tr("&Ask on my phone")
        return self.tr("&Generate QR code") if self.flow.method is Method.QR_CODE else self.tr("&Send notification")

    def isComplete(self) -> bool:
        """Whether nothing is under way."""
        return not self._is_busy

    def answer(self) -> Summary:
        """See FlowPage."""
        return Summary()

    def validatePage(self) -> bool:
        """Make the request; ``made`` comes when that is done."""
        if self._row is not None:
            return True
        if not self._is_busy:
            self.notice.dismiss()
            self._set_busy(True)
            work = partial(access_requests.create, self.session.context, self.actor, self.flow.draft(), self._key)
            self.session.runner.run(self, work, self._made, self._refused)
        return False

    def _made(self, row: RequestRow) -> None:
        self._row = row
        self._set_busy(False)
        self.made.emit(row)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        self.refused.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.setButtonText(QWizard.WizardButton.FinishButton, self.finish_text())
        self.completeChanged.emit()
