"""One entry of a window's sidebar: icon, title, and a count where something waits."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.theme import theme_of


class NavEntry(Protocol):
    """What a sidebar shows of a page; the registry of each window has it."""

    @property
    def name(self) -> str:
        """The page's name, which becomes part of the button's."""
        ...

    @property
    def icon(self) -> str:
        """Name of the icon."""
        ...

    @property
    def title_text(self) -> str:
        """The title in the person's language."""
        ...


class NavButton(QPushButton):
    """Checked while its page is shown. A grey one says why in tooltip and status tip (decisions.md, Grey controls)."""

    def __init__(self, entry: NavEntry, parent: QWidget | None = None) -> None:
        super().__init__(f"  {entry.title_text}", parent)
        self.entry = entry
        self.setObjectName(f"nav_{entry.name}_button")
        self.setProperty("role", "nav")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setIconSize(icon_size(self))
        self.setAccessibleName(entry.title_text)
        self.count_badge = Badge("", BadgeKind.COUNT)
        self.count_badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.count_badge.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addStretch(1)
        layout.addWidget(self.count_badge)
        self.toggled.connect(self._draw)
        self._draw(False)

    def set_count(self, count: int, text: str) -> None:
        """Show ``count`` (0 hides it); ``text`` says it in words, for the tooltip and screen readers."""
        self.count_badge.setText(str(count) if count < 100 else "99+")
        self.count_badge.setVisible(count > 0)
        title = self.entry.title_text
        self.setAccessibleName(f"{title}, {text}" if count else title)
        if self.isEnabled():
            self.setToolTip(text if count else "")

    def forbid(self, reason: str) -> None:
        """Make the entry grey; ``reason`` names who can open it."""
        self.setEnabled(False)
        self.setToolTip(reason)
        self.setStatusTip(reason)
        self.setAccessibleDescription(reason)

    def sizeHint(self) -> QSize:
        """Room for the title, and for a count beside it."""
        hint = QPushButton.sizeHint(self)
        return QSize(hint.width() + self.fontMetrics().averageCharWidth() * 4, hint.height())

    def _draw(self, checked: bool) -> None:
        self.setIcon(icon(self.entry.icon, theme_of(self), "primary" if checked else "text"))
