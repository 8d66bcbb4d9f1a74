"""Lists, filters and the access matrix at the size of a large agency, beside a store a hundredth the size."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from bcdesktop.core.grants import HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants
from bcdesktop.services.people_records import Assignment
from tests.benchmarks.crowd import LARGE, SMALL, Size, fill
from tests.benchmarks.office import Office, application
from tests.benchmarks.tables import PaintWatch

OPEN_LIMIT, LETTER_LIMIT, FRAME_LIMIT = 100, 16, 33
"""Milliseconds (issue, "Speed")."""
TYPED = ("anna", "tom 1", "bak")
_FRAMES, _TIMES = 120, 5
_LISTS = (
    ("members", "members_table", "members_filter_edit"),
    ("tiktok_accounts", "accounts_table", "accounts_filter_edit"),
    ("access_matrix", "matrix_view", "matrix_people_edit"),
)
Row = tuple[str, float, str, str]


def run(sizes: tuple[Size, ...] = (SMALL, LARGE), times: int = _TIMES) -> list[Row]:
    """Return (name, value, unit, note) of every measure, for stores of ``sizes``."""
    return [row for size in sizes for row in _measure(size, times)]


def _measure(size: Size, times: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        crowd = Crowd(Path(folder), size)
        try:
            return [
                (f"{size.members:,} members: {name}", value, "ms", f"{note} ({size.text})")
                for name, value, note in crowd.rows(times)
            ]
        finally:
            crowd.close()


class Crowd:
    """The Business Center window on a filled store."""

    def __init__(self, folder: Path, size: Size) -> None:
        self.office = Office(application(), folder)
        self.actor = self.office.world.center()
        self.fill(size)
        self.office.show_center()
        self.office.center.resize(1280, 800)
        self.office.center.attach(self.office.session, self.actor)
        self.until(lambda: self.office.center.inside is not None and self.office.is_quiet)
        # as bcdesktop.app does once the store is open
        gc.freeze()

    def fill(self, size: Size) -> None:
        """Put ``size`` into the store."""
        fill(self.office.world, self.actor, size)

    def close(self) -> None:
        """Close the window and the store."""
        gc.unfreeze()
        self.office.center.inside.pages.drop_all()
        self.office.close()

    def until(self, condition: Callable[[], object]) -> None:
        """Let the event loop run until ``condition`` holds."""
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: condition() and loop.quit())
        timer.start(1)
        loop.exec()
        timer.stop()

    def rows(self, times: int) -> Iterator[tuple[str, float, str]]:
        """Measure everything."""
        for page, view, edit in _LISTS:
            first = self._opens(page, view)
            yield f"{page} opens for the first time", first, "page built, read and painted"
            again = [self._reads(page, view) for _ in range(times)]
            note = f"median of {times}, at most {OPEN_LIMIT}; worst {max(again):.1f}"
            yield f"{page} opens", statistics.median(again), note
            letters = self._letters(view, edit)
            note = f"median of {len(letters)}, at most {LETTER_LIMIT}; worst {max(letters):.1f}"
            yield f"{page}: a letter in the filter", statistics.median(letters), note
        frames = self._scrolls()
        note = f"worst of {len(frames)}, at most {FRAME_LIMIT}; median {statistics.median(frames):.1f}"
        yield "the matrix scrolls, frame", max(frames), note
        yield "50 people get 20 accounts", self._assigns(), "1,000 grants in one transaction, at most"

    def _view(self, name: str) -> QWidget:
        return next(w for w in self.office.center.findChildren(QWidget, name) if w.isVisible())

    def _has_rows(self, name: str) -> bool:
        found = [w for w in self.office.center.findChildren(QWidget, name) if w.isVisible()]
        return bool(found) and found[0].model().rowCount() > 0

    def _opens(self, page: str, view: str) -> float:
        start = time.perf_counter()
        self.office.center.navigator.go(page)
        self.until(lambda: self._has_rows(view))
        self._painted(self._view(view))
        return (time.perf_counter() - start) * 1e3

    def _reads(self, page: str, view: str) -> float:
        """Leave the list, come back and have it read again: from there to the painted rows."""
        self.office.center.navigator.go("settings")
        self.until(lambda: self.office.is_quiet)
        start = time.perf_counter()
        self.office.center.navigator.go(page)
        self.office.center.inside.pages.currentWidget().refresh()
        self.until(lambda: self.office.is_quiet)
        self._painted(self._view(view))
        return (time.perf_counter() - start) * 1e3

    def _painted(self, view: QWidget) -> None:
        loop, widget = QEventLoop(), view.viewport()
        watch = PaintWatch(widget)
        watch.expect(loop)
        widget.update()
        loop.exec()
        widget.removeEventFilter(watch)

    def _letters(self, view: str, edit_name: str) -> list[float]:
        self.until(lambda: self.office.is_quiet)
        rest = QEventLoop()
        QTimer.singleShot(1_000, rest.quit)
        rest.exec()
        edit, shown, spans = self._view(edit_name), self._view(view), []
        assert isinstance(edit, QLineEdit)
        for word in TYPED:
            for key in [*word, *[None] * len(word)]:
                start = time.perf_counter()
                QTest.keyClick(edit, key if key is not None else Qt.Key.Key_Backspace)
                if shown.isVisible():
                    self._painted(shown)
                spans.append((time.perf_counter() - start) * 1e3)
        return spans

    def _scrolls(self) -> list[float]:
        """Scroll down and to the right in steps, each painted at once; return the time of every frame."""
        view = self._view("matrix_view")
        down, right, spans = view.verticalScrollBar(), view.horizontalScrollBar(), []
        for frame in range(_FRAMES):
            clock = QElapsedTimer()
            clock.start()
            down.setValue(down.maximum() * frame // _FRAMES)
            right.setValue(right.maximum() * (frame * 7 % _FRAMES) // _FRAMES)
            view.viewport().repaint()
            view.verticalHeader().viewport().repaint()
            view.horizontalHeader().viewport().repaint()
            spans.append(clock.nsecsElapsed() / 1e6)
        return spans

    def _assigns(self) -> float:
        context, actor = self.office.world.context, self.actor
        people = [one.holder for one in grants.candidates(context, actor) if one.holder.kind is HolderKind.MEMBER]
        accounts = grants.asset_choices(context, actor)
        wanted = [
            Assignment(account.id, holder, AssetRole.OPERATOR) for account in accounts[:20] for holder in people[:50]
        ]
        start = time.perf_counter()
        grants.assign(context, actor, wanted, uuid.uuid4().hex)
        return (time.perf_counter() - start) * 1e3
