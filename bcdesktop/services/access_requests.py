"""Requests for TikTok accounts: make, renew, cancel, look at them, and take the answer."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import col, select

from bcdesktop.core.access_requests import Kind, Method, RequestEvent, RequestState, next_state
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.drafts import Draft, parse_draft
from bcdesktop.core.errors import NotFound
from bcdesktop.core.ids import parse_handle
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.core.policy import Action
from bcdesktop.services import _answers, _checks, _commands, _due, _new_request, _relinking
from bcdesktop.services._rows import request_row, request_state
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import NoHandleForNotification, RequestNotOpen, RequestReplaced
from bcdesktop.services.records import Actor, AnswerResult, HandleCheck, Preflight, RequestRow
from bcdesktop.store.tables import AccessRequest, BusinessCenter, Person, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def create(context: Context, actor: Actor, draft: Draft, key: str) -> RequestRow:
    """Sign and keep a request; ``key`` (any unique text) makes a repeated call give the same row.

    More permissions for an account that is linked already are a request like any other: approved, it extends the link.
    Raises NotAllowed, InputRefused, NoHandleForNotification, HandleUnknown, OwnAccountMissing, TooManyRequests,
    AlreadyLinked, ClaimedElsewhere, BusinessCenterLimitReached, StoreKeyLocked, ClockMovedBack; EndedOnPurpose where
    access was ended on purpose and ``draft.asks_again`` does not say that it is meant (A0-45).
    """
    if draft.method is Method.NOTIFICATION and draft.kind is not Kind.OWN and not (draft.expected_handle or "").strip():
        raise NoHandleForNotification
    checked = parse_draft(draft, context.clock.now())
    action = Action.CLAIM_TIKTOK_ACCOUNT if draft.kind is Kind.CLAIM else Action.REQUEST_TIKTOK_ACCOUNT

    def work(unit: UnitOfWork) -> str:
        row = _new_request.add(context, unit, actor, checked)
        _note(unit, actor, row, ActivityAction.REQUEST_CREATED, _asked(unit, row))
        return row.id

    return get(context, actor, _commands.run(context, actor, action, work, key=key))


def renew(context: Context, actor: Actor, request_id: str, key: str, *, asks_again: bool = False) -> RequestRow:
    """Make a new code with the same choices; the old one then says it was replaced (decisions.md, Request and link).

    Raises as ``create``, RequestNotOpen for an approved one, RequestReplaced where that was done before.
    """

    def work(unit: UnitOfWork) -> str:
        old = _own(unit, actor, request_id)
        draft = replace(_draft_of(old), asks_again=asks_again)
        return _put_in_place(context, unit, actor, old, draft, ActivityAction.REQUEST_RENEWED)

    return get(context, actor, _commands.run(context, actor, Action.REQUEST_TIKTOK_ACCOUNT, work, key=f"renew:{key}"))


def send_notification_instead(
    context: Context, actor: Actor, request_id: str, handle: str, key: str, *, asks_again: bool = False
) -> RequestRow:
    """Ask the same of ``handle`` by notification and withdraw the code, in one transaction (A2-42).

    Raises as ``renew``, NoHandleForNotification where ``handle`` is empty and HandleUnknown where nobody has it.
    """
    if not handle.strip():
        raise NoHandleForNotification

    def work(unit: UnitOfWork) -> str:
        old = _own(unit, actor, request_id)
        draft = replace(
            _draft_of(old), method=Method.NOTIFICATION, expected_handle=handle, life=None, asks_again=asks_again
        )
        return _put_in_place(context, unit, actor, old, draft, ActivityAction.REQUEST_CREATED)

    done = _commands.run(context, actor, Action.REQUEST_TIKTOK_ACCOUNT, work, key=f"notification:{key}")
    return get(context, actor, done)


def cancel(context: Context, actor: Actor, request_id: str) -> RequestRow:
    """Withdraw a pending request. Raises NotAllowed, RequestNotOpen, NotFound."""

    def work(unit: UnitOfWork) -> None:
        row = _own(unit, actor, request_id)
        state = request_state(row, unit.now)
        expected = {"state": RequestState.PENDING}
        cancelled = {"state": RequestState.CANCELLED, "decided_at": unit.now}
        if state is not RequestState.PENDING or not unit.compare_and_set(AccessRequest, row.id, expected, cancelled):
            raise RequestNotOpen(state)
        _note(unit, actor, row, ActivityAction.REQUEST_CANCELLED)

    _commands.run(context, actor, Action.CANCEL_REQUEST, work)
    return get(context, actor, request_id)


def get(context: Context, actor: Actor, request_id: str) -> RequestRow:
    """Return one request. Raises NotAllowed, NotFound."""
    found = _rows(context, actor, request_id)
    if not found:
        raise NotFound("access_request", request_id)
    return found[0]


def list_all(context: Context, actor: Actor) -> tuple[RequestRow, ...]:
    """Return every request of the Business Center, newest first. Raises NotAllowed."""
    return _rows(context, actor)


def receive_answer(context: Context, text: str) -> AnswerResult:
    """Take an answer (AP1) that arrived from a phone of this store, or as text, file or picture; needs no store key.

    The same answer again gives the first result again. A refused answer is logged, changes no link, and raises
    CodeRefused, CodeForOtherStore, AnswerFromWrongKey, AlreadyAnswered, RequestReplaced, RequestCancelled,
    RequestFailed, AnswerTooLate, AnswerBeforeIssue, WrongAccount, AnswerWider, AccountPrivate, AccountUnfit,
    OwnerIsBusinessCenter, ClaimedElsewhere, UnverifiedOwnerForbidden, AlreadyLinked, AccountLimitReached,
    BusinessCenterLimitReached or ClockMovedBack; AccessEndedSince where access was ended on purpose after the request
    was made, also for an answer that was taken before (A0-45). Only ClaimedElsewhere and the limits end the request (as
    FAILED).
    """
    return _answers.receive(context, text)


def expire_due(context: Context) -> int:
    """Do what the clock alone decides; return how many.

    Requests whose time is over become EXPIRED; links, grants and partnerships past their end run out.
    """
    return _due.settle(context)


def preflight(context: Context, actor: Actor) -> Preflight:
    """Check what is needed before starting (A2-11 to A2-15). Raises NotAllowed."""
    with _commands.reading(context, actor, Action.SEE_ADD_TIKTOK_ACCOUNT) as session:
        return _checks.preflight(context, session, actor)


def check_handle(context: Context, actor: Actor, handle: str, kind: Kind) -> HandleCheck:
    """Say what this store knows about ``handle`` before a request is made. Raises NotAllowed, InputRefused."""
    wanted = parse_handle(handle, "expected_handle")
    with _commands.reading(context, actor, Action.REQUEST_TIKTOK_ACCOUNT) as session:
        return _checks.check_handle(session, actor.business_center_id, wanted, kind)


def _rows(context: Context, actor: Actor, request_id: str | None = None) -> tuple[RequestRow, ...]:
    now = context.clock.now()
    rows = (
        select(AccessRequest, Person.name, BusinessCenter.name)
        .join(Person, col(Person.id) == col(AccessRequest.requested_by))
        .join(BusinessCenter, col(BusinessCenter.id) == col(AccessRequest.business_center_id))
        .where(AccessRequest.business_center_id == actor.business_center_id)
        .order_by(col(AccessRequest.created_at).desc(), col(AccessRequest.id))
    )
    links = select(TikTokAccountLink).where(TikTokAccountLink.business_center_id == actor.business_center_id)
    if request_id is not None:
        rows = rows.where(AccessRequest.id == request_id)
        links = links.where(TikTokAccountLink.request_id == request_id)
    with _commands.reading(context, actor, Action.SEE_REQUESTS) as session:
        by_request = {link.request_id: link for link in session.exec(links)}
        return tuple(
            request_row(
                row, now=now, business_center_name=center, requested_by_name=person, link=by_request.get(row.id)
            )
            for row, person, center in session.exec(rows)
        )


def _own(unit: UnitOfWork, actor: Actor, request_id: str) -> AccessRequest:
    row = unit.session.get(AccessRequest, request_id)
    if row is None or row.business_center_id != actor.business_center_id:
        raise NotFound("access_request", request_id)
    return row


def _put_in_place(
    context: Context, unit: UnitOfWork, actor: Actor, old: AccessRequest, draft: Draft, action: ActivityAction
) -> str:
    """Make the request of ``draft`` in place of ``old``, which is withdrawn where it is open; return the new id."""
    if old.replaced_by is not None:
        raise RequestReplaced(old.replaced_by)
    if old.state is RequestState.APPROVED:
        raise RequestNotOpen(old.state)
    if next_state(old.state, RequestEvent.CANCEL) is not None and request_state(old, unit.now) is old.state:
        unit.compare_and_set(AccessRequest, old.id, {"state": old.state}, {"state": RequestState.CANCELLED})
    new = _new_request.add(context, unit, actor, parse_draft(draft, unit.now), parent=old)
    unit.compare_and_set(AccessRequest, old.id, {"replaced_by": None}, {"replaced_by": new.id})
    unit.changed(ChangeKind.ACCESS_REQUEST, old.id)
    _note(unit, actor, new, action, {"replaces": old.id, **_asked(unit, new)})
    return new.id


def _draft_of(row: AccessRequest) -> Draft:
    return Draft(
        kind=row.kind,
        method=row.method,
        permissions=PermissionSet.from_scope(row.scope),
        expected_handle=row.expected_handle,
        purpose=row.purpose,
        wanted_end=row.wanted_end,
        life=row.expires_at - row.created_at,
    )


def _asked(unit: UnitOfWork, row: AccessRequest) -> dict[str, object]:
    account = {"account_id": row.expected_account_id, "handle": row.expected_handle}
    return {
        "kind": row.kind,
        "method": row.method,
        "scope": row.scope,
        "handle": row.expected_handle,
        "wanted_end": row.wanted_end,
        "expires_at": row.expires_at,
        **_relinking.told(unit.session, row.business_center_id, **account),
    }


def _note(
    unit: UnitOfWork,
    actor: Actor,
    row: AccessRequest,
    action: ActivityAction,
    body: dict[str, object] | None = None,
) -> None:
    unit.record(
        row.business_center_id,
        _commands.entry_actor(actor),
        action,
        "access_request",
        row.id,
        body,
        object_name=row.expected_handle or "",
    )
    unit.changed(ChangeKind.ACCESS_REQUEST, row.id)
