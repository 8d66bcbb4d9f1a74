"""Finds the code in a pasted text: alone, inside the message it came with, or broken into lines on the way."""

from __future__ import annotations

import re
from itertools import product

from bcdesktop.core.code import MAX_CHARACTERS, CodeRefused, peek
from bcdesktop.core.pictures import NoCodeInText, SeveralCodesFound
from bcdesktop.ui.kit.pictures import checked_text
from bcdesktop.ui.kit.qr_reading import OUR_PREFIX

_ALPHABET = r"[0-9A-Z $%*+\-./:]"
_START = re.compile(rf"(?<![0-9A-Z]){OUR_PREFIX.pattern}{_ALPHABET}*")
_LINE = re.compile(rf"{_ALPHABET}+")
_MOST_BREAKS = 8
"""A code of 600 characters in lines of 72; twice as many tries for each further one."""


def find_code_in_text(text: str) -> str:
    """Return the one code of this program in ``text``. Mail programs and PDF readers break long lines: put together.

    Whether its signature holds is for ``core.code.open_code``. Raises ``TextTooLong``, ``ClipboardEmpty``,
    ``NoCodeInText``, ``SeveralCodesFound``.
    """
    lines = checked_text(text).splitlines()
    found = set()
    for number, line in enumerate(lines):
        for match in _START.finditer(line):
            following = lines[number + 1 :] if match.end() == len(line) else []
            found.add(_whole_code(match.group(), following))
    if len(found) > 1:
        raise SeveralCodesFound(len(found))
    if not found:
        raise NoCodeInText
    return found.pop()


def _whole_code(first: str, following: list[str]) -> str:
    """Return ``first`` with as many of the lines after it as make a code; ``first`` alone where none do."""
    parts = [first.strip()]
    if _is_code(parts[0]):
        return parts[0]
    for line in following[:_MOST_BREAKS]:
        part = line.strip().removeprefix("> ")
        if not _LINE.fullmatch(part) or sum(map(len, parts)) + len(part) > MAX_CHARACTERS:
            break
        parts.append(part)
        # a break may have taken the place of a blank, which is a letter of the code
        for joints in product(("", " "), repeat=len(parts) - 1):
            candidate = parts[0] + "".join(joint + rest for joint, rest in zip(joints, parts[1:], strict=True))
            if _is_code(candidate):
                return candidate
    return first.strip()


def _is_code(text: str) -> bool:
    try:
        peek(text)
    except CodeRefused:
        return False
    return True
