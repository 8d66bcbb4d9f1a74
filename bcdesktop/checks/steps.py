"""Steps that drive real windows inside the event loop: act, wait for a state, go on (`--self-test`, `--tour`)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

Found = TypeVar("Found", bound=QObject)

_POLL_MILLISECONDS = 10


class StepFailed(Exception):
    """A step cannot go on; the text says why. An action or a condition may raise it to end the run at once."""


class NotThereYet(LookupError):
    """A widget a condition asks for does not exist or is not visible yet."""


def _at_once() -> bool:
    return True


@dataclass(frozen=True)
class Step:
    """One step: ``action`` is called once, then ``until`` is asked until it is true, ``timeout`` seconds at most.

    A ``LookupError`` of ``until`` (``NotThereYet``, a missing key) means not yet; every other error fails the step.
    """

    name: str
    action: Callable[[], object] = _at_once
    until: Callable[[], object] = _at_once
    timeout: float = 20.0


def find(parent: QWidget, name: str, kind: type[Found] = QWidget) -> Found:  # type: ignore[assignment]
    """Return the child of ``parent`` called ``name``; a widget has to be visible. Raises NotThereYet."""
    for child in parent.findChildren(kind, name):
        if not isinstance(child, QWidget) or child.isVisible():
            return child
    raise NotThereYet(name)


class StepRunner(QObject):
    """Takes steps one after the other from ``steps``; a generator goes on between two steps, inside the event loop.

    ``after`` is called with each step that was reached, one turn of the event loop later, when it is painted; the tour
    takes its picture there.
    """

    finished = Signal(bool)
    """True when every step was reached. ``failure`` says what went wrong otherwise."""

    def __init__(
        self,
        steps: Iterable[Step],
        parent: QObject | None = None,
        *,
        after: Callable[[Step], object] | None = None,
        say: Callable[[str], object] = print,
    ) -> None:
        super().__init__(parent)
        self._steps: Iterator[Step] = iter(steps)
        self._after, self._say = after, say
        self._step: Step | None = None
        self._started = 0.0
        self._is_reached = False
        self.failure: str | None = None
        self.reached: list[str] = []
        self.is_finished = False
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MILLISECONDS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin with the next turn of the event loop."""
        self._timer.start()

    def fail(self, reason: str) -> None:
        """End the run as failed in the step under way, for instance when the program reports a crash."""
        if self.is_finished:
            return
        name = self._step.name if self._step is not None else "-"
        self.failure = f"{name}: {reason}"
        self._say(self.tr("FAILED  {step}: {reason}").format(step=name, reason=reason))
        self._end()

    def _end(self) -> None:
        self.is_finished = True
        self._timer.stop()
        self.finished.emit(self.failure is None)

    def _beat(self) -> None:
        try:
            self._advance()
        except StepFailed as error:
            self.fail(str(error))
        except Exception as error:  # noqa: BLE001 - whatever a step raises is that step's failure
            self.fail(f"{type(error).__name__}: {error}")

    def _advance(self) -> None:
        if self._step is None:
            self._begin_next()
        elif self._is_reached:
            self._leave(self._step)
        elif self._holds(self._step):
            self._is_reached = True
        elif perf_counter() - self._started > self._step.timeout:
            seconds = f"{self._step.timeout:g}"
            raise StepFailed(self.tr("not reached within {seconds} seconds").format(seconds=seconds))

    def _begin_next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._end()
            return
        self._step, self._is_reached, self._started = step, False, perf_counter()
        step.action()

    def _leave(self, step: Step) -> None:
        if self._after is not None:
            self._after(step)
        self.reached.append(step.name)
        self._say(self.tr("ok      {step}").format(step=step.name))
        self._step = None

    @staticmethod
    def _holds(step: Step) -> bool:
        try:
            return bool(step.until())
        except LookupError:
            return False


def run_steps(app: QApplication, runner: StepRunner) -> int:
    """Run ``runner`` in the event loop of ``app``; return 0 when every step was reached, 1 when not."""
    previous = qInstallMessageHandler(pass_on_message)
    quits = app.quitOnLastWindowClosed()
    # a window closed by a step must not end the run
    app.setQuitOnLastWindowClosed(False)
    runner.finished.connect(_leave_event_loop)
    runner.start()
    app.exec()
    app.setQuitOnLastWindowClosed(quits)
    qInstallMessageHandler(previous)
    return 0 if runner.is_finished and runner.failure is None else 1


def pass_on_message(_kind: QtMsgType, _context: object, text: str) -> None:
    """Print Qt's messages but for one that the offscreen platform repeats for every window."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def _leave_event_loop(_ok: bool) -> None:
    QCoreApplication.exit(0)
