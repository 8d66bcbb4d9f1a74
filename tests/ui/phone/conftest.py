"""One phone in a window on a small world made through the services."""

from __future__ import annotations

import pytest

from bcdesktop.ui.kit.theme import ColorScheme, Theme
from tests.services.world import World
from tests.ui.phone.handset import Handset


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
    found = Theme(scheme=ColorScheme.LIGHT)
    found.apply(qapp)
    return found


@pytest.fixture
def handset(qtbot, world, theme):
    """Opens phones in windows; all are closed at the end."""
    made = Handset(qtbot, world, theme)
    yield made
    made.close()
