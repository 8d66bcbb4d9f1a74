"""What happened in, or belongs to, another Business Center of the same person than the one that is open (A2-46)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.core.errors import NotFound
from bcdesktop.core.policy import Action, may
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services import _commands
from bcdesktop.services.context import Context
from bcdesktop.services.people_records import AccountElsewhere
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import AccessRequest, BusinessCenter, Member, MemberTikTokAccount, TikTokAccountLink

JUST_NOW = timedelta(minutes=5)
SHORTEST_SEARCH = 2
MOST_FOUND = 5


def answered(context: Context, actor: Actor, request_ids: Iterable[str]) -> tuple[AccountElsewhere, ...]:
    """Return those of the requests that were approved just now and belong to another Business Center of the person.

    Only where the person may see requests. Raises NotFound for somebody who is no member of the open one.
    """
    rows = (
        select(AccessRequest.id, AccessRequest.answered_handle, BusinessCenter.id, BusinessCenter.name)
        .join(BusinessCenter, col(BusinessCenter.id) == col(AccessRequest.business_center_id))
        .join(Member, col(Member.business_center_id) == col(BusinessCenter.id))
        .where(
            *_others(actor),
            col(Member.role).in_(_roles_that_may(Action.SEE_REQUESTS)),
            col(AccessRequest.id).in_(tuple(request_ids)),
            AccessRequest.state == RequestState.APPROVED,
            col(AccessRequest.decided_at) >= context.clock.now() - JUST_NOW,
        )
        .order_by(col(AccessRequest.decided_at), col(AccessRequest.id))
    )
    with context.store.read() as session:
        _require_member(session, actor)
        return tuple(
            AccountElsewhere(id_, handle or "", center_id, name) for id_, handle, center_id, name in session.exec(rows)
        )


def find_account(context: Context, actor: Actor, text: str) -> tuple[AccountElsewhere, ...]:
    """Return accounts whose handle holds ``text`` and that are linked to another Business Center of the person.

    A Standard member finds what was given to them there. At most five; none for a single letter. Raises NotFound for
    somebody who is no member of the open one.
    """
    wanted = text.strip().removeprefix("@").casefold()
    sees_all = _roles_that_may(Action.SEE_TIKTOK_ACCOUNTS)
    given = select(MemberTikTokAccount.link_id).where(MemberTikTokAccount.member_id == Member.id)
    now = context.clock.now()
    rows = (
        select(TikTokAccountLink.id, TikTokAccountLink.handle, BusinessCenter.id, BusinessCenter.name)
        .join(BusinessCenter, col(BusinessCenter.id) == col(TikTokAccountLink.business_center_id))
        .join(Member, col(Member.business_center_id) == col(BusinessCenter.id))
        .where(
            *_others(actor),
            TikTokAccountLink.state == LinkState.ACTIVE,
            or_(col(TikTokAccountLink.ends_at).is_(None), col(TikTokAccountLink.ends_at) > now),
            col(TikTokAccountLink.handle).contains(wanted, autoescape=True),
            or_(col(Member.role).in_(sees_all), col(TikTokAccountLink.id).in_(given)),
        )
        .order_by(col(TikTokAccountLink.handle), BusinessCenter.name)
        .limit(MOST_FOUND)
    )
    with context.store.read() as session:
        _require_member(session, actor)
        if len(wanted) < SHORTEST_SEARCH:
            return ()
        return tuple(AccountElsewhere(*row) for row in session.exec(rows))


def _others(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """Return what makes a joined member row one of the same person in another Business Center."""
    return (
        col(Member.person_id) == actor.person_id,
        col(Member.status) == MemberStatus.BOUND,
        col(BusinessCenter.id) != actor.business_center_id,
    )


def _roles_that_may(action: Action) -> tuple[BusinessCenterRole, ...]:
    return tuple(role for role in BusinessCenterRole if may(action, role))


def _require_member(session: Session, actor: Actor) -> None:
    if _commands.working_member(session, actor) is None:
        raise NotFound("business_center", actor.business_center_id)
