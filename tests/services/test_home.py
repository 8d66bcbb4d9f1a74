"""What Home counts and names (A2-34, domain.md 13.7, 13.13)."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.invitations import InvitationState, hash_of_code
from bcdesktop.core.mails import MailKind, MailState, MailText
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole, BusinessCenterRole
from bcdesktop.services import _mails, admin_requests, home, outbox, readiness, tiktok_accounts
from bcdesktop.store.tables import Invitation, PartnerShare, Partnership
from tests.services.ad_scene import running_ad, set_ad_role
from tests.services.ad_world import ad_account, ad_link
from tests.services.world import LIVE


def link(world, actor, handle="mara", **request):
    wanted = world.request(actor, expected_handle=handle, **request)
    return world.approve(wanted, world.sign_up(handle)).result.link_id


def steps(world, actor):
    return [step.name for step in home.overview(world.context, actor).first_steps if step.done]


def invitation(world, actor, email, *, days=7.0):
    def work(unit):
        unit.session.add(
            Invitation(
                id=uuid.uuid4().hex,
                business_center_id=actor.business_center_id,
                email=email,
                role=BusinessCenterRole.STANDARD,
                state=InvitationState.PENDING,
                accounts=[],
                code_hash=hash_of_code(email),
                invited_by=actor.person_id,
                created_at=unit.now,
                expires_at=unit.now + timedelta(days=days),
                sent_at=unit.now,
            )
        )

    world.store.run(work)


def partnership(world, owner, partner, state=PartnershipState.PENDING, link_id=None):
    def work(unit):
        row = Partnership(
            id=uuid.uuid4().hex,
            owner_center_id=owner.business_center_id,
            owner_name=owner.business_center_name,
            partner_center_id=partner.business_center_id,
            state=state,
            invited_by=owner.name,
            created_at=unit.now,
        )
        share = PartnerShare(
            id=uuid.uuid4().hex,
            partnership_id=row.id,
            link_id=link_id,
            account_id="1",
            handle="mara",
            display_name="Mara",
            role=AssetRole.ANALYST,
            shared_at=unit.now,
            shared_by=owner.name,
        )
        unit.session.add_all((row, share))
        return row.id

    return world.store.run(work)


def mail(world, actor, **values):
    def work(unit):
        row = _mails.put(
            unit,
            MailKind.NOTE,
            "bela@example.com",
            MailText("Hello", "Text"),
            business_center_id=actor.business_center_id,
            from_name="Lantern Media",
        )
        for name, value in values.items():
            setattr(row, name, value)

    world.store.run(work)


def test_the_fourth_step_is_giving_a_member_access(world, nora):
    link_id = link(world, nora)
    assert steps(world, nora) == ["create_business_center", "add_tiktok_account", "get_it_approved"]
    tiktok_accounts.give_me_operator(world.context, nora, link_id)
    assert steps(world, nora)[-1] == "give_access"


def test_the_fifth_step_is_linking_the_account_to_an_ad_account(world, nora):
    link_id = link(world, nora)
    tiktok_accounts.give_me_operator(world.context, nora, link_id)
    ad_link(world, nora, ad_account(world, nora), link_id)
    assert steps(world, nora)[-1] == "link_ad_account"
    assert len(steps(world, nora)) == 5


def test_home_counts_ad_accounts_and_running_ads(world, nora):
    link_id, asset_id = link(world, nora), ad_account(world, nora)
    running_ad(world, nora, asset_id, link_id=link_id)
    overview = home.overview(world.context, nora)
    assert (overview.accounts, overview.ad_accounts, overview.ads) == (1, 1, 1)
    tiktok_accounts.disconnect(world.context, nora, link_id)
    assert home.overview(world.context, nora).ads == 0


def test_a_standard_member_counts_what_was_given_to_them(world, nora):
    asset_id = ad_account(world, nora)
    ad_account(world, nora, "Autumn")
    sam = world.standard_member(nora)
    assert home.overview(world.context, sam).ad_accounts == 0
    set_ad_role(world, sam, asset_id, AssetRole.ANALYST)
    assert home.overview(world.context, sam).ad_accounts == 1


def test_an_unfit_account_is_told_with_the_ad_account_it_is_linked_to(world, nora):
    link_id = link(world, nora, permissions=LIVE)
    assert home.needs(world.context, nora).not_ready.count == 1
    ad_link(world, nora, ad_account(world, nora), link_id)
    assert home.needs(world.context, nora).not_ready.count == 0
    assert readiness.summary(world.context, nora).not_ready == 1


def test_an_account_given_to_nobody_is_named(world, nora):
    link(world, nora, "mara")
    given = link(world, nora, "bela")
    tiktok_accounts.give_me_operator(world.context, nora, given)
    lonely = home.needs(world.context, nora).without_members
    assert (lonely.count, [row.handle for row in lonely.rows]) == (1, ["mara"])


def test_an_account_shared_with_a_partner_is_not_without_anybody(world, nora):
    otto = world.center("Otter Works", "Otto")
    partnership(world, nora, otto, link_id=link(world, nora))
    assert home.needs(world.context, nora).without_members.count == 0


def test_an_account_that_ran_out_needs_nobody(world, nora):
    wanted = world.request(nora, expected_handle="mara")
    world.approve(wanted, world.sign_up("mara"), ends_at=world.clock.now() + timedelta(days=3))
    assert home.needs(world.context, nora).without_members.count == 1
    world.wait(days=4)
    found = home.needs(world.context, nora)
    assert found.without_members.count == 0
    assert home.overview(world.context, nora).accounts == 0


def test_only_a_few_are_read_and_the_rest_is_counted(world, nora):
    for number in range(7):
        link(world, nora, f"mara{number}")
    lonely = home.needs(world.context, nora).without_members
    assert (len(lonely.rows), lonely.count, lonely.more) == (5, 7, 2)


@pytest.mark.parametrize(
    ("permissions", "account", "problem"),
    [
        (LIVE, {}, "permissions_missing"),
        (None, {"is_public": False}, "account_private"),
        (None, {"is_political": True}, "political"),
        (None, {"is_business": False}, "account_unavailable"),
        (None, {}, None),
    ],
)
def test_what_is_not_ready_for_spark_ads_is_the_same_as_in_the_list(world, nora, permissions, account, problem):
    wanted = world.request(nora, *([permissions] if permissions else []), expected_handle="mara")
    world.approve(wanted, world.sign_up("mara"))
    world.change_account("mara", **account)
    found = home.needs(world.context, nora).not_ready
    listed = [row.spark_problem for row in tiktok_accounts.list_all(world.context, nora) if row.spark_problem]
    assert [row.spark_problem for row in found.rows] == listed == ([problem] if problem else [])
    assert home.overview(world.context, nora).accounts_not_ready == found.count == len(listed)


def test_members_who_see_nothing_are_counted_until_they_are_given_something(world, nora):
    sam = world.standard_member(nora)
    link_id = link(world, nora)
    assert home.needs(world.context, nora).members_without_accounts == 1
    world.give(sam, link_id)
    assert home.needs(world.context, nora).members_without_accounts == 0
    tiktok_accounts.disconnect(world.context, nora, link_id)
    assert home.needs(world.context, nora).members_without_accounts == 1


def test_invitations_wait_and_run_out_by_the_clock(world, nora):
    invitation(world, nora, "bela@example.com")
    invitation(world, nora, "cleo@example.com", days=1)
    assert home.overview(world.context, nora).invitations_waiting == 2
    world.wait(days=2)
    overview = home.overview(world.context, nora)
    assert (overview.invitations_waiting, overview.invitations_expired) == (1, 1)


def test_a_partner_that_waits_for_an_answer_is_named_to_the_partner_only(world, nora):
    otto = world.center("Otter Works", "Otto")
    partnership(world, otto, nora)
    found = home.needs(world.context, nora).partner_invitations
    assert [(row.name, row.accounts) for row in found.rows] == [("Otter Works", 1)]
    assert home.needs(world.context, otto).partner_invitations.count == 0


def test_an_accepted_partnership_waits_for_nobody(world, nora):
    partnership(world, world.center("Otter Works", "Otto"), nora, PartnershipState.ACTIVE)
    assert home.needs(world.context, nora).partner_invitations.count == 0


def test_mails_are_counted_as_the_outbox_counts_them(world, nora):
    request = world.request(nora, expected_handle="mara")
    mail(world, nora)
    mail(world, nora, read_at=world.clock.now())
    mail(world, nora, state=MailState.SENT)
    mail(world, nora, state=MailState.FAILED)
    mail(world, nora, state=MailState.SENDING, sent_at=world.clock.now())
    mail(world, nora, about_id=request.id, kind=MailKind.CODE)
    found = home.needs(world.context, nora)
    assert (found.mails_waiting, found.mails_failed) == (2, 1)
    assert outbox.waiting(world.context, nora) == 3
    world.wait(hours=25)
    found = home.needs(world.context, nora)
    assert (found.mails_waiting, found.mails_failed) == (1, 2)
    assert outbox.waiting(world.context, nora) == 3


def test_admins_and_members_are_counted(world, nora):
    world.standard_member(nora)
    found = home.needs(world.context, nora)
    assert (found.admins, found.members) == (1, 2)


def test_what_people_ask_stands_on_home_and_its_answer_on_theirs(world, nora):
    sam = world.standard_member(nora)
    asked = admin_requests.ask(world.context, sam, AdminRequestSubject.REMOVE_ME)
    assert home.needs(world.context, nora).asked.rows == (asked,)
    assert home.overview(world.context, nora).asked == 1
    assert home.needs(world.context, sam).mine == (asked,)
    answered = admin_requests.answer(world.context, nora, asked.id, done=True, answer="Bye")
    assert home.needs(world.context, sam).mine == (answered,)
    assert home.overview(world.context, nora).asked == 0


def test_a_standard_member_learns_nothing_about_people_partners_and_mails(world, nora):
    sam = world.standard_member(nora)
    tess = world.standard_member(nora, "Tess")
    link(world, nora)
    invitation(world, nora, "bela@example.com")
    partnership(world, world.center("Otter Works", "Otto"), nora)
    mail(world, nora)
    admin_requests.ask(world.context, tess, AdminRequestSubject.REMOVE_ME)
    world.request(nora)
    found = home.needs(world.context, sam)
    assert found == type(found)(found.waiting, found.to_confirm, found.not_ready)
    assert found.waiting.count == 0
    overview = home.overview(world.context, sam)
    assert (overview.invitations_waiting, overview.asked, overview.codes_waiting) == (0, 0, 0)


def test_a_standard_member_is_told_about_their_own_accounts_only(world, nora):
    sam = world.standard_member(nora)
    request = world.request(nora, LIVE, expected_handle="mara")
    world.give(sam, world.approve(request, world.sign_up("mara")).result.link_id)
    world.approve(world.request(nora, LIVE, expected_handle="bela"), world.sign_up("bela"))
    assert [row.handle for row in home.needs(world.context, sam).not_ready.rows] == ["mara"]


def test_other_business_centers_do_not_count(world, nora):
    otto = world.center("Otter Works", "Otto")
    tiktok_accounts.give_me_operator(world.context, nora, link(world, nora))
    invitation(world, nora, "bela@example.com")
    mail(world, nora)
    world.standard_member(nora)
    found = home.needs(world.context, otto)
    assert (found.admins, found.members, found.mails_waiting, found.invitations_waiting) == (1, 1, 0, 0)
    assert steps(world, otto) == ["create_business_center"]
