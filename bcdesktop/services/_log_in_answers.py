"""The phone's side of "Log in with TikTok": a signed answer to a log-in code of this store."""

from __future__ import annotations

from sqlmodel import select

from bcdesktop.core import code
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.clock import unix
from bcdesktop.core.errors import NotFound
from bcdesktop.profile import PhoneAccount, PhoneProfile
from bcdesktop.services import _owner_keys
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import AnswerFromWrongKey, CodeForOtherStore, LogInAlreadyDecided, NotLoggedIn
from bcdesktop.services.log_ins import effective_state
from bcdesktop.services.phone_records import ScannedLogIn
from bcdesktop.services.records import LogInPurpose, LogInState
from bcdesktop.store.activity import STORE_CHAIN, EntryActor
from bcdesktop.store.tables import DirectoryAccount, LogIn
from bcdesktop.store.unit_of_work import UnitOfWork


def scan(context: Context, account: PhoneAccount, opened: code.OpenedCode) -> ScannedLogIn:
    """Return the log-in when it may be shown. Raises CodeForOtherStore, LogInAlreadyDecided, CodeExpired.

    A log-in code is believed because this store holds its row: nobody logs in to a computer over a forwarded picture
    from elsewhere.
    """
    with context.store.read() as session:
        row = session.exec(select(LogIn).where(LogIn.code_hash == opened.hash)).first()
    if row is None:
        raise CodeForOtherStore
    state = effective_state(row, context.clock.now())
    if state is LogInState.EXPIRED:
        raise code.CodeExpired(unix(row.expires_at))
    if state is not LogInState.PENDING:
        raise LogInAlreadyDecided(state.value)
    return ScannedLogIn(
        text=opened.text,
        code_hash=opened.hash,
        log_in_id=row.id,
        purpose=LogInPurpose(row.purpose),
        computer_name=row.computer_name,
        issued_at=row.issued_at,
        expires_at=row.expires_at,
        account=account,
    )


def answer(
    context: Context, phone: PhoneProfile, scanned: ScannedLogIn, decision: code.Decision, passcode: str | None
) -> None:
    """Sign the answer with the account's key and hand it to the store. See ``owner.approve_log_in``."""
    account = scanned.account
    try:
        signing_key = phone.signing_key(account.account_id, passcode)
    except NotFound as error:
        raise NotLoggedIn from error
    reply = code.Reply(
        request_hash=scanned.code_hash,
        decision=decision,
        signed_at=unix(context.clock.now()),
        sequence=phone.next_sequence(account.account_id),
        handle=account.handle,
        account_id=account.account_id,
    )
    peeked = code.peek(code.seal(reply, signing_key).text, expect=code.CodeKind.REPLY)
    context.store.run(lambda unit: _take(unit, peeked, reply))


def _take(unit: UnitOfWork, peeked: code.PeekedCode, reply: code.Reply) -> None:
    row = unit.session.exec(select(LogIn).where(LogIn.code_hash == reply.request_hash)).first()
    account = unit.session.get(DirectoryAccount, reply.account_id)
    if row is None:
        raise CodeForOtherStore
    if account is None:
        raise AnswerFromWrongKey(reply.handle)
    code.verify(peeked, key=_owner_keys.device_key(unit.session, account, peeked, reply))
    approved = reply.decision is code.Decision.APPROVE
    new = {
        "state": (LogInState.APPROVED if approved else LogInState.DECLINED).value,
        "account_id": account.id,
        "handle": account.handle,
        "decided_at": unit.now,
    }
    state = effective_state(row, unit.now)
    if state is LogInState.EXPIRED:
        raise code.CodeExpired(unix(row.expires_at))
    if not unit.compare_and_set(LogIn, row.id, {"state": LogInState.PENDING.value}, new):
        raise LogInAlreadyDecided(state.value)
    action = ActivityAction.LOG_IN_APPROVED if approved else ActivityAction.LOG_IN_DECLINED
    owner = EntryActor("owner", account.id, f"@{account.handle}")
    unit.record(STORE_CHAIN, owner, action, "log_in", row.id, {"purpose": row.purpose}, object_name=row.computer_name)
    unit.changed(ChangeKind.LOG_IN, row.id)
