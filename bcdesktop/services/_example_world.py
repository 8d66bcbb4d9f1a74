"""Stage and props of the example: a clock that moves, phones, accounts, short ways to ask and answer."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import argon2

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.business_centers import parse_business, parse_person
from bcdesktop.core.clock import FixedClock
from bcdesktop.core.drafts import Draft
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.profile import PhoneProfile, phone_folder
from bcdesktop.services import _first_start, access_requests, directory, log_ins, owner
from bcdesktop.services.context import Context
from bcdesktop.services.phone_records import NewTikTokAccount, ScannedLogIn, ScannedRequest
from bcdesktop.services.records import Actor, LogInPurpose, NewBusinessCenter, RequestRow
from bcdesktop.store.store import Store
from bcdesktop.vault import Cost, open_secret_place

EXAMPLE_EMAIL = "nora@example.com"
EXAMPLE_PASSWORD = "linden-harbour-42"  # noqa: S105 - opens nothing but made-up data
EXAMPLE_PASSCODE = "2468"
EXAMPLE_PHONE = "Clients' phone"

DAYS = 40
# made-up accounts need no dear hashes: filling the store should take seconds
_HASHER = argon2.PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
_COST = Cost(1, 1024 * 1024)


class ExampleWorld:
    """A second view on the store of ``context`` whose clock starts 40 days ago."""

    def __init__(self, context: Context, folder: Path, elsewhere: Path) -> None:
        self.end = context.clock.now()
        self.clock = FixedClock(self.end - timedelta(days=DAYS))
        self.store = Store.open(context.store.path, clock=self.clock)
        self.context = replace(context, store=self.store, clock=self.clock, password_hasher=_HASHER)
        self.other_store = Store.open(elsewhere / "elsewhere.bcstore", clock=self.clock)
        self.other_context = replace(self.context, store=self.other_store)
        self.own_phone = self._phone(folder, "Agency phone")
        self.client_phone = self._phone(folder, EXAMPLE_PHONE)
        self.far_phone = self._phone(elsewhere, "Far phone")
        self.passcode = EXAMPLE_PASSCODE if self.own_phone.has_passcode else None

    def close(self) -> None:
        """Let go of every file."""
        for phone in (self.own_phone, self.client_phone, self.far_phone):
            phone.close()
        self.store.close()
        self.other_store.close()

    def _phone(self, data_dir: Path, name: str) -> PhoneProfile:
        folder = phone_folder(data_dir, name)
        # made-up keys have no business in a person's keyring
        secrets = open_secret_place(folder / "keys", backend="file", cost=_COST)
        phone = PhoneProfile.open(folder, name=name, clock=self.clock, secrets=secrets, passcode_cost=_COST)
        if not phone.is_set_up:
            phone.set_up(EXAMPLE_PASSCODE if phone.passcode_required else None)
        return phone

    def move_to(self, days: float, minutes: float = 0) -> None:
        """Set the clock to so many days after the start; backwards is a mistake."""
        target = self.end - timedelta(days=DAYS) + timedelta(days=days, minutes=minutes)
        self._move(target)

    def move_before_end(self, **ago: float) -> None:
        """Set the clock to so long before now."""
        self._move(self.end - timedelta(**ago))

    def _move(self, target: datetime) -> None:
        if target < self.clock.now():
            raise ValueError(target)
        self.clock.advance(target - self.clock.now())

    def sign_up(self, phone: PhoneProfile, handle: str, name: str, kind: str, context: Context | None = None) -> None:
        """Make a TikTok account on ``phone``."""
        new = NewTikTokAccount(handle, name, kind, f"{handle.replace('.', '-')}@example.com", EXAMPLE_PASSWORD)
        directory.sign_up(context or self.context, phone, new, self.passcode)

    def use(self, handle: str) -> None:
        """Make ``handle`` the active account of the clients' phone."""
        account = next(a for a in self.client_phone.accounts() if a.handle == handle)
        self.client_phone.set_active(account.account_id)

    def create_center(self, name: str, person: str, email: str, about: str) -> Actor:
        """Create a Business Center; its person logs in with the active account of the agency's phone."""
        log_in = log_ins.start(self.context, LogInPurpose.FIRST_START, "Office computer")
        scanned = owner.open_code(self.context, self.own_phone, log_in.code_text)
        assert isinstance(scanned, ScannedLogIn)  # noqa: S101 - it is one
        owner.approve_log_in(self.context, self.own_phone, scanned, self.passcode)
        new = NewBusinessCenter(
            log_in_id=log_in.id,
            name=name,
            country="SE",
            time_zone="Europe/Stockholm",
            currency="EUR",
            address="Quay 4, Example Harbour",
            activity_description=about,
            person_name=person,
            email=email,
            password=EXAMPLE_PASSWORD,
        )
        return _first_start.create(self.context, parse_person(parse_business(new)), is_example=True).actor

    def ask(
        self,
        actor: Actor,
        permissions: PermissionSet,
        handle: str | None = None,
        *,
        kind: Kind = Kind.LINK,
        method: Method = Method.QR_CODE,
        purpose: str | None = None,
        wanted_end: datetime | None = None,
    ) -> RequestRow:
        """Make a request."""
        draft = Draft(kind, method, permissions, handle, purpose, wanted_end, asks_again=True)
        return access_requests.create(self.context, actor, draft, uuid.uuid4().hex)

    def scan(self, request: RequestRow, handle: str) -> ScannedRequest:
        """Read the code on the clients' phone as ``handle``."""
        self.use(handle)
        scanned = owner.open_code(self.context, self.client_phone, request.code_text)
        assert isinstance(scanned, ScannedRequest)  # noqa: S101 - it is one
        return scanned

    def approve(self, request: RequestRow, handle: str, permissions: PermissionSet | None = None) -> str:
        """Let ``handle`` agree; return the id of the link."""
        scanned = self.scan(request, handle)
        delivery = owner.approve(
            self.context, self.client_phone, scanned, permissions or scanned.permissions, passcode=self.passcode
        )
        assert delivery.result is not None  # noqa: S101 - the request is of this store
        return delivery.result.link_id or ""
