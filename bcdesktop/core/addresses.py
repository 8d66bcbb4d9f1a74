"""Lists of e-mail addresses in every shape people paste them (issue 3: invite up to 50 at once, bad input)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bcdesktop.core._address_finding import add_dotted, read_piece
from bcdesktop.core._address_names import Found, give_names
from bcdesktop.core._address_pieces import cut_up
from bcdesktop.core.domains import domain_allowed, domain_of, parse_domain

__all__ = [
    "TEXT_CHARACTERS",
    "AddressList",
    "AddressProblem",
    "ListedAddress",
    "domain_allowed",
    "domain_of",
    "parse_domain",
    "take_apart",
]

TEXT_CHARACTERS = 100_000
"""Of a longer text the rest is not read."""

_LAST_PIECE = re.compile(r"[\n;,\t|][^\n;,\t|]*\Z|\s\S*\Z")


class AddressProblem(StrEnum):
    """Why a piece of a list cannot be taken."""

    MALFORMED = "malformed"
    DOUBLE = "double"


@dataclass(frozen=True)
class ListedAddress:
    """One piece of a list: ``text`` as it was typed, ``address`` in the form ``core.ids.parse_email`` gives it.

    ``address`` is None where the piece is MALFORMED. ``name`` is the name found beside it, "" where there is none.
    """

    text: str
    address: str | None
    name: str = ""
    problem: AddressProblem | None = None


@dataclass(frozen=True)
class AddressList:
    """The pieces in order of appearance; ``cut`` tells that the text was longer than is read."""

    entries: tuple[ListedAddress, ...]
    cut: bool = False

    def __iter__(self) -> Iterator[ListedAddress]:
        """Go through the entries."""
        return iter(self.entries)

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self.entries)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The good ones, each once."""
        return tuple(one.address for one in self.entries if one.address is not None and one.problem is None)


def take_apart(text: str) -> AddressList:
    """Return every piece of ``text`` that is an address or was meant as one. Raises nothing.

    An address that stood there before, whatever its case, is DOUBLE. MALFORMED is what was meant as one and is not:
    what holds "@", stands in angle brackets, is spelled out ("john (at) x.com"), or stands for itself and looks like
    "john.example.com". Names and other words are not listed. Of a text longer than ``TEXT_CHARACTERS`` the last piece
    is left out too, as it may be half an address.
    """
    cut = len(text) > TEXT_CHARACTERS
    if cut:
        text = _LAST_PIECE.sub("", text[:TEXT_CHARACTERS])
    parts = cut_up(text)
    entries: list[ListedAddress] = []
    seen: set[str] = set()
    for row in parts.rows:
        read = [read_piece(parts, piece) for piece in row]
        is_table_row = any(piece.cut == "\t" for piece in row) and any(one.found for one in read)
        if not is_table_row:
            for one in read:
                add_dotted(parts, one)
        give_names(parts, read)
        entries += [_listed(found, seen) for one in read for found in one.found]
    return AddressList(tuple(entries), cut)


def _listed(found: Found, seen: set[str]) -> ListedAddress:
    if found.address is None:
        return ListedAddress(found.text, None, found.name, AddressProblem.MALFORMED)
    local = unicodedata.normalize("NFC", found.address.rpartition("@")[0]).casefold()
    key = f"{local}@{domain_of(found.address)}"
    problem = AddressProblem.DOUBLE if key in seen else None
    seen.add(key)
    return ListedAddress(found.text, found.address, found.name, problem)
