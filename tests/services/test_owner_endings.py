"""Taking access back on the phone: what it lists, what stops, the signed revocation, the copy that can be old."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core import code
from bcdesktop.core.access_requests import Kind, LinkState
from bcdesktop.core.ending import EffectKind, EndWay
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.profile import REVOKED, AppName
from bcdesktop.services import access_requests, directory, owner, owner_endings, revocations, tiktok_accounts
from bcdesktop.services.errors import CentreMuted, ClaimedCannotBeRevoked, LinkNotActive, NotLoggedIn
from bcdesktop.services.owner_ending_errors import GrantKeyGone, NotInList
from bcdesktop.services.phone_records import ScannedRevocation
from bcdesktop.store.errors import StoreUnreachable
from tests.services.world import NOON, PASSWORD, SPARK, World

FULL = PermissionSet(frozenset(Permission), Visibility.SHOW_THROUGH_ADS_ONLY)


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def nora(world):
    return world.center()


@pytest.fixture
def mara(world):
    """Mara's phone."""
    return world.sign_up("mara")


def linked(world, actor, phone, permissions=SPARK, **given):
    """Let the phone approve; return the id of the entry in its list."""
    delivery = world.approve(world.request(actor, permissions, **given), phone)
    owner_endings.update_apps(world.context, phone)
    return delivery.result.link_id


def names(world, phone, context=None):
    apps = owner_endings.apps(context or world.context, phone)
    return [(entry.app.value, entry.business_center_name) for entry in apps.entries]


def link_of(world, actor, link_id):
    return tiktok_accounts.get(world.context, actor, link_id)


# ---------------------------------------------------------------------- the list
def test_an_account_nobody_may_use_has_no_apps(world, mara):
    assert owner_endings.apps(world.context, mara).entries == ()


def test_the_list_names_the_platform_and_each_business_center(world, nora, mara):
    link_id = linked(world, nora, mara)

    apps = owner_endings.apps(world.context, mara)

    assert names(world, mara) == [("TikTok for Business", ""), ("Business Center", "Lantern Media")]
    entry = apps.entries[1]
    assert (entry.id, entry.since, entry.heard_at, entry.scope) == (link_id, NOON, NOON, SPARK.scope)
    assert apps.updated_at == NOON


def test_who_created_a_business_center_with_the_account_finds_the_platform_alone(world, nora):
    phone = next(phone for phone in world.phones.values() if phone.active.handle == "nora_tt")

    assert names(world, phone) == [("TikTok for Business", "")]


def test_a_link_whose_end_has_passed_is_not_listed(world, nora, mara):
    world.approve(world.request(nora), mara, ends_at=NOON + timedelta(days=1))
    world.wait(days=2)

    assert owner_endings.apps(world.context, mara).entries == ()


def test_the_list_is_that_of_the_account_that_answers(world, nora, mara):
    linked(world, nora, mara)
    world.sign_up("otto", mara)

    assert names(world, mara) == []


def test_nobody_logged_in_has_no_list(world):
    with pytest.raises(NotLoggedIn):
        owner_endings.apps(world.context, world.phone())


# ---------------------------------------------------------------------- the copy
def test_what_ends_while_the_phone_is_off_still_stands_in_its_copy(world, nora, mara):
    link_id = linked(world, nora, mara)
    tiktok_accounts.disconnect(world.context, nora, link_id)
    world.wait(hours=3)

    apps = owner_endings.apps(world.context, mara)

    assert len(apps.entries) == 2
    assert apps.updated_at == NOON


def test_a_phone_that_hears_of_it_has_the_list_of_now(world, nora, mara):
    link_id = linked(world, nora, mara)
    tiktok_accounts.disconnect(world.context, nora, link_id)
    world.wait(hours=3)

    owner_endings.update_apps(world.context, mara)

    assert owner_endings.apps(world.context, mara).entries == ()
    assert owner_endings.apps(world.context, mara).updated_at == NOON + timedelta(hours=3)


