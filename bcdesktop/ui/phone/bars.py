"""What stands over and under a screen: header, the TikTok app's bottom bar, the home bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.phone.measures import GAP, SMALL, em
from bcdesktop.ui.phone.pieces import icon_button, text
from bcdesktop.ui.phone.screen import Screen, Tab


class Header(QWidget):
    """Back, the title, and up to a few buttons that the screen gives."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SMALL, GAP, SMALL, GAP)
        layout.setSpacing(GAP)
        self.back_button = icon_button(self.tr("Back"), "back_button", "chevron-left")
        self.title_label = text("", "heading")
        self.title_label.setObjectName("title_label")
        self.title_label.setWordWrap(False)
        self.title_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._left, self._right = QWidget(), QWidget()
        for box in (self._left, self._right):
            inside = QHBoxLayout(box)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
        self._left.layout().addWidget(self.back_button)
        self._left.layout().addStretch(1)
        self._right.layout().addStretch(1)
        layout.addWidget(self._left)
        layout.addWidget(self.title_label, 1)
        layout.addWidget(self._right)
        self._given: list[QWidget] = []
        self._screen: Screen | None = None

    def show_screen(self, screen: Screen, *, can_go_back: bool) -> None:
        """Take title and buttons of ``screen``."""
        self.setVisible(screen.header)
        self.title_label.setText(screen.title())
        self.back_button.setVisible(can_go_back)
        self._give_back()
        self._screen, self._given = screen, list(screen.actions_at_top)
        for widget in self._given:
            self._right.layout().addWidget(widget)
            widget.show()
        # the title stays in the middle whatever stands beside it
        side = self.back_button.sizeHint().width()
        width = max(side, sum(widget.sizeHint().width() for widget in self._given))
        self._left.setMinimumWidth(width)
        self._right.setMinimumWidth(width)

    def controls(self) -> list[QWidget]:
        """Return the buttons from left to right."""
        return [self.back_button, *self._given]

    def _give_back(self) -> None:
        """Return the buttons to the screen they came with, so that they live and die with it."""
        for widget in self._given:
            widget.hide()
            if self._screen is not None and isValid(self._screen) and isValid(widget):
                widget.setParent(self._screen)
        self._given = []


class TabBar(QFrame):
    """Home, Inbox and Profile of the TikTok app."""

    chosen = Signal(Tab)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tab_bar")
        self.setProperty("role", "tab_bar")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SMALL, GAP, SMALL, GAP)
        self.home_tab_button = self._tab(self.tr("Home"), "home_tab_button", "house")
        self.inbox_tab_button = self._tab(self.tr("Inbox"), "inbox_tab_button", "message-circle")
        self.profile_tab_button = self._tab(self.tr("Profile"), "profile_tab_button", "user")
        self._buttons = {
            Tab.HOME: self.home_tab_button,
            Tab.INBOX: self.inbox_tab_button,
            Tab.PROFILE: self.profile_tab_button,
        }
        for made in self._buttons.values():
            layout.addWidget(made, 1)
        self.home_tab_button.clicked.connect(self._choose_home)
        self.inbox_tab_button.clicked.connect(self._choose_inbox)
        self.profile_tab_button.clicked.connect(self._choose_profile)

    def _tab(self, words: str, name: str, icon_name: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setText(words)
        made.setAccessibleName(words)
        made.setIcon(icon(icon_name, theme_of(self)))
        made.setIconSize(icon_size(made, 1.3))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setProperty("role", "tab")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return made

    def show_tab(self, tab: Tab | None) -> None:
        """Mark ``tab``; without one the bar is hidden."""
        self.setVisible(tab is not None)
        for key, made in self._buttons.items():
            made.setChecked(key is tab)

    def set_waiting(self, count: int) -> None:
        """Show at the inbox how many requests wait."""
        words = self.tr("Inbox")
        self.inbox_tab_button.setText(f"{words} ({count})" if count else words)
        spoken = self.tr("Inbox, {count} waiting").format(count=count) if count else words
        self.inbox_tab_button.setAccessibleName(spoken)

    def _choose_home(self) -> None:
        self.chosen.emit(Tab.HOME)

    def _choose_inbox(self) -> None:
        self.chosen.emit(Tab.INBOX)

    def _choose_profile(self) -> None:
        self.chosen.emit(Tab.PROFILE)


class HomeBar(QPushButton):
    """The pill at the lower edge: press it to leave the app."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("home_button")
        self.setProperty("role", "home")
        self.setAccessibleName(self.tr("Go to the home screen"))
        self.setToolTip(self.tr("Home screen (Alt+Home)"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(em(self) * 9, round(em(self) * 1.2))
        self._theme = theme_of(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        super().paintEvent(event)
        height = max(4.0, self.height() / 5)
        pill = QRectF(em(self) * 1.0, (self.height() - height) / 2, self.width() - 2.0 * em(self), height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.text))
        painter.drawRoundedRect(pill, height / 2, height / 2)
