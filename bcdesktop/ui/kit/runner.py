"""Work off the GUI thread: results come back on it, and only to an owner that still lives (architecture.md, flow 4)."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

T = TypeVar("T")


class Lane(StrEnum):
    """STORE keeps its order on one thread; PURE is for pictures, PDF and export, on two."""

    STORE = "store"
    PURE = "pure"


_PAINT_MILLISECONDS = 20
"""Views lay out and paint new rows in the turns after they came, not at once."""
_THREADS = {Lane.STORE: 1, Lane.PURE: 2}


class Job(Generic[T]):
    """One piece of work; a caller keeps it only to cancel."""

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        self.owner, self.work, self.done, self.failed = owner, work, done, failed
        self.result: T | None = None
        self.error: Exception | None = None
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Do not start it any more where it waits, and tell nobody the result where it runs."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to cancel."""
        return self._cancelled.is_set()

    def perform(self) -> None:
        """Do the work on the calling thread and keep what came of it."""
        if self.is_cancelled:
            return
        try:
            self.result = self.work()
        except Exception as error:  # noqa: BLE001 - carried to the GUI thread, where it is shown
            self.error = error

    def deliver(self) -> Exception | None:
        """Hand the result to a living owner; return the error where nobody handles it."""
        if self.is_cancelled or not isValid(self.owner):
            return None
        if self.error is None:
            self.done(self.result)  # type: ignore[arg-type]
        elif self.failed is None:
            return self.error
        else:
            self.failed(self.error)
        return None


class _RunnerSignals(QObject):
    """Signals both runners have."""

    unhandled = Signal(object, object)
    """(error, owner): work failed and its caller gave no ``failed``."""
    busy_changed = Signal(int)
    """Number of jobs that wait or run."""


class _Waiting(QTimer):
    """Calls that wait ``milliseconds`` after the last one came."""

    def __init__(self, milliseconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self._calls: list[Callable[[], None]] = []
        self.setSingleShot(True)
        self.setInterval(milliseconds)
        self.timeout.connect(self._make_calls)

    def add(self, call: Callable[[], None]) -> None:
        """Make ``call`` later."""
        self._calls.append(call)
        self.start()

    def drop(self) -> None:
        """Make none of the calls that wait."""
        self.stop()
        self._calls.clear()

    def _make_calls(self) -> None:
        calls, self._calls = self._calls, []
        for call in calls:
            call()


class Runner(_RunnerSignals):
    """Runs work on a few threads that start with the first job of their lane."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queues: dict[Lane, queue.SimpleQueue[Job[Any] | None]] = {lane: queue.SimpleQueue() for lane in Lane}
        self._threads: dict[Lane, list[threading.Thread]] = {lane: [] for lane in Lane}
        self._busy = 0
        self._is_closed = False
        self._next_turn, self._next_paint = _Waiting(0, self), _Waiting(_PAINT_MILLISECONDS, self)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> int:
        """Number of jobs that wait or run."""
        return self._busy

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: Lane = Lane.STORE,
    ) -> Job[T]:
        """Start ``work`` on ``lane``; ``done`` or ``failed`` is called on the GUI thread while ``owner`` lives.

        After ``close`` nothing starts any more and the job comes back cancelled.
        """
        job = Job(owner, work, done, failed)
        if self._is_closed:
            job.cancel()
            return job
        self._start_threads(lane)
        self._count(+1)
        self._queues[lane].put(job)
        return job

    def run_last(self, owner: QObject, then: Callable[[], object]) -> None:
        """Call ``then`` once the work others give STORE in this turn is done and painted, while ``owner`` lives.

        For what nobody waits for: it would take the processor from what somebody does wait for.
        """
        self._later(self._next_turn, owner, partial(self.run, owner, _nothing, partial(self._after_paint, owner, then)))

    def _after_paint(self, owner: QObject, then: Callable[[], object], _nothing: None) -> None:
        self._later(self._next_paint, owner, then)

    def _later(self, waiting: _Waiting, owner: QObject, then: Callable[[], object]) -> None:
        """Call ``then`` later; until then this counts as busy."""
        self._count(+1)
        waiting.add(partial(self._do_late, owner, then))

    def _do_late(self, owner: QObject, then: Callable[[], object]) -> None:
        try:
            if isValid(owner):
                then()
        finally:
            self._count(-1)

    def close(self) -> None:
        """Finish what was given to STORE, drop what waits in PURE, wait for what runs. Results go to nobody."""
        if self._is_closed:
            return
        self._is_closed = True
        self._finished.disconnect(self._deliver)
        self._next_turn.drop()
        self._next_paint.drop()
        pure = self._queues[Lane.PURE]
        while not pure.empty():
            pure.get_nowait()
        for lane, threads in self._threads.items():
            for _ in threads:
                self._queues[lane].put(None)
            for thread in threads:
                thread.join()
            threads.clear()
        self._busy = 0

    def _start_threads(self, lane: Lane) -> None:
        threads = self._threads[lane]
        while len(threads) < _THREADS[lane]:
            thread = threading.Thread(
                target=self._serve, args=(self._queues[lane],), name=f"runner-{lane}", daemon=True
            )
            threads.append(thread)
            thread.start()

    def _serve(self, jobs: queue.SimpleQueue[Job[Any] | None]) -> None:
        while (job := jobs.get()) is not None:
            job.perform()
            self._finished.emit(job)
            # a waiting thread must not keep the last owner and result alive
            del job

    def _deliver(self, job: Job[Any]) -> None:
        self._count(-1)
        error = job.deliver()
        if error is not None:
            self.unhandled.emit(error, job.owner)

    def _count(self, step: int) -> None:
        self._busy += step
        self.busy_changed.emit(self._busy)


def _nothing() -> None:
    """Work that only keeps its place among other work."""


class ImmediateRunner(_RunnerSignals):
    """The same for tests: work is done and delivered before ``run`` returns."""

    busy = 0

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: Lane = Lane.STORE,
    ) -> Job[T]:
        """Do ``work`` now and call ``done`` or ``failed``."""
        job = Job(owner, work, done, failed)
        job.perform()
        error = job.deliver()
        if error is not None:
            self.unhandled.emit(error, owner)
        return job

    def run_last(self, owner: QObject, then: Callable[[], object]) -> None:
        """Call ``then`` now."""
        self.run(owner, _nothing, lambda _nothing: then())

    def close(self) -> None:
        """Nothing runs; nothing to wait for."""
