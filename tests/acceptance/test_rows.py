"""The acceptance tests, the list of rows and the committed page agree."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.acceptance.conftest import AcceptanceRecorder
from tests.acceptance.rows import existing_tests, read_page, read_rows, render_page, row_id_of

COMPLETE_PARTS: tuple[int, ...] = (1, 2, 3, 4)
"""The parts of the work that are finished: each of their rows must have a test."""


def test_every_acceptance_test_is_named_by_a_row_that_exists():
    rows = read_rows()

    assert [name for name in existing_tests() if row_id_of(name) not in rows] == []


def test_no_two_acceptance_tests_share_a_name():
    assert [name for name, count in Counter(existing_tests()).items() if count > 1] == []


def test_every_row_of_a_finished_part_has_a_test():
    tested = {row_id_of(name) for name in existing_tests()}

    assert [row.id for row in read_rows().values() if row.part in COMPLETE_PARTS and row.id not in tested] == []


def test_every_row_to_be_built_belongs_to_a_part():
    assert {row.id for row in read_rows().values() if (row.part == 0) != (row.kind == "X")} == set()


def test_the_committed_page_lists_the_rows_and_the_tests_that_exist(request):
    if request.config.getoption("--write-acceptance", default=False):
        pytest.skip("this run is writing the page")

    texts, tests = read_page()

    assert texts == {row.id: row.text for row in read_rows().values()}
    assert tests == set(existing_tests()), "run `make acceptance` and commit docs/acceptance.md"


def test_a_row_whose_test_failed_is_not_proven():
    page = render_page(read_rows(), {"test_a1_06_a_code_is_shown": True, "test_a1_07_the_picture_is_saved": False})

    assert "1 of 218 rows are proven" in page
    assert "failed: `test_a1_07_the_picture_is_saved`" in page


@pytest.mark.parametrize(
    ("phases", "passed"),
    [
        ([("setup", "passed"), ("call", "passed"), ("teardown", "passed")], True),
        ([("setup", "passed"), ("call", "passed"), ("teardown", "failed")], False),
        ([("setup", "failed"), ("teardown", "passed")], False),
        ([("setup", "passed"), ("call", "skipped"), ("teardown", "passed")], False),
        ([("setup", "passed"), ("call", "failed"), ("call", "passed")], False),
    ],
)
def test_a_test_counts_as_passed_only_when_each_phase_and_case_did(phases, passed):
    recorder = AcceptanceRecorder()

    for when, outcome in phases:
        recorder.pytest_runtest_logreport(_report(when, outcome))

    assert recorder.passed == {"test_a1_06_a_code_is_shown": passed}


def _report(when, outcome):
    return pytest.TestReport(
        nodeid="tests/acceptance/test_a1.py::test_a1_06_a_code_is_shown[case]",
        location=("tests/acceptance/test_a1.py", 1, "test_a1_06_a_code_is_shown"),
        keywords={},
        outcome=outcome,
        longrepr=None,
        when=when,
    )
