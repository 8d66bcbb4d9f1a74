"""How the words of core's enumerations are kept."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

T = TypeVar("T")
ByMember = dict[tuple[type, str], T]


def by_member(*pairs: tuple[Enum, T]) -> ByMember[T]:
    """Key by type and name: members of two enums with the same text, such as ``pending``, are equal to each other."""
    return {(type(member), member.name): value for member, value in pairs}
