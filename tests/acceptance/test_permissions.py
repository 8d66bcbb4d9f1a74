"""What is asked for: level, presets and switches, from the wizard into the code and onto the owner's phone."""

from __future__ import annotations

import pytest

from bcdesktop.core.permissions import Permission
from tests.acceptance.bench.asking import ask_for, choose_only, is_on, signed, to_code, to_permissions

P = Permission
SWITCHES = {
    P.EXISTING_POSTS: "Existing posts",
    P.PUBLISH_AND_MANAGE_NEW_VIDEOS: "Publish and manage new videos",
    P.LIVE_VIDEOS: "LIVE videos",
    P.EXCLUSIVE_LIVE_GMV_MAX: "Exclusive LIVE GMV Max ad delivery",
    P.SHOWCASE: "Showcase",
    P.MESSAGE_ADS: "Message ads",
    P.SERIES: "Series",
    P.MANAGE_TIKTOK_ACCOUNT_IN_BC: "Manage TikTok account in BC",
}
ADS_ONLY, PROFILE_AND_ADS = "Show through ads only (recommended)", "Show on TikTok profile and in ads"


def ticks(bench) -> dict[str, bool]:
    """What the consent on the phone offers, and whether it is ticked."""
    names = {f"permission_{permission.name.lower()}": words for permission, words in SWITCHES.items()}
    seen = {name: bench.phone.widget(name) for name in names if bench.phone.sees(name)}
    assert {name: tick.text() for name, tick in seen.items()} == {name: names[name] for name in seen}
    return {names[name]: tick.isChecked() for name, tick in seen.items()}


def lines(part) -> list[str]:
    """What a part in view says, a line each."""
    return part.texts().splitlines()


def check_switch(bench, permission: Permission, number: int, meaning: str) -> None:
    """Ask for this switch alone: its number is signed, the owner reads it, and the list has it after Authorize."""
    bench.ready()

    message = ask_for(bench, permission)

    assert message.scope == (number,)
    assert ticks(bench) == {SWITCHES[permission]: True}
    assert bench.phone.reads(meaning)
    bench.phone.authorize()
    row = bench.center.account_row("mara")
    assert (row["permissions"], row["spark"]) == ("Deliver ads", "Permissions missing")
    bench.center.choose_row("accounts_table", bench.links()[0].id)
    page = bench.center.inside("tiktok_accounts_page")
    page.until(lambda: page.reads(f"Deliver ads\n· {SWITCHES[permission]}"))


def test_a1_30_advertising_access_is_spark_ads_with_the_posts_of_the_account(bench):
    bench.ready()
    dialog = bench.center.ask_by_wizard(preset="spark_ads")
    assert signed(dialog).scope == (1, 2, 9)
    bench.phone.scan()
    assert bench.phone.reads("asks to use your account for ads")
    assert bench.phone.reads("Use videos that are already on the profile in ads.")
    bench.phone.authorize()
    row = bench.center.account_row("mara")
    assert (row["permissions"], row["spark"]) == ("Deliver ads", "Ready")


def test_a1_31_posting_comments_and_the_profile_are_not_given(bench):
    bench.ready()
    wizard = to_permissions(bench)
    choose_only(wizard, P.EXISTING_POSTS)
    not_given = wizard.inside("not_given")
    assert wizard.reads("Your Business Center does not get")
    password, comments, profile = "The password, or a way to log in", "Answering comments", "Changing the profile"
    insights = "Data and insights of the account"
    not_given.until(lambda: lines(not_given) == [password, "Posting on the account", comments, profile, insights])
    wizard.press("publish_and_manage_new_videos_check")
    ads_only = "Posting on the profile: new videos show through ads only"
    not_given.until(lambda: lines(not_given) == [password, ads_only, comments, profile, insights])
    wizard.press("show_on_profile_and_in_ads_radio")
    not_given.until(lambda: lines(not_given) == [password, comments, profile, insights])
    to_code(bench, wizard)
    bench.phone.scan()
    assert ticks(bench) == {"Existing posts": True, "Publish and manage new videos": True}
    assert "comment" not in bench.phone.texts().lower()


def test_a2_25_the_preset_spark_ads_asks_for_existing_content_and_new_videos(bench):
    bench.ready()
    wizard = to_permissions(bench)
    wizard.press("live_ads_preset_button")
    assert wizard.text("spark_ads_preset_button") == "Spark Ads"
    wizard.press("spark_ads_preset_button")
    on = [name for name in SWITCHES if is_on(wizard, f"{name.name.lower()}_check")]
    assert on == [P.EXISTING_POSTS, P.PUBLISH_AND_MANAGE_NEW_VIDEOS]
    assert signed(to_code(bench, wizard)).scope == (1, 2, 9)


def test_a2_26_the_preset_live_ads_asks_for_live_videos(bench):
    bench.ready()
    wizard = to_permissions(bench)
    assert wizard.text("live_ads_preset_button") == "LIVE ads"
    wizard.press("live_ads_preset_button")
    assert [name for name in SWITCHES if is_on(wizard, f"{name.name.lower()}_check")] == [P.LIVE_VIDEOS]
    assert signed(to_code(bench, wizard)).scope == (3,)
    bench.phone.scan()
    assert ticks(bench) == {"LIVE videos": True}


def test_a3_11_the_permission_level_is_deliver_ads_from_the_wizard_to_the_list(bench):
    bench.ready()
    wizard = to_permissions(bench)
    assert wizard.reads("Permission level:")
    assert wizard.text("level_label") == "Deliver ads"
    wizard.press("next_button")
    wizard.press("next_button")
    summary = wizard.inside("summary_page")
    summary.until(lambda: summary.reads("Deliver ads\n· Existing posts"))
    wizard.press("finish_button")
    dialog = bench.center.code_dialog()
    dialog.until(lambda: dialog.reads("Deliver ads\n· Existing posts"))
    bench.phone.scan()
    bench.phone.authorize()
    assert bench.center.account_row("mara")["permissions"] == "Deliver ads"


