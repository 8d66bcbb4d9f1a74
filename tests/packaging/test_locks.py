"""The lock files pin every package by hash, for every system."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.support.project import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")


def _pins(lock: str) -> dict[str, tuple[str, int]]:
    """Version and number of hashes of each package, by its normalised name."""
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    parsed = (re.match(r"([\w.-]+)==(\S+)", entry) for entry in entries)
    return {
        match[1].lower(): (match[2], entry.count("--hash=sha256:"))
        for match, entry in zip(parsed, entries, strict=True)
        if match
    }


def _declared(group: str | None) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["optional-dependencies"][group] if group else project["dependencies"]
    return {re.match(r"[\w.-]+", text)[0].lower() for text in wanted}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_a_pin_with_a_hash(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    strays = [line for line in text.splitlines() if not re.match(r"[\w.-]+==\S+ |    --hash=sha256:[0-9a-f]{64}", line)]

    assert strays == []
    assert [name for name, (_, hashes) in _pins(lock).items() if not hashes] == []


def test_every_declared_dependency_is_locked():
    assert _declared(None) - _pins("requirements.lock").keys() == set()
    assert _declared("dev") - _pins("requirements-dev.lock").keys() == set()


def test_tests_run_with_the_very_versions_the_program_ships_with():
    developing = _pins("requirements-dev.lock")

    different = {name for name, (version, _) in _pins("requirements.lock").items() if developing[name][0] != version}
    assert different == set()


def test_pyside_stays_below_the_version_that_ends_the_process():
    version = tuple(int(part) for part in _pins("requirements.lock")["pyside6-essentials"][0].split("."))

    assert (6, 11, 3) <= version < (6, 12)
