"""A deferred place looks for the real one once, and only when it is used."""

from __future__ import annotations

import pytest

from bcdesktop.vault import Cost, SealedFilePlace
from bcdesktop.vault.deferred_place import DeferredSecretPlace
from bcdesktop.vault.errors import SecretMissing


@pytest.fixture
def opened():
    return []


@pytest.fixture
def place(tmp_path, opened):
    def open_place():
        opened.append(tmp_path)
        return SealedFilePlace(tmp_path, Cost(1, 8 * 1024))

    return DeferredSecretPlace(open_place)


def test_nothing_is_looked_for_before_the_first_use(place, opened):
    assert opened == []


def test_it_is_looked_for_once(place, opened):
    assert place.needs_passphrase
    assert not place.has("a")
    assert len(opened) == 1


def test_it_keeps_and_forgets_what_the_real_place_does(place):
    place.put("a", b"secret", "four words")
    assert place.get("a", "four words") == b"secret"
    place.delete("a")
    with pytest.raises(SecretMissing):
        place.get("a", "four words")
