"""What every screen of the phone is: a title, a body that scrolls, a foot that does not, and what it listens to."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.ui.phone.measures import HUGE, LARGE, MEDIUM

if TYPE_CHECKING:
    from bcdesktop.ui.phone.host import Host


class Bar(Enum):
    """What stands under a screen."""

    NONE = "none"
    TIKTOK = "tiktok"


class Tab(Enum):
    """The entries of the TikTok app's bottom bar."""

    HOME = "home"
    INBOX = "inbox"
    PROFILE = "profile"


class Screen(QWidget):
    """Base of all screens. A subclass sets ``name``, gives ``title`` and fills ``body`` and ``foot``."""

    name: ClassVar[str] = "screen"
    tab: ClassVar[Tab | None] = None
    wallpaper: ClassVar[bool] = False
    header: ClassVar[bool] = True
    can_leave: ClassVar[bool] = True
    passing: ClassVar[bool] = False
    """A step on the way to an answer: once that is given, Back does not lead here again."""
    resumes: ClassVar[bool] = False
    """Goes on by itself once another account is the active one."""
    listens_to: ClassVar[frozenset[ChangeKind]] = frozenset()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.setObjectName(self.name)
        self.actions_at_top: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._content = QWidget()
        self._content.setObjectName("qt_scrollarea_content")
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        self.body.setSpacing(MEDIUM)
        self.scroll = QScrollArea(self)
        self.scroll.setObjectName(f"{self.name}_scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.viewport().setAutoFillBackground(False)
        self.scroll.setWidget(self._content)
        # setWidget fills it with the window's colour, which would hide the wallpaper
        self._content.setAutoFillBackground(False)
        outer.addWidget(self.scroll, 1)
        self._foot_box = QFrame(self)
        self._foot_box.setProperty("role", "foot")
        self.foot = QVBoxLayout(self._foot_box)
        self.foot.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self.foot.setSpacing(MEDIUM)
        self._foot_box.hide()
        outer.addWidget(self._foot_box)

    def title(self) -> str:
        """Return the text of the header."""
        return ""

    def first_focus(self) -> QWidget | None:
        """Return the control that has the focus when the screen comes up, None for the first one."""
        return None

    def refresh(self) -> None:
        """Read again what is shown: when the screen comes up and after a change it listens to."""

    def go_back(self) -> bool:
        """Do an own step back; True where there was one and the screen stays."""
        return False

    def show_foot(self) -> None:
        """Show the foot once something lies in it."""
        self._foot_box.show()

    def set_foot_visible(self, visible: bool) -> None:
        """Show the foot, or take it away while nothing in it counts."""
        self._foot_box.setVisible(visible)

    def add_all(self, widgets: Iterable[QWidget]) -> None:
        """Put ``widgets`` under one another into the body."""
        for widget in widgets:
            self.body.addWidget(widget)

    def add_gap(self) -> None:
        """Leave some room in the body."""
        self.body.addSpacing(HUGE - MEDIUM)
