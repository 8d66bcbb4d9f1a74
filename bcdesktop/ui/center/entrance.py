"""Questions to the store that the window asks before and after somebody signs in; run on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor, BusinessCenterRow, Home


@dataclass(frozen=True)
class Entrance:
    """Whether anybody can sign in, and who stays signed in on this computer.

    ``must_set_up``: a rule asks that person for a second step that is not set up.
    """

    has_people: bool
    actor: Actor | None
    is_example: bool
    must_set_up: bool = False


@dataclass(frozen=True)
class Surroundings:
    """What the sidebar shows around the pages."""

    centers: tuple[BusinessCenterRow, ...]
    admins: tuple[str, ...]
    overview: Home
    mails_waiting: int


def look_in(context: Context, *, enter_example: bool, first_page: str = "") -> Entrance:
    """Find out who can come in. Imports the services, so that this cost falls on the worker.

    With ``enter_example`` the made-up person of an example store is signed in: looking around needs no password.
    ``first_page`` is the page such a person sees first, Home where it is empty or unknown.
    """
    from bcdesktop.services import people
    from bcdesktop.vault.errors import SecretPlaceLocked

    has_people = people.has_people(context)
    try:
        # asking a keyring takes a while: not in an empty store
        actor = people.resume(context) if has_people else None
    except SecretPlaceLocked:
        actor = None  # the sign-in page asks for the password then
    is_example = _is_example(context)
    if actor is None and is_example and has_people and enter_example:
        from bcdesktop.services import example

        actor = people.sign_in(context, example.EXAMPLE_EMAIL, example.EXAMPLE_PASSWORD)
    must_set_up = actor is not None and people.must_set_up_two_step(context, actor)
    if actor is not None:
        import_page_services(first_page)
    return Entrance(has_people, actor, is_example, must_set_up)


def must_set_up_two_step(context: Context, actor: Actor) -> bool:
    """Tell whether a rule asks the person for a second step that is not set up. Raises NotFound."""
    from bcdesktop.services import people

    return people.must_set_up_two_step(context, actor)


def import_page_services(first_page: str = "") -> None:
    """Load what stands around the pages, and the first page, so that their import on the GUI thread costs nothing."""
    from bcdesktop.services import business_centers, home, outbox  # noqa: F401
    from bcdesktop.ui.center import inside  # noqa: F401
    from bcdesktop.ui.center.registry import PAGES

    names = [entry.name for entry in PAGES]
    PAGES[names.index(first_page) if first_page in names else 0].load()


def import_pages() -> None:
    """Load the modules of every page, so that showing one for the first time only builds it."""
    import_page_services()
    from bcdesktop.ui.center.pages import account_panel, ad_account_panel  # noqa: F401
    from bcdesktop.ui.center.registry import PAGES

    for entry in PAGES:
        entry.load()


def surroundings(context: Context, actor: Actor) -> Surroundings:
    """Read what the sidebar shows. Raises NotFound where the person is no member any more."""
    from bcdesktop.services import home, outbox, people

    return Surroundings(
        people.business_centers_of(context, actor.person_id),
        people.admins(context, actor),
        home.overview(context, actor),
        outbox.waiting(context, actor),
    )


def switch(context: Context, actor: Actor, business_center_id: str) -> Actor:
    """Return the person in another Business Center; who stays signed in on this computer stays so there."""
    from bcdesktop.services import people

    switched = people.switch(context, actor, business_center_id)
    if people.resume(context) is not None:
        people.stay_signed_in(context, switched)
    return switched


def elsewhere(context: Context, actor: Actor) -> Actor | None:
    """Return the person in the first other Business Center they belong to, None where there is none."""
    from bcdesktop.services import people

    centers = people.business_centers_of(context, actor.person_id)
    others = [center.id for center in centers if center.id != actor.business_center_id]
    return switch(context, actor, others[0]) if others else None


def keep_signed(context: Context, actor: Actor) -> bool:
    """Sign the newest entry of the activity log; answers arrive in the phone's process, which has no key for it."""
    from bcdesktop.services import activity

    return activity.sign_head(context, actor)


def sign_out(context: Context, actor: Actor) -> None:
    """Sign the person out."""
    from bcdesktop.services import people

    people.sign_out(context, actor)


def _is_example(context: Context) -> bool:
    from bcdesktop.store.places import EXAMPLE_STORE_NAME

    return context.store.path.name == EXAMPLE_STORE_NAME
