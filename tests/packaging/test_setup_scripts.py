"""The set-up scripts behind make, run for real with stand-ins for the commands that would change this computer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.project import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the scripts bring packages on Linux only")

SETUP = ROOT / "packaging" / "setup"
NEEDED_LINE = "apt-get install -y --no-install-recommends python3-venv libgl1 libegl1"


class Bench:
    """A folder of stand-in commands that is first on PATH, and a log of what they were asked to do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.log.touch()

    def command(self, name: str, body: str) -> Path:
        path = self.folder / name
        path.write_text(f"#!/bin/bash\n{body}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    def logged(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()

    def run(self, script: str, *arguments: object, **variables: str) -> subprocess.CompletedProcess[str]:
        inherited = {key: value for key, value in os.environ.items() if not key.endswith(("DISPLAY", "QPA_PLATFORM"))}
        environment = inherited | {"PATH": f"{self.folder}:/usr/bin:/bin", "LOG": str(self.log)} | variables
        command = [str(SETUP / script), *map(str, arguments)]
        return subprocess.run(
            command, env=environment, cwd=self.folder, capture_output=True, text=True, timeout=30, check=False
        )


@pytest.fixture
def bench(tmp_path):
    """A computer of an ordinary user without sudo."""
    bench = Bench(tmp_path)
    bench.command("id", "echo 1000")
    bench.command("sudo", "exit 1")
    bench.command("apt-get", 'echo "apt-get $*" >> "$LOG"; touch "$(dirname "$LOG")/installed"')
    return bench


@pytest.fixture
def bare_python(bench):
    """A Python that has no venv and finds two libraries missing until apt-get has run."""
    installed = bench.folder / "installed"
    missing = "case $1 in -) echo libgl1; echo libegl1 ;; *) exit 1 ;; esac"
    return bench.command("bare-python", f"[ -e {installed} ] && exit 0\n{missing}")


def test_where_everything_is_there_nothing_is_done(bench):
    result = bench.run("system-libs.sh", sys.executable, "base")

    assert (result.returncode, result.stdout, bench.logged()) == (0, "", [])


def test_a_user_who_may_not_install_gets_the_exact_line_and_make_stops(bench, bare_python):
    result = bench.run("system-libs.sh", bare_python, "base")

    assert result.returncode == 1
    assert NEEDED_LINE in result.stderr
    assert bench.logged() == []


def test_root_gets_just_what_is_missing(bench, bare_python):
    bench.command("id", "echo 0")

    result = bench.run("system-libs.sh", bare_python, "base")

    assert result.returncode == 0, result.stderr
    assert bench.logged() == [NEEDED_LINE]


def test_sudo_without_a_password_is_used(bench, bare_python):
    bench.command("sudo", '[ "$1" = -n ] && shift; exec "$@"')

    result = bench.run("system-libs.sh", bare_python, "base")

    assert result.returncode == 0, result.stderr
    assert bench.logged() == [NEEDED_LINE]


def test_an_installation_that_fails_is_said_with_the_line_to_run(bench, bare_python):
    bench.command("id", "echo 0")
    bench.command("apt-get", "exit 100")

    result = bench.run("system-libs.sh", bare_python, "base")

    assert result.returncode == 1
    assert NEEDED_LINE in result.stderr


@pytest.fixture
def python_that_logs(bench):
    return bench.command("logging-python", '[ "$1" = main.py ] && echo "$QT_QPA_PLATFORM $*" >> "$LOG"; exit 0')


def test_without_a_display_the_tour_runs_and_its_pictures_are_named(bench, python_that_logs):
    result = bench.run("run.sh", python_that_logs)

    assert bench.logged() == ["offscreen main.py --tour build/tour"]
    assert "no display" in result.stdout
    assert f"{bench.folder}/build/tour" in result.stdout


def test_without_a_display_other_arguments_are_passed_on(bench, python_that_logs):
    bench.run("run.sh", python_that_logs, "--self-test")

    assert bench.logged() == ["offscreen main.py --self-test"]


@pytest.mark.parametrize("display", [{"DISPLAY": ":7"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_with_a_display_the_program_opens(bench, python_that_logs, display):
    bench.run("run.sh", python_that_logs, "--phone", **display)

    assert bench.logged() == [" main.py --phone"]


def test_a_tour_that_fails_fails_the_command(bench):
    failing = bench.command("failing-python", "exit 1")

    assert bench.run("run.sh", failing).returncode == 1


def test_a_python_older_than_3_11_is_passed_over(bench):
    bench.command("python3", "exit 1")
    newer = bench.command("python3.11", "exit 0")

    assert bench.run("find-python.sh").stdout.strip() == str(newer)


def test_continuous_integration_calls_make_test():
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
