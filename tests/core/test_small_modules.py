"""Clock, limits, passwords, errors, changes and roles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bcdesktop.core.changes import Change, ChangeKind
from bcdesktop.core.clock import FixedClock, SystemClock, from_unix, unix
from bcdesktop.core.errors import (
    AppError,
    PasswordTooCommon,
    ValueMissing,
    ValueTaken,
    ValueTooLong,
    ValueTooShort,
    WrongPasscode,
)
from bcdesktop.core.limits import ADDRESSED_CHOICES, LIFETIMES, LIMITS, QR_CODE_CHOICES
from bcdesktop.core.people import check_password
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_the_system_clock_is_aware_and_in_utc():
    assert SystemClock().now().utcoffset() == timedelta(0)


def test_a_fixed_clock_stands_until_it_is_moved():
    clock = FixedClock(NOON.astimezone(timezone(timedelta(hours=2))))
    assert (clock.now(), clock.now().tzinfo) == (NOON, UTC)
    clock.advance(timedelta(minutes=-6))
    assert clock.now() == NOON - timedelta(minutes=6)


@pytest.mark.parametrize("moment", [NOON, datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC)])
def test_a_time_survives_the_seconds_inside_a_code(moment):
    assert from_unix(unix(moment)) == moment


def test_parts_of_a_second_are_left_out_of_codes():
    assert unix(NOON + timedelta(microseconds=999_999)) == unix(NOON)


def test_the_limits_of_the_sources():
    assert (LIMITS.business_centers_per_tiktok_account, LIMITS.tiktok_accounts_per_business_center) == (800, 800)
    assert (LIMITS.admins_per_business_center, LIMITS.standard_members_per_business_center) == (20, 3_980)
    assert (LIMITS.handle_characters, LIMITS.nickname_characters, LIMITS.business_centers_per_person) == (24, 30, 3)


def test_the_lifetimes_of_the_decisions():
    assert (LIFETIMES.qr_code, LIFETIMES.addressed) == (timedelta(minutes=10), timedelta(hours=24))
    assert (LIFETIMES.notification, LIFETIMES.log_in) == (timedelta(days=7), timedelta(minutes=2))
    assert (LIFETIMES.answer_grace, LIFETIMES.clock_tolerance) == (timedelta(hours=24), timedelta(minutes=5))
    assert (timedelta(minutes=5), timedelta(minutes=10)) == QR_CODE_CHOICES
    assert (timedelta(hours=1), timedelta(hours=24), timedelta(days=7)) == ADDRESSED_CHOICES


@pytest.mark.parametrize("password", ["linden-harbour-42", "x1" * 128, "пароль-не-из-списка", "        a"])
def test_a_password_is_taken_as_it_was_typed(password):
    assert check_password(password) == password


@pytest.mark.parametrize(
    ("password", "error"),
    [
        ("", ValueMissing),
        ("short-1", ValueTooShort),
        ("x1" * 128 + "x", ValueTooLong),
        ("PassWord", PasswordTooCommon),
        ("qqqqqqqqqq", PasswordTooCommon),
    ],
)
def test_a_weak_password_is_refused_at_its_field(password, error):
    with pytest.raises(error) as caught:
        check_password(password, "new_password")
    assert caught.value.field == "new_password"


def test_an_error_has_a_code_and_parameters_and_no_sentence():
    error = ValueTaken("handle", "mara")
    assert (error.code, error.params()) == ("value_taken", {"field": "handle", "value": "mara"})
    assert WrongPasscode().params() == {}
    assert isinstance(error, AppError)


def test_a_change_is_a_value():
    assert Change(ChangeKind.MAIL, ("1",)) == Change(ChangeKind.MAIL, ("1",))


def test_the_roles_a_person_sees():
    assert [role.value for role in BusinessCenterRole] == ["admin", "standard"]
    assert [role.value for role in FinanceRole] == ["finance_manager", "finance_analyst"]
    assert [role.value for role in AssetRole] == ["admin", "management", "operator", "ad_promotion", "analyst"]
