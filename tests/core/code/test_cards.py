"""A changed key is believed through the old one alone (security.md 2.5.4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.code import CentreCard, SigningKey, endorse, is_endorsed_by, open_code, seal
from tests.core.code.samples import CENTRE, CENTRE_CARD, NOW, OLD_OWNER, OWNER, OWNER_CARD


@pytest.mark.parametrize(("card", "key"), [(OWNER_CARD, OWNER), (CENTRE_CARD, CENTRE)])
def test_the_old_key_vouches_for_the_new_card(card, key):
    received = open_code(seal(endorse(card, OLD_OWNER), key).text).message

    assert is_endorsed_by(received, OLD_OWNER.public_key)


def test_a_card_without_the_old_keys_signature_is_not_endorsed():
    assert not is_endorsed_by(OWNER_CARD, OLD_OWNER.public_key)


def test_another_key_than_the_pinned_one_does_not_count():
    assert not is_endorsed_by(endorse(OWNER_CARD, SigningKey.generate()), OLD_OWNER.public_key)


@pytest.mark.parametrize("changes", [{"key": CENTRE.public_key}, {"name": "other"}, {"sequence": 2}, {"handles": ()}])
def test_the_old_keys_signature_covers_the_whole_card(changes):
    endorsed = endorse(OWNER_CARD, OLD_OWNER)

    assert not is_endorsed_by(replace(endorsed, **changes), OLD_OWNER.public_key)


def test_an_owners_endorsement_does_not_serve_a_business_center():
    owner = replace(OWNER_CARD, handles=("7123456789012345678",))
    signature = endorse(owner, OLD_OWNER).previous_key_signature
    centre = CentreCard(owner.key, owner.name, "7123456789012345678", NOW, owner.sequence, signature)

    assert not is_endorsed_by(centre, OLD_OWNER.public_key)
