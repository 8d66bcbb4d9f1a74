"""One phone (decisions.md, Who is who): the one door to everything a phone keeps. Used from any thread."""

from __future__ import annotations

import threading
import uuid
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any

from bcdesktop.core.clock import Clock
from bcdesktop.core.code.keys import SigningKey
from bcdesktop.profile.accounts import Accounts
from bcdesktop.profile.app_lists import AppLists
from bcdesktop.profile.centres import Centres
from bcdesktop.profile.database import Database
from bcdesktop.profile.passcode import Passcode
from bcdesktop.profile.phones import DATABASE_NAME
from bcdesktop.profile.receipts import Receipts
from bcdesktop.profile.records import AppList, AppVersion, PhoneAccount, PhoneSettings, PinnedCentre, Receipt, SeenCode
from bcdesktop.store.places import private_folder
from bcdesktop.vault import Cost, SecretPlace, open_secret_place
from bcdesktop.vault.errors import PassphraseNeeded

PASSCODE_COST = Cost(3, 64 * 1024 * 1024)


class PhoneProfile:
    """What one phone keeps for itself. Checking a passcode and reading a key take time: call those in a worker."""

    def __init__(self, database: Database, clock: Clock, secrets: SecretPlace, passcode_cost: Cost) -> None:
        """Use ``PhoneProfile.open``."""
        self._database = database
        self._clock = clock
        self._secrets = secrets
        self._passcode = Passcode(database, clock, passcode_cost)
        self._accounts = Accounts(database, secrets, database.value("phone_id") or "")
        self._centres = Centres(database)
        self._receipts = Receipts(database)
        self._app_lists = AppLists(database)
        # keys are sealed with the passcode that counts while they are written
        self._keys_turn = threading.Lock()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        name: str,
        clock: Clock,
        secrets: SecretPlace | None = None,
        passcode_cost: Cost = PASSCODE_COST,
    ) -> PhoneProfile:
        """Open the phone in ``folder``, or make it with ``name``; a phone with a passcode starts locked.

        Without ``secrets`` the keyring is used, or sealed files in the folder. Raises the errors of store.errors.
        """
        private_folder(folder)
        database = Database(folder / DATABASE_NAME, {"phone_id": uuid.uuid4().hex, "name": name})
        return cls(database, clock, secrets or open_secret_place(folder / "keys"), passcode_cost)

    @property
    def name(self) -> str:
        """The phone's name."""
        return self._database.value("name") or ""

    @property
    def is_set_up(self) -> bool:
        """Whether ``set_up`` was done."""
        return self._database.value("is_set_up") is not None

    @property
    def passcode_required(self) -> bool:
        """Whether a passcode has to be set: where there is no keyring it seals the keys."""
        return self._secrets.needs_passphrase

    @property
    def has_passcode(self) -> bool:
        """Whether a passcode was set."""
        return self._passcode.exists

    def set_up(self, passcode: str | None) -> None:
        """Set the phone up, once, with a passcode of 4 to 32 characters or, where none is required, without one.

        Raises PassphraseNeeded, ValueTooShort or ValueTooLong.
        """
        if self.is_set_up:
            raise RuntimeError("set up already")
        if passcode is None and self.passcode_required:
            raise PassphraseNeeded(self.name)
        hashed = "" if passcode is None else self._passcode.hash(passcode)
        self._database.set_values(is_set_up="1", passcode_hash=hashed)
        if passcode is not None:
            self._passcode.hold(passcode)

    def change_passcode(self, old: str | None, new: str | None) -> None:
        """Put ``new`` in place of the passcode ``old`` and seal the keys anew; a kill leaves the one or the other.

        ``old`` is None where there was none, ``new`` is None to do without, where none is required. Takes some
        tenths of a second for each account. Raises WrongPasscode, PasscodeThrottled, PassphraseNeeded, ValueTooShort,
        ValueTooLong, SecretPlaceReadOnly, SecretPlaceLocked.
        """
        if new is None and self.passcode_required:
            raise PassphraseNeeded(self.name)
        if self.has_passcode:
            self._passcode.check(old or "")
        hashed = "" if new is None else self._passcode.hash(new)
        with self._keys_turn:
            if self._secrets.needs_passphrase:
                self._accounts.reseal(old, new, passcode_hash=hashed)
            else:
                self._database.set_values(passcode_hash=hashed)
            if new is None:
                self._passcode.forget()
            else:
                self._passcode.hold(new)

    def check_passcode(self, passcode: str) -> None:
        """Raise WrongPasscode or PasscodeThrottled where it is not the phone's (security.md 1.3, A8)."""
        self._passcode.check(passcode)

    @property
    def locked(self) -> bool:
        """Whether the passcode has to be typed before anything is shown."""
        return self.has_passcode and self._passcode.held is None

    def lock(self) -> None:
        """Lock the phone and forget everything secret in memory."""
        self._passcode.forget()
        self._accounts.forget_keys()

    def unlock(self, passcode: str) -> None:
        """Unlock the phone. Raises WrongPasscode, PasscodeThrottled or SecretPlaceReadOnly."""
        self._passcode.check(passcode)
        if self._secrets.needs_passphrase:
            with self._keys_turn:
                self._accounts.sweep()

    def accounts(self) -> tuple[PhoneAccount, ...]:
        """Return the accounts logged in here, in the order they came."""
        return self._accounts.all()

    @property
    def active(self) -> PhoneAccount | None:
        """The account that answers now."""
        return next((account for account in self.accounts() if account.is_active), None)

    def add_account(
        self,
        account_id: str,
        handle: str,
        display_name: str,
        passcode: str | None = None,
        *,
        key: SigningKey | None = None,
    ) -> PhoneAccount:
        """Log an account in here: makes its Ed25519 key, or takes ``key``, and makes it the active one.

        ``passcode`` is needed only where the phone is locked. Raises PassphraseNeeded, WrongPasscode.
        """
        with self._keys_turn:
            passphrase = self._passphrase(account_id, passcode)
            return self._accounts.add(
                account_id, handle, display_name, at=self._clock.now(), passphrase=passphrase, key=key
            )

    def remove_account(self, account_id: str) -> None:
        """Log the account out here, destroy its key and forget its list of apps. Raises NotFound."""
        self._accounts.remove(account_id)
        self._app_lists.drop(account_id)

    def set_active(self, account_id: str) -> None:
        """Switch to the account. Raises NotFound."""
        self._accounts.set_active(account_id)

    def signing_key(self, account_id: str, passcode: str | None) -> SigningKey:
        """Return the private key of an account.

        Where the phone has a passcode it is asked for each time (security.md 1.3, A8). Raises NotFound,
        PassphraseNeeded, WrongPasscode, PasscodeThrottled, SecretMissing, SecretPlaceLocked.
        """
        if self.has_passcode:
            if passcode is None:
                raise PassphraseNeeded(self.name)
            self._passcode.check(passcode)
        return self._accounts.signing_key(account_id, passcode)

    def next_sequence(self, account_id: str) -> int:
        """Return the next sequence number of this owner's messages; durable, never the same again."""
        return self._accounts.next_sequence(account_id)

    @property
    def centres(self) -> tuple[PinnedCentre, ...]:
        """The Business Centers this phone knows."""
        return self._centres.all()

    def centre(self, business_center_id: str) -> PinnedCentre | None:
        """Return a Business Center this phone knows, else None."""
        return self._centres.get(business_center_id)

    def check_centre(self, business_center_id: str, public_key: bytes) -> PinnedCentre | None:
        """Return the pinned Business Center, None for a new one. Raises CentreKeyChanged."""
        return self._centres.check(business_center_id, public_key)

    def pin_centre(self, business_center_id: str, name: str, public_key: bytes) -> PinnedCentre:
        """Pin the key on first sight and return what is pinned. Raises CentreKeyChanged."""
        return self._centres.pin(business_center_id, name, public_key, self._clock.now())

    def mark_compared(self, business_center_id: str) -> None:
        """Say that the 30 digits were compared now. Raises NotFound."""
        self._centres.mark_compared(business_center_id, self._clock.now())

    def mute_centre(self, business_center_id: str, muted: bool = True) -> None:
        """Block a Business Center, or hear it again. Raises NotFound."""
        self._centres.mute(business_center_id, muted)

    def seen(self, code_hash: bytes) -> SeenCode | None:
        """Return what this phone knows of a code it met."""
        return self._centres.seen(code_hash)

    def remember_seen(self, code_hash: bytes, expires_at: datetime, decision: str | None = None) -> None:
        """Remember a code until a day after its end; the first decision stays."""
        self._centres.remember(code_hash, expires_at, decision, self._clock.now())

    def receipts(self) -> tuple[Receipt, ...]:
        """Return the receipts, the newest first."""
        return self._receipts.all()

    def add_receipt(self, receipt: Receipt) -> None:
        """Keep a receipt; adding it twice changes nothing."""
        self._receipts.add(receipt)

    def mark_delivered(self, receipt_id: str) -> None:
        """Say that the answer of a receipt reached the Business Center. Raises NotFound."""
        self._receipts.mark_delivered(receipt_id)

    def app_list(self, account_id: str) -> AppList | None:
        """Return the copy of an account's list of apps, None where this phone has none."""
        return self._app_lists.get(account_id)

    def keep_app_list(self, account_id: str, apps: AppList) -> None:
        """Keep ``apps`` as the copy."""
        self._app_lists.keep(account_id, apps)

    def clear_cache(self) -> None:
        """Throw away what this phone only keeps a copy of; accounts, keys and receipts stay (A0-42)."""
        self._app_lists.drop_all()

    def together(self) -> AbstractContextManager[Any]:
        """Make the changes in this context one: all are durable at its end, or, after an error, none is."""
        return self._database.write()

    @property
    def settings(self) -> PhoneSettings:
        """What was set on this phone."""
        default = PhoneSettings()
        version = self._database.value("app_version") or default.app_version
        minutes = self._database.value("auto_lock_minutes") or default.auto_lock_minutes
        return PhoneSettings(AppVersion(version), int(minutes))

    def change_settings(self, settings: PhoneSettings) -> None:
        """Keep ``settings``."""
        self._database.set_values(
            app_version=settings.app_version.value, auto_lock_minutes=str(settings.auto_lock_minutes)
        )

    def close(self) -> None:
        """Lock the phone and let go of its file."""
        self.lock()
        self._database.close()

    def _passphrase(self, name: str, passcode: str | None) -> str | None:
        if passcode is not None and self.has_passcode:
            self._passcode.check(passcode)
        passphrase = passcode or self._passcode.held
        if passphrase is None and self._secrets.needs_passphrase:
            raise PassphraseNeeded(name)
        return passphrase
