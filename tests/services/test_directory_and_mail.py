"""The owner's accounts and mails on the phone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.errors import (
    NotFound,
    PasswordTooCommon,
    SignInFailed,
    ValueMalformed,
    ValueTaken,
    ValueTooLong,
)
from bcdesktop.services import access_requests, directory, errors, mail
from bcdesktop.services.phone_records import NewTikTokAccount
from tests.services.world import PASSWORD

FORM = NewTikTokAccount("mara", "Mara", "creator", "mara@example.com", PASSWORD)


def test_signing_up_logs_in_on_this_phone(world, mara):
    row = directory.profile(world.context, mara)
    assert (row.handle, row.display_name, row.followers, row.is_public) == ("mara", "Mara", 0, True)
    assert mara.active.handle == "mara"


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("handle", "@MARA", ValueTaken),
        ("handle", "1234", ValueMalformed),
        ("display_name", "x" * 31, ValueTooLong),
        ("kind", "robot", ValueMalformed),
        ("email", "mara", ValueMalformed),
        ("password", "password", PasswordTooCommon),
    ],
)
def test_a_sign_up_is_refused_at_its_field_and_leaves_nothing_on_the_phone(world, mara, field, value, error):
    phone = world.phone("Second")
    with pytest.raises(error) as caught:
        directory.sign_up(world.context, phone, replace(FORM, **({"handle": "free"} | {field: value})))
    assert caught.value.field == field
    assert phone.accounts() == ()


def test_the_same_account_on_two_phones_has_two_keys_and_both_can_answer(world, nora, mara):
    second = world.phone("Second")
    directory.log_in(world.context, second, "@mara", PASSWORD)
    assert second.active.public_key != mara.active.public_key
    assert world.approve(world.request(nora), second).delivered


def test_logging_in_again_makes_the_account_active(world, mara):
    world.sign_up("bela", mara)
    assert directory.log_in(world.context, mara, "mara", PASSWORD).is_active
    assert len(mara.accounts()) == 2


@pytest.mark.parametrize(("handle", "password"), [("mara", "wrong"), ("nobody", PASSWORD)])
def test_a_wrong_password_and_an_unknown_handle_fail_alike(world, mara, handle, password):
    with pytest.raises(SignInFailed):
        directory.log_in(world.context, world.phone("Second"), handle, password)


def test_logging_out_leaves_the_phone_without_the_account(world, mara):
    directory.log_out(world.context, mara, mara.active.account_id)
    assert mara.accounts() == ()
    with pytest.raises(errors.NotLoggedIn):
        directory.profile(world.context, mara)
    with pytest.raises(NotFound):
        directory.log_out(world.context, mara, "8" * 19)


def test_a_mailed_code_reaches_its_addressee_only(world, nora, mara):
    request = world.request(nora)
    mail_id = mail.send_code(world.context, nora, request.id, "Mara@example.com", "Access", "Hello", png=b"picture")
    (row,) = mail.inbox(world.context, mara)
    assert (row.id, row.from_name, row.attachment, row.read_at) == (mail_id, "Lantern Media", b"picture", None)
    assert mail.inbox(world.context, world.sign_up("bela")) == ()
    assert mail.read(world.context, mara, mail_id).read_at == world.clock.now()
    with pytest.raises(NotFound):
        mail.read(world.context, world.phone("Phone of bela"), mail_id)
    assert world.actions(nora)[-1] == "mail_sent"


def test_only_an_open_code_is_mailed(world, nora):
    request = world.request(nora)
    access_requests.cancel(world.context, nora, request.id)
    with pytest.raises(errors.RequestNotOpen):
        mail.send_code(world.context, nora, request.id, "mara@example.com", "Access", "Hello")
