"""The menu of the switcher: the person's Business Centers, a field that finds one of them, and other ways out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

if TYPE_CHECKING:
    from bcdesktop.services.records import BusinessCenterRow

_SEARCHED_FROM = 2
"""With so many Business Centers there is a field to find one in."""


class SwitcherMenu(QMenu):
    """The open Business Center is ticked and bold; the id at the right tells two of one name apart."""

    chosen = Signal(str)
    """Id of the Business Center to switch to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("switcher_menu")
        self.setToolTipsVisible(True)
        self._rows: tuple[BusinessCenterRow, ...] = ()
        self._shown: object = None
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)
        self._search = QWidgetAction(self)
        self._search.setObjectName("switcher_search_action")
        self.switcher_search_edit = QLineEdit()
        self.switcher_search_edit.setObjectName("switcher_search_edit")
        self.switcher_search_edit.setAccessibleName(self.tr("Find a Business Center"))
        self.switcher_search_edit.setPlaceholderText(self.tr("Find by name or id"))
        self.switcher_search_edit.textChanged.connect(self._filter)
        self.switcher_search_edit.returnPressed.connect(self._choose_first)
        self.switcher_search_edit.installEventFilter(self)
        self._search.setDefaultWidget(self.switcher_search_edit)
        self._none = QAction(self.tr("No Business Center of yours has this name or id"), self)
        self._none.setObjectName("switcher_none_action")
        self._none.setEnabled(False)
        self.aboutToShow.connect(self._begin)

    def fill(self, rows: Sequence[BusinessCenterRow], current_id: str, more: Sequence[QAction]) -> None:
        """List ``rows``, then the actions ``more``; what is the same as before stays, since the menu may be open."""
        shown = (tuple(rows), current_id, tuple(more))
        if shown == self._shown:
            return
        self._shown, self._rows = shown, tuple(rows)
        for action in self.actions():
            # not clear(): it would delete what is used again
            self.removeAction(action)
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        self.addAction(self._search)
        self._search.setVisible(len(rows) >= _SEARCHED_FROM)
        for row in rows:
            self._add(row, row.id == current_id)
        self.addAction(self._none)
        self.addSeparator()
        self.addActions(list(more))
        self._filter(self.switcher_search_edit.text())

    def _add(self, row: BusinessCenterRow, is_open: bool) -> None:
        # an ampersand in a name is no mnemonic; what follows the tab stands at the right
        action = self.addAction("{}\t{}".format(row.name.replace("&", "&&"), row.id))
        action.setObjectName(f"switch_to_{row.id}_action")
        action.setCheckable(True)
        action.setChecked(is_open)
        action.setData(row.id)
        font = self.font()
        font.setBold(is_open)
        action.setFont(font)
        action.setToolTip(self.tr("This one is open") if is_open else self.tr("Switch to it"))
        self._group.addAction(action)

    def _begin(self) -> None:
        self.switcher_search_edit.clear()
        if self._search.isVisible():
            self.switcher_search_edit.setFocus()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        by_id = {row.id: f"{row.name} {row.id}".casefold() for row in self._rows}
        for action in self._group.actions():
            action.setVisible(all(word in by_id[action.data()] for word in words))
        self._none.setVisible(bool(self._rows) and not self._visible())

    def _visible(self) -> list[QAction]:
        return [action for action in self._group.actions() if action.isVisible()]

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    def _choose_first(self) -> None:
        found = self._visible()
        if found and self.switcher_search_edit.text():
            self.close()
            found[0].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down leave the field for the first entry that was found."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.switcher_search_edit and is_press and event.key() == Qt.Key.Key_Down:
            found = self._visible()
            if found:
                self.setFocus()
                self.setActiveAction(found[0])
            return True
        return super().eventFilter(watched, event)
