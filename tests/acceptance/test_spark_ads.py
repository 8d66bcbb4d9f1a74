"""Ads Manager: under which TikTok account an ad runs, posts and new videos, ads only or not, what each level may do.

The rows about permissions of part 1 are proven again where they bite: in the form for an ad.
"""

from __future__ import annotations

import pytest

from bcdesktop.core.ads import AdKind, AdSource, PostState
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ads
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, ad_link, advertiser
from tests.services.ads_world import ON_PROFILE, campaign, linked, make, plain, post, posts_of, pushed


@pytest.fixture
def shop(bench):
    """An approved ad account with a campaign; ``person`` is Nora in front of Ads Manager."""
    bench.person = advertiser(bench.world, bench.admin)
    bench.account = ad_account(bench.world, bench.admin)
    bench.campaign = campaign(bench.world, bench.person, bench.account)
    return bench


def open_ads(made, person=None, account=None):
    made.ads.open(person or made.person, account or made.account)
    return made.ads.page("campaigns")


def new_ad(made, name="Boots"):
    """Open the form for a new ad; return hands on it."""
    open_ads(made).press("create_ad_button")
    dialog = made.ads.inside("create_ad_dialog")
    dialog.type("ad_name_edit", name)
    dialog.settle()
    return dialog


def offered(dialog):
    return [row.handle for row in dialog.widget("identities_table").shown_records()]


def choose_account(dialog, handle):
    table = dialog.widget("identities_table")
    dialog.until(lambda: handle in offered(dialog))
    row = next(row for row in table.shown_records() if row.handle == handle)
    dialog.until(lambda: table.select_record(row.id))


def choose_post(dialog, caption):
    dialog.see("posts_table")
    table = dialog.widget("posts_table")
    dialog.until(lambda: any(row.caption == caption for row in table.shown_records()))
    row = next(row for row in table.shown_records() if row.caption == caption)
    dialog.until(lambda: table.select_record(row.id))


def push(dialog, handle, text="New boots"):
    dialog.press("ad_source_push_radio")
    choose_account(dialog, handle)
    dialog.type("video_name_edit", "boots.mp4")
    dialog.type("ad_text_edit", text)


def create(made, dialog):
    """Press Create ad; return the one ad there is then, or the newest."""
    before = {row.id for row in made_ads(made)}
    dialog.press("create_ad_accept_button")
    made.ads.until(lambda: not made.ads.sees("create_ad_dialog"))
    return next(row for row in made_ads(made) if row.id not in before)


def made_ads(made):
    return ads.list_all(made.context, made.person, made.account)


def open_phone(made, handle, **account):
    made.phone.open_with(handle, **account)


def post_on_phone(phone, caption):
    phone.to_profile()
    phone.press_to("profile_posts_row", "posts_screen")
    phone.press_to("new_post_button", "new_post_screen")
    phone.type("caption_edit", caption)
    phone.press_to("publish_button", "posts_screen")


# ------------------------------------------------------------------ identities
def test_a1_19_an_account_that_was_linked_is_usable_in_campaigns(shop):
    shop.ready()
    shop.center.ask_by_wizard(preset="spark_ads")
    shop.phone.scan()
    shop.phone.authorize()
    ad_link(shop.world, shop.admin, shop.account, shop.links()[0].id)

    dialog = new_ad(shop)

    push(dialog, "mara")
    row = create(shop, dialog)
    assert (row.handle, row.campaign_id, row.runs) == ("mara", shop.campaign, True)


def test_a1_29_one_of_several_linked_accounts_is_chosen_as_the_identity(shop):
    for handle in ("bela", "cem", "mara"):
        linked(shop.world, shop.admin, handle)
    dialog = new_ad(shop)
    dialog.until(lambda: offered(dialog) == ["bela", "cem", "mara"])
    dialog.type("identity_filter_edit", "cem")
    dialog.until(lambda: offered(dialog) == ["cem"])

    push(dialog, "cem")

    assert create(shop, dialog).handle == "cem"


