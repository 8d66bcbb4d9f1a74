"""What was chosen in a picker: one line each, with its role and a button that takes it out again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from bcdesktop.core.grants import ROLES_OF, AssetKind, least, roles_up_to
from bcdesktop.core.roles import AssetRole
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.role_words import role_description
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.ui.center.role_picker import PickItem

_BUTTONS = 3


class RoleCombo(QComboBox):
    """The roles of one kind of asset, each with what it allows; what is above ``limit`` is not offered."""

    def __init__(
        self,
        limit: AssetRole = AssetRole.OPERATOR,
        parent: QWidget | None = None,
        *,
        kind: AssetKind = AssetKind.TIKTOK_ACCOUNT,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.set_limit(limit)
        self.currentIndexChanged.connect(self._explain)

    def set_kind(self, kind: AssetKind, limit: AssetRole | None = None) -> None:
        """Offer the roles of ``kind`` up to ``limit``, by default all of them; the first is chosen."""
        self.kind = kind
        self.set_limit(limit or ROLES_OF[kind][0])

    def set_limit(self, limit: AssetRole) -> None:
        """Offer what ``limit`` allows; the first is chosen."""
        self.clear()
        for role in roles_up_to(self.kind, limit):
            self.addItem(label_of(role), role)
            self.setItemData(self.count() - 1, role_description(self.kind, role), Qt.ItemDataRole.ToolTipRole)
        self._explain()

    def role(self) -> AssetRole:
        """Return the chosen role."""
        return AssetRole(self.currentData())

    def choose(self, role: AssetRole) -> None:
        """Choose ``role``, or the most there is below it."""
        self.setCurrentIndex(max(0, self.findData(role)))

    def _explain(self) -> None:
        if self.count():
            self.setToolTip(role_description(self.kind, self.role()))


class ChosenLine(QWidget):
    """One chosen item."""

    def __init__(self, name: str, item: PickItem, role: AssetRole) -> None:
        super().__init__()
        self.item_id = item.id
        title = text_label(item.name)
        title.setToolTip(item.detail)
        self.role_combo = RoleCombo(item.limit, kind=item.asset_kind)
        self.role_combo.setObjectName(f"{name}_role_combo_{item.id}")
        self.role_combo.setAccessibleName(self.tr("Role of %1").replace("%1", item.name))
        self.role_combo.choose(role)
        self.unpick_button = QToolButton()
        self.unpick_button.setObjectName(f"{name}_unpick_button_{item.id}")
        self.unpick_button.setProperty("kind", "quiet")
        self.unpick_button.setIcon(icon("x", theme_of(self), "muted"))
        self.unpick_button.setAccessibleName(self.tr("Take %1 out").replace("%1", item.name))
        self.unpick_button.setToolTip(self.unpick_button.accessibleName())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(title, 1)
        layout.addWidget(self.role_combo)
        layout.addWidget(self.unpick_button)


class ChosenRoles(QWidget):
    """The lines; a role set here stays with its item while it is chosen."""

    changed = Signal()
    """Another role was set."""
    unpicked = Signal(str)
    """An item is to be taken out, by its id."""

    def __init__(self, name: str, nothing_chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._lines: dict[str, ChosenLine] = {}
        self.count_label = text_label("", "strong")
        self.nothing_label = text_label(nothing_chosen, "muted", wrap=True)
        self.all_buttons = {role: self._all_button(role) for role in AssetRole}
        every = QHBoxLayout()
        every.setSpacing(4)
        for button in self.all_buttons.values():
            every.addWidget(button)
        every.addStretch(1)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.nothing_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.count_label)
        layout.addLayout(every)
        layout.addWidget(scrolled(inside), 1)
        self._say_count()

    def _all_button(self, role: AssetRole) -> QPushButton:
        button = QPushButton(self.tr("All %1").replace("%1", label_of(role)))
        button.setObjectName(f"{self._name}_all_{role.value}_button")
        button.setProperty("kind", "quiet")
        button.setAutoDefault(False)
        button.hide()
        button.clicked.connect(self._set_all)
        return button

    def show_items(self, items: Sequence[PickItem]) -> None:
        """Show ``items``: new ones come at the end, the others keep their role."""
        wanted = {item.id: item for item in items}
        for item_id in [item_id for item_id in self._lines if item_id not in wanted]:
            line = self._lines.pop(item_id)
            line.hide()
            self._column.removeWidget(line)
            line.deleteLater()
        for item in items:
            if item.id not in self._lines:
                self._add(item)
        self._say_count()

    def line(self, item_id: str) -> ChosenLine:
        """Return the line of one chosen item. Raises KeyError."""
        return self._lines[item_id]

    def roles(self) -> dict[str, AssetRole]:
        """Return the role of each item by id."""
        return {item_id: line.role_combo.role() for item_id, line in self._lines.items()}

    def _add(self, item: PickItem) -> None:
        line = ChosenLine(self._name, item, least(item.role, item.limit))
        line.role_combo.currentIndexChanged.connect(self.changed)
        line.unpick_button.clicked.connect(self._unpick)
        self._lines[item.id] = line
        self._column.addWidget(line)

    def _unpick(self) -> None:
        for item_id, line in self._lines.items():
            if line.unpick_button is self.sender():
                self.unpicked.emit(item_id)
                return

    def _set_all(self) -> None:
        role = next(role for role, button in self.all_buttons.items() if button is self.sender())
        for line in self._lines.values():
            if role in ROLES_OF[line.role_combo.kind]:
                line.role_combo.choose(role)

    def _say_count(self) -> None:
        count = len(self._lines)
        self.count_label.setText(self.tr("%1 chosen").replace("%1", str(count)) if count else self.tr("Chosen"))
        self.nothing_label.setVisible(not count)
        offered = {role for line in self._lines.values() for role in ROLES_OF[line.role_combo.kind]}
        # where kinds are mixed one role for all says little, and the buttons would not fit beside each other
        for role, button in self.all_buttons.items():
            button.setVisible(count > 1 and role in offered and len(offered) <= _BUTTONS)
