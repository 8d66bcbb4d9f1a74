"""The eight switches, the visibility and the presets (domain.md 2.2, A3-13 to A3-26)."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.permissions import (
    NoPermissionChosen,
    Permission,
    PermissionSet,
    Preset,
    Visibility,
    VisibilityMismatch,
    preset_permissions,
)

PULL, PUSH = Permission.EXISTING_POSTS, Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS
SHOWN, HIDDEN = Visibility.SHOW_ON_PROFILE_AND_IN_ADS, Visibility.SHOW_THROUGH_ADS_ONLY
EVERY_CHOICE = [
    PermissionSet(frozenset(chosen), visibility)
    for size in range(1, 9)
    for chosen in itertools.combinations(Permission, size)
    for visibility in ((SHOWN, HIDDEN) if PUSH in chosen else (None,))
]
choices = st.sampled_from(EVERY_CHOICE)


def test_there_are_eight_switches_and_two_visibilities():
    assert (len(Permission), len(Visibility)) == (8, 2)
    assert len(EVERY_CHOICE) == 2 * 128 + 127


@pytest.mark.parametrize("visibility", [None, SHOWN])
def test_nothing_chosen_is_refused(visibility):
    with pytest.raises(NoPermissionChosen):
        PermissionSet(frozenset(), visibility)


def test_visibility_is_there_exactly_with_new_videos():
    with pytest.raises(VisibilityMismatch):
        PermissionSet(frozenset({PUSH}))
    with pytest.raises(VisibilityMismatch):
        PermissionSet(frozenset({PULL}), HIDDEN)


@given(choices)
def test_a_choice_survives_its_scope(choice):
    assert PermissionSet.from_scope(choice.scope) == choice
    assert list(choice.scope) == sorted(choice.scope)


@pytest.mark.parametrize("scope", [[1, 1], [1, 11], [0], [-1], [1, 2, 9, 10]])
def test_a_scope_no_person_could_choose_is_refused(scope):
    with pytest.raises((ValueError, VisibilityMismatch)):
        PermissionSet.from_scope(scope)


@given(choices)
def test_spark_ads_need_both_pull_and_push(choice):
    assert choice.is_ready_for_spark_ads is ({PULL, PUSH} <= choice.permissions)


@given(choices, choices)
def test_one_choice_covers_another_when_it_lacks_nothing(a, b):
    assert a.covers(b) is (set(b.scope) <= set(a.scope))


@given(choices, st.frozensets(st.sampled_from(list(Permission)), min_size=1))
def test_narrowing_never_grants_more(choice, keep):
    if not choice.permissions & keep:
        with pytest.raises(NoPermissionChosen):
            choice.narrowed_to(keep)
    else:
        assert choice.covers(choice.narrowed_to(keep))


@pytest.mark.parametrize("preset", [Preset.SPARK_ADS, Preset.LIVE_ADS])
def test_a_preset_is_recognised(preset):
    assert preset_permissions(preset).preset is preset


def test_visibility_does_not_change_the_preset():
    assert preset_permissions(Preset.SPARK_ADS, SHOWN).preset is Preset.SPARK_ADS


def test_any_other_choice_is_custom():
    assert PermissionSet(frozenset({Permission.SERIES})).preset is Preset.CUSTOM
