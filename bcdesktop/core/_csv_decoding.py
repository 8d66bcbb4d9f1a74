"""Finds out in what encoding a text file was saved."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0",
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"{\\rtf",
    b"SQLite format 3",
)
"""Beginnings of workbooks (.xlsx, .ods, .numbers, .xls), PDFs, pictures, archives and documents."""

_PROBED_BYTES = 4_096
_CONTROL_SIGNS = re.compile("[\u0001-\u0008\u000e-\u0019\u001c-\u001f\u007f]")


def decoded(data: bytes) -> tuple[str, str] | None:
    """Return the text of ``data`` without a byte order mark, and its encoding; None where it is no text.

    Without a mark it is UTF-16 if every other byte of its beginning is mostly zero, else UTF-8, else Windows-1252.
    """
    if data.startswith(_NO_TEXT):
        return None
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _unmarked(data)
    try:
        text = data.decode(encoding, "replace" if encoding in {"utf-8-sig", "cp1252"} else "strict")
    except UnicodeDecodeError:
        return None
    text = text.removeprefix("\ufeff").removesuffix("\x1a")
    return None if "\0" in text or (encoding == "cp1252" and _is_junk(text[:_PROBED_BYTES])) else (text, encoding)


def _is_junk(beginning: str) -> bool:
    return 20 * len(_CONTROL_SIGNS.findall(beginning)) > len(beginning)


def _unmarked(data: bytes) -> str:
    firsts, seconds = data[:_PROBED_BYTES:2], data[1:_PROBED_BYTES:2]
    if 4 * seconds.count(0) > max(len(seconds), 16 * firsts.count(0)):
        return "utf-16-le"
    if 4 * firsts.count(0) > max(len(firsts), 16 * seconds.count(0)):
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
