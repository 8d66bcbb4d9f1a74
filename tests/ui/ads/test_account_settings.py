"""Account settings > User management: two tabs, the icon in each row, the question before it, and linking by Phone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesktop.core.roles import AssetRole
from bcdesktop.services import advertisers, owner, person_links, user_management
from tests.services.access import holder_of
from tests.services.ad_scene import linked_account, running_ad, set_ad_role
from tests.services.ad_world import ad_account, ad_link, advertiser, personal_ad_account
from tests.services.granted import granted_to


@pytest.fixture
def spring(world, nora):
    return ad_account(world, nora, "Spring")


@pytest.fixture
def sam(world, nora, spring):
    member = world.standard_member(nora)
    set_ad_role(world, member, spring, AssetRole.OPERATOR)
    return member


def open_tab(desk, person, tab):
    desk.open(person)
    return desk.go("account_settings", tab=tab)


def click_icon(desk, table, row=0):
    """Click the icon at the end of a row."""
    column = table.record_model.column_index("delete")
    place = table.visualRect(table.model().index(row, column)).center()
    desk.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()


def names(table):
    return [record.name for record in table.shown_records()]


def test_the_icon_at_a_member_asks_and_takes_the_ad_account_away(desk, world, nora, spring, sam):
    open_tab(desk, advertiser(world, nora), "members")
    table = desk.wait_for("ads_members_table")
    assert names(table) == ["Nora", "Sam"]

    click_icon(desk, table, 1)
    desk.wait_for("remove_member_dialog")
    desk.press("accept_button")

    desk.qtbot.waitUntil(lambda: names(table) == ["Nora"])
    assert advertisers.accounts(world.context, advertiser(world, sam)) == ()


def test_cancelling_the_question_leaves_everything(desk, world, nora, spring, sam):
    open_tab(desk, advertiser(world, nora), "members")
    table = desk.wait_for("ads_members_table")
    table.select_record(holder_of(world, sam).id)

    desk.press("remove_member_button")
    desk.press("cancel_button")

    assert len(user_management.members(world.context, advertiser(world, nora), spring)) == 2


def test_an_operator_is_told_who_can_remove_others(desk, world, nora, spring, sam):
    open_tab(desk, advertiser(world, sam), "members")
    desk.wait_for("ads_members_table").select_record(holder_of(world, nora).id)

    button = desk.widget("remove_member_button")

    assert not button.isEnabled()
    assert "Ask Nora" in button.toolTip() == button.statusTip()


def test_the_icon_at_the_owner_says_why_the_owner_stays(desk, world, nora, ida):
    own = personal_ad_account(world, ida)
    granted_to(world, nora, ida, own)
    open_tab(desk, ida, "members")
    table = desk.wait_for("ads_members_table")

    click_icon(desk, table)

    assert desk.window.notices.bar.isVisible()
    assert names(table) == ["Ida", "Nora"]


def test_the_icon_at_a_linked_account_names_the_ads_that_pause_before_it_is_unlinked(desk, world, nora, spring):
    link_id = linked_account(world, nora)
    ad_link(world, nora, spring, link_id)
    running_ad(world, nora, spring, link_id=link_id, name="Autumn sale")
    open_tab(desk, advertiser(world, nora), "linked_accounts")
    table = desk.wait_for("linked_accounts_table")

    click_icon(desk, table)
    dialog = desk.wait_for("unlink_dialog")
    said = [label.text() for label in dialog.findChildren(type(dialog.text_label))]
    desk.press("accept_button")

    assert "Autumn sale · Spring" in said
    desk.qtbot.waitUntil(lambda: table.record_model.rowCount() == 0)


def test_a_person_links_an_account_for_themselves_by_the_phone_and_unlinks_it(desk, world, ida):
    personal_ad_account(world, ida)
    phone = world.sign_up("mara")
    open_tab(desk, ida, "linked_accounts")
    desk.press("link_account_button")
    desk.press("log_in_to_link_button")
    view = desk.wait_for("log_in_qr_view")
    dialog = desk.widget("link_account_dialog")

    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, dialog._code_view.row.code_text))

    assert view is not None
    table = desk.wait_for("linked_accounts_table")
    desk.qtbot.waitUntil(lambda: [row.handle for row in table.shown_records()] == ["mara"])
    assert [row.handle for row in person_links.list_own(world.context, ida)] == ["mara"]
    click_icon(desk, table)
    desk.press("accept_button")
    desk.qtbot.waitUntil(lambda: table.record_model.rowCount() == 0)


def test_closing_the_dialog_makes_the_code_useless(desk, world, ida):
    personal_ad_account(world, ida)
    phone = world.sign_up("mara")
    open_tab(desk, ida, "linked_accounts")
    desk.press("link_account_button")
    desk.press("log_in_to_link_button")
    desk.wait_for("log_in_qr_view")
    code_text = desk.widget("link_account_dialog")._code_view.row.code_text

    desk.press("close_link_button")

    from bcdesktop.core.code.errors import CodeExpired

    with pytest.raises(CodeExpired):
        owner.open_code(world.context, phone, code_text)


def test_the_way_for_a_team_leads_to_the_business_center(desk, world, nora, spring):
    open_tab(desk, advertiser(world, nora), "linked_accounts")
    desk.press("link_account_button")

    with desk.qtbot.waitSignal(desk.window.center_requested) as caught:
        desk.press("link_in_center_button")

    person, center_id, page, _what = caught.args
    assert (person.name, center_id, page) == ("Nora", "", "tiktok_accounts")
