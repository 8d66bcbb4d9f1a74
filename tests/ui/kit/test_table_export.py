from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.pictures import FileNotWritten
from bcdesktop.ui.kit.table_export import as_csv, as_tsv, write_csv

CELLS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5))
def test_a_pasted_table_has_as_many_rows_and_cells_as_it_had(rows: list[list[str]]) -> None:
    lines = as_tsv(rows).split("\n") if rows else []
    assert [line.count("\t") for line in lines] == [1] * len(rows)


@given(row=st.lists(CELLS, min_size=1, max_size=4))
def test_no_cell_starts_like_a_formula_and_nothing_else_is_changed(row: list[str]) -> None:
    read = next(csv.reader(io.StringIO(as_csv([row]), newline="")), [""])
    for cell, back in zip(row, read, strict=True):
        assert back in {cell, f"'{cell}"}
        assert len(back) < 2 or back[0] not in "=+-@"


def test_a_folder_that_is_not_there_is_told(tmp_path) -> None:
    with pytest.raises(FileNotWritten):
        write_csv(tmp_path / "gone" / "a.csv", [["a"]])
