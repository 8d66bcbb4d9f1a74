"""The committed stores of released schemas: ``python -m tests.store.stores`` makes the one of the present schema.

Beside each lies a JSON file with the columns it had and a hash of what every table held, which must still be readable
after any later migration. A released pair is never made again.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bcdesktop.core.access_requests import FailReason, RequestState
from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.clock import FixedClock
from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.mails import MailKind, MailSecurity, MailState
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AppliesTo, AssetRole, BusinessCenterRole, FinanceRole, MemberStatus
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
from tests.store.stores_ads import ads_and_assets, endings

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
            person(
                tiktok_handle="lumen",
                tiktok_account_id=ACCOUNT_ID,
                failed_sign_in_at=later,
                failed_sign_ins=2,
                two_step_sealed=b"t" * 60,
                two_step_since=NOON,
                two_step_last=58_000_000,
                recovery_salt=b"r" * 16,
            ),
            business_center(
                two_step_for=AppliesTo.ADMINS, allowed_domains=["example.com"], domains_for=AppliesTo.EVERYBODY
            ),
            tables.Member(
                id="m1",
                business_center_id=CENTER_ID,
                person_id=PERSON_ID,
                role=BusinessCenterRole.ADMIN,
                finance_role=FinanceRole.MANAGER,
                status=MemberStatus.BOUND,
                joined_at=NOON,
                left_at=later,
            ),
            *people_and_partners(later),
            *ads_and_assets(later),
            *endings(later),
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
            link(
                1,
                request_id=f"{1:032x}",
                ends_at=NOON + timedelta(days=90),
                ended_by="Nour",
                revocation_cose=b"rv",
            ),
            tables.MemberTikTokAccount(
                id="t1",
                member_id="m1",
                link_id=f"{1:032x}",
                role=AssetRole.OPERATOR,
                given_at=NOON,
                given_by="Nour",
                ends_at=later,
            ),
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
                kind=MailKind.NOTE,
                state=MailState.FAILED,
                from_name="Lantern",
                about_id="i1",
                sent_at=later,
                failure={"code": "mail_refused", "params": {"answer": "550"}},
                tries=2,
            ),
        )
    )
    record_one(unit)
    record_one(unit)
    sign_head(unit.session, CENTER_ID, lambda message: hashlib.sha512(message).digest())
    unit.changed(ChangeKind.TIKTOK_ACCOUNT, f"{1:032x}")


def people_and_partners(later: datetime) -> tuple[tables.Table, ...]:
    """Return the rows of what came with the second schema."""
    return (
        tables.RecoveryCode(id="c1", person_id=PERSON_ID, code_hash=b"c" * 32, used_at=later),
        tables.KeptSession(
            id="k1",
            person_id=PERSON_ID,
            business_center_id=CENTER_ID,
            token_hash=b"k" * 32,
            computer_name="desk",
            created_at=NOON,
            last_seen_at=later,
            ended_at=later,
        ),
        tables.Invitation(
            id="i1",
            business_center_id=CENTER_ID,
            email="sam@example.com",
            name="Sam",
            role=BusinessCenterRole.STANDARD,
            finance_role=FinanceRole.ANALYST,
            state=InvitationState.DECLINED,
            accounts=[[f"{1:032x}", "operator"]],
            code_hash=b"i" * 32,
            invited_by=PERSON_ID,
            created_at=NOON,
            expires_at=later,
            sent_at=NOON,
            decided_at=later,
            decline_reason="Not now",
            person_id=PERSON_ID,
        ),
        tables.Partnership(
            id="p1",
            owner_center_id=CENTER_ID,
            owner_name="Lantern",
            partner_center_id="4" * 19,
            partner_name="Otter Works",
            state=PartnershipState.ENDED,
            is_elsewhere=True,
            invited_by="Nour",
            note="Winter",
            created_at=NOON,
            decided_at=later,
            decided_by="Otto",
            decline_reason="",
            ended_at=later,
            ended_by="Nour",
            ends_at=later,
            owner_key=b"p" * 32,
            partner_key=b"q" * 32,
            sequence=3,
        ),
        tables.PartnerShare(
            id="s1",
            partnership_id="p1",
            link_id=f"{1:032x}",
            account_id=ACCOUNT_ID,
            handle="lumen",
            display_name="Lumen",
            role=AssetRole.ANALYST,
            shared_at=NOON,
            shared_by="Nour",
        ),
        tables.MemberPartnerShare(
            id="t2",
            member_id="m1",
            share_id="s1",
            role=AssetRole.ANALYST,
            given_at=NOON,
            given_by="Nour",
            ends_at=later,
        ),
        tables.GrantChange(
            business_center_id=CENTER_ID,
            asset_kind=AssetKind.TIKTOK_ACCOUNT,
            asset_id=f"{1:032x}",
            asset_name="@lumen",
            holder_kind=HolderKind.MEMBER,
            holder_id="m1",
            holder_name="Nour",
            before="analyst",
            after="operator",
            at=NOON,
            by_name="Nour",
            activity_seq=1,
        ),
        tables.AdminRequest(
            id="q1",
            business_center_id=CENTER_ID,
            person_id=PERSON_ID,
            asked_by_name="Nour",
            asked_by_email="nour@example.com",
            subject=AdminRequestSubject.ACTION,
            action="disconnect_tiktok_account",
            object_id=f"{1:032x}",
            object_name="@lumen",
            text="Please",
            state=AdminRequestState.DONE,
            created_at=NOON,
            decided_at=later,
            decided_by="Nour",
            answer="Done",
        ),
        tables.MailServer(
            business_center_id=CENTER_ID,
            host="mail.example.com",
            port=587,
            security=MailSecurity.STARTTLS,
            login="lantern",
            from_address="lantern@example.com",
            from_name="Lantern",
        ),
    )


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
