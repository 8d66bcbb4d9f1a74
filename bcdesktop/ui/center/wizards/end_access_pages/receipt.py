"""The last page: the receipt, to print, save or copy, and where to find it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcdesktop.core.flows.end_access import Receipt
from bcdesktop.ui.center.endings import where_found
from bcdesktop.ui.center.wizards.end_access_pages.base import EndAccessPage
from bcdesktop.ui.paper.receipt_view import ReceiptView

if TYPE_CHECKING:
    from bcdesktop.core.flows.end_access import EndAccess
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ReceiptPage(EndAccessPage):
    """Shown once access has ended; there is no way back."""

    step = "end_receipt"

    def __init__(self, session: Session, actor: Actor, flow: EndAccess, navigator: Navigator) -> None:
        super().__init__(session, actor, flow)
        self.setFinalPage(True)
        self.title_label.setText(self.tr("Access has ended"))
        self.sentence_label.setText(where_found(actor))
        self.view = ReceiptView(session, navigator, center_name=actor.business_center_name)
        self.body.addWidget(self.view, 1)

    def show_receipt(self, receipt: EndReceiptRow) -> None:
        """Show ``receipt``."""
        self.view.show_receipt(receipt)

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Receipt")

    def answer(self) -> Receipt:
        """See FlowPage."""
        return Receipt()
