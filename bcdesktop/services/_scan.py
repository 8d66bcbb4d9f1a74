"""What the phone checks before it shows a request for consent, in the order of security.md 2.3."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlmodel import Session, select

from bcdesktop.core import code
from bcdesktop.core.access_requests import Kind, RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.clock import from_unix, unix
from bcdesktop.core.errors import RuleRefused
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.profile import CentreKeyChanged, PhoneAccount, PhoneProfile, PinnedCentre
from bcdesktop.services import _checks, _commands, _owner_receipts
from bcdesktop.services._rows import link_state, request_state
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import (
    AlreadyAnswered,
    AlreadyLinked,
    CentreMuted,
    RequestCancelled,
    RequestExpired,
    RequestFailed,
    RequestReplaced,
    WrongAccount,
)
from bcdesktop.services.phone_records import CentreView, ScannedRequest
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AccessRequest, BusinessCenter, DirectoryAccount, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork

KINDS = {code.RequestKind.LINK: Kind.LINK, code.RequestKind.CLAIM: Kind.CLAIM, code.RequestKind.OWN: Kind.OWN}
_DECISIONS = {"approved": RequestState.APPROVED, "declined": RequestState.DECLINED}


@dataclass(frozen=True)
class _Scan:
    """One request in front of one account of one phone."""

    context: Context
    phone: PhoneProfile
    account: PhoneAccount
    opened: code.OpenedCode
    message: code.AccessRequest


def scan(context: Context, phone: PhoneProfile, account: PhoneAccount, opened: code.OpenedCode) -> ScannedRequest:
    """Return the request when it may be shown. Raises as ``owner.open_code``; a refusal is logged in this store."""
    assert isinstance(opened.message, code.AccessRequest)  # noqa: S101 - the caller matched it
    seen = _Scan(context, phone, account, opened, opened.message)
    with context.store.read() as session:
        row = session.exec(select(AccessRequest).where(AccessRequest.code_hash == opened.hash)).first()
        try:
            pinned = _known_centre(seen, session)
            _refuse_over(seen, row)
            _refuse_wrong_account(seen, row)
            link = _refuse_account(seen, session, in_store=row is not None)
            taken_back_at = _owner_receipts.taken_back_at(session, phone, account, seen.message.business_center_id)
        except RuleRefused as refusal:
            refused: RuleRefused | None = refusal
        else:
            refused = None
    if refused is not None:
        # who muted a Business Center need not tell it
        if row is not None and not isinstance(refused, CentreMuted):
            _log(seen, row, ActivityAction.SCAN_REFUSED, _commands.refusal_body(refused))
        raise refused
    phone.remember_seen(opened.hash, from_unix(seen.message.expires_at))
    if row is not None:
        _mark_scanned(seen, row)
    return replace(_scanned(seen, pinned, link, in_store=row is not None), taken_back_at=taken_back_at)


def _known_centre(scan: _Scan, session: Session) -> PinnedCentre | None:
    """Return the pinned Business Center. Raises CentreKeyChanged, CentreMuted."""
    message = scan.message
    pinned = scan.phone.check_centre(message.business_center_id, message.centre_key)
    center = session.get(BusinessCenter, message.business_center_id)
    if center is not None and center.public_key != message.centre_key:
        raise CentreKeyChanged(center.name, center.created_at)
    if pinned is not None and pinned.muted:
        raise CentreMuted(pinned.name)
    return pinned


def _refuse_over(scan: _Scan, row: AccessRequest | None) -> None:
    """Refuse what is over: answered, replaced, withdrawn or run out."""
    if row is not None:
        _refuse_over_in_store(scan, row)
    else:
        seen = scan.phone.seen(scan.opened.hash)
        if seen is not None and seen.decision is not None:
            state = _DECISIONS.get(seen.decision, RequestState.APPROVED)
            raise AlreadyAnswered(state, scan.account.handle, seen.seen_at)
    try:
        code.check_times(scan.message, unix(scan.context.clock.now()))
    except code.CodeExpired as expired:
        raise RequestExpired(from_unix(expired.expired_at)) from expired


def _refuse_over_in_store(scan: _Scan, row: AccessRequest) -> None:
    state = request_state(row, scan.context.clock.now())
    if state in (RequestState.APPROVED, RequestState.DECLINED):
        raise AlreadyAnswered(state, row.answered_handle or "", row.decided_at)
    if row.replaced_by is not None:
        raise RequestReplaced(row.replaced_by)
    if state is RequestState.CANCELLED:
        raise RequestCancelled
    if state is RequestState.FAILED:
        raise RequestFailed(row.fail_reason.value if row.fail_reason is not None else "")
    if state is RequestState.EXPIRED:
        raise RequestExpired(row.expires_at)


def _refuse_wrong_account(scan: _Scan, row: AccessRequest | None) -> None:
    message, account = scan.message, scan.account
    if row is not None and row.expected_account_id is not None:
        wrong = row.expected_account_id != account.account_id
    else:
        wrong = message.handle is not None and message.handle != account.handle
    if wrong or (message.addressee is not None and message.addressee != account.kid):
        raise WrongAccount(message.handle or "", account.handle)


def _refuse_account(scan: _Scan, session: Session, *, in_store: bool) -> TikTokAccountLink | None:
    """Refuse an account that cannot answer this; return its link to this Business Center, which would be extended."""
    directory = session.get(DirectoryAccount, scan.account.account_id)
    if directory is None:
        return None
    center_id, kind = scan.message.business_center_id, KINDS[scan.message.kind]
    problem = _checks.fitness_problem(directory) or _checks.ownership_problem(
        session, center_id, directory.id, directory.handle, kind
    )
    if problem is not None:
        raise problem
    link = _checks.active_link(session, center_id, directory.id) if in_store else None
    now = scan.context.clock.now()
    if link is None or link_state(link, now) is not link.state:
        return None
    wanted = PermissionSet.from_scope(scan.message.scope)
    moves_end = scan.message.wanted_end is not None and from_unix(scan.message.wanted_end) != link.ends_at
    if _checks.adds_nothing(link, kind, wanted) and not moves_end:
        raise AlreadyLinked(directory.handle, link.id)
    return link


def _mark_scanned(scan: _Scan, row: AccessRequest) -> None:
    """Note who scanned, when; this is information and locks nothing (decisions.md, Request and link)."""
    handle = scan.account.handle

    def work(unit: UnitOfWork) -> None:
        noted = {"scanned_at": unit.now, "scanned_handle": handle}
        if unit.compare_and_set(AccessRequest, row.id, {"state": RequestState.PENDING}, noted):
            _record(scan, unit, row, ActivityAction.REQUEST_SCANNED, {})

    scan.context.store.run(work)


def _log(scan: _Scan, row: AccessRequest, action: ActivityAction, body: dict[str, object]) -> None:
    scan.context.store.run(lambda unit: _record(scan, unit, row, action, body))


def _record(scan: _Scan, unit: UnitOfWork, row: AccessRequest, action: ActivityAction, body: dict[str, object]) -> None:
    name = f"@{scan.account.handle}"
    owner = EntryActor("owner", scan.account.account_id, name)
    details = {"handle": scan.account.handle, **body}
    unit.record(row.business_center_id, owner, action, "access_request", row.id, details, object_name=name)
    unit.changed(ChangeKind.ACCESS_REQUEST, row.id)


def _scanned(
    scan: _Scan, pinned: PinnedCentre | None, link: TikTokAccountLink | None, *, in_store: bool
) -> ScannedRequest:
    message = scan.message
    centre = CentreView(
        name=message.centre_name if pinned is None else pinned.name,
        business_center_id=message.business_center_id,
        public_key=message.centre_key,
        known_since=None if pinned is None else pinned.first_seen_at,
        is_new=pinned is None,
        digits_compared_at=None if pinned is None else pinned.digits_compared_at,
        muted=False,
    )
    return ScannedRequest(
        text=scan.opened.text,
        code=message,
        request_hash=scan.opened.hash,
        request_cose=scan.opened.cose,
        request_id=message.request_id.hex(),
        centre=centre,
        permissions=PermissionSet.from_scope(message.scope),
        kind=KINDS[message.kind],
        handle=message.handle,
        purpose=message.purpose,
        wanted_end=None if message.wanted_end is None else from_unix(message.wanted_end),
        issued_at=from_unix(message.issued_at),
        expires_at=from_unix(message.expires_at),
        account=scan.account,
        existing=None if link is None else PermissionSet.from_scope(link.scope),
        in_store=in_store,
    )
