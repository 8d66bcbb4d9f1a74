"""The recovery text with the three ways to keep it. Used at first start and in Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcdesktop.ui.center.kept_text_view import KeptTextView
from bcdesktop.ui.center.recovery_sheet import recovery_text_sheet

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session

_GROUPS_PER_LINE = 4
_LINES = 3


class RecoveryTextView(KeptTextView):
    """Shows the text in lines of four groups."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "recovery", "recovery-text", _LINES, parent)
        self.box.setObjectName("recovery_text_box")
        self.box.setAccessibleName(self.tr("Recovery text"))

    def set_text(self, text: str, business_center_name: str) -> None:
        """Show ``text``; the name is written above it on paper."""
        lines = lines_of(text)
        self.show_sheet(recovery_text_sheet(business_center_name, lines), lines, text)


def lines_of(text: str) -> list[str]:
    """Return the groups of ``text`` in lines of four, the dashes kept."""
    groups = text.split("-")
    return ["-".join(groups[start : start + _GROUPS_PER_LINE]) for start in range(0, len(groups), _GROUPS_PER_LINE)]