def test_a3_12_deliver_ads_is_described_as_for_campaigns_only(bench):
    bench.ready()
    wizard = to_permissions(bench)
    assert wizard.reads("For campaigns only; no wider management of the account.")


def test_a3_13_eight_switches_and_two_options_and_next_leads_to_the_code(bench):
    bench.ready()
    wizard = to_permissions(bench)
    for permission, words in SWITCHES.items():
        assert wizard.text(f"{permission.name.lower()}_check") == words
    choose_only(wizard, *Permission)
    assert wizard.text("show_through_ads_only_radio") == ADS_ONLY
    assert wizard.text("show_on_profile_and_in_ads_radio") == PROFILE_AND_ADS
    assert signed(to_code(bench, wizard)).scope == (1, 2, 3, 4, 5, 6, 7, 8, 9)
    bench.phone.scan()
    assert ticks(bench) == dict.fromkeys(SWITCHES.values(), True)


def test_a3_14_existing_posts_is_a_switch(bench):
    check_switch(bench, P.EXISTING_POSTS, 1, "Use videos that are already on the profile in ads.")


def test_a3_15_publish_and_manage_new_videos_is_a_switch_with_an_option(bench):
    bench.ready()
    wizard = to_permissions(bench)
    choose_only(wizard, P.EXISTING_POSTS)
    assert not wizard.sees("show_through_ads_only_radio")
    choose_only(wizard, P.PUBLISH_AND_MANAGE_NEW_VIDEOS)
    assert wizard.sees("show_through_ads_only_radio")
    assert signed(to_code(bench, wizard)).scope == (2, 9)
    bench.phone.scan()
    assert ticks(bench) == {"Publish and manage new videos": True}
    assert bench.phone.reads("Put new videos on the account for ads.")


def test_a3_16_show_through_ads_only_is_recommended_and_signed(bench):
    bench.ready()
    wizard = to_permissions(bench)
    assert wizard.text("show_through_ads_only_radio") == ADS_ONLY
    assert is_on(wizard, "show_through_ads_only_radio")
    assert wizard.reads("New videos reach people through ads only and are hidden from the profile.")
    wizard.press("show_on_profile_and_in_ads_radio")
    wizard.press("show_through_ads_only_radio")
    scope = signed(to_code(bench, wizard)).scope
    assert 9 in scope
    assert 10 not in scope
    bench.phone.scan()
    assert bench.phone.text("visibility_label") == ADS_ONLY
    assert bench.phone.reads("New videos reach people through ads only and are hidden from the profile.")


def test_a3_18_show_on_profile_and_in_ads_is_the_other_option(bench):
    bench.ready()
    wizard = to_permissions(bench)
    wizard.press("show_on_profile_and_in_ads_radio")
    assert not is_on(wizard, "show_through_ads_only_radio")
    scope = signed(to_code(bench, wizard)).scope
    assert 10 in scope
    assert 9 not in scope
    bench.phone.scan()
    assert bench.phone.text("visibility_label") == PROFILE_AND_ADS
    bench.phone.authorize()
    bench.center.account_row("mara")
    bench.center.choose_row("accounts_table", bench.links()[0].id)
    page = bench.center.inside("tiktok_accounts_page")
    page.until(lambda: page.reads(PROFILE_AND_ADS))


def test_a3_20_live_videos_is_a_switch(bench):
    check_switch(bench, P.LIVE_VIDEOS, 3, "Use LIVE videos of the account in ads.")


def test_a3_21_exclusive_live_gmv_max_is_a_switch(bench):
    check_switch(bench, P.EXCLUSIVE_LIVE_GMV_MAX, 4, "Only this Business Center runs LIVE GMV Max ads for the account.")


def test_a3_22_showcase_is_a_switch(bench):
    check_switch(bench, P.SHOWCASE, 5, "Use the products of the account's showcase in ads.")


def test_a3_23_message_ads_is_a_switch(bench):
    check_switch(bench, P.MESSAGE_ADS, 6, "Run ads that start a conversation with the account.")


def test_a3_24_series_is_a_switch(bench):
    check_switch(bench, P.SERIES, 7, "Use the account's series in ads.")


def test_a3_25_manage_tiktok_account_in_bc_is_a_switch(bench):
    check_switch(bench, P.MANAGE_TIKTOK_ACCOUNT_IN_BC, 8, "See data and insights of the account.")


@pytest.mark.parametrize(
    ("chosen", "missing"),
    [
        ((P.EXISTING_POSTS,), "Publish and manage new videos"),
        ((P.PUBLISH_AND_MANAGE_NEW_VIDEOS,), "Existing posts"),
        ((P.LIVE_VIDEOS,), "Existing posts, Publish and manage new videos"),
    ],
)
def test_a3_26_spark_ads_need_both_switches(bench, chosen, missing):
    bench.ready()
    wizard = to_permissions(bench)
    assert wizard.text("spark_badge") == "Ready for Spark Ads"
    choose_only(wizard, *chosen)
    assert wizard.text("spark_badge") == "Not ready for Spark Ads"
    assert wizard.text("spark_label") == f"Spark Ads need this too: {missing}."
    to_code(bench, wizard)
    bench.phone.scan()
    bench.phone.authorize()
    assert bench.center.account_row("mara")["spark"] == "Permissions missing"
