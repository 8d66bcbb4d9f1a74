"""One phone: set up, accounts and keys, what it remembers (decisions.md, Who is who)."""

from __future__ import annotations

import os
import stat
from datetime import timedelta

import pytest

from bcdesktop.core.errors import NotFound, ValueTooLong, ValueTooShort
from bcdesktop.profile import (
    AppVersion,
    CentreKeyChanged,
    PhoneSettings,
    Receipt,
    list_phones,
    phone_folder,
)
from bcdesktop.store.errors import NotOurStore
from bcdesktop.vault.errors import PassphraseNeeded
from tests.profile.conftest import NOON

LUMEN, ARBOR, CENTER = "1" * 19, "2" * 19, "3" * 19


def test_a_new_phone_has_its_name_and_is_not_set_up(open_phone):
    phone = open_phone()

    assert (phone.name, phone.is_set_up, phone.accounts(), phone.active) == ("Mine", False, (), None)


def test_a_phone_keeps_its_name_when_it_is_opened_again(phone, open_phone):
    again = open_phone(name="Other")

    assert (again.name, again.is_set_up, again.has_passcode) == ("Mine", True, True)


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_the_phones_folder_and_file_are_for_this_user_only(phone, folder):
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "phone.sqlite").stat().st_mode) == 0o600


def test_a_passcode_is_required_exactly_where_it_seals_the_keys(open_phone, secrets):
    phone = open_phone()
    assert phone.passcode_required is secrets.needs_passphrase

    if secrets.needs_passphrase:
        with pytest.raises(PassphraseNeeded):
            phone.set_up(None)
    else:
        phone.set_up(None)
    assert phone.is_set_up is not secrets.needs_passphrase
    assert not phone.locked


@pytest.mark.parametrize(("passcode", "error"), [("123", ValueTooShort), ("1" * 33, ValueTooLong)])
def test_a_passcode_has_4_to_32_characters(passcode, error, open_phone):
    phone = open_phone()

    with pytest.raises(error):
        phone.set_up(passcode)
    assert not phone.is_set_up


def test_an_account_gets_a_key_of_its_own_and_becomes_the_active_one(phone):
    first = phone.add_account(LUMEN, "lumen", "Lumen")
    second = phone.add_account(ARBOR, "arbor", "Arbor")

    assert first.public_key != second.public_key
    assert phone.active == second
    assert [account.handle for account in phone.accounts()] == ["lumen", "arbor"]
    assert phone.signing_key(LUMEN, "2580").public_key == first.public_key


def test_the_key_is_the_same_after_the_phone_was_closed(phone, open_phone):
    account = phone.add_account(LUMEN, "lumen", "Lumen")

    key = open_phone().signing_key(LUMEN, "2580")
    assert (key.public_key, key.kid) == (account.public_key, account.kid)


def test_private_keys_never_lie_in_the_phones_file(phone, folder):
    phone.add_account(LUMEN, "lumen", "Lumen")
    seed = phone.signing_key(LUMEN, "2580").seed
    phone.close()

    assert seed not in b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())


def test_the_account_can_be_switched(phone):
    phone.add_account(LUMEN, "lumen", "Lumen")
    phone.add_account(ARBOR, "arbor", "Arbor")
    phone.set_active(LUMEN)

    assert phone.active.handle == "lumen"
    assert [account.is_active for account in phone.accounts()] == [True, False]


def test_a_removed_account_takes_its_key_along_and_another_becomes_active(phone):
    phone.add_account(LUMEN, "lumen", "Lumen")
    phone.add_account(ARBOR, "arbor", "Arbor")
    phone.remove_account(ARBOR)

    assert phone.active.handle == "lumen"
    with pytest.raises(NotFound):
        phone.signing_key(ARBOR, "2580")


def test_an_account_logged_in_again_has_a_new_key(phone):
    first = phone.add_account(LUMEN, "lumen", "Lumen")
    phone.remove_account(LUMEN)

    assert phone.add_account(LUMEN, "lumen", "Lumen").public_key != first.public_key


def test_the_sequence_only_grows_also_over_log_out_and_log_in(phone, open_phone):
    phone.add_account(LUMEN, "lumen", "Lumen")
    numbers = [phone.next_sequence(LUMEN), phone.next_sequence(LUMEN)]
    phone.remove_account(LUMEN)
    phone.add_account(LUMEN, "lumen", "Lumen")

    assert [*numbers, open_phone().next_sequence(LUMEN)] == [1, 2, 3]


def test_a_business_center_keeps_the_name_and_key_first_seen(phone):
    phone.pin_centre(CENTER, "Lantern", b"k" * 32)
    pinned = phone.pin_centre(CENTER, "A better name", b"k" * 32)

    assert (pinned.name, pinned.first_seen_at, pinned.digits_compared_at) == ("Lantern", NOON, None)
    assert phone.centres == (pinned,)


@pytest.mark.parametrize(("call", "name"), [("check_centre", ()), ("pin_centre", ("Lantern",))])
def test_another_key_of_a_known_business_center_is_a_hard_stop(call, name, phone):
    phone.pin_centre(CENTER, "Lantern", b"k" * 32)

    with pytest.raises(CentreKeyChanged) as refused:
        getattr(phone, call)(CENTER, *name, b"x" * 32)
    assert (refused.value.name, refused.value.known_since) == ("Lantern", NOON)
    assert phone.centre(CENTER).public_key == b"k" * 32


