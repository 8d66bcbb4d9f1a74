"""The application of these tests wears the theme, in the light scheme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from bcdesktop.ui.kit.theme import ColorScheme, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme in force; its scheme can be set."""
    theme = Theme(qapp, scheme=ColorScheme.LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")
    qapp.setProperty("bcdesktop_theme", None)
    theme.deleteLater()
