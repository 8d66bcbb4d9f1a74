"""Cells of the access matrix, kept in groups and read as pairs."""

from __future__ import annotations

import pytest

from bcdesktop.core.grants import AccessCells
from bcdesktop.core.roles import AssetRole

OPERATOR, ANALYST = AssetRole.OPERATOR, AssetRole.ANALYST
CELLS = AccessCells((("mara", OPERATOR, ("sam", "ida")), ("omar", ANALYST, ("sam",))))


def test_groups_are_read_as_pairs():
    assert CELLS == {("sam", "mara"): OPERATOR, ("ida", "mara"): OPERATOR, ("sam", "omar"): ANALYST}
    assert len(CELLS) == 3
    assert CELLS["ida", "mara"] is OPERATOR
    with pytest.raises(KeyError):
        CELLS["ida", "omar"]


def test_pairs_are_kept_in_groups():
    assert AccessCells.of(dict(CELLS)) == CELLS
    assert AccessCells() == {}
