"""The list of conditions for Spark Ads, without a store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.readiness import (
    ConditionName,
    Facts,
    Mender,
    conditions,
    is_ready,
    is_ready_for_live,
)

READY = Facts(
    link_active=True,
    existing_posts=True,
    new_videos=True,
    is_public=True,
    is_available=True,
    is_political=False,
    ad_account_approved=True,
    can_edit_ads=True,
    is_ad_linked=True,
    operator_on_account=False,
)
CASES = [
    ("link_active", False, ConditionName.LINK_ACTIVE, Mender.ADMIN),
    ("existing_posts", False, ConditionName.EXISTING_POSTS, Mender.OWNER),
    ("new_videos", False, ConditionName.NEW_VIDEOS, Mender.OWNER),
    ("is_public", False, ConditionName.ACCOUNT_PUBLIC, Mender.OWNER),
    ("is_available", False, ConditionName.ACCOUNT_AVAILABLE, Mender.OWNER),
    ("is_political", True, ConditionName.NOT_POLITICAL, Mender.NOBODY),
    ("ad_account_approved", False, ConditionName.AD_ACCOUNT_APPROVED, Mender.REVIEW),
    ("can_edit_ads", False, ConditionName.AD_ACCOUNT_ROLE, Mender.AD_ACCOUNT_ADMIN),
    ("is_ad_linked", False, ConditionName.AD_LINK, Mender.ADMIN),
]


def crosses(facts):
    return [(one.name, one.mender) for one in conditions(facts) if one.ok is False]


def test_every_condition_is_listed_in_order_and_holds():
    checked = conditions(READY)
    assert [one.name for one in checked] == list(ConditionName)
    assert is_ready(checked)


@pytest.mark.parametrize(("fact", "value", "name", "mender"), CASES, ids=[case[0] for case in CASES])
def test_one_fact_makes_one_cross_with_who_can_mend_it(fact, value, name, mender):
    facts = replace(READY, **{fact: value})
    assert crosses(facts) == [(name, mender)]
    assert not is_ready(conditions(facts))


def test_operator_on_the_account_stands_for_the_ad_link():
    assert is_ready(conditions(replace(READY, is_ad_linked=False, operator_on_account=True)))


def test_what_nobody_here_can_know_is_neither_tick_nor_cross():
    checked = conditions(replace(READY, existing_posts=None, is_public=None, is_political=None))
    assert {one.name for one in checked if one.ok is None} == {
        ConditionName.EXISTING_POSTS,
        ConditionName.ACCOUNT_PUBLIC,
        ConditionName.NOT_POLITICAL,
    }
    assert is_ready(checked)


def test_an_account_shared_as_analyst_is_mended_by_the_partner():
    facts = replace(READY, is_shared=True, share_allows_ads=False, operator_on_account=True)
    assert crosses(facts) == [(ConditionName.AD_LINK, Mender.PARTNER)]


def test_a_live_ad_needs_neither_of_the_two_permissions_of_a_spark_ad():
    facts = replace(READY, existing_posts=False, new_videos=False)
    assert is_ready_for_live(conditions(facts))
    assert not is_ready_for_live(conditions(replace(facts, is_public=False)))
