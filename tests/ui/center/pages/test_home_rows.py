"""The lines of Home."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject

from bcdesktop.ui.center.pages.home_rows import HomeRow
from bcdesktop.ui.kit.theme import ColorScheme, Theme


class Shown(QObject):
    def __init__(self, app):
        super().__init__(app)
        self.names = []
        app.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("text", ["", "9:30 left"])
def test_making_a_line_shows_no_window(text, qapp, qtbot):
    theme = Theme(scheme=ColorScheme.LIGHT)
    shown = Shown(qapp)
    row = HomeRow(theme, "a", "qr-code", "primary", "A code waits", text)
    qtbot.addWidget(row)
    row.set_text(text)
    qapp.removeEventFilter(shown)

    assert shown.names == []
    assert row.text_label.isHidden() == (not text)
