from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from shiboken6 import delete

from bcdesktop.ui.kit.runner import ImmediateRunner, Lane, Runner


@pytest.fixture
def runner(qapp) -> Iterator[Runner]:
    runner = Runner()
    yield runner
    runner.close()


def fail() -> None:
    raise ValueError("no")


def test_work_is_done_elsewhere_and_its_result_comes_to_the_gui_thread(runner: Runner, qtbot) -> None:
    got: list[tuple[int, bool]] = []
    owner = QObject()
    gui = threading.get_ident()

    def done(worker: int) -> None:
        got.append((worker, QThread.currentThread() is owner.thread()))

    runner.run(owner, threading.get_ident, done)
    qtbot.waitUntil(lambda: bool(got))
    assert got[0][0] != gui
    assert got[0][1]


def test_an_error_goes_to_the_handler_of_the_caller(runner: Runner, qtbot) -> None:
    got: list[Exception] = []
    runner.run(QObject(), fail, lambda _: got.append(AssertionError()), got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], ValueError)


def test_an_error_nobody_handles_is_told_with_its_owner(runner: Runner, qtbot) -> None:
    owner = QObject()
    with qtbot.waitSignal(runner.unhandled) as told:
        runner.run(owner, fail, lambda _: None)
    assert isinstance(told.args[0], ValueError)
    assert told.args[1] is owner


def test_nothing_is_delivered_to_an_owner_that_is_gone(runner: Runner, qtbot) -> None:
    got: list[object] = []
    release = threading.Event()
    owner = QObject()
    runner.run(owner, release.wait, got.append)
    delete(owner)
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: busy == 0):
        release.set()
    assert got == []


def test_a_cancelled_job_delivers_nothing_and_a_waiting_one_never_starts(runner: Runner, qtbot) -> None:
    got: list[object] = []
    release = threading.Event()
    owner = QObject()
    running = runner.run(owner, release.wait, got.append)
    waiting = runner.run(owner, lambda: got.append("started"), got.append)
    running.cancel()
    waiting.cancel()
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: busy == 0):
        release.set()
    assert got == []


def test_the_store_lane_keeps_its_order(runner: Runner, qtbot) -> None:
    got: list[int] = []
    order: list[int] = []
    owner = QObject()
    for number in range(50):
        runner.run(owner, lambda n=number: order.append(n) or n, got.append)
    qtbot.waitUntil(lambda: len(got) == 50)
    assert order == got == list(range(50))


def test_pictures_do_not_wait_for_the_store(runner: Runner, qtbot) -> None:
    release = threading.Event()
    owner = QObject()
    got: list[object] = []
    runner.run(owner, release.wait, got.append)
    runner.run(owner, lambda: "picture", got.append, lane=Lane.PURE)
    qtbot.waitUntil(lambda: got == ["picture"])
    release.set()
    qtbot.waitUntil(lambda: got == ["picture", True])


def test_two_pictures_are_made_at_the_same_time(runner: Runner, qtbot) -> None:
    both = threading.Barrier(2, timeout=10)
    got: list[object] = []
    owner = QObject()
    for _ in range(2):
        runner.run(owner, both.wait, got.append, got.append, lane=Lane.PURE)
    qtbot.waitUntil(lambda: len(got) == 2)
    assert sorted(got) == [0, 1]


def test_the_number_of_jobs_is_told(runner: Runner, qtbot) -> None:
    release = threading.Event()
    owner = QObject()
    runner.run(owner, release.wait, lambda _: None)
    runner.run(owner, release.wait, lambda _: None)
    assert runner.busy == 2
    release.set()
    qtbot.waitUntil(lambda: runner.busy == 0)


def test_closing_finishes_what_was_given_to_the_store_and_takes_nothing_more(qapp) -> None:
    runner = Runner()
    written: list[int] = []
    owner = QObject()
    for number in range(20):
        runner.run(owner, lambda n=number: written.append(n), lambda _: None)
    runner.close()
    assert written == list(range(20))
    assert runner.run(owner, lambda: written.append(99), lambda _: None).is_cancelled
    assert 99 not in written
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("runner-")]


def test_what_nobody_waits_for_comes_after_the_work_given_in_the_same_turn(runner: Runner, qtbot) -> None:
    order: list[str] = []
    owner = QObject()
    runner.run_last(owner, lambda: order.append("last"))
    runner.run(owner, lambda: None, lambda _: order.append("first"))
    assert runner.busy == 2
    qtbot.waitUntil(lambda: runner.busy == 0)
    assert order == ["first", "last"]


def test_what_nobody_waits_for_is_not_done_for_an_owner_that_is_gone(runner: Runner, qtbot) -> None:
    done: list[int] = []
    owner = QObject()
    runner.run_last(owner, lambda: done.append(1))
    delete(owner)
    qtbot.waitUntil(lambda: runner.busy == 0)
    assert done == []


def test_closing_drops_what_nobody_waits_for(qapp) -> None:
    runner = Runner()
    done: list[int] = []
    owner = QObject()
    runner.run_last(owner, lambda: done.append(1))
    runner.close()
    qapp.processEvents()
    assert (done, runner.busy) == ([], 0)


def test_the_immediate_runner_behaves_alike_before_run_returns(qapp, qtbot) -> None:
    runner = ImmediateRunner()
    got: list[object] = []
    owner = QObject()
    runner.run(owner, lambda: 1, got.append)
    runner.run(owner, fail, got.append, got.append)
    assert got[0] == 1
    assert isinstance(got[1], ValueError)
    with qtbot.waitSignal(runner.unhandled):
        runner.run(owner, fail, got.append)
