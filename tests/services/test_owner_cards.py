"""The card an owner shows, so that a Business Center knows the key (security.md 2.5.2)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core import code
from bcdesktop.core.clock import unix
from bcdesktop.core.errors import WrongPasscode
from bcdesktop.services import directory, errors, owner, owner_cards
from bcdesktop.services.phone_records import NewTikTokAccount, ScannedCard
from bcdesktop.vault.errors import PassphraseNeeded
from tests.services.world import NOON, PASSWORD


def card_in(text):
    opened = code.verify(code.peek(text, expect=code.CodeKind.OWNER_CARD))
    return opened.message


def test_the_card_is_signed_by_the_key_it_shows_and_carries_its_30_digits(world, mara):
    made = owner_cards.own_card(world.context, mara)

    card = card_in(made.text)
    assert (card.key, card.handles, card.made_at) == (mara.active.public_key, ("mara",), unix(NOON))
    assert made.digits == code.fingerprint_digits(mara.active.public_key)
    assert (made.handle, made.display_name) == ("mara", mara.active.display_name)


def test_another_phone_reads_the_card_as_one_of_an_owner(world, mara):
    world.sign_up("bela", second := world.phone("Second"))

    scanned = owner.open_code(world.context, second, owner_cards.own_card(world.context, mara).text)

    assert isinstance(scanned, ScannedCard)
    assert not scanned.is_centre
    assert scanned.public_key == mara.active.public_key


def test_each_card_has_a_higher_number_than_the_one_before(world, mara):
    first = card_in(owner_cards.own_card(world.context, mara).text)
    world.clock.advance(timedelta(days=1))

    assert card_in(owner_cards.own_card(world.context, mara).text).sequence > first.sequence


def test_a_long_name_is_cut_between_letters_not_within_one(world):
    phone = world.phone("Second")
    directory.sign_up(
        world.context, phone, NewTikTokAccount("denki", "電" * 30, "creator", "denki@example.com", PASSWORD)
    )

    name = card_in(owner_cards.own_card(world.context, phone).text).name

    assert name == "電" * 16


def test_a_phone_where_nobody_is_logged_in_has_no_card(world):
    with pytest.raises(errors.NotLoggedIn):
        owner_cards.own_card(world.context, world.phone("Second"))


@pytest.mark.parametrize(("passcode", "error"), [(None, PassphraseNeeded), ("0000", WrongPasscode)])
def test_the_card_is_signed_only_for_the_passcode(passcode, error, world, mara):
    mara.change_passcode(None, "4711")

    with pytest.raises(error):
        owner_cards.own_card(world.context, mara, passcode)
    assert owner_cards.own_card(world.context, mara, "4711").handle == "mara"
