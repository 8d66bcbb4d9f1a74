"""Everything in the window has a name, for tests and for screen readers, and goes through translation."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations

DATA = (
    "Nora",
    "Lantern Media",
    "nora@example.com",
    "Hafenweg",
    "Campaigns",
    "Germany",
    "Europe/Berlin",
    "Euro",
    "@",
    "/",
)


@pytest.fixture
def pseudo(qapp):
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    yield translator
    QApplication.removeTranslator(translator)


def is_data(text: str) -> bool:
    return any(part in text for part in DATA) or text.startswith("Business Center Desktop 0")


def test_every_control_of_the_pages_has_its_names(desk, world, nora):
    world.approve(world.request(nora), world.sign_up("mara"))
    world.request(nora)
    desk.open(nora)
    for _page in desk.go_everywhere():
        pass
    assert violations(desk.window) == []


def test_the_pages_and_the_sidebar_are_translated(desk, world, nora, pseudo):
    world.approve(world.request(nora), world.sign_up("mara"))
    world.request(nora)
    desk.open(nora)
    for page in desk.go_everywhere():
        assert untranslated(page, is_data) == []
    assert untranslated(desk.window.sidebar, is_data) == []


def test_welcome_and_wizard_have_names_and_translations(desk, pseudo):
    desk.open()
    assert violations(desk.window.views.currentWidget()) == []
    assert untranslated(desk.window.views.currentWidget(), is_data) == []
    wizard = desk.window.start_first_start()
    desk.settle()
    assert violations(wizard) == []
    for page in wizard.pages_by_step.values():
        if page.step != "business":  # its lists hold names Qt translates
            assert untranslated(page, is_data) == []
    wizard.close()


def test_the_sign_in_page_has_names_and_translations(desk, world, nora, pseudo):
    world.context.keys.lock()
    desk.open()
    view = desk.window.views.currentWidget()
    view.show_code()
    desk.settle()
    assert violations(view) == []
    assert untranslated(view, is_data) == []


@pytest.mark.parametrize("name", ["guide", "about", "find"])
def test_the_windows_dialogs_have_names(desk, nora, name):
    desk.open(nora)
    desk.window.actions_by_name[name].trigger()
    desk.settle()
    dialog = QApplication.activeModalWidget() or next(
        w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not desk.window
    )
    assert violations(dialog) == []
