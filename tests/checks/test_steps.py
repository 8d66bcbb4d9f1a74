"""The engine behind --self-test and --tour: steps act, wait for a state, and name the one that fails."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from bcdesktop.checks.steps import NotThereYet, Step, StepFailed, StepRunner, find


@pytest.fixture
def said():
    return []


def _run(qtbot, said, steps, **more):
    runner = StepRunner(steps, say=said.append, **more)
    with qtbot.waitSignal(runner.finished, timeout=5000):
        runner.start()
    return runner


def test_steps_are_taken_in_order_and_each_is_said(qtbot, said):
    acted = []
    runner = _run(qtbot, said, [Step("one", lambda: acted.append(1)), Step("two", lambda: acted.append(2))])
    assert acted == [1, 2]
    assert runner.failure is None
    assert runner.reached == ["one", "two"]
    assert [line.split()[-1] for line in said] == ["one", "two"]


def test_a_step_waits_for_its_state(qtbot, said):
    label = QLabel("before")
    qtbot.addWidget(label)
    change = QTimer(label)
    change.setSingleShot(True)
    change.timeout.connect(lambda: label.setText("after"))
    seen = []
    _run(
        qtbot,
        said,
        [
            Step("change", lambda: change.start(60), lambda: label.text() == "after"),
            Step("look", lambda: seen.append(label.text())),
        ],
    )
    assert seen == ["after"]


def test_a_generator_goes_on_only_when_its_step_was_reached(qtbot, said):
    order = []

    def steps():
        yield Step("one", lambda: order.append("one acted"))
        order.append("between")
        yield Step("two", lambda: order.append("two acted"))

    _run(qtbot, said, steps())
    assert order == ["one acted", "between", "two acted"]


def test_a_state_that_never_comes_fails_the_step_by_name(qtbot, said):
    acted = []
    never = Step("wait for nothing", until=lambda: False, timeout=0.05)
    runner = _run(qtbot, said, [never, Step("after", lambda: acted.append(1))])
    assert runner.failure == "wait for nothing: not reached within 0.05 seconds"
    assert acted == []


def test_an_error_in_an_action_fails_the_step_with_the_error(qtbot, said):
    runner = _run(qtbot, said, [Step("divide", lambda: 1 / 0)])
    assert runner.failure == "divide: ZeroDivisionError: division by zero"


def test_a_step_may_end_the_run_in_its_own_words(qtbot, said):
    def refuse():
        raise StepFailed("the page is empty")

    assert _run(qtbot, said, [Step("look", until=refuse)]).failure == "look: the page is empty"


def test_a_run_that_is_failed_from_outside_names_the_step_under_way(qtbot, said):
    runner = StepRunner([Step("wait", until=lambda: False)], say=said.append)
    with qtbot.waitSignal(runner.finished) as finished:
        runner.start()
        QTimer.singleShot(50, runner, lambda: runner.fail("crash"))
    assert finished.args == [False]
    assert runner.failure == "wait: crash"


def test_what_comes_after_a_step_sees_it_before_the_next_begins(qtbot, said):
    order = []
    steps = [Step("one", lambda: order.append("one")), Step("two", lambda: order.append("two"))]
    _run(qtbot, said, steps, after=lambda step: order.append(f"after {step.name}"))
    assert order == ["one", "after one", "two", "after two"]


def test_a_widget_is_found_only_while_it_can_be_seen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("here", window)
    label.setObjectName("label")
    with pytest.raises(NotThereYet):
        find(window, "label")
    window.show()
    assert find(window, "label", QLabel) is label
