"""Above the list of accounts: what is ticked, and what can be done with all of it at once (A2-35)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.core.access_requests import LinkState
from bcdesktop.ui.center.access_words import accounts_text
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label

if TYPE_CHECKING:
    from bcdesktop.services.records import TikTokAccountRow


class AccountSelectionBar(QWidget):
    """Ticked accounts count; without a tick the selected rows do."""

    assign_requested = Signal(list)
    """Give the accounts with these ids to somebody."""
    untick_requested = Signal()

    def __init__(self, *, why_not: str = "", parent: QWidget | None = None) -> None:
        """``why_not`` says why this person may not give access; empty where they may."""
        super().__init__(parent)
        self._why_not = why_not
        self._ids: list[str] = []
        self.assign_button = QPushButton(self.tr("Assign a &new member"))
        self.assign_button.setObjectName("assign_button")
        set_button_icon(self.assign_button, "user-plus")
        self.assign_button.clicked.connect(self._assign)
        self.ticked_label = text_label("", "muted")
        self.ticked_label.setObjectName("ticked_label")
        self.untick_button = QPushButton(self.tr("&Untick all"))
        self.untick_button.setObjectName("untick_button")
        self.untick_button.setProperty("kind", "quiet")
        self.untick_button.clicked.connect(self.untick_requested)
        self.untick_button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.assign_button)
        layout.addWidget(self.ticked_label)
        layout.addWidget(self.untick_button)
        layout.addStretch(1)
        self.show_choice((), (), 0)

    def set_why_not(self, why_not: str) -> None:
        """Say why this person may not give access."""
        self._why_not = why_not
        self._show_button()

    def show_choice(
        self, ticked: Sequence[TikTokAccountRow], selected: Sequence[TikTokAccountRow], hidden: int
    ) -> None:
        """Show what is chosen; ``hidden`` is how many of the ticked ones the filter hides."""
        chosen = ticked or selected
        self._ids = [row.id for row in chosen if row.state is LinkState.ACTIVE]
        self._has_ended_only = bool(chosen) and not self._ids
        self.ticked_label.setText(self._text(ticked, selected, hidden))
        self.untick_button.setVisible(bool(ticked))
        self._show_button()

    def _text(self, ticked: Sequence[TikTokAccountRow], selected: Sequence[TikTokAccountRow], hidden: int) -> str:
        if ticked:
            text = self.tr("%1 ticked").replace("%1", accounts_text(len(ticked)))
            if hidden:
                text += " " + self.tr("(%1 not in view)").replace("%1", str(hidden))
            return text
        if selected:
            name = f"@{selected[0].handle}" if len(selected) == 1 else accounts_text(len(selected))
            return self.tr("%1 selected").replace("%1", name)
        return self.tr("Tick accounts to give them to people and partners.")

    def _show_button(self) -> None:
        why_not = self._why_not
        if not why_not and not self._ids:
            why_not = self.tr("Tick accounts in the list first.")
            if self._has_ended_only:
                why_not = self.tr("Access to these accounts has ended.")
        self.assign_button.setEnabled(not why_not)
        tip = why_not or self.tr("Pick people and partners, and a role for each")
        self.assign_button.setToolTip(tip)
        self.assign_button.setStatusTip(tip)

    def _assign(self) -> None:
        self.assign_requested.emit(self._ids)
