"""Asking before access ends, in the Ads Manager window: what stops, the confirmation, the toast, the receipt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ending import EndWay
from bcdesktop.ui.kit.ending_dialog import EndingWords, ask_ending, question_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class Endings:
    """Handed to whatever ends access; the window outlives what it does."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        self.session, self.advertiser, self.navigator = session, advertiser, navigator

    def ask(self, way: EndWay, subject_id: str, words: EndingWords) -> None:
        """Read what would stop, ask, end it, say ``words.said`` with the way to the receipt."""
        asked = question_of(self.session.context, self.advertiser, way, subject_id, words)
        ask_ending(self.session, self.navigator, asked, partial(self._say, words.said), self.navigator)

    def _say(self, said: str, receipt: EndReceiptRow) -> None:
        verb = QCoreApplication.translate("AdsEndings", "Receipt")
        self.navigator.notices.success(said, partial(self.show_receipt, receipt), verb=verb)

    def show_receipt(self, receipt: EndReceiptRow) -> None:
        """Open a receipt."""
        from bcdesktop.ui.paper.receipt_view import ReceiptDialog

        if receipt.way is EndWay.PERSON_LINK:
            found = QCoreApplication.translate(
                "AdsEndings", "It concerns you alone: save it now if you want to keep it."
            )
        else:
            found = QCoreApplication.translate(
                "AdsEndings", "Admins of the Business Center find it again under Activity log > Receipts."
            )
        self.navigator.open_dialog(ReceiptDialog(self.session, self.navigator, receipt, found=found))
