"""The one place where errors of the driver become errors of ours (security.md 4.7). Imports no ORM."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

from bcdesktop.core.errors import AppError
from bcdesktop.store.errors import DiskFull, NoRightToWrite, NotOurStore, StoreDamaged, StoreLocked, StoreUnreachable


class ResultCode(IntEnum):
    """Primary result codes of SQLite (https://www.sqlite.org/rescode.html); the low byte of an extended one."""

    PERM = 3
    BUSY = 5
    LOCKED = 6
    READONLY = 8
    IOERR = 10
    CORRUPT = 11
    FULL = 13
    CANTOPEN = 14
    NOTADB = 26


_SHORT_READ, _DATA, _CORRUPTFS = (ResultCode.IOERR | n << 8 for n in (2, 32, 33))
_READ, _FSTAT, _SHMOPEN, _SHMMAP, _SEEK = (ResultCode.IOERR | n << 8 for n in (1, 7, 18, 21, 22))
_READONLY_DBMOVED = ResultCode.READONLY | 4 << 8
_DAMAGED = {_SHORT_READ, _DATA, _CORRUPTFS}
_GONE = {_READ, _FSTAT, _SHMOPEN, _SHMMAP, _SEEK, _READONLY_DBMOVED}


def result_code(error: BaseException) -> int | None:
    """Return the extended result code in ``error``, or in the driver's error SQLAlchemy wrapped, or None."""
    code = getattr(getattr(error, "orig", None) or error, "sqlite_errorcode", None)
    return code if isinstance(code, int) else None


def is_locked(error: BaseException) -> bool:
    """Tell whether trying again may help."""
    code = result_code(error)
    return code is not None and code & 0xFF in {ResultCode.BUSY, ResultCode.LOCKED}


def translate(error: BaseException, path: Path) -> AppError | None:
    """Return our error for ``error`` of the driver, or None where it is none of the known troubles (so a bug)."""
    code = result_code(error)
    if code is None:
        return None
    if code in _DAMAGED:
        return StoreDamaged(path)
    if code in _GONE:
        return StoreUnreachable()
    if code & 0xFF == ResultCode.CANTOPEN and not path.parent.is_dir():
        return StoreUnreachable()
    make = _BY_PRIMARY_CODE.get(code & 0xFF)
    return None if make is None else make(path)


_BY_PRIMARY_CODE: dict[int, Callable[[Path], AppError]] = {
    ResultCode.BUSY: lambda _path: StoreLocked(),
    ResultCode.LOCKED: lambda _path: StoreLocked(),
    ResultCode.FULL: lambda _path: DiskFull(),
    ResultCode.IOERR: lambda _path: DiskFull(),
    ResultCode.READONLY: NoRightToWrite,
    ResultCode.PERM: NoRightToWrite,
    ResultCode.CANTOPEN: NoRightToWrite,
    ResultCode.CORRUPT: StoreDamaged,
    ResultCode.NOTADB: NotOurStore,
}


@contextmanager
def translated(path: Path, driver_error: type[Exception]) -> Iterator[None]:
    """Raise our error in place of a ``driver_error`` (the driver's, or SQLAlchemy's around it); a bug stays."""
    try:
        yield
    except driver_error as error:
        ours = translate(error, path)
        if ours is None:
            raise
        raise ours from error
