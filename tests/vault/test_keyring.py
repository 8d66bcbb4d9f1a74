"""Secrets in the keyring, and which back ends are taken for one (security.md 2.5.7, 5.3 F9)."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from bcdesktop.vault import Cost, SealedFilePlace, open_secret_place
from bcdesktop.vault.errors import SecretDamaged, SecretMissing, SecretPlaceLocked
from bcdesktop.vault.keyring_place import KeyringPlace, has_real_keyring


class MemoryKeyring(KeyringBackend):
    """A back end as a desktop has one."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}
        self.locked = False

    def get_password(self, service, username):
        self._refuse_while_locked()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._refuse_while_locked()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._refuse_while_locked()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _refuse_while_locked(self):
        if self.locked:
            raise KeyringLocked


@pytest.fixture
def backend():
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def use(backend):
    return keyring.set_keyring


def test_what_was_put_comes_back_and_needs_no_passphrase(backend):
    place = KeyringPlace()
    place.put("key", b"\x00\xff", None)

    assert place.get("key", None) == b"\x00\xff"
    assert place.has("key")
    assert not place.needs_passphrase


def test_a_secret_that_is_not_there_is_missing(backend):
    assert not KeyringPlace().has("key")
    with pytest.raises(SecretMissing):
        KeyringPlace().get("key", None)


def test_a_secret_may_be_deleted_twice(backend):
    place = KeyringPlace()
    place.put("key", b"s", None)
    place.delete("key")
    place.delete("key")

    assert not place.has("key")


def test_something_else_under_our_name_is_damaged(backend):
    backend.set_password("bcdesktop", "key", "not base64!")

    with pytest.raises(SecretDamaged):
        KeyringPlace().get("key", None)


@pytest.mark.parametrize("call", ["put", "get", "delete", "has"])
def test_a_locked_keyring_is_a_trouble_with_a_name(call, backend):
    arguments = {"put": ("key", b"s", None), "get": ("key", None), "delete": ("key",), "has": ("key",)}
    backend.locked = True

    with pytest.raises(SecretPlaceLocked):
        getattr(KeyringPlace(), call)(*arguments[call])


def test_a_desktops_keyring_is_used(backend, tmp_path):
    assert has_real_keyring()
    assert isinstance(open_secret_place(tmp_path), KeyringPlace)


@pytest.mark.parametrize("unfit", [fail.Keyring, null.Keyring])
def test_a_back_end_that_keeps_nothing_is_never_used(unfit, use, tmp_path):
    use(unfit())

    assert isinstance(open_secret_place(tmp_path, cost=Cost.LEAST), SealedFilePlace)


def test_a_back_end_that_keeps_secrets_in_the_open_is_never_used(use, tmp_path):
    in_the_open = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})
    use(in_the_open())

    assert isinstance(open_secret_place(tmp_path, cost=Cost.LEAST), SealedFilePlace)


def test_a_chain_is_as_good_as_its_worst_link(use, monkeypatch):
    use(chainer.ChainerBackend())
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [MemoryKeyring(), null.Keyring()])
    assert not has_real_keyring()

    monkeypatch.setattr(chainer.ChainerBackend, "backends", [MemoryKeyring()])
    assert has_real_keyring()


def test_secrets_once_sealed_in_files_stay_there(backend, tmp_path):
    SealedFilePlace(tmp_path, Cost.LEAST).put("key", b"s", "open sesame")

    assert isinstance(open_secret_place(tmp_path, cost=Cost.LEAST), SealedFilePlace)


@pytest.mark.parametrize(("asked", "kind"), [("keyring", KeyringPlace), ("file", SealedFilePlace)])
def test_the_place_can_be_settled(asked, kind, backend, tmp_path):
    assert isinstance(open_secret_place(tmp_path, backend=asked, cost=Cost.LEAST), kind)
