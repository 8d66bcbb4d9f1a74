"""Grant access from the member's side: several kinds of assets at once, a role each (A2-05, domain.md 6.1.9)."""

from __future__ import annotations

import pytest

from bcdesktop.core.grants import AssetKind
from bcdesktop.services import grants
from bcdesktop.ui.kit.walk import violations
from tests.services.access import ANALYST, OPERATOR, give, link, partner_of, remove_member, roles_of, shared_id
from tests.ui.center.access_desk import choose_role
from tests.ui.center.linking import child, dialog_called, dialogs, press


@pytest.fixture
def wilma(world, office):
    """The id of an account Otter Works shares with this Business Center as Analyst."""
    theirs = link(world, office.otto, "wilma")
    give(world, office.otto, theirs, partner_of(world, office.otto, office.nora), ANALYST)
    return shared_id(world, office.nora, "wilma")


def open_for(desk, office, holder):
    desk.open(office.nora).navigator.grant_access(holder)
    desk.settle()
    return dialog_called(desk, "grant_access_dialog")


def test_own_and_shared_accounts_are_given_in_one_step(desk, office, wilma):
    dialog = open_for(desk, office, office.sam)
    assert child(dialog, "grant_access_title_label").text() == "What may Sam use?"
    own, shared = dialog.pickers[AssetKind.TIKTOK_ACCOUNT], dialog.pickers[AssetKind.SHARED_TIKTOK_ACCOUNT]

    own.pick(office.mara)
    own.pick(office.omar)
    choose_role(own, office.omar, ANALYST)
    shared.pick(wilma)
    assert [dialog.kind_tabs.tabText(i) for i in range(2)] == ["TikTok accounts (2)", "Shared by partners (1)"]
    assert child(dialog, "grant_access_effect_label").text() == "3 accounts: 3 new."
    press(desk, dialog, "grant_access_give_button")

    desk.qtbot.waitUntil(lambda: not dialogs(desk, "grant_access_dialog"))
    assert roles_of(grants.assets_of(desk.world.context, office.nora, office.sam)) == [
        ("Sam", "@mara", OPERATOR),
        ("Sam", "@omar", ANALYST),
        ("Sam", "@wilma", ANALYST),
    ]


def test_a_partner_is_offered_own_accounts_only(desk, office, wilma):
    dialog = open_for(desk, office, office.otter)
    assert AssetKind.SHARED_TIKTOK_ACCOUNT not in dialog.pickers
    shown = [
        kind
        for kind, picker in dialog.pickers.items()
        if dialog.kind_tabs.isTabVisible(dialog.kind_tabs.indexOf(picker))
    ]
    assert shown == [AssetKind.TIKTOK_ACCOUNT]
    offered = {item.id for item in dialog.pickers[AssetKind.TIKTOK_ACCOUNT].table.record_model.records}
    assert offered == {office.mara, office.omar}


def test_what_somebody_has_is_shown_and_proposed(desk, office):
    give(desk.world, office.nora, office.mara, office.sam, ANALYST)
    picker = open_for(desk, office, office.sam).pickers[AssetKind.TIKTOK_ACCOUNT]
    assert {item.name: item.now for item in picker.table.record_model.records} == {"@mara": "Analyst", "@omar": "–"}
    picker.pick(office.mara)
    assert picker.roles() == {office.mara: ANALYST}


def test_somebody_who_left_meanwhile_is_named_and_the_choice_stays(desk, office):
    dialog = open_for(desk, office, office.ida)
    picker = dialog.pickers[AssetKind.TIKTOK_ACCOUNT]
    picker.pick(office.mara)
    remove_member(desk.world, office.ida_actor)

    press(desk, dialog, "grant_access_give_button")

    desk.qtbot.waitUntil(dialog.bar.isVisible)
    assert dialog.bar.title_label.text() == "Ida is not there any more"
    assert set(picker.roles()) == {office.mara}


def test_every_control_of_the_dialog_has_a_name(desk, office):
    dialog = open_for(desk, office, office.sam)
    dialog.pickers[AssetKind.TIKTOK_ACCOUNT].pick(office.mara)
    assert violations(dialog) == []
