"""What one partnership shares: raise or lower a role in one step, stop sharing, share more (domain.md 13.21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.partnerships import PartnershipSide
from bcdesktop.ui.center.chosen_roles import RoleCombo
from bcdesktop.ui.center.pages.partner_columns import share_columns
from bcdesktop.ui.center.share_changes import ShareChanges
from bcdesktop.ui.kit.cards import named_button, text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.people_records import PartnershipRow, ShareRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class PartnerShares(QWidget):
    """A list, and below it what can be done with what is selected."""

    changed = Signal(object)
    """The partnership as it is after a change made here."""
    more_requested = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__()
        self.setObjectName("partner_shares")
        self._row: PartnershipRow | None = None
        self._changes = ShareChanges(session, actor, navigator, self)
        self._changes.changed.connect(self.changed)
        self._changes.unchanged.connect(self._show_controls)
        empty = EmptyState(
            self.tr("Nothing is shared"), self.tr("What this partnership shares stands here."), icon_name="share-2"
        )
        self.shares_table = RecordTable(
            "partner_shares_table",
            share_columns(),
            accessible_name=self.tr("What is shared"),
            settings=session.settings,
            empty=empty,
        )
        self.shares_table.selection_changed.connect(self._show_controls)
        self.shares_table.delete_pressed.connect(self.stop)
        self._build_controls()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.shares_table, 1)
        layout.addWidget(self.controls)

    def _build_controls(self) -> None:
        caption = text_label(self.tr("&Role of the selected"), "label")
        self.share_role_combo = RoleCombo()
        self.share_role_combo.setObjectName("partner_share_role_combo")
        self.share_role_combo.setAccessibleName(self.tr("Role of what is selected"))
        # only what a person chooses is a change
        self.share_role_combo.activated.connect(self._choose_role)
        caption.setBuddy(self.share_role_combo)
        self.stop_sharing_button = named_button("stop_sharing_button", self.tr("S&top sharing…"), self.stop)
        self.share_more_button = named_button("share_more_button", self.tr("Share &more…"), self._ask_for_more)
        self.controls = QWidget()
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((first, (caption, self.share_role_combo)), (second, self._buttons())):
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
        layout = QVBoxLayout(self.controls)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(second)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.stop_sharing_button, self.share_more_button

    def show_row(self, row: PartnershipRow) -> None:
        """Show what ``row`` shares; only the sharing side of an open one can change it."""
        is_other = self._row is None or self._row.id != row.id
        self._row = row
        self.shares_table.set_records(row.shares)
        if is_other and row.shares:
            self.shares_table.select_record(row.shares[0].id)
        self.controls.setVisible(row.is_open and row.side is PartnershipSide.GIVING)
        self._show_controls()

    def _selected(self) -> list[ShareRow]:
        selected: list[ShareRow] = self.shares_table.selected_records()
        return selected

    def _show_controls(self) -> None:
        selected = self._selected()
        why = "" if selected else self.tr("Select something in the list first.")
        kinds = {share.kind for share in selected}
        why_no_role = why if len(kinds) < 2 else self.tr("Each kind has roles of its own. Select one kind only.")
        for widget, reason in ((self.share_role_combo, why_no_role), (self.stop_sharing_button, why)):
            widget.setEnabled(not reason)
            widget.setStatusTip(reason)
            widget.setToolTip(reason)
        roles = {share.role for share in selected}
        with QSignalBlocker(self.share_role_combo):
            if len(kinds) == 1:
                self.share_role_combo.set_kind(kinds.pop())
            if len(roles) == 1:
                self.share_role_combo.choose(roles.pop())

    def _choose_role(self) -> None:
        if self._row is not None:
            self._changes.set_role(self._row, self._selected(), self.share_role_combo.role())

    def stop(self) -> None:
        """Ask, then stop sharing what is selected."""
        if self._row is not None and self._selected() and not self.controls.isHidden():
            self._changes.stop(self._row, self._selected())

    def _ask_for_more(self) -> None:
        self.more_requested.emit(self._row)
