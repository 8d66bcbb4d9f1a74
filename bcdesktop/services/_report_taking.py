"""Writing an import, and taking the numbers of days or of a whole import away again."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, delete, func, select

from bcdesktop.core.report_records import ReportLine
from bcdesktop.services._ad_commands import Deed
from bcdesktop.services._batches import BATCH
from bcdesktop.services._report_sums import imports
from bcdesktop.services.report_records import ImportRow, ReportPreview
from bcdesktop.store.tables import ReportImport, ReportRow

_ROWS_AT_ONCE = 5_000


def replaced(session: Session, asset_id: str, days: Sequence[date]) -> tuple[ImportRow, ...]:
    """Return the imports that have numbers of ``days``, each with how many rows of these days, the newest first."""
    if not days:
        return ()
    wanted = frozenset(days)
    columns: tuple[Any, ...] = (ReportRow.import_id, ReportRow.day, func.count())
    found: dict[str, list[tuple[date, int]]] = {}
    for import_id, day, count in session.execute(
        select(*columns)
        .where(ReportRow.asset_id == asset_id, col(ReportRow.day).between(days[0], days[-1]))
        .group_by(col(ReportRow.import_id), col(ReportRow.day))
    ):
        if day in wanted:
            found.setdefault(import_id, []).append((day, count))
    return tuple(
        ImportRow(
            row.id,
            row.file_name,
            row.imported_at,
            row.imported_by,
            sum(count for _day, count in found[row.id]),
            min(found[row.id])[0],
            max(found[row.id])[0],
            row.currency,
        )
        for row in imports(session, ReportImport.asset_id == asset_id)
        if row.id in found
    )


def drop_days(deed: Deed, days: Sequence[date], before: Iterable[ImportRow]) -> int:
    """Take away the numbers of ``days``; imports that have none left end. Return how many rows went."""
    session = deed.unit.session
    for start in range(0, len(days), BATCH):
        some = col(ReportRow.day).in_(days[start : start + BATCH])
        session.execute(delete(ReportRow).where(col(ReportRow.asset_id) == deed.asset.id, some))
    gone = 0
    for row in before:
        gone += row.rows
        _count_again(deed, row.id)
    return gone


def write(deed: Deed, shown: ReportPreview) -> str:
    """Write the import and its rows; return its id."""
    unit, days = deed.unit, shown.report.days
    import_id = secrets.token_hex(16)
    unit.session.add(
        ReportImport(
            id=import_id,
            asset_id=deed.asset.id,
            file_name=shown.file_name,
            imported_at=unit.now,
            imported_by=deed.advertiser.name,
            rows=len(shown.report.rows),
            first_day=days[0],
            last_day=days[-1],
            currency=shown.currency,
        )
    )
    unit.session.flush()
    table: Any = ReportRow.__table__  # type: ignore[attr-defined]
    same = {"import_id": import_id, "asset_id": deed.asset.id}
    connection, rows = unit.session.connection(), shown.report.rows
    fields: tuple[str, ...] = ReportLine._fields[1:]
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        some = rows[start : start + _ROWS_AT_ONCE]
        connection.execute(table.insert(), [same | dict(zip(fields, _values(row), strict=True)) for row in some])
    return import_id


def _values(row: ReportLine) -> tuple[Any, ...]:
    return row[1:]


def drop_import(deed: Deed, row: ReportImport) -> int:
    """Take away a whole import; return how many rows went."""
    session, count = deed.unit.session, row.rows
    session.execute(delete(ReportRow).where(col(ReportRow.import_id) == row.id))
    _count_again(deed, row.id)
    return count


def _count_again(deed: Deed, import_id: str) -> None:
    """Let an import say what is left of it; it ends where that is nothing."""
    session = deed.unit.session
    columns: tuple[Any, ...] = (func.count(), func.min(ReportRow.day), func.max(ReportRow.day))
    rows, first, last = session.execute(select(*columns).where(ReportRow.import_id == import_id)).one()
    left: dict[str, object] = {"rows": rows, "first_day": first, "last_day": last}
    deed.unit.compare_and_set(ReportImport, import_id, {}, left if rows else {"rows": 0, "removed_at": deed.unit.now})
