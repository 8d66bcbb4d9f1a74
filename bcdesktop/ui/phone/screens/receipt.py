"""One receipt in words, to copy or to save with the request and the answer it stands for (security.md 1.3, A10)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from bcdesktop.core.errors import AppError
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.profile.records import REVOKED
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.kit.time_text import date_text, exact
from bcdesktop.ui.kit.words import permission_words
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, button, text
from bcdesktop.ui.phone.receipt_text import answer_code, decision_words, receipt_text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import Receipt


class ReceiptScreen(Screen):
    """Who, when, what, until when, and whether it arrived."""

    name = "receipt_screen"

    def __init__(self, host: Host, receipt: Receipt) -> None:
        super().__init__(host)
        self.receipt = receipt
        self._is_revocation = receipt.decision == REVOKED
        self.body.addWidget(Badge(*decision_words(receipt)))
        who = self.tr("Business Center {id}").format(id=receipt.business_center_id)
        self.add_all([text(receipt.business_center_name, "title", selectable=True), text(who, "small")])
        card = Card(
            text(self.tr("Account") if self._is_revocation else self.tr("Answered as"), "caption"),
            text(f"@{receipt.handle}", selectable=True),
            text(self.tr("When"), "caption"),
            text(exact(receipt.at)),
        )
        if receipt.scope:
            lines = permission_words(PermissionSet.from_scope(receipt.scope))
            card.add(
                text(self.tr("What you took back") if self._is_revocation else self.tr("What you gave"), "caption")
            )
            for line in lines:
                card.add(text(line))
        if receipt.scope and not self._is_revocation:
            end = self.tr("No end") if receipt.ends_at is None else date_text(receipt.ends_at)
            card.add(text(self.tr("Until"), "caption"))
            card.add(text(end))
        card.add(text(self.tr("Delivery"), "caption"))
        card.add(
            text(
                self.tr("Arrived in the Business Center")
                if receipt.delivered
                else self.tr("Not delivered by this phone: it has to travel as a code, a file or text")
            )
        )
        self.error = ErrorCard()
        self.body.addWidget(card)
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self.copy_receipt_button = button(self.tr("&Copy as text"), "copy_receipt_button")
        self.save_receipt_button = button(self.tr("&Save as a file…"), "save_receipt_button")
        again = self.tr("Show the &revocation again") if self._is_revocation else self.tr("Show the &answer again")
        self.show_answer_button = button(again, "show_answer_button", "primary")
        if not self.receipt.delivered:
            self.foot.addWidget(self.show_answer_button)
        self.foot.addWidget(self.copy_receipt_button)
        self.foot.addWidget(self.save_receipt_button)
        self.show_foot()
        self.show_answer_button.clicked.connect(self._show_answer)
        self.copy_receipt_button.clicked.connect(self._copy)
        self.save_receipt_button.clicked.connect(self._save)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Receipt")

    def _show_answer(self) -> None:
        self.host.routes.carry_answer(answer_code(self.receipt))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(receipt_text(self.receipt))
        self.host.say(self.tr("Copied."))

    def _save(self) -> None:
        dialog = QFileDialog(self.host.window, self.tr("Save the receipt"))
        dialog.setObjectName("save_receipt_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text") + " (*.txt)")
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(f"receipt-{self.receipt.handle}.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the receipt to ``path``."""
        self.error.clear()
        work = partial(write_file, Path(path), receipt_text(self.receipt).encode())
        self.host.run(self, work, self._saved, self._failed, lane=Lane.PURE)

    def _saved(self, _result: object) -> None:
        self.host.say(self.tr("Saved."))

    def _failed(self, error: AppError) -> None:
        self.error.show_error(error)
