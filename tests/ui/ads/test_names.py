"""Everything in the window has a name, for tests and for screen readers, and goes through translation."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from bcdesktop.ui import ads
from bcdesktop.ui.ads.registry import ADS_PAGES
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations
from tests.services.ad_scene import linked_account
from tests.services.ad_world import ad_account, ad_link, advertiser

DATA = ("Nora", "Lantern", "Spring", "@", "Harbour", "Fashion", "https:", "Europe/", "EUR", "Germany", "2026")


@pytest.fixture
def pseudo(qapp):
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    yield translator
    QApplication.removeTranslator(translator)


def is_data(text):
    return any(part in text for part in DATA) or text.replace(" ", "").isdigit()


@pytest.fixture
def person(world, nora):
    """Nora, with an ad account and a TikTok account linked to it."""
    ad_link(world, nora, ad_account(world, nora), linked_account(world, nora))
    return advertiser(world, nora)


def test_every_control_of_the_pages_has_its_names(desk, person):
    desk.open(person)
    for entry in ADS_PAGES:
        desk.go(entry.name)

    assert violations(desk.window) == []


def test_the_pages_the_sidebar_and_the_top_are_translated(desk, person, pseudo):
    desk.open(person)

    for name in ("account_settings", "basic_information", "notifications"):
        assert untranslated(desk.go(name), is_data) == []
    for part in (desk.window.sidebar, desk.window.top_bar):
        assert untranslated(part, is_data) == []


def test_the_sign_in_page_has_names_and_translations(desk, world, pseudo):
    desk.open()
    view = desk.window.views.currentWidget()
    for show in (view.show_code, view.show_sign_up):
        show()
        desk.settle()

    assert violations(view) == []
    assert untranslated(view, is_data) == []


@pytest.mark.parametrize("name", ["account", "create_account", "enter_center", "link_account"])
def test_the_dialogs_have_names_and_translations(desk, person, pseudo, name):
    inside = desk.open(person).inside
    {
        "account": inside.open_account_choice,
        "create_account": inside.open_create_account,
        "enter_center": inside.open_enter_center,
        "link_account": inside.open_link_account,
    }[name]()
    desk.settle()
    dialog = QApplication.activeModalWidget()

    assert violations(dialog) == []
    if name != "create_account":  # its lists hold names Qt translates
        assert untranslated(dialog, is_data) == []


def test_only_the_persons_own_password_of_this_program_is_ever_typed_here():
    folder = Path(ads.__file__).parent
    sources = {path.stem: path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    with_secrets = {name for name, source in sources.items() if "PasswordField(" in source or "EchoMode" in source}

    assert with_secrets == {"password_pane", "sign_up_pane"}
