"""What a filter leaves of the access matrix."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bcdesktop.core.grants import AccessCells, AssetKind, Holder, HolderKind, TooMuch
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.roles import AssetRole
from bcdesktop.services.people_records import AssetChoice, Matrix, MatrixHolder
from bcdesktop.ui.center.access_export import csv_rows, filter_text
from bcdesktop.ui.center.access_grid import AccessGrid, Choice, Which

OPERATOR, ANALYST = AssetRole.OPERATOR, AssetRole.ANALYST
MANY = LIMITS.operator_accounts_before_warning + 1
SHOPS = tuple(f"shop{number}" for number in range(MANY))


def holder(name, kind=HolderKind.MEMBER, *, is_gone=False):
    return MatrixHolder(Holder(kind, name.lower()), name, f"{name.lower()}@example.com", False, is_gone, None)


def asset(name, *, is_gone=False):
    return AssetChoice(AssetKind.TIKTOK_ACCOUNT, name, f"@{name}", name.title(), OPERATOR, None, is_gone)


@pytest.fixture
def grid():
    people = ("Otter", HolderKind.PARTNER), ("Ida",), ("Sam",), ("Tom",)
    return AccessGrid(
        Matrix(
            assets=(*map(asset, SHOPS), asset("closed", is_gone=True)),
            holders=(*(holder(*person) for person in people), holder("Zoe", is_gone=True)),
            cells=AccessCells.of(
                {("otter", "shop0"): OPERATOR, ("sam", "shop1"): ANALYST} | {("ida", shop): OPERATOR for shop in SHOPS}
            ),
            former=AccessCells.of({("zoe", "shop1"): OPERATOR, ("sam", "closed"): ANALYST}),
            made_at=datetime(2026, 11, 23, tzinfo=UTC),
        )
    )


def shown(grid, **choice):
    """Return the names and handles a choice leaves."""
    wanted = Choice(**choice)
    rows = grid.rows(wanted)
    columns = grid.columns(wanted, rows)
    return [grid.holders[row].name for row in rows], [grid.assets[column].id for column in columns]


def test_everybody_who_is_there_stands_against_every_account_there_is(grid):
    assert shown(grid) == (["Otter", "Ida", "Sam", "Tom"], list(SHOPS))


def test_who_has_too_much_is_found_with_the_reason(grid):
    assert shown(grid, which=Which.TOO_MUCH)[0] == ["Otter", "Ida"]
    assert [*grid.too_much.values()] == [TooMuch.PARTNER_OPERATOR, TooMuch.OPERATOR_ON_MANY]


def test_who_has_nothing_is_found(grid):
    assert shown(grid, which=Which.NOTHING)[0] == ["Tom"]


def test_what_is_no_longer_here_shows_what_there_was(grid):
    assert shown(grid, which=Which.GONE) == (["Sam", "Zoe"], ["shop1", "closed"])
    row, column = grid.place("zoe", "shop1")
    assert (grid.role(row, column, Which.GONE), grid.role(row, column, Which.ALL)) == (OPERATOR, None)


def test_accounts_nobody_shown_has_can_be_hidden(grid):
    assert shown(grid, people="sam", hides_empty=True) == (["Sam"], ["shop1"])


def test_every_word_narrows_people_by_name_and_address_and_accounts_by_handle_and_name(grid):
    assert shown(grid, people="SAM example", accounts="shop1 Shop1")[0] == ["Sam"]
    assert shown(grid, accounts="shop20")[1] == ["shop20"]
    assert shown(grid, people="nobody")[0] == []


def test_the_export_has_a_row_for_each_access_and_one_for_who_has_none(grid):
    rows = csv_rows(grid, Choice(people="m@", accounts="shop1"))
    assert [(row[0], row[3], row[6]) for row in rows[1:]] == [("Sam", "@shop1", "Analyst"), ("Tom", "", "No access")]


def test_a_part_is_not_taken_for_the_whole():
    assert filter_text(Choice()) == "TikTok accounts."
    assert filter_text(Choice(people="sam", which=Which.NOTHING)) == (
        "TikTok accounts. Only who has nothing. People and partners with “sam”."
    )
