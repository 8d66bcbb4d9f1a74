"""Level, presets, eight switches and two options of the wizard (A3-11 to A3-26, A2-25, A2-26, A1-31)."""

from __future__ import annotations

import pytest

from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.ui.kit.words import description_of
from tests.services.world import LIVE, SPARK
from tests.ui.center.linking import child, forward, open_wizard, press, tick


@pytest.fixture
def wizard(desk, nora):
    desk.open(nora)
    wizard = open_wizard(desk)
    forward(desk, wizard, "way", "sending", "permissions")
    return wizard


def chosen(wizard):
    return wizard.currentPage().answer().permission_set()


def withheld(wizard):
    return " · ".join(child(wizard, "not_given").texts())


def test_the_level_is_deliver_ads_and_says_what_that_means(wizard):
    assert child(wizard, "level_label").text() == "Deliver ads"


def test_every_switch_has_one_sentence(wizard):
    for permission in Permission:
        switch = child(wizard, f"{permission.name.lower()}_check")
        assert switch.accessibleDescription() == description_of(permission)
        assert description_of(permission)


def test_it_starts_with_spark_ads_and_says_that_it_is_ready(wizard):
    assert chosen(wizard) == SPARK
    assert child(wizard, "spark_ads_preset_button").isChecked()
    assert child(wizard, "spark_badge").text() == "Ready for Spark Ads"
    assert child(wizard, "show_through_ads_only_radio").isChecked()


def test_live_ads_turns_exactly_live_videos_on(desk, wizard):
    press(desk, wizard, "live_ads_preset_button")

    assert chosen(wizard) == LIVE
    assert child(wizard, "spark_badge").text() == "Not ready for Spark Ads"


@pytest.mark.parametrize(
    ("off", "missing"),
    [
        ("existing_posts_check", "Existing posts"),
        ("publish_and_manage_new_videos_check", "Publish and manage new videos"),
    ],
)
def test_without_one_of_the_two_it_names_what_spark_ads_need(wizard, off, missing):
    tick(wizard, off, False)

    assert child(wizard, "spark_label").text() == f"Spark Ads need this too: {missing}."
    assert child(wizard, "custom_preset_button").isChecked()


def test_the_visibility_options_are_there_exactly_with_new_videos(wizard):
    assert child(wizard, "show_through_ads_only_radio").isVisible()

    tick(wizard, "publish_and_manage_new_videos_check", False)

    assert not child(wizard, "show_through_ads_only_radio").isVisible()
    assert chosen(wizard).visibility is None


def test_new_videos_may_show_on_the_profile(wizard):
    tick(wizard, "show_on_profile_and_in_ads_radio")

    assert chosen(wizard) == PermissionSet(SPARK.permissions, Visibility.SHOW_ON_PROFILE_AND_IN_ADS)
    assert child(wizard, "spark_ads_preset_button").isChecked()


def test_a_switch_makes_the_preset_custom_and_back(wizard):
    tick(wizard, "series_check")
    assert child(wizard, "custom_preset_button").isChecked()

    tick(wizard, "series_check", False)
    assert child(wizard, "spark_ads_preset_button").isChecked()


def test_it_says_what_the_business_center_does_not_get(wizard):
    assert "Answering comments" in withheld(wizard)
    assert "Changing the profile" in withheld(wizard)
    assert "password" in withheld(wizard)
    assert "new videos show through ads only" in withheld(wizard)
    assert "Data and insights" in withheld(wizard)


def test_what_a_switch_gives_is_not_listed_as_withheld(wizard):
    tick(wizard, "manage_tiktok_account_in_bc_check")
    tick(wizard, "show_on_profile_and_in_ads_radio")

    assert "Data and insights" not in withheld(wizard)
    assert "Posting" not in withheld(wizard)


def test_nothing_chosen_is_refused_on_the_page(desk, wizard):
    tick(wizard, "existing_posts_check", False)
    tick(wizard, "publish_and_manage_new_videos_check", False)

    press(desk, wizard, "next_button")

    assert wizard.currentPage().step == "permissions"
    assert child(wizard, "permissions_error").text() == "Turn at least one permission on."
    tick(wizard, "series_check")
    assert not child(wizard, "permissions_error").isVisible()
