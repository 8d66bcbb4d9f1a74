"""Whatever a person reads can be translated: Qt's own tool finds every text in the sources."""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.support.project import ROOT

_MARKS = {"tr": 0, "_tr": 0, "_translated": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Names of functions that translate, and which argument is the text."""


def _sources() -> list[Path]:
    return sorted((ROOT / "bcdesktop").rglob("*.py"))


def _calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in _MARKS]


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _text(call: ast.Call) -> ast.expr | None:
    place = _MARKS[_name(call)]
    return call.args[place] if len(call.args) > place else None


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every source text Qt's lupdate finds."""
    target = tmp_path_factory.mktemp("ts") / "all.ts"
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    names = [str(path) for path in _sources()]
    subprocess.run([str(tool), *names, "-ts", str(target)], check=True, capture_output=True, timeout=120)
    return {message.findtext("source") or "" for message in ET.parse(target).iter("message")}


def test_the_translation_tool_finds_every_text(extracted: set[str]) -> None:
    missing = []
    for path in _sources():
        for call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            text = _text(call)
            if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value not in extracted:
                missing.append(f"{path.relative_to(ROOT)}:{call.lineno}: {text.value}")
    assert len(extracted) > 300
    assert not missing, "\n".join(missing)


def test_no_text_is_put_together_before_it_is_translated() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in _sources()
        for call in _calls(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(_text(call), ast.JoinedStr | ast.BinOp)
    ]
    assert not wrong, wrong
