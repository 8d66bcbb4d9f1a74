"""The TikTok accounts of a phone and their keys; the private ones lie in the secret place, never in the file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bcdesktop.core.code.keys import SigningKey, kid
from bcdesktop.core.errors import NotFound
from bcdesktop.profile.database import Database, to_text
from bcdesktop.profile.records import PhoneAccount
from bcdesktop.vault import SecretPlace

_COLUMNS = "account_id, handle, display_name, public_key, added_at, is_active"
# two may be added at the same instant
_ORDER = "added_at, rowid"


class Accounts:
    """Rows of accounts and the secrets that belong to them."""

    def __init__(self, database: Database, secrets: SecretPlace, phone_id: str) -> None:
        self._database = database
        self._secrets = secrets
        self._phone_id = phone_id
        self._unsealed: dict[str, SigningKey] = {}

    def all(self) -> tuple[PhoneAccount, ...]:
        """Return the accounts in the order they were added."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM account ORDER BY {_ORDER}")  # noqa: S608
        return tuple(_account(row) for row in rows)

    def get(self, account_id: str) -> PhoneAccount:
        """Return one account. Raises NotFound."""
        for account in self.all():
            if account.account_id == account_id:
                return account
        raise NotFound("account", account_id)

    def add(
        self,
        account_id: str,
        handle: str,
        display_name: str,
        *,
        at: datetime,
        passphrase: str | None,
        key: SigningKey | None = None,
    ) -> PhoneAccount:
        """Keep ``key``, or a new one, add the account and make it the active one; an old key of it is replaced."""
        key = key or SigningKey.generate()
        # the secret first: an account without its key would be of no use, a key without its account does no harm
        self._secrets.put(self._name(account_id), key.seed, passphrase)
        with self._database.write() as connection:
            connection.execute("UPDATE account SET is_active = 0")
            connection.execute(
                f"INSERT OR REPLACE INTO account ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, 1)",  # noqa: S608
                (account_id, handle, display_name, key.public_key, to_text(at)),
            )
        self._unsealed[account_id] = key
        return self.get(account_id)

    def remove(self, account_id: str) -> None:
        """Take the account out and destroy its key; the next account becomes the active one. Raises NotFound."""
        account = self.get(account_id)
        with self._database.write() as connection:
            connection.execute("DELETE FROM account WHERE account_id = ?", (account_id,))
            if account.is_active:
                connection.execute(
                    f"UPDATE account SET is_active = 1 WHERE account_id = (SELECT account_id FROM account "  # noqa: S608
                    f"ORDER BY {_ORDER} LIMIT 1)"
                )
        self._unsealed.pop(account_id, None)
        for name in self._names(account_id):
            self._secrets.delete(name)

    def set_active(self, account_id: str) -> None:
        """Make the account the one that answers. Raises NotFound."""
        self.get(account_id)
        with self._database.write() as connection:
            connection.execute("UPDATE account SET is_active = (account_id = ?)", (account_id,))

    def signing_key(self, account_id: str, passphrase: str | None) -> SigningKey:
        """Return the private key. Raises NotFound and the errors of SecretPlace.get."""
        self.get(account_id)
        if account_id not in self._unsealed:
            self._unsealed[account_id] = SigningKey(self._secrets.get(self._name(account_id), passphrase))
        return self._unsealed[account_id]

    def next_sequence(self, account_id: str) -> int:
        """Return the next number for a message of this owner, from 1, never the same again (security.md 2.6)."""
        with self._database.write() as connection:
            (number,) = connection.execute(
                "INSERT INTO sequence VALUES (?, 1) ON CONFLICT (account_id) DO UPDATE SET sequence = sequence + 1 "
                "RETURNING sequence",
                (account_id,),
            ).fetchone()
        return int(number)

    def reseal(self, old: str | None, new: str | None, **values: str) -> None:
        """Seal every key with ``new`` in place of ``old`` and keep ``values``: all of it, or nothing.

        The keys are written anew beside the old ones; the one commit in between decides which of them count. What a
        kill leaves over is taken away by ``sweep``. Raises the errors of SecretPlace.
        """
        generation = self._generation() + 1
        for account in self.all():
            secret = self._secrets.get(self._name(account.account_id), old)
            self._secrets.put(self._name(account.account_id, generation), secret, new)
        self._database.set_values(key_generation=str(generation), **values)
        self.sweep()

    def sweep(self) -> None:
        """Destroy what a change of the passcode left over: keys sealed with another one than the one that counts."""
        for account in self.all():
            current, *others = self._names(account.account_id)
            for name in others:
                if name != current and self._secrets.has(name):
                    self._secrets.delete(name)

    def forget_keys(self) -> None:
        """Forget what was unsealed in memory."""
        self._unsealed.clear()

    def _generation(self) -> int:
        return int(self._database.value("key_generation") or 0)

    def _name(self, account_id: str, generation: int | None = None) -> str:
        number = self._generation() if generation is None else generation
        # the first generation has no number: phones made before there were any keep their keys
        return f"phone-{self._phone_id}-{account_id}" + (f"-{number}" if number else "")

    def _names(self, account_id: str) -> tuple[str, ...]:
        """Return the name that counts, then those that an unfinished change may have left."""
        number = self._generation()
        return tuple(self._name(account_id, n) for n in (number, number + 1, max(number - 1, 0)))


def _account(row: tuple[Any, ...]) -> PhoneAccount:
    account_id, handle, display_name, public_key, added_at, is_active = row
    return PhoneAccount(
        account_id, handle, display_name, public_key, kid(public_key), datetime.fromisoformat(added_at), bool(is_active)
    )
