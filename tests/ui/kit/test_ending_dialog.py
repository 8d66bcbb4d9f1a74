"""The question before access ends: the new list where it changed, trouble in the dialog, one key for one question."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from bcdesktop.core.ending import Effect, EffectKind, Effects
from bcdesktop.services.ending_errors import AlreadyEnded, EffectsChanged
from bcdesktop.ui.kit.ending_dialog import EndingDialog, EndingQuestion
from bcdesktop.ui.kit.runner import Runner
from bcdesktop.ui.kit.walk import violations

ONE = Effects.of([Effect(EffectKind.LINK_ENDS, "l", "@mara", "Northwind")])
TWO = Effects.of([*ONE.effects, Effect(EffectKind.AD_PAUSES, "a", "Spring", "Main")])


class Engine:
    """Answers with what a test puts into ``answers``; remembers what it was asked."""

    def __init__(self, *answers: object) -> None:
        self.answers, self.asked = list(answers), []

    def end(self, announced: str, key: str) -> object:
        self.asked.append((announced, key))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def runner(qtbot):
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def window(qtbot, theme):
    # a dialog deletes itself when closed, so its window is what the test closes
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def dialog_of(runner, window):
    def make(engine: Engine) -> EndingDialog:
        asked = EndingQuestion(
            "end_dialog", "End access?", "At once.", "End", lambda: ONE, engine.end, ("The account stays",)
        )
        dialog = EndingDialog(runner, asked, ONE, window)
        dialog.show()
        return dialog

    return make


def test_what_was_shown_is_what_is_confirmed(dialog_of, qtbot):
    engine = Engine("receipt")
    dialog = dialog_of(engine)
    with qtbot.waitSignal(dialog.ended) as told:
        dialog.accept_button.click()
    assert told.args == ["receipt"]
    assert engine.asked[0][0] == ONE.digest


def test_a_changed_list_is_shown_and_asked_about_again_with_the_same_key(dialog_of, qtbot):
    engine = Engine(EffectsChanged(TWO), "receipt")
    dialog = dialog_of(engine)
    dialog.accept_button.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.view.texts() == ("Links that end: 1", "Running ads that pause: 1")
    with qtbot.waitSignal(dialog.ended):
        dialog.accept_button.click()
    (first, key), (second, again) = engine.asked
    assert (first, second) == (ONE.digest, TWO.digest)
    assert key == again


def test_what_somebody_ended_before_cannot_be_confirmed_again(dialog_of, qtbot):
    dialog = dialog_of(Engine(AlreadyEnded("link", "l")))
    dialog.accept_button.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.notice.title_label.text() == "This was already ended"
    assert not dialog.accept_button.isEnabled()


def test_cancel_has_the_focus_and_every_control_a_name(dialog_of):
    dialog = dialog_of(Engine())
    assert dialog.focusWidget() is dialog.cancel_button
    assert not dialog.accept_button.isDefault()
    assert violations(dialog) == []
