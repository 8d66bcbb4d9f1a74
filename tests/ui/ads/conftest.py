"""The Ads Manager window on a small world made through the services."""

from __future__ import annotations

import pytest

from bcdesktop.services import advertisers
from bcdesktop.ui.kit.theme import ColorScheme, Theme
from tests.services.world import PASSWORD, World
from tests.ui.ads.desk import AdsDesk


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
def ida(world):
    """Somebody with an Ads Manager account and no Business Center."""
    return advertisers.sign_up(world.context, "Ida", "ida@example.com", PASSWORD)


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
    made = AdsDesk(qtbot, world, theme)
    yield made
    made.close()
