"""The phone of the measure ``end_at_once``: its steps, and the process of its own that takes them by line."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from bcdesktop.checks.steps import NotThereYet, Step, StepRunner, find
from bcdesktop.services import owner
from bcdesktop.services.phone_records import ScannedRequest
from tests.benchmarks.office import Office, application


class Hand:
    """What a person does on the phone of an office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def link(self, code_text: str) -> str:
        """Approve a request at once; return the link's id."""
        context, profile = self._office.world.context, self._office.phone.host.profile
        scanned = owner.open_code(context, profile, code_text)
        assert isinstance(scanned, ScannedRequest)
        return owner.approve(context, profile, scanned, scanned.permissions).result.link_id

    def to_list(self, link_id: str) -> Iterator[Step]:
        """Yield the steps to the list of apps, with the entry of a link in it."""
        office = self._office
        yield Step("list", office.phone.routes.active_apps, lambda: office.phone_is_on("active_apps_screen"))
        yield Step("entry", until=lambda: not self.is_gone(link_id))

    def to_question(self, link_id: str) -> Iterator[Step]:
        """Yield the steps to the question before access is taken back."""
        office = self._office
        yield Step(
            "detail",
            lambda: find(office.phone, f"app_row_{link_id}", QPushButton).click(),
            lambda: office.phone_is_on("app_detail_screen"),
        )
        yield Step(
            "question",
            lambda: find(office.phone, "remove_access_button", QPushButton).click(),
            lambda: find(office.phone, "confirm_removal_button") and office.is_quiet,
        )

    def confirm(self) -> float:
        """Confirm; return when."""
        button = find(self._office.phone, "confirm_removal_button", QPushButton)
        clicked = time.monotonic()
        button.click()
        return clicked

    def is_gone(self, link_id: str) -> bool:
        """Whether the list of apps in view has no such entry."""
        if self._office.phone.navigator.top.name != "active_apps_screen":
            return False
        try:
            find(self._office.phone, f"app_row_{link_id}")
        except NotThereYet:
            return True
        return False


class PhoneSide(QObject):
    """Says "open" when it stands; obeys "link CODE", "revoke ID" and "look ID" with what came of it and when."""

    line_came = Signal(str)
    """One line of the input; empty at its end."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office, self._hand = office, Hand(office)
        self._link_id = ""
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._look)
        self.line_came.connect(self._obey)
        office.show_phone("mara")
        self._do(self._opened())
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.line_came.emit(line.strip())
        self.line_came.emit("")

    def _do(self, steps: Iterator[Step]) -> None:
        self._runner = StepRunner(steps, self, say=_say_nothing)
        self._runner.start()

    def _obey(self, line: str) -> None:
        word, _, what = line.partition("\t")
        if not line:
            self._office.app.quit()
        elif word == "link":
            self._do(self._linked(what))
        elif word == "revoke":
            self._do(self._revoked(what))
        else:
            self._link_id = what
            self._timer.start()

    def _look(self) -> None:
        if self._hand.is_gone(self._link_id):
            self._timer.stop()
            print("gone", time.monotonic(), flush=True)

    def _opened(self) -> Iterator[Step]:
        yield Step("open", until=lambda: self._office.phone_is_on("home_screen"))
        print("open", flush=True)

    def _linked(self, code_text: str) -> Iterator[Step]:
        link_id = self._hand.link(code_text)
        yield from self._hand.to_list(link_id)
        print("linked", link_id, flush=True)

    def _revoked(self, link_id: str) -> Iterator[Step]:
        yield from self._hand.to_question(link_id)
        print("clicked", self._hand.confirm(), flush=True)


def _say_nothing(_text: str) -> None:
    """Steps of a measure are not printed."""


def main(folder: str) -> None:
    """Run the phone on the store in ``folder``."""
    app = application()
    office = Office(app, Path(folder))
    side = PhoneSide(office)
    app.exec()
    del side
    office.close()


if __name__ == "__main__":
    main(sys.argv[1])
