from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bcdesktop.store.errors import StoreLocked
from bcdesktop.ui.kit.dialogs import alert, error_alert, question


def texts(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.text()]


def test_a_question_lists_what_will_stop_working_and_has_a_verb(theme, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = question(window, "End access?", "For good.", "End access", effects=["2 ads are paused."], danger=True)
    assert {"End access?", "For good.", "2 ads are paused."} <= set(texts(dialog))
    assert dialog.findChild(QPushButton, "accept_button").text() == "End access"
    assert not dialog.isVisible()


def test_before_something_for_good_the_safe_button_is_the_default(theme, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dangerous = question(window, "a", "b", "End", danger=True)
    harmless = question(window, "a", "b", "Send")
    assert dangerous.findChild(QPushButton, "cancel_button").isDefault()
    assert not dangerous.findChild(QPushButton, "accept_button").autoDefault()
    assert harmless.findChild(QPushButton, "accept_button").isDefault()


def test_the_verb_accepts_and_cancel_rejects(theme, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yes, no = question(window, "a", "b", "Send"), question(window, "a", "b", "Send")
    yes.open()
    with qtbot.waitSignal(yes.accepted):
        yes.findChild(QPushButton, "accept_button").click()
    no.open()
    with qtbot.waitSignal(no.rejected):
        no.findChild(QPushButton, "cancel_button").click()


def test_an_alert_has_one_button(theme, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = alert(window, "Saved", "In Documents.")
    assert [button.objectName() for button in dialog.findChildren(QPushButton)] == ["close_button"]
    assert dialog.windowTitle() == "Saved"


def test_an_error_can_be_said_where_no_window_is_yet(theme, qtbot) -> None:
    dialog = error_alert(None, StoreLocked())
    qtbot.addWidget(dialog)
    assert "The store is busy" in texts(dialog)
