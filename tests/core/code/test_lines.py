"""A long code survives the lines of a mail: no line starts or ends with a blank, for those get lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.code import seal
from bcdesktop.core.code.lines import LINE, in_lines, put_together
from tests.core.code.samples import SAMPLES, signer_of

codes = st.text("AB1 $", min_size=1, max_size=400).map(str.strip).filter(bool)


@given(codes, st.integers(5, 80))
def test_what_was_taken_apart_is_put_together_again(code, width):
    assert put_together(in_lines(code, width).splitlines()) == code


@given(codes, st.integers(5, 80))
def test_no_line_starts_or_ends_with_a_blank_or_is_empty(code, width):
    assert [line for line in in_lines(code, width).split("\n") if line != line.strip() or not line] == []


def test_a_real_code_has_lines_a_mail_program_leaves_alone():
    message = SAMPLES["partner invitation, twenty accounts"]
    lines = in_lines(seal(message, signer_of(message)).text).split("\n")
    assert len(lines) > 60
    assert max(map(len, lines)) <= LINE


def test_a_short_code_stays_on_its_line():
    assert in_lines("AR1:AB") == "AR1:AB"


def test_blanks_without_end_make_a_long_line_rather_than_a_wrong_one():
    code = "A" + " B" * 60
    assert in_lines(code) == code
