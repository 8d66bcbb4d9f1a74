"""Everything somebody reaches, in groups that open, with ticks where something may be left out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.services.offboarding_records import Reach, ReachGroup, ReachLine, SubjectKind
from bcdesktop.ui.center.offboard_words import cannot_text, group_title, line_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.theme import theme_of

SHOWN = 100
"""Lines of a group that are shown; one line stands for the rest."""
_OPEN_FROM_THE_START = 6


class ReachGroupView(QWidget):
    """One group. What goes in any case are names; what may stay has a box each, and one for those not shown."""

    changed = Signal()

    def __init__(self, group: ReachGroup, kind: SubjectKind, lines: Sequence[ReachLine], parent: QWidget) -> None:
        super().__init__(parent)
        self.group, self._lines = group, tuple(lines)
        self._title = group_title(group, kind, len(lines))
        self._name = f"reach_more_{group}" if lines[0].is_optional else f"reach_{group}"
        self.toggle_button = QPushButton(self._title, self)
        self.toggle_button.setObjectName(f"{self._name}_button")
        self.toggle_button.setProperty("kind", "link")
        self.toggle_button.setCheckable(True)
        self.toggle_button.setAutoDefault(False)
        self.toggle_button.setIconSize(icon_size(self))
        self.toggle_button.toggled.connect(self._open)
        self.inside = QWidget(self)
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(icon_size(self).width() + 4, 0, 0, 0)
        self._column.setSpacing(4)
        self._boxes: list[tuple[QCheckBox, tuple[str, ...]]] = []
        self._fill()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.toggle_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.inside)
        is_open = bool(self._boxes) or len(lines) <= _OPEN_FROM_THE_START
        self.toggle_button.setChecked(is_open)
        self._open(is_open)

    def _fill(self) -> None:
        fixed = [line for line in self._lines if not line.is_optional]
        optional = [line for line in self._lines if line.is_optional]
        if fixed:
            self._column.addWidget(self._names(fixed))
        for place, line in enumerate(optional[:SHOWN]):
            self._add_box(f"{self._name}_{place}_check", line_text(line), (line,))
        rest = optional[SHOWN:]
        if rest:
            text = self.tr("… and %1 more").replace("%1", str(len(rest)))
            self._add_box(f"{self._name}_rest_check", text, tuple(rest))

    def _names(self, lines: Sequence[ReachLine]) -> QLabel:
        texts = [line_text(line) for line in lines[:SHOWN]]
        more = len(lines) - SHOWN
        if more > 0:
            texts.append(self.tr("… and %1 more").replace("%1", str(more)))
        label = text_label("\n".join(texts), "muted", wrap=True, selectable=True)
        label.setObjectName(f"{self._name}_label")
        return label

    def _add_box(self, name: str, text: str, lines: tuple[ReachLine, ...]) -> None:
        box = QCheckBox(text.replace("&", "&&"))
        box.setObjectName(name)
        can = [line for line in lines if not line.helpers]
        box.setChecked(bool(can) and all(line.is_chosen for line in can))
        self._column.addWidget(box)
        if not can:
            why = cannot_text(lines[0])
            box.setEnabled(False)
            box.setToolTip(why)
            box.setStatusTip(why)
            reason = text_label(why, "muted", wrap=True)
            reason.setObjectName(f"{name}_reason_label")
            self._column.addWidget(reason)
        box.toggled.connect(self.changed)
        self._boxes.append((box, tuple(line.id for line in can)))

    def chosen(self) -> frozenset[str]:
        """Return the ids of what is ticked."""
        return frozenset(id_ for box, ids in self._boxes if box.isChecked() for id_ in ids)

    def _open(self, is_open: bool) -> None:
        self.inside.setVisible(is_open)
        self.toggle_button.setIcon(icon("chevron-down" if is_open else "chevron-right", theme_of(self), "muted"))
        tip = self.tr("Hide the names") if is_open else self.tr("Show the names")
        self.toggle_button.setToolTip(tip)
        self.toggle_button.setAccessibleName(f"{self._title}. {tip}")


class ReachView(QWidget):
    """The whole list of one ``Reach``."""

    def __init__(self, reach: Reach, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reach_view")
        self.groups: list[ReachGroupView] = []
        fixed = [line for line in reach.lines if not line.is_optional]
        optional = [line for line in reach.lines if line.is_optional]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if not fixed:
            column.addWidget(text_label(self.tr("Nothing else was given."), "muted", wrap=True))
        self._add(column, reach, fixed)
        if optional:
            column.addSpacing(4)
            column.addWidget(text_label(self.tr("Ends too, where ticked:"), "strong"))
            self._add(column, reach, optional)
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, reach: Reach, lines: list[ReachLine]) -> None:
        for group, some in groupby(lines, _group):
            view = ReachGroupView(group, reach.subject.kind, list(some), self)
            self.groups.append(view)
            column.addWidget(view)

    def chosen(self) -> frozenset[str]:
        """Return the ids of what may be left out and is ticked."""
        return frozenset().union(*(group.chosen() for group in self.groups))


def _group(line: ReachLine) -> ReachGroup:
    return line.group
