"""What a text inside a code may hold (security.md 1.3, A13)."""

from __future__ import annotations

import re
import unicodedata

from bcdesktop.core.code.errors import CodeReason, CodeRefused

# Controls (C0, DEL, C1), line and paragraph separators, direction marks that reorder what follows, lone surrogates.
_HOSTILE = re.compile("[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WORD = re.compile(r"\w+")

# Scripts that are written together in one word (Unicode UTS 39, "highly restrictive").
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "KATAKANA-HIRAGANA"})
_NO_SCRIPT = frozenset({"MODIFIER", "FEMININE", "MASCULINE", "MICRO", "IDEOGRAPHIC"})


def require_plain_text(text: str) -> str:
    """Return ``text`` when it is NFC and free of control and reordering characters; else CodeRefused HOSTILE_TEXT."""
    if _HOSTILE.search(text) or not unicodedata.is_normalized("NFC", text):
        raise CodeRefused(CodeReason.HOSTILE_TEXT)
    return text


def has_mixed_script(text: str) -> bool:
    """Tell whether a word of ``text`` mixes scripts, such as a Cyrillic letter in a Latin name.

    Latin beside Chinese, Japanese or Korean counts as usual. A word wholly in one other script is not marked.
    """
    return any(len(_scripts(word)) > 1 for word in _WORD.findall(text))


def _scripts(word: str) -> set[str]:
    found = {unicodedata.name(letter, "?").split()[0] for letter in word if unicodedata.category(letter)[0] == "L"}
    found -= _NO_SCRIPT
    if found & _EAST_ASIAN:
        return (found - _EAST_ASIAN - {"LATIN"}) | {"EAST ASIAN"}
    return found
