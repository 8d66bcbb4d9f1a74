"""A long code as lines for a mail, and back: mail programs break what is long, and lose blanks where they break it."""

from __future__ import annotations

from collections.abc import Iterable

LINE = 72
_BLANK = " "


def in_lines(text: str, width: int = LINE) -> str:
    """Return a code in lines of at most ``width``, broken only between two characters that are no blanks.

    Where blanks leave no such place, the line is longer; none ever starts or ends with one.
    """
    lines, start = [], 0
    while len(text) - start > width:
        end = next((at for at in range(start + width, start, -1) if _BLANK not in text[at - 1 : at + 1]), None)
        if end is None:
            end = next((at for at in range(start + width, len(text)) if _BLANK not in text[at - 1 : at + 1]), len(text))
        lines.append(text[start:end])
        start = end
    lines.append(text[start:])
    return "\n".join(line for line in lines if line)


def put_together(lines: Iterable[str]) -> str:
    """Return the code that ``in_lines`` took apart."""
    return "".join(line.strip() for line in lines)
