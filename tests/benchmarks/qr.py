"""What painting and reading codes costs. Each value stands beside one measured in the same run."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from bcdesktop.core.pictures import NoCodeFound
from bcdesktop.ui.kit.qr_code import QrMatrix, image, paint
from bcdesktop.ui.kit.qr_files import png_bytes
from bcdesktop.ui.kit.qr_reading import find_our_code
from bcdesktop.ui.paper.output import pdf_bytes
from tests.support.code_sheets import busy_screen, code_sheet, code_text

_TIMES = 15
Row = tuple[str, float, str, str]


def run() -> list[Row]:
    """Return (name, value, unit, note) of every measure."""
    app = QApplication.instance() or QApplication([])
    return [*paint_cost(), *read_cost(), *longest_block_while_reading(app)]


def paint_cost() -> list[Row]:
    """Measure the matrix, the painter beside filling the same square, and the files."""
    numbers = iter(range(10_000))
    canvas = QImage(600, 600, QImage.Format.Format_RGB32)
    matrix = QrMatrix.of(code_text())
    square = QRectF(0, 0, 600, 600)
    painter = QPainter(canvas)
    fill = _median(lambda: canvas.fill(0))
    painting = _median(lambda: paint(painter, square, matrix))
    painter.end()
    making = _median(lambda: QrMatrix.of(f"{code_text()}{next(numbers)}"))
    return [
        ("QR matrix", making, "ms", "once per code"),
        ("QR painted at 600 x 600", painting, "ms", f"{painting / fill:.1f} times filling the same pixels"),
        ("PNG with caption", _median(lambda: png_bytes(code_sheet())), "ms", ""),
        ("PDF sheet", _median(lambda: pdf_bytes(code_sheet())), "ms", ""),
    ]


def read_cost() -> list[Row]:
    """Measure reading at 2 and 8 megapixels, with and without a code, beside turning the same pixels to grey."""
    rows: list[Row] = []
    code = image(QrMatrix.of(code_text()), 4)
    for width, height in ((1920, 1080), (3840, 2160)):
        screen, empty = busy_screen(width, height, code), busy_screen(width, height)
        grey = _median(lambda screen=screen: screen.convertToFormat(QImage.Format.Format_Grayscale8))
        found = _median(lambda screen=screen: find_our_code(screen))
        nothing = _median(lambda empty=empty: _find_nothing(empty))
        note = "{:.1f} times turning the same picture to grey"
        rows.append((f"code read, {width} x {height}", found, "ms", note.format(found / grey)))
        rows.append((f"no code there, {width} x {height}", nothing, "ms", note.format(nothing / grey)))
    return rows


def longest_block_while_reading(app: QApplication) -> list[Row]:
    """Measure how long the main thread cannot run while a worker reads a full 3840 x 2160 screen without a code."""
    empty = busy_screen(3840, 2160)
    idle = _longest_gap(threading.Thread(target=time.perf_counter))
    busy = _longest_gap(threading.Thread(target=_find_nothing, args=(empty,)))
    app.sendPostedEvents()
    return [("longest block of the main thread", busy, "ms", f"3840 x 2160 in a worker; {idle:.1f} without work")]


def _longest_gap(worker: threading.Thread) -> float:
    longest = 0.0
    with _running(worker):
        last = time.perf_counter()
        while worker.is_alive():
            worker.join(0.001)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
    return longest * 1e3


@contextmanager
def _running(worker: threading.Thread) -> Iterator[None]:
    worker.start()
    yield
    worker.join()


def _find_nothing(screen: QImage) -> None:
    try:
        find_our_code(screen)
    except NoCodeFound:
        return
    raise AssertionError("a code where there is none")


def _median(work: Callable[[], object]) -> float:
    spans = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        work()
        spans.append(time.perf_counter() - start)
    return statistics.median(spans) * 1e3


if __name__ == "__main__":
    for name, value, unit, note in run():
        print(f"{name:40} {value:8.2f} {unit}  {note}")
