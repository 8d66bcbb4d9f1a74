"""The good case: a code is read, the owner agrees, the account stands in the list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core.access_requests import Kind, LinkState, Method, OwnerTrust, RequestState
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.services import access_requests, owner, tiktok_accounts
from tests.services.world import LIVE, NOON, SPARK


def test_an_approved_request_becomes_a_link_with_the_permissions_asked_for(world, nora, mara):
    request = world.request(nora)
    delivery = world.approve(request, mara)
    (account,) = tiktok_accounts.list_all(world.context, nora)
    assert delivery.delivered
    assert delivery.result.link_id == account.id
    assert (account.handle, account.state, account.permissions) == ("mara", LinkState.ACTIVE, SPARK)
    assert account.owner_trust is OwnerTrust.KNOWN_IN_STORE
    assert account.ready_for_spark_ads
    assert world.state(nora, request) is RequestState.APPROVED


def test_the_scan_is_noted_and_locks_nothing(world, nora, mara):
    request = world.request(nora)
    world.scan(request, mara)
    row = access_requests.get(world.context, nora, request.id)
    assert (row.state, row.scanned_handle, row.scanned_at) == (RequestState.PENDING, "mara", NOON)
    other = world.sign_up("bela")
    assert world.approve(request, other).result.handle == "bela"


def test_an_open_request_that_was_answered_asks_whether_this_account_was_meant(world, nora, mara):
    request = world.request(nora)
    link_id = world.approve(request, mara).result.link_id
    assert access_requests.get(world.context, nora, request.id).needs_confirmation
    assert not tiktok_accounts.confirm(world.context, nora, link_id).needs_confirmation
    assert not access_requests.get(world.context, nora, request.id).needs_confirmation
    assert world.actions(nora)[-1] == "account_confirmed"


def test_a_request_to_a_handle_needs_no_confirmation(world, nora, mara):
    world.approve(world.request(nora, expected_handle="@Mara"), mara)
    (account,) = tiktok_accounts.list_all(world.context, nora)
    assert not account.needs_confirmation


def test_the_owner_may_leave_permissions_out_and_end_it_earlier(world, nora, mara):
    asked = PermissionSet(
        frozenset({Permission.EXISTING_POSTS, Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS, Permission.SERIES}),
        Visibility.SHOW_THROUGH_ADS_ONLY,
    )
    request = world.request(nora, asked, wanted_end=NOON + timedelta(days=30))
    kept = asked.narrowed_to({Permission.EXISTING_POSTS})
    world.approve(request, mara, permissions=kept, ends_at=NOON + timedelta(days=7))
    (account,) = tiktok_accounts.list_all(world.context, nora)
    assert (account.permissions, account.ends_at) == (kept, NOON + timedelta(days=7))
    assert account.spark_problem == "permissions_missing"


def test_a_decline_carries_its_reason_and_makes_no_link(world, nora, mara):
    request = world.request(nora)
    owner.decline(world.context, mara, world.scan(request, mara), "Not this month")
    row = access_requests.get(world.context, nora, request.id)
    assert (row.state, row.decline_reason, row.answered_handle) == (RequestState.DECLINED, "Not this month", "mara")
    assert tiktok_accounts.list_all(world.context, nora) == ()
    assert world.actions(nora)[-1] == "request_declined"


def test_the_phone_keeps_a_receipt_with_request_and_answer(world, nora, mara):
    request = world.request(nora)
    delivery = world.approve(request, mara)
    (receipt,) = mara.receipts()
    assert (receipt.id, receipt.decision, receipt.delivered) == (delivery.receipt_id, "approved", True)
    assert receipt.business_center_name == "Lantern Media"


def test_the_second_code_of_a_business_center_says_since_when_it_is_known(world, nora, mara):
    world.approve(world.request(nora), mara)
    world.wait(hours=1)
    scanned = world.scan(world.request(nora, LIVE), mara)
    assert (scanned.centre.is_new, scanned.centre.known_since) == (False, NOON)


def test_more_permissions_for_a_linked_account_extend_its_link(world, nora, mara):
    first = world.approve(world.request(nora), mara).result
    scanned = world.scan(world.request(nora, LIVE), mara)
    assert scanned.existing == SPARK
    second = owner.approve(world.context, mara, scanned, LIVE).result
    (account,) = tiktok_accounts.list_all(world.context, nora)
    assert (second.extended, second.link_id) == (True, first.link_id)
    assert account.permissions.permissions == SPARK.permissions | LIVE.permissions
    assert "permissions_added" in world.actions(nora)


def test_added_permissions_never_last_longer_than_any_answer_said(world, nora, mara):
    world.approve(world.request(nora, wanted_end=NOON + timedelta(days=10)), mara)
    world.approve(world.request(nora, LIVE), mara)
    (account,) = tiktok_accounts.list_all(world.context, nora)
    assert account.ends_at == NOON + timedelta(days=10)


def test_the_same_permissions_with_another_end_renew_the_whole_link(world, nora, mara):
    world.approve(world.request(nora, LIVE, wanted_end=NOON + timedelta(days=10)), mara)
    wider = PermissionSet(LIVE.permissions | {Permission.SERIES})
    world.approve(world.request(nora, wider, wanted_end=NOON + timedelta(days=20)), mara)
    (account,) = tiktok_accounts.list_all(world.context, nora)
    assert account.ends_at == NOON + timedelta(days=20)


def test_a_link_past_its_end_ran_out_and_the_account_can_be_linked_again(world, nora, mara):
    world.approve(world.request(nora, wanted_end=NOON + timedelta(hours=2)), mara)
    world.wait(hours=3)
    assert tiktok_accounts.list_all(world.context, nora)[0].state is LinkState.RAN_OUT
    world.approve(world.request(nora), mara)
    states = [row.state for row in tiktok_accounts.list_all(world.context, nora)]
    assert states == [LinkState.ACTIVE, LinkState.RAN_OUT]
    assert "account_ran_out" in world.actions(nora)


def test_a_notification_reaches_the_inbox_of_the_addressed_account_only(world, nora, mara):
    bela = world.sign_up("bela")
    world.request(nora, method=Method.NOTIFICATION, expected_handle="mara")
    (row,) = owner.inbox(world.context, mara)
    assert (row.business_center_name, row.expires_at) == ("Lantern Media", NOON + timedelta(days=7))
    assert owner.inbox(world.context, bela) == ()
    scanned = owner.open_code(world.context, mara, row.code_text)
    assert owner.approve(world.context, mara, scanned, scanned.permissions).delivered


def test_linking_ones_own_account_reaches_the_phone_one_logged_in_with(world, nora):
    world.request(nora, kind=Kind.OWN, method=Method.NOTIFICATION)
    own_phone = next(p for p in world.phones.values() if p.active and p.active.handle == "nora_tt")
    (row,) = owner.inbox(world.context, own_phone)
    scanned = owner.open_code(world.context, own_phone, row.code_text)
    owner.approve(world.context, own_phone, scanned, scanned.permissions)
    (account,) = tiktok_accounts.list_all(world.context, nora)
    assert (account.handle, account.kind, account.needs_confirmation) == ("nora_tt", Kind.OWN, False)


@pytest.mark.parametrize(
    ("draft", "life"),
    [
        ({}, timedelta(minutes=10)),
        ({"life": timedelta(minutes=5)}, timedelta(minutes=5)),
        ({"expected_handle": "mara"}, timedelta(hours=24)),
        ({"expected_handle": "mara", "life": timedelta(hours=1)}, timedelta(hours=1)),
        ({"expected_handle": "mara", "method": Method.NOTIFICATION}, timedelta(days=7)),
    ],
)
def test_a_request_lives_as_long_as_its_kind_allows(world, nora, mara, draft, life):
    assert world.request(nora, **draft).expires_at == NOON + life


def test_the_same_command_key_gives_the_same_request(world, nora):
    from bcdesktop.core.drafts import Draft

    draft = Draft(Kind.LINK, Method.QR_CODE, SPARK)
    first = access_requests.create(world.context, nora, draft, "key")
    assert access_requests.create(world.context, nora, draft, "key") == first
    assert len(access_requests.list_all(world.context, nora)) == 1
