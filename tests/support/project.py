"""The project's own files, as a clone or a copied folder has them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]

_MADE = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}


def project_files() -> list[Path]:
    """Paths relative to the project's folder: what git tracks, or, without git, all that is not made by a command."""
    if (ROOT / ".git").exists() and (git := shutil.which("git")):
        listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
        return [Path(name) for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return [path for path in found if not any(_is_made(part) for part in path.parts)]


def _is_made(part: str) -> bool:
    return part in _MADE or part.endswith(("_cache", ".egg-info")) or part.startswith(".coverage")


def text_of(path: Path) -> str | None:
    """The file's text, or None where it is not UTF-8 text (a picture, a font, a store)."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
