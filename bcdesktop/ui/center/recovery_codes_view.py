"""Ten recovery codes with the three ways to keep them; they are shown once (security.md 2.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcdesktop.ui.center.kept_text_view import KeptTextView
from bcdesktop.ui.center.recovery_sheet import recovery_codes_sheet

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session

_ROWS = 5


class RecoveryCodesView(KeptTextView):
    """Shows the codes in two columns."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "recovery_codes", "recovery-codes", _ROWS, parent)
        self.box.setObjectName("recovery_codes_box")
        self.box.setAccessibleName(self.tr("Recovery codes"))
        self.box.setTabStopDistance(self.box.fontMetrics().averageCharWidth() * 24)

    def set_codes(self, codes: Sequence[str], email: str) -> None:
        """Show ``codes``; the address is written above them on paper."""
        lines = ["\t".join(codes[row::_ROWS]) for row in range(min(_ROWS, len(codes)))]
        # on paper one a line, so that those used up can be crossed out
        self.show_sheet(recovery_codes_sheet(email, codes), lines, "\n".join(codes))
