"""Changing the passcode: the keys are sealed anew, all or none, also when the program is killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bcdesktop.core.errors import ValueTooShort, WrongPasscode
from bcdesktop.profile import PhoneProfile
from bcdesktop.vault import Cost, SealedFilePlace
from bcdesktop.vault.errors import PassphraseNeeded, SecretPlaceReadOnly

LUMEN, BAKERY = "1" * 19, "2" * 19
ROOT = Path(__file__).parents[2]

CHANGE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from bcdesktop.core.clock import SystemClock
from bcdesktop.profile import PhoneProfile
from bcdesktop.vault import Cost, SealedFilePlace

folder, point, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

class Dying(SealedFilePlace):
    def put(self, *given):
        self.pass_by("before put")
        super().put(*given)
        self.pass_by("after put")
    def delete(self, *given):
        self.pass_by("before delete")
        super().delete(*given)
        self.pass_by("after delete")
    def pass_by(self, where):
        global count
        if where == point:
            count -= 1
            if count == 0:
                os.kill(os.getpid(), signal.SIGKILL)

place = Dying(folder / "keys", Cost.LEAST)
phone = PhoneProfile.open(folder, name="Mine", clock=SystemClock(), secrets=place, passcode_cost=Cost.LEAST)
phone.unlock("2580")
phone.change_passcode("2580", "1379")
"""


@pytest.fixture
def two_accounts(phone):
    return [phone.add_account(LUMEN, "lumen", "Lumen"), phone.add_account(BAKERY, "bakery", "Bakery")]


def keys_open_with(phone, passcode, accounts):
    phone.lock()
    phone.unlock(passcode)
    return [phone.signing_key(a.account_id, passcode).public_key for a in accounts] == [a.public_key for a in accounts]


def test_the_new_passcode_opens_phone_and_keys_and_the_old_one_nothing(phone, open_phone, two_accounts):
    phone.change_passcode("2580", "1379")

    again = open_phone()
    assert keys_open_with(again, "1379", two_accounts)
    with pytest.raises(WrongPasscode):
        again.unlock("2580")
    with pytest.raises(WrongPasscode):
        again.signing_key(LUMEN, "2580")


def test_no_key_sealed_with_the_old_passcode_is_left(phone, folder, secrets, two_accounts):
    if not secrets.needs_passphrase:
        pytest.skip("a keyring seals nothing with the passcode")
    before = {path.read_bytes() for path in (folder / "keys").iterdir()}
    phone.change_passcode("2580", "1379")

    after = {path.read_bytes() for path in (folder / "keys").iterdir()}
    assert len(after) == len(two_accounts)
    assert not before & after


def test_it_can_be_changed_again_and_an_account_can_be_added_and_removed_after_it(phone, folder, secrets, two_accounts):
    phone.change_passcode("2580", "1379")
    phone.change_passcode("1379", "8642")
    added = phone.add_account("3" * 19, "third", "Third")
    assert keys_open_with(phone, "8642", [*two_accounts, added])

    for account in phone.accounts():
        phone.remove_account(account.account_id)
    assert not secrets.needs_passphrase or list((folder / "keys").iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [("0000", "1379", WrongPasscode), (None, "1379", WrongPasscode), ("2580", "13", ValueTooShort)],
)
def test_what_is_refused_changes_nothing(old, new, error, phone, two_accounts):
    with pytest.raises(error):
        phone.change_passcode(old, new)

    assert keys_open_with(phone, "2580", two_accounts)


def test_a_passcode_can_be_given_up_only_where_none_is_required(phone, open_phone, secrets, two_accounts):
    if secrets.needs_passphrase:
        with pytest.raises(PassphraseNeeded):
            phone.change_passcode("2580", None)
        assert phone.has_passcode
    else:
        phone.change_passcode("2580", None)
        assert not open_phone().has_passcode
        assert phone.signing_key(LUMEN, None).public_key == two_accounts[0].public_key


def test_a_phone_without_a_passcode_gets_one(open_phone, secrets):
    if secrets.needs_passphrase:
        pytest.skip("a passcode is required here")
    phone = open_phone()
    phone.set_up(None)
    phone.change_passcode(None, "1379")

    assert phone.has_passcode
    assert open_phone().locked


def test_the_same_phone_in_another_process_is_locked_by_the_change(phone, open_phone, two_accounts):
    other = open_phone()
    other.unlock("2580")
    phone.change_passcode("2580", "1379")

    assert other.locked
    with pytest.raises(WrongPasscode):
        other.check_passcode("2580")
    assert keys_open_with(other, "1379", two_accounts)


def test_a_folder_that_cannot_be_written_leaves_the_old_passcode(phone, secrets, two_accounts, monkeypatch):
    if not secrets.needs_passphrase:
        pytest.skip("a keyring writes no files")

    def refuse(*_given):
        raise SecretPlaceReadOnly

    with monkeypatch.context() as broken:
        broken.setattr(secrets, "put", refuse)
        with pytest.raises(SecretPlaceReadOnly):
            phone.change_passcode("2580", "1379")

    assert keys_open_with(phone, "2580", two_accounts)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize(
    ("point", "count", "counts"),
    [
        ("before put", 1, "2580"),
        ("after put", 1, "2580"),
        ("after put", 2, "2580"),
        ("before delete", 1, "1379"),
        ("after delete", 1, "1379"),
        ("before delete", 2, "1379"),
    ],
)
def test_a_kill_leaves_the_old_passcode_or_the_new_one_with_every_key(point, count, counts, tmp_path, clock):
    place = SealedFilePlace(tmp_path / "keys", Cost.LEAST)

    def opened():
        return PhoneProfile.open(tmp_path, name="Mine", clock=clock, secrets=place, passcode_cost=Cost.LEAST)

    phone = opened()
    phone.set_up("2580")
    accounts = [phone.add_account(LUMEN, "lumen", "Lumen"), phone.add_account(BAKERY, "bakery", "Bakery")]
    phone.close()
    done = subprocess.run(
        [sys.executable, "-c", CHANGE_AND_DIE, str(tmp_path), point, str(count)], cwd=ROOT, check=False
    )
    assert done.returncode == -signal.SIGKILL

    phone = opened()
    assert keys_open_with(phone, counts, accounts)
    assert len(list((tmp_path / "keys").glob("*.sealed"))) == len(accounts)
    phone.change_passcode(counts, "8642")
    assert keys_open_with(phone, "8642", accounts)
    phone.close()