@pytest.mark.parametrize("cure", ["clear", "log_in_again"])
def test_an_old_list_is_cured_by_clearing_the_cache_and_by_logging_in_again(world, nora, mara, cure):
    link_id = linked(world, nora, mara)
    tiktok_accounts.disconnect(world.context, nora, link_id)

    if cure == "clear":
        owner_endings.clear_cache(mara)
    else:
        directory.log_out(world.context, mara, mara.active.account_id)
        directory.log_in(world.context, mara, "mara", PASSWORD)

    assert owner_endings.apps(world.context, mara).entries == ()


def test_a_store_out_of_reach_leaves_the_copy_and_says_so_only_to_who_reads_anew(world, nora, mara, monkeypatch):
    linked(world, nora, mara)

    def away(*_args, **_kwargs):
        raise StoreUnreachable

    monkeypatch.setattr(world.store, "read", away)

    assert len(owner_endings.apps(world.context, mara).entries) == 2
    with pytest.raises(StoreUnreachable):
        owner_endings.update_apps(world.context, mara)


def test_an_entry_of_an_old_list_says_that_it_has_ended(world, nora, mara):
    link_id = linked(world, nora, mara)
    tiktok_accounts.disconnect(world.context, nora, link_id)

    with pytest.raises(LinkNotActive) as refused:
        owner_endings.effects(world.context, mara, link_id)
    with pytest.raises(LinkNotActive):
        owner_endings.revoke(world.context, mara, link_id)
    assert refused.value.state is LinkState.DISCONNECTED
    assert all(receipt.decision != REVOKED for receipt in mara.receipts())


# ---------------------------------------------------------------------- taking it back
def test_taking_access_back_ends_the_link_at_once_and_takes_the_entry_away(world, nora, mara):
    link_id = linked(world, nora, mara)
    before = directory.profile(world.context, mara)

    delivery = owner_endings.revoke(world.context, mara, link_id)

    assert delivery.delivered
    assert link_of(world, nora, link_id).state is LinkState.REVOKED
    assert names(world, mara) == []
    assert directory.profile(world.context, mara) == before


def test_the_receipt_holds_the_signed_revocation_and_what_was_taken_back(world, nora, mara):
    link_id = linked(world, nora, mara)

    delivery = owner_endings.revoke(world.context, mara, link_id)

    receipt = mara.receipts()[0]
    opened = code.open_code(delivery.answer_text, key=mara.active.public_key)
    assert (receipt.id, receipt.decision, receipt.delivered) == (delivery.receipt_id, REVOKED, True)
    assert (receipt.business_center_name, receipt.scope) == ("Lantern Media", SPARK.scope)
    assert receipt.answer_cose == opened.cose
    assert opened.message.reason == code.RevocationReason.OWNER_DECISION
    assert not opened.message.ends_everything


def test_what_stops_is_told_without_the_names_of_members(world, nora, mara):
    link_id = linked(world, nora, mara)
    world.give(world.standard_member(nora), link_id)

    told = owner_endings.effects(world.context, mara, link_id)

    assert told.counts[EffectKind.LINK_ENDS] == 1
    assert told.counts[EffectKind.APP_REMOVED] == 1
    assert told.counts[EffectKind.MEMBER_LOSES] == 1
    assert all("Sam" not in (one.subject + one.holder) for one in told.effects)


def test_a_second_time_there_is_nothing_to_take_back(world, nora, mara):
    link_id = linked(world, nora, mara)
    owner_endings.revoke(world.context, mara, link_id)

    with pytest.raises(NotInList):
        owner_endings.revoke(world.context, mara, link_id)
    assert len([receipt for receipt in mara.receipts() if receipt.decision == REVOKED]) == 1


