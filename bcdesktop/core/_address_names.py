"""Finds the names beside the addresses of a list. A name is for reading only: where it is not clear there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from bcdesktop.core._address_pieces import BROKEN, CutText, Piece, Word, looks_dotted

_NAME_CHARACTERS = 100
_WORDS_IN_NAME = 5
_MARKS = "*•·‣▪◦–—-:;,=_#&/|" + BROKEN
_QUOTES = "\"'"
_OPEN_QUOTES, _CLOSING_QUOTES = _QUOTES + "“„‟«»", _QUOTES + "”“«»"
_WORDS_AROUND = """
add also an and ask at bcc by cc contact copy date dear e email e-mail et for from hello hi invite is mail mailto me or
please reply reply-to send sent subject thanks the to und with write y you
bitte bonjour danke gracias hallo hola merci
"""
_NO_NAMES = frozenset(_WORDS_AROUND.split())
_PARTICLES_OF_NAMES = "al af av bin da das de del den der des di do dos du el la le te ten ter van von y zu"
_PARTICLES = frozenset(_PARTICLES_OF_NAMES.split())


@dataclass
class Found:
    """An address, or what was meant as one, between ``start`` and ``end``.

    ``first`` to ``last`` are the numbers of the words it takes in its piece.
    """

    start: int
    end: int
    text: str
    address: str | None
    first: int
    last: int
    bracketed: bool = False
    name: str = ""


@dataclass
class ReadPiece:
    """A piece with what was found in it, in order; ``again`` are the numbers of words that say the same once more."""

    piece: Piece
    found: list[Found] = field(default_factory=list)
    again: set[int] = field(default_factory=set)

    @property
    def rest(self) -> list[Word]:
        """The words that belong to nothing found."""
        taken = {number for one in self.found for number in range(one.first, one.last + 1)}
        return self.words(0, None, taken | self.again)

    def words(self, first: int, end: int | None, without: set[int] | None = None) -> list[Word]:
        """The words from ``first`` up to ``end`` that are not ``again``."""
        left_out = self.again if without is None else without
        words = self.piece.words[first:end]
        return [word for number, word in enumerate(words, first) if number not in left_out]


def give_names(text: CutText, row: Sequence[ReadPiece]) -> None:
    """Write the names of one row into its ``Found``; a name before an angle bracket becomes part of its text."""
    for number in range(len(row)):
        _names_within(text, row, number)
    bearing = [number for number, read in enumerate(row) if read.found]
    if len(bearing) < len(row) and all(len(row[at].found) == 1 and not row[at].rest for at in bearing):
        _names_in_cells(text, row, bearing)


def _names_within(text: CutText, row: Sequence[ReadPiece], number: int) -> None:
    read, found = row[number], row[number].found
    at, stand_ahead = 0, bool(found) and found[0].first > 0
    for one, following in zip_longest(found, found[1:]):
        before = read.words(at, one.first)
        at = max(at, one.last + 1)
        after = read.words(at, following.first if following else None)
        if one.bracketed:
            _name_before_bracket(text, row, number, one, _trimmed(text, before))
        elif stand_ahead:
            one.name = _strict(text, before)
        if not one.name and (following is None or not stand_ahead):
            one.name = _strict(text, after)


def _name_before_bracket(text: CutText, row: Sequence[ReadPiece], number: int, one: Found, words: list[Word]) -> None:
    if not words:
        return
    start = words[0].start
    is_first = one is row[number].found[0]
    for back in range(number, max(number - 2, 0) if is_first else number, -1):
        surname = row[back - 1]
        if row[back].piece.cut != "," or surname.found or not _strict(text, surname.piece.words):
            break
        start = _trimmed(text, surname.piece.words)[0].start
    one.name = _clean(text.shown[start : words[-1].end])
    one.start, one.text = start, text.shown[start : one.end].strip()


def _names_in_cells(text: CutText, row: Sequence[ReadPiece], bearing: Sequence[int]) -> None:
    """Take the names from the cells before the addresses, or else from those after them, if every address has one."""
    for step in (-1, 1):
        names = [_name_in_cells(text, row, number, step) for number in bearing]
        if all(names):
            for number, name in zip(bearing, names, strict=True):
                row[number].found[0].name = name
            return


def _name_in_cells(text: CutText, row: Sequence[ReadPiece], number: int, step: int) -> str:
    near = number + step
    if not 0 <= near < len(row) or row[near].found:
        return ""
    take = _strict if row[max(number, near)].piece.cut == "," else _loose
    name = take(text, row[near].piece.words)
    far = near + step
    if not name or " " in name or not 0 <= far < len(row) or row[far].found:
        return name
    other = take(text, row[far].piece.words)
    if not other or " " in other:
        return name
    right = row[max(near, far)].piece
    joint = ", " if right.cut == "," and text.work[right.words[0].start - 1] == " " else " "
    return joint.join((other, name) if step < 0 else (name, other))


def _plain(text: CutText, word: Word) -> str:
    return text.work[word.start : word.end].strip(_MARKS + _QUOTES).lower()


def _trimmed(text: CutText, words: Sequence[Word]) -> list[Word]:
    """Return ``words`` without labels ("To:"), numbers, bullets and words such as "please invite" at both ends."""

    def is_no_name(word: Word) -> bool:
        plain = _plain(text, word).strip(".")
        is_letter_of_list = len(plain) == 1 and text.work[word.end : word.end + 1] in {")", "]"}
        return plain in _NO_NAMES or is_letter_of_list or not any(map(str.isalpha, plain))

    end = len(words)
    colons = [at for at, word in enumerate(words) if text.work[word.end - 1] == ":"]
    # what ends the words is the name itself, "John Doe: john@x.com", unless it is all there is
    start = max((at + 1 for at in colons if at < end - 1 or end == 1), default=0)
    while start < end and is_no_name(words[start]):
        start += 1
    while end > start and is_no_name(words[end - 1]):
        end -= 1
    return list(words[start:end])


def _loose(text: CutText, words: Sequence[Word]) -> str:
    """Return the name a cell holds, "" where it holds something else."""
    words = _trimmed(text, words)
    whole = text.work[words[0].start : words[-1].end] if words else ""
    fits = 0 < len(words) <= _WORDS_IN_NAME and not any(sign.isdigit() or sign in "@<>" for sign in whole)
    return "" if not fits or looks_dotted(whole) else _clean(text.shown[words[0].start : words[-1].end])


def _strict(text: CutText, words: Sequence[Word]) -> str:
    """Return the name that running text holds: each word begins as a name does."""
    words = _trimmed(text, words)
    plain = [text.work[word.start : word.end].strip(_MARKS + _QUOTES) for word in words]
    begin_as_names = all(word[:1].isalpha() and (not word[0].islower() or word in _PARTICLES) for word in plain)
    return _loose(text, words) if begin_as_names and not all(word in _PARTICLES for word in plain) else ""


def _clean(name: str) -> str:
    name = " ".join(name.split()).strip(_MARKS + " ")
    while len(name) > 1 and name[0] in _OPEN_QUOTES and name[-1] in _CLOSING_QUOTES:
        name = name[1:-1].strip(_MARKS + " ")
    name = name.replace('""', '"').replace('\\"', '"')
    return (name if name.count('"') % 2 == 0 else name.replace('"', ""))[:_NAME_CHARACTERS].strip()
