"""Who has access, on paper: a table where the accounts fit beside each other, else a list by person."""

from __future__ import annotations

import pytest

from bcdesktop.ui.paper.access_sheet import AccessLine, AccessSheet
from bcdesktop.ui.paper.output import PageSize, pdf_bytes
from tests.support.code_sheets import pdf_pages, pdf_text

pytestmark = pytest.mark.usefixtures("qapp")

SAM = AccessLine("Sam", "sam@example.com", "Member", (("@mara", "Operator"),), {"@mara": "O"})
IDA = AccessLine("Ida", "ida@example.com", "Admin", ())


def sheet(lines=(SAM, IDA), accounts=("@mara", "@omar"), filter_text=""):
    return AccessSheet("Northwind Media", "23 November 2026", filter_text, "O Operator, A Analyst", accounts, lines)


def many(count):
    """Return more accounts than fit beside each other."""
    return tuple(f"@shop{number}" for number in range(count))


def test_few_accounts_stand_beside_each_other_under_their_numbers():
    text = pdf_text(pdf_bytes(sheet()))
    assert text.startswith("Who has access Northwind Media As of 23 November 2026.")
    assert "O Operator, A Analyst" in text
    assert "Name 1 2" in text
    assert "Sam (Member) O" in text


def test_many_accounts_are_listed_by_person_and_role():
    roles = (("@shop1", "Operator"), ("@shop3", "Operator"), ("@shop2", "Analyst"))
    line = AccessLine("Sam", "sam@example.com", "Member", roles)
    text = pdf_text(pdf_bytes(sheet((line, IDA), many(40))))
    assert "Sam (Member, sam@example.com) Operator: @shop1, @shop3 Analyst: @shop2" in text
    assert "Ida (Admin, ida@example.com) No access" in text


def test_what_is_left_out_is_said():
    assert "Only who has nothing." in pdf_text(pdf_bytes(sheet(filter_text="Only who has nothing.")))


@pytest.mark.parametrize("size", [PageSize.A4, PageSize.Letter])
@pytest.mark.parametrize("accounts", [2, 40])
def test_a_long_list_goes_on_to_further_pages_and_loses_nobody(size, accounts):
    lines = tuple(AccessLine(f"Person {number}.", "", "Member", (("@shop1", "Analyst"),)) for number in range(150))
    content = pdf_bytes(sheet(lines, many(accounts)), size)
    assert pdf_pages(content) > 1
    assert all(line.name in pdf_text(content) for line in lines)
