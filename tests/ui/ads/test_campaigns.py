"""Campaigns and ads in the window: made, shown, filtered, stopped; what an Analyst and an Operator may do."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from bcdesktop.core.ads import AdSource, AdStatus, CampaignObjective
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ads, campaigns, tiktok_accounts
from bcdesktop.ui.ads.dialogs.create_ad import CreateAdDialog
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, advertiser
from tests.services.ads_world import (
    ON_PROFILE,
    campaign,
    linked,
    make,
    plain,
    post,
    posts_of,
    pushed,
    suspend,
)


@pytest.fixture
def person(world, nora):
    return advertiser(world, nora)


@pytest.fixture
def account(world, nora):
    return ad_account(world, nora)


@pytest.fixture
def winter(world, person, account):
    return campaign(world, person, account)


@pytest.fixture
def page(desk, person, account):
    """The page of an ad account without campaigns."""
    desk.open(person, account)
    return desk.go("campaigns")


def choose(desk, table, handle):
    rows = desk.widget(table).record_model.records
    assert desk.widget(table).select_record(next(row.id for row in rows if row.handle == handle))
    desk.settle()


def show_ads(desk):
    desk.widget("campaigns_tabs").setCurrentIndex(1)


def begin_ad(desk, person, account):
    desk.open(person, account)
    desk.go("campaigns")
    desk.press("create_ad_button")
    desk.type("ad_name_edit", "Boots")


def press_when_laid_out(desk, name):
    desk.qtbot.waitUntil(lambda: desk.widget(name).height() >= desk.widget(name).sizeHint().height())
    desk.press(name)


def error_at(desk, field):
    dialog = desk.widget("create_ad_dialog")
    assert isinstance(dialog, CreateAdDialog)
    form = dialog.account_form if field in dialog.account_form.fields() else dialog.form
    return form.error_text(field)


def test_a_first_campaign_and_a_plain_ad_are_made(desk, page, world, person, account):
    assert not desk.widget("create_ad_button").isEnabled()
    desk.press("campaigns_empty_button")
    desk.press("create_campaign_accept_button")
    assert desk.widget("create_campaign_dialog").form.error_text("name")
    desk.type("campaign_name_edit", "Winter")
    desk.widget("campaign_objective_combo").setCurrentIndex(2)
    desk.press("create_campaign_accept_button")
    (made,) = campaigns.list_all(world.context, person, account)
    assert (made.name, made.objective) == ("Winter", CampaignObjective.VIDEO_VIEWS)
    desk.press("create_ad_button")
    desk.press("ad_kind_plain_radio")
    assert not desk.shows("identity_picker")
    desk.type("ad_name_edit", "Plain")
    desk.type("video_name_edit", "shoes.mp4")
    desk.press("create_ad_accept_button")
    assert error_at(desk, "text")
    desk.type("ad_text_edit", "New shoes")
    desk.press("create_ad_accept_button")
    (row,) = ads.list_all(world.context, person, account)
    assert (row.name, row.campaign_name, row.video_name, row.runs) == ("Plain", "Winter", "shoes.mp4", True)
    assert desk.widget("ads_table").current_record().id == row.id


def test_a_file_lends_its_name_to_the_new_video(desk, world, person, account, winter, tmp_path):
    (tmp_path / "boots.mp4").write_bytes(b"")
    begin_ad(desk, person, account)
    desk.press("ad_kind_plain_radio")
    desk.press("choose_video_button")
    dialog = desk.widget("choose_video_dialog")
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(tmp_path / "boots.mp4"))
    dialog.accept()
    assert desk.text("video_name_edit") == "boots.mp4"


def test_a_spark_ad_is_made_of_an_existing_post(desk, world, nora, person, account, winter):
    _link, phone = linked(world, nora, "bela")
    post_id = post(world, phone)
    begin_ad(desk, person, account)
    desk.press("create_ad_accept_button")
    assert error_at(desk, "identity")
    choose(desk, "identities_table", "bela")
    desk.press("create_ad_accept_button")
    assert error_at(desk, "post")
    assert desk.widget("posts_table").select_record(post_id)
    assert desk.text("create_ad_summary_label") == "A Spark Ad of @bela from an existing post."
    desk.press("create_ad_accept_button")
    (row,) = ads.list_all(world.context, person, account)
    assert (row.source, row.post_id, row.handle, row.text) == (AdSource.PULL, post_id, "bela", "Our winter shoes")


def test_the_switch_is_locked_or_free_as_the_owner_granted(desk, world, nora, person, account, winter):
    linked(world, nora, "bela")
    linked(world, nora, "mara", ON_PROFILE)
    begin_ad(desk, person, account)
    desk.press("ad_source_push_radio")
    switch = desk.widget("ads_only_check")
    assert (switch.isChecked(), switch.isEnabled(), switch.toolTip()) == (True, False, "Choose a TikTok account first.")
    choose(desk, "identities_table", "bela")
    assert (switch.isChecked(), switch.isEnabled()) == (True, False)
    assert switch.toolTip().startswith("@bela granted new videos through ads only")
    assert switch.statusTip() == switch.toolTip()
    choose(desk, "identities_table", "mara")
    assert switch.isEnabled()
    desk.press("ads_only_check")
    choose(desk, "identities_table", "bela")
    assert switch.isChecked()
    choose(desk, "identities_table", "mara")
    assert not switch.isChecked()
    desk.type("video_name_edit", "boots.mp4")
    desk.type("ad_text_edit", "For all")
    desk.press("create_ad_accept_button")
    assert ads.list_all(world.context, person, account)[0].ads_only is False
    assert posts_of(world, "mara")[1] == 1


def test_an_account_that_is_missing_is_named_with_what_is_missing_and_who_can_mend_it(
    desk, world, nora, person, account, winter
):
    linked(world, nora, "bela")
    linked(world, nora, "cem", operator=False)
    world.change_account("bela", is_public=False)
    begin_ad(desk, person, account)
    assert desk.widget("identities_table").record_model.records == ()
    desk.widget("identity_tabs").setCurrentIndex(1)
    missing = desk.widget("missing_accounts_table")
    assert {row.handle for row in missing.record_model.records} == {"bela", "cem"}
    choose(desk, "missing_accounts_table", "bela")
    line = desk.widget("identity_account_public_row")
    assert "@bela" in line.helper_label.text()
    choose(desk, "missing_accounts_table", "cem")
    assert "Nora" in desk.widget("identity_ad_link_row").helper_label.text()


def test_what_is_missing_leads_to_where_it_is_mended(desk, world, nora, person, account, winter):
    link_id, _phone = linked(world, nora, "cem", operator=False)
    linked(world, nora, "bela")
    world.change_account("bela", is_public=False)
    begin_ad(desk, person, account)
    desk.widget("identity_tabs").setCurrentIndex(1)
    choose(desk, "missing_accounts_table", "cem")
    with desk.qtbot.waitSignal(desk.window.center_requested) as asked:
        press_when_laid_out(desk, "identity_ad_link_mend_button")
    assert asked.args[1:3] == [nora.business_center_id, "tiktok_accounts"]
    assert asked.args[3] == {"link_id": link_id, "tab": "readiness", "asset_id": account}
    choose(desk, "missing_accounts_table", "bela")
    with desk.qtbot.waitSignal(desk.window.phone_requested):
        press_when_laid_out(desk, "identity_account_public_mend_button")
    assert desk.text("ad_name_edit") == "Boots"


def test_another_account_can_be_linked_while_the_ad_is_made(desk, person, account, winter):
    begin_ad(desk, person, account)
    press_when_laid_out(desk, "identity_link_button")
    assert desk.wait_for("link_account_dialog").isVisible()
    desk.press("close_link_button")
    assert desk.text("ad_name_edit") == "Boots"


def test_an_account_that_is_mended_meanwhile_can_be_used_at_once(desk, world, nora, person, account, winter):
    _link, _phone = linked(world, nora, "bela")
    world.change_account("bela", is_public=False)
    begin_ad(desk, person, account)
    assert desk.widget("identities_table").record_model.records == ()
    world.change_account("bela", is_public=True)
    linked(world, nora, "cem")
    desk.settle()
    desk.qtbot.waitUntil(lambda: len(desk.widget("identities_table").record_model.records) == 2)


def test_the_picker_searches_among_many(desk, world, nora, person, account, winter):
    for handle in ("bela", "cem", "mara"):
        linked(world, nora, handle)
    begin_ad(desk, person, account)
    desk.type("identity_filter_edit", "ma")
    assert [row.handle for row in desk.widget("identities_table").shown_records()] == ["mara"]


def test_what_went_wrong_meanwhile_is_told_and_nothing_typed_is_lost(desk, world, nora, person, account, winter):
    linked(world, nora, "bela")
    begin_ad(desk, person, account)
    desk.press("ad_source_push_radio")
    choose(desk, "identities_table", "bela")
    desk.type("video_name_edit", "boots.mp4")
    desk.type("ad_text_edit", "For all")
    world.change_account("bela", is_political=True)
    desk.press("create_ad_accept_button")
    bar = desk.widget("create_ad_dialog").bar
    assert "@bela is not ready" in bar.title_label.text()
    assert "Not a political account" in bar.body_label.text()
    assert (desk.text("ad_name_edit"), desk.text("ad_text_edit")) == ("Boots", "For all")


def test_a_paused_ad_says_why_and_what_to_do_and_is_resumed(desk, world, nora, person, account, winter):
    row = make(world, person, plain(winter))
    desk.open(person, account)
    desk.go("campaigns", ad_id=row.id)
    desk.press("run_ad_button")
    panel = desk.window.inside.pages.currentWidget().ads_tab.panel
    assert panel.state_bar.title_label.text() == "Paused by a person"
    assert desk.text("run_ad_button") == "&Resume"
    desk.press("run_ad_button")
    assert ads.get(world.context, person, row.id).runs
    assert not panel.state_bar.isVisible()


def test_an_ad_whose_account_is_gone_cannot_be_resumed_and_the_bar_says_why(desk, world, nora, person, account, winter):
    link_id, _phone = linked(world, nora, "bela")
    row = make(world, person, pushed(winter, link_id))
    tiktok_accounts.disconnect(world.context, nora, link_id)
    desk.open(person, account)
    page = desk.go("campaigns", ad_id=row.id)
    assert page.ads_tab.panel.state_bar.title_label.text() == "The TikTok account is no longer linked"
    desk.press("run_ad_button")
    assert "@bela is not ready" in desk.window.notices.bar.title_label.text()
    assert ads.get(world.context, person, row.id).status is AdStatus.PAUSED


def test_an_ad_is_ended_after_a_question(desk, world, person, account, winter):
    row = make(world, person, plain(winter))
    desk.open(person, account)
    desk.go("campaigns", ad_id=row.id)
    desk.press("end_ad_button")
    desk.press("accept_button")
    assert ads.get(world.context, person, row.id).status is AdStatus.ENDED
    assert not desk.shows("run_ad_button")


def test_an_ad_is_changed(desk, world, nora, person, account, winter):
    link_id, _phone = linked(world, nora, "mara", ON_PROFILE)
    row = make(world, person, pushed(winter, link_id))
    desk.open(person, account)
    desk.go("campaigns", ad_id=row.id)
    desk.press("change_ad_button")
    assert not desk.widget("changed_ad_text_edit").isEnabled()
    desk.type("changed_ad_name_edit", "Renamed")
    desk.press("changed_ads_only_check")
    desk.press("change_ad_accept_button")
    changed = ads.get(world.context, person, row.id)
    assert (changed.name, changed.ads_only) == ("Renamed", False)


def test_a_locked_switch_of_an_ad_stays_locked(desk, world, nora, person, account, winter):
    link_id, _phone = linked(world, nora, "bela")
    row = make(world, person, pushed(winter, link_id))
    desk.open(person, account)
    desk.go("campaigns", ad_id=row.id)
    desk.press("change_ad_button")
    switch = desk.widget("changed_ads_only_check")
    assert (switch.isChecked(), switch.isEnabled()) == (True, False)
    assert "@bela" in switch.toolTip()


def test_a_campaign_is_renamed_paused_resumed_and_ended(desk, world, person, account, winter):
    make(world, person, plain(winter))
    desk.open(person, account)
    desk.go("campaigns", campaign_id=winter)
    desk.press("rename_campaign_button")
    desk.type("new_campaign_name_edit", "Frost")
    desk.press("rename_campaign_accept_button")
    desk.press("run_campaign_button")
    (row,) = campaigns.list_all(world.context, person, account)
    assert (row.name, row.status) == ("Frost", AdStatus.PAUSED)
    show_ads(desk)
    assert desk.widget("ads_table").record_model.records[0].shown_status is AdStatus.PAUSED
    desk.widget("campaigns_tabs").setCurrentIndex(0)
    desk.press("run_campaign_button")
    desk.press("end_campaign_button")
    desk.press("accept_button")
    assert campaigns.list_all(world.context, person, account)[0].status is AdStatus.ENDED
    assert not desk.shows("run_campaign_button")


def test_ads_are_filtered_by_state_campaign_and_words(desk, world, person, account, winter):
    spring = campaign(world, person, account, "Spring")
    boots, shoes, hats = (make(world, person, plain(winter, name)) for name in ("Boots", "Shoes", "Hats"))
    make(world, person, plain(spring, "Caps"))
    ads.pause(world.context, person, [shoes.id])
    desk.open(person, account)
    desk.go("campaigns", campaign_id=winter)
    desk.press("campaign_ads_button")
    table = desk.widget("ads_table")
    assert {row.id for row in table.shown_records()} == {boots.id, shoes.id, hats.id}
    combo = desk.widget("ads_state_combo")
    combo.setCurrentIndex(combo.findData(AdStatus.PAUSED))
    assert [row.id for row in table.shown_records()] == [shoes.id]
    desk.type("ads_filter_edit", "nothing")
    desk.press("ads_table_clear_filter_button")
    assert len(table.shown_records()) == 4


def test_an_analyst_sees_all_and_changes_nothing_and_is_told_who_can(desk, world, nora, person, account, winter):
    row = make(world, person, plain(winter))
    sam = world.standard_member(nora)
    give(world, nora, account, holder_of(world, sam), AssetRole.ANALYST)
    desk.open(advertiser(world, sam), account)
    desk.go("campaigns", ad_id=row.id)
    names = ("create_campaign_button", "create_ad_button", "run_ad_button", "change_ad_button", "end_ad_button")
    for name in names:
        button = desk.widget(name)
        assert not button.isEnabled(), name
        assert "Analyst" in button.toolTip()
        assert "Nora" in button.statusTip()


def test_nothing_can_be_made_in_a_suspended_ad_account_and_the_page_says_so(desk, world, person, account, winter):
    suspend(world, account)
    desk.open(person, account)
    page = desk.go("campaigns")
    assert page.status_bar.title_label.text() == "Nothing runs in “Spring” now"
    assert not desk.widget("create_ad_button").isEnabled()
    assert "Suspended" in desk.widget("create_ad_button").toolTip()
