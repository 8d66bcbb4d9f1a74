"""After access was taken back: at once where the store is connected, else how the revocation has to travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcdesktop.ui.phone.app_names import who
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, button, text
from bcdesktop.ui.phone.screens.result import ResultScreen

if TYPE_CHECKING:
    from bcdesktop.profile import AppEntry, Receipt
    from bcdesktop.services.phone_records import Delivery


class AccessRemovedScreen(ResultScreen):
    """Done leads back to the list, which is without the entry."""

    name = "access_removed_screen"

    def __init__(self, host: Host, entry: AppEntry, delivery: Delivery, *, blocked: bool) -> None:
        name = who(entry)
        if delivery.delivered:
            title = self.tr("Access ended")
            sentence = self.tr("{name} can no longer use your account. It holds at once.").format(name=name)
        else:
            title = self.tr("Signed. Now send it")
            sentence = self.tr(
                "{name} is on another computer. Its access ends as soon as your revocation arrives there."
            ).format(name=name)
        super().__init__(host, "unlink", "primary", title, sentence)
        self._delivery = delivery
        lines = [self.tr("Your account, your posts and your followers stay as they are.")]
        lines.append(self.tr("You can connect this account, or another one, again whenever you want."))
        if blocked:
            lines.append(
                self.tr("{name} is blocked on this phone: Privacy > Blocked Business Centers.").format(name=name)
            )
        self.body.addWidget(Card(*(text(line) for line in lines)))
        self.body.addWidget(text(self.tr("The receipt is kept under Profile > Your answers."), "small", centred=True))
        self.body.addStretch(2)
        self.done_button.clicked.disconnect(host.routes.tiktok)
        self.done_button.clicked.connect(host.routes.active_apps)
        if delivery.receipt_id:
            self.show_receipt_button = button(self.tr("Show the receipt"), "show_receipt_button", "quiet")
            self.show_receipt_button.clicked.connect(self._show_receipt)
            self.foot.addWidget(self.show_receipt_button)
        if not delivery.delivered:
            self.offer_carrying(delivery)
            self.carry_answer_button.setText(self.tr("Show the revocation"))
            self.carry_answer_button.setAccessibleName(self.tr("Show the revocation"))

    def first_focus(self) -> QWidget:
        """Return what is to be done next."""
        return self.done_button if self._delivery.delivered else self.carry_answer_button

    def _show_receipt(self) -> None:
        self.host.run(self, self.host.profile.receipts, self._open_receipt)

    def _open_receipt(self, receipts: tuple[Receipt, ...]) -> None:
        for receipt in receipts:
            if receipt.id == self._delivery.receipt_id:
                self.host.routes.receipt(receipt)
