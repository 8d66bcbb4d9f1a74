"""Taking an answer, in the order of security.md 2.3, in one transaction. Needs public keys only."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from bcdesktop.core import code
from bcdesktop.core.access_requests import (
    FailReason,
    RequestEvent,
    RequestState,
    Timeliness,
    next_state,
    states_before,
    timeliness,
)
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.clock import from_unix
from bcdesktop.core.errors import AppError, RuleRefused
from bcdesktop.services import _approval, _commands, _owner_keys, _relinking
from bcdesktop.services._approval import Failed
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import (
    AlreadyAnswered,
    AnswerBeforeIssue,
    AnswerTooLate,
    CodeForOtherStore,
    RequestCancelled,
    RequestFailed,
    RequestReplaced,
    WrongAccount,
)
from bcdesktop.services.records import AnswerResult
from bcdesktop.services.relink_errors import AccessEndedSince
from bcdesktop.store.activity import PROGRAM, STORE_CHAIN, EntryActor
from bcdesktop.store.tables import AccessRequest, BusinessCenter, RequestAnswer, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork

_ACCEPTED, _DECLINED = "accepted", "declined"


@dataclass(frozen=True)
class _Arrival:
    """One answer in one unit of work."""

    unit: UnitOfWork
    request: AccessRequest
    center: BusinessCenter
    peeked: code.PeekedCode
    reply: code.Reply

    @property
    def signed_at(self) -> datetime:
        return from_unix(self.reply.signed_at)

    @property
    def owner(self) -> EntryActor:
        return EntryActor("owner", self.reply.account_id, f"@{self.reply.handle}")


def receive(context: Context, text: str) -> AnswerResult:
    """See ``access_requests.receive_answer``."""
    peeked = code.peek(text, expect=code.CodeKind.REPLY)
    outcome = context.store.run(lambda unit: _take(context, unit, peeked))
    if isinstance(outcome, AppError):
        raise outcome
    return outcome


def _take(context: Context, unit: UnitOfWork, peeked: code.PeekedCode) -> AnswerResult | RuleRefused:
    """Return the result or the refusal; both are committed, so that a refusal leaves its entry behind."""
    assert isinstance(peeked.message, code.Reply)  # noqa: S101 - peek was told to expect one
    reply = peeked.message
    rows = select(AccessRequest).where(AccessRequest.code_hash == reply.request_hash)
    request = unit.session.exec(rows).first()
    if request is None:
        refusal = CodeForOtherStore()
        body = {"reason": refusal.code, "handle": reply.handle}
        unit.record(STORE_CHAIN, PROGRAM, ActivityAction.ANSWER_REFUSED, "answer", peeked.hash.hex(), body)
        return refusal
    center = unit.session.get_one(BusinessCenter, request.business_center_id)
    arrival = _Arrival(unit, request, center, peeked, reply)
    known = unit.session.exec(select(RequestAnswer).where(RequestAnswer.answer_hash == peeked.hash)).first()
    if known is not None and known.outcome in (_ACCEPTED, _DECLINED):
        return _again(arrival, known.outcome)
    try:
        result = _decide(context, arrival)
    except Failed as failed:
        _fail(arrival, failed.reason)
        _refused(arrival, known, failed.refusal)
        return failed.refusal
    except RuleRefused as refusal:
        _refused(arrival, known, refusal)
        return refusal
    _keep(arrival, known, _ACCEPTED if result.state is RequestState.APPROVED else _DECLINED)
    return result


def _again(arrival: _Arrival, outcome: str) -> AnswerResult | RuleRefused:
    """Return the first result, or that what it brought was ended since (A0-45)."""
    if outcome == _ACCEPTED:
        try:
            _relinking.refuse_older(arrival.unit.session, arrival.request, arrival.reply.account_id)
        except AccessEndedSince as refusal:
            _note(arrival, ActivityAction.ANSWER_REFUSED, _commands.refusal_body(refusal))
            return refusal
    return _result(arrival, extended=False)


def _decide(context: Context, arrival: _Arrival) -> AnswerResult:
    unit, request, reply = arrival.unit, arrival.request, arrival.reply
    key = _owner_keys.verified(unit.session, request, arrival.peeked)
    _refuse_decided(request)
    _refuse_wrong_account(request, reply)
    _refuse_untimely(arrival)
    if reply.decision is code.Decision.DECLINE:
        _decline(arrival)
        return _result(arrival, extended=False)
    approval = _approval.Approval(context, unit, request, reply, key, arrival.peeked.cose)
    approval.check()
    _set_state(arrival, RequestEvent.APPROVE, {})
    extended = approval.link()
    _note(arrival, ActivityAction.REQUEST_APPROVED, {"scope": list(reply.scope or ()), "signed_at": arrival.signed_at})
    return _result(arrival, extended=extended)


def _refuse_decided(request: AccessRequest) -> None:
    if request.state in (RequestState.APPROVED, RequestState.DECLINED):
        raise AlreadyAnswered(request.state, request.answered_handle or "", request.decided_at)
    if request.replaced_by is not None:
        raise RequestReplaced(request.replaced_by)
    if request.state is RequestState.CANCELLED:
        raise RequestCancelled
    if request.state is RequestState.FAILED:
        raise RequestFailed(request.fail_reason.value if request.fail_reason is not None else "")


def _refuse_wrong_account(request: AccessRequest, reply: code.Reply) -> None:
    expected_id, expected_handle = request.expected_account_id, request.expected_handle
    wrong = reply.account_id != expected_id if expected_id is not None else reply.handle != expected_handle
    if expected_handle is not None and wrong:
        raise WrongAccount(expected_handle, reply.handle)


def _refuse_untimely(arrival: _Arrival) -> None:
    """Judge by this store's clock and row alone (security.md 2.4)."""
    request, signed_at = arrival.request, arrival.signed_at
    match timeliness(request.created_at, request.expires_at, signed_at, arrival.unit.now):
        case Timeliness.BEFORE_ISSUE:
            raise AnswerBeforeIssue(request.created_at, signed_at)
        case Timeliness.TOO_LATE:
            raise AnswerTooLate(request.expires_at, signed_at)
        case _:
            return


