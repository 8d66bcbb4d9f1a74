"""The guide's part on ending access that does not work: each trouble with its cause, its cure and the way there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.center.dialogs.guide_ending_texts import ENDING_TROUBLES, EndingTrouble, WayThere
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.theme import theme_of

if TYPE_CHECKING:
    from bcdesktop.ui.center.navigator import Navigator


class EndingTroubles(QWidget):
    """``is_admin`` is None where nobody is signed in: then no way leads to a page."""

    def __init__(self, navigator: Navigator, *, is_admin: bool | None) -> None:
        super().__init__()
        self._navigator, self._is_admin = navigator, is_admin
        self.setObjectName("ending_troubles")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(text_label(self.tr("When ending access does not work"), "heading", wrap=True))
        for trouble in ENDING_TROUBLES:
            column.addLayout(self._line(trouble))
        column.addStretch(1)

    def _line(self, trouble: EndingTrouble) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(icon("circle-alert", theme_of(self), "warning").pixmap(self.fontMetrics().height()))
        symptom, *rest = trouble.texts
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(text_label(symptom, "strong", wrap=True, selectable=True))
        for text in rest:
            words.addWidget(text_label(text, "muted", wrap=True, selectable=True))
        buttons = [self._button(way) for way in trouble.ways if self._is_open(way)]
        if buttons:
            row = QHBoxLayout()
            row.setContentsMargins(0, 4, 0, 0)
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            words.addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line

    def _is_open(self, way: WayThere) -> bool:
        action = self._action(way)
        if action is not None and not action.isEnabled():
            return False
        if self._is_admin is None:
            return not way.page and way.admin is None
        return way.admin is None or way.admin == self._is_admin

    def _action(self, way: WayThere) -> QAction | None:
        if not way.action:
            return None
        found: QAction | None = self._navigator.window.findChild(QAction, f"{way.action}_action")
        return found

    def _button(self, way: WayThere) -> QPushButton:
        button = QPushButton(way.label)
        button.setObjectName(way.name)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._follow, way))
        return button

    def _follow(self, way: WayThere) -> None:
        if way.page:
            self._navigator.go(way.page, **way.what)
            self._navigator.window.activateWindow()
            return
        action = self._action(way)
        if action is not None:
            action.trigger()
