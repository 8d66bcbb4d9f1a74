""" "Log in with TikTok": a code that the phone scans and approves (decisions.md, Who is who)."""

from __future__ import annotations

import secrets
from datetime import datetime

from bcdesktop.core import code
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.clock import from_unix, unix
from bcdesktop.core.errors import NotFound
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.services import _secrets
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import LogInAlreadyDecided, LogInNotApproved, StoreKeyLocked
from bcdesktop.services.records import LogInPurpose, LogInRow, LogInState
from bcdesktop.store.activity import PROGRAM, STORE_CHAIN
from bcdesktop.store.tables import DirectoryAccount, LogIn
from bcdesktop.store.unit_of_work import UnitOfWork

_NAME_BYTES = 48


def start(context: Context, purpose: LogInPurpose, computer_name: str) -> LogInRow:
    """Make a log-in code (LI1) that lives two minutes; ``computer_name`` is cut to the 48 bytes a code has room for.

    Raises StoreKeyLocked for FIRST_START in a store that has a Business Center and no key at hand, ClockMovedBack.
    """

    def work(unit: UnitOfWork) -> str:
        signing_key = _signing_key(context, unit, purpose)
        issued = unix(unit.now)
        life = int(LIFETIMES.log_in.total_seconds())
        raw_id = secrets.token_bytes(16)
        message = code.LogIn(raw_id, signing_key.public_key, _clipped(computer_name), issued, life)
        sealed = code.seal(message, signing_key)
        row = LogIn(
            id=raw_id.hex(),
            purpose=purpose.value,
            computer_name=message.computer_name,
            issued_at=from_unix(issued),
            expires_at=from_unix(message.expires_at),
            code_text=sealed.text,
            code_hash=sealed.hash,
        )
        unit.session.add(row)
        _note(unit, row, ActivityAction.LOG_IN_STARTED)
        return row.id

    return get(context, context.store.run(work))


def get(context: Context, log_in_id: str) -> LogInRow:
    """Return the row; EXPIRED as soon as its time is over. Raises NotFound."""
    with context.store.read() as session:
        row = session.get(LogIn, log_in_id)
        if row is None:
            raise NotFound("log_in", log_in_id)
        account = None if row.account_id is None else session.get(DirectoryAccount, row.account_id)
        return LogInRow(
            id=row.id,
            purpose=LogInPurpose(row.purpose),
            computer_name=row.computer_name,
            code_text=row.code_text,
            issued_at=row.issued_at,
            expires_at=row.expires_at,
            state=effective_state(row, context.clock.now()),
            account_id=row.account_id,
            handle=row.handle,
            display_name=None if account is None else account.display_name,
        )


def cancel(context: Context, log_in_id: str) -> None:
    """End a pending code now, so that no phone can approve it. Raises NotFound, LogInAlreadyDecided."""

    def work(unit: UnitOfWork) -> None:
        row = unit.session.get(LogIn, log_in_id)
        if row is None:
            raise NotFound("log_in", log_in_id)
        ended = {"state": LogInState.EXPIRED.value, "decided_at": unit.now}
        if not unit.compare_and_set(LogIn, log_in_id, {"state": LogInState.PENDING.value}, ended):
            raise LogInAlreadyDecided(row.state)
        _note(unit, row, ActivityAction.LOG_IN_CANCELLED)

    context.store.run(work)


def use(unit: UnitOfWork, log_in_id: str, *purposes: LogInPurpose) -> LogIn:
    """Take an approved log-in that was made for one of ``purposes``, once; what the phone said is all it is good for.

    Raises NotFound (also for another purpose), LogInNotApproved.
    """
    row = unit.session.get(LogIn, log_in_id)
    if row is None or LogInPurpose(row.purpose) not in purposes:
        raise NotFound("log_in", log_in_id)
    used = {"state": LogInState.USED.value}
    state = effective_state(row, unit.now)
    approved = {"state": LogInState.APPROVED.value}
    if state is not LogInState.APPROVED or not unit.compare_and_set(LogIn, row.id, approved, used):
        raise LogInNotApproved(state.value)
    return row


def effective_state(row: LogIn, now: datetime) -> LogInState:
    """Return the state at ``now``."""
    state = LogInState(row.state)
    return LogInState.EXPIRED if state is LogInState.PENDING and now > row.expires_at else state


def _signing_key(context: Context, unit: UnitOfWork, purpose: LogInPurpose) -> code.SigningKey:
    try:
        return _secrets.store_signing_key(context, unit.session)
    except StoreKeyLocked:
        if purpose is LogInPurpose.FIRST_START:
            raise
        # Before a sign-in the store key may lie under a password nobody has typed yet. The phone believes a log-in
        # code because the store holds its row, not because of this key.
        return code.SigningKey.generate()


def _clipped(name: str) -> str:
    plain = "".join(c for c in name if c.isprintable()).strip() or "computer"
    return plain.encode()[:_NAME_BYTES].decode(errors="ignore").strip()


def _note(unit: UnitOfWork, row: LogIn, action: ActivityAction) -> None:
    unit.record(STORE_CHAIN, PROGRAM, action, "log_in", row.id, {"purpose": row.purpose}, object_name=row.computer_name)
    unit.changed(ChangeKind.LOG_IN, row.id)
