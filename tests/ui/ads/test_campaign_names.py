"""Names and translations of campaigns, ads and the form for a new one; and an entry of the log about ads in words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bcdesktop.core.ads import AdKind
from bcdesktop.services import ads
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations
from tests.services.ad_world import ad_account, advertiser
from tests.services.ads_world import campaign, linked, make, pushed

DATA = ("Nora", "Lantern", "Spring", "@", "Winter", "Teaser", "shoes", "2026", "Bela", "Cem")


@pytest.fixture
def pseudo(qapp):
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    yield translator
    QApplication.removeTranslator(translator)


@pytest.fixture
def person(world, nora):
    """Nora, with a campaign, a paused ad, and an account that cannot be used."""
    person, account = advertiser(world, nora), ad_account(world, nora)
    link_id, _phone = linked(world, nora, "bela")
    linked(world, nora, "cem", operator=False)
    row = make(world, person, pushed(campaign(world, person, account), link_id, "Teaser"))
    ads.pause(world.context, person, [row.id])
    return person


def is_data(text):
    return any(part in text for part in DATA) or text.replace(" ", "").isdigit()


def check(widget):
    assert violations(widget) == []
    assert untranslated(widget, is_data) == []


def test_the_page_has_names_and_translations(desk, person, pseudo):
    desk.open(person)
    page = desk.go("campaigns")
    for place, table in ((0, page.campaigns_tab.campaigns_table), (1, page.ads_tab.ads_table)):
        page.campaigns_tabs.setCurrentIndex(place)
        table.selectRow(0)
        desk.settle()
        check(page)


@pytest.mark.parametrize("kind", [AdKind.SPARK, AdKind.LIVE, AdKind.PLAIN])
def test_the_form_for_a_new_ad_has_names_and_translations(desk, person, pseudo, kind):
    desk.open(person)
    desk.go("campaigns")
    desk.press("create_ad_button")
    desk.press(f"ad_kind_{kind}_radio")
    dialog = desk.widget("create_ad_dialog")
    if kind is not AdKind.PLAIN:
        dialog.identity_picker.identity_tabs.setCurrentIndex(1)
        dialog.identity_picker.missing_accounts.missing_table.selectRow(0)
        desk.settle()
    check(dialog)


@pytest.mark.parametrize("button", ["create_campaign", "rename_campaign", "change_ad", "end_campaign", "end_ad"])
def test_the_dialogs_have_names_and_translations(desk, person, pseudo, button):
    desk.open(person)
    page = desk.go("campaigns")
    page.campaigns_tabs.setCurrentIndex(int(button.endswith("_ad")))
    (page.ads_tab.ads_table if button.endswith("_ad") else page.campaigns_tab.campaigns_table).selectRow(0)
    desk.press(f"{button}_button")
    check(desk.widget(f"{button}_dialog"))


def test_the_log_says_in_words_which_ads_were_paused_and_why(world, nora, person):
    from bcdesktop.ui.center.activity_words import detail_lines

    entry = world.last_entry(nora)
    assert entry.action == "ads_paused"
    assert dict(detail_lines(entry)) == {"Number": "1", "Ads": "Teaser", "Reason": "Paused by a person"}
