"""The readiness check as a list: a tick, a cross or a question mark with its word, who can mend it, and the way there.

Knows no window: a button says which condition it stands for, and the window that shows the list goes there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.readiness import ConditionName
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.cards import clear_layout, text_label
from bcdesktop.ui.kit.icons import icon_size, pixmap
from bcdesktop.ui.kit.readiness_words import helper_text, state_word, verdict, verdict_sentence
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Line

_PICTURES = {True: ("circle-check", "success"), False: ("circle-x", "danger"), None: ("circle-question-mark", "muted")}


class ReadinessRow(QWidget):
    """One condition. ``verb`` is the text of the button that goes where it is mended; empty for no button."""

    mend_requested = Signal(object)
    """The ConditionName."""

    def __init__(self, line: Line, verb: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        condition = line.condition
        self.setObjectName(f"{name}{condition.name}_row")
        self._picture = QLabel()
        self.condition_label = text_label(label_of(condition.name), wrap=True)
        self.state_label = text_label(state_word(line), "error" if condition.ok is False else "muted")
        self.helper_label = text_label(helper_text(line), "muted", wrap=True)
        spoken = f"{self.condition_label.text()}: {self.state_label.text()}"
        self.setAccessibleName(f"{spoken}. {self.helper_label.text()}".strip())
        words = QVBoxLayout()
        words.setSpacing(4)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.condition_label, 1)
        first.addWidget(self.state_label, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(first)
        words.addWidget(self.helper_label)
        # shown without a parent it would flash up as a window of its own
        if not self.helper_label.text():
            self.helper_label.hide()
        if verb:
            words.addWidget(self._button(verb, name, spoken), 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(8)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        theme_of(self).changed.connect(self._draw)
        self._draw()

    def _button(self, verb: str, name: str, spoken: str) -> QPushButton:
        button = QPushButton(verb)
        button.setObjectName(f"{name}{self.line.condition.name}_mend_button")
        button.setAccessibleName(f"{verb.replace('&', '')}: {spoken}")
        button.clicked.connect(partial(self.mend_requested.emit, self.line.condition.name))
        return button

    def _draw(self) -> None:
        name, token = _PICTURES[self.line.condition.ok]
        side = icon_size(self).width()
        self._picture.setPixmap(pixmap(name, theme_of(self), token, side, self.devicePixelRatioF()))


class ReadinessView(QWidget):
    """All conditions under their verdict. ``name`` begins the object names, for several lists in one window."""

    mend_requested = Signal(object)
    """The ConditionName whose button was pressed."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix = f"{name}_" if name else ""
        self.setObjectName(f"{self._prefix}readiness_view")
        self.rows: dict[ConditionName, ReadinessRow] = {}
        self._shown: tuple[tuple[Line, ...], tuple[tuple[ConditionName, str], ...]] = ((), ())
        self.verdict_badge = Badge()
        self.verdict_badge.setObjectName(f"{self._prefix}verdict_badge")
        self.verdict_label = text_label("", "muted", wrap=True)
        self.verdict_label.setObjectName(f"{self._prefix}verdict_label")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.verdict_badge)
        layout.addWidget(self.verdict_label)
        layout.addLayout(self._lines)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._shown = ((), ())
        self.rows.clear()
        clear_layout(self._lines)
        self.verdict_badge.hide()
        self.verdict_label.hide()

    def show_lines(self, lines: Sequence[Line], verbs: Mapping[ConditionName, str] | None = None) -> None:
        """Show ``lines``, what does not hold first; ``verbs`` are the texts of the buttons, by condition."""
        wanted = tuple(lines), tuple((verbs or {}).items())
        if wanted == self._shown:
            return
        self.clear()
        self._shown = wanted
        self.verdict_badge.set_badge(*verdict(lines))
        self.verdict_label.setText(verdict_sentence(lines))
        self.verdict_badge.show()
        self.verdict_label.show()
        for line in sorted(lines, key=_weight):
            verb = (verbs or {}).get(line.condition.name, "") if line.condition.ok is False else ""
            row = ReadinessRow(line, verb, name=self._prefix, parent=self)
            row.mend_requested.connect(self.mend_requested)
            self.rows[line.condition.name] = row
            self._lines.addWidget(row)


def _weight(line: Line) -> int:
    return {False: 0, None: 1, True: 2}[line.condition.ok]
