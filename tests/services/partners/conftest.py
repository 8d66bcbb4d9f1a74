"""Two Business Centers in one store, and their partnership in its first states."""

from __future__ import annotations

import pytest

from bcdesktop.services import partners
from tests.services.partnering import invite


@pytest.fixture
def link_id(world, nora, mara):
    return world.approve(world.request(nora), mara).result.link_id


@pytest.fixture
def otto(world):
    """The admin of the Business Center "Otter Works" in the same store."""
    return world.center("Otter Works", "Otto")


@pytest.fixture
def invited(world, nora, otto, link_id):
    return invite(world.context, nora, otto.business_center_id, link_id, note="Winter campaign")


@pytest.fixture
def accepted(world, otto, invited):
    world.wait(minutes=1)
    return partners.accept(world.context, otto, invited.id)
