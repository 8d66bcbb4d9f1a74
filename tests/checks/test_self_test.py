"""--self-test in a process of its own: it passes, touches nothing of the person's, and names the step that fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_BROKEN = """
import sys
from dataclasses import replace
from bcdesktop.app import main
from bcdesktop.ui.center import registry
broken = "bcdesktop.nowhere:Page"
registry.PAGES = tuple(replace(p, place=broken) if p.name == "activity" else p for p in registry.PAGES)
sys.exit(main(["--self-test"]))
"""


@pytest.fixture
def home(tmp_path):
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir(mode=0o700)
    return tmp_path


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    places = {f"XDG_{name}_HOME": str(home / "home") for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    environment = os.environ | places | {"HOME": str(home / "home"), "TMPDIR": str(home / "temporary")}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, encoding="utf-8"
    )


@pytest.fixture
def passed(home):
    return _run(home, "main.py", "--self-test"), home


def test_the_self_test_passes_visits_every_page_and_leaves_nothing_behind(passed):
    result, home = passed
    assert result.returncode == 0, result.stdout + result.stderr
    for done in ("Home", "TikTok accounts", "Requests", "Activity log", "Settings", "read back from the pixels", "PDF"):
        assert done in result.stdout
    assert "FAILED" not in result.stdout
    assert result.stderr == ""
    assert [path.name for path in (home / "temporary").iterdir()] == []
    assert not list((home / "home").rglob("*.bcstore"))
    assert not list((home / "home").rglob("settings.json"))


def test_a_page_that_cannot_be_shown_fails_the_self_test_by_its_name(home):
    result = _run(home, "-c", _BROKEN)
    assert result.returncode == 1
    (failed,) = [line for line in result.stdout.splitlines() if line.startswith("FAILED")]
    assert "Activity log" in failed
