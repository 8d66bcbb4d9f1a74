from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import SignInFailed
from bcdesktop.store.errors import DiskFull
from bcdesktop.ui.kit.notices import Notices
from bcdesktop.ui.kit.wording import word


@pytest.fixture
def window(theme, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.notices = Notices(window)
    QVBoxLayout(window).addWidget(window.notices.bar)
    window.show()
    return window


def test_trouble_says_what_happened_what_it_means_and_what_to_do(window) -> None:
    window.notices.show_error(DiskFull())
    bar, words = window.notices.bar, word(DiskFull())
    assert bar.isVisible()
    assert [bar.title_label.text(), bar.body_label.text(), bar.advice_label.text()] == [
        words.title,
        words.body,
        words.advice,
    ]
    assert bar.property("notice") == "danger"


def test_a_refusal_is_a_warning_and_can_be_dismissed(window, qtbot) -> None:
    bar = window.notices.bar
    window.notices.show_error(SignInFailed())
    assert bar.property("notice") == "warning"
    with qtbot.waitSignal(bar.dismissed):
        bar.findChild(QToolButton, "notice_close_button").click()
    assert not bar.isVisible()


def test_a_notice_can_have_one_action(window) -> None:
    pressed: list[str] = []
    window.notices.bar.show_error(DiskFull(), action="Try again", on_action=lambda: pressed.append("again"))
    button = window.notices.bar.findChild(QPushButton, "notice_action_button")
    assert button.text() == "Try again"
    button.click()
    assert pressed == ["again"]
    window.notices.show_error(DiskFull())
    assert not button.isVisible()


def test_what_is_not_known_is_a_bug_and_goes_to_the_crash_dialog(window, monkeypatch) -> None:
    seen: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: seen.append(error))
    bug = ZeroDivisionError()
    window.notices.on_unhandled(bug, window)
    assert seen == [bug]
    assert not window.notices.bar.isVisible()


def test_a_toast_lies_within_the_window_and_goes_by_itself(window, qtbot) -> None:
    toast = window.notices.success("Request cancelled.")
    toast._timer.setInterval(1)
    assert toast.isVisible()
    assert window.rect().contains(toast.geometry())
    with qtbot.waitSignal(toast.gone):
        toast._timer.start()
    assert window.notices.toast is None


def test_a_toast_stays_while_the_pointer_is_on_it(window) -> None:
    toast = window.notices.success("Request cancelled.")
    point = QPointF(1, 1)
    QApplication.sendEvent(toast, QEnterEvent(point, point, point))
    assert toast.is_paused
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert not toast.is_paused


def test_undo_is_offered_where_it_is_possible_and_done_once(window) -> None:
    undone: list[int] = []
    toast = window.notices.success("Disconnected.", undo=lambda: undone.append(1))
    toast.findChild(QPushButton, "toast_undo_button").click()
    assert undone == [1]
    assert not toast.isVisible()
    assert not window.notices.success("Saved.").findChild(QPushButton, "toast_undo_button").isVisible()


def test_the_button_of_a_toast_can_offer_the_next_step(window) -> None:
    went: list[bool] = []
    toast = window.notices.success("The mail waits.", lambda: went.append(True), verb="Send now")
    assert toast.toast_undo_button.text() == "Send now"
    toast.toast_undo_button.click()
    assert went == [True]


def test_a_new_toast_takes_the_place_of_the_old_one(window) -> None:
    first = window.notices.success("One.")
    second = window.notices.success("Two.")
    assert not first.isVisible()
    assert window.notices.toast is second
    window.resize(500, 400)
    assert window.rect().contains(second.geometry())
