"""Step 4: what TikTok for Business may reach on the account; Authorize creates the Business Center (A4-15)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWizard

from bcdesktop.core.flows.first_start import Authorise
from bcdesktop.services import business_centers, people
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.records import Actor, Created, NewBusinessCenter
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.center.wizards.first_start_pages.base import FirstStartPage
from bcdesktop.ui.kit.cards import Card, text_label

if TYPE_CHECKING:
    from bcdesktop.ui.center.wizards.first_start_pages.state import FirstStartState
    from bcdesktop.ui.kit.session import Session


class AuthorisePage(FirstStartPage):
    """``refused`` carries an error that belongs to another page, such as an e-mail that is taken."""

    step = "authorise"
    refused = Signal(object)

    def __init__(self, session: Session, state: FirstStartState) -> None:
        super().__init__(session, state, "", "")
        self.title_label.setText(self.tr("Authorize TikTok for Business"))
        self._is_busy = False
        self.setCommitPage(True)
        self.setButtonText(QWizard.WizardButton.CommitButton, self.tr("&Authorize"))
        self.may_card = Card(self.tr("It may"))
        self.may_not_card = Card(self.tr("It may not"))
        may = (
            self.tr("Know the handle, the name and the picture of the account"),
            self.tr("Know that this account stands behind the Business Center"),
            self.tr("Log you in here by a code that you approve on the Phone"),
        )
        may_not = (
            self.tr("Run ads with the account: for that you link it in a step of its own"),
            self.tr("Read messages, post, or change anything on the account"),
            self.tr("See your TikTok password"),
        )
        for card, name, token, lines in (
            (self.may_card, "check", "success", may),
            (self.may_not_card, "x", "danger", may_not),
        ):
            bullets = Bullets()
            bullets.show_lines([(name, token, line, "") for line in lines])
            card.body.addWidget(bullets)
            self.body.addWidget(card)
        self.body.addWidget(
            text_label(self.tr("It is written into the activity log of your Business Center."), "muted", wrap=True)
        )
        self.body.addStretch(1)

    def initializePage(self) -> None:
        """Name the account."""
        log_in = self.state.log_in
        handle = log_in.handle if log_in is not None and log_in.handle else ""
        text = self.tr("“%1” will be connected with the TikTok account @%2.")
        self.sentence_label.setText(text.replace("%1", self.state.typed.get("name", "")).replace("%2", handle))
        self._set_busy(False)

    def isComplete(self) -> bool:
        """Whether nothing is under way."""
        return not self._is_busy

    def answer(self) -> Authorise:
        """Return the consent; pressing Authorize is it."""
        return Authorise(agreed=True)

    def validatePage(self) -> bool:
        """Create the Business Center; the wizard goes on when that is done."""
        if self.state.created is not None:
            return super().validatePage()
        if self._is_busy:
            return False
        self.notice.dismiss()
        self.state.flow.give(self.answer())
        self._set_busy(True)
        new = self.state.flow.new_business_center()
        work = partial(_create, self.session.context, new, self.state.actor, self.state.stay_signed_in)
        self.session.runner.run(self, work, self._created, self._refused)
        return False

    def _created(self, created: Created) -> None:
        self.state.created = created
        self.state.typed.clear()
        self._set_busy(False)
        # queued: with a runner that delivers at once the wizard is still asking whether it may go on
        self._go_on.emit()

    _go_on = Signal()

    def connect_wizard(self, wizard: QWizard) -> None:
        """Let ``wizard`` go on once the Business Center exists."""
        self._go_on.connect(wizard.next, Qt.ConnectionType.QueuedConnection)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        self.refused.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        text = self.tr("Creating…") if busy else self.tr("&Authorize")
        self.setButtonText(QWizard.WizardButton.CommitButton, text)
        self.completeChanged.emit()


def _create(context, new: NewBusinessCenter, signed_in: Actor | Advertiser | None, stay: bool) -> Created:
    created = business_centers.create(context, new, signed_in)
    if stay:
        people.stay_signed_in(context, created.actor)
    return created
