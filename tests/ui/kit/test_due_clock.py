"""The clock that ends by itself what has an end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.services import access_requests, tiktok_accounts
from bcdesktop.store.errors import StoreLocked
from bcdesktop.ui.kit import due_clock
from bcdesktop.ui.kit.change_bridge import ChangeBridge
from bcdesktop.ui.kit.due_clock import DueClock
from bcdesktop.ui.kit.runner import Runner
from bcdesktop.ui.kit.session import Frame, Session
from bcdesktop.ui.kit.ui_settings import UiSettings
from tests.services.world import World


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def session(world, theme, qapp):
    runner = Runner()
    frame = Frame(theme, UiSettings(world.folder / "settings.json"), runner, ChangeBridge(), world.folder)
    yield Session(frame, world.context)
    runner.close()


def test_it_ends_what_is_due_without_being_asked(qtbot, world, session, monkeypatch):
    nora, end = world.center(), world.clock.now() + timedelta(days=2)
    world.approve(world.request(nora, expected_handle="mara", wanted_end=end), world.sign_up("mara"))
    open_one = world.request(nora, expected_handle="omar")
    world.wait(days=3)
    monkeypatch.setattr(due_clock, "FIRST_MILLISECONDS", 0)

    parent = QObject()
    clock = DueClock(session, parent)

    qtbot.waitUntil(lambda: access_requests.get(world.context, nora, open_one.id).state is RequestState.EXPIRED)
    qtbot.waitUntil(lambda: "account_ran_out" in world.actions(nora))
    assert tiktok_accounts.list_all(world.context, nora)[0].state is LinkState.RAN_OUT
    clock.stop()


def test_a_store_that_is_busy_is_tried_again(qtbot, session, monkeypatch):
    tries = []

    def busy(_context):
        tries.append(1)
        raise StoreLocked

    monkeypatch.setattr(access_requests, "expire_due", busy)
    parent = QObject()
    clock = DueClock(session, parent)
    clock.look()
    clock.look()
    qtbot.waitUntil(lambda: len(tries) == 2 and session.runner.busy == 0)
    clock.stop()
