"""Ending access: confirmed once, announced truly, refused with names, and kept on receipts."""

from __future__ import annotations

import uuid

import pytest

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ending import Effect, EffectKind, Effects, EndReason, EndWay
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.services import ending, members, partners, tiktok_accounts
from bcdesktop.services._ending import receipts
from bcdesktop.services.ending_errors import AlreadyEnded, EffectsChanged
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.people_errors import BelongsToOther, LastAdmin, NoOwnAccess, PartnershipNotOpen
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of, shared_id
from tests.services.ad_scene import linked_pairs, running_ad, state_of_ad
from tests.services.ad_world import ad_account, ad_link, advertiser
from tests.services.ending_scene import ad_link_id
from tests.services.inviting import ADMIN, join

DISCONNECT = EndWay.DISCONNECT


@pytest.fixture
def sam(world, nora):
    return world.standard_member(nora)


@pytest.fixture
def account(world, nora):
    """The id of the link of @mara, which Nora may use."""
    link_id = link(world, nora, "mara")
    give(world, nora, link_id, holder_of(world, nora), OPERATOR)
    return link_id


def state_of(world, nora, link_id):
    return tiktok_accounts.get(world.context, nora, link_id).state


def test_what_changed_since_it_was_shown_is_shown_again_and_nothing_is_done(world, nora, sam, account):
    shown = ending.effects(world.context, nora, DISCONNECT, account)
    give(world, nora, account, holder_of(world, sam), ANALYST)

    with pytest.raises(EffectsChanged) as caught:
        ending.end(world.context, nora, DISCONNECT, account, announced=shown.digest, key="k")

    assert {one.holder for one in caught.value.effects.of_kind(EffectKind.MEMBER_LOSES)} == {"Nora", "Sam"}
    assert state_of(world, nora, account) is LinkState.ACTIVE
    assert "action_refused" not in world.actions(nora)
    ending.end(world.context, nora, DISCONNECT, account, announced=caught.value.effects.digest, key="k")
    assert state_of(world, nora, account) is LinkState.DISCONNECTED


def test_confirming_twice_gives_the_first_receipt(world, nora, account):
    first = ending.end(world.context, nora, DISCONNECT, account, reason=EndReason.PRIVACY, key="k")
    world.wait(minutes=1)

    assert ending.end(world.context, nora, DISCONNECT, account, reason=EndReason.PRIVACY, key="k") == first
    assert ending.list_receipts(world.context, nora) == (first,)
    assert (first.subject, first.by_name, first.reason) == ("@mara", "Nora", EndReason.PRIVACY)


def test_a_second_window_hears_that_the_link_has_ended(world, nora, account):
    ending.end(world.context, nora, DISCONNECT, account, key="one window")

    with pytest.raises(LinkNotActive) as caught:
        ending.end(world.context, nora, DISCONNECT, account, key="another window")
    assert caught.value.state is LinkState.DISCONNECTED


def test_what_somebody_else_ended_before_is_said_for_every_way(world, nora, sam, account):
    otto = world.center("Otter Works", "Otto")
    partner = partner_of(world, nora, otto)
    give(world, nora, account, partner, OPERATOR)
    shared, own = shared_id(world, otto, "mara"), holder_of(world, sam).id
    for way, subject in ((EndWay.PARTNERSHIP, partner.id), (EndWay.MEMBER, own), (EndWay.OWN_ACCESS, account)):
        ending.end(world.context, nora, way, subject)

    for way, subject, error in (
        (EndWay.PARTNERSHIP, partner.id, PartnershipNotOpen),
        (EndWay.SHARE, shared, NotFound),
        (EndWay.MEMBER, own, AlreadyEnded),
        (EndWay.OWN_ACCESS, account, NoOwnAccess),
    ):
        with pytest.raises(error):
            ending.end(world.context, nora, way, subject, key=uuid.uuid4().hex)


@pytest.mark.parametrize("way", [way for way in EndWay if way not in {EndWay.OWNER, EndWay.DEVICE, EndWay.CLIENT}])
def test_what_never_existed_is_not_found(world, nora, way):
    with pytest.raises(NotFound):
        ending.end(world.context, nora, way, "no:such")