def test_a1_20_a_spark_ad_boosts_a_post_the_owner_made_on_the_phone(shop):
    open_phone(shop, "mara")
    link_id = shop.world.approve(shop.ask(), shop.phone.profile).result.link_id
    ad_link(shop.world, shop.admin, shop.account, link_id)
    post_on_phone(shop.phone, "Behind the counter")
    dialog = new_ad(shop)
    choose_account(dialog, "mara")
    choose_post(dialog, "Behind the counter")

    row = create(shop, dialog)

    assert (row.kind, row.source, row.text) == (AdKind.SPARK, AdSource.PULL, "Behind the counter")
    shop.ads.until(lambda: shop.ads.reads("Behind the counter"))


def test_a1_21_without_a_linked_account_there_are_plain_ads_only(shop):
    dialog = new_ad(shop)
    assert offered(dialog) == []
    dialog.press("create_ad_accept_button")
    dialog.until(lambda: dialog.reads("Please fill in this field."))
    assert made_ads(shop) == ()
    dialog.press("ad_kind_plain_radio")
    for name in ("identity_picker", "post_picker", "ad_source_choice", "ads_only_check"):
        assert not dialog.sees(name), name
    dialog.type("video_name_edit", "boots.mp4")
    dialog.type("ad_text_edit", "New boots")

    row = create(shop, dialog)

    assert (row.kind, row.handle, row.post_id, row.identity_id) == (AdKind.PLAIN, "", None, "")
    shop.ads.until(lambda: shop.ads.reads("No TikTok account"))


# ------------------------------------------------------------------ permissions, in the form
def test_a3_14_existing_posts_are_offered_for_ads_private_ones_are_not(shop):
    _link, phone = linked(shop.world, shop.admin, "mara")
    for caption, state in (("For all", PostState.PUBLIC), ("Mine", PostState.ONLY_ME), ("Ours", PostState.FRIENDS)):
        post(shop.world, phone, caption, state)
    dialog = new_ad(shop)

    choose_account(dialog, "mara")

    dialog.see("posts_table")
    dialog.until(lambda: [row.caption for row in dialog.widget("posts_table").shown_records()] == ["For all"])


def test_a3_15_a_new_video_is_put_on_the_account_through_ads_manager(shop):
    linked(shop.world, shop.admin, "mara")
    dialog = new_ad(shop)

    push(dialog, "mara")

    row = create(shop, dialog)
    assert (row.source, row.video_name) == (AdSource.PUSH, "boots.mp4")
    assert posts_of(shop.world, "mara") == ([("New boots", PostState.ADS_ONLY)], 0)


def test_a3_16_a_video_for_ads_only_is_hidden_from_the_profile(shop):
    open_phone(shop, "mara")
    link_id = shop.world.approve(shop.ask(), shop.phone.profile).result.link_id
    ad_link(shop.world, shop.admin, shop.account, link_id)
    dialog = new_ad(shop)
    push(dialog, "mara")
    create(shop, dialog)

    shop.phone.to_profile()

    shop.phone.until(lambda: shop.phone.window.navigator.top.posts_label.text() == "0")
    shop.phone.press_to("profile_posts_row", "posts_screen")
    shop.phone.until(lambda: shop.phone.reads("Used in ads"))
    assert shop.phone.reads("New boots")
    assert not shop.phone.reads("On your profile")


def test_a3_17_ads_only_is_locked_from_any_linked_ad_account(shop):
    link_id, _phone = linked(shop.world, shop.admin, "mara")
    other = ad_account(shop.world, shop.admin, "Second")
    campaign(shop.world, shop.person, other)
    for account in (shop.account, other):
        ad_link(shop.world, shop.admin, account, link_id)
        open_ads(shop, account=account).press("create_ad_button")
        dialog = shop.ads.inside("create_ad_dialog")
        dialog.press("ad_source_push_radio")
        choose_account(dialog, "mara")
        switch = dialog.widget("ads_only_check")
        assert switch.isChecked()
        assert not dialog.can_press("ads_only_check")
        assert "@mara granted new videos through ads only" in switch.toolTip()
        assert dialog.reads("@mara granted new videos through ads only")
        shop.ads.close()


def test_a3_17_the_lock_holds_for_an_ad_that_is_there(shop):
    link_id, _phone = linked(shop.world, shop.admin, "mara")
    row = make(shop.world, shop.person, pushed(shop.campaign, link_id))
    open_ads(shop)
    shop.ads.widget("campaigns_tabs").setCurrentIndex(1)
    shop.ads.choose_row("ads_table", row.id)
    shop.ads.press("change_ad_button")
    dialog = shop.ads.inside("change_ad_dialog")
    dialog.settle()
    assert dialog.widget("changed_ads_only_check").isChecked()
    assert not dialog.can_press("changed_ads_only_check")
    assert dialog.reads("@mara granted new videos through ads only")


