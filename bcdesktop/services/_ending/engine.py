"""One ending in one unit of work: planned, compared with what was shown, done, logged, and put on a receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from bcdesktop.core.ending import Effects, EndReason, EndWay
from bcdesktop.services._ending import receipts
from bcdesktop.services._ending.carrying import How, carry_out
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._grants import GrantBook
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ending_records import EndReceiptRow
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.unit_of_work import UnitOfWork


class Differs(Exception):
    """What would stop is not what was shown; leaves the unit of work, and no entry, since nothing was refused."""

    def __init__(self, effects: Effects) -> None:
        super().__init__()
        self.effects = effects


def _nothing(_unit: UnitOfWork, _actor: EntryActor) -> None:
    """Log nothing."""


@dataclass
class Planned:
    """One ending, ready: its plan, the name of what ends, whose receipt it is, and its own entry in the log.

    ``center_id`` is None where no Business Center has to do with it: then no receipt is kept.
    """

    way: EndWay
    plan: Plan
    subject: str
    center_id: str | None
    log: Callable[[UnitOfWork, EntryActor], None] = _nothing
    how: How = field(default_factory=How)
    grants_are: ActivityAction = ActivityAction.ACCESS_CHANGED
    body: dict[str, object] = field(default_factory=dict)
    """What else the entry says."""

    @cached_property
    def effects(self) -> Effects:
        """What a person is told."""
        return self.plan.effects()


def do(
    unit: UnitOfWork, actor: EntryActor, planned: Planned, reason: EndReason | None, announced: str | None
) -> EndReceiptRow:
    """Carry ``planned`` out and return its receipt. Raises Differs, ChangedMeanwhile."""
    if announced is not None and announced != planned.effects.digest:
        raise Differs(planned.effects)
    book = GrantBook(unit, actor)
    carry_out(unit, book, planned.plan, planned.how)
    unit.session.flush()
    book.close(planned.grants_are)
    planned.log(unit, actor)
    receipt = replace(receipts.new(planned.way, planned.subject, planned.effects, unit.now, actor.name), reason=reason)
    if planned.center_id is not None:
        receipts.keep(unit, receipt, planned.center_id)
    return receipt
