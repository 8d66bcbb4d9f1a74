"""A small world for service tests: one store, Business Centers made through the services, phones with accounts."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import argon2
import base45
from sqlmodel import col, select

from bcdesktop.core import code
from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.clock import FixedClock, unix
from bcdesktop.core.drafts import Draft
from bcdesktop.core.ids import new_id
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.permissions import PermissionSet, Preset, preset_permissions
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, MemberStatus
from bcdesktop.profile import PhoneProfile
from bcdesktop.services import access_requests, activity, business_centers, directory, log_ins, owner
from bcdesktop.services.context import Context
from bcdesktop.services.phone_records import NewTikTokAccount, ScannedLogIn, ScannedRequest
from bcdesktop.services.records import Actor, LogInPurpose, NewBusinessCenter, RequestRow
from bcdesktop.store.activity import STORE_CHAIN
from bcdesktop.store.store import Store
from bcdesktop.store.tables import ActivityEntry, DirectoryAccount, Member, MemberTikTokAccount, Person
from bcdesktop.vault import Cost
from bcdesktop.vault.errors import PassphraseNeeded, PassphraseWrong, SecretMissing

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PASSWORD = "linden-harbour-42"
HASHER = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
CHEAP = Cost(1, 8 * 1024)
SPARK = preset_permissions(Preset.SPARK_ADS)
LIVE = preset_permissions(Preset.LIVE_ADS)


class MemorySecrets:
    """A place for secrets that forgets everything with the test; with passphrases or, as a keyring, without."""

    def __init__(self, *, needs_passphrase: bool = False) -> None:
        self.needs_passphrase = needs_passphrase
        self.kept: dict[str, tuple[bytes, str | None]] = {}

    def put(self, name: str, secret: bytes, passphrase: str | None) -> None:
        if self.needs_passphrase and passphrase is None:
            raise PassphraseNeeded(name)
        self.kept[name] = (secret, passphrase)

    def get(self, name: str, passphrase: str | None) -> bytes:
        if name not in self.kept:
            raise SecretMissing(name)
        if self.needs_passphrase and passphrase is None:
            raise PassphraseNeeded(name)
        secret, expected = self.kept[name]
        if self.needs_passphrase and passphrase != expected:
            raise PassphraseWrong(name)
        return secret

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)

    def has(self, name: str) -> bool:
        return name in self.kept


@dataclass
class World:
    """Everything a service test needs; what it makes, it makes through the services."""

    folder: Path
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOON))
    secrets: MemorySecrets = field(default_factory=MemorySecrets)
    phones: dict[str, PhoneProfile] = field(default_factory=dict)
    opened: list[Store] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = self.open_store("one")
        self.context = Context(self.store, self.clock, self.secrets, password_hasher=HASHER, seal_cost=CHEAP)

    def open_store(self, name: str) -> Store:
        store = Store.open(self.folder / f"{name}.bcstore", clock=self.clock)
        self.opened.append(store)
        return store

    def other_store(self, name: str = "two") -> Context:
        """Return the context of another store on another computer."""
        return Context(self.open_store(name), self.clock, MemorySecrets(), password_hasher=HASHER, seal_cost=CHEAP)

    def limited(self, **limits: int) -> Context:
        """Return the context with smaller limits."""
        return replace(self.context, limits=replace(LIMITS, **limits))

    def close(self) -> None:
        for phone in self.phones.values():
            phone.close()
        for store in self.opened:
            store.close()

    def wait(self, **delta: float) -> None:
        self.clock.advance(timedelta(**delta))

    def phone(self, name: str = "Owner's phone") -> PhoneProfile:
        """Return the phone of this name, made at its first use, without a passcode."""
        if name not in self.phones:
            self.phones[name] = PhoneProfile.open(
                self.folder / "phones" / uuid.uuid4().hex,
                name=name,
                clock=self.clock,
                secrets=MemorySecrets(),
                passcode_cost=CHEAP,
            )
            self.phones[name].set_up(None)
        return self.phones[name]

    def sign_up(
        self,
        handle: str,
        phone: PhoneProfile | None = None,
        *,
        kind: str = "creator",
        is_public: bool = True,
        context: Context | None = None,
    ) -> PhoneProfile:
        """Make a TikTok account and log in to it; return the phone."""
        phone = phone or self.phone(f"Phone of {handle}")
        new = NewTikTokAccount(handle, handle.title(), kind, f"{handle}@example.com", PASSWORD, is_public)
        directory.sign_up(context or self.context, phone, new)
        return phone

    def center(
        self, name: str = "Lantern Media", person: str = "Nora", context: Context | None = None, handle: str = ""
    ) -> Actor:
        """Create a Business Center by a log-in that a phone approved; the person's account is @<person>_tt.

        A second one of the same person needs another ``handle``.
        """
        context = context or self.context
        phone = self.sign_up(handle or f"{person.lower()}_tt", self.phone(uuid.uuid4().hex), context=context)
        log_in = log_ins.start(context, LogInPurpose.FIRST_START, "Desk")
        scanned = owner.open_code(context, phone, log_in.code_text)
        assert isinstance(scanned, ScannedLogIn)
        owner.approve_log_in(context, phone, scanned)
        new = NewBusinessCenter(
            log_in_id=log_in.id,
            name=name,
            country="DE",
            time_zone="Europe/Berlin",
            currency="EUR",
            address="Hafenweg 1, Bremen",
            activity_description="Campaigns for shops",
            person_name=person,
            email=f"{person.lower()}@example.com",
            password=PASSWORD,
        )
        return business_centers.create(context, new).actor

    def standard_member(self, admin: Actor, name: str = "Sam") -> Actor:
        """Return a Standard member; inviting people is a later part of the work, so the rows are made here."""
        person_id = new_id()

        def work(unit):
            person = Person(
                id=person_id,
                email=f"{name.lower()}@example.com",
                name=name,
                password_hash=HASHER.hash(PASSWORD),
                created_at=unit.now,
            )
            member = Member(
                id=new_id(),
                business_center_id=admin.business_center_id,
                person_id=person_id,
                role=BusinessCenterRole.STANDARD,
                status=MemberStatus.BOUND,
                joined_at=unit.now,
            )
            unit.session.add_all((person, member))

        self.store.run(work)
        return Actor(
            person_id,
            name,
            f"{name.lower()}@example.com",
            admin.business_center_id,
            admin.business_center_name,
            BusinessCenterRole.STANDARD,
        )

    def request(
        self,
        actor: Actor,
        permissions: PermissionSet = SPARK,
        *,
        kind: Kind = Kind.LINK,
        method: Method = Method.QR_CODE,
        context: Context | None = None,
        **draft: object,
    ) -> RequestRow:
        return access_requests.create(
            context or self.context, actor, Draft(kind, method, permissions, **draft), uuid.uuid4().hex
        )

    def scan(self, request: RequestRow, phone: PhoneProfile, context: Context | None = None) -> ScannedRequest:
        scanned = owner.open_code(context or self.context, phone, request.code_text)
        assert isinstance(scanned, ScannedRequest)
        return scanned

    def approve(self, request: RequestRow, phone: PhoneProfile, context: Context | None = None, **given: object):
        scanned = self.scan(request, phone, context)
        permissions = given.pop("permissions", scanned.permissions)
        return owner.approve(context or self.context, phone, scanned, permissions, **given)

    def state(self, actor: Actor, request: RequestRow):
        return access_requests.get(self.context, actor, request.id).state

    def actions(self, actor: Actor) -> list[str]:
        """Return the actions in the activity log, oldest first."""
        return [entry.action for entry in reversed(activity.entries(self.context, actor))]

    def last_entry(self, actor: Actor):
        return activity.entries(self.context, actor, limit=1)[0]

    def store_actions(self) -> list[str]:
        """Return the actions in the store's own chain, oldest first."""
        with self.store.read() as session:
            rows = select(ActivityEntry).where(ActivityEntry.chain == STORE_CHAIN).order_by(col(ActivityEntry.seq))
            return [entry.action for entry in session.exec(rows)]

    def change_account(self, handle: str, **values: object) -> None:
        """Change what only TikTok itself can change about an account."""

        def work(unit):
            account = unit.session.exec(select(DirectoryAccount).where(DirectoryAccount.handle == handle)).one()
            for name, value in values.items():
                setattr(account, name, value)
            unit.session.add(account)

        self.store.run(work)

    def forget_tiktok_of(self, actor: Actor) -> None:
        """Take away the account the person logged in with, as for somebody who was invited by e-mail."""

        def work(unit):
            person = unit.session.get_one(Person, actor.person_id)
            person.tiktok_account_id = person.tiktok_handle = None
            unit.session.add(person)

        self.store.run(work)

    def make_standard(self, actor: Actor) -> None:
        """Take the admin role away behind the actor's back."""
        self.store.run(lambda unit: setattr(self._member(unit, actor), "role", BusinessCenterRole.STANDARD))

    def give(self, actor: Actor, link_id: str) -> None:
        """Give a member Analyst access to an account."""

        def work(unit):
            member = self._member(unit, actor)
            unit.session.add(
                MemberTikTokAccount(id=new_id(), member_id=member.id, link_id=link_id, role=AssetRole.ANALYST)
            )

        self.store.run(work)

    @staticmethod
    def _member(unit, actor: Actor) -> Member:
        rows = select(Member).where(
            Member.person_id == actor.person_id, Member.business_center_id == actor.business_center_id
        )
        return unit.session.exec(rows).one()

    def forged_request(self, actor: Actor) -> str:
        """Return a request under the id of the actor's Business Center, signed with another key."""
        key = code.SigningKey.generate()
        message = code.AccessRequest(
            request_id=bytes(16),
            centre_key=key.public_key,
            centre_name=actor.business_center_name,
            scope=SPARK.scope,
            issued_at=unix(self.clock.now()),
            life=600,
            kind=code.RequestKind.LINK,
            business_center_id=actor.business_center_id,
        )
        return code.seal(message, key).text

    @staticmethod
    def with_flipped_signature(text: str) -> str:
        """Return the code with one bit of its signature turned over."""
        prefix, _, body = text.partition(":")
        raw = bytearray(base45.b45decode(body))
        raw[-1] ^= 1
        return f"{prefix}:{base45.b45encode(bytes(raw)).decode()}"
