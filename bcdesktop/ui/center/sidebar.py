"""The sidebar: switcher on top, pages in groups, the signed-in person at the bottom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcdesktop.core.policy import may
from bcdesktop.ui.center.actions import with_shortcut
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.registry import PAGES
from bcdesktop.ui.center.switcher import Switcher
from bcdesktop.ui.kit.cards import clear_layout, separator, text_label
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.nav_button import NavButton
from bcdesktop.ui.kit.theme import theme_of

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor

_LETTERS = 30
"""Titles have about 15 letters (look.md); icon, count and margins take as much again."""


class Sidebar(QFrame):
    """Empty until ``show_actor``, so that its frame can be painted before anything is known."""

    page_chosen = Signal(str)
    ask_requested = Signal(object)
    """The policy action of a grey page, to ask an admin about."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.buttons: dict[str, NavButton] = {}
        self.setObjectName("sidebar")
        self.setProperty("role", "sidebar")
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 16, 12, 12)
        self._column.setSpacing(4)

    def show_actor(self, actor: Actor, admins: tuple[str, ...] = ()) -> None:
        """Build the sidebar for ``actor``; pages the policy forbids are grey and name ``admins``."""
        self.clear()
        self.switcher = Switcher(self._actions)
        self.switcher.set_name(actor.business_center_name)
        self._column.addWidget(self.switcher)
        self._column.addSpacing(12)
        self._add_find()
        self._column.addSpacing(8)
        self._column.addWidget(self._scrolled_pages(), 1)
        self._add_pages(actor, admins)
        self._add_ads_manager()
        self._add_phone()
        self._column.addWidget(separator())
        self._add_person(actor)

    def clear(self) -> None:
        """Take everything out, after sign-out."""
        self.buttons.clear()
        clear_layout(self._column)

    def set_current(self, page_name: str) -> None:
        """Mark the page that is shown."""
        if page_name in self.buttons:
            self.buttons[page_name].setChecked(True)
            self._area.ensureWidgetVisible(self.buttons[page_name])

    def name_admins(self, admins: tuple[str, ...]) -> None:
        """Tell who can open what is grey."""
        for button in self.buttons.values():
            if not button.isEnabled():
                button.forbid(reason_text(admins))

    def _add_find(self) -> None:
        action = self._actions["find"]
        self.find_button = QPushButton("  " + self.tr("Find…"))
        self.find_button.setObjectName("find_button")
        self.find_button.setProperty("role", "nav")
        self._dress(self.find_button, action, "search", "muted")

    def _add_ads_manager(self) -> None:
        self.ads_manager_button = QPushButton(f"  {self.tr('Open Ads Manager')}")
        self.ads_manager_button.setObjectName("ads_manager_button")
        self.ads_manager_button.setProperty("role", "nav")
        self._dress(self.ads_manager_button, self._actions["open_ads_manager"], "megaphone", "text")

    def _add_phone(self) -> None:
        self.phone_button = QPushButton(f"  {self.tr('Open the Phone')}")
        self.phone_button.setObjectName("phone_button")
        self.phone_button.setProperty("role", "nav")
        self._dress(self.phone_button, self._actions["show_phone"], "smartphone", "text")

    def _dress(self, button: QPushButton, action: QAction, icon_name: str, token: str) -> None:
        button.setIcon(icon(icon_name, theme_of(self), token))
        button.setIconSize(icon_size(self))
        button.setAccessibleName(action.text())
        button.setToolTip(with_shortcut(action.text(), action))
        button.setStatusTip(action.statusTip())
        button.clicked.connect(action.trigger)
        self._column.addWidget(button)

    def _scrolled_pages(self) -> QScrollArea:
        """Return the room for the pages: what stands below them stays in view in a low window."""
        inside = QWidget()
        inside.setObjectName("qt_scrolled_frame")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(4)
        column.addLayout(self._pages)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setObjectName("qt_scrolled_area")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        return self._area

    def _add_pages(self, actor: Actor, admins: tuple[str, ...]) -> None:
        group = ""
        for entry in PAGES:
            if not entry.is_listed(actor.finance_role):
                continue
            if entry.group_text != group:
                group = entry.group_text
                self._pages.addSpacing(8)
                if group:
                    heading = text_label(group, "small")
                    heading.setContentsMargins(8, 0, 0, 0)
                    self._pages.addWidget(heading)
            button = NavButton(entry)
            if entry.needs is not None and not may(entry.needs, actor.role):
                button.forbid(reason_text(admins))
                button.installEventFilter(self)
            button.clicked.connect(self._choose)
            self.buttons[entry.name] = button
            setattr(self, button.objectName(), button)
            self._pages.addWidget(button)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, NavButton):
            self.page_chosen.emit(button.entry.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer to ask an admin about a page that is grey; a grey button itself hears no mouse."""
        if isinstance(event, QContextMenuEvent) and isinstance(watched, NavButton) and not watched.isEnabled():
            self._offer_to_ask(watched, event)
            return True
        return super().eventFilter(watched, event)

    def _offer_to_ask(self, button: NavButton, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setObjectName("grey_page_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask = menu.addAction(self.tr("Ask an admin…"))
        ask.setObjectName("ask_about_page_action")
        ask.triggered.connect(partial(self.ask_requested.emit, button.entry.needs))
        menu.popup(event.globalPos())

    def _add_person(self, actor: Actor) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        self.person_label = text_label(actor.name, "strong", wrap=True)
        self.person_label.setObjectName("person_label")
        role = self.tr("Admin") if actor.role == "admin" else self.tr("Standard")
        self.role_label = text_label(role, "small")
        words.addWidget(self.person_label)
        words.addWidget(self.role_label)
        self.person_label.setToolTip(actor.email)
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 0, 0)
        row.setSpacing(4)
        row.addLayout(words, 1)
        self.help_button = self._tool("help_button", self.tr("Help"), "circle-question-mark")
        self.help_menu = QMenu(self.help_button)
        self.help_menu.setObjectName("help_menu")
        for name in ("guide", "end_access", "ending_help", "find", "ask_admin", "about"):
            self.help_menu.addAction(self._actions[name])
        self.help_button.setMenu(self.help_menu)
        self.help_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sign_out_button = self._tool("sign_out_button", self.tr("Sign out"), "log-out")
        self.sign_out_button.clicked.connect(self._actions["sign_out"].trigger)
        for button in (self.help_button, self.sign_out_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(row)

    def _tool(self, name: str, text: str, icon_name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("kind", "quiet")
        button.setIcon(icon(icon_name, theme_of(self)))
        button.setIconSize(icon_size(self))
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setStatusTip(text)
        return button
