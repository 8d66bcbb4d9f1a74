"""Receipts: what the owner decided, with both signed messages, kept for good (security.md 2.6 f)."""

from __future__ import annotations

import json
from datetime import datetime

from bcdesktop.core.errors import NotFound
from bcdesktop.profile.database import Database, to_text, to_time
from bcdesktop.profile.records import Receipt


class Receipts:
    """Rows of receipts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Receipt, ...]:
        """Return all receipts, the newest first."""
        receipts = []
        for row in self._database.rows("SELECT * FROM receipt ORDER BY at DESC, rowid DESC"):
            id_, at, name, centre, handle, decision, scope, ends_at, request, answer, delivered = row
            moment, numbers = datetime.fromisoformat(at), tuple(json.loads(scope))
            receipts.append(
                Receipt(
                    id_,
                    moment,
                    name,
                    centre,
                    handle,
                    decision,
                    numbers,
                    to_time(ends_at),
                    request,
                    answer,
                    bool(delivered),
                )
            )
        return tuple(receipts)

    def add(self, receipt: Receipt) -> None:
        """Keep ``receipt``; one with the same id stays as it is."""
        ends_at = None if receipt.ends_at is None else to_text(receipt.ends_at)
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (
                    receipt.id,
                    to_text(receipt.at),
                    receipt.business_center_name,
                    receipt.business_center_id,
                    receipt.handle,
                    receipt.decision,
                    json.dumps(receipt.scope),
                    ends_at,
                    receipt.request_cose,
                    receipt.answer_cose,
                    int(receipt.delivered),
                ),
            )

    def mark_delivered(self, receipt_id: str) -> None:
        """Say that the answer reached the Business Center. Raises NotFound."""
        with self._database.write() as connection:
            done = connection.execute("UPDATE receipt SET delivered = 1 WHERE id = ?", (receipt_id,))
            if done.rowcount == 0:
                raise NotFound("receipt", receipt_id)
