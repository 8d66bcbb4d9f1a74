"""CSV files from whatever spreadsheet, and files that are none."""

from __future__ import annotations

import contextlib
import gzip
import io
import string
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.csv_files import (
    CsvColumnDoubled,
    CsvColumnsMissing,
    CsvEmpty,
    CsvQuoteOpen,
    CsvTooLong,
    CsvUnreadable,
    read_csv,
)
from bcdesktop.core.errors import RuleRefused
from bcdesktop.ui.kit.table_export import as_csv
from tests.core.saved_tables import COLUMNS, PEOPLE, SHAPES

EMAIL = {"email": ("E-mail",)}


def _rows(text: str | bytes, columns=COLUMNS, required=("email",)) -> list[tuple[int, dict[str, str], bool]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(row.number, row.cells, row.surplus) for row in read_csv(data, columns, required=required).rows]


def _emails(text: str | bytes) -> list[str]:
    return [cells["email"] for _, cells, _ in _rows(text, EMAIL)]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_saved_table_is_read_whatever_its_shape(shape: str) -> None:
    data, expected = SHAPES[shape]
    table = read_csv(data, COLUMNS, required=["name", "email"])
    assert [row.cells for row in table.rows] == PEOPLE
    assert (table.separator, table.encoding, table.ignored) == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("E-mail\na@x.de\nb@x.de\n", [2, 3]),
        ("E-mail\r\n\r\na@x.de\r\n,,\r\nb@x.de", [3, 5]),
        ("\n\nE-mail\na@x.de\n", [4]),
        ("sep=,\nE-mail\na@x.de\n", [2]),
        ('E-mail,Note\n"a@x.de","one\ntwo\n\nthree"\nb@x.de,\n', [2, 3]),
    ],
)
def test_rows_have_the_numbers_a_spreadsheet_shows(text: str, numbers: list[int]) -> None:
    assert [number for number, _, _ in _rows(text, EMAIL)] == numbers


def test_a_cell_may_hold_line_ends_separators_and_quotes() -> None:
    text = 'Name,E-mail\r\n"Doe, ""Jack""\r\nJohn",a@x.de\r\n'
    assert _rows(text)[0][1]["name"] == 'Doe, "Jack"\r\nJohn'


def test_a_quote_within_a_cell_is_a_sign_like_others() -> None:
    assert _rows('Name;E-mail\n5" screens;a@x.de\n')[0][1]["name"] == '5" screens'


@pytest.mark.parametrize(
    ("row", "surplus"), [("a@x.de", False), ("a@x.de,,,", False), ("a@x.de,b@x.de", True), ("a@x.de,,x", True)]
)
def test_what_stands_under_no_heading_is_ignored_and_marked(row: str, surplus: bool) -> None:
    assert [(one["email"], marked) for _, one, marked in _rows(f"E-mail\n{row}\n", EMAIL)] == [("a@x.de", surplus)]


def test_a_column_without_a_heading_marks_its_rows_too() -> None:
    assert [marked for _, _, marked in _rows("E-mail,,Name\na@x.de,x,Ann\nb@x.de,,Bo\n")] == [True, False]


def test_a_file_of_headings_has_no_rows() -> None:
    assert _rows("E-mail;Name") == []


def test_a_column_the_file_does_not_have_is_empty_in_every_row() -> None:
    assert _rows("E-mail\na@x.de")[0][1] == {"name": "", "email": "a@x.de", "role": ""}


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("'@ann", "@ann"),
        ("'=1+1", "=1+1"),
        ("'+49 30", "+49 30"),
        ("'-5", "-5"),
        ("'", "'"),
        ("'-", "'-"),
        ("'t Hooft", "'t Hooft"),
        ("''@ann", "''@ann"),
        ("@ann", "@ann"),
    ],
)
def test_the_apostrophe_of_an_export_is_taken_off_and_no_other(cell: str, read: str) -> None:
    assert _emails(f"E-mail\n{cell}\n") == [read]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\n\r\n  \n", b",,,\n,,\n", b"sep=;\n", b"\x1a"])
def test_an_empty_file_is_told(data: bytes) -> None:
    with pytest.raises(CsvEmpty):
        read_csv(data, COLUMNS, required=["email"])


def test_missing_columns_are_told_as_a_person_writes_them_with_those_there_are() -> None:
    with pytest.raises(CsvColumnsMissing) as caught:
        read_csv(b"Full  name;Phone;;\nAnn;1;;\n", COLUMNS, required=["name", "email", "role"])
    assert caught.value.missing == ("E-mail", "Role")
    assert caught.value.found == ("Full name", "Phone")


def test_endless_headings_are_told_shortened() -> None:
    with pytest.raises(CsvColumnsMissing) as caught:
        read_csv((("x\u202e" * 5_000 + ",") * 100).encode(), COLUMNS, required=["email"])
    assert caught.value.found == ("x" * 39 + "…",) * 20


