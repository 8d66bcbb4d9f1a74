"""Setting up a phone."""

from __future__ import annotations

import pytest

from bcdesktop.core.errors import ValueMalformed, ValueMissing, ValueTooLong, ValueTooShort
from bcdesktop.core.flows.phone_set_up import Account, AccountWay, LogIn, Passcode, PhoneSetUp, SignUp, Welcome

SIGN_UP = SignUp(" @Mara ", " Mara ", "creator", "mara@Example.com", "linden-harbour-42")


@pytest.fixture
def flow():
    made = PhoneSetUp(passcode_required=False)
    made.next(Welcome())
    return made


def test_the_passcode_is_optional_where_there_is_a_keyring(flow):
    assert flow.next(Passcode()) == "account"


def test_the_passcode_is_needed_where_it_seals_the_keys():
    flow = PhoneSetUp(passcode_required=True)
    flow.next(Welcome())
    with pytest.raises(ValueMissing):
        flow.next(Passcode())
    assert flow.next(Passcode("2468", "2468")) == "account"


@pytest.mark.parametrize(
    ("passcode", "error", "field"),
    [
        (Passcode("123", "123"), ValueTooShort, "passcode"),
        (Passcode("1" * 33, "1" * 33), ValueTooLong, "passcode"),
        (Passcode("2468", "2469"), ValueMalformed, "repeated"),
    ],
)
def test_a_wrong_passcode_is_refused_at_its_field(flow, passcode, error, field):
    with pytest.raises(error) as caught:
        flow.next(passcode)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("way", "last"), [(AccountWay.SIGN_UP, "sign_up"), (AccountWay.LOG_IN, "log_in"), (AccountWay.LATER, "account")]
)
def test_the_last_step_is_the_chosen_way_to_an_account(flow, way, last):
    flow.next(Passcode())
    flow.next(Account(way))
    assert flow.path()[-1] == last
    assert flow.is_complete is (way is AccountWay.LATER)


def test_a_sign_up_gets_its_one_form(flow):
    flow.next(Passcode())
    flow.next(Account())
    flow.next(SIGN_UP)
    answer = flow.answer_to(SignUp)
    assert (answer.handle, answer.display_name, answer.email) == ("mara", "Mara", "mara@example.com")


def test_a_log_in_needs_handle_and_password(flow):
    flow.next(Passcode())
    flow.next(Account(AccountWay.LOG_IN))
    with pytest.raises(ValueMissing):
        flow.next(LogIn("mara", ""))
    flow.next(LogIn("@mara", "anything"))
    assert flow.answer_to(LogIn) == LogIn("mara", "anything")


def test_secrets_are_in_no_description(flow):
    flow.next(Passcode("24681357", "24681357"))
    flow.next(Account())
    flow.next(SIGN_UP)
    assert not {"24681357", "linden-harbour-42"} & set(str(flow.describe()).replace("'", " ").split())
    assert "24681357" not in repr(Passcode("24681357", "24681357"))
