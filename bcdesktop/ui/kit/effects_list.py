"""All effects of one kind in a list that can be searched, where there are too many for the dialog that shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.ending import Effect
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.effect_words import effect_line
from bcdesktop.ui.kit.tables import Column, RecordTable


class EffectsListDialog(QDialog):
    """Title, search, list. Shown with ``open()``."""

    def __init__(self, title: str, effects: Sequence[Effect], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("effects_list_dialog")
        self.setWindowTitle(title)
        self.effects_search_edit = QLineEdit()
        self.effects_search_edit.setObjectName("effects_search_edit")
        self.effects_search_edit.setPlaceholderText(self.tr("Find a name"))
        self.effects_search_edit.setAccessibleName(self.tr("Find a name"))
        self.effects_search_edit.setClearButtonEnabled(True)
        self.effects_table = RecordTable(
            "effects_table",
            (Column("name", self.tr("Name"), effect_line, width=48),),
            accessible_name=title,
        )
        self.effects_table.horizontalHeader().setStretchLastSection(True)
        self.effects_table.set_records(effects)
        self.effects_search_edit.textChanged.connect(self.effects_table.set_text_filter)
        self.effects_table.filter_cleared.connect(self.effects_search_edit.clear)
        self.effects_close_button = QPushButton(self.tr("Close"))
        self.effects_close_button.setObjectName("effects_close_button")
        self.effects_close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.effects_close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text_label(title, "heading", wrap=True))
        layout.addWidget(self.effects_search_edit)
        layout.addWidget(self.effects_table, 1)
        layout.addLayout(foot)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 70, line * 28)
        self.effects_search_edit.setFocus()