@pytest.mark.parametrize(("heads", "column"), [("E-mail;Name;Mail", "Mail"), ("email,E-MAIL", "E-MAIL")])
def test_two_columns_that_mean_the_same_are_told(heads: str, column: str) -> None:
    with pytest.raises(CsvColumnDoubled) as caught:
        read_csv(heads.encode(), COLUMNS, required=["email"])
    assert caught.value.column == column


def test_columns_nobody_asked_for_may_be_there_twice() -> None:
    table = read_csv(b"E-mail,Note,Note\na@x.de,1,2\n", EMAIL, required=["email"])
    assert table.ignored == ("Note", "Note")


def test_a_file_with_too_many_rows_is_told_and_blank_lines_do_not_count() -> None:
    text = b"E-mail\n" + b"a@x.de\n\n" * 3
    assert len(read_csv(text, EMAIL, required=[], limit_rows=3).rows) == 3
    with pytest.raises(CsvTooLong) as caught:
        read_csv(text, EMAIL, required=[], limit_rows=2)
    assert caught.value.maximum == 2


@pytest.mark.parametrize("rest", ["", "\n", "\nb@x.de\nc@x.de\n", "\n" + "b@x.de\n" * 30_000])
def test_a_quotation_mark_that_is_never_closed_swallows_no_rows(rest: str) -> None:
    with pytest.raises(CsvQuoteOpen) as caught:
        read_csv(f'E-mail\na@x.de\n\n"Ann{rest}'.encode(), EMAIL, required=[])
    assert caught.value.number == 4


def _zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("xl/workbook.xml"), "<workbook/>")
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        _zipped(),
        gzip.compress(b"E-mail\na@x.de\n", mtime=0),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"E-mail\na@x.de\x00\n",
        b"E-mail\n\x00\x00\x00\x00\n",
        bytes(1_000),
        b"\xff\xfeE\x00-\x00m",
        b"\xff\xfe\x00\xd8\x00\xd8",
        bytes(range(1, 32)) * 20 + b"\xff\x90",
        b"QUJD" * 50_000,
    ],
    ids=[
        *("xlsx", "gzip", "xls", "pdf", "png", "jpeg", "nul in a cell", "nuls", "only nuls"),
        *("half of UTF-16", "broken UTF-16", "controls", "one endless word"),
    ],
)
def test_what_is_no_text_is_told(data: bytes) -> None:
    with pytest.raises(CsvUnreadable):
        read_csv(data, EMAIL, required=["email"])


def test_one_bad_byte_after_a_mark_spoils_only_its_cell() -> None:
    assert _emails(b"\xef\xbb\xbfE-mail\n\xffa@x.de\nb@x.de\n") == ["\ufffda@x.de", "b@x.de"]


CELL = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf"]) | st.sampled_from("\n\"',;=+-@|é"), max_size=12
)
TRIMMED = CELL.map(str.strip).filter(lambda cell: not cell.startswith(("'=", "'+", "'-", "'@")))
TABLE = st.lists(st.tuples(TRIMMED, TRIMMED, TRIMMED).filter(any), max_size=5)


@given(table=TABLE, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_the_program_writes_comes_back_equal(table: list[tuple[str, str, str]], encoding: str) -> None:
    text = as_csv([("Name", "E-mail", "Role"), *table])
    assert [tuple(cells.values()) for _, cells, _ in _rows(text.encode(encoding))] == table


@given(
    table=TABLE, separator=st.sampled_from(",;\t|"), line_end=st.sampled_from(["\n", "\r\n", "\r"]), named=st.booleans()
)
def test_any_separator_and_line_end_comes_back_equal(
    table: list[tuple[str, str, str]], separator: str, line_end: str, named: bool
) -> None:
    rows = [("E-mail", "Role", "Name"), *table]
    quoted = [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    text = line_end.join([f"sep={separator}"] * named + quoted)
    columns = {name: COLUMNS[name] for name in ("email", "role", "name")}
    assert [tuple(cells.values()) for _, cells, _ in _rows(text, columns)] == table


@given(st.binary(max_size=200) | st.text(alphabet="E-mail\",;\t\n\r' =\0é", max_size=60).map(str.encode))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    with contextlib.suppress(RuleRefused):
        table = read_csv(data, COLUMNS, required=[])
        assert all(set(row.cells) == set(COLUMNS) for row in table.rows)
        assert all(any(row.cells.values()) or row.surplus or table.ignored for row in table.rows)


@pytest.mark.parametrize("unit", [*',;\t|\n"a', '"",', '"\n', '","', "\r", "'=", "é", 'a"b;', "sep=;\n"])
def test_hostile_bytes_take_no_time(unit: str) -> None:
    data = b"E-mail\n" + (unit * 1_000_000)[:1_000_000].encode()
    began = time.process_time()
    with contextlib.suppress(RuleRefused):
        read_csv(data, EMAIL, required=["email"])
    assert time.process_time() - began < 20


def test_fifty_thousand_rows_are_read_in_a_moment() -> None:
    row = "Doe, John;john@x.com;" + string.ascii_letters + "\n"
    began = time.process_time()
    assert len(_rows("Name;E-mail;Role\n" + row * 50_000)) == 50_000
    assert time.process_time() - began < 10
