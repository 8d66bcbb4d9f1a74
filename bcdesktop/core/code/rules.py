"""What one field may hold: each rule makes a reader that returns the value or raises CodeRefused WRONG_FIELD."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TypeVar

from bcdesktop.core.code.errors import CodeReason, CodeRefused
from bcdesktop.core.code.messages import AdAccountRole, FurtherGrant, SharedAccount, SharedRole
from bcdesktop.core.code.text import require_plain_text
from bcdesktop.core.errors import AppError
from bcdesktop.core.ids import is_id
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.permissions import PermissionSet

LAST_SECOND = 253_402_300_799
"""The end of the year 9999; no later time can be shown."""

Number = TypeVar("Number", bound=IntEnum)


def whole(low: int, high: int) -> Callable[[object], int]:
    """Read an unsigned number in ``low``..``high``."""

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise CodeRefused(CodeReason.WRONG_FIELD)
        return int(value)

    return read


def one_of(numbers: type[Number]) -> Callable[[object], Number]:
    """Read a member of ``numbers``."""

    def read(value: object) -> Number:
        try:
            return numbers(whole(0, max(numbers))(value))
        except ValueError:
            raise CodeRefused(CodeReason.WRONG_FIELD) from None

    return read


def octets(length: int, *, zero: bool = True) -> Callable[[object], bytes]:
    """Read exactly ``length`` bytes; with ``zero`` off not all of them zero."""

    def read(value: object) -> bytes:
        if not isinstance(value, bytes) or len(value) != length or not (zero or any(value)):
            raise CodeRefused(CodeReason.WRONG_FIELD)
        return value

    return read


def text(longest: int) -> Callable[[object], str]:
    """Read a plain text of 1 to ``longest`` UTF-8 bytes; CodeRefused HOSTILE_TEXT where it is not plain."""

    def read(value: object) -> str:
        if not isinstance(value, str) or not value:
            raise CodeRefused(CodeReason.WRONG_FIELD)
        if len(require_plain_text(value).encode()) > longest:
            raise CodeRefused(CodeReason.WRONG_FIELD)
        return value

    return read


def number19(value: object) -> str:
    """Read an id of 19 digits (decisions.md, Limits)."""
    if not isinstance(value, str) or not is_id(value):
        raise CodeRefused(CodeReason.WRONG_FIELD)
    return value


def only_number19(value: object) -> str:
    """Read a list that holds one id."""
    (single,) = _items(value, 1, 1)
    return number19(single)


def texts(most: int, longest: int) -> Callable[[object], tuple[str, ...]]:
    """Read up to ``most`` different texts."""

    def read(value: object) -> tuple[str, ...]:
        found = tuple(map(text(longest), _items(value, 0, most)))
        return _rising(found, sort=False)

    return read


def scope(value: object) -> tuple[int, ...]:
    """Read a scope in rising order: 1 to 8 the switches, 9 or 10 the visibility exactly when 2 is there (A3-16)."""
    found = tuple(map(whole(1, 10), _items(value, 1, 9)))
    try:
        allowed = PermissionSet.from_scope(found).scope
    except (AppError, ValueError):
        raise CodeRefused(CodeReason.WRONG_FIELD) from None
    if found != allowed:
        raise CodeRefused(CodeReason.WRONG_FIELD)
    return found


def further_grants(value: object) -> tuple[FurtherGrant, ...]:
    """Read the grants of a client pack: one or more, one per ad account, in rising order of the account's id."""
    found = []
    for item in _items(value, 1, 16):
        account, role = _items(item, 2, 2)
        found.append(FurtherGrant(number19(account), one_of(AdAccountRole)(role)))
    _rising(tuple(grant.ad_account_id for grant in found), sort=True)
    return tuple(found)


def shared_accounts(value: object) -> tuple[SharedAccount, ...]:
    """Read what is shared with a partner: one entry per account, in rising order of the account's id."""
    handle, name = text(LIMITS.handle_characters), text(4 * LIMITS.nickname_characters)
    found = []
    for item in _items(value, 0, LIMITS.tiktok_accounts_per_business_center):
        account, its_handle, its_name, role = _items(item, 4, 4)
        found.append(SharedAccount(number19(account), handle(its_handle), name(its_name), one_of(SharedRole)(role)))
    _rising(tuple(one.account_id for one in found), sort=True)
    return tuple(found)


def true(value: object) -> bool:
    """Read the 1 that says yes."""
    return bool(whole(1, 1)(value))


def _items(value: object, fewest: int, most: int) -> list[object]:
    if not isinstance(value, list) or not fewest <= len(value) <= most:
        raise CodeRefused(CodeReason.WRONG_FIELD)
    return value


def _rising(found: tuple[str, ...], *, sort: bool) -> tuple[str, ...]:
    """Return ``found`` when nothing in it is repeated and, with ``sort``, it stands in order."""
    if len(set(found)) != len(found) or (sort and list(found) != sorted(found)):
        raise CodeRefused(CodeReason.WRONG_FIELD)
    return found
