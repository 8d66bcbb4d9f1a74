"""The passcode: locks the phone, guards the keys, cannot be guessed in a hurry (security.md 1.3 A8, 2.7; 5.5 S2)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core.errors import WrongPasscode
from bcdesktop.profile import PasscodeThrottled
from bcdesktop.vault.errors import PassphraseNeeded

LUMEN = "1" * 19


def guess_wrong(phone, times):
    for _ in range(times):
        with pytest.raises(WrongPasscode):
            phone.check_passcode("0000")


def test_a_phone_just_set_up_is_open_and_one_opened_again_is_locked(phone, open_phone):
    assert not phone.locked
    assert open_phone().locked


def test_the_passcode_unlocks_and_lock_locks(phone):
    phone.lock()
    assert phone.locked

    phone.unlock("2580")
    assert not phone.locked


def test_a_wrong_passcode_does_not_unlock(phone):
    phone.lock()
    guess_wrong(phone, 1)

    assert phone.locked


def test_a_phone_without_a_passcode_is_never_locked(open_phone):
    phone = open_phone()
    if phone.passcode_required:
        pytest.skip("a passcode is required here")
    phone.set_up(None)
    account = phone.add_account(LUMEN, "lumen", "Lumen")
    phone.lock()

    assert not phone.locked
    assert phone.signing_key(LUMEN, None).public_key == account.public_key


@pytest.mark.parametrize(("passcode", "error"), [(None, PassphraseNeeded), ("0000", WrongPasscode)])
def test_a_key_is_given_out_only_for_the_passcode_also_while_the_phone_is_open(passcode, error, phone):
    phone.add_account(LUMEN, "lumen", "Lumen")

    with pytest.raises(error):
        phone.signing_key(LUMEN, passcode)


def test_a_locked_phone_takes_no_account_without_the_passcode(phone, secrets):
    phone.lock()
    if secrets.needs_passphrase:
        with pytest.raises(PassphraseNeeded):
            phone.add_account(LUMEN, "lumen", "Lumen")
    with pytest.raises(WrongPasscode):
        phone.add_account(LUMEN, "lumen", "Lumen", "0000")

    assert phone.accounts() == ()
    assert phone.add_account(LUMEN, "lumen", "Lumen", "2580").handle == "lumen"


def test_five_wrong_guesses_are_free_then_one_has_to_wait(phone):
    guess_wrong(phone, 5)

    with pytest.raises(PasscodeThrottled) as refused:
        phone.check_passcode("2580")
    assert refused.value.seconds in {1, 2}


def test_the_wait_doubles_up_to_15_minutes(phone, clock):
    waits = []
    guess_wrong(phone, 5)
    for _ in range(13):
        with pytest.raises(PasscodeThrottled) as refused:
            phone.check_passcode("0000")
        waits.append(refused.value.seconds)
        clock.advance(timedelta(seconds=waits[-1]))
        guess_wrong(phone, 1)

    assert waits == [min(2**n, 900) + 1 for n in range(13)]


def test_the_right_passcode_after_the_wait_ends_the_count(phone, clock):
    guess_wrong(phone, 5)
    clock.advance(timedelta(seconds=2))
    phone.check_passcode("2580")
    phone.lock()

    guess_wrong(phone, 5)


def test_the_wait_survives_a_restart(phone, open_phone):
    guess_wrong(phone, 5)

    with pytest.raises(PasscodeThrottled):
        open_phone().unlock("2580")


def test_a_clock_set_back_makes_the_wait_no_longer_than_it_ever_was(phone, clock):
    guess_wrong(phone, 5)
    clock.advance(timedelta(days=-30))

    with pytest.raises(PasscodeThrottled) as refused:
        phone.check_passcode("2580")
    assert refused.value.seconds <= 2


def test_a_guess_is_counted_before_its_answer_is_known(phone, open_phone, monkeypatch):
    class PowerCut(BaseException):
        pass

    def cut(_passcode):
        raise PowerCut

    for _ in range(5):
        monkeypatch.setattr(phone._passcode, "_fits", cut)
        with pytest.raises(PowerCut):
            phone.check_passcode("0000")

    with pytest.raises(PasscodeThrottled):
        open_phone().check_passcode("2580")


def test_nothing_typed_is_refused_but_is_no_guess(phone):
    phone.lock()
    for _ in range(6):
        with pytest.raises(WrongPasscode):
            phone.unlock("")

    phone.unlock("2580")
