"""The committed stores of released schemas: ``python -m tests.store.stores`` makes the one of the present schema.

Beside each lies a JSON file with the columns it had and a hash of what every table held, which must still be readable
after any later migration. A released pair is never made again.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from bcdesktop.core.access_requests import FailReason, RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.clock import FixedClock
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole, MemberStatus, TikTokAccountRole
from bcdesktop.store import tables
from bcdesktop.store.activity import sign_head
from bcdesktop.store.driver import connect, pick_driver
from bcdesktop.store.identity import SCHEMA
from bcdesktop.store.store import Store
from bcdesktop.store.unit_of_work import UnitOfWork
from tests.store.samples import (
    ACCOUNT_ID,
    CENTER_ID,
    NOON,
    PERSON_ID,
    access_request,
    business_center,
    link,
    person,
    record_one,
)

FOLDER = Path(__file__).parents[1] / "fixtures" / "stores"


def contents(connection: Any, columns: dict[str, list[str]]) -> dict[str, str]:
    """Return, per table, SHA-256 over its rows, read in the given columns and sorted."""
    hashes = {}
    for table, names in columns.items():
        listed = ", ".join(f'"{name}"' for name in names)
        rows = connection.execute(f'SELECT {listed} FROM "{table}"').fetchall()
        plain = sorted([v.hex() if isinstance(v, bytes) else v for v in row] for row in map(list, rows))
        hashes[table] = hashlib.sha256(json.dumps(plain).encode()).hexdigest()
    return hashes


def fill(unit: UnitOfWork) -> None:
    """Put at least one row into every table, with every value that may be missing present once."""
    later = NOON + timedelta(minutes=3)
    unit.session.add_all(
        (
            person(tiktok_handle="lumen", tiktok_account_id=ACCOUNT_ID, failed_sign_in_at=later, failed_sign_ins=2),
            business_center(),
            tables.Member(
                id="m1",
                business_center_id=CENTER_ID,
                person_id=PERSON_ID,
                role=BusinessCenterRole.ADMIN,
                finance_role=FinanceRole.MANAGER,
                status=MemberStatus.BOUND,
                joined_at=NOON,
            ),
            tables.DirectoryAccount(
                id=ACCOUNT_ID,
                handle="lumen",
                display_name="Lumen · لومن · 光",
                kind="creator",
                email="lumen@example.com",
                password_hash="x",
                claimed_by=CENTER_ID,
                created_at=NOON,
            ),
            tables.DirectoryDevice(
                id="d1",
                account_id=ACCOUNT_ID,
                phone_name="phone",
                public_key=b"o" * 32,
                kid=b"k" * 8,
                logged_in_at=NOON,
                last_seen_at=later,
                logged_out_at=later,
            ),
            tables.ConnectedApp(
                id="a1", account_id=ACCOUNT_ID, name="TikTok for Business", authorised_at=NOON, removed_at=later
            ),
            access_request(1, state=RequestState.APPROVED, decided_at=later, answered_handle="lumen", scanned_at=later),
            access_request(2, state=RequestState.FAILED, fail_reason=FailReason.ACCOUNT_LIMIT, parent_id=f"{1:032x}"),
            access_request(3, purpose="Reels in spring", expected_handle="lumen", wanted_end=NOON + timedelta(days=90)),
            tables.RequestAnswer(
                id="r1",
                request_id=f"{1:032x}",
                answer_hash=b"h" * 32,
                cose=b"a",
                outcome="accepted",
                arrived_at=later,
                signed_at=later,
                account_id=ACCOUNT_ID,
                handle="lumen",
            ),
            link(1, request_id=f"{1:032x}", ends_at=NOON + timedelta(days=90)),
            tables.MemberTikTokAccount(id="t1", member_id="m1", link_id=f"{1:032x}", role=TikTokAccountRole.OPERATOR),
            tables.LogIn(
                id="l1",
                purpose="first_start",
                computer_name="desk",
                issued_at=NOON,
                expires_at=later,
                code_text="LI1:X",
                code_hash=b"l" * 32,
                state="approved",
                decided_at=later,
            ),
            tables.Mail(
                id="e1",
                business_center_id=CENTER_ID,
                to_address="lumen@example.com",
                subject="A code",
                body="Open this in Business Center Desktop > Phone.",
                attachment_name="code.png",
                attachment=b"\x89PNG",
                created_at=NOON,
                read_at=later,
            ),
        )
    )
    record_one(unit)
    record_one(unit)
    sign_head(unit.session, CENTER_ID, lambda message: hashlib.sha512(message).digest())
    unit.changed(ChangeKind.TIKTOK_ACCOUNT, f"{1:032x}")


def make(schema: int) -> None:
    """Write the filled store of the present schema and what it holds."""
    path = FOLDER / f"{schema:04d}.bcstore"
    FOLDER.mkdir(parents=True, exist_ok=True)
    store = Store.open(path, clock=FixedClock(NOON))
    store.run(fill, key="fill", command="fill")
    store.close()
    connection = connect(pick_driver(), path, journal_mode="delete")
    columns = {name: [column.name for column in table.columns] for name, table in tables.METADATA.tables.items()}
    columns.pop("change_row")  # cleared away in time
    found = {"columns": columns, "sha256": contents(connection, columns)}
    connection.close()
    path.with_suffix(".json").write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
    path.chmod(0o644)


if __name__ == "__main__":
    if (FOLDER / f"{SCHEMA:04d}.bcstore").exists():
        sys.exit(f"there is a store of schema {SCHEMA}; a released one is never made again")
    make(SCHEMA)
