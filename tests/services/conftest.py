"""One world per test."""

from __future__ import annotations

import pytest

from tests.services.world import World


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def context(world):
    return world.context


@pytest.fixture
def nora(world):
    """The admin of the Business Center "Lantern Media"."""
    return world.center()


@pytest.fixture
def mara(world):
    """A phone on which the account @mara is logged in."""
    return world.sign_up("mara")
