"""Finds the code in a pasted text: alone, inside the message it came with, or broken into lines on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from email import policy
from email.parser import BytesParser
from itertools import product, takewhile
from pathlib import Path

from bcdesktop.core.code import MAX_CHARACTERS, CodeKind, CodeRefused, peek
from bcdesktop.core.code.lines import put_together
from bcdesktop.core.pictures import NoCodeInText, SeveralCodesFound
from bcdesktop.ui.kit.pictures import LONGEST_TEXT, checked_text, load_text
from bcdesktop.ui.kit.qr_reading import OUR_PREFIX

_ALPHABET = r"[0-9A-Z $%*+\-./:]"
_START = re.compile(rf"(?<![0-9A-Z]){OUR_PREFIX.pattern}{_ALPHABET}*")
_LINE = re.compile(rf"{_ALPHABET}+")
_LONG = f"{CodeKind.PARTNER_INVITATION.value}:"
LONGEST_WITH_LIST = 400_000
"""Characters of a text with a partner invitation, the one code that may be long, and the message around it."""
_MOST_BREAKS = 8
"""A code of 600 characters in lines of 72; twice as many tries for each further one."""


def find_code_in_text(text: str) -> str:
    """Return the one code of this program in ``text``. Mail programs and PDF readers break long lines: put together.

    Whether its signature holds is for ``core.code.open_code``. Raises ``TextTooLong``, ``ClipboardEmpty``,
    ``NoCodeInText``, ``SeveralCodesFound``.
    """
    lines = checked_text(text, LONGEST_WITH_LIST if _LONG in text else LONGEST_TEXT).splitlines()
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


def find_code_in_file(path: Path) -> str:
    """Return the one code in a text file or in the text of a mail (.eml). Raises as the above and ``load_text``."""
    text = load_text(path, LONGEST_WITH_LIST)
    if path.suffix.lower() != ".eml":
        return find_code_in_text(text)
    body = BytesParser(policy=policy.default).parsebytes(text.encode()).get_body(("plain",))
    if body is None:
        raise NoCodeInText
    return find_code_in_text(body.get_content())


def _whole_code(first: str, following: list[str]) -> str:
    """Return ``first`` with as many of the lines after it as make a code; ``first`` alone where none do."""
    parts = [first.strip()]
    if _is_code(parts[0]):
        return parts[0]
    if first.startswith(_LONG):
        whole = put_together([first, *_lines_of_code(following)])
        return whole if _is_code(whole) else parts[0]
    for part in _lines_of_code(following[:_MOST_BREAKS]):
        if sum(map(len, parts)) + len(part) > MAX_CHARACTERS:
            break
        parts.append(part)
        # a break may have taken the place of a blank, which is a letter of the code
        for joints in product(("", " "), repeat=len(parts) - 1):
            candidate = parts[0] + "".join(joint + rest for joint, rest in zip(joints, parts[1:], strict=True))
            if _is_code(candidate):
                return candidate
    return first.strip()


def _lines_of_code(lines: Iterable[str]) -> Iterable[str]:
    """Give lines as long as they hold nothing but letters of a code, without the mark of what a mail quotes."""
    return takewhile(_LINE.fullmatch, (line.strip().removeprefix("> ") for line in lines))


def _is_code(text: str) -> bool:
    try:
        peek(text)
    except CodeRefused:
        return False
    return True
