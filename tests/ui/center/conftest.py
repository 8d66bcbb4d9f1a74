"""The Business Center window on a small world made through the services."""

from __future__ import annotations

import pytest

from bcdesktop.ui.kit.theme import ColorScheme, Theme
from tests.services.world import World
from tests.ui.center.access_desk import Office
from tests.ui.center.desk import Desk


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def nora(world):
    """The admin of the Business Center "Lantern Media"."""
    return world.center()


@pytest.fixture
def theme(qapp):
    theme = Theme(qapp, scheme=ColorScheme.LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")
    qapp.setProperty("bcdesktop_theme", None)
    theme.deleteLater()


@pytest.fixture
def desk(qtbot, world, theme):
    """Opens the window; all is closed at the end."""
    made = Desk(qtbot, world, theme)
    yield made
    made.close()


@pytest.fixture
def office(world, nora):
    """Accounts, people and a partner to give them to."""
    return Office(world, nora)
