"""What can be in the way of a store (security.md 4.7). All are Trouble: the person can do something about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bcdesktop.core.errors import Trouble


class StoreLocked(Trouble):
    """Another window or program is saving and did not finish in time; nothing was changed."""


class DiskFull(Trouble):
    """The disk is full or failing; nothing was changed."""


@dataclass(eq=False)
class NoRightToWrite(Trouble):
    """The file or its folder cannot be written by this user."""

    path: Path


@dataclass(eq=False)
class StoreDamaged(Trouble):
    """The file is one of ours, but its content is broken."""

    path: Path


@dataclass(eq=False)
class NotOurStore(Trouble):
    """There is something at ``path``, but it is not a file of this program; it was left as it is."""

    path: Path


@dataclass(eq=False)
class StoreTooNew(Trouble):
    """The file was made by a newer version of the program; it was left as it is."""

    path: Path
    found: int
    known: int


class StoreUnreachable(Trouble):
    """The place of the store is gone: drive removed, folder deleted, server away."""