def test_a3_18_with_profile_and_ads_a_video_is_on_the_profile_too(shop):
    shop.phone.open_with("mara")
    link_id = shop.world.approve(shop.ask(ON_PROFILE), shop.phone.profile).result.link_id
    ad_link(shop.world, shop.admin, shop.account, link_id)
    dialog = new_ad(shop)
    push(dialog, "mara")
    dialog.press("ads_only_check")

    create(shop, dialog)

    shop.phone.to_profile()
    shop.phone.press_to("profile_posts_row", "posts_screen")
    shop.phone.until(lambda: shop.phone.reads("On your profile"))
    assert shop.phone.reads("New boots")


def test_a3_19_ads_only_is_free_for_each_ad_where_the_owner_granted_both(shop):
    linked(shop.world, shop.admin, "mara", ON_PROFILE)
    made = []
    for text, press in (("For ads", False), ("For all", True)):
        dialog = new_ad(shop)
        push(dialog, "mara", text)
        if press:
            dialog.press("ads_only_check")
        made.append(create(shop, dialog))
        shop.ads.close()
    assert [row.ads_only for row in made] == [True, False]
    open_ads(shop)
    shop.ads.widget("campaigns_tabs").setCurrentIndex(1)
    shop.ads.choose_row("ads_table", made[1].id)
    shop.ads.press("change_ad_button")
    dialog = shop.ads.inside("change_ad_dialog")
    dialog.settle()
    dialog.press("changed_ads_only_check")
    dialog.press("change_ad_accept_button")
    shop.ads.until(lambda: ads.get(shop.context, shop.person, made[1].id).ads_only)


@pytest.mark.parametrize(
    ("permission", "visibility", "missing"),
    [
        (Permission.EXISTING_POSTS, None, "new_videos"),
        (Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS, Visibility.SHOW_ON_PROFILE_AND_IN_ADS, "existing_posts"),
    ],
    ids=["posts only", "videos only"],
)
def test_a3_26_one_of_the_two_permissions_makes_no_spark_ad_and_the_picker_says_which_is_missing(
    shop, permission, visibility, missing
):
    linked(shop.world, shop.admin, "mara", PermissionSet(frozenset({permission}), visibility))
    dialog = new_ad(shop)
    dialog.settle()
    assert offered(dialog) == []
    dialog.widget("identity_tabs").setCurrentIndex(1)
    table = dialog.widget("missing_accounts_table")
    dialog.until(lambda: table.select_record(table.record_model.records[0].id))

    row = dialog.see(f"identity_{missing}_row")

    assert row.line.condition.ok is False
    assert "@mara" in row.helper_label.text()


# ------------------------------------------------------------------ levels
@pytest.mark.parametrize("role", [AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST])
def test_a4_45_the_level_decides_about_settings_about_ads_or_to_look_on_only(shop, role):
    row = make(shop.world, shop.person, plain(shop.campaign, "Shop window"))
    sam = shop.world.standard_member(shop.admin)
    give(shop.world, shop.admin, shop.account, holder_of(shop.world, sam), role)
    page = open_ads(shop, advertiser(shop.world, sam))
    shop.ads.widget("campaigns_tabs").setCurrentIndex(1)
    shop.ads.choose_row("ads_table", row.id)
    assert page.reads("Shop window")
    for name in ("create_campaign_button", "create_ad_button", "run_ad_button", "change_ad_button", "end_ad_button"):
        assert shop.ads.can_press(name) is (role is not AssetRole.ANALYST), name
    if role is AssetRole.ANALYST:
        assert "Nora" in shop.ads.widget("create_ad_button").toolTip()
    else:
        shop.ads.press("run_ad_button")
        shop.ads.until(lambda: not ads.get(shop.context, shop.person, row.id).runs)
    settings = shop.ads.page("basic_information")
    settings.see("change_account_button")
    assert settings.can_press("change_account_button") is (role is AssetRole.ADMIN)
