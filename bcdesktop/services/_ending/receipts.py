"""Receipts of endings: kept, read, and put into what JSON can hold."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bcdesktop.core.ending import Effect, EffectKind, Effects, EndReason, EndWay
from bcdesktop.services.ending_records import EndReceiptRow
from bcdesktop.store.tables import EndReceipt
from bcdesktop.store.unit_of_work import UnitOfWork

LINES = 1_000
"""Lines on one receipt; the numbers beside them are whole."""
_COUNTS = "counts"


def new(way: EndWay, subject: str, effects: Effects, at: datetime, by_name: str) -> EndReceiptRow:
    """Return the receipt of an ending, without a reason."""
    id_ = secrets.token_hex(16)
    return EndReceiptRow(id_, way, None, subject, at, by_name, capped(effects), dict(effects.counts))


def with_effects(row: EndReceiptRow, effects: Effects) -> EndReceiptRow:
    """Return a receipt that tells other effects; what it left out stays counted."""
    counts = Counter(row.counts) - row.effects.counts + effects.counts
    return replace(row, effects=capped(effects), counts=dict(counts))


def keep(unit: UnitOfWork, row: EndReceiptRow, center_id: str) -> None:
    """Keep a receipt for the Business Center that has to do with it."""
    kept = EndReceipt(
        id=row.id,
        business_center_id=center_id,
        way=row.way,
        reason=row.reason,
        subject=row.subject,
        at=row.at,
        by_name=row.by_name,
        effects=_lines(row),
    )
    unit.session.add(kept)
    unit.session.flush()


def capped(effects: Effects) -> Effects:
    """Return at most 1,000 lines, no kind crowding out another."""
    if len(effects.effects) <= LINES:
        return effects
    room, found = LINES, list[Effect]()
    kinds = sorted(effects.counts.items(), key=lambda kind: kind[1])
    for place, (kind, _number) in enumerate(kinds):
        some = effects.of_kind(kind)[: room // (len(kinds) - place)]
        found += some
        room -= len(some)
    return Effects.of(found)


def from_row(row: EndReceipt) -> EndReceiptRow:
    """Return the record of a kept receipt."""
    effects, counts = _told(row.effects)
    return EndReceiptRow(row.id, row.way, row.reason, row.subject, row.at, row.by_name, effects, counts)


def as_json(row: EndReceiptRow) -> dict[str, Any]:
    """Return the receipt as JSON can hold it."""
    return {
        "id": row.id,
        "way": row.way.value,
        "reason": None if row.reason is None else row.reason.value,
        "subject": row.subject,
        "at": row.at.isoformat(),
        "by_name": row.by_name,
        "effects": _lines(row),
    }


def from_json(kept: Mapping[str, Any]) -> EndReceiptRow:
    """Return what ``as_json`` was given."""
    effects, counts = _told(kept["effects"])
    return EndReceiptRow(
        id=kept["id"],
        way=EndWay(kept["way"]),
        reason=None if kept["reason"] is None else EndReason(kept["reason"]),
        subject=kept["subject"],
        at=datetime.fromisoformat(kept["at"]),
        by_name=kept["by_name"],
        effects=effects,
        counts=counts,
    )


def _lines(row: EndReceiptRow) -> list[Any]:
    lines: list[Any] = [[one.kind.value, one.id, one.subject, one.holder] for one in row.effects.effects]
    counts = {kind.value: number for kind, number in row.counts.items()}
    return [*lines, {_COUNTS: counts}] if row.left_out else lines


def _told(lines: list[Any]) -> tuple[Effects, dict[EffectKind, int]]:
    """Return what is on the receipt, and the whole numbers."""
    whole = lines[-1][_COUNTS] if lines and isinstance(lines[-1], dict) else None
    listed = lines if whole is None else lines[:-1]
    effects = Effects.of(Effect(EffectKind(kind), *rest) for kind, *rest in listed)
    counts = effects.counts if whole is None else {EffectKind(kind): number for kind, number in whole.items()}
    return effects, dict(counts)
