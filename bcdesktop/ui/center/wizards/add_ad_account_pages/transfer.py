"""Transfer a person's ad account into the Business Center, for good (domain.md 7.10)."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.flows.add_ad_account import Transfer
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_requests
from bcdesktop.ui.center.ad_account_id_field import AdAccountIdForm
from bcdesktop.ui.center.wizards.add_ad_account_pages.base import LastPage
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.kit.ad_account_mails import request_mail
from bcdesktop.ui.kit.cards import scrolled
from bcdesktop.ui.kit.dialogs import question
from bcdesktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bcdesktop.core.flows.add_ad_account import AddAdAccount
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class TransferPage(LastPage):
    """Its button asks once more, then asks the owner; an own ad account moves at once."""

    step = "transfer_ad_account"

    def __init__(self, session: Session, actor: Actor, flow: AddAdAccount) -> None:
        super().__init__(session, actor, flow)
        self._keys: dict[object, str] = {}
        self.title_label.setText(self.tr("Transfer an ad account"))
        self.sentence_label.setText(self.tr("A person's ad account becomes the property of this Business Center."))
        self.lines = Bullets()
        self.lines.show_lines(self._lines())
        self.form: AdAccountIdForm = AdAccountIdForm("transfer_ad_account")
        self.note_edit = TextField()
        self.note_edit.setFixedHeight(self.fontMetrics().height() * 4)
        self.understood_check = QCheckBox(self.tr("I &understand that it cannot be undone"))
        self.form.add("note", self.tr("N&ote to the owner (optional)"), self.note_edit, name="transfer_note_edit")
        self.form.add("understood", "", self.understood_check, name="transfer_understood_check")
        self.body.addWidget(self.lines)
        self.body.addWidget(scrolled(self.form), 1)

    def _lines(self) -> list[tuple[str, str, str, str]]:
        return [
            (
                "triangle-alert",
                "warning",
                self.tr("It cannot be undone"),
                self.tr("The ad account never leaves this Business Center again; it can only be closed."),
            ),
            (
                "user",
                "muted",
                self.tr("Only what a person owns"),
                self.tr("An ad account of another Business Center cannot be moved; request access to it instead."),
            ),
            (
                "check",
                "muted",
                self.tr("Your own moves at once"),
                self.tr("Somebody else is asked by e-mail and has 30 days to agree."),
            ),
        ]

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Transfer")

    def finish_text(self) -> str:
        """See LastPage."""
        return self.tr("&Transfer…")

    def first_focus(self) -> QWidget:
        """Start at the id."""
        return self.form.id_edit

    def answer(self) -> Transfer:
        """See FlowPage."""
        return Transfer(self.form.id_edit.text(), self.understood_check.isChecked(), self.note_edit.toPlainText())

    def confirm(self) -> None:
        """Ask once more: it is for good (domain.md 7.10)."""
        dialog = question(
            self.wizard(),
            self.tr("Transfer the ad account %1 for good?").replace("%1", self._asked().ad_account_id),
            self.tr("“%1” will own it. This cannot be undone, by nobody.").replace(
                "%1", self.actor.business_center_name
            ),
            self.tr("Transfer for good"),
            danger=True,
        )
        dialog.setObjectName("transfer_ad_account_dialog")
        dialog.accepted.connect(self.do)
        self.wizard().navigator.open_dialog(dialog)

    def _asked(self) -> Transfer:
        return self.flow.answer_to(Transfer) or self.answer()

    def work(self) -> Callable[[], object]:
        """Move it, or ask its owner to."""
        asked, kind = self._asked(), AdAccountRequestKind.TRANSFER
        mail = request_mail(
            self.actor.name,
            self.actor.business_center_name,
            asked.ad_account_id,
            kind,
            AssetRole.ADMIN,
            asked.note.strip(),
        )
        return partial(
            ad_account_requests.ask,
            self.session.context,
            self.actor,
            asked.ad_account_id,
            kind,
            AssetRole.ADMIN,
            asked.note,
            self._keys.setdefault(asked, uuid.uuid4().hex),
            mail=mail,
        )
