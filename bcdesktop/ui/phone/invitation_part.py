"""What a mail with an invitation has below its text: the offer as it stands now, and the two answers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from bcdesktop.core.errors import AppError
from bcdesktop.services.people_records import InvitationOffer
from bcdesktop.services.phone_records import MailRow
from bcdesktop.ui.kit.facts import FactList
from bcdesktop.ui.kit.offer_words import offer_facts, offer_title
from bcdesktop.ui.phone.decline_invitation_sheet import DeclineInvitationSheet
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import MEDIUM
from bcdesktop.ui.phone.pieces import Card, button, text


class InvitationPart(QFrame):
    """Hidden until the store was asked. ``answerable`` says whether the two buttons, which lie in the foot, count."""

    answerable = Signal(bool)

    def __init__(self, host: Host, mail: MailRow) -> None:
        super().__init__()
        self._host, self._mail = host, mail
        self.offer: InvitationOffer | None = None
        self._sheet: DeclineInvitationSheet | None = None
        self.offer_title_label = text("", "strong")
        self.offer_title_label.setObjectName("offer_title_label")
        self.facts = FactList()
        self._card = Card(self.offer_title_label, self.facts)
        self._card.hide()
        self.refusal = ErrorCard()
        self.accept_button = button(self.tr("Accept invitation"), "accept_invitation_button", "primary")
        self.decline_button = button(self.tr("Decline"), "decline_invitation_button", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addWidget(self._card)
        layout.addWidget(self.refusal)
        self.accept_button.clicked.connect(self._accept)
        self.decline_button.clicked.connect(self._ask_to_decline)

    def look(self) -> None:
        """Ask how the invitation stands."""
        from bcdesktop.services import mailed_invitations

        work = partial(mailed_invitations.look_up, self._host.context, self._host.profile, self._mail.id)
        self._host.run(self, work, self._show, self._refused)

    def _show(self, offer: InvitationOffer) -> None:
        self.offer = offer
        self.refusal.clear()
        self.offer_title_label.setText(offer_title(offer))
        self.facts.show_facts(offer_facts(offer))
        self._card.show()
        self.answerable.emit(True)

    def _refused(self, error: AppError) -> None:
        self.offer = None
        self._card.hide()
        self.refusal.show_error(error)
        self.answerable.emit(False)

    def _accept(self) -> None:
        if self.offer is not None:
            self._host.routes.accept_invitation(self._mail, self.offer)

    def _ask_to_decline(self) -> None:
        if self.offer is not None:
            self._sheet = DeclineInvitationSheet(self._host, self.offer.center_name)
            self._sheet.confirmed.connect(self._decline)
            self._sheet.closed.connect(self._forget_sheet)
            self._sheet.open()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _decline(self, reason: str) -> None:
        from bcdesktop.services import mailed_invitations

        work = partial(mailed_invitations.decline, self._host.context, self._host.profile, self._mail.id, reason)
        self._host.run(self, work, self._declined, self._not_declined)

    def _declined(self, _nothing: None) -> None:
        if self._sheet is not None:
            self._sheet.close_sheet()
        self._host.say(self.tr("Declined. The admins see your answer."))
        self.look()

    def _not_declined(self, error: AppError) -> None:
        if self._sheet is not None:
            self._sheet.show_error(error)