def test_a_new_business_center_is_known_to_be_new(phone):
    assert phone.centre(CENTER) is None
    assert phone.check_centre(CENTER, b"k" * 32) is None


def test_digits_compared_and_muting_are_remembered(phone, open_phone, clock):
    phone.pin_centre(CENTER, "Lantern", b"k" * 32)
    clock.advance(timedelta(hours=1))
    phone.mark_compared(CENTER)
    phone.mute_centre(CENTER)

    found = open_phone().centre(CENTER)
    assert (found.digits_compared_at, found.muted) == (NOON + timedelta(hours=1), True)
    phone.mute_centre(CENTER, muted=False)
    assert not phone.centre(CENTER).muted


@pytest.mark.parametrize("call", ["mark_compared", "mute_centre"])
def test_an_unknown_business_center_cannot_be_marked(call, phone):
    with pytest.raises(NotFound):
        getattr(phone, call)(CENTER)


def test_the_first_decision_on_a_code_is_the_one_remembered(phone):
    end = NOON + timedelta(minutes=10)
    phone.remember_seen(b"c" * 32, end)
    phone.remember_seen(b"c" * 32, end, "declined")
    phone.remember_seen(b"c" * 32, end, "approved")

    seen = phone.seen(b"c" * 32)
    assert (seen.decision, seen.seen_at, seen.expires_at) == ("declined", NOON, end)


def test_a_code_is_forgotten_a_day_after_its_end_and_not_before(phone, clock):
    phone.remember_seen(b"c" * 32, NOON, "approved")
    clock.advance(timedelta(hours=24))
    phone.remember_seen(b"d" * 32, NOON + timedelta(days=9))
    assert phone.seen(b"c" * 32) is not None

    clock.advance(timedelta(seconds=1))
    phone.remember_seen(b"e" * 32, NOON + timedelta(days=9))
    assert phone.seen(b"c" * 32) is None


def receipt(id_, at=NOON, **values):
    given = {"scope": (1, 2, 9), "ends_at": None, "request_cose": b"r", "answer_cose": b"a", "delivered": False}
    return Receipt(id_, at, "Lantern", CENTER, "lumen", "approved", **given | values)


def test_receipts_come_back_as_they_were_the_newest_first(phone):
    older, newer = receipt("1"), receipt("2", NOON + timedelta(hours=1), ends_at=NOON + timedelta(days=30))
    phone.add_receipt(older)
    phone.add_receipt(newer)

    assert phone.receipts() == (newer, older)


def test_a_receipt_stays_as_it_is_except_for_its_delivery(phone):
    phone.add_receipt(receipt("1"))
    phone.add_receipt(receipt("1", answer_cose=b"other"))
    phone.mark_delivered("1")

    assert phone.receipts() == (receipt("1", delivered=True),)
    with pytest.raises(NotFound):
        phone.mark_delivered("2")


def test_settings_are_kept(phone, open_phone):
    assert phone.settings == PhoneSettings(AppVersion.CURRENT, 5)

    phone.change_settings(PhoneSettings(AppVersion.OLDEST, 10))
    assert open_phone().settings == PhoneSettings(AppVersion.OLDEST, 10)


def test_a_file_that_is_not_a_phone_is_refused_and_left_alone(folder, open_phone):
    folder.mkdir(parents=True)
    (folder / "phone.sqlite").write_text("dear diary")

    with pytest.raises(NotOurStore):
        open_phone()
    assert (folder / "phone.sqlite").read_text() == "dear diary"


@pytest.mark.parametrize("name", ["mine", "Nour's phone", "..", ".hidden", "a/b", "هاتف", "x" * 40])
def test_a_phone_of_any_name_is_listed_by_it(name, tmp_path, open_phone, folder):
    place = phone_folder(tmp_path, name)
    assert place.parent == tmp_path / "phones"
    place.mkdir(parents=True)
    (place / "phone.sqlite").touch()

    assert list_phones(tmp_path) == (name,)


def test_a_data_folder_without_phones_lists_none(tmp_path):
    assert list_phones(tmp_path) == ()


def test_changes_made_together_are_all_kept_or_none(open_phone):
    phone = open_phone()
    phone.pin_centre(CENTER, "Lantern", b"k" * 32)
    with pytest.raises(CentreKeyChanged), phone.together():
        keep_both(phone, b"x" * 32)
    assert phone.seen(b"h" * 32) is None
    with phone.together():
        keep_both(phone, b"k" * 32)
    phone.close()
    assert open_phone().seen(b"h" * 32).decision == "approved"


def keep_both(phone, key):
    phone.remember_seen(b"h" * 32, NOON, "approved")
    phone.pin_centre(CENTER, "Lantern", key)


def test_accounts_added_at_the_same_instant_keep_their_order(phone):
    for number in (5, 3, 9, 1):
        phone.add_account(str(number) * 19, f"shop{number}", "Shop")

    assert [account.handle for account in phone.accounts()] == ["shop5", "shop3", "shop9", "shop1"]
