"""A TikTok account linked by one person in Ads Manager: by the phone's consent, theirs alone, and ended by them."""

from __future__ import annotations

import pytest

from bcdesktop.core.ads import AdStatus, IdentityKind, PauseReason
from bcdesktop.core.errors import NotFound
from bcdesktop.services import advertisers, log_ins, owner, person_links, readiness, user_management
from bcdesktop.services.advertiser_errors import AlreadyYours
from bcdesktop.services.errors import LogInNotApproved
from bcdesktop.services.records import LogInPurpose
from bcdesktop.store.tables import Ad
from tests.services.ad_scene import running_ad, state_of_ad
from tests.services.ad_world import ad_account, advertiser, personal_ad_account
from tests.services.world import PASSWORD


@pytest.fixture
def ida(world):
    return advertisers.sign_up(world.context, "Ida", "ida@example.com", PASSWORD)


def approved(world, phone, purpose=LogInPurpose.LINK_IN_ADS_MANAGER):
    row = log_ins.start(world.context, purpose, "Desk")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, row.code_text))
    return row.id


def test_the_phone_says_yes_and_the_account_is_linked_to_that_person(world, ida):
    linked = person_links.link(world.context, ida, approved(world, world.sign_up("mara")))

    assert (linked.handle, linked.kind, linked.can_unlink) == ("mara", IdentityKind.PERSON, True)
    assert person_links.list_own(world.context, ida) == (linked,)
    assert world.store_actions()[-1] == "person_account_linked"


def test_a_code_nobody_approved_and_one_for_signing_in_link_nothing(world, ida):
    waiting = log_ins.start(world.context, LogInPurpose.LINK_IN_ADS_MANAGER, "Desk")
    with pytest.raises(LogInNotApproved):
        person_links.link(world.context, ida, waiting.id)
    with pytest.raises(NotFound):
        person_links.link(world.context, ida, approved(world, world.sign_up("mara"), LogInPurpose.SIGN_IN))
    assert person_links.list_own(world.context, ida) == ()


def test_the_same_account_is_not_linked_twice(world, ida):
    phone = world.sign_up("mara")
    person_links.link(world.context, ida, approved(world, phone))

    with pytest.raises(AlreadyYours):
        person_links.link(world.context, ida, approved(world, phone))
    assert len(person_links.list_own(world.context, ida)) == 1


def test_a_colleague_on_the_same_ad_account_neither_sees_it_nor_uses_it(world, nora, ida):
    spring = ad_account(world, nora)
    otto = world.center("Otter Works", "Otto")
    person_links.link(world.context, advertiser(world, otto), approved(world, world.sign_up("mara")))

    assert user_management.linked_accounts(world.context, advertiser(world, nora), spring) == ()
    assert readiness.identities(world.context, advertiser(world, nora), spring) == ()
    with pytest.raises(NotFound):
        person_links.unlink(world.context, ida, person_links.list_own(world.context, advertiser(world, otto))[0].id)


def test_unlinking_pauses_the_persons_ads_and_the_account_can_be_linked_again(world, ida):
    own = personal_ad_account(world, ida)
    phone = world.sign_up("mara")
    linked = person_links.link(world.context, ida, approved(world, phone))
    ad_id = running_ad(world, world.center(), own)
    world.store.run(lambda unit: setattr(unit.session.get_one(Ad, ad_id), "person_link_id", linked.id))
    assert [ad.name for ad in person_links.running_ads(world.context, ida, linked.id)] == ["Autumn"]
    assert [row.running for row in user_management.linked_accounts(world.context, ida, own)] == [1]

    person_links.unlink(world.context, ida, linked.id)

    assert person_links.list_own(world.context, ida) == ()
    assert state_of_ad(world, ad_id) == (AdStatus.PAUSED, PauseReason.PERSON_LINK_ENDED)
    assert person_links.link(world.context, ida, approved(world, phone)).handle == "mara"


def test_an_ended_link_is_not_ended_again(world, ida):
    linked = person_links.link(world.context, ida, approved(world, world.sign_up("mara")))
    person_links.unlink(world.context, ida, linked.id)

    with pytest.raises(NotFound):
        person_links.unlink(world.context, ida, linked.id)
