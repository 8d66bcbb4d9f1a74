"""From the click on Authorize to the new row painted in the other window: in one process and across two."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QProcess

from bcdesktop.checks.steps import Step, StepRunner, run_steps
from tests.benchmarks.office import Office, RowWatch, application

ONE_PROCESS_LIMIT, TWO_PROCESSES_LIMIT = 50, 600
_ROOT = Path(__file__).parents[2]
Row = tuple[str, float, str, str]


def run(times: int = 15) -> list[Row]:
    """Return (name, value, unit, note) of both ways, the median of ``times`` links each."""
    rows: list[Row] = []
    for name, kind, limit in (
        ("Authorize to painted row, one process", OneProcess, ONE_PROCESS_LIMIT),
        ("Authorize to painted row, two processes", TwoProcesses, TWO_PROCESSES_LIMIT),
    ):
        spans = _measure(kind, times)
        note = f"median of {len(spans)} (under {limit}); longest {max(spans):.0f}"
        rows.append((name, statistics.median(spans), "ms", note))
    return rows


def _measure(kind: type[OneProcess], times: int) -> list[float]:
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        office = Office(app, Path(folder))
        way = kind(office)
        runner = StepRunner(way.steps(times + 1), app, say=_say_nothing)
        code = run_steps(app, runner)
        way.close()
        office.close()
    if code:
        raise RuntimeError(runner.failure)
    return way.spans[1:]  # the first one imports


def _say_nothing(_text: str) -> None:
    """Steps of a measure are not printed."""


class OneProcess:
    """Both windows here."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.spans: list[float] = []
        self._clicked = 0.0

    def close(self) -> None:
        """Nothing of its own."""

    def steps(self, times: int) -> Iterator[Step]:
        """Yield the steps of ``times`` links."""
        office = self.office
        actor = office.world.center()
        office.show_center()
        office.center.attach(office.session, actor)
        yield Step("the window is open", until=lambda: office.center.inside is not None)
        yield Step("accounts", lambda: office.center.navigator.go("tiktok_accounts"), lambda: self._can_begin(office))
        self.watch = RowWatch(office.accounts_table())
        yield Step("the phone is open", self.open_phone, self.phone_is_open)
        for _ in range(times):
            request = office.world.request(actor)
            yield Step("consent", lambda code=request.code_text: self.show_consent(code), self.is_consent)
            yield Step("row", self._authorize, lambda: self.watch.painted_at is not None and office.is_quiet)
            self.spans.append((self.watch.painted_at - self.clicked()) * 1e3)
            yield Step("ended", office.end_links, lambda: office.is_quiet)

    @staticmethod
    def _can_begin(office: Office) -> bool:
        return office.is_on("tiktok_accounts")

    def _authorize(self) -> None:
        self.watch.expect()
        self.authorize()

    def open_phone(self) -> None:
        """Show the phone."""
        self.office.show_phone("mara")

    def phone_is_open(self) -> bool:
        """Whether it shows its home screen."""
        return self.office.phone_is_on("home_screen")

    def show_consent(self, code_text: str) -> None:
        """Let the phone open a code that was read."""
        self.office.phone.routes.check(code_text)

    def is_consent(self) -> bool:
        """Whether the phone asks for consent."""
        return self.office.phone_is_on("consent_screen")

    def authorize(self) -> None:
        """Click Authorize."""
        self._clicked = self.office.authorize()

    def clicked(self) -> float:
        """When Authorize was clicked."""
        return self._clicked


class TwoProcesses(OneProcess):
    """The phone is a process of its own on the same store; it is told by lines what to do, and answers by lines."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._process = QProcess(office.app)
        self._process.setWorkingDirectory(str(_ROOT))
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._said = ""

    def close(self) -> None:
        """End the phone's process."""
        self._process.closeWriteChannel()
        self._process.waitForFinished(20_000)

    def _read(self) -> None:
        while self._process.canReadLine():
            self._said = bytes(self._process.readLine().data()).decode().strip()

    def _tell(self, line: str) -> None:
        self._said = ""
        self._process.write(f"{line}\n".encode())

    def open_phone(self) -> None:
        """Start the other process."""
        folder = str(self.office.world.folder)
        self._process.start(sys.executable, ["-m", "tests.benchmarks.link_phone", folder])

    def phone_is_open(self) -> bool:
        """Whether it said so."""
        return self._said == "open"

    def show_consent(self, code_text: str) -> None:
        """Have the other process open the code."""
        self._tell(code_text)

    def is_consent(self) -> bool:
        """Whether the other process asks for consent."""
        return self._said == "consent"

    def authorize(self) -> None:
        """Have the other process click; it answers when it did."""
        self._tell("authorize")

    def clicked(self) -> float:
        """When the other process clicked, on the clock both share."""
        return float(self._said.removeprefix("clicked "))
