"""From the start of the process to the painted window and to its use, beside a bare PySide6 window in the same run."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from bcdesktop.core.clock import SystemClock
from bcdesktop.services import example
from bcdesktop.services.context import Context
from bcdesktop.store.places import default_store_path, private_folder
from bcdesktop.store.store import Store
from bcdesktop.vault import open_secret_place

_CHILD = Path(__file__).with_name("start_up_child.py")
_ROOT = Path(__file__).parents[2]
PAINTED_LIMIT, USABLE_LIMIT = 1.5, 1.25
Row = tuple[str, float, str, str]
Spans = dict[tuple[str, str], list[tuple[float, float]]]
"""By (mode, what was reached): milliseconds of the wall clock and of CPU time, one pair a run."""


def run(times: int = 7) -> list[Row]:
    """Return (name, value, unit, note) of every measure: medians of ``times`` starts, one of each kind in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        modes = {
            "bare": ["bare"],
            "sqlmodel": ["sqlmodel"],
            "welcome": ["program", str(private_folder(folder / "empty"))],
            "sign-in": ["program", str(_with_data(folder / "data"))],
            "rows": ["rows", str(folder / "data")],
        }
        spans: Spans = {}
        for number in range(times + 1):
            for mode, arguments in modes.items():
                reached = _start(arguments, folder / "pyc")
                if number:  # the first one compiles
                    for what, span in reached.items():
                        spans.setdefault((mode, what), []).append(span)
    return [*_rows(spans, ("bare", "painted"), "painted", PAINTED_LIMIT), *_usable_rows(spans)]


def _with_data(folder: Path) -> Path:
    """Make a data folder with the example agency's rows as the person's own store."""
    private_folder(folder)
    store = Store.open(default_store_path(folder), clock=SystemClock())
    secrets = open_secret_place(private_folder(folder / "keys"), backend="file")
    actor = example.fill(Context(store, SystemClock(), secrets), folder)
    store.close()
    (folder / "actor.json").write_text(json.dumps(asdict(actor)), encoding="utf-8")
    settings = {"last_page": "tiktok_accounts"}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


def _start(arguments: list[str], compiled: Path) -> dict[str, tuple[float, float]]:
    environment = os.environ | {"PYTHONPATH": str(_ROOT), "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(_CHILD), *arguments],
        env=environment,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return {what: ((float(wall) - began) * 1e3, float(cpu) * 1e3) for what, wall, cpu in lines}


def _usable_rows(spans: Spans) -> list[Row]:
    return _rows(spans, ("sqlmodel", "usable"), "usable", USABLE_LIMIT)


def _rows(spans: Spans, base: tuple[str, str], what: str, limit: float) -> list[Row]:
    names = {
        ("bare", "painted"): "bare PySide6 window painted",
        ("welcome", "painted"): "first window painted",
        ("sqlmodel", "usable"): "bare window + import sqlmodel",
        ("welcome", "usable"): "welcome page of an empty store usable",
        ("sign-in", "usable"): "sign-in page usable",
        ("rows", "usable"): "accounts table shows its rows",
    }
    wall, cpu = _medians(spans[base])
    rows = [(names[base], wall, "ms", f"CPU {cpu:.0f} ms")]
    for key, values in spans.items():
        if key[1] == what and key in names and key != base:
            own_wall, own_cpu = _medians(values)
            note = f"{own_wall / wall:.2f} times (at most {limit}); CPU {own_cpu:.0f} ms, {own_cpu / cpu:.2f} times"
            rows.append((names[key], own_wall, "ms", note))
    return rows


def _medians(values: list[tuple[float, float]]) -> tuple[float, float]:
    return statistics.median(wall for wall, _ in values), statistics.median(cpu for _, cpu in values)
