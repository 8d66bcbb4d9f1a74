"""Posts on the phone: made, shown on the profile or apart as ads-only ones, deleted unless an ad uses them."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from bcdesktop.core.ads import PostState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ads, posts
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, advertiser
from tests.services.ads_world import campaign, make, pushed


def to_posts(handset):
    handset.to_profile()
    handset.press_to("profile_posts_row", "posts_screen")


def own(handset):
    return posts.own(handset.world.context, handset.window.host.profile)


def test_a_post_is_written_and_stands_on_the_profile(handset):
    handset.with_account()
    to_posts(handset)
    handset.press_to("new_post_button", "new_post_screen")
    handset.press("publish_button")
    handset.settle()
    assert handset.screen() == "new_post_screen"
    handset.type("caption_edit", "Our winter shoes")
    handset.press("publish_button")
    handset.wait_for("posts_screen")
    (row,) = own(handset)
    assert (row.caption, row.state) == ("Our winter shoes", PostState.PUBLIC)
    assert handset.shows(f"post_row_{row.id}")
    handset.window.go_back()
    handset.wait_for("profile_screen")
    assert handset.window.navigator.top.posts_label.text() == "1"


def test_a_post_is_deleted_after_a_question(handset):
    handset.with_account()
    post_id = posts.publish(handset.world.context, handset.window.host.profile, "Old")
    to_posts(handset)
    handset.press(f"post_row_{post_id}")
    handset.press("delete_post_button")
    handset.settle()
    assert own(handset) == ()
    assert not handset.shows("post_sheet")


def test_a_video_for_ads_only_stands_apart_and_is_kept_while_an_ad_uses_it(handset, nora):
    window = handset.with_account("mara")
    world, person = handset.world, advertiser(handset.world, nora)
    account = ad_account(world, nora)
    link_id = world.approve(world.request(nora), window.host.profile).result.link_id
    give(world, nora, link_id, holder_of(world, nora), AssetRole.OPERATOR)
    ad = make(world, person, pushed(campaign(world, person, account), link_id))
    to_posts(handset)
    (row,) = own(handset)
    top = window.navigator.top
    assert not top.profile_rows.isVisible()
    assert top.used_rows.isVisible()
    handset.press(f"post_row_{row.id}")
    handset.press("delete_post_button")
    handset.settle()
    assert any("An ad uses this post" in label.text() for label in window.findChildren(QLabel) if label.isVisible())
    ads.end(world.context, person, [ad.id])
    handset.press("delete_post_button")
    handset.settle()
    assert own(handset) == ()
