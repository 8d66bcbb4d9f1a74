"""Off-boarding: everything a member, a partner or a client reaches, in one list, ended at once (13.10; A0-48)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from bcdesktop.core.ending import Effects, EndReason
from bcdesktop.core.policy import Action
from bcdesktop.services import _commands, _offboarding
from bcdesktop.services._ending import engine, receipts
from bcdesktop.services._ending.engine import Differs
from bcdesktop.services.context import Context
from bcdesktop.services.ending_errors import EffectsChanged
from bcdesktop.services.ending_records import EndReceiptRow
from bcdesktop.services.offboarding_records import Reach, Subject, SubjectKind
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.unit_of_work import UnitOfWork

_ACTIONS = {
    SubjectKind.MEMBER: Action.REMOVE_MEMBER,
    SubjectKind.PARTNER: Action.CHANGE_PARTNER,
    SubjectKind.CLIENT: Action.DISCONNECT_TIKTOK_ACCOUNT,
}


def reach(context: Context, actor: Actor, subject: Subject) -> Reach:
    """Return everything in one list, computed by the code that ends it.

    Raises NotAllowed, NotFound, AlreadyEnded, LastAdmin, PartnershipNotOpen, LinkNotActive, BelongsToOther.
    """
    with _commands.reading(context, actor, _ACTIONS[subject.kind]) as session:
        return _offboarding.plan(session, actor, subject, context.clock.now()).reach()


def effects(context: Context, actor: Actor, subject: Subject, chosen: Collection[str]) -> Effects:
    """Return what would stop where, of what may be left out, only the ids in ``chosen`` go. Raises as ``reach``."""
    with _commands.reading(context, actor, _ACTIONS[subject.kind]) as session:
        plan = _offboarding.plan(session, actor, subject, context.clock.now())
        return plan.ready(session, chosen).effects


def end(
    context: Context,
    actor: Actor,
    subject: Subject,
    chosen: Collection[str],
    *,
    reason: EndReason | None = None,
    announced: str | None = None,
    key: str | None = None,
) -> EndReceiptRow:
    """End it all in one transaction, at once, and return the receipt.

    ``announced`` is the digest of the effects the person was shown; ``key`` makes a repeated call give the first
    receipt. Raises as ``reach``, and EffectsChanged. Whatever is raised, nothing was changed.
    """

    def work(unit: UnitOfWork) -> dict[str, Any]:
        ready = _offboarding.plan(unit.session, actor, subject, unit.now).ready(unit.session, chosen)
        ready.how = replace(ready.how, reason=None if reason is None else reason.value)
        by = EntryActor("person", actor.person_id, actor.name)
        return receipts.as_json(engine.do(unit, by, ready, reason, announced))

    full_key = None if key is None else f"off-board:{subject.kind.value}:{subject.id}:{key}"
    try:
        return receipts.from_json(_commands.run(context, actor, _ACTIONS[subject.kind], work, key=full_key))
    except Differs as differs:
        raise EffectsChanged(differs.effects) from None
