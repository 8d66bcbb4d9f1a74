"""Secrets in sealed files (security.md 2.5.7, 4.12)."""

from __future__ import annotations

import os
import stat

import cbor2
import pytest

from bcdesktop.vault import Cost, SealedFilePlace
from bcdesktop.vault.errors import (
    PassphraseNeeded,
    PassphraseWrong,
    SecretDamaged,
    SecretMissing,
    SecretPlaceReadOnly,
)

SECRET = b"s" * 32


@pytest.fixture
def place(tmp_path):
    return SealedFilePlace(tmp_path / "keys", Cost.LEAST)


@pytest.fixture
def file(place, tmp_path):
    place.put("key", SECRET, "open sesame")
    return tmp_path / "keys" / "key.sealed"


def test_what_was_put_comes_back_with_its_passphrase(place):
    place.put("key", SECRET, "open sesame")

    assert place.get("key", "open sesame") == SECRET
    assert place.has("key")


def test_a_newer_secret_takes_the_place_of_the_older(place):
    place.put("key", b"old", "one")
    place.put("key", b"new", "two")

    assert place.get("key", "two") == b"new"


def test_another_passphrase_is_refused(place, file):
    with pytest.raises(PassphraseWrong) as refused:
        place.get("key", "open barley")
    assert refused.value.name == "key"


@pytest.mark.parametrize("passphrase", [None, ""])
def test_no_passphrase_is_asked_for(passphrase, place, file):
    with pytest.raises(PassphraseNeeded):
        place.get("key", passphrase)
    with pytest.raises(PassphraseNeeded):
        place.put("key", SECRET, passphrase)


def test_a_secret_that_is_not_there_is_missing(place):
    assert not place.has("key")
    with pytest.raises(SecretMissing):
        place.get("key", "open sesame")


def test_a_secret_is_gone_when_it_was_deleted_and_may_be_deleted_twice(place, file):
    place.delete("key")
    place.delete("key")

    assert not place.has("key")
    assert not file.exists()


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_files_and_folder_are_for_this_user_only(file):
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_neither_secret_nor_passphrase_lies_in_the_file(place, file):
    content = file.read_bytes()

    assert SECRET not in content
    assert b"sesame" not in content


def test_the_cost_is_recorded_and_used_again_after_a_change_of_it(tmp_path, file):
    dearer = SealedFilePlace(tmp_path / "keys", Cost(2, 16 * 1024))

    assert cbor2.loads(file.read_bytes())["rounds"] == Cost.LEAST.rounds
    assert dearer.get("key", "open sesame") == SECRET


def test_the_cost_for_people_is_the_one_of_the_design():
    assert Cost(3, 128 * 1024 * 1024) == Cost.INTERACTIVE


def test_a_file_under_another_name_is_damaged(place, file):
    file.rename(file.with_name("other.sealed"))

    with pytest.raises(SecretDamaged):
        place.get("other", "open sesame")


@pytest.mark.parametrize("content", [b"", b"text", b"\xff" * 40, b"\xa0", b"x" * 70_000])
def test_a_file_that_is_not_ours_is_damaged(content, place, file):
    file.write_bytes(content)

    with pytest.raises(SecretDamaged):
        place.get("key", "open sesame")


@pytest.mark.parametrize(("field", "value"), [("memory", 2**40), ("rounds", 10**6), ("salt", b"short"), ("format", 2)])
def test_a_file_that_asks_for_the_impossible_is_damaged(field, value, place, file):
    file.write_bytes(cbor2.dumps(cbor2.loads(file.read_bytes()) | {field: value}))

    with pytest.raises(SecretDamaged):
        place.get("key", "open sesame")


def test_every_flipped_bit_of_the_box_is_noticed(place, file):
    content = cbor2.loads(file.read_bytes())
    box = content["box"]
    for at in range(len(box)):
        changed = bytes(b ^ (1 << at % 8) if n == at else b for n, b in enumerate(box))
        file.write_bytes(cbor2.dumps(content | {"box": changed}))
        with pytest.raises(PassphraseWrong):
            place.get("key", "open sesame")


@pytest.mark.parametrize("name", ["../up", "a/b", "..", ".", "ümlaut", "C:\\x", "a b"])
def test_any_name_stays_inside_the_folder(name, place, tmp_path):
    place.put(name, SECRET, "open sesame")

    assert place.get(name, "open sesame") == SECRET
    assert len(list((tmp_path / "keys").iterdir())) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["keys"]


def test_nothing_is_left_beside_a_secret(file):
    assert [p.name for p in file.parent.iterdir()] == ["key.sealed"]


def test_a_write_that_fails_keeps_the_older_secret(place, file, monkeypatch):
    def refuse(_handle):
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(SecretPlaceReadOnly):
        place.put("key", b"new", "open sesame")
    monkeypatch.undo()

    assert place.get("key", "open sesame") == SECRET
    assert [p.name for p in file.parent.iterdir()] == ["key.sealed"]
