"""The sidebar of Ads Manager: its pages, and at the bottom the way to the other windows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bcdesktop.ui.ads.registry import ADS_PAGES
from bcdesktop.ui.kit.cards import clear_layout, text_label
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.nav_button import NavButton
from bcdesktop.ui.kit.theme import theme_of

_LETTERS = 30


class AdsSidebar(QFrame):
    """Empty until ``show_pages``, so that its frame can be painted before anything is known."""

    page_chosen = Signal(str)

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.buttons: dict[str, NavButton] = {}
        self.setObjectName("ads_sidebar")
        self.setProperty("role", "sidebar")
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 16, 12, 12)
        self._column.setSpacing(4)

    def show_pages(self) -> None:
        """Build the sidebar for whoever signed in."""
        self.clear()
        title = text_label(self.tr("Ads Manager"), "heading")
        title.setContentsMargins(8, 0, 0, 8)
        self._column.addWidget(title)
        for entry in ADS_PAGES:
            button = NavButton(entry)
            button.clicked.connect(self._choose)
            self.buttons[entry.name] = button
            setattr(self, button.objectName(), button)
            self._column.addWidget(button)
        self._column.addStretch(1)
        self.enter_center_button = self._add_way("enter_center_button", "enter_center", "building-2")
        self.phone_button = self._add_way("phone_button", "show_phone", "smartphone")

    def _add_way(self, name: str, action_name: str, icon_name: str) -> QPushButton:
        action = self._actions[action_name]
        button = QPushButton(f"  {action.text()}")
        button.setObjectName(name)
        button.setProperty("role", "nav")
        button.setIcon(icon(icon_name, theme_of(self)))
        button.setIconSize(icon_size(self))
        button.setAccessibleName(action.text())
        button.setStatusTip(action.statusTip())
        button.setToolTip(action.statusTip())
        button.clicked.connect(action.trigger)
        self._column.addWidget(button)
        return button

    def clear(self) -> None:
        """Take everything out, after sign-out."""
        self.buttons.clear()
        clear_layout(self._column)

    def set_current(self, page_name: str) -> None:
        """Mark the page that is shown."""
        if page_name in self.buttons:
            self.buttons[page_name].setChecked(True)

    def set_count(self, page_name: str, count: int, text: str) -> None:
        """Show how much waits on a page; ``text`` says it in words."""
        if page_name in self.buttons:
            self.buttons[page_name].set_count(count, text)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, NavButton):
            self.page_chosen.emit(button.entry.name)
