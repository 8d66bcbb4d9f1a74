"""The clock ends what members were given and partnerships by their dates, through the engine of all endings."""

from __future__ import annotations

from bcdesktop.core.ending import EndWay
from bcdesktop.services import _ends, _partner_log
from bcdesktop.services._ending import engine, people
from bcdesktop.services._ending.carrying import carry_out
from bcdesktop.services._ending.engine import Planned
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._ending.ways_accounts import finish
from bcdesktop.services._grants import GrantBook
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.store.activity import PROGRAM, EntryActor
from bcdesktop.store.tables import Partnership
from bcdesktop.store.unit_of_work import UnitOfWork


def run_out(unit: UnitOfWork) -> int:
    """End every grant and partnership beyond its end; return how many. A partnership leaves its receipt."""
    return _run_out_grants(unit) + _run_out_partnerships(unit)


def _run_out_grants(unit: UnitOfWork) -> int:
    unit.session.flush()
    plan, book = Plan(unit.now), GrantBook(unit, PROGRAM)
    plan.grants = {row.id: row for row in _ends.due_grants(unit.session, unit.now)}
    if plan.grants:
        carry_out(unit, book, plan)
        book.close(ActivityAction.ACCESS_RAN_OUT)
    return len(plan.grants)


def _run_out_partnerships(unit: UnitOfWork) -> int:
    rows = _ends.due_partnerships(unit.session, unit.now)
    for row in rows:
        engine.do(unit, PROGRAM, _planned(unit, row), None, None)
    return len(rows)


def _planned(unit: UnitOfWork, row: Partnership) -> Planned:
    plan = Plan(unit.now)
    people.end_partnership(unit.session, plan, row, row.owner_center_id)
    finish(unit.session, plan)
    names = [*(f"@{one.handle}" for one in plan.shares.values()), *(one.name for one in plan.reaches.values())]

    def log(unit: UnitOfWork, by: EntryActor) -> None:
        ended = unit.session.get_one(Partnership, row.id)
        _partner_log.note(unit, by, ended, ActivityAction.PARTNER_RAN_OUT, {"accounts": sorted(names)})

    subject = plan.partnerships[row.id].other_name
    return Planned(EndWay.PARTNERSHIP, plan, subject, row.owner_center_id, log)
