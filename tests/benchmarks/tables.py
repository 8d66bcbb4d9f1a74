"""What a table costs at its size: from its records to the painted rows, a letter typed in its filter, a sort."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from bcdesktop.checks.steps import pass_on_message
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.fonts import apply_font
from bcdesktop.ui.kit.tables import RIGHT, Column, RecordTable
from bcdesktop.ui.kit.theme import STYLE_ARGUMENTS, Theme
from bcdesktop.ui.kit.time_text import relative

SIZES = (40, 4_000, 400, 40_000)
"""Each size behind its hundredth part."""
OPEN_LIMIT, LETTER_LIMIT = 100, 16
"""Milliseconds (issue, "Speed")."""
TYPED = ("anna be", "tom 1", "ber adm")
"""What is typed, letter by letter, and taken away again by Backspace."""
_TIMES = 5
_REST = 1_500
"""Milliseconds in which 40,000 rows are made ready to be searched."""
_NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
_FIRST = ("Anna", "Bernd", "Chiara", "Deniz", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas", "Kim", "Tom")
_LAST = ("Adler", "Berger", "Costa", "Dogan", "Ekström", "Fischer", "Garcia", "Huber", "Ito", "Jansen", "Okafor")
Row = tuple[str, float, str, str]


@dataclass(frozen=True)
class Person:
    """A member as a list of them shows one."""

    id: str
    name: str
    email: str
    role: str
    finance: str
    accounts: int
    is_active: bool
    seen_at: datetime | None


def _state(person: Person) -> BadgeKind:
    return BadgeKind.SUCCESS if person.is_active else BadgeKind.WARNING


COLUMNS = (
    Column("name", "Name", lambda r: r.name, width=22),
    Column("email", "E-mail", lambda r: r.email, width=30),
    Column("role", "Role", lambda r: r.role, badge=lambda r: BadgeKind.INFO if r.role == "Admin" else None, width=12),
    Column("finance", "Finance role", lambda r: r.finance, width=16),
    Column("accounts", "TikTok accounts", lambda r: str(r.accounts), sort=lambda r: r.accounts, align=RIGHT, width=15),
    Column("state", "State", lambda r: "Active" if r.is_active else "Invited", badge=_state, width=14),
    Column(
        "seen",
        "Last active",
        lambda r: relative(r.seen_at, _NOW) if r.seen_at else "",
        sort=lambda r: r.seen_at,
        width=16,
    ),
)


def people(count: int) -> list[Person]:
    """Return ``count`` members, the same at every call."""
    choose = random.Random(count)
    made = []
    for number in range(count):
        first, last = choose.choice(_FIRST), choose.choice(_LAST)
        seen = _NOW - timedelta(minutes=choose.randrange(100_000)) if choose.random() < 0.9 else None
        made.append(
            Person(
                id=f"member-{number}",
                name=f"{first} {last}",
                email=f"{first}.{last}.{number}@example.org".lower(),
                role="Admin" if choose.random() < 0.01 else "Standard",
                finance=choose.choice(("", "Finance manager", "Finance analyst")),
                accounts=choose.randrange(800),
                is_active=seen is not None,
                seen_at=seen,
            )
        )
    return made


def run(sizes: tuple[int, ...] = SIZES, times: int = _TIMES) -> list[Row]:
    """Return (name, value, unit, note) of every measure, for tables of ``sizes`` rows."""
    dressed_application()
    return [row for size in sizes for row in _measure(size, times)]


def dressed_application() -> QApplication:
    """Return the application, made and dressed as the program does it."""
    if QApplication.instance() is None:
        qInstallMessageHandler(pass_on_message)
    app = QApplication.instance() or QApplication(["benchmarks", *STYLE_ARGUMENTS])
    apply_font(app)
    Theme(app).apply(app)
    return app


def _measure(size: int, times: int) -> Iterator[Row]:
    records = people(size)
    yield _row(size, "painted", [_opened(records)[1] for _ in range(times)], OPEN_LIMIT)
    yield _row(size, "painted, sorted by name", [_opened(records, "name")[1] for _ in range(times)], OPEN_LIMIT)
    shown, _span = _opened(records, "name")
    yield _row(size, "a letter at once after that", [shown.type("a")])
    shown.wait(_REST)
    shown.type_back()
    letters = [span for word in TYPED for span in shown.typed(word)]
    yield _row(size, "a letter in the filter", letters, LETTER_LIMIT)
    yield from _sorts(shown, size, times)
    yield _row(size, "Ctrl+A", [shown.select_all() for _ in range(times)])
    yield _row(size, "a letter with all rows selected", [shown.type("a"), shown.type_back()])


def _opened(records: list[Person], sorted_by: str | None = None) -> tuple[ShownTable, float]:
    """Show an empty table, give it ``records``; return it and the milliseconds until they were painted."""
    shown = ShownTable(sorted_by)
    return shown, shown.milliseconds(lambda: shown.table.set_records(list(records)))


def _sorts(shown: ShownTable, size: int, times: int) -> Iterator[Row]:
    for place, column in enumerate(COLUMNS):
        spans = []
        for number in range(times):
            order = Qt.SortOrder.DescendingOrder if number % 2 else Qt.SortOrder.AscendingOrder
            spans.append(shown.milliseconds(lambda place=place, order=order: shown.table.sortByColumn(place, order)))
        yield _row(size, f"sorted by {column.title}", spans)


def _row(size: int, what: str, spans: list[float], limit: int | None = None) -> Row:
    aim = "" if limit is None else f" (at most {limit})"
    return (
        f"{size:,} rows: {what}",
        statistics.median(spans),
        "ms",
        f"median of {len(spans)}{aim}; worst {max(spans):.1f}",
    )


class ShownTable:
    """A shown window with the table of members and its filter."""

    def __init__(self, sorted_by: str | None = None) -> None:
        self.window = QWidget()
        self.edit = QLineEdit()
        self.table = RecordTable("people_table", COLUMNS, accessible_name="Members")
        if sorted_by is not None:
            self.table.sort_by(sorted_by)
        self.edit.textChanged.connect(self.table.set_text_filter)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.edit)
        layout.addWidget(self.table)
        self.window.resize(1280, 800)
        self._watch = PaintWatch(self.table.viewport())
        self.milliseconds(self.window.show)
        self.wait(50)

    def milliseconds(self, action: Callable[[], object]) -> float:
        """Return how long it takes from ``action`` to the painted table."""
        loop = QEventLoop()
        self._watch.expect(loop)
        start = time.perf_counter()
        action()
        self.table.viewport().update()
        loop.exec()
        return (self._watch.painted_at - start) * 1e3

    def wait(self, milliseconds: int) -> None:
        """Let the event loop run, so that what was begun in the background gets done."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()

    def type(self, letter: str) -> float:
        """Type one letter in the filter; return the milliseconds to the painted table."""
        return self.milliseconds(lambda: QTest.keyClick(self.edit, letter))

    def type_back(self) -> float:
        """Press Backspace in the filter; return the milliseconds to the painted table."""
        return self.milliseconds(lambda: QTest.keyClick(self.edit, Qt.Key.Key_Backspace))

    def typed(self, text: str) -> list[float]:
        """Type ``text`` and take it back; return the milliseconds of each press."""
        return [self.type(letter) for letter in text] + [self.type_back() for _ in text]

    def select_all(self) -> float:
        """Press Ctrl+A and ask for the selected records; return the milliseconds to the painted table."""
        self.table.clearSelection()
        return self.milliseconds(self._press_select_all)

    def _press_select_all(self) -> None:
        QTest.keyClick(self.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.table.selected_records()


class PaintWatch(QObject):
    """Ends a loop in the turn after its widget was painted; ``painted_at`` is when."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._loop: QEventLoop | None = None
        self.painted_at = 0.0
        widget.installEventFilter(self)

    def expect(self, loop: QEventLoop) -> None:
        """Quit ``loop`` after the next paint."""
        self._loop = loop

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at the clock in the turn of the event loop after the paint."""
        if event.type() == QEvent.Type.Paint and self._loop is not None:
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        self.painted_at = time.perf_counter()
        if self._loop is not None:
            self._loop.quit()
            self._loop = None
