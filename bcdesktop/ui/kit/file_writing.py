"""Writes a file whole or not at all, with typed errors."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from bcdesktop.core.pictures import FileNotWritten

_REASONS = {
    errno.EACCES: "no_right",
    errno.EPERM: "no_right",
    errno.EROFS: "no_right",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "folder",
}


def write_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``: temporary file beside it, fsync, replace. Raises ``FileNotWritten``.

    What stood there before stays untouched until the new content is on the disk.
    """
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise FileNotWritten(str(path), _REASONS.get(error.errno or 0, "device")) from error


def _mode(path: Path) -> int:
    """Return the rights of the file to be replaced; a new one may be read by everybody, as a picture to be sent."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644
