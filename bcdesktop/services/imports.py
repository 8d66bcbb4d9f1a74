"""CSV in: members and access from a table, shown first, then taken in one transaction (issue 3, point 9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bcdesktop.core.csv_files import CsvRow, read_csv
from bcdesktop.core.import_words import ACCESS_COLUMNS, MEMBER_COLUMNS
from bcdesktop.core.mails import MailText
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.services import _commands, _import_access, _import_members
from bcdesktop.services._import_judging import Judged
from bcdesktop.services._import_members import Mails
from bcdesktop.services._mails import parse_mail_text
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.import_errors import ImportRowsBad
from bcdesktop.services.import_records import Imported, ImportKind, ImportOutcome, ImportPreview, ImportRow
from bcdesktop.services.records import Actor
from bcdesktop.store.unit_of_work import UnitOfWork

_ACTIONS = {ImportKind.MEMBERS: Action.INVITE_MEMBER, ImportKind.ACCESS: Action.GIVE_TIKTOK_ACCOUNT_ACCESS}
_COLUMNS = {ImportKind.MEMBERS: MEMBER_COLUMNS, ImportKind.ACCESS: ACCESS_COLUMNS}
_REQUIRED = {ImportKind.MEMBERS: ("email",), ImportKind.ACCESS: ("handle", "person", "role")}
_NOTES = {ImportKind.MEMBERS: ActivityAction.MEMBERS_IMPORTED, ImportKind.ACCESS: ActivityAction.ACCESS_IMPORTED}


def preview(context: Context, actor: Actor, kind: ImportKind, data: bytes) -> ImportPreview:
    """Say what a file would do, row by row, and change nothing; bad rows carry their problem.

    Members: e-mail, and name, role, finance role where there are such columns. Access: handle, e-mail or partner's id,
    role; "none" takes away. Raises NotAllowed and the errors of ``core.csv_files.read_csv``.
    """
    with _commands.reading(context, actor, _ACTIONS[kind]) as session:
        table = read_csv(data, _COLUMNS[kind], required=_REQUIRED[kind], limit_rows=context.limits.rows_per_import)
        rows = _judge(session, context, actor, kind, table.rows, context.clock.now())
    return ImportPreview(kind, tuple(one.row for one in rows), table.ignored, table.separator, table.encoding)


def apply(
    context: Context,
    actor: Actor,
    shown: ImportPreview,
    key: str,
    *,
    leave_out_bad: bool = False,
    texts: Mapping[BusinessCenterRole, MailText] | None = None,
) -> Imported:
    """Do what the rows of ``shown`` say, all of it or nothing; judged once more, since the store may have changed.

    ``texts`` are the mails that invite into each role. With ``leave_out_bad`` rows that cannot be taken are left out
    and named in the result. A repeated call with ``key`` returns the first result. Raises NotAllowed, ImportRowsBad,
    and for a mail that cannot be sent InputRefused at ``subject`` or ``body``.
    """
    mails = {role: parse_mail_text(text) for role, text in (texts or {}).items()}

    def work(unit: UnitOfWork) -> dict[str, Any]:
        rows = _judge(unit.session, context, actor, shown.kind, shown.rows, unit.now)
        bad = [row.number for row in rows if row.problem is not None]
        if bad and not leave_out_bad:
            raise ImportRowsBad(len(bad), bad[0])
        _do(unit, context, actor, shown.kind, rows, mails)
        counts = {outcome.value: sum(row.outcome is outcome for row in rows) for outcome in ImportOutcome}
        if any(row.plan is not None for row in rows):
            _note(unit, actor, shown.kind, {**counts, "left_out": len(bad)})
        return {**counts, "left_out": bad}

    done = _commands.run(context, actor, _ACTIONS[shown.kind], work, key=f"import:{shown.kind}:{key}")
    return Imported(
        shown.kind,
        new=done[ImportOutcome.NEW],
        changed=done[ImportOutcome.CHANGED],
        removed=done[ImportOutcome.REMOVED],
        unchanged=done[ImportOutcome.UNCHANGED],
        left_out=tuple(done["left_out"]),
    )


def _judge(
    session: Session,
    context: Context,
    actor: Actor,
    kind: ImportKind,
    rows: Iterable[CsvRow | ImportRow],
    now: datetime,
) -> list[Judged[Any]]:
    if kind is ImportKind.MEMBERS:
        return list(_import_members.MemberJudge(session, context, actor, now).judge(rows))
    return list(_import_access.AccessJudge(session, actor, now).judge(rows))


def _do(
    unit: UnitOfWork, context: Context, actor: Actor, kind: ImportKind, rows: list[Judged[Any]], mails: Mails
) -> None:
    if kind is ImportKind.ACCESS:
        _import_access.apply(unit, actor, rows)
        return
    if any(row.outcome is ImportOutcome.CHANGED for row in rows):
        _commands.require(unit.session, actor, Action.CHANGE_MEMBER)
    _import_members.apply(unit, context, actor, rows, mails)


def _note(unit: UnitOfWork, actor: Actor, kind: ImportKind, counts: dict[str, int]) -> None:
    unit.record(
        actor.business_center_id,
        _commands.entry_actor(actor),
        _NOTES[kind],
        "business_center",
        actor.business_center_id,
        {name: count for name, count in counts.items() if count},
        object_name=actor.business_center_name,
    )
