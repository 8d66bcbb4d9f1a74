"""Cuts a pasted text into rows, pieces and words; what of it is an address is decided in ``core.addresses``.

From ``shown`` to ``work`` each character keeps its place, so that a piece can be shown as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

BROKEN = "\ufffd"
"""Stands for every control sign, direction mark and half character: never part of an address."""

_UNSEEN = dict.fromkeys(
    map(ord, "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufe0e\ufe0f\ufeff")
)
_HOSTILE = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_SAME = str.maketrans(
    "＠；，、＜〈《＞〉》｜．。｡（）［］“”„‟«»＂" + _LINE_ENDS, "@;,,<<<>>>|...()[]" + '"' * 7 + "\n" * len(_LINE_ENDS)
)
_WIDE_BLANKS = str.maketrans(
    dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
)
_TAG = re.compile(
    r"</?(?:br|p|div|span|li|ul|ol|td|th|tr|table|tbody|b|i|u|strong|em|font|a)\b[^<>@]{0,200}>", re.IGNORECASE
)
_ENTITY = re.compile("&(?:lt|gt|quot|nbsp);", re.IGNORECASE)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": " "}
_GLUED_NUMBER = re.compile(r"^ *(\d{1,4})\.(?=[^\s\d.])", re.MULTILINE)

_TOKEN = re.compile(
    r"(?P<row>\n)|(?P<cut>[;,\t|])|(?P<bracket><[^<>\n]{0,320}(?:<[^<>\n]{0,320}>)?>)|(?P<mark>[()\[\]{}<>\"])"
    r"|(?i:mailto:)[^\s\"<>|)\]]*|[^\s;,|<>()\[\]{}\"]+"
)
_QUOTED = re.compile(r'(?<!["\w])"(?:[^"\\\n]|\\.|""){1,200}"(?!["\w])')
_BRACKET_NEXT = re.compile(" *<")
_CUTS = re.compile(r"[;,\t|]")


class Kind(Enum):
    """What a word is: plain, in angle brackets, or a name in quotes that may hold separators."""

    PLAIN = auto()
    BRACKET = auto()
    QUOTED = auto()


@dataclass(frozen=True)
class Word:
    """Stands at ``start`` to ``end`` of the text, its brackets or quotes included."""

    kind: Kind
    start: int
    end: int


@dataclass
class Piece:
    """The words between two separators; ``cut`` is the separator before it, "" for the first of its row."""

    cut: str
    words: list[Word]


@dataclass(frozen=True)
class CutText:
    """``shown`` is the text as typed without what cannot be seen, ``work`` the same with one form for every sign."""

    shown: str
    work: str
    rows: list[list[Piece]]


def without_hostile(text: str) -> str:
    """Return ``text`` with BROKEN in place of each sign that is never part of an address."""
    return _HOSTILE.sub(BROKEN, text)


def cut_up(text: str) -> CutText:
    """Return ``text`` in rows of pieces of words, empty ones left out. Never fails, and takes linear time."""
    text = _ENTITY.sub(lambda found: _ENTITIES[found[0].lower()], text)
    shown = without_hostile(text.translate(_UNSEEN))
    work = shown.translate(_SAME).translate(_WIDE_BLANKS)
    work = _TAG.sub(lambda found: "\n" + " " * (len(found[0]) - 1), work)
    return CutText(shown, work, _rows(_without_numbers(work)))


def looks_dotted(word: str) -> bool:
    """Tell whether a word without @ was probably meant as an address, such as ``john.example.com``."""
    labels = word.split(".")
    last = labels[-1]
    if len(labels) < 2 or not all(labels) or any(sign in word for sign in "@/\\:") or labels[0].lower() == "www":
        return False
    abbreviation = len(labels) == 2 and last.istitle()
    return len(last) > 1 and not abbreviation and all(unicodedata.category(sign)[0] in "LM" for sign in last)


def _without_numbers(work: str) -> str:
    """Blank out the numbers in front of lines, "1.ann@x.com", where they run on from line to line."""
    found = list(_GLUED_NUMBER.finditer(work))
    numbers = [int(one[1]) for one in found]
    if len(found) < 2 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return work
    return _GLUED_NUMBER.sub(lambda one: " " * len(one[0]), work)


def _rows(work: str) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    piece, at = Piece("", []), 0
    row = [piece]
    while found := _TOKEN.search(work, at):
        at, kind = found.end(), found.lastgroup
        if kind == "row":
            rows.append(row)
            piece = Piece("", [])
            row = [piece]
        elif kind == "cut":
            piece = Piece(found[0], [])
            row.append(piece)
        elif kind == "mark":
            if found[0] == '"' and (end := _end_of_quoted_name(work, found.start())):
                piece.words.append(Word(Kind.QUOTED, found.start(), end))
                at = end
        else:
            piece.words.append(Word(Kind.BRACKET if kind == "bracket" else Kind.PLAIN, found.start(), at))
    rows.append(row)
    return [filled for filled in ([piece for piece in row if piece.words] for row in rows) if filled]


def _end_of_quoted_name(work: str, start: int) -> int | None:
    """Return where the name in quotes ends that begins at ``start``; None where the quotes mean nothing.

    A spreadsheet puts addresses in quotes too, so quotes count before an angle bracket, or round names with separators.
    """
    found = _QUOTED.match(work, start)
    if not found:
        return None
    if _BRACKET_NEXT.match(work, found.end()) and found[0].count("@") < 2:
        return found.end()
    parts = [part.strip('" ') for part in _CUTS.split(found[0])]
    is_names = len(parts) > 1 and "@" not in found[0] and not any(map(looks_dotted, parts))
    return found.end() if is_names else None
