"""The PySide6 in use must survive what 6.12.0 on Python 3.11 does not: it dropped a reference to None on each call."""

import sys

from PySide6.QtWidgets import QLabel


def test_thirty_thousand_calls_that_return_nothing_leave_none_alone(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for number in range(30_000):
        label.setText(str(number))

    assert label.text() == "29999"
    if sys.version_info < (3, 12):  # from then on None is immortal
        assert sys.getrefcount(None) > before - 1_000
