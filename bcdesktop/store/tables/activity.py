"""The activity log: a chain of entries per Business Center that the file itself refuses to change (security.md 2.8)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DDL, Index, event
from sqlmodel import Field

from bcdesktop.store.tables.base import Table, times


class ActivityEntry(Table, table=True):
    """One entry; ``chain`` is a Business Center's id or "store", ``body`` canonical CBOR."""

    __table_args__ = (Index(None, "chain", "object_id"),)

    chain: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    at: datetime = times()
    actor_kind: str
    actor_id: str
    actor_name: str
    action: str
    object_kind: str
    object_id: str
    object_name: str
    body: bytes
    previous_hash: bytes
    hash: bytes


class ActivityHead(Table, table=True):
    """The newest entry of a chain, and the newest one that was signed."""

    chain: str = Field(primary_key=True)
    seq: int
    hash: bytes
    signed_seq: int | None = None
    signature: bytes | None = None


# An INSERT OR REPLACE deletes without a delete trigger, so the third one is needed too.
TRIGGERS = (
    """
CREATE TRIGGER activity_entry_no_update BEFORE UPDATE ON activity_entry
BEGIN SELECT RAISE(ABORT, 'activity entries stay as they are'); END
""",
    """
CREATE TRIGGER activity_entry_no_delete BEFORE DELETE ON activity_entry
BEGIN SELECT RAISE(ABORT, 'activity entries stay as they are'); END
""",
    """
CREATE TRIGGER activity_entry_no_replace BEFORE INSERT ON activity_entry
WHEN EXISTS (SELECT 1 FROM activity_entry WHERE chain = NEW.chain AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'activity entries stay as they are'); END
""",
)
for _trigger in TRIGGERS:
    event.listen(
        ActivityEntry.__table__,  # type: ignore[attr-defined]
        "after_create",
        DDL(_trigger).execute_if(dialect="sqlite"),  # type: ignore[no-untyped-call]
    )
