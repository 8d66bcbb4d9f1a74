"""The phones of a data folder: one folder each (decisions.md, Who is who)."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote

DATABASE_NAME = "phone.sqlite"


def phone_folder(data_dir: Path, name: str) -> Path:
    """Return the folder of the phone called ``name``; it may not exist yet. Any name is safe in a path."""
    quoted = quote(name, safe=" ")
    return data_dir / "phones" / (quoted if not quoted.startswith(".") else f"%2E{quoted[1:]}")


def list_phones(data_dir: Path) -> tuple[str, ...]:
    """Return the names of the phones in ``data_dir``, sorted."""
    folder = data_dir / "phones"
    if not folder.is_dir():
        return ()
    return tuple(sorted(unquote(p.name) for p in folder.iterdir() if (p / DATABASE_NAME).is_file()))
