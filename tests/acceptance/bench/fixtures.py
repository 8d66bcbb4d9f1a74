"""The fixture ``bench``; imported by the conftest of every folder whose tests drive both windows."""

from __future__ import annotations

import pytest


@pytest.fixture
def light_theme(qapp):
    """The light theme, taken away after the test."""
    from bcdesktop.ui.kit.theme import ColorScheme, Theme

    theme = Theme(qapp, scheme=ColorScheme.LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")
    qapp.setProperty("bcdesktop_theme", None)
    theme.deleteLater()


@pytest.fixture
def bench(qtbot, tmp_path, light_theme):
    """Both windows on one new store; nothing is open yet: see Bench.ready, Center.open, Phone.open_with."""
    from tests.acceptance.bench.bench import Bench

    made = Bench(qtbot, tmp_path, light_theme)
    yield made
    made.close()
