"""The find box (Ctrl+K): any page, action or path by any of its names (decisions.md, Words and places)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from bcdesktop.ui.center.find_entries import FindEntry, search
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.theme import theme_of

_KEYS_FOR_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class FindBox(QDialog):
    """A line to type in and what it finds below. ``chosen`` carries the FindEntry; the box is closed then."""

    chosen = Signal(object)

    def __init__(self, entries: tuple[FindEntry, ...], shortcuts: dict[str, str], parent: QWidget) -> None:
        """``shortcuts``: keys of an action by its name, shown at the right."""
        super().__init__(parent)
        self._entries, self._shortcuts = entries, shortcuts
        self.setObjectName("find_box")
        self.setWindowTitle(self.tr("Find anything"))
        self.find_edit = QLineEdit()
        self.find_edit.setObjectName("find_edit")
        self.find_edit.setAccessibleName(self.tr("Find a page or an action"))
        self.find_edit.setPlaceholderText(self.tr("Page, action or path, such as: Assets > TikTok Accounts"))
        self.find_edit.setClearButtonEnabled(True)
        self.find_edit.addAction(icon("search", theme_of(self), "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.find_list = QTreeWidget()
        self.find_list.setObjectName("find_list")
        self.find_list.setAccessibleName(self.tr("What was found"))
        self._none_label = text_label(
            self.tr("Nothing has this name. Try one word of it, or another one."), "muted", wrap=True
        )
        self._none_label.hide()
        self._lay_out()
        self.find_edit.textChanged.connect(self._search)
        self.find_edit.returnPressed.connect(self._choose_current)
        self.find_edit.installEventFilter(self)
        self.find_list.itemActivated.connect(self._choose)
        self.find_list.itemClicked.connect(self._choose)
        self._search("")

    def _lay_out(self) -> None:
        view = self.find_list
        view.setColumnCount(2)
        view.setHeaderHidden(True)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setIconSize(icon_size(self))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.header().setStretchLastSection(True)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.find_edit)
        layout.addWidget(self._none_label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(view, 1)
        layout.addStretch(0)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 92, line * 26)

    def _search(self, text: str) -> None:
        view = self.find_list
        view.clear()
        theme = theme_of(self)
        for hit in search(self._entries, text):
            keys = self._shortcuts.get(hit.entry.action, "")
            item = QTreeWidgetItem([hit.entry.title, hit.name or keys])
            item.setIcon(0, icon(hit.entry.icon, theme, "muted"))
            item.setSizeHint(1, QSize(0, round(self.fontMetrics().height() * 2)))
            item.setForeground(1, view.palette().placeholderText())
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(1, hit.name)
            item.setData(0, Qt.ItemDataRole.UserRole, hit.entry)
            view.addTopLevelItem(item)
        view.setCurrentItem(view.topLevelItem(0))
        self._none_label.setVisible(view.topLevelItemCount() == 0)
        view.setVisible(view.topLevelItemCount() > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while typing goes on."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.find_edit and is_press and event.key() in _KEYS_FOR_LIST:
            self.find_list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _choose_current(self) -> None:
        item = self.find_list.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        entry = item.data(0, Qt.ItemDataRole.UserRole)
        self.accept()
        self.chosen.emit(entry)
