"""What can be known about an account before it is asked, and before its answer counts."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import Kind, LinkState, RequestState
from bcdesktop.core.drafts import Draft
from bcdesktop.core.errors import RuleRefused
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.core.policy import Action, OwnerAction, may, owner_may
from bcdesktop.services import _commands, _relinking
from bcdesktop.services.context import Context
from bcdesktop.services.errors import (
    AccountPrivate,
    AccountUnfit,
    AlreadyLinked,
    BusinessCenterLimitReached,
    ClaimedElsewhere,
    OwnerIsBusinessCenter,
    TooManyRequests,
)
from bcdesktop.services.records import Actor, Check, HandleCheck, Preflight
from bcdesktop.store.tables import AccessRequest, BusinessCenter, DirectoryAccount, Person, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def account_by_handle(session: Session, handle: str | None) -> DirectoryAccount | None:
    """Return the account of the directory with this handle in its one form."""
    if handle is None:
        return None
    return session.exec(select(DirectoryAccount).where(DirectoryAccount.handle == handle)).first()


def active_link(session: Session, business_center_id: str, account_id: str) -> TikTokAccountLink | None:
    """Return the active link between the two."""
    rows = select(TikTokAccountLink).where(
        TikTokAccountLink.business_center_id == business_center_id,
        TikTokAccountLink.account_id == account_id,
        TikTokAccountLink.state == LinkState.ACTIVE,
    )
    return session.exec(rows).first()


def active_links_of_center(session: Session, business_center_id: str) -> int:
    """Count the accounts of a Business Center, links of any kind (decisions.md, Limits)."""
    rows = select(func.count(col(TikTokAccountLink.id))).where(
        TikTokAccountLink.business_center_id == business_center_id, TikTokAccountLink.state == LinkState.ACTIVE
    )
    return session.exec(rows).one()


def active_links_of_account(session: Session, account_id: str) -> int:
    """Count the Business Centers of an account, links of any kind."""
    rows = select(func.count(col(TikTokAccountLink.id))).where(
        TikTokAccountLink.account_id == account_id, TikTokAccountLink.state == LinkState.ACTIVE
    )
    return session.exec(rows).one()


def owning_center(session: Session, account_id: str) -> BusinessCenter | None:
    """Return the Business Center that claimed the account, which may be on no phone of this store."""
    account = session.get(DirectoryAccount, account_id)
    if account is not None:
        return None if account.claimed_by is None else session.get(BusinessCenter, account.claimed_by)
    rows = (
        select(BusinessCenter)
        .join(TikTokAccountLink, col(TikTokAccountLink.business_center_id) == col(BusinessCenter.id))
        .where(
            TikTokAccountLink.account_id == account_id,
            TikTokAccountLink.state == LinkState.ACTIVE,
            TikTokAccountLink.kind == Kind.CLAIM,
        )
    )
    return session.exec(rows).first()


def fitness_problem(account: DirectoryAccount) -> RuleRefused | None:
    """Return why ``account`` cannot be used for ads (domain.md 1.3.6 and 1.3.7), or None."""
    if not account.is_public:
        return AccountPrivate(account.handle)
    if account.is_political:
        return AccountUnfit(account.handle, "political")
    if not account.scope_available:
        return AccountUnfit(account.handle, "scope_unavailable")
    if not account.is_business:
        return AccountUnfit(account.handle, "not_business_account")
    return None


def ownership_problem(
    session: Session, business_center_id: str, account_id: str, handle: str, kind: Kind
) -> RuleRefused | None:
    """Return why the phone cannot answer this kind of request for the account (decisions.md, Claim), or None."""
    owner = owning_center(session, account_id)
    claimed = owner is not None and owner.id != business_center_id
    if owner is None or owner_may(OwnerAction.APPROVE_REQUEST, claimed=claimed):
        return None
    return ClaimedElsewhere(handle) if kind is Kind.CLAIM else OwnerIsBusinessCenter(handle, owner.name)


def adds_nothing(link: TikTokAccountLink, kind: Kind, wanted: PermissionSet) -> bool:
    """Tell whether a link has everything that is asked for; a claim adds ownership to a plain link."""
    becomes_claim = kind is Kind.CLAIM and link.kind is not Kind.CLAIM
    return not becomes_claim and PermissionSet.from_scope(link.scope).covers(wanted)


def check_handle(session: Session, business_center_id: str, handle: str, kind: Kind) -> HandleCheck:
    """See ``access_requests.check_handle``."""
    account = account_by_handle(session, handle)
    if account is None:
        ended = _relinking.last_ending(session, business_center_id, handle=handle)
        return HandleCheck(handle, known=False, display_name=None, problem=None, ended=ended)
    link = active_link(session, business_center_id, account.id)
    linked = link is not None and not (kind is Kind.CLAIM and link.kind is not Kind.CLAIM)
    problem = ownership_problem(session, business_center_id, account.id, handle, kind) or fitness_problem(account)
    if link is not None and linked:
        problem = AlreadyLinked(handle, link.id)
    ended = _relinking.last_ending(session, business_center_id, account_id=account.id)
    return HandleCheck(handle, known=True, display_name=account.display_name, problem=problem, ended=ended)


def refuse_hopeless(
    context: Context,
    unit: UnitOfWork,
    business_center_id: str,
    draft: Draft,
    handle: str | None,
    *,
    replaced: AccessRequest | None,
) -> None:
    """Raise for a request that no answer could make a link of, or that floods its owner."""
    session = unit.session
    account = account_by_handle(session, handle)
    link = None if account is None else active_link(session, business_center_id, account.id)
    if link is not None and adds_nothing(link, draft.kind, draft.permissions):
        raise AlreadyLinked(link.handle, link.id)
    maximum = context.limits.tiktok_accounts_per_business_center
    current = active_links_of_center(session, business_center_id)
    if link is None and current >= maximum:
        raise BusinessCenterLimitReached(maximum, current)
    if account is not None and draft.kind is Kind.CLAIM:
        problem = ownership_problem(session, business_center_id, account.id, account.handle, draft.kind)
        if problem is not None:
            raise problem
    if handle is not None:
        _refuse_flood(context, unit, business_center_id, handle, replaced)


def _refuse_flood(
    context: Context, unit: UnitOfWork, business_center_id: str, handle: str, replaced: AccessRequest | None
) -> None:
    """Hold to security.md 1.3, A9: at most 3 open requests per owner and centre, 10 per hour."""
    to_owner = select(func.count(col(AccessRequest.id))).where(AccessRequest.expected_handle == handle)
    still_open = to_owner.where(
        AccessRequest.business_center_id == business_center_id,
        AccessRequest.state == RequestState.PENDING,
        AccessRequest.expires_at >= unit.now,
        AccessRequest.id != ("" if replaced is None else replaced.id),
    )
    maximum = context.limits.open_requests_per_owner_and_business_center
    if unit.session.exec(still_open).one() >= maximum:
        raise TooManyRequests(maximum)
    per_hour = context.limits.requests_per_hour_for_owner
    recent = to_owner.where(AccessRequest.created_at > unit.now - timedelta(hours=1))
    if unit.session.exec(recent).one() >= per_hour:
        raise TooManyRequests(per_hour)


def preflight(context: Context, session: Session, actor: Actor) -> Preflight:
    """See ``access_requests.preflight``."""
    member = _commands.require(session, actor, Action.SEE_ADD_TIKTOK_ACCOUNT)
    person = session.get_one(Person, actor.person_id)
    maximum = context.limits.tiktok_accounts_per_business_center
    current = active_links_of_center(session, actor.business_center_id)
    is_admin = may(Action.REQUEST_TIKTOK_ACCOUNT, member.role)
    return Preflight(
        (
            Check("tiktok_account", None, {"own_handle": person.tiktok_handle}),
            Check("business_center", True, {"name": actor.business_center_name}),
            Check("admin", is_admin, {"admins": _commands.admin_names(session, actor.business_center_id)}),
            Check("owner_ready", None, {}),
            Check("store_key", context.keys.is_unlocked, {}),
            Check("room", current < maximum, {"maximum": maximum, "current": current}),
        )
    )
