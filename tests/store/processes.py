"""Starts the second process of a test and ends it, whatever comes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bcdesktop.store.driver import ENVIRONMENT_VARIABLE

ROOT = Path(__file__).parents[2]


class Child:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def line(self) -> str:
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"the other process ended: {self.process.stderr.read()}")
        return line.strip()

    def go(self) -> None:
        self.process.stdin.write("go\n")
        self.process.stdin.flush()


@contextmanager
def child(driver, command, *arguments) -> Iterator[Child]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.children", command, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {ENVIRONMENT_VARIABLE: driver.name, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Child(process)
    finally:
        process.kill()
        process.communicate()