def test_a_claimed_account_is_taken_back_by_nobody_but_its_business_center(world, nora, mara):
    link_id = linked(world, nora, mara, FULL, kind=Kind.CLAIM, expected_handle="mara")

    for end in (owner_endings.effects, owner_endings.revoke):
        with pytest.raises(ClaimedCannotBeRevoked) as refused:
            end(world.context, mara, link_id)
    assert refused.value.owner_name == "Lantern Media"
    assert link_of(world, nora, link_id).state is LinkState.ACTIVE
    assert len(names(world, mara)) == 2


def test_the_platform_takes_everything_back(world, nora, mara):
    first = linked(world, nora, mara)
    ina = world.center("Otter Ads", "Ina")
    second = linked(world, ina, mara)

    owner_endings.effects(world.context, mara, owner_endings.PLATFORM)
    owner_endings.revoke(world.context, mara, owner_endings.PLATFORM)

    assert link_of(world, nora, first).state is LinkState.REVOKED
    assert link_of(world, ina, second).state is LinkState.REVOKED
    assert names(world, mara) == []


def test_the_platform_alone_is_taken_out_and_the_log_says_so(world, nora):
    phone = next(phone for phone in world.phones.values() if phone.active.handle == "nora_tt")
    owner_endings.apps(world.context, phone)

    owner_endings.revoke(world.context, phone, owner_endings.PLATFORM)

    assert names(world, phone) == []
    assert "app_removed" in world.store_actions()


def test_a_lost_business_center_can_be_let_in_again_by_a_new_request(world, nora, mara):
    owner_endings.revoke(world.context, mara, linked(world, nora, mara))

    again = linked(world, nora, mara)

    assert link_of(world, nora, again).state is LinkState.ACTIVE
    assert ("Business Center", "Lantern Media") in names(world, mara)


# ---------------------------------------------------------------------- blocking and the relink guard
def test_a_blocked_business_center_is_refused_until_it_is_unblocked(world, nora, mara):
    owner_endings.revoke(world.context, mara, linked(world, nora, mara), block=True)
    request = world.request(nora)

    assert [centre.name for centre in owner_endings.blocked(mara)] == ["Lantern Media"]
    with pytest.raises(CentreMuted):
        world.scan(request, mara)
    owner.unmute(mara, nora.business_center_id)
    assert owner_endings.blocked(mara) == ()
    assert world.scan(request, mara).taken_back_at == NOON


def test_another_phone_of_the_account_can_block_a_business_center_it_never_met(world, nora, mara):
    link_id = linked(world, nora, mara)
    second = world.phone("Second phone")
    directory.log_in(world.context, second, "mara", PASSWORD)
    owner_endings.apps(world.context, second)

    owner_endings.revoke(world.context, second, link_id, block=True)

    assert [centre.name for centre in owner_endings.blocked(second)] == ["Lantern Media"]
    assert link_of(world, nora, link_id).state is LinkState.REVOKED


def test_a_request_says_when_the_owner_had_ended_this_access(world, nora, mara):
    assert world.scan(world.request(nora), mara).taken_back_at is None
    link_id = linked(world, nora, mara)
    world.wait(days=1)
    owner_endings.revoke(world.context, mara, link_id)
    world.wait(days=1)

    assert world.scan(world.request(nora), mara).taken_back_at == NOON + timedelta(days=1)


def test_access_the_business_center_gave_up_is_not_called_taken_back(world, nora, mara):
    tiktok_accounts.disconnect(world.context, nora, linked(world, nora, mara))

    assert world.scan(world.request(nora), mara).taken_back_at is None


# ---------------------------------------------------------------------- a phone whose store is elsewhere
@pytest.fixture
def far(world):
    """The context of another computer and a phone on it."""
    context = world.other_store()
    return context, world.sign_up("otto", context=context)


