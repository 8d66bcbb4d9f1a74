"""The steps of a wizard, beside its pages: what is done, where one is, what comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bcdesktop.ui.kit.cards import clear_layout, text_label
from bcdesktop.ui.kit.icons import icon_size, pixmap
from bcdesktop.ui.kit.theme import restyle, theme_of


class StepList(QFrame):
    """One line per step; ``set_current`` marks the step and ticks those before it."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._current = 0
        self._theme = theme_of(self)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 24, 16, 24)
        self._layout.setSpacing(16)
        self._make_rows()
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 30)
        self._theme.changed.connect(self._draw)
        self._draw()

    def set_titles(self, titles: Sequence[str]) -> None:
        """Show other steps, where a choice leads another way."""
        if tuple(titles) != self._titles:
            self._titles = tuple(titles)
            clear_layout(self._layout)
            self._rows.clear()
            self._make_rows()
            self._draw()

    def _make_rows(self) -> None:
        for title in self._titles:
            picture, label = QLabel(), text_label(title, "muted", wrap=True)
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(picture)
            row.addWidget(label, 1)
            self._layout.addLayout(row)
            self._rows.append((picture, label))
        self._layout.addStretch(1)

    def set_current(self, index: int) -> None:
        """Mark the step ``index``, counted from 0."""
        self._current = index
        self._draw()

    def _draw(self) -> None:
        side = icon_size(self).width()
        for place, (picture, label) in enumerate(self._rows):
            name, token, role = ("circle", "muted", "muted")
            if place < self._current:
                name, token, role = ("circle-check", "success", "muted")
            elif place == self._current:
                name, token, role = ("circle-dot", "primary", "strong")
            picture.setPixmap(pixmap(name, self._theme, token, side, self.devicePixelRatioF()))
            label.setProperty("role", role)
            restyle(label)
        text = self.tr("Step %1 of %2: %3")
        place = min(self._current, len(self._titles) - 1)
        self.setAccessibleName(
            text.replace("%1", str(place + 1)).replace("%2", str(len(self._titles))).replace("%3", self._titles[place])
        )
