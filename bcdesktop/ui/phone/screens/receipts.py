"""What was authorized or declined on this phone (security.md 1.3, A10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.nothing_yet import NothingYet
from bcdesktop.ui.phone.pieces import Card, Row
from bcdesktop.ui.phone.receipt_text import decision_words
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import Receipt


class ReceiptsScreen(Screen):
    """One row per answer, the newest first; ``receipt_row_ID`` names the rows."""

    name = "receipts_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._receipts: dict[str, Receipt] = {}
        self.rows = Card(tight=True)
        self.nothing = NothingYet(
            "receipt",
            self.tr("No answers yet"),
            self.tr("What you authorize, decline or take back leaves a receipt here, signed and complete."),
        )
        self.add_all([self.rows, self.nothing])
        self.body.addStretch(1)
        self.rows.hide()
        self.nothing.hide()

    def title(self) -> str:
        """Return the title."""
        return self.tr("Your answers")

    def first_focus(self) -> QWidget | None:
        """Return the newest one."""
        return self.rows.findChild(Row)

    def refresh(self) -> None:
        """Read the receipts anew."""
        self.host.run(self, self.host.profile.receipts, self._show)

    def _show(self, receipts: tuple[Receipt, ...]) -> None:
        self.rows.clear()
        self._receipts = {receipt.id: receipt for receipt in receipts}
        now = self.host.now()
        for receipt in receipts:
            when = relative(receipt.at, now)
            row = Row(
                receipt.business_center_name,
                f"receipt_row_{receipt.id}",
                icon_name="receipt",
                detail=self.tr("@{handle} · {when}").format(handle=receipt.handle, when=when),
                arrow=False,
            )
            word, kind = decision_words(receipt)
            row.add(Badge(word, kind))
            row.setAccessibleName(f"{row.accessibleName()}, {word}")
            row.setToolTip(exact(receipt.at))
            row.setProperty("receipt_id", receipt.id)
            row.clicked.connect(self._open)
            self.rows.add(row, line=True)
        self.rows.setVisible(bool(receipts))
        self.nothing.setVisible(not receipts)

    def _open(self) -> None:
        row = self.sender()
        receipt = self._receipts.get(str(row.property("receipt_id"))) if row is not None else None
        if receipt is not None:
            self.host.routes.receipt(receipt)
