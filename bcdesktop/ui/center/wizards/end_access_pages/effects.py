"""What stops, computed by the code that then ends it; and the page that asks once more with the verb (A0-16)."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bcdesktop.core.ending import Effects, EndWay
from bcdesktop.core.flows.end_access import Confirmed, Read, Why
from bcdesktop.services import ending
from bcdesktop.services.ending_errors import NOTHING_TO_END, EffectsChanged
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.center.wizards.end_access_pages.base import EndAccessPage
from bcdesktop.ui.kit.cards import scrolled
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.effects_view import EffectsView
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.flows.end_access import EndAccess
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class EffectsPage(EndAccessPage):
    """The list; Next is grey until it was read."""

    step = "end_effects"

    def __init__(self, session: Session, actor: Actor, flow: EndAccess) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("What stops"))
        self.view = EffectsView("end_effects")
        self.area = scrolled(self.view)
        self.body.addWidget(self.area, 1)
        self.effects: Effects | None = None

    def initializePage(self) -> None:
        """Read the list as it is now."""
        self.sentence_label.setText(
            self.tr("This is what ending the access to @%1 does, at once.").replace("%1", self.account.handle)
        )
        option = self.flow.option
        if option is None or option.way is None:
            return
        self.effects = None
        self.area.hide()
        self.completeChanged.emit()
        work = partial(ending.effects, self.session.context, self.actor, option.way, option.subject_id)
        self.session.runner.run(self, work, self.show_effects, self.show_error)

    def show_effects(self, effects: Effects) -> None:
        """Show ``effects``."""
        option = self.flow.option
        self.effects = effects
        self.view.show_effects(effects, what_stays((option and option.way) or EndWay.DISCONNECT), heading="")
        self.area.show()
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        """Whether the list was read."""
        return self.effects is not None

    def name(self) -> str:
        """See StepPage."""
        return self.tr("What stops")

    def answer(self) -> Read:
        """See FlowPage."""
        return Read("" if self.effects is None else self.effects.digest)


class ConfirmPage(EndAccessPage):
    """Its button ends access; ``changed`` carries a new list, ``ended`` the receipt."""

    step = "end_confirm"
    ended = Signal(object)
    changed = Signal(object)

    def __init__(self, session: Session, actor: Actor, flow: EndAccess) -> None:
        super().__init__(session, actor, flow)
        self.setCommitPage(True)
        self.title_label.setText(self.tr("End it now?"))
        self.sentence_label.setText(
            self.tr("It takes effect at once. There is no undo; access has to be asked for anew.")
        )
        self.lines = Bullets()
        self.body.addWidget(self.lines)
        self.body.addStretch(1)
        self._key, self._is_busy, self._receipt = uuid.uuid4().hex, False, None
        self._is_over = False

    def initializePage(self) -> None:
        """Say in three lines what is confirmed."""
        self._is_over = False
        why, read = self.flow.answer_to(Why), self.flow.answer_to(Read)
        page = self.wizard().pages_by_step["end_effects"]
        number = 0 if page.effects is None else len(page.effects.effects)
        text = self.tr("%1 things stop").replace("%1", self.locale().toString(number))
        if number == 1:
            text = self.tr("One thing stops")
        self.lines.show_lines(
            [
                ("unlink", "danger", self.verb().replace("&", ""), f"@{self.account.handle}"),
                ("list", "muted", text, self.tr("As listed on the page before.")),
                ("info", "muted", self.tr("Why"), "" if why is None else label_of(why.reason)),
            ]
        )
        self._digest = "" if read is None else read.digest

    def verb(self) -> str:
        """Return the words of the button."""
        option = self.flow.option
        if option is not None and option.way is EndWay.OWN_ACCESS:
            return self.tr("&Remove my access")
        return self.tr("&Disconnect account")

    def validatePage(self) -> bool:
        """End it; the next page comes with the receipt."""
        if self._receipt is not None:
            return super().validatePage()
        option, why = self.flow.option, self.flow.answer_to(Why)
        if self._is_busy or option is None or option.way is None:
            return False
        self.notice.dismiss()
        self._set_busy(busy=True)
        work = partial(
            ending.end,
            self.session.context,
            self.actor,
            option.way,
            option.subject_id,
            reason=None if why is None else why.reason,
            announced=self._digest,
            key=self._key,
        )
        self.session.runner.run(self, work, self._done, self._failed)
        return False

    def _done(self, receipt: EndReceiptRow) -> None:
        self._set_busy(busy=False)
        self._receipt = receipt
        self.ended.emit(receipt)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if isinstance(error, EffectsChanged):
            self.changed.emit(error)
            return
        self._is_over = isinstance(error, NOTHING_TO_END)
        self.show_error(error)
        self.completeChanged.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        """Whether nothing is under way and there is something to end."""
        return not self._is_busy and not self._is_over

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Confirm")

    def first_focus(self) -> QWidget | None:
        """Start at Cancel: Enter must not end anything by itself."""
        wizard = self.wizard()
        return wizard.button(wizard.WizardButton.CancelButton)

    def answer(self) -> Confirmed:
        """See FlowPage."""
        return Confirmed()
