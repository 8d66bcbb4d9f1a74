"""Campaigns and ads in the window: made, shown, stopped; what an Analyst and an Operator may do."""

from __future__ import annotations

from bcdesktop.services import ads
from tests.services.ad_world import ad_account, advertiser


def test_a_first_campaign_and_a_plain_ad_are_made(desk, world, nora):
    account = ad_account(world, nora)
    desk.open(advertiser(world, nora), account)
    desk.go("campaigns")
    desk.press("campaigns_empty_button")
    desk.type("campaign_name_edit", "Winter")
    desk.press("create_campaign_accept_button")
    desk.press("create_ad_button")
    desk.press("ad_kind_plain_radio")
    desk.type("ad_name_edit", "Plain")
    desk.type("video_name_edit", "shoes.mp4")
    desk.type("ad_text_edit", "New shoes")
    desk.press("create_ad_accept_button")
    (row,) = ads.list_all(world.context, advertiser(world, nora), account)
    assert (row.name, row.campaign_name, row.video_name, row.runs) == ("Plain", "Winter", "shoes.mp4", True)
    assert desk.widget("ads_table").current_record().id == row.id