def test_a_phone_elsewhere_takes_access_back_from_its_own_receipts(world, nora, far):
    context, phone = far
    world.approve(world.request(nora), phone, context)
    (_platform, entry) = owner_endings.apps(context, phone).entries

    delivery = owner_endings.revoke(context, phone, entry.id)

    assert (entry.app, entry.link_id, entry.heard_at) == (AppName.BUSINESS_CENTER, "", None)
    assert not delivery.delivered
    assert code.peek(delivery.answer_text).kind is code.CodeKind.REVOCATION
    assert names(world, phone, context) == []
    assert not phone.receipts()[0].delivered


def test_a_phone_elsewhere_says_that_it_had_ended_the_access(world, nora, far):
    context, phone = far
    world.approve(world.request(nora), phone, context)
    owner_endings.revoke(context, phone, owner_endings.apps(context, phone).entries[1].id)

    assert world.scan(world.request(nora), phone, context).taken_back_at == NOON


def test_a_key_that_was_deleted_signs_nothing_and_the_reason_says_so(world, nora, far):
    context, phone = far
    world.approve(world.request(nora), phone, context)
    directory.log_out(context, phone, phone.active.account_id)
    directory.log_in(context, phone, "otto", PASSWORD)
    entry = owner_endings.apps(context, phone).entries[1]

    with pytest.raises(GrantKeyGone):
        owner_endings.effects(context, phone, entry.id)
    with pytest.raises(GrantKeyGone) as refused:
        owner_endings.revoke(context, phone, entry.id)
    assert (refused.value.handle, refused.value.name) == ("otto", "Lantern Media")


def test_each_grant_of_a_phone_elsewhere_counts_since_nobody_knows_which_arrived(world, nora, far):
    context, phone = far
    for _ in range(2):
        world.approve(world.request(nora), phone, context)
        world.wait(hours=1)
    (_platform, newer, older) = owner_endings.apps(context, phone).entries

    owner_endings.revoke(context, phone, newer.id)

    assert [entry.id for entry in owner_endings.apps(context, phone).entries[1:]] == [older.id]
    assert older.since == NOON


def test_the_revocation_of_a_phone_elsewhere_ends_the_link_when_it_arrives(world, nora, far):
    context, phone = far
    answer = world.approve(world.request(nora, expected_handle="otto"), phone, context)
    link_id = access_requests.receive_answer(world.context, answer.answer_text).link_id
    entry = owner_endings.apps(context, phone).entries[1]

    delivery = owner_endings.revoke(context, phone, entry.id)
    receipt = revocations.receive(world.context, nora, delivery.answer_text)

    assert link_of(world, nora, link_id).state is LinkState.REVOKED
    assert (receipt.way, receipt.subject) == (EndWay.OWNER, "@otto")


def test_a_store_out_of_reach_lets_the_revocation_travel(world, nora, mara, monkeypatch):
    link_id = linked(world, nora, mara)

    def away(*_args, **_kwargs):
        raise StoreUnreachable

    with monkeypatch.context() as patch:
        patch.setattr(world.store, "read", away)
        delivery = owner_endings.revoke(world.context, mara, link_id)

    assert not delivery.delivered
    assert link_of(world, nora, link_id).state is LinkState.ACTIVE
    assert code.open_code(delivery.answer_text, key=mara.active.public_key).kind is code.CodeKind.REVOCATION


# ---------------------------------------------------------------------- a revocation in front of a phone
def test_a_phone_says_what_its_own_revocation_is(world, nora, mara):
    delivery = owner_endings.revoke(world.context, mara, linked(world, nora, mara))

    scanned = owner.open_code(world.context, mara, delivery.answer_text)

    assert scanned == ScannedRevocation(delivery.answer_text, NOON, "mara", "Lantern Media")


def test_another_phone_believes_nothing_of_a_revocation_but_what_it_is(world, nora, mara):
    delivery = owner_endings.revoke(world.context, mara, linked(world, nora, mara))

    scanned = owner.open_code(world.context, world.sign_up("otto"), delivery.answer_text)

    assert (scanned.handle, scanned.business_center_name) == (None, None)
