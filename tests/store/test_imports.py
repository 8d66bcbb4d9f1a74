"""What is loaded when: the window is painted before the ORM, Alembic only for an older store (architecture.md)."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.store.processes import ROOT

HEAVY = ["sqlmodel", "sqlalchemy", "pydantic", "alembic", "bcdesktop.store.tables.ads"]


def loaded_after(*lines):
    """Return which of HEAVY a fresh Python has loaded after ``lines``."""
    tail = f"import sys, json; print(json.dumps([n for n in {HEAVY} if n in sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", "\n".join([*lines, tail])],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    "module",
    [
        "bcdesktop.store",
        "bcdesktop.store.places",
        "bcdesktop.store.errors",
        "bcdesktop.store.driver",
        "bcdesktop.store.backup",
        "bcdesktop.store.feed",
        "bcdesktop.profile",
        "bcdesktop.vault",
    ],
)
def test_loads_nothing_heavy(module):
    assert loaded_after(f"import {module}") == []


def test_opening_a_new_or_current_store_does_not_load_alembic(tmp_path):
    open_it = (
        "from pathlib import Path",
        "from bcdesktop.core.clock import SystemClock",
        "from bcdesktop.store import Store",
        f"Store.open(Path({str(tmp_path / 'a.bcstore')!r}), clock=SystemClock()).close()",
    )

    assert "sqlalchemy" in loaded_after(*open_it)
    assert "alembic" not in loaded_after(*open_it)


def test_control_migrating_loads_alembic():
    assert "alembic" in loaded_after("import bcdesktop.store.migration")


def test_signing_in_waits_for_no_table_of_ads():
    loaded = loaded_after("import bcdesktop.services.people, bcdesktop.services.log_ins, bcdesktop.store.store")
    assert "sqlmodel" in loaded
    assert "bcdesktop.store.tables.ads" not in loaded


def test_asking_for_one_table_of_ads_makes_them_all():
    assert "bcdesktop.store.tables.ads" in loaded_after("from bcdesktop.store.tables import AdAccount")
