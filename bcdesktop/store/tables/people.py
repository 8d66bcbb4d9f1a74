"""People who sign in, and what they are in a Business Center."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, func
from sqlmodel import Field

from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.store.tables.base import Table, choice, counts_versions, refers_to, times, version_column


class Person(Table, table=True):
    """One person. The e-mail address is unique without regard to case: look it up with ``func.lower``."""

    __mapper_args__ = counts_versions()

    id: str = Field(primary_key=True)
    email: str
    name: str
    password_hash: str
    tiktok_handle: str | None = None
    tiktok_account_id: str | None = None
    # counter of the throttle, committed before the check is answered (security.md 2.7)
    failed_sign_ins: int = 0
    failed_sign_in_at: datetime | None = times(nullable=True)
    created_at: datetime = times()
    version: int = version_column()
    # sealed under the person's password, so that a copied file shows no authenticator secret (security.md 5.5, S7)
    two_step_sealed: bytes | None = None
    two_step_since: datetime | None = times(nullable=True)
    # the newest time step that was accepted: a code is taken once (security.md 2.7)
    two_step_last: int | None = None
    recovery_salt: bytes | None = None


Index("uq_person_email", func.lower(Person.__table__.c.email), unique=True)  # type: ignore[attr-defined]


class Member(Table, table=True):
    """A person in a Business Center."""

    __table_args__ = (UniqueConstraint("business_center_id", "person_id"),)

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id", index=False)
    person_id: str = refers_to("person.id")
    role: BusinessCenterRole = choice(BusinessCenterRole)
    finance_role: FinanceRole | None = choice(FinanceRole, nullable=True)
    status: MemberStatus = choice(MemberStatus)
    joined_at: datetime = times()
    left_at: datetime | None = times(nullable=True)


class MemberTikTokAccount(Table, table=True):
    """The role of a member on one linked TikTok account (A2-37, A2-38)."""

    __table_args__ = (UniqueConstraint("member_id", "link_id"),)

    id: str = Field(primary_key=True)
    member_id: str = refers_to("member.id", index=False)
    link_id: str = refers_to("tiktok_account_link.id")
    role: AssetRole = choice(AssetRole)
    given_at: datetime | None = times(nullable=True)
    given_by: str | None = None
    ends_at: datetime | None = times(nullable=True)


class RecoveryCode(Table, table=True):
    """One of ten codes that stand in for the authenticator, each once; ``code_hash`` is Argon2id under the salt."""

    id: str = Field(primary_key=True)
    person_id: str = refers_to("person.id")
    code_hash: bytes
    used_at: datetime | None = times(nullable=True)


class KeptSession(Table, table=True):
    """Somebody who stays signed in on one computer; the token itself lies in that computer's keyring."""

    id: str = Field(primary_key=True)
    person_id: str = refers_to("person.id")
    business_center_id: str = refers_to("business_center.id", index=False)
    token_hash: bytes = Field(unique=True)
    computer_name: str
    created_at: datetime = times()
    last_seen_at: datetime = times()
    ended_at: datetime | None = times(nullable=True)
