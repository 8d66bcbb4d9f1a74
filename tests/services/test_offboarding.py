"""Off-boarding of a member, a partner, a client: one list, ended at once, with a receipt (A0-48; domain.md 13.10)."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.ending import EffectKind, EndReason, EndWay
from bcdesktop.core.errors import NotAllowed
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.ids import new_id
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, MemberStatus
from bcdesktop.services import (
    access_requests,
    ad_account_requests,
    ad_accounts,
    ending,
    grants,
    invitations,
    members,
    offboarding,
    partners,
    people,
    tiktok_accounts,
)
from bcdesktop.services.ending_errors import AlreadyEnded, EffectsChanged
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.offboarding_records import ReachGroup, Subject, SubjectKind
from bcdesktop.services.people_errors import BelongsToOther
from bcdesktop.services.people_records import NewInvitation
from bcdesktop.store.tables import KeptSession, Member
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link
from tests.services.ad_world import ad_account, ad_link, advertiser, number_of, personal_ad_account
from tests.services.granted import granted_to
from tests.services.inviting import TEXT
from tests.services.partnering import invite
from tests.services.world import LIVE

G = ReachGroup


@pytest.fixture
def mara_link(world, nora):
    return link(world, nora, "mara")


@pytest.fixture
def sam(world, nora):
    return world.standard_member(nora)


@pytest.fixture
def otto(world):
    return world.center("Otter Works", "Otto")


def member(world, actor):
    return Subject(SubjectKind.MEMBER, holder_of(world, actor).id)


def lines(reach):
    return [(line.group, line.name) for line in reach.lines]


def end_all(world, actor, subject, **more):
    chosen = offboarding.reach(world.context, actor, subject).chosen
    return offboarding.end(world.context, actor, subject, chosen, **more)


# ------------------------------------------------------------------ a member
@pytest.fixture
def leaving(world, nora, mara_link):
    """Return a second admin who has grants, a code on the way, an invitation, and stays signed in on a computer."""
    ida = world.standard_member(nora, "Ida")
    members.change_role(world.context, nora, holder_of(world, ida).id, nora.role, None)
    holder = holder_of(world, ida)
    give(world, nora, mara_link, holder, OPERATOR)
    give(world, nora, ad_account(world, nora), holder, ANALYST)
    world.request(ida, expected_handle="omar")
    invitations.invite(world.context, ida, NewInvitation(("tess@example.com",)), TEXT, "first")
    people.stay_signed_in(world.context, ida)
    return ida


def test_everything_a_member_reaches_is_in_one_list(world, nora, leaving):
    reach = offboarding.reach(world.context, nora, member(world, leaving))
    assert (reach.name, reach.detail) == ("Ida", "ida@example.com")
    assert [group for group, _name in lines(reach)] == [
        *(G.TIKTOK_ACCOUNTS, G.AD_ACCOUNTS, G.SESSIONS, G.CODES, G.INVITATIONS),
    ]
    assert {name for _group, name in lines(reach)} >= {"@mara", "Spring", "@omar", "tess@example.com"}
    optional = [line.group for line in reach.lines if line.is_optional]
    assert optional == [G.CODES, G.INVITATIONS]


def test_a_member_is_off_boarded_at_once_with_a_receipt(world, nora, leaving):
    receipt = end_all(world, nora, member(world, leaving), reason=EndReason.LEAVING)

    assert (receipt.way, receipt.subject, receipt.reason) == (EndWay.MEMBER, "Ida", EndReason.LEAVING)
    assert receipt.counts[EffectKind.MEMBER_LOSES] == 2
    assert receipt.counts[EffectKind.SESSION_ENDS] == 1
    assert receipt.counts[EffectKind.INVITATION_WITHDRAWN] == 1
    assert receipt.counts[EffectKind.REQUEST_WITHDRAWN] == 1
    with pytest.raises(NotAllowed):
        tiktok_accounts.list_all(world.context, leaving)
    with world.store.read() as session:
        assert all(row.ended_at is not None for row in session.exec(select(KeptSession)))
    assert ending.list_receipts(world.context, nora) == (receipt,)


def test_what_a_member_began_may_go_on(world, nora, leaving):
    reach = offboarding.reach(world.context, nora, member(world, leaving))
    code = next(line.id for line in reach.lines if line.group is G.CODES)

    offboarding.end(world.context, nora, reach.subject, {code})

    states = {row.id: row.state.value for row in access_requests.list_all(world.context, nora)}
    assert states[code] == "cancelled"
    assert [row.email for row in members.list_all(world.context, nora).rows if row.is_invitation] == [
        "tess@example.com"
    ]


def test_the_effects_are_those_of_what_is_chosen(world, nora, leaving):
    subject = member(world, leaving)
    chosen = offboarding.reach(world.context, nora, subject).chosen
    everything = offboarding.effects(world.context, nora, subject, chosen)
    less = offboarding.effects(world.context, nora, subject, ())
    assert set(everything.effects) - set(less.effects) == {
        *everything.of_kind(EffectKind.INVITATION_WITHDRAWN),
        *everything.of_kind(EffectKind.REQUEST_WITHDRAWN),
    }


def test_nothing_is_ended_where_the_list_changed_meanwhile(world, nora, leaving, mara_link):
    subject = member(world, leaving)
    announced = offboarding.effects(world.context, nora, subject, ()).digest
    give(world, nora, mara_link, holder_of(world, leaving), None)

    with pytest.raises(EffectsChanged) as caught:
        offboarding.end(world.context, nora, subject, (), announced=announced)

    assert caught.value.effects == offboarding.effects(world.context, nora, subject, ())
    assert offboarding.end(world.context, nora, subject, (), announced=caught.value.effects.digest)


def test_confirmed_twice_it_gives_the_first_receipt(world, nora, leaving):
    subject = member(world, leaving)
    first = offboarding.end(world.context, nora, subject, (), key="once")
    assert offboarding.end(world.context, nora, subject, (), key="once") == first
    with pytest.raises(AlreadyEnded):
        offboarding.end(world.context, nora, subject, (), key="twice")


def test_the_ad_account_a_member_owns_is_given_up_only_when_chosen(world, nora, sam):
    own = personal_ad_account(world, advertiser(world, sam))
    granted_to(world, nora, advertiser(world, sam), own)
    reach = offboarding.reach(world.context, nora, member(world, sam))
    (line,) = [line for line in reach.lines if line.group is G.OWN_AD_ACCOUNTS]
    assert (line.name, line.is_chosen) == ("Own shop", False)

    offboarding.end(world.context, nora, reach.subject, {line.id})

    assert ad_accounts.list_all(world.context, nora) == ()


# ------------------------------------------------------------------ a partner
@pytest.fixture
def partner(world, nora, otto, mara_link):
    row = invite(world.context, nora, otto.business_center_id, mara_link)
    partners.accept(world.context, otto, row.id)
    return Subject(SubjectKind.PARTNER, row.id)


def direct_access(world, nora, otto, name="Autumn"):
    """Let the partner ask for an own ad account, and grant it."""
    asset_id = ad_account(world, nora, name)
    kind = AdAccountRequestKind.ACCESS
    number = number_of(world, nora, asset_id)
    asked = ad_account_requests.ask(world.context, otto, number, kind, AssetRole.ANALYST, "", name)
    ad_account_requests.answer(world.context, advertiser(world, nora), asked.id, True)
    return asset_id


def test_a_partner_is_off_boarded_from_shares_and_from_what_it_asked_for_alone(world, nora, otto, partner):
    asset_id = direct_access(world, nora, otto)
    reach = offboarding.reach(world.context, nora, partner)
    assert lines(reach) == [(G.TIKTOK_ACCOUNTS, "@mara"), (G.AD_ACCOUNTS, "Autumn")]

    receipt = end_all(world, nora, partner)

    assert (receipt.way, receipt.subject) == (EndWay.PARTNERSHIP, "Otter Works")
    assert receipt.counts[EffectKind.AD_ACCOUNT_LOST] == 1
    assert partners.get(world.context, nora, partner.id).state is PartnershipState.ENDED
    assert ad_accounts.list_all(world.context, otto) == ()
    assert ad_accounts.get(world.context, nora, asset_id).name == "Autumn"
    assert {"partner_removed", "ad_account_access_ended"} <= set(world.actions(nora))


def test_what_a_partner_asked_for_alone_can_be_left_out(world, nora, otto, partner):
    asset_id = direct_access(world, nora, otto)
    offboarding.end(world.context, nora, partner, ())
    assert ad_accounts.get(world.context, otto, asset_id).name == "Autumn"


def test_an_open_request_of_a_partner_is_withdrawn(world, nora, otto, partner):
    asset_id = ad_account(world, nora, "Autumn")
    number = number_of(world, nora, asset_id)
    kind = AdAccountRequestKind.ACCESS
    asked = ad_account_requests.ask(world.context, otto, number, kind, AssetRole.ANALYST, "", "key")
    end_all(world, nora, partner)
    assert ad_account_requests.get(world.context, otto, asked.id).state.value == "cancelled"


def test_what_a_partner_shares_with_us_stays_unless_chosen(world, nora, otto, partner):
    theirs = link(world, otto, "omar")
    row = invite(world.context, otto, nora.business_center_id, theirs)
    partners.accept(world.context, nora, row.id)
    reach = offboarding.reach(world.context, nora, partner)
    (line,) = [line for line in reach.lines if line.group is G.OTHER_WAY]
    assert (line.id, line.name, line.is_chosen) == (row.id, "Otter Works", False)

    offboarding.end(world.context, nora, partner, {line.id})

    assert partners.get(world.context, nora, row.id).state is PartnershipState.ENDED


def test_an_admin_without_the_ad_account_is_told_who_can_end_it(world, nora, otto, partner):
    direct_access(world, nora, otto)
    ida = world.standard_member(nora, "Ida")
    members.change_role(world.context, nora, holder_of(world, ida).id, nora.role, None)
    reach = offboarding.reach(world.context, ida, partner)
    (line,) = [line for line in reach.lines if line.group is G.AD_ACCOUNTS]
    assert line.helpers == ("Nora",)
    assert line.id not in reach.chosen


# ------------------------------------------------------------------ a client
def client(link_id):
    return Subject(SubjectKind.CLIENT, link_id)


def test_a_client_goes_with_people_partners_ad_accounts_and_open_codes(world, nora, sam, partner, mara_link):
    give(world, nora, mara_link, holder_of(world, sam), OPERATOR)
    ad_link(world, nora, ad_account(world, nora), mara_link)
    world.request(nora, LIVE, expected_handle="mara")

    reach = offboarding.reach(world.context, nora, client(mara_link))
    assert (reach.name, lines(reach)) == (
        "@mara",
        [(G.AD_ACCOUNTS, "Spring"), (G.PEOPLE, "Sam"), (G.PARTNERS, "Otter Works"), (G.CODES, "@mara")],
    )
    receipt = end_all(world, nora, client(mara_link))

    assert (receipt.way, receipt.subject) == (EndWay.CLIENT, "@mara")
    assert tiktok_accounts.get(world.context, nora, mara_link).state.value == "disconnected"
    assert grants.my_grants(world.context, sam) == ()
    assert {row.state.value for row in access_requests.list_all(world.context, nora)} == {"approved", "cancelled"}
    with pytest.raises(LinkNotActive):
        end_all(world, nora, client(mara_link))


def test_a_client_who_is_a_member_and_owns_an_ad_account_goes_wholly_when_chosen(world, nora):
    otto = world.center("Otter Works", "Otto")
    link_id = link_of_person(world, nora, otto)
    own = personal_ad_account(world, advertiser(world, otto))
    granted_to(world, nora, advertiser(world, otto), own)
    joins(world, nora, otto)
    reach = offboarding.reach(world.context, nora, client(link_id))
    assert lines(reach) == [(G.OWN_AD_ACCOUNTS, "Own shop"), (G.MEMBERSHIP, "Otto")]
    assert reach.chosen == frozenset()

    receipt = offboarding.end(world.context, nora, reach.subject, [line.id for line in reach.lines])

    assert receipt.counts[EffectKind.MEMBERSHIP_ENDS] == 1
    assert ad_accounts.list_all(world.context, nora) == ()
    assert [row.name for row in members.list_all(world.context, nora).rows if row.status is MemberStatus.BOUND] == [
        "Nora"
    ]


def test_of_an_account_a_partner_shares_nothing_is_off_boarded(world, otto, partner):
    (row,) = tiktok_accounts.list_all(world.context, otto)
    with pytest.raises(BelongsToOther):
        offboarding.reach(world.context, otto, client(row.id))


def link_of_person(world, actor, person):
    """Link the TikTok account the person logs in with."""
    handle = f"{person.name.lower()}_tt"
    phone = next(phone for phone in world.phones.values() if any(a.handle == handle for a in phone.accounts()))
    world.approve(world.request(actor, expected_handle=handle), phone)
    return next(row.id for row in tiktok_accounts.list_all(world.context, actor) if row.handle == handle)


def joins(world, actor, person):
    """Make a person a Standard member of the Business Center of ``actor``."""
    row = Member(
        id=new_id(),
        business_center_id=actor.business_center_id,
        person_id=person.person_id,
        role=BusinessCenterRole.STANDARD,
        status=MemberStatus.BOUND,
        joined_at=world.clock.now(),
    )
    world.store.run(lambda unit: unit.session.add(row))


def test_kinds_of_assets_stand_in_their_groups():
    from bcdesktop.services._offboarding_lines import group_of

    assert [group_of(kind) for kind in AssetKind] == [
        *(G.TIKTOK_ACCOUNTS, G.TIKTOK_ACCOUNTS, G.AD_ACCOUNTS, G.OTHER_ASSETS, G.OTHER_ASSETS, G.OTHER_ASSETS),
    ]