def _decline(arrival: _Arrival) -> None:
    reason = arrival.reply.decline_reason
    _set_state(arrival, RequestEvent.DECLINE, {"decline_reason": reason})
    _note(arrival, ActivityAction.REQUEST_DECLINED, {"decline_reason": reason or "", "signed_at": arrival.signed_at})


def _fail(arrival: _Arrival, reason: FailReason) -> None:
    _set_state(arrival, RequestEvent.FAIL, {"fail_reason": reason})
    _note(arrival, ActivityAction.REQUEST_FAILED, {"fail_reason": reason})


def _set_state(arrival: _Arrival, event: RequestEvent, values: dict[str, object]) -> None:
    """Compare-and-set: the first valid answer wins (decisions.md, Request and link)."""
    request, reply = arrival.request, arrival.reply
    new = {
        "state": next_state(request.state, event),
        "decided_at": arrival.unit.now,
        "answered_account_id": reply.account_id,
        "answered_handle": reply.handle,
        **values,
    }
    expected = {"state": states_before(event), "replaced_by": None}
    if not arrival.unit.compare_and_set(AccessRequest, request.id, expected, new):
        raise AlreadyAnswered(request.state, request.answered_handle or "", request.decided_at)
    arrival.unit.changed(ChangeKind.ACCESS_REQUEST, request.id)


def _refused(arrival: _Arrival, known: RequestAnswer | None, refusal: RuleRefused) -> None:
    """Log a refusal once per answer and reason: pasting the same text again adds nothing."""
    if known is None or known.outcome != refusal.code:
        _note(arrival, ActivityAction.ANSWER_REFUSED, _commands.refusal_body(refusal))
    _keep(arrival, known, refusal.code)


def _keep(arrival: _Arrival, known: RequestAnswer | None, outcome: str) -> None:
    if known is not None:
        known.outcome = outcome
        arrival.unit.session.add(known)
        return
    row = RequestAnswer(
        id=secrets.token_hex(16),
        request_id=arrival.request.id,
        answer_hash=arrival.peeked.hash,
        cose=arrival.peeked.cose,
        outcome=outcome,
        arrived_at=arrival.unit.now,
        signed_at=arrival.signed_at,
        account_id=arrival.reply.account_id,
        handle=arrival.reply.handle,
    )
    arrival.unit.session.add(row)


def _note(arrival: _Arrival, action: ActivityAction, body: dict[str, object]) -> None:
    request = arrival.request
    arrival.unit.record(
        request.business_center_id,
        arrival.owner,
        action,
        "access_request",
        request.id,
        {"handle": arrival.reply.handle, **body},
        object_name=f"@{arrival.reply.handle}",
    )


def _result(arrival: _Arrival, *, extended: bool) -> AnswerResult:
    request = arrival.request
    return AnswerResult(
        request_id=request.id,
        state=request.state,
        handle=request.answered_handle or arrival.reply.handle,
        link_id=_link_id(arrival.unit.session, request.id),
        extended=extended,
        decline_reason=request.decline_reason,
        business_center_name=arrival.center.name,
    )


def _link_id(session: Session, request_id: str) -> str | None:
    return session.exec(select(TikTokAccountLink.id).where(TikTokAccountLink.request_id == request_id)).first()