def test_a_standard_member_is_refused_with_the_names_of_those_who_may(world, nora, sam, account):
    spring = ad_account(world, nora)
    ad_link(world, nora, spring, account)
    otto = world.center("Otter Works", "Otto")
    partner = partner_of(world, nora, otto)

    for way, subject in (
        (DISCONNECT, account),
        (EndWay.MEMBER, holder_of(world, nora).id),
        (EndWay.PARTNERSHIP, partner.id),
        (EndWay.SHARE, partner.id),
        (EndWay.AD_LINK, spring),
        (EndWay.AD_ACCOUNT_ACCESS, ending.reach_id(spring, otto.business_center_id)),
    ):
        for call in (ending.effects, ending.end):
            with pytest.raises(NotAllowed) as caught:
                call(world.context, sam, way, subject)
            assert caught.value.helpers == ("Nora",)
    assert world.actions(nora).count("action_refused") == 6


def test_an_analyst_in_ads_manager_unlinks_nothing_and_is_told_who_may(world, nora, sam, account):
    spring = ad_account(world, nora)
    ad_link(world, nora, spring, account)
    give(world, nora, spring, holder_of(world, sam), ANALYST)
    person = advertiser(world, sam)

    with pytest.raises(NotAllowed) as caught:
        ending.end(world.context, person, EndWay.AD_LINK, ad_link_id(world, spring, account))
    assert caught.value.helpers == ("Nora",)
    assert linked_pairs(world) == {(spring, account)}


def test_the_last_admin_is_told_before_anything_is_confirmed(world, nora):
    with pytest.raises(LastAdmin):
        ending.effects(world.context, nora, EndWay.MEMBER, holder_of(world, nora).id)


def test_who_receives_an_account_cannot_end_its_link_and_hears_whose_it_is(world, nora, account):
    otto = world.center("Otter Works", "Otto")
    give(world, nora, account, partner_of(world, nora, otto), OPERATOR)

    with pytest.raises(BelongsToOther) as caught:
        ending.effects(world.context, otto, DISCONNECT, shared_id(world, otto, "mara"))
    assert caught.value.owner_name == "Lantern Media"


def test_a_removed_member_changes_no_running_ad(world, nora, sam, account):
    spring = ad_account(world, nora)
    ad_link(world, nora, spring, account)
    ad_id = running_ad(world, sam, spring, link_id=account)

    members.remove(world.context, nora, holder_of(world, sam).id)

    assert state_of_ad(world, ad_id) == ("active", None)


def test_whatever_way_leaves_a_receipt_newest_first(world, nora, account):
    ada = join(world, nora, "Ada", role=ADMIN)
    otto = world.center("Otter Works", "Otto")
    partner = partner_of(world, nora, otto)
    for step in (
        lambda: partners.remove(world.context, nora, partner.id),
        lambda: members.leave(world.context, ada),
        lambda: tiktok_accounts.disconnect(world.context, nora, account),
    ):
        step()
        world.wait(minutes=1)

    found = ending.list_receipts(world.context, nora)
    assert [row.way for row in found] == [DISCONNECT, EndWay.MEMBER, EndWay.PARTNERSHIP]
    assert [row.subject for row in found] == ["@mara", "Ada", "Otter Works"]
    assert ending.get_receipt(world.context, nora, found[1].id) == found[1]


def test_a_receipt_belongs_to_one_business_center(world, nora, account):
    receipt = ending.end(world.context, nora, DISCONNECT, account)
    otto = world.center("Otter Works", "Otto")

    assert ending.list_receipts(world.context, otto) == ()
    with pytest.raises(NotFound):
        ending.get_receipt(world.context, otto, receipt.id)


def test_a_long_receipt_keeps_a_thousand_lines_of_every_kind_and_the_whole_numbers():
    ads = [Effect(EffectKind.AD_PAUSES, f"{number:05}", f"Ad {number:05}") for number in range(4_000)]
    people = [Effect(EffectKind.MEMBER_LOSES, f"m{number}", "@mara", f"Member {number:03}") for number in range(600)]
    effects = Effects.of([*ads, *people, Effect(EffectKind.LINK_ENDS, "1", "@mara")])

    row = receipts.new(DISCONNECT, "@mara", effects, None, "Nora")

    assert row.effects.counts == {EffectKind.LINK_ENDS: 1, EffectKind.AD_PAUSES: 500, EffectKind.MEMBER_LOSES: 499}
    assert row.counts == {EffectKind.LINK_ENDS: 1, EffectKind.AD_PAUSES: 4_000, EffectKind.MEMBER_LOSES: 600}
    assert row.left_out == 3_601


def test_windows_hear_at_once_what_ended(world, nora, account):
    heard = []
    spring = ad_account(world, nora)
    ad_link(world, nora, spring, account)
    stop = world.store.subscribe(heard.extend)

    ending.end(world.context, nora, DISCONNECT, account)

    stop()
    told = {change.kind.value for change in heard}
    assert {"tiktok_account", "grant", "ad_link", "directory", "activity"} <= told
