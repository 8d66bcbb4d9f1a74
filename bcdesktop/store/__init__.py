"""Where everything is kept: one SQLite file, its tables, its transactions and its change feed.

Importing this package loads nothing heavy, because the window is painted before the ORM is imported (architecture.md,
Start-up). The names below are loaded when they are asked for; ``Store`` and ``UnitOfWork`` bring the ORM.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bcdesktop.store.activity import EntryActor
    from bcdesktop.store.store import Store
    from bcdesktop.store.unit_of_work import UnitOfWork

__all__ = ["EntryActor", "Store", "UnitOfWork"]

_HOMES = {
    "EntryActor": "bcdesktop.store.activity",
    "Store": "bcdesktop.store.store",
    "UnitOfWork": "bcdesktop.store.unit_of_work",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
