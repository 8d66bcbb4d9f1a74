"""The Business Center switcher on top of the sidebar (decisions.md, Words and places)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from bcdesktop.ui.center.switcher_menu import SwitcherMenu
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.theme import theme_of

if TYPE_CHECKING:
    from bcdesktop.services.records import BusinessCenterRow


class Switcher(QWidget):
    """Name and id of the open Business Center, a mark for an example, and a menu of the others."""

    chosen = Signal(str)
    """Id of the Business Center to switch to."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.name_label = text_label("", "strong", wrap=True)
        self.name_label.setObjectName("business_center_name_label")
        self.id_label = text_label("", "small", selectable=True)
        self.id_label.setObjectName("business_center_id_label")
        self.id_label.setAccessibleName(self.tr("Id of the Business Center"))
        self.id_label.hide()
        self.example_badge = Badge(self.tr("Example"), BadgeKind.WARNING)
        self.example_badge.setObjectName("example_badge")
        self.example_badge.setToolTip(self.tr("Everything here is made up. Your own data is in another store."))
        self.example_badge.hide()
        self.switcher_button = QToolButton()
        self.switcher_button.setObjectName("switcher_button")
        self.switcher_button.setProperty("kind", "quiet")
        self.switcher_button.setIcon(icon("chevrons-up-down", theme_of(self), "muted"))
        self.switcher_button.setIconSize(icon_size(self))
        self.switcher_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.switcher_button.setAccessibleName(self.tr("Switch the Business Center"))
        self.switcher_button.setToolTip(self.tr("Switch the Business Center"))
        self.switcher_menu = SwitcherMenu(self)
        self.switcher_menu.chosen.connect(self.chosen)
        self.switcher_button.setMenu(self.switcher_menu)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.name_label)
        words.addWidget(self.id_label)
        words.addWidget(self.example_badge, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(words, 1)
        layout.addWidget(self.switcher_button, 0, Qt.AlignmentFlag.AlignTop)
        self._fill(())

    def show_centers(self, rows: tuple[BusinessCenterRow, ...], current_id: str) -> None:
        """List the person's Business Centers; the present one is ticked."""
        for row in rows:
            if row.id == current_id:
                self.set_name(row.name)
                self.id_label.setText(row.id)
                # with one alone there is nothing to take it for
                self.id_label.setVisible(len(rows) > 1)
                self.example_badge.setVisible(row.is_example)
        self._fill(rows, current_id)

    def set_name(self, name: str) -> None:
        """Show ``name`` before the list is known."""
        self.name_label.setText(name)
        self.switcher_button.setAccessibleDescription(name)

    def _fill(self, rows: tuple[BusinessCenterRow, ...], current_id: str = "") -> None:
        is_example = any(row.is_example for row in rows if row.id == current_id)
        names = ("create_center", "open_store", "open_own_store" if is_example else "try_example", "switch_person")
        self.switcher_menu.fill(rows, current_id, [self._actions[name] for name in names])
