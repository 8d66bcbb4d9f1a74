"""The benchmarks run and measure what they name. No figure is asserted, but for blocks on an idle machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bcdesktop.services import ad_accounts, ad_links, ads, payment_methods
from bcdesktop.services.ad_records import Advertiser
from tests.benchmarks import ad_crowd, crowd, flows
from tests.services.world import World

ROOT = Path(__file__).parents[2]


def _run(code: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_start_up_is_measured_beside_a_bare_window():
    names = _run("from tests.benchmarks import start_up\nfor row in start_up.run(1): print(row[0])")
    assert names == [
        "bare PySide6 window painted",
        "first window painted",
        "bare window + import sqlmodel",
        "welcome page of an empty store usable",
        "sign-in page usable",
        "accounts table shows its rows",
    ]


def test_links_are_measured_in_one_process_and_across_two():
    rows = _run("from tests.benchmarks import link\nfor row in link.run(1): print(row[0], row[1] > 0)")
    assert rows == [
        "Authorize to painted row, one process True",
        "Authorize to painted row, two processes True",
    ]


def test_tables_are_measured_at_each_size():
    code = "from tests.benchmarks import tables\nfor row in tables.run((3, 30), 1): print(row[0], row[1] > 0)"
    rows = _run(f"import os\nos.environ['QT_QPA_PLATFORM'] = 'offscreen'\n{code}")
    assert len(rows) == 2 * 13
    assert all(row.endswith("True") for row in rows)
    assert {"3 rows: painted True", "30 rows: a letter in the filter True", "30 rows: sorted by Name True"} <= set(rows)


def test_reports_are_measured_from_the_file_to_the_page():
    rows = _run("from tests.benchmarks import reports\nfor row in reports.run(300): print(row[0], row[1] > 0)")
    assert rows == [
        "CSV previewed True",
        "XLSX previewed True",
        "taken over True",
        "Analytics page read, 92 days True",
        "sums for Home True",
    ]


@pytest.mark.parametrize("wrong", ["nonsense"])
def test_a_benchmark_that_does_not_exist_is_refused(wrong):
    command = [sys.executable, "-m", "tests.benchmarks", wrong]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert wrong in done.stderr


def test_no_flow_blocks_the_gui_thread_for_long_on_an_idle_machine():
    blocks, is_idle = flows.measure_apart()
    for name, block in blocks.items():
        print(f"{name:36} {block:7.1f} ms")  # noqa: T201 - the meter of the flows
    assert {"page settings is built", "the QR dialog opens", "a 3840 x 2160 screen is scanned"} <= blocks.keys()
    if is_idle:
        assert {name: block for name, block in blocks.items() if block >= flows.LIMIT} == {}


def test_the_crowd_of_ad_accounts_is_one_the_services_read(tmp_path):
    world = World(tmp_path)
    actor = world.center()
    crowd.fill(world, actor, crowd.SMALL)
    first_id = ad_crowd.fill(world, actor, ad_crowd.SMALL)
    person = Advertiser(actor.person_id, actor.name, actor.email)
    assert len(ad_accounts.list_all(world.context, actor)) == ad_crowd.SMALL.ad_accounts
    assert len(ads.list_all(world.context, person, first_id)) >= ad_crowd.SMALL.ads // 2
    assert len(ad_links.of_ad_account(world.context, actor, first_id)) >= ad_crowd.SMALL.largest
    assert len(payment_methods.list_all(world.context, actor).ad_accounts) == ad_crowd.SMALL.ad_accounts
    world.close()


def test_ending_a_link_with_thousands_of_things_on_it_is_measured():
    rows = _run(
        "from tests.benchmarks import endings\n"
        "for row in endings.run(endings.SMALL, endings.SMALL, 1): print(row[0], row[1] > 0)"
    )
    assert rows == ["effects of an ending True", "an ending carried out True"]
