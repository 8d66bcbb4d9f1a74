"""No two cases share a sentence, and each case is met in a test."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

from tests.ui.wrong.sentences import CENTER, PHONE


def test_no_two_cases_share_a_sentence_on_the_phone():
    assert [said for said, count in Counter(PHONE.values()).items() if count > 1] == []
    assert [body for body, count in Counter(body for _, body in PHONE.values()).items() if count > 1] == []


def test_no_two_cases_share_a_sentence_in_the_business_center():
    assert [text for text, count in Counter(CENTER.values()).items() if count > 1] == []


def test_every_case_is_met_in_a_window():
    words = {
        node.value
        for path in Path(__file__).parent.glob("test_*.py")
        if path.name != Path(__file__).name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }

    assert set(PHONE) | set(CENTER) <= words
