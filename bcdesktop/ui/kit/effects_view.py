"""What an ending stops, in groups with their number that open to the names, and what stays (A0-31 to A0-36).

The one list of every dialog that ends access, before it is confirmed and on the receipt after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.ending import Effect, EffectKind, Effects
from bcdesktop.ui.kit.cards import clear_layout, text_label
from bcdesktop.ui.kit.effect_words import effect_line, groups
from bcdesktop.ui.kit.effects_list import EffectsListDialog
from bcdesktop.ui.kit.icons import icon, icon_size, pixmap
from bcdesktop.ui.kit.theme import theme_of

NAMED = 50
"""Names a group shows; the rest is in a list of its own."""
_OPEN_FROM_THE_START = 3


class EffectGroup(QWidget):
    """One kind: a heading that opens and closes the names below it."""

    def __init__(
        self, kind: EffectKind, title: str, effects: Sequence[Effect], number: int, name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.kind, self._effects, self._title = kind, tuple(effects), title
        self.toggle_button = QPushButton(title, self)
        self.toggle_button.setObjectName(f"{name}_{kind}_button")
        self.toggle_button.setProperty("kind", "link")
        self.toggle_button.setCheckable(True)
        self.toggle_button.setAutoDefault(False)
        self.toggle_button.setIconSize(icon_size(self))
        self.toggle_button.toggled.connect(self._show_names)
        self.names_label = text_label("", "muted", wrap=True, selectable=True)
        self.names_label.setObjectName(f"{name}_{kind}_label")
        self.names_label.setIndent(icon_size(self).width() + 4)
        self.names_label.hide()
        more = number - NAMED
        text = self.tr("… and %1 more").replace("%1", QLocale().toString(more))
        self.more_button = QPushButton(text, self)
        self.more_button.setObjectName(f"{name}_{kind}_more_button")
        self.more_button.setProperty("kind", "link")
        self.more_button.setAutoDefault(False)
        self.more_button.setAccessibleDescription(title)
        self.more_button.clicked.connect(self.open_list)
        self.more_button.hide()
        self._has_more = more > 0
        more_row = QHBoxLayout()
        more_row.setContentsMargins(icon_size(self).width() + 4, 0, 0, 0)
        more_row.addWidget(self.more_button)
        more_row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.toggle_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.names_label)
        layout.addLayout(more_row)
        is_open = number <= _OPEN_FROM_THE_START
        self.toggle_button.setChecked(is_open)
        self._show_names(is_open)

    def _show_names(self, is_open: bool) -> None:
        if is_open and not self.names_label.text():
            self.names_label.setText("\n".join(map(effect_line, self._effects[:NAMED])))
        self.names_label.setVisible(is_open)
        self.more_button.setVisible(is_open and self._has_more)
        self.toggle_button.setIcon(icon("chevron-down" if is_open else "chevron-right", theme_of(self), "muted"))
        tip = self.tr("Hide the names") if is_open else self.tr("Show the names")
        self.toggle_button.setToolTip(tip)
        self.toggle_button.setAccessibleName(f"{self._title}. {tip}")

    def open_list(self) -> None:
        """Open the list of all names."""
        EffectsListDialog(self._title, self._effects, self.window()).open()


class EffectsView(QWidget):
    """``show_effects`` replaces what is shown. ``name`` begins the object names, for several lists in one window."""

    def __init__(self, name: str = "effects", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setObjectName(f"{name}_view")
        self.groups: dict[EffectKind, EffectGroup] = {}
        self._ticks: list[QLabel] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        theme_of(self).changed.connect(self._draw)

    def show_effects(
        self,
        effects: Effects,
        stays: Sequence[str] = (),
        counts: Mapping[EffectKind, int] | None = None,
        heading: str | None = None,
    ) -> None:
        """Show ``effects`` and, below them, the lines of what stays.

        ``counts`` are the whole numbers where ``effects`` are only a part, as on a long receipt; ``heading`` stands in
        place of "What stops:", and none where it is empty.
        """
        self.groups.clear()
        self._ticks.clear()
        clear_layout(self._lines)
        first = self.tr("What stops:") if heading is None else heading
        if first:
            self._lines.addWidget(text_label(first, "strong"))
        for kind, title, some, number in groups(effects, counts):
            group = EffectGroup(kind, title, some, number, self._name, self)
            self.groups[kind] = group
            self._lines.addWidget(group)
        if not self.groups:
            self._lines.addWidget(text_label(self.tr("Nothing is in use now."), "muted", wrap=True))
        if stays:
            self._lines.addSpacing(4)
            self._lines.addWidget(text_label(self.tr("What stays:"), "strong"))
            for line in stays:
                self._lines.addLayout(self._stay_line(line))
        self._draw()

    def texts(self) -> tuple[str, ...]:
        """Return the headings of the groups, in order."""
        return tuple(group.toggle_button.text() for group in self.groups.values())

    def _stay_line(self, text: str) -> QHBoxLayout:
        tick = QLabel()
        self._ticks.append(tick)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(text, wrap=True, selectable=True), 1)
        return row

    def _draw(self) -> None:
        side = icon_size(self).width()
        for tick in self._ticks:
            tick.setPixmap(pixmap("circle-check", theme_of(self), "success", side, self.devicePixelRatioF()))
