"""The arguments: what they mean, and what is refused before anything is opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bcdesktop import __version__
from bcdesktop.cli import Command, Options, parse

ROOT = Path(__file__).parents[1]


def test_without_arguments_the_business_center_opens():
    assert parse([]) == Options()


def test_version_is_printed_and_nothing_is_opened(capsys):
    with pytest.raises(SystemExit) as left:
        parse(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.strip() == f"Business Center Desktop {__version__}"


@pytest.mark.parametrize(
    ("arguments", "command", "target"),
    [
        (["--phone"], Command.PHONE, ""),
        (["--ads"], Command.ADS_MANAGER, ""),
        (["--self-test"], Command.SELF_TEST, ""),
        (["--tour", "pictures"], Command.TOUR, "pictures"),
        (["--verify", "AR1:0"], Command.VERIFY, "AR1:0"),
    ],
)
def test_each_command_is_understood(arguments, command, target):
    options = parse(arguments)
    assert (options.command, options.target) == (command, target)


def test_store_folder_and_phone_are_taken_over():
    options = parse(["--store", "a.bcstore", "--data-dir", "folder", "--phone", "--phone-profile", "Mara's phone"])
    assert options == Options(Command.PHONE, Path("a.bcstore"), Path("folder"), "Mara's phone")


@pytest.mark.parametrize(
    "name",
    ["", "   ", "x" * 300, "\U0001f4f1" * 20, "a\nb"],
    ids=["empty", "spaces", "long", "long once in a path", "line"],
)
def test_a_name_that_no_phone_can_have_is_refused_before_anything_is_opened(name, capsys):
    with pytest.raises(SystemExit) as left:
        parse(["--phone", "--phone-profile", name])
    assert left.value.code == 2
    assert "name" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../../etc", "..", "電話", "a/b\\c:d"])
def test_any_other_name_of_a_phone_is_taken(name):
    assert parse(["--phone", "--phone-profile", f" {name} "]).phone_profile == name


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["--verify"], ["--tour"], ["--phone", "--self-test"], ["extra"]], ids=" ".join
)
def test_wrong_arguments_are_refused_with_the_usage(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        parse(arguments)
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: bcdesktop")


def test_the_version_is_told_without_loading_qt_or_the_database():
    code = (
        "import sys\n"
        "from bcdesktop.app import main\n"
        "try:\n    main(['--version'])\n"
        "except SystemExit as left:\n    assert left.code == 0\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'PySide6', 'sqlalchemy', 'sqlmodel', 'alembic'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
