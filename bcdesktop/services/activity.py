"""The activity log: a hash chain per Business Center, its head signed with that Business Center's key."""

from __future__ import annotations

from sqlmodel import col, or_, select

from bcdesktop.core.code.keys import signature_holds
from bcdesktop.core.policy import Action
from bcdesktop.services import _commands
from bcdesktop.services._rows import activity_row
from bcdesktop.services.context import Context
from bcdesktop.services.records import ActivityRow, Actor, ChainReport
from bcdesktop.store import activity as chain
from bcdesktop.store.tables import ActivityEntry, ActivityHead
from bcdesktop.store.unit_of_work import UnitOfWork


def entries(
    context: Context,
    actor: Actor,
    *,
    limit: int = 200,
    before_seq: int | None = None,
    text: str | None = None,
    object_id: str | None = None,
) -> tuple[ActivityRow, ...]:
    """Return at most ``limit`` entries, newest first, older than ``before_seq``.

    ``text`` is searched in the names of actor, action and object; ``object_id`` is the id of a link, a request ...
    Raises NotAllowed.
    """
    rows = (
        select(ActivityEntry)
        .where(ActivityEntry.chain == actor.business_center_id)
        .order_by(col(ActivityEntry.seq).desc())
        .limit(limit)
    )
    if before_seq is not None:
        rows = rows.where(ActivityEntry.seq < before_seq)
    if object_id is not None:
        rows = rows.where(ActivityEntry.object_id == object_id)
    if text:
        columns = (ActivityEntry.actor_name, ActivityEntry.action, ActivityEntry.object_name)
        rows = rows.where(or_(*(col(column).icontains(text, autoescape=True) for column in columns)))
    with _commands.reading(context, actor, Action.READ_ACTIVITY_LOG) as session:
        return tuple(activity_row(entry) for entry in session.exec(rows))


def verify(context: Context, actor: Actor) -> ChainReport:
    """Recompute the chain and check the signature of its head (security.md 2.8). Raises NotAllowed."""
    with _commands.reading(context, actor, Action.READ_ACTIVITY_LOG) as session:
        public_key = _commands.business_center(session, actor.business_center_id).public_key
        check = chain.verify_chain(
            session,
            actor.business_center_id,
            verify=lambda message, signature: signature_holds(public_key, message, signature),
        )
    return ChainReport(check.ok, check.first_bad_seq, check.signed_through, check.entries)


def sign_head(context: Context, actor: Actor) -> bool:
    """Sign the newest entry where the store key is at hand; False where it is not, or nothing is new.

    Answers arrive in the phone's process, which has no key: the Business Center's window calls this after changes.
    """
    if not context.keys.is_unlocked:
        return False
    with context.store.read() as session:
        head = session.get(ActivityHead, actor.business_center_id)
        if head is None or head.signed_seq == head.seq:
            return False

    def work(unit: UnitOfWork) -> bool:
        return _commands.sign_head(context, unit, actor.business_center_id)

    return context.store.run(work)
