"""Two-step verification of a TikTok account: another phone waits until one that is logged in lets it in (A4-06)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.devices import DeviceLogInState
from bcdesktop.core.errors import NotFound, SignInFailed, WrongPasscode
from bcdesktop.profile import PhoneAccount
from bcdesktop.services import devices, directory, mail
from bcdesktop.services.device_errors import (
    DeviceCodesThrottled,
    DeviceCodeUsedUp,
    DeviceCodeWrong,
    DeviceLogInOver,
    LoggedOutHere,
    TooManyDeviceLogIns,
)
from tests.services.device_world import (
    TEXT,
    device_id,
    mailed_code,
    pending_log_in,
    remove,
    second_phone,
    wrong_code,
)
from tests.services.world import PASSWORD


@pytest.fixture
def first(world):
    """Mara's phone, with two-step verification on."""
    phone = world.sign_up("mara", world.phone("First"))
    devices.set_two_step(world.context, phone, on=True)
    return phone


def names(world, phone) -> list[str]:
    return [device.phone_name for device in devices.overview(world.context, phone).devices]


def over(act) -> str:
    """Return why a log-in waits no more."""
    with pytest.raises(DeviceLogInOver) as caught:
        act()
    return caught.value.state


def test_without_it_another_phone_logs_in_at_once(world):
    first = world.sign_up("mara", world.phone("First"))
    assert isinstance(directory.log_in(world.context, world.phone("New"), "mara", PASSWORD), PhoneAccount)
    assert not devices.overview(world.context, first).two_step


def test_the_phone_of_the_sign_up_needs_no_approval(world, first):
    assert devices.overview(world.context, first).two_step
    assert isinstance(directory.log_in(world.context, first, "mara", PASSWORD), PhoneAccount)


def test_another_phone_waits_and_the_first_one_sees_it(world, first):
    phone, pending = pending_log_in(world)
    assert phone.accounts() == ()
    assert names(world, first) == ["First"]
    (request,) = devices.overview(world.context, first).waiting
    assert (request.id, request.phone_name, request.handle) == (pending.id, "New", "mara")
    assert devices.look(world.context, first).waiting == (request,)
    assert devices.progress(world.context, pending).approvers == ("First",)


def test_a_wrong_password_asks_nobody(world, first):
    with pytest.raises(SignInFailed):
        directory.log_in(world.context, world.phone("New"), "mara", "not the password")
    assert devices.look(world.context, first).waiting == ()


def test_an_approved_phone_comes_in_once(world, first):
    phone, pending = pending_log_in(world)
    assert over(lambda: devices.finish_log_in(world.context, phone, pending)) == "pending"
    devices.approve_log_in(world.context, first, pending.id)
    assert devices.progress(world.context, pending).state is DeviceLogInState.APPROVED
    added = devices.finish_log_in(world.context, phone, pending)
    assert (added.public_key, added.is_active) == (pending.key.public_key, True)
    assert names(world, first) == ["First", "New"]
    assert over(lambda: devices.finish_log_in(world.context, world.phone("Third"), pending)) == "used"


def test_nobody_but_the_phone_that_asked_comes_in(world, first):
    _phone, pending = pending_log_in(world)
    _other, stranger = pending_log_in(world, "Other")
    devices.approve_log_in(world.context, first, pending.id)
    forged = replace(stranger, id=pending.id)
    with pytest.raises(NotFound):
        devices.finish_log_in(world.context, world.phone("Other"), forged)
    assert world.phone("Other").accounts() == ()


def test_a_declined_phone_stays_out_also_with_a_code(world, first):
    phone, pending = pending_log_in(world)
    devices.send_log_in_code(world.context, pending, TEXT)
    devices.decline_log_in(world.context, first, pending.id)
    digits = mailed_code(world)
    assert over(lambda: devices.finish_log_in(world.context, phone, pending)) == "declined"
    assert over(lambda: devices.finish_log_in_by_code(world.context, phone, pending, digits)) == "declined"
    assert phone.accounts() == ()
    assert names(world, first) == ["First"]


def test_a_log_in_waits_ten_minutes(world, first):
    phone, pending = pending_log_in(world)
    world.wait(minutes=10)
    assert devices.progress(world.context, pending).state is None
    assert devices.overview(world.context, first).waiting == ()
    assert over(lambda: devices.approve_log_in(world.context, first, pending.id)) == "expired"
    assert over(lambda: devices.finish_log_in(world.context, phone, pending)) == "expired"


def test_an_approval_is_good_for_the_same_ten_minutes(world, first):
    phone, pending = pending_log_in(world)
    devices.approve_log_in(world.context, first, pending.id)
    world.wait(minutes=10)
    assert over(lambda: devices.finish_log_in(world.context, phone, pending)) == "expired"


def test_a_cancelled_log_in_cannot_be_approved(world, first):
    _phone, pending = pending_log_in(world)
    devices.cancel_log_in(world.context, pending)
    assert devices.look(world.context, first).waiting == ()
    assert over(lambda: devices.approve_log_in(world.context, first, pending.id)) == "expired"


