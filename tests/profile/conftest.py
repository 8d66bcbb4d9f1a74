"""A phone whose keys lie in sealed files, as on a computer without a keyring, and one with a keyring."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bcdesktop.core.clock import FixedClock
from bcdesktop.profile import PhoneProfile
from bcdesktop.vault import Cost, SealedFilePlace
from bcdesktop.vault.errors import SecretMissing

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class MemoryPlace:
    """Keeps secrets like a keyring does: without a passphrase."""

    needs_passphrase = False

    def __init__(self):
        self.kept = {}

    def put(self, name, secret, passphrase):
        self.kept[name] = secret

    def get(self, name, passphrase):
        if name not in self.kept:
            raise SecretMissing(name)
        return self.kept[name]

    def delete(self, name):
        self.kept.pop(name, None)

    def has(self, name):
        return name in self.kept


@pytest.fixture
def clock():
    return FixedClock(NOON)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "phones" / "mine"


@pytest.fixture(params=["keyring", "files"])
def secrets(request, folder):
    return MemoryPlace() if request.param == "keyring" else SealedFilePlace(folder / "keys", Cost.LEAST)


@pytest.fixture
def open_phone(folder, clock, secrets):
    """Open the phone as often as wanted; all are closed at the end."""
    opened = []

    def open_(**given):
        values = {"name": "Mine", "clock": clock, "secrets": secrets, "passcode_cost": Cost.LEAST} | given
        opened.append(PhoneProfile.open(folder, **values))
        return opened[-1]

    yield open_
    for phone in opened:
        phone.close()


@pytest.fixture
def phone(open_phone):
    phone = open_phone()
    phone.set_up("2580")
    return phone
