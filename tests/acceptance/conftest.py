"""Writes docs/acceptance.md from what the acceptance tests did in this very run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.bench.fixtures import bench, light_theme  # noqa: F401 - fixtures
from tests.acceptance.rows import FOLDER, PAGE, read_rows, render_page, row_id_of


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-acceptance", action="store_true", help="write docs/acceptance.md from this run")


def pytest_configure(config: pytest.Config) -> None:
    """Workers of a distributed run report to the controller, which alone writes."""
    if config.getoption("--write-acceptance", default=False) and not hasattr(config, "workerinput"):
        config.pluginmanager.register(AcceptanceRecorder(), "acceptance-recorder")


class AcceptanceRecorder:
    """Remembers the outcome of every acceptance test; a test counts as passed when each of its phases and cases did."""

    def __init__(self) -> None:
        self.passed: dict[str, bool] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        path, _, name = report.nodeid.partition("::")
        name = name.rpartition("::")[2].partition("[")[0]
        if FOLDER.name not in Path(path).parts or row_id_of(name) is None:
            return
        if report.when == "call" or not report.passed:
            self.passed[name] = report.passed and self.passed.get(name, True)

    def pytest_sessionfinish(self) -> None:
        PAGE.write_text(render_page(read_rows(), self.passed), encoding="utf-8")