def test_asking_again_replaces_what_the_same_phone_asked_before(world, first):
    _phone, earlier = pending_log_in(world)
    world.wait(seconds=5)
    _phone, newest = pending_log_in(world)
    assert [request.id for request in devices.look(world.context, first).waiting] == [newest.id]
    assert over(lambda: devices.approve_log_in(world.context, first, earlier.id)) == "expired"


def test_three_log_ins_may_wait_at_once(world, first):
    for name in ("One", "Two", "Three"):
        pending_log_in(world, name)
    with pytest.raises(TooManyDeviceLogIns):
        directory.log_in(world.context, world.phone("Four"), "mara", PASSWORD)


def test_approving_asks_for_the_passcode_and_declining_does_not(world, first):
    first.change_passcode(None, "2468")
    _phone, pending = pending_log_in(world)
    with pytest.raises(WrongPasscode):
        devices.approve_log_in(world.context, first, pending.id, "1357")
    assert devices.progress(world.context, pending).state is DeviceLogInState.PENDING
    devices.decline_log_in(world.context, first, pending.id)
    assert devices.progress(world.context, pending).state is DeviceLogInState.DECLINED


def test_turning_it_off_asks_for_the_passcode(world, first):
    first.change_passcode(None, "2468")
    with pytest.raises(WrongPasscode):
        devices.set_two_step(world.context, first, on=False, passcode="1357")
    assert devices.overview(world.context, first).two_step
    assert not devices.set_two_step(world.context, first, on=False, passcode="2468").two_step
    assert world.store_actions()[-1] == "account_two_step_off"


def test_a_phone_of_another_account_decides_nothing(world, first):
    _phone, pending = pending_log_in(world)
    otto = world.sign_up("otto")
    for decide in (devices.approve_log_in, devices.decline_log_in):
        with pytest.raises(NotFound):
            decide(world.context, otto, pending.id)


def test_a_phone_that_was_thrown_out_lets_nobody_in(world):
    first = world.sign_up("mara", world.phone("First"))
    world.wait(minutes=1)
    second = second_phone(world)
    devices.set_two_step(world.context, first, on=True)
    phone, approved = pending_log_in(world)
    _other, waiting = pending_log_in(world, "Other")
    devices.approve_log_in(world.context, second, approved.id)
    remove(world, first, device_id(world, second))
    with pytest.raises(LoggedOutHere):
        devices.approve_log_in(world.context, second, waiting.id)
    # what it approved a moment before does not count either
    assert over(lambda: devices.finish_log_in(world.context, phone, approved)) == "declined"


# ------------------------------------------------------------------ the code, where no other phone is at hand
def test_the_code_of_a_mail_lets_a_phone_in_and_hides_the_address(world, first):
    phone, pending = pending_log_in(world)
    sent = devices.send_log_in_code(world.context, pending, TEXT)
    assert sent.to_address == "m•••@example.com"
    devices.finish_log_in_by_code(world.context, phone, pending, mailed_code(world))
    assert phone.active.handle == "mara"
    assert names(world, first) == ["First", "New"]
    # the row of the code names the first phone, which is not thrown out by it
    assert devices.look(world.context, first).logged_out == ()


def test_the_new_phone_does_not_read_the_mail(world, first):
    phone, pending = pending_log_in(world)
    devices.send_log_in_code(world.context, pending, TEXT)
    assert mail.inbox(world.context, phone) == ()
    assert len(mail.inbox(world.context, first)) == 1


def test_it_works_where_the_account_is_logged_in_nowhere(world, first):
    directory.log_out(world.context, first, first.active.account_id)
    phone, pending = pending_log_in(world)
    assert devices.progress(world.context, pending).approvers == ()
    devices.send_log_in_code(world.context, pending, TEXT)
    devices.finish_log_in_by_code(world.context, phone, pending, mailed_code(world))
    assert names(world, phone) == ["New"]


def test_five_wrong_tries_use_the_code_up(world, first):
    phone, pending = pending_log_in(world)
    devices.send_log_in_code(world.context, pending, TEXT)
    digits = mailed_code(world)
    for _ in range(4):
        with pytest.raises(DeviceCodeWrong):
            devices.finish_log_in_by_code(world.context, phone, pending, wrong_code(digits))
    for typed in (wrong_code(digits), digits):
        with pytest.raises(DeviceCodeUsedUp):
            devices.finish_log_in_by_code(world.context, phone, pending, typed)
    assert phone.accounts() == ()


def test_codes_for_log_ins_do_not_keep_the_owner_from_removing_a_phone(world):
    first = world.sign_up("mara", world.phone("First"))
    world.wait(minutes=1)
    second = second_phone(world)
    devices.set_two_step(world.context, first, on=True)
    _phone, pending = pending_log_in(world)
    for _ in range(5):
        devices.send_log_in_code(world.context, pending, TEXT)
    with pytest.raises(DeviceCodesThrottled):
        devices.send_log_in_code(world.context, pending, TEXT)
    world.wait(minutes=1)
    remove(world, first, device_id(world, second))
    assert names(world, first) == ["First"]
