"""One entry of the sidebar: icon, title, and a count where something waits."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.ui.center.registry import PageEntry
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.theme import theme_of


class NavButton(QPushButton):
    """Checked while its page is shown. A grey one says why in tooltip and status tip (decisions.md, Grey controls)."""

    def __init__(self, entry: PageEntry, parent: QWidget | None = None) -> None:
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


def reason_text(admins: tuple[str, ...]) -> str:
    """Return why something is grey for a Standard member, with the names of the admins (domain.md 13.17)."""
    reason = QCoreApplication.translate("CenterSidebar", "Only admins can do this.")
    if not admins:
        return reason
    ask = QCoreApplication.translate("CenterSidebar", "Ask %1.").replace("%1", ", ".join(admins))
    return f"{reason} {ask}"
