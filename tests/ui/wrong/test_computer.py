"""The computer is in the way: clock, lock, disk, rights. Both windows say so, and afterwards it works again."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import pytest

from bcdesktop.core.access_requests import RequestState
from bcdesktop.store.retry import Patience
from bcdesktop.store.store import Store
from tests.ui.wrong.sentences import assert_center_says, assert_phone_says

HURRIED = Patience(tries=2, total=0.3)


@pytest.fixture
def hurried(bench):
    """The bench with a store that waits a third of a second for its turn, so that a test need not wait five."""
    store = Store.open(bench.world.store.path, clock=bench.world.clock, patience=HURRIED)
    bench.world.opened.append(store)
    bench.admin  # noqa: B018 - made with the patient store
    bench.use(replace(bench.world.context, store=store))
    return bench


@contextmanager
def wrong_clock(bench):
    bench.wait(hours=-2)
    yield
    bench.wait(hours=2)


@contextmanager
def another_writer(bench):
    with bench.world.store._writing.connect() as connection, connection.begin():
        yield


@contextmanager
def no_room(bench):
    """Let no file grow beyond the store's log of changes, so that the next page of it finds no room."""
    resource = pytest.importorskip("resource")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = bench.world.store.path.with_name(bench.world.store.path.name + "-wal")
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, limit[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)


@contextmanager
def no_right(bench):
    """Have SQLite refuse every write, as it does for a file of somebody else; root is refused nothing by the system."""
    set_pragma(bench, "query_only=1")
    try:
        yield
    finally:
        set_pragma(bench, "query_only=0")


def set_pragma(bench, setting):
    connection = bench.context.store._writing.raw_connection()
    connection.driver_connection.execute(f"PRAGMA {setting}")
    connection.close()


TROUBLES = {
    "clock_moved_back": wrong_clock,
    "store_locked": another_writer,
    "disk_full": no_room,
    "no_right_to_write": no_right,
}


@pytest.mark.parametrize("case", TROUBLES)
def test_trouble_at_authorize(hurried, case):
    hurried.ready()
    request = hurried.ask()
    hurried.phone.open_text(request.code_text)
    assert hurried.phone.screen() == "consent_screen"
    before = hurried.kept()
    with TROUBLES[case](hurried):
        hurried.phone.press_authorize()
        assert_phone_says(hurried.phone.consent_says(), case)
        assert hurried.phone.screen() == "consent_screen"
    assert hurried.kept() == before
    hurried.phone.authorize()
    assert hurried.request(request).state is RequestState.APPROVED


@pytest.mark.parametrize("case", TROUBLES)
def test_trouble_in_the_business_center(hurried, case):
    hurried.ready()
    request = hurried.ask(purpose="x" * 100)
    dialog = hurried.center.show_code(request)
    before = hurried.kept()
    with TROUBLES[case](hurried):
        dialog.press("withdraw_button")
        said = dialog.notice(dialog.window.notices.bar)
        assert_center_says(said.body, case)
        assert said.advice
    assert hurried.kept() == before
    dialog.press("withdraw_button")
    dialog.until(lambda: dialog.text("state_badge") == "Withdrawn")


@pytest.mark.parametrize("case", TROUBLES)
def test_trouble_when_a_code_is_opened(hurried, case):
    hurried.ready()
    request = hurried.ask()
    before = hurried.kept()
    with TROUBLES[case](hurried):
        hurried.phone.open_text(request.code_text)
        assert_phone_says(hurried.phone.failure(), case)
    assert hurried.kept() == before
    hurried.phone.open_text(request.code_text)
    hurried.phone.authorize()
    assert hurried.request(request).state is RequestState.APPROVED
