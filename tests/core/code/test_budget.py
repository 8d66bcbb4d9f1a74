"""How big a picture a code needs, and how much a form may still take (security.md 2.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest
import qrcode
from qrcode.util import MODE_ALPHA_NUM

from bcdesktop.core.code import (
    MAX_BYTES,
    MAX_TEXT_BYTES,
    CodeReason,
    CodeRefused,
    open_code,
    room_left,
    seal,
    sealed_size,
)
from tests.core.code.samples import (
    DECLINE,
    FIRST_REPLY,
    LARGE_REPLY,
    LARGE_REQUEST,
    MANY_ACCOUNTS,
    OWNER_CARD,
    PARTNER_INVITATION,
    REPLY,
    REQUEST,
    REVOCATION,
    SAMPLES,
    signer_of,
)


def picture(message) -> qrcode.QRCode:
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M)
    # Without optimize=0 the package cuts out runs of digits and puts short leftovers into byte mode.
    code.add_data(seal(message, signer_of(message)).text, optimize=0)
    code.make(fit=True)
    return code


@pytest.mark.parametrize(
    ("message", "version"),
    [
        (REQUEST, 12),
        (LARGE_REQUEST, 15),
        (REPLY, 10),
        (replace(REPLY, scope=(1, 2, 3, 4, 5, 6, 7, 8, 10), handle="h" * 24, grant_end=2**32, sequence=2**32 - 1), 11),
        (FIRST_REPLY, 11),
        (LARGE_REPLY, 15),
        (DECLINE, 9),
        (REVOCATION, 7),
        (replace(REVOCATION, sequence=2**63 - 1), 8),
        (OWNER_CARD, 9),
    ],
)
def test_a_message_fits_its_qr_version_at_error_correction_m(message, version):
    assert picture(message).version <= version


@pytest.mark.parametrize("name", sorted(name for name in SAMPLES if not name.startswith("partner invitation")))
def test_a_picture_needs_no_byte_mode_and_at_most_version_15(name):
    code = picture(SAMPLES[name])

    assert code.version <= 15
    assert {part.mode for part in code.data_list} == {MODE_ALPHA_NUM}


def test_room_left_is_used_up_to_the_last_byte():
    full = replace(LARGE_REQUEST, purpose="p" * (108 + room_left(LARGE_REQUEST)))

    assert room_left(full) == 0
    assert len(seal(full, signer_of(full)).cose) == MAX_BYTES


def test_one_byte_over_the_cap_is_refused_and_shown_as_minus_one():
    over = replace(LARGE_REQUEST, purpose="p" * (109 + room_left(LARGE_REQUEST)))

    assert room_left(over) == -1
    with pytest.raises(CodeRefused) as caught:
        seal(over, signer_of(over))
    assert caught.value.reason is CodeReason.TOO_LONG


def test_every_account_of_a_business_center_fits_into_one_partner_invitation():
    largest = replace(
        PARTNER_INVITATION, accounts=MANY_ACCOUNTS, centre_name="n" * 48, note="n" * 120, sequence=2**63 - 1
    )

    sealed = seal(largest, signer_of(largest))

    assert open_code(sealed.text).message == largest
    assert len(sealed.cose) == sealed_size(largest) <= MAX_TEXT_BYTES
    assert len(sealed.cose) > 400 * MAX_BYTES // 2, "the cap is no larger than it has to be"


def test_room_left_counts_utf_8_bytes():
    assert room_left(replace(REQUEST, purpose="p" * 30)) == room_left(replace(REQUEST, purpose="广" * 10))


@pytest.mark.parametrize(("purpose", "more"), [("p" * 1_000, 1_002), ("\ud800", 0), ("\u202e", 2), ("", -1)])
def test_an_unfinished_form_can_be_measured_whatever_was_typed(purpose, more):
    beside = sealed_size(replace(REQUEST, purpose="x"))

    assert sealed_size(replace(REQUEST, purpose=purpose)) - beside == more
