"""Choosing several people or accounts from a list, and a role for each (A2-36 to A2-39)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.ui.center.chosen_roles import ChosenRoles
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.role_words import role_description
from bcdesktop.ui.kit.tables import Column
from bcdesktop.ui.kit.tick_table import TickTable
from bcdesktop.ui.kit.words import label_of


@dataclass(frozen=True)
class PickItem:
    """One row to choose. ``now`` says in words what access there is today; ``limit`` is the most that can be given."""

    id: str
    name: str
    detail: str
    kind: str
    now: str = ""
    role: AssetRole = AssetRole.OPERATOR
    """The role proposed when it is chosen."""
    limit: AssetRole = AssetRole.OPERATOR
    asset_kind: AssetKind = AssetKind.TIKTOK_ACCOUNT
    """What the role is for: each kind knows roles of its own."""


@dataclass(frozen=True)
class PickerWords:
    """How the parts of one picker are called."""

    items: str
    name_title: str
    detail_title: str
    filter_hint: str
    all_kinds: str
    nothing_chosen: str
    empty_title: str
    empty_text: str
    empty_icon: str = "users"
    kind_width: int = 11
    """Letters of the column Kind."""


class RolePicker(QWidget):
    """The list at the left, what was chosen at the right. ``name`` begins the object names of its parts."""

    changed = Signal()
    """Something else is chosen, or in another role."""

    def __init__(self, name: str, words: PickerWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_picker")
        self._name, self._words = name, words
        self.filter_edit = QLineEdit()
        self.filter_edit.setObjectName(f"{name}_filter_edit")
        self.filter_edit.setPlaceholderText(words.filter_hint)
        self.filter_edit.setAccessibleName(words.filter_hint)
        self.filter_edit.setClearButtonEnabled(True)
        self.kind_combo = QComboBox()
        self.kind_combo.setObjectName(f"{name}_kind_combo")
        self.kind_combo.setAccessibleName(words.all_kinds)
        self.kind_combo.addItem(words.all_kinds, None)
        self.table = self._table()
        self.chosen = ChosenRoles(name, words.nothing_chosen)
        self.roles_label = text_label("", "small", wrap=True)
        self._kinds: list[AssetKind] = []
        self._lay_out()
        self.filter_edit.textChanged.connect(self.table.set_text_filter)
        self.kind_combo.currentIndexChanged.connect(self._filter_kind)
        self.table.filter_cleared.connect(self._clear_filter)
        self.table.ticks_changed.connect(self._show_ticked)
        self.chosen.unpicked.connect(self._untick)
        self.chosen.changed.connect(self.changed)

    def _table(self) -> TickTable:
        columns = (
            Column("name", self._words.name_title, _name, width=21),
            Column("detail", self._words.detail_title, _detail, width=25),
            Column("kind", self.tr("Kind"), _kind, width=self._words.kind_width),
            Column("now", self.tr("Access now"), _now, width=13),
        )
        empty = EmptyState(self._words.empty_title, self._words.empty_text, icon_name=self._words.empty_icon)
        return TickTable(f"{self._name}_table", columns, accessible_name=self._words.items, empty=empty, whole_row=True)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.filter_edit, 1)
        filters.addWidget(self.kind_combo)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(filters)
        left.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.chosen, 1)
        right.addWidget(self.roles_label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(left, 3)
        layout.addLayout(right, 2)
        letter = self.fontMetrics().averageCharWidth()
        self.table.setMinimumWidth(letter * 56)
        self.chosen.setMinimumWidth(letter * 40)

    def set_items(self, items: Sequence[PickItem]) -> None:
        """Show ``items``; what was chosen stays so where it is still there."""
        kinds = list(dict.fromkeys(item.kind for item in items))
        with QSignalBlocker(self.kind_combo):
            while self.kind_combo.count() > 1:
                self.kind_combo.removeItem(1)
            for kind in kinds:
                self.kind_combo.addItem(kind, kind)
        self.kind_combo.setVisible(len(kinds) > 1)
        self.table.setColumnHidden(self.table.record_model.column_index("kind"), len(kinds) < 2)
        self.table.set_records(items)
        self._kinds = list(dict.fromkeys(item.asset_kind for item in items))
        self._show_ticked()

    def roles(self) -> dict[str, AssetRole]:
        """Return the role of everything chosen, by id."""
        return self.chosen.roles()

    def pick(self, item_id: str) -> None:
        """Choose one item."""
        self.table.set_ticked([item_id])

    def clear(self) -> None:
        """Choose nothing any more."""
        self.table.clear_ticks()

    def _show_ticked(self) -> None:
        ticked: list[PickItem] = self.table.ticked_records()
        self.chosen.show_items(ticked)
        self.roles_label.setText(
            _roles_text(list(dict.fromkeys(item.asset_kind for item in ticked)) or self._kinds[:1])
        )
        self.changed.emit()

    def _untick(self, item_id: str) -> None:
        self.table.set_ticked([item_id], ticked=False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter_kind(self) -> None:
        kind = self.kind_combo.currentData()
        self.table.set_predicate(None if kind is None else _OfKind(kind))

    def _clear_filter(self) -> None:
        self.filter_edit.clear()
        self.kind_combo.setCurrentIndex(0)


@dataclass(frozen=True)
class _OfKind:
    kind: str

    def __call__(self, item: PickItem) -> bool:
        return item.kind == self.kind


def _roles_text(kinds: Sequence[AssetKind]) -> str:
    """Return what the roles of ``kinds`` allow, a line each."""
    lines = []
    for kind in kinds:
        if len(kinds) > 1:
            lines.append(label_of(kind))
        lines += [f"{label_of(role)}: {role_description(kind, role)}" for role in ROLES_OF[kind]]
    return "\n".join(lines)


def _name(item: PickItem) -> str:
    return item.name


def _detail(item: PickItem) -> str:
    return item.detail


def _kind(item: PickItem) -> str:
    return item.kind


def _now(item: PickItem) -> str:
    return item.now
