from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QTimer

from bcdesktop.ui.kit.meter import BlockMeter


def block() -> None:
    end = perf_counter() + 0.08
    while perf_counter() < end:
        pass


def test_a_block_of_the_gui_thread_is_measured(qapp, qtbot) -> None:
    meter = BlockMeter()
    meter.start()
    QTimer.singleShot(0, block)
    qtbot.waitUntil(lambda: meter.longest > 50)
    assert meter.stop() >= 70


def test_beginning_anew_forgets(qapp, qtbot) -> None:
    meter = BlockMeter()
    meter.start()
    block()
    assert meter.stop() >= 70
    meter.start()
    assert meter.longest == 0
    meter.stop()
