"""Two Business Centers on two computers, and their partnership in its first states."""

from __future__ import annotations

import pytest

from bcdesktop.services import partners
from tests.services.partner_sides import Side
from tests.services.partnering import invite


@pytest.fixture
def here(world, nora):
    """Lantern Media, which shares."""
    return Side(world.context, nora)


@pytest.fixture
def there(world):
    """Otter Works in another store."""
    context = world.other_store()
    return Side(context, world.center("Otter Works", "Otto", context))


@pytest.fixture
def link_id(world, nora, mara):
    return world.approve(world.request(nora), mara).result.link_id


@pytest.fixture
def invited(here, there, link_id):
    return invite(here.context, here.actor, there.actor.business_center_id, link_id, note="Winter campaign")


@pytest.fixture
def received(world, here, there, invited):
    world.wait(minutes=1)
    return there.take(here.newest(invited))


@pytest.fixture
def accepted(world, here, there, invited, received):
    """The partnership as the sharing side has it after the answer came back."""
    world.wait(minutes=1)
    partners.accept(there.context, there.actor, received.id)
    return here.take(there.newest(received))
