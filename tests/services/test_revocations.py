"""An owner's revocation (RV1): whose key counts, for which grant, in which order, and what it leaves behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bcdesktop.core import code
from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.clock import unix
from bcdesktop.core.ending import EffectKind, EndWay
from bcdesktop.services import ending, revocations, tiktok_accounts
from bcdesktop.services.ending_errors import RevocationForOtherStore, RevocationFromWrongKey, RevocationOld
from bcdesktop.services.errors import ClaimedCannotBeRevoked, LinkNotActive
from bcdesktop.store.tables import ConnectedApp, DirectoryAccount, DirectoryDevice, TikTokAccountLink
from tests.services.access import OPERATOR, give, holder_of
from tests.services.world import World


@pytest.fixture
def account(world, nora, mara):
    """The id of the link of @mara, which Nora may use."""
    link_id = world.approve(world.request(nora), mara).result.link_id
    give(world, nora, link_id, holder_of(world, nora), OPERATOR)
    return link_id


def row(world, link_id):
    with world.store.read() as session:
        return session.get_one(TikTokAccountLink, link_id)


def signed(world, phone, grant_id, key=None, **values):
    """Return the text of a revocation that the phone's account signs, with ``values`` in place of what is right."""
    account = phone.active
    message = code.Revocation(
        **{
            "grant_id": grant_id,
            "reason": code.RevocationReason.OWNER_DECISION,
            "revoked_at": unix(world.clock.now()),
            "sequence": phone.next_sequence(account.account_id),
        }
        | values
    )
    return code.seal(message, key or phone.signing_key(account.account_id, None)).text


def of_link(world, phone, link_id, **values):
    return signed(world, phone, row(world, link_id).grant_id, **values)


def test_it_ends_the_link_at_once_and_is_kept_with_it(world, nora, mara, account):
    text = of_link(world, mara, account)

    receipt = revocations.receive(world.context, nora, text)

    link = row(world, account)
    assert (link.state, link.ended_by) == (LinkState.REVOKED, "@mara")
    assert link.revocation_cose == code.peek(text).cose
    assert (receipt.way, receipt.subject, receipt.by_name) == (EndWay.OWNER, "@mara", "@mara")
    assert [one.holder for one in receipt.effects.of_kind(EffectKind.MEMBER_LOSES)] == ["Nora"]
    entry = world.last_entry(nora)
    assert (entry.action, entry.details["entered_by"]) == ("account_revoked", "Nora")
    with world.store.read() as session:
        of_center = select(ConnectedApp.removed_at).where(
            col(ConnectedApp.business_center_id) == nora.business_center_id
        )
        assert session.exec(of_center.where(ConnectedApp.account_id == link.account_id)).all() == [world.clock.now()]


def test_the_same_again_gives_the_first_receipt(world, nora, mara, account):
    text = of_link(world, mara, account)
    first = revocations.receive(world.context, nora, text)
    world.wait(days=3)

    assert revocations.receive(world.context, nora, f"  {text}\n") == first
    assert world.actions(nora).count("account_revoked") == 1


def test_the_phone_does_not_learn_who_worked_with_the_account(world, nora, mara, account):
    receipt = revocations.receive(world.context, None, of_link(world, mara, account))

    assert [one.holder for one in receipt.effects.of_kind(EffectKind.MEMBER_LOSES)] == [""]
    (kept,) = ending.list_receipts(world.context, nora)
    assert [one.holder for one in kept.effects.of_kind(EffectKind.MEMBER_LOSES)] == ["Nora"]


def test_another_phone_of_the_account_may_revoke_too(world, nora, mara, account):
    other = code.SigningKey.generate()
    _device(world, mara, other)

    revocations.receive(world.context, nora, of_link(world, mara, account, key=other, sequence=1))

    assert row(world, account).state is LinkState.REVOKED


def test_a_phone_that_was_thrown_out_counts_for_what_it_signed_before(world, nora, mara, account):
    other = code.SigningKey.generate()
    world.wait(hours=1)
    _device(world, mara, other, logged_out_at=world.clock.now())
    after = of_link(world, mara, account, key=other, revoked_at=unix(world.clock.now()) + 60)
    before = of_link(world, mara, account, key=other, revoked_at=unix(world.clock.now()) - 60)

    with pytest.raises(RevocationFromWrongKey):
        revocations.receive(world.context, nora, after)
    revocations.receive(world.context, nora, before)
    assert row(world, account).state is LinkState.REVOKED


def test_anybody_elses_key_ends_nothing_and_the_log_says_so(world, nora, mara, account):
    text = of_link(world, mara, account, key=code.SigningKey.generate())

    with pytest.raises(RevocationFromWrongKey) as caught:
        revocations.receive(world.context, nora, text)

    assert caught.value.handle == "mara"
    assert row(world, account).state is LinkState.ACTIVE
    entry = world.last_entry(nora)
    assert (entry.action, entry.details["reason"]) == ("revocation_refused", "revocation_from_wrong_key")


