"""The house: what lies where, how long a module may grow, and what never gets in (architecture.md, "The house")."""

from __future__ import annotations

import importlib
import re
import tomllib

import pytest

import bcdesktop
from tests.support.project import ROOT, project_files, text_of

TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "NOTICE",
    "README.md",
    "bcdesktop",
    "docs",
    "main.py",
    "packaging",
    "pyproject.toml",
    "requirements-dev.lock",
    "requirements.lock",
    "resources",
    "tests",
}
LONGEST_MODULE = 400

# Written in two halves, so that this file does not find itself.
NEVER_INSIDE = {
    "a package registry's address": "pypi" + r"\.org|python" + r"hosted\.org|npm" + r"js\.(org|com)|deb\.deb" + "ian",
    "a path of one computer": "/ro" + r"ot/|/wo" + r"rk/(main|shared|brief)|/op" + r"t/(wheels|pypi)|/ho" + r"me/\w",
    "a private key": "BEGIN [A-Z ]*PRIV" + "ATE KEY",
}


def test_the_top_level_holds_what_the_architecture_names_and_nothing_else():
    assert {path.parts[0] for path in project_files()} - TOP_LEVEL == set()


def test_no_module_has_grown_past_the_limit():
    modules = [path for path in project_files() if path.suffix == ".py"]
    lengths = {str(path): len((text_of(path) or "").splitlines()) for path in modules}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


@pytest.mark.parametrize("what", NEVER_INSIDE)
def test_no_file_holds(what):
    pattern = re.compile(NEVER_INSIDE[what])

    assert [str(path) for path in project_files() if pattern.search(text_of(path) or "")] == []


def test_the_version_of_the_identity_is_the_packages_own_and_stands_in_the_changelog():
    identity = tomllib.loads((ROOT / "packaging" / "identity.toml").read_text(encoding="utf-8"))
    module, _, name = identity["version_source"].rpartition(".")
    version = getattr(importlib.import_module(module), name)

    assert version == bcdesktop.__version__
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_main_is_about_ten_lines():
    assert len((ROOT / "main.py").read_text(encoding="utf-8").splitlines()) <= 12
