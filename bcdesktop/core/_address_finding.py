"""Finds in the pieces of a pasted text what is an address or was meant as one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote

from bcdesktop.core._address_names import Found, ReadPiece
from bcdesktop.core._address_pieces import BROKEN, CutText, Kind, Piece, Word, looks_dotted, without_hostile
from bcdesktop.core.domains import has_domain_form
from bcdesktop.core.errors import InputRefused
from bcdesktop.core.ids import parse_email

_AROUND = " <>'`*•·‣▪◦☐–—-→.,:;!?…\\" + BROKEN
_BEHIND = _AROUND + "/！？"
_CUTS = re.compile(r"[\s;,|/<>]+")
_LINK_CUTS = re.compile(r"[\s;,]+")
_MAILTO = re.compile(r"mailto:([^\s\"'<>|)]*)", re.IGNORECASE)
_RECEIVERS = frozenset({"to", "cc", "bcc"})
_SPELLED = re.compile(
    r"[^\s<>()\[\]{}\"]{1,64} ?[(\[{] ?at ?[)\]}] ?[^\s<>()\[\]{}\"]{1,255}"
    r"|[^\s@]{1,64} at [^\s@]{1,64} dot [^\s@]{1,64}",
    re.IGNORECASE,
)


def read_piece(text: CutText, piece: Piece) -> ReadPiece:
    """Return ``piece`` with what holds "@", stands in angle brackets or is spelled out, "john (at) x.com".

    The same address twice, once of them in brackets or as a link, is one: "john@x.com <john@x.com>".
    """
    read = ReadPiece(piece)
    # by address, whether it stood in brackets or in a link
    seen: dict[str, bool] = {}
    for span in _spans(text, piece):
        for one in _found_in(text, *span):
            if one.address and one.address in seen and (one.bracketed or seen[one.address]):
                read.again.update(range(one.first, one.last + 1))
                continue
            if one.address:
                seen[one.address] = one.bracketed
            read.found.append(one)
    _add_spelled_out(text, read)
    return read


def add_dotted(text: CutText, read: ReadPiece) -> None:
    """Add the words such as "john.example.com", where a piece holds nothing else beside addresses."""
    rest = [word for word in read.rest if any(map(str.isalpha, text.work[word.start : word.end]))]
    if any(word.kind is not Kind.PLAIN or not looks_dotted(_trim(text.work[word.start : word.end])) for word in rest):
        return
    starts = [word.start for word in read.piece.words]
    for word in rest:
        at = bisect_left(starts, word.start)
        read.found.append(Found(word.start, word.end, _trim(text.shown[word.start : word.end]), None, at, at))
    read.found.sort(key=lambda one: one.start)


def _spans(text: CutText, piece: Piece) -> Iterator[tuple[list[Word], int, int]]:
    """Yield the words of every candidate with the numbers of the first and the last, "john @ x.com" as one."""
    words, at, free = piece.words, 0, 0
    while at < len(words):
        first = last = at
        content = text.work[words[at].start : words[at].end]
        if words[at].kind is Kind.PLAIN and "@" in content:
            alone = content == "@"
            if content[0] == "@" and (alone or "." in content) and at > free and _is_other(text, words[at - 1]):
                first = at - 1
            if content[-1] == "@" and at + 1 < len(words) and _is_other(text, words[at + 1], dotted=not alone):
                last = at + 1
        elif words[at].kind is not Kind.BRACKET or not (at or _has_letters(content)):
            at += 1
            continue
        yield words[first : last + 1], first, last
        at = free = last + 1


def _is_other(text: CutText, word: Word, *, dotted: bool = False) -> bool:
    content = text.work[word.start : word.end]
    return word.kind is Kind.PLAIN and "@" not in content and (not dotted or "." in content.strip("."))


def _has_letters(content: str) -> bool:
    return any(map(str.isalnum, content))


def _found_in(text: CutText, words: list[Word], first: int, last: int) -> Iterator[Found]:
    start, end = words[0].start, words[-1].end
    in_brackets = words[0].kind is Kind.BRACKET
    raw = text.work[start + in_brackets : end - in_brackets]
    candidates = _candidates(raw, in_brackets=in_brackets)
    is_link = in_brackets or len(candidates) > 1 or _MAILTO.search(raw) is not None
    is_link = is_link or text.work[max(start - 1, 0) : start] == "<"
    whole = text.shown[start:end] if in_brackets else _trim(text.shown[start:end])
    for candidate in candidates:
        typed = whole if len(candidates) == 1 else candidate
        yield Found(start, end, typed, _address_in(candidate), first, last, bracketed=is_link)


def _candidates(raw: str, *, in_brackets: bool) -> list[str]:
    """Return the one or more addresses of a word: of a link, of "a@x.com/b@y.com", of "<a@x.com, b@y.com>"."""
    links = _MAILTO.findall(raw)
    head, _, query = raw.partition("?")
    if links:
        outside = [part for part in _CUTS.split(_MAILTO.sub(" ", raw)) if "@" in part]
        parts = [part for link in links for part in _receivers(link)] + outside
    elif "@" in head and "=" in query:
        parts = _receivers(raw)
    elif raw.count("@") > 1:
        parts = [part for part in _CUTS.split(raw) if part]
        parts = parts if all("@" in _trim(part)[1:] for part in parts) else []
    else:
        parts = []
    return list(dict.fromkeys(parts)) or [raw]


def _receivers(link: str) -> list[str]:
    """Return whom a link without its "mailto:" writes to (RFC 6068)."""
    head, _, query = link.partition("?")
    values = [unquote(head), *(value for key, value in parse_qsl(query) if key.lower() in _RECEIVERS)]
    return [part for value in values for part in _LINK_CUTS.split(without_hostile(value)) if part]


def _address_in(raw: str) -> str | None:
    local, _, domain = _trim(raw).rpartition("@")
    if "//" in local:
        return None
    local = local.rpartition(":")[2].lstrip(_AROUND)
    if BROKEN in local or not has_domain_form(domain):
        return None
    try:
        return parse_email(f"{local}@{domain}")
    except InputRefused:
        return None


def _add_spelled_out(text: CutText, read: ReadPiece) -> None:
    words = read.piece.words
    begin = words[0].start
    taken = {number for one in read.found for number in range(one.first, one.last + 1)}
    starts = [word.start for word in words]
    for match in _SPELLED.finditer(text.work[begin : words[-1].end]):
        start, end = begin + match.start(), begin + match.end()
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        if first <= last and taken.isdisjoint(range(first, last + 1)):
            read.found.append(Found(start, end, _trim(text.shown[start:end]), None, first, last))
    read.found.sort(key=lambda one: one.start)


def _trim(raw: str) -> str:
    return raw.strip(_AROUND).rstrip(_BEHIND) or raw.strip()
