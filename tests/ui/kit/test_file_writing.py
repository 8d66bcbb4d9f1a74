"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bcdesktop.core.pictures import FileNotWritten
from bcdesktop.ui.kit import file_writing
from bcdesktop.ui.kit.file_writing import write_file


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path):
    path = tmp_path / "code.png"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_file(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)


@pytest.mark.skipif(os.name != "posix", reason="file size limits are a POSIX thing")
def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path):
    path = tmp_path / "code.png"
    path.write_bytes(b"old")
    program = (
        "import resource, sys; from pathlib import Path; from bcdesktop.core.pictures import FileNotWritten\n"
        "from bcdesktop.ui.kit.file_writing import write_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_file(Path(sys.argv[1]), b'x' * 5000)\n"
        "except FileNotWritten as told: print(told.reason)\n"
    )
    command = [sys.executable, "-B", "-c", program, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert run.stdout == "disk_full\n"
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"code.png": b"old"}


def test_a_name_that_is_a_folder_is_told(tmp_path):
    (tmp_path / "code.png").mkdir()
    with pytest.raises(FileNotWritten) as told:
        write_file(tmp_path / "code.png", b"new")
    assert told.value.reason == "folder"
    assert [file.name for file in tmp_path.iterdir()] == ["code.png"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EACCES, "no_right"), (errno.EROFS, "no_right"), (errno.ENOSPC, "disk_full"), (errno.EIO, "device")],
)
def test_the_reason_is_told_and_nothing_is_left_behind(tmp_path, monkeypatch, number, reason):
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(file_writing.os, "fsync", fail)
    with pytest.raises(FileNotWritten) as told:
        write_file(tmp_path / "code.png", b"new")
    assert told.value.reason == reason
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_without_right_to_write_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(FileNotWritten) as told:
        write_file(tmp_path / "code.png", b"new")
    tmp_path.chmod(0o700)
    assert told.value.reason == "no_right"
