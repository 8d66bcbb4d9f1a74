"""Campaigns and ads in Ads Manager, the form for a new ad, and posts on the owner's phone."""

from __future__ import annotations

import pytest

from bcdesktop.core.ads import PostState
from bcdesktop.core.permissions import Permission, PermissionSet
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ads, campaigns, tiktok_accounts
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, advertiser
from tests.services.ads_world import ON_PROFILE, campaign, linked, live, make, plain, post, pulled, pushed, suspend

ROOM = (1280, 800)


@pytest.fixture
def shop(bench):
    """An ad account with campaigns and ads in every state, and accounts that can and cannot be used."""
    world, nora = bench.world, bench.admin
    bench.account = ad_account(world, nora, "Harbour Shoes")
    bench.person = person = advertiser(world, nora)
    ready, phone = linked(world, nora, "mara.shoes", ON_PROFILE)
    locked, _phone = linked(world, nora, "bela_films")
    gone, _gone = linked(world, nora, "cem")
    linked(world, nora, "dora", PermissionSet(frozenset({Permission.EXISTING_POSTS})))
    linked(world, nora, "emil", operator=False)
    linked(world, nora, "fay")
    world.change_account("fay", is_public=False)
    captions = ("Our winter shoes, made in Bremen", "Three ways to lace a boot", "Behind the counter on a Monday")
    posts = [post(world, phone, caption) for caption in captions]
    winter, spring, old = (campaign(world, person, bench.account, name) for name in ("Winter", "Spring", "Autumn"))
    make(world, person, plain(old, "Last boots"))
    campaigns.end(world.context, person, old)
    world.wait(hours=3)
    make(world, person, plain(winter, "Plain picture of the shop"))
    bench.boosted = make(world, person, pulled(winter, ready, posts[0], "Winter shoes, boosted"))
    make(world, person, live(winter, ready, "Live on Friday"))
    bench.pushed = make(world, person, pushed(spring, locked, "Spring teaser"))
    paused = make(world, person, pushed(spring, ready, "Spring on the profile", ads_only=False))
    ads.pause(world.context, person, [paused.id])
    bench.lost = make(world, person, pushed(winter, gone, "With Cem"))
    tiktok_accounts.disconnect(world.context, nora, gone)
    campaigns.pause(world.context, person, spring)
    world.wait(minutes=20)
    bench.campaign = winter
    return bench


def at_desk(made, person=None):
    window = made.ads.open(person or made.person, made.account)
    window.resize(*ROOM)
    made.ads.settle()
    return window


def tab(made, number):
    made.ads.widget("campaigns_tabs").setCurrentIndex(number)
    made.ads.settle()


def scene_campaigns(shop, camera):
    window = at_desk(shop)
    camera.take("campaigns", window)
    shop.ads.choose_row("campaigns_table", shop.campaign)
    camera.take("campaigns-one", window)
    tab(shop, 1)
    camera.take("ads", window)
    for name, row in (("boosted", shop.boosted), ("paused-by-campaign", shop.pushed), ("lost", shop.lost)):
        shop.ads.choose_row("ads_table", row.id)
        shop.ads.settle()
        shop.qtbot.wait(60)
        camera.take(f"ads-{name}", window)
    shop.ads.press("change_ad_button")
    shop.ads.settle()
    shop.qtbot.wait(60)
    camera.take("ad-change", shop.ads.widget("change_ad_dialog"))
    shop.ads.close_dialog("change_ad_dialog")
    shop.ads.press("end_ad_button")
    camera.take("ad-end", shop.ads.widget("end_ad_dialog"))


def scene_create_ad(shop, camera):
    at_desk(shop)
    shop.ads.press("create_campaign_button")
    camera.take("campaign-create", shop.ads.widget("create_campaign_dialog"))
    shop.ads.close_dialog("create_campaign_dialog")
    shop.ads.press("create_ad_button")
    dialog = shop.ads.inside("create_ad_dialog")
    dialog.settle()
    camera.take("ad-create", dialog.window)
    dialog.type("ad_name_edit", "Winter shoes again")
    choose(dialog, "identities_table", "mara.shoes")
    camera.take("ad-create-post", dialog.window)
    dialog.press("ad_source_push_radio")
    camera.take("ad-create-video-free", dialog.window)
    choose(dialog, "identities_table", "bela_films")
    camera.take("ad-create-video-locked", dialog.window)
    dialog.widget("identity_tabs").setCurrentIndex(1)
    choose(dialog, "missing_accounts_table", "fay")
    shop.qtbot.wait(60)
    camera.take("ad-create-why", dialog.window)
    dialog.press("ad_kind_live_radio")
    shop.qtbot.wait(60)
    camera.take("ad-create-live", dialog.window)
    dialog.press("ad_kind_plain_radio")
    dialog.press("create_ad_accept_button")
    dialog.settle()
    camera.take("ad-create-plain-refused", dialog.window)


def scene_nothing_yet(bench, camera):
    bench.account, bench.person = ad_account(bench.world, bench.admin), advertiser(bench.world, bench.admin)
    window = at_desk(bench)
    camera.take("campaigns-none", window)
    suspend(bench.world, bench.account)
    bench.ads.page("campaigns")
    window.inside.refresh()
    bench.ads.settle()
    camera.take("campaigns-suspended", window)


def scene_analyst(shop, camera):
    sam = shop.world.standard_member(shop.admin)
    give(shop.world, shop.admin, shop.account, holder_of(shop.world, sam), AssetRole.ANALYST)
    window = at_desk(shop, advertiser(shop.world, sam))
    shop.ads.choose_row("campaigns_table", shop.campaign)
    camera.take("campaigns-analyst", window)


def scene_posts_on_the_phone(bench, camera):
    world, nora = bench.world, bench.admin
    bench.phone.open_with("mara")
    window = bench.phone.window
    link_id = world.approve(world.request(nora), window.host.profile).result.link_id
    give(world, nora, link_id, holder_of(world, nora), AssetRole.OPERATOR)
    person, account = advertiser(world, nora), ad_account(world, nora)
    winter = campaign(world, person, account)
    first = post(world, window.host.profile, "Our winter shoes, made in Bremen")
    world.wait(minutes=40)
    post(world, window.host.profile, "Only for me: how the shelves looked", PostState.ONLY_ME)
    make(world, person, pushed(winter, link_id))
    make(world, person, pulled(winter, link_id, first))
    window.routes.tiktok()
    bench.phone.wait_for("profile_screen")
    camera.take("phone-profile-posts", window)
    window.routes.posts()
    bench.phone.wait_for("posts_screen")
    camera.take("phone-posts", window)
    bench.phone.press(f"post_row_{first}")
    bench.phone.press("delete_post_button")
    bench.phone.settle()
    bench.qtbot.wait(60)
    camera.take("phone-post-in-ads", window)
    window.go_back()
    window.routes.new_post()
    bench.phone.wait_for("new_post_screen")
    camera.take("phone-new-post", window)


def choose(hands, table_name, handle):
    table = hands.widget(table_name)
    row = next(row for row in table.record_model.records if row.handle == handle)
    hands.until(lambda: table.select_record(row.id))
