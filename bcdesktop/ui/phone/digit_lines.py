"""The 30 digits in lines that two people can read to each other."""

from __future__ import annotations


def in_lines(digits: str) -> str:
    """Return 6 groups of 5 in lines of three."""
    groups = digits.split()
    return "\n".join(" ".join(groups[start : start + 3]) for start in range(0, len(groups), 3))
