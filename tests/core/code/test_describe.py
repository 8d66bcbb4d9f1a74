"""What the command line can print about a code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.code import describe, open_code, peek, seal
from tests.core.code.samples import CENTRE, GRANTS, OWNER, REPLY, REQUEST, REVOCATION, SAMPLES, signer_of


def test_a_request_is_described_name_by_name():
    sealed = seal(replace(REQUEST, further_grants=GRANTS), CENTRE)

    assert describe(open_code(sealed.text)) == [
        ("code_kind", "access_request"),
        ("bytes", "290"),
        ("hash", sealed.hash.hex()),
        ("signer_key", CENTRE.public_key.hex()),
        ("request_id", "000102030405060708090a0b0c0d0e0f"),
        ("centre_key", CENTRE.public_key.hex()),
        ("centre_name", "North Studio"),
        ("scope", "1,2,9"),
        ("issued_at", "1795464000"),
        ("life", "600"),
        ("kind", "link"),
        ("business_center_id", "7123456789012345678"),
        ("handle", "winter.shop"),
        ("purpose", "Spark Ads for the winter collection"),
        ("further_grants", "7000000000000000001=admin,7000000000000000002=analyst"),
    ]


def test_zero_is_a_value_and_absence_is_not():
    names = dict(describe(open_code(seal(replace(REVOCATION, reason=0), OWNER).text, key=OWNER.public_key)))

    assert names["reason"] == "0"
    assert "handle" not in dict(describe(open_code(seal(replace(REQUEST, handle=None), CENTRE).text)))


def test_a_code_nobody_verified_has_no_signer_unless_it_brings_its_key():
    assert "signer_key" not in dict(describe(peek(seal(REPLY, OWNER).text)))


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_kind_can_be_described_in_one_line_each(name):
    sealed = seal(SAMPLES[name], signer_of(SAMPLES[name]))

    pairs = describe(open_code(sealed.text, key=sealed.key))

    assert len(dict(pairs)) == len(pairs) > 6
    assert not any("\n" in value for _, value in pairs)
