"""Request access to somebody's ad account: its id, the level, a note (A4-25, A4-27, A4-42, A4-43)."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.flows.add_ad_account import RequestAccess
from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.services import ad_account_requests
from bcdesktop.ui.center.ad_account_id_field import AdAccountIdForm
from bcdesktop.ui.center.wizards.add_ad_account_pages.base import LastPage
from bcdesktop.ui.center.wizards.choice_card import ChoiceCard
from bcdesktop.ui.kit.ad_account_levels import level_text
from bcdesktop.ui.kit.ad_account_mails import request_mail
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.core.flows.add_ad_account import AddAdAccount
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session

_ROLES = ROLES_OF[AssetKind.AD_ACCOUNT]


class RequestAccessPage(LastPage):
    """Its button sends the request."""

    step = "request_ad_account"

    def __init__(self, session: Session, actor: Actor, flow: AddAdAccount) -> None:
        super().__init__(session, actor, flow)
        self._keys: dict[object, str] = {}
        self.title_label.setText(self.tr("Request access"))
        self.sentence_label.setText(
            self.tr(
                "The owner gets an e-mail and has 30 days to grant or refuse. To run ads for a client you also need "
                "the client's TikTok account, by a QR code."
            )
        )
        self.form: AdAccountIdForm = AdAccountIdForm("request_ad_account")
        self.note_edit = TextField()
        self.note_edit.setFixedHeight(self.fontMetrics().height() * 4)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addSpacing(8)
        column.addWidget(text_label(self.tr("Access level"), "label"))
        self.group = QButtonGroup(self)
        for place, role in enumerate(_ROLES):
            card = ChoiceCard(f"request_{role.value}_radio", label_of(role), level_text(role))
            self.group.addButton(card.button, place)
            column.addWidget(card)
        self.group.button(0).setChecked(True)
        column.addSpacing(8)
        self.note_form = self._note_form()
        column.addWidget(self.note_form)
        self.body.addWidget(scrolled(holder), 1)

    def _note_form(self) -> QWidget:
        from bcdesktop.ui.kit.forms import Form

        form = Form()
        form.add("note", self.tr("N&ote to the owner (optional)"), self.note_edit, name="request_ad_account_note_edit")
        return form

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Request access")

    def finish_text(self) -> str:
        """See LastPage."""
        return self.tr("&Send request")

    def first_focus(self) -> QWidget:
        """Start at the id."""
        return self.form.id_edit

    def show_error(self, error: Exception) -> None:
        """Show an error at its field, of either form."""
        if getattr(error, "field", "") == "note" and self.note_form.show_error(error):
            return
        super().show_error(error)

    def answer(self) -> RequestAccess:
        """See FlowPage."""
        return RequestAccess(self.form.id_edit.text(), _ROLES[self.group.checkedId()], self.note_edit.toPlainText())

    def work(self) -> Callable[[], object]:
        """Send the request."""
        asked = self.flow.answer_to(RequestAccess) or self.answer()
        kind = AdAccountRequestKind.ACCESS
        mail = request_mail(
            self.actor.name, self.actor.business_center_name, asked.ad_account_id, kind, asked.role, asked.note.strip()
        )
        return partial(
            ad_account_requests.ask,
            self.session.context,
            self.actor,
            asked.ad_account_id,
            kind,
            asked.role,
            asked.note,
            # another key for another wish, the same where the answer to the first try was lost
            self._keys.setdefault(asked, uuid.uuid4().hex),
            mail=mail,
        )
