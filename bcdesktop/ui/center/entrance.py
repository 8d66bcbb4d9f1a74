"""Questions to the store that the window asks before and after somebody signs in; run on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor, BusinessCenterRow, Home


@dataclass(frozen=True)
class Entrance:
    """Whether anybody can sign in, and who stays signed in on this computer."""

    has_people: bool
    actor: Actor | None
    is_example: bool


@dataclass(frozen=True)
class Surroundings:
    """What the sidebar shows around the pages."""

    centers: tuple[BusinessCenterRow, ...]
    admins: tuple[str, ...]
    overview: Home


def look_in(context: Context) -> Entrance:
    """Find out who can come in. Imports the services, so that this cost falls on the worker."""
    from bcdesktop.services import people
    from bcdesktop.vault import SecretPlaceLocked

    try:
        actor = people.resume(context)
    except SecretPlaceLocked:
        actor = None  # the sign-in page asks for the password then
    return Entrance(people.has_people(context), actor, _is_example(context))


def surroundings(context: Context, actor: Actor) -> Surroundings:
    """Read what the sidebar shows. Raises NotFound where the person is no member any more."""
    from bcdesktop.services import home, people

    return Surroundings(
        people.business_centers_of(context, actor.person_id),
        people.admins(context, actor),
        home.overview(context, actor),
    )


def switch(context: Context, actor: Actor, business_center_id: str) -> Actor:
    """Return the person in another Business Center; who stays signed in on this computer stays so there."""
    from bcdesktop.services import people

    switched = people.switch(context, actor, business_center_id)
    if people.resume(context) is not None:
        people.stay_signed_in(context, switched)
    return switched


def sign_out(context: Context, actor: Actor) -> None:
    """Sign the person out."""
    from bcdesktop.services import people

    people.sign_out(context, actor)


def _is_example(context: Context) -> bool:
    from bcdesktop.store.places import EXAMPLE_STORE_NAME

    return context.store.path.name == EXAMPLE_STORE_NAME
