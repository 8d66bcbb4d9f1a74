"""The acceptance rows, the tests named after them, and the page that says which are proven."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
PAGE = FOLDER.parents[1] / "docs" / "acceptance.md"

_TEST_NAME = re.compile(r"test_(a\d)_(\d\d)_\w+")
_PAGE_ROW = re.compile(r"^\| (A\d-\d\d) \| \w \| (.*) \| (.*) \|$")
_PAGE_TEST = re.compile(r"`(test_\w+)`")
_HOUSEKEEPING = "test_rows.py"


@dataclass(frozen=True)
class Row:
    """One acceptance row. ``part`` is the part of the work that brings it; 0: nothing to build."""

    id: str
    kind: str
    part: int
    text: str


def read_rows() -> dict[str, Row]:
    """The rows of rows.toml by their id, in its order."""
    table = tomllib.loads((FOLDER / "rows.toml").read_text(encoding="utf-8"))
    return {row_id: Row(row_id, **fields) for row_id, fields in table.items()}


def row_id_of(test_name: str) -> str | None:
    """The id in a test's name ("test_a1_07_..." is A1-07), or None where the name carries none."""
    match = _TEST_NAME.fullmatch(test_name)
    return f"{match[1].upper()}-{match[2]}" if match else None


def existing_tests() -> tuple[str, ...]:
    """The names of all test functions in this folder's modules, without the housekeeping ones."""
    return tuple(
        node.name
        for path in sorted(FOLDER.rglob("test_*.py"))
        if path.name != _HOUSEKEEPING
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
    )


def render_page(rows: Mapping[str, Row], passed: Mapping[str, bool]) -> str:
    """The page as text. ``passed`` says of each test that ran whether it passed; only those prove anything."""
    tests_of: dict[str, list[str]] = {}
    for name in sorted(passed):
        tests_of.setdefault(row_id_of(name) or "", []).append(name)
    proven = {row_id for row_id, names in tests_of.items() if all(passed[name] for name in names)}
    to_build = [row for row in rows.values() if row.part]
    lines = [
        "# Acceptance",
        "",
        "Made by `make acceptance`, not by hand. A row is proven when its test, through the real windows, passed.",
        "Kind: F feature, P path, S step, E error, R rule, X outside the product. BC is Business Center, TT is TikTok.",
        "",
        f"{sum(row.id in proven for row in to_build)} of {len(to_build)} rows are proven.",
        "",
        "| id | kind | what it says | proof |",
        "|---|---|---|---|",
    ]
    lines += [f"| {row.id} | {row.kind} | {row.text} | {_proof(row, tests_of, passed)} |" for row in rows.values()]
    return "\n".join(lines) + "\n"


def _proof(row: Row, tests_of: Mapping[str, list[str]], passed: Mapping[str, bool]) -> str:
    if row.id in tests_of:
        return ", ".join(f"`{name}`" if passed[name] else f"failed: `{name}`" for name in tests_of[row.id])
    return f"comes with part {row.part}" if row.part else "nothing to build"


def read_page() -> tuple[dict[str, str], set[str]]:
    """What the committed page says: the text of each row, and the names of the tests given as proof."""
    texts: dict[str, str] = {}
    tests: set[str] = set()
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if match := _PAGE_ROW.match(line):
            texts[match[1]] = match[2]
            if not match[3].startswith("failed"):
                tests |= set(_PAGE_TEST.findall(match[3]))
    return texts, tests
