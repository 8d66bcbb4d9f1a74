"""The example agency: made-up clients, codes in every state, in a store of its own (decisions.md, Example data)."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from bcdesktop.services._example_story import Story
from bcdesktop.services._example_world import (
    EXAMPLE_EMAIL,
    EXAMPLE_PASSCODE,
    EXAMPLE_PASSWORD,
    EXAMPLE_PHONE,
    ExampleWorld,
)
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor

__all__ = ["EXAMPLE_EMAIL", "EXAMPLE_PASSCODE", "EXAMPLE_PASSWORD", "EXAMPLE_PHONE", "fill"]


def fill(context: Context, folder: Path, paint: Callable[[str], bytes] | None = None) -> Actor:
    """Fill an empty store with forty days of work, up to now, and return who is signed in.

    Everything is done through the services, with a clock that is moved along. ``folder`` is the data folder the
    example's phones are made in: EXAMPLE_PHONE with the clients' accounts, and one with the agency's own. Their
    passcode is EXAMPLE_PASSCODE. ``paint`` makes the PNG of a code for the mails. Anybody in it signs in with
    EXAMPLE_PASSWORD, the agency's person with EXAMPLE_EMAIL. Raises ClockMovedBack for a store that is in use.
    """
    with tempfile.TemporaryDirectory() as elsewhere:
        world = ExampleWorld(context, folder, Path(elsewhere))
        try:
            return Story(world, paint).tell()
        finally:
            world.close()
