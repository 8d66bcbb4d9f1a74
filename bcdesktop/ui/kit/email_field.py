"""The e-mail field of the sign-in page: offers who signed in on this computer before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.theme import theme_of


class EmailField(QLineEdit):
    """Completes what is typed; the arrow, and the key Down, show all addresses."""

    def __init__(self, emails: Sequence[str], text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.emails = tuple(emails)
        completer = QCompleter(list(self.emails), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        if len(self.emails) > 1:
            self._add_arrow()

    def _add_arrow(self) -> None:
        self.people_action = QAction(icon("chevron-down", theme_of(self), "muted"), self.tr("Who signed in here"), self)
        self.people_action.triggered.connect(self.show_all)
        self.addAction(self.people_action, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.findChildren(QToolButton):
            button.setObjectName("email_people_button")
            button.setAccessibleName(self.people_action.text())

    def show_all(self) -> None:
        """Show every address."""
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down shows the addresses."""
        if event.key() == Qt.Key.Key_Down and self.emails and not self.completer().popup().isVisible():
            self.show_all()
            return
        super().keyPressEvent(event)
