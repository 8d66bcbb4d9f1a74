"""Every path of the wizard and the draft at its end (decisions.md, Linking)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.clock import FixedClock
from bcdesktop.core.errors import DateNotAhead, InputRefused, ValueMalformed, ValueMissing
from bcdesktop.core.flows.add_tiktok_account import (
    AddTikTokAccount,
    BeforeYouStart,
    ClaimWarning,
    Permissions,
    Recipient,
    Sending,
    Summary,
    Way,
)
from bcdesktop.core.permissions import NoPermissionChosen, Permission, Preset, Visibility, VisibilityMismatch

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def flow():
    made = AddTikTokAccount(FixedClock(NOON))
    made.next(BeforeYouStart())
    return made


def walk(flow, *answers):
    for answer in answers:
        flow.next(answer)
    return flow


def test_linking_by_qr_code_is_the_default(flow):
    draft = walk(flow, Way(), Sending(), Permissions(), Recipient(), Summary()).draft()
    assert (draft.kind, draft.method, draft.expected_handle) == (Kind.LINK, Method.QR_CODE, None)
    assert draft.permissions.preset is Preset.SPARK_ADS
    assert draft.permissions.visibility is Visibility.SHOW_THROUGH_ADS_ONLY


def test_a_notification_asks_for_the_handle(flow):
    walk(flow, Way(), Sending(Method.NOTIFICATION), Permissions())
    with pytest.raises(ValueMissing) as caught:
        flow.next(Recipient())
    assert caught.value.field == "expected_handle"
    assert walk(flow, Recipient("@Mara")).draft().expected_handle == "mara"


def test_a_claim_has_its_warning_and_always_a_qr_code(flow):
    walk(flow, Way(), Sending(Method.NOTIFICATION))
    flow.back()
    flow.back()
    walk(flow, Way(Kind.CLAIM))
    with pytest.raises(ValueMissing):
        flow.next(ClaimWarning(False))
    draft = walk(flow, ClaimWarning(True), Permissions(), Recipient("mara")).draft()
    assert (draft.kind, draft.method) == (Kind.CLAIM, Method.QR_CODE)


def test_the_own_account_goes_straight_to_the_permissions(flow):
    assert flow.next(Way(Kind.OWN)) == "permissions"
    draft = walk(flow, Permissions(Preset.LIVE_ADS), Recipient("someone")).draft()
    assert (draft.kind, draft.method, draft.expected_handle) == (Kind.OWN, Method.NOTIFICATION, None)
    assert draft.permissions.permissions == {Permission.LIVE_VIDEOS}


@pytest.mark.parametrize(
    ("permissions", "error"),
    [
        (Permissions(Preset.CUSTOM, frozenset()), NoPermissionChosen),
        (Permissions(Preset.CUSTOM, frozenset({Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS}), None), VisibilityMismatch),
    ],
)
def test_a_choice_that_cannot_be_is_refused(flow, permissions, error):
    walk(flow, Way(), Sending())
    with pytest.raises(error):
        flow.next(permissions)


def test_visibility_is_left_out_without_new_videos(flow):
    chosen = Permissions(Preset.CUSTOM, frozenset({Permission.SERIES}))
    draft = walk(flow, Way(), Sending(), chosen, Recipient()).draft()
    assert draft.permissions.visibility is None


@pytest.mark.parametrize(
    ("recipient", "error"),
    [(Recipient("a b"), ValueMalformed), (Recipient(wanted_end=NOON - timedelta(days=1)), DateNotAhead)],
)
def test_a_wrong_recipient_is_refused(flow, recipient, error):
    walk(flow, Way(), Sending(), Permissions())
    with pytest.raises(error):
        flow.next(recipient)


def test_there_is_no_draft_before_the_recipient(flow):
    with pytest.raises(InputRefused):
        flow.draft()
    with pytest.raises(InputRefused):
        walk(flow, Way(), Sending(), Permissions()).draft()
