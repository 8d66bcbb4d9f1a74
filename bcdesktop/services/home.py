"""What Home shows, and the counts beside the pages. Counted by the store: it has to be quick with thousands of rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlmodel import Session

from bcdesktop.core.errors import NotFound
from bcdesktop.core.policy import Action, may
from bcdesktop.services import _admin_requests, _commands
from bcdesktop.services._home_accounts import HomeAccounts
from bcdesktop.services._home_ads import HomeAds
from bcdesktop.services._home_people import HomePeople
from bcdesktop.services.context import Context
from bcdesktop.services.home_records import HomeNeeds
from bcdesktop.services.records import Actor, Home, Step
from bcdesktop.store.tables import Member

_SOON = timedelta(minutes=5)


def overview(context: Context, actor: Actor) -> Home:
    """Return the counts and first steps; a Standard member gets zero for what they may not see.

    ``expiring`` counts codes with less than five minutes left. Raises NotFound for somebody who is no member.
    """
    now = context.clock.now()
    with context.store.read() as session:
        member = _member(session, actor)
        accounts, people = HomeAccounts(session, member, now), HomePeople(session, actor.business_center_id, now)
        ads, has_accounts = HomeAds(session, member), accounts.has_accounts()
        sees_members = may(Action.SEE_MEMBERS, member.role)
        waiting, expired = people.invitations() if sees_members else (0, 0)
        return Home(
            codes_waiting=accounts.requests_waiting(),
            expiring=accounts.requests_waiting(_SOON),
            accounts_to_confirm=accounts.to_confirm_count(),
            accounts_not_ready=accounts.not_ready_count(),
            accounts=accounts.active(),
            first_steps=(
                Step("create_business_center", done=True),
                Step("add_tiktok_account", done=has_accounts or accounts.has_requests()),
                Step("get_it_approved", done=has_accounts),
                Step("give_access", done=people.has_grants()),
                Step("link_ad_account", done=ads.has_links()),
            ),
            ad_accounts=ads.ad_accounts(),
            ads=ads.running(),
            invitations_waiting=waiting,
            invitations_expired=expired,
            asked=people.asked_count() if may(Action.ANSWER_ADMIN_REQUEST, member.role) else 0,
            partners_waiting=people.partners_waiting() if may(Action.SEE_PARTNERS, member.role) else 0,
        )


def needs(context: Context, actor: Actor) -> HomeNeeds:
    """Return what needs this person now. Raises NotFound for somebody who is no member."""
    now = context.clock.now()
    with context.store.read() as session:
        member = _member(session, actor)
        accounts, people = HomeAccounts(session, member, now), HomePeople(session, actor.business_center_id, now)
        found = HomeNeeds(
            waiting=accounts.waiting(),
            to_confirm=accounts.to_confirm(),
            not_ready=accounts.not_ready(),
            mine=_admin_requests.records(session, _admin_requests.own_of(actor, now)),
        )
        return _with_people(found, accounts, people) if may(Action.SEE_MEMBERS, member.role) else found


def _with_people(found: HomeNeeds, accounts: HomeAccounts, people: HomePeople) -> HomeNeeds:
    """Add what only those who manage the Business Center see."""
    invitations_waiting, invitations_expired = people.invitations()
    mails_waiting, mails_failed = people.mails()
    admins, members = people.members()
    return replace(
        found,
        asked=people.asked(),
        without_members=accounts.without_members(),
        partner_invitations=people.partner_invitations(),
        invitations_waiting=invitations_waiting,
        invitations_expired=invitations_expired,
        members_without_accounts=people.members_without_accounts(),
        mails_waiting=mails_waiting,
        mails_failed=mails_failed,
        admins=admins,
        members=members,
    )


def _member(session: Session, actor: Actor) -> Member:
    member = _commands.working_member(session, actor)
    if member is None:
        raise NotFound("business_center", actor.business_center_id)
    return member
