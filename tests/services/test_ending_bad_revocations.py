"""Revocations that are no good: for what never was, for another store, cut, changed, of somebody else, come twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core.access_requests import Kind, LinkState
from bcdesktop.core.code import CodeFromFuture, CodeRefused
from bcdesktop.core.errors import AppError
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.services import activity, revocations, tiktok_accounts
from bcdesktop.services.ending_errors import RevocationForOtherStore, RevocationFromWrongKey
from bcdesktop.services.errors import ClaimedCannotBeRevoked, LinkNotActive
from tests.services.access import link
from tests.services.end_ways import standing
from tests.services.revoking import grant_of, phone_of, revocation_for, signed
from tests.services.world import World

FULL = PermissionSet(frozenset(Permission), Visibility.SHOW_THROUGH_ADS_ONLY)


@pytest.fixture
def mara_link(world, nora):
    return link(world, nora, "mara")


def refused(world, by, text, error):
    """Bring ``text``; see that it is refused with ``error`` and that nothing changed. Return the refusal."""
    before = standing(world)
    with pytest.raises(error) as told:
        revocations.receive(world.context, by, text)
    assert standing(world) == before
    return told.value


def changed(text):
    """Return ``text`` with each of its letters in turn made another one that base45 knows."""
    return [f"{text[:at]}{'B' if text[at] != 'B' else 'C'}{text[at + 1 :]}" for at in range(4, len(text), 7)]


def test_a_good_one_ends_the_link_so_the_others_are_refused_for_what_is_wrong_with_them(world, nora, mara_link):
    revocations.receive(world.context, nora, revocation_for(world, "mara", mara_link))

    assert tiktok_accounts.get(world.context, nora, mara_link).state is LinkState.REVOKED


def test_revoking_what_was_never_granted_is_refused_and_logged_in_the_stores_own_log(world, nora, mara_link):
    refused(world, nora, signed(world, "mara", b"never granted 16"), RevocationForOtherStore)

    assert world.store_actions()[-1] == "revocation_refused"


def test_a_revocation_for_another_store_is_refused(world, nora, mara_link, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    elsewhere = World(tmp_path / "elsewhere")
    theirs = link(elsewhere, elsewhere.center("Otter Works", "Ole"), "mara")
    text = revocation_for(elsewhere, "mara", theirs)
    elsewhere.close()

    refused(world, nora, text, RevocationForOtherStore)


def test_a_cut_one_is_refused_wherever_it_was_cut(world, nora, mara_link):
    text = revocation_for(world, "mara", mara_link)

    for length in (0, 1, 4, 5, len(text) // 2, len(text) - 3, len(text) - 1):
        refused(world, nora, text[:length], CodeRefused)


def test_a_changed_one_is_refused_wherever_it_was_changed(world, nora, mara_link):
    for text in changed(revocation_for(world, "mara", mara_link)):
        refused(world, nora, text, AppError)
    assert tiktok_accounts.get(world.context, nora, mara_link).state is LinkState.ACTIVE


def test_one_bit_of_the_signature_counts(world, nora, mara_link):
    text = world.with_flipped_signature(revocation_for(world, "mara", mara_link))

    refused(world, nora, text, CodeRefused)
    assert world.last_entry(nora).action != "account_revoked"


def test_a_request_and_an_answer_are_no_revocation(world, nora, mara_link):
    refused(world, nora, world.request(nora).code_text, CodeRefused)
    refused(world, nora, "RV1:", CodeRefused)
    refused(world, nora, "Please remove my account.", CodeRefused)


def test_the_owner_of_another_account_ends_nothing_with_the_right_grant(world, nora, mara_link):
    link(world, nora, "otto")

    told = refused(world, nora, signed(world, "otto", grant_of(world, mara_link)), RevocationFromWrongKey)

    assert told.handle == "mara"
    assert world.last_entry(nora).action == "revocation_refused"


def test_one_from_the_future_is_refused_and_counts_when_its_time_has_come(world, nora, mara_link):
    text = revocation_for(world, "mara", mara_link, at=world.clock.now() + timedelta(hours=2))
    refused(world, nora, text, CodeFromFuture)
    world.wait(hours=2)

    revocations.receive(world.context, nora, text)

    assert tiktok_accounts.get(world.context, nora, mara_link).state is LinkState.REVOKED


def test_the_same_one_twice_gives_the_first_receipt_and_changes_nothing(world, nora, mara_link):
    text = revocation_for(world, "mara", mara_link)
    first, after = revocations.receive(world.context, nora, text), standing(world)
    world.wait(days=1)

    assert revocations.receive(world.context, nora, text) == first
    assert standing(world) == after


def test_a_second_one_of_the_same_owner_is_told_that_the_link_has_ended(world, nora, mara_link):
    first, second = (revocation_for(world, "mara", mara_link) for _ in range(2))
    revocations.receive(world.context, nora, first)

    assert refused(world, nora, second, LinkNotActive).state is LinkState.REVOKED


def test_one_that_comes_after_the_business_center_disconnected_is_told_so(world, nora, mara_link):
    text = revocation_for(world, "mara", mara_link)
    tiktok_accounts.disconnect(world.context, nora, mara_link)

    assert refused(world, nora, text, LinkNotActive).state is LinkState.DISCONNECTED


def test_an_old_one_does_not_end_the_access_that_was_given_afterwards(world, nora, mara_link):
    old = revocation_for(world, "mara", mara_link)
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    world.wait(days=1)
    again = world.approve(world.request(nora), phone_of(world, "mara")).result.link_id

    refused(world, nora, old, LinkNotActive)
    assert tiktok_accounts.get(world.context, nora, again).state is LinkState.ACTIVE


def test_an_account_that_was_claimed_is_not_revoked(world, nora):
    phone = world.sign_up("mara")
    request = world.request(nora, FULL, kind=Kind.CLAIM, expected_handle="mara")
    claimed = world.approve(request, phone).result.link_id

    told = refused(world, nora, revocation_for(world, "mara", claimed), ClaimedCannotBeRevoked)

    assert told.owner_name == "Lantern Media"


def test_who_brings_it_counts_for_nothing_and_the_log_names_the_owner(world, nora, mara_link):
    sam = world.standard_member(nora)

    receipt = revocations.receive(world.context, sam, revocation_for(world, "mara", mara_link))

    assert receipt.by_name == "@mara"
    assert activity.verify(world.context, nora).ok
