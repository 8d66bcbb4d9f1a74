"""Phones of an account: listed, thrown out by a code of a mail, and not believed from then on (A4-04 to A4-09)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bcdesktop.core import code
from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.clock import unix
from bcdesktop.core.errors import NotFound, ValueMalformed
from bcdesktop.core.mails import CODE_PLACE, MailKind
from bcdesktop.services import (
    access_requests,
    devices,
    directory,
    log_ins,
    mail,
    owner,
    owner_cards,
    posts,
    revocations,
)
from bcdesktop.services.device_errors import (
    DeviceCodeExpired,
    DeviceCodesThrottled,
    DeviceCodeUsedUp,
    DeviceCodeWrong,
    DeviceGone,
    DeviceIsThisPhone,
    LoggedOutHere,
)
from bcdesktop.services.ending_errors import RevocationFromWrongKey
from bcdesktop.services.errors import AnswerFromWrongKey
from bcdesktop.services.records import LogInPurpose
from bcdesktop.store.tables import DeviceRemoval
from tests.services.answers import answer, reply_to
from tests.services.device_world import TEXT, device_id, mailed_code, remove, second_phone, wrong_code
from tests.services.revoking import grant_of
from tests.services.world import NOON, PASSWORD


@pytest.fixture
def first(world):
    return world.sign_up("mara", world.phone("First"))


@pytest.fixture
def second(world, first):
    world.wait(minutes=1)
    return second_phone(world)


def test_every_phone_that_is_logged_in_is_listed_this_one_first(world, first, second):
    view = devices.overview(world.context, first)
    assert [(d.phone_name, d.is_this_phone) for d in view.devices] == [("First", True), ("Second", False)]
    assert [d.logged_in_at for d in view.devices] == [NOON, NOON + timedelta(minutes=1)]
    assert [d.phone_name for d in devices.overview(world.context, second).devices] == ["Second", "First"]


def test_a_phone_that_logged_out_is_not_listed(world, first, second):
    directory.log_out(world.context, second, second.active.account_id)
    assert [d.phone_name for d in devices.overview(world.context, first).devices] == ["First"]


def test_another_phone_does_not_see_the_phones_of_this_account(world, first, second):
    otto = world.sign_up("otto")
    assert [d.phone_name for d in devices.overview(world.context, otto).devices] == ["Phone of otto"]
    with pytest.raises(NotFound):
        devices.send_removal_code(world.context, otto, device_id(world, second), TEXT)


def test_a_phone_was_last_seen_when_it_was_last_used(world, first, second):
    world.wait(hours=2)
    devices.look(world.context, second)
    seen = {d.phone_name: d.last_seen_at for d in devices.overview(world.context, first).devices}
    assert seen == {"First": NOON, "Second": NOON + timedelta(hours=2, minutes=1)}


def test_the_code_is_a_mail_to_the_accounts_address_and_only_its_hash_is_kept(world, first, second):
    sent = devices.send_removal_code(world.context, first, device_id(world, second), TEXT)
    assert (sent.to_address, sent.tries) == ("mara@example.com", 5)
    assert sent.expires_at - sent.sent_at == timedelta(minutes=10)
    (letter,) = mail.inbox(world.context, first)
    assert (letter.kind, letter.from_name, letter.to_address) == (MailKind.DEVICE_CODE, "TikTok", "mara@example.com")
    digits = mailed_code(world)
    assert CODE_PLACE not in letter.body
    with world.store.read() as session:
        kept = session.exec(select(DeviceRemoval)).one().code_hash
    assert kept.startswith("$argon2id$")
    assert digits not in kept


def test_the_code_throws_the_phone_out(world, first, second):
    devices.send_removal_code(world.context, first, device_id(world, second), TEXT)
    digits = mailed_code(world)
    devices.remove(world.context, first, device_id(world, second), f" {digits[:3]} {digits[3:]} ")
    assert [d.phone_name for d in devices.overview(world.context, first).devices] == ["First"]
    assert world.store_actions()[-1] == "device_removed"


def test_a_phone_that_was_thrown_out_says_so_and_destroys_its_key(world, first, second):
    account = second.active
    remove(world, first, device_id(world, second))
    (out,) = devices.look(world.context, second).logged_out
    assert (out.handle, out.at, out.on_phone) == ("mara", world.clock.now(), "First")
    assert second.accounts() == ()
    with pytest.raises(NotFound):
        second.signing_key(account.account_id, None)
    assert devices.look(world.context, second).logged_out == ()


def test_a_locked_phone_says_it_once_it_is_unlocked(world, first, second):
    second.change_passcode(None, "2468")
    remove(world, first, device_id(world, second))
    second.lock()
    assert devices.look(world.context, second).logged_out == ()
    second.unlock("2468")
    assert [out.handle for out in devices.look(world.context, second).logged_out] == ["mara"]


@pytest.mark.parametrize(
    "act",
    [
        directory.profile,
        lambda context, phone: directory.change_privacy(context, phone, is_public=False),
        lambda context, phone: directory.change_kind(context, phone, is_business=False),
        lambda context, phone: posts.publish(context, phone, "Hello"),
        posts.own,
        owner.inbox,
        owner.links,
        owner_cards.own_card,
        devices.overview,
        lambda context, phone: devices.set_two_step(context, phone, on=True),
    ],
    ids=["profile", "privacy", "kind", "publish", "posts", "inbox", "links", "card", "overview", "two-step"],
)
def test_a_phone_that_was_thrown_out_can_do_nothing_before_it_even_knows(world, first, second, act):
    remove(world, first, device_id(world, second))
    with pytest.raises(LoggedOutHere) as caught:
        act(world.context, second)
    assert (caught.value.handle, caught.value.at) == ("mara", world.clock.now())


def test_it_cannot_throw_out_the_phone_that_threw_it_out(world, first, second):
    devices.send_removal_code(world.context, second, device_id(world, first), TEXT)
    digits = mailed_code(world)
    world.wait(minutes=1)
    remove(world, first, device_id(world, second))
    with pytest.raises(LoggedOutHere):
        devices.remove(world.context, second, device_id(world, first), digits)
    assert devices.overview(world.context, first).devices[0].is_this_phone


def test_it_reads_no_mail_of_the_account_any_more(world, first, second):
    remove(world, first, device_id(world, second))
    assert mail.inbox(world.context, second) == ()
    assert len(mail.inbox(world.context, first)) == 1


def test_its_consent_is_refused(world, nora, first, second):
    request = world.request(nora)
    scanned = world.scan(request, second)
    remove(world, first, device_id(world, second))
    with pytest.raises(LoggedOutHere):
        owner.approve(world.context, second, scanned, scanned.permissions)
    assert world.state(nora, request) is RequestState.PENDING


def test_an_answer_it_carries_is_refused_even_with_an_earlier_time(world, nora, first, second):
    request = world.request(nora)
    text = answer(request, second, world.clock.now())
    world.wait(minutes=1)
    remove(world, first, device_id(world, second))
    with pytest.raises(AnswerFromWrongKey):
        access_requests.receive_answer(world.context, text)
    assert world.state(nora, request) is RequestState.PENDING


def test_an_answer_of_a_phone_that_logged_out_by_itself_still_counts(world, nora, first, second):
    request = world.request(nora)
    text = answer(request, second, world.clock.now())
    directory.log_out(world.context, second, second.active.account_id)
    assert access_requests.receive_answer(world.context, text).state is RequestState.APPROVED


def test_a_revocation_it_carries_ends_nothing_even_with_an_earlier_time(world, nora, first, second):
    delivery = world.approve(world.request(nora), first)
    message = code.Revocation(
        grant_id=grant_of(world, delivery.result.link_id),
        reason=code.RevocationReason.OWNER_DECISION,
        revoked_at=unix(world.clock.now()),
        sequence=second.next_sequence(second.active.account_id),
    )
    text = code.seal(message, second.signing_key(second.active.account_id, None)).text
    world.wait(minutes=1)
    remove(world, first, device_id(world, second))
    with pytest.raises(RevocationFromWrongKey):
        revocations.receive(world.context, nora, text)
    assert owner.links(world.context, first)[0].ended_at is None


def test_it_logs_no_computer_in(world, first, second):
    started = log_ins.start(world.context, LogInPurpose.SIGN_IN, "Desk")
    scanned = owner.open_code(world.context, second, started.code_text)
    remove(world, first, device_id(world, second))
    with pytest.raises(AnswerFromWrongKey):
        owner.approve_log_in(world.context, second, scanned)
    assert log_ins.get(world.context, started.id).account_id is None


def test_what_it_granted_before_stays(world, nora, first, second):
    world.approve(world.request(nora), second)
    remove(world, first, device_id(world, second))
    assert [row.business_center_name for row in owner.links(world.context, first)] == ["Lantern Media"]
    assert owner.links(world.context, first)[0].ended_at is None


def test_it_can_log_in_again_with_the_password_and_has_a_new_key(world, first, second):
    old = second.active.public_key
    remove(world, first, device_id(world, second))
    again = directory.log_in(world.context, second, "mara", PASSWORD)
    assert again.public_key != old
    assert devices.look(world.context, second).logged_out == ()
    assert len(devices.overview(world.context, first).devices) == 2


def test_a_phone_does_not_remove_itself(world, first):
    with pytest.raises(DeviceIsThisPhone):
        devices.send_removal_code(world.context, first, device_id(world, first), TEXT)


def test_a_phone_that_is_gone_needs_no_code(world, first, second):
    gone = device_id(world, second)
    remove(world, first, gone)
    for act in (
        lambda: devices.send_removal_code(world.context, first, gone, TEXT),
        lambda: devices.remove(world.context, first, gone, "123456"),
    ):
        with pytest.raises(DeviceGone):
            act()


# ------------------------------------------------------------------ the code
def test_five_wrong_tries_use_a_code_up_and_the_right_one_is_refused_then(world, first, second):
    device = device_id(world, second)
    devices.send_removal_code(world.context, first, device, TEXT)
    digits = mailed_code(world)
    for left in (4, 3, 2, 1):
        with pytest.raises(DeviceCodeWrong) as caught:
            devices.remove(world.context, first, device, wrong_code(digits))
        assert (caught.value.field, caught.value.tries_left) == ("code", left)
    with pytest.raises(DeviceCodeUsedUp):
        devices.remove(world.context, first, device, wrong_code(digits))
    with pytest.raises(DeviceCodeUsedUp):
        devices.remove(world.context, first, device, digits)
    assert len(devices.overview(world.context, first).devices) == 2


def test_the_fifth_try_may_be_the_right_one(world, first, second):
    device = device_id(world, second)
    devices.send_removal_code(world.context, first, device, TEXT)
    digits = mailed_code(world)
    for _ in range(4):
        with pytest.raises(DeviceCodeWrong):
            devices.remove(world.context, first, device, wrong_code(digits))
    devices.remove(world.context, first, device, digits)
    assert len(devices.overview(world.context, first).devices) == 1


@pytest.mark.parametrize(
    "typed", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"], ids=["empty", "short", "long", "letter", "arabic"]
)
def test_what_is_no_code_is_no_try(world, first, second, typed):
    device = device_id(world, second)
    devices.send_removal_code(world.context, first, device, TEXT)
    with pytest.raises(ValueMalformed):
        devices.remove(world.context, first, device, typed)
    with world.store.read() as session:
        assert session.exec(select(DeviceRemoval.tries)).one() == 0


def test_the_try_is_counted_before_the_code_is_compared(world, first, second, monkeypatch):
    device = device_id(world, second)
    devices.send_removal_code(world.context, first, device, TEXT)
    monkeypatch.setattr("bcdesktop.services._secrets.password_fits", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        devices.remove(world.context, first, device, mailed_code(world))
    with world.store.read() as session:
        assert session.exec(select(DeviceRemoval.tries)).one() == 1


def test_a_code_lives_ten_minutes(world, first, second):
    device = device_id(world, second)
    devices.send_removal_code(world.context, first, device, TEXT)
    world.wait(minutes=10)
    with pytest.raises(DeviceCodeExpired):
        devices.remove(world.context, first, device, mailed_code(world))


def test_only_the_newest_code_counts(world, first, second):
    device = device_id(world, second)
    devices.send_removal_code(world.context, first, device, TEXT)
    earlier = mailed_code(world)
    world.wait(minutes=1)
    devices.send_removal_code(world.context, first, device, TEXT)
    newest = mailed_code(world)
    if newest != earlier:
        with pytest.raises(DeviceCodeWrong):
            devices.remove(world.context, first, device, earlier)
    devices.remove(world.context, first, device, newest)


def test_a_code_removes_only_the_phone_it_was_sent_for_and_from_the_phone_that_asked(world, first, second):
    third = second_phone(world, name="Third")
    devices.send_removal_code(world.context, first, device_id(world, second), TEXT)
    digits = mailed_code(world)
    with pytest.raises(DeviceCodeExpired):
        devices.remove(world.context, first, device_id(world, third), digits)
    with pytest.raises(DeviceCodeExpired):
        devices.remove(world.context, third, device_id(world, second), digits)
    assert len(devices.overview(world.context, first).devices) == 3


def test_five_codes_an_hour_are_sent_and_the_next_once_the_first_is_an_hour_old(world, first, second):
    device = device_id(world, second)
    for _ in range(5):
        devices.send_removal_code(world.context, first, device, TEXT)
        world.wait(minutes=1)
    with pytest.raises(DeviceCodesThrottled) as caught:
        devices.send_removal_code(world.context, first, device, TEXT)
    assert caught.value.minutes == 55
    world.wait(minutes=55)
    devices.send_removal_code(world.context, first, device, TEXT)


def test_codes_for_another_phone_count_too(world, first, second):
    third = second_phone(world, name="Third")
    for phone in (second, third, second, third, second):
        devices.send_removal_code(world.context, first, device_id(world, phone), TEXT)
    with pytest.raises(DeviceCodesThrottled):
        devices.send_removal_code(world.context, second, device_id(world, third), TEXT)


def test_a_hundred_wrong_tries_within_a_day_end_it_for_the_day(world, first, second):
    device = device_id(world, second)
    for _ in range(20):
        world.wait(minutes=13)
        devices.send_removal_code(world.context, first, device, TEXT)
        digits = mailed_code(world)
        for _ in range(5):
            with pytest.raises((DeviceCodeWrong, DeviceCodeUsedUp)):
                devices.remove(world.context, first, device, wrong_code(digits))
    world.wait(hours=2)
    with pytest.raises(DeviceCodesThrottled):
        devices.send_removal_code(world.context, first, device, TEXT)
    world.wait(hours=22)
    devices.send_removal_code(world.context, first, device, TEXT)


def test_an_owner_signed_reply_names_the_key_of_the_phone(world, nora, second):
    # the control of the tests above: the same text is taken while the phone is logged in
    request = world.request(nora)
    reply = reply_to(request, second, world.clock.now())
    sealed = code.seal(reply, second.signing_key(second.active.account_id, None)).text
    assert access_requests.receive_answer(world.context, sealed).state is RequestState.APPROVED