def test_a_changed_bit_and_a_code_of_another_kind_are_refused(world, nora, mara, account):
    text = of_link(world, mara, account)
    with pytest.raises(code.CodeRefused):
        revocations.receive(world.context, nora, World.with_flipped_signature(text))
    with pytest.raises(code.CodeRefused):
        revocations.receive(world.context, nora, world.request(nora).code_text)
    assert row(world, account).state is LinkState.ACTIVE


def test_what_never_was_granted_here_is_of_another_store(world, nora, mara, account):
    with pytest.raises(RevocationForOtherStore):
        revocations.receive(world.context, nora, signed(world, mara, bytes([7] * 16)))
    assert world.store_actions()[-1] == "revocation_refused"


def test_a_revocation_for_this_store_ends_nothing_in_another(world, nora, mara, account):
    text = of_link(world, mara, account)
    other = world.other_store()
    olaf = world.center("Elsewhere", "Olaf", other)

    with pytest.raises(RevocationForOtherStore):
        revocations.receive(other, olaf, text)
    assert row(world, account).state is LinkState.ACTIVE


def test_what_the_business_center_ended_before_is_said_in_words(world, nora, mara, account):
    text = of_link(world, mara, account)
    tiktok_accounts.disconnect(world.context, nora, account)

    with pytest.raises(LinkNotActive) as caught:
        revocations.receive(world.context, nora, text)
    assert caught.value.state is LinkState.DISCONNECTED


def test_a_revocation_from_the_future_waits_for_its_time(world, nora, mara, account):
    ahead = unix(world.clock.now() + timedelta(minutes=5))
    with pytest.raises(code.CodeFromFuture):
        revocations.receive(world.context, nora, of_link(world, mara, account, revoked_at=ahead))
    assert row(world, account).state is LinkState.ACTIVE


def test_a_phone_whose_clock_is_behind_still_counts_by_its_number(world, nora, mara, account):
    behind = unix(world.clock.now() - timedelta(minutes=30))
    revocations.receive(world.context, nora, of_link(world, mara, account, revoked_at=behind))
    assert row(world, account).state is LinkState.REVOKED


def test_one_revocation_ends_everything_of_the_owner(world, nora, mara, account):
    otto = world.center("Otter Works", "Otto")
    other = world.approve(world.request(otto), mara).result.link_id
    untouched = world.approve(world.request(nora), world.sign_up("bela")).result.link_id

    receipt = revocations.receive(world.context, nora, signed(world, mara, code.ALL_GRANTS))

    states = [row(world, link_id).state for link_id in (account, other, untouched)]
    assert states == [LinkState.REVOKED, LinkState.REVOKED, LinkState.ACTIVE]
    assert receipt.counts[EffectKind.LINK_ENDS] == 2
    assert len(ending.list_receipts(world.context, nora)) == len(ending.list_receipts(world.context, otto)) == 1


def test_an_old_revocation_does_not_end_what_was_granted_again_since(world, nora, mara, account):
    old = signed(world, mara, code.ALL_GRANTS)
    tiktok_accounts.disconnect(world.context, nora, account)
    world.wait(hours=1)
    again = world.approve(world.request(nora), mara).result.link_id

    with pytest.raises(RevocationOld):
        revocations.receive(world.context, nora, old)
    assert row(world, again).state is LinkState.ACTIVE


def test_a_claimed_account_is_not_revoked_and_the_owner_is_named(world, nora, mara, account):
    def claim(unit):
        link = unit.session.get_one(TikTokAccountLink, account)
        unit.session.get_one(DirectoryAccount, link.account_id).claimed_by = nora.business_center_id

    world.store.run(claim)
    with pytest.raises(ClaimedCannotBeRevoked) as caught:
        revocations.receive(world.context, nora, of_link(world, mara, account))
    assert caught.value.owner_name == "Lantern Media"


def test_a_new_link_is_possible_at_once(world, nora, mara, account):
    revocations.receive(world.context, nora, of_link(world, mara, account))
    again = world.approve(world.request(nora), mara).result.link_id
    assert row(world, again).state is LinkState.ACTIVE


def _device(world, phone, key, logged_out_at=None):
    """Let the account be logged in on another phone with ``key``, or have been."""

    def work(unit):
        first = unit.session.exec(
            select(DirectoryDevice).where(DirectoryDevice.account_id == phone.active.account_id)
        ).one()
        unit.session.add(
            DirectoryDevice(
                id="other",
                account_id=first.account_id,
                phone_name="Other phone",
                public_key=key.public_key,
                kid=key.kid,
                logged_in_at=first.logged_in_at,
                last_seen_at=first.last_seen_at,
                logged_out_at=logged_out_at,
            )
        )

    world.store.run(work)
