"""Where files lie (decisions.md, Who is who). Imports nothing heavy: paths are known before a window is painted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from bcdesktop.store.errors import NoRightToWrite

APP_NAME = "business-center-desktop"
STORE_NAME = "business-center.bcstore"
EXAMPLE_STORE_NAME = "example-agency.bcstore"


def data_dir(override: Path | None) -> Path:
    """Return the data folder, made with mode 0700 where it is missing.

    ``override`` comes from ``--data-dir``. Raises NoRightToWrite.
    """
    return private_folder(override if override is not None else platformdirs.user_data_path(APP_NAME, appauthor=False))


def private_folder(folder: Path) -> Path:
    """Make ``folder`` and what is missing above it, only for this user (mode 0700). Raises NoRightToWrite."""
    try:
        # a name too long for the file system fails here already
        missing = [p for p in (folder, *folder.parents) if not p.exists()]
        for path in reversed(missing):
            path.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise _no_right(folder) from error
    if not folder.is_dir():
        raise _no_right(folder)
    return folder


def _no_right(folder: Path) -> NoRightToWrite:
    from bcdesktop.store.errors import NoRightToWrite

    return NoRightToWrite(folder)


def default_store_path(data_dir: Path) -> Path:
    """Return the path of the person's own store."""
    return data_dir / STORE_NAME


def example_store_path(data_dir: Path) -> Path:
    """Return the path of the example agency's store, never mixed with real data (decisions.md, Example data)."""
    return data_dir / EXAMPLE_STORE_NAME


def backups_dir(store_path: Path) -> Path:
    """Return the folder for backups of the store at ``store_path``; it may not exist yet."""
    return store_path.parent / "backups"
