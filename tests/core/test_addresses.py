"""Lists of addresses in every shape people paste them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.addresses import TEXT_CHARACTERS, AddressProblem, take_apart
from bcdesktop.core.ids import parse_email
from tests.core.pasted_lists import LISTS

MALFORMED, DOUBLE = AddressProblem.MALFORMED, AddressProblem.DOUBLE


@pytest.mark.parametrize("shape", LISTS)
def test_addresses_and_names_are_found_in_a_pasted_list(shape: str) -> None:
    text, expected = LISTS[shape]
    assert [(one.address or one.text, one.name) for one in take_apart(text)] == expected
    assert [one.problem for one in take_apart(text)] == [None] * len(expected)


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("jane", []),
        ("Jane Roe, Sales, 12.05.2026, Dr.Smith", []),
        ("www.example.com", []),
        ("jane@", ["jane@"]),
        ("jane@example", ["jane@example"]),
        ("@jane", ["@jane"]),
        ("@", ["@"]),
        ("jane@@example.com", ["jane@@example.com"]),
        ("jane @ example.com", ["jane @ example.com"]),
        ("jane@ example.com", ["jane@ example.com"]),
        ("jane @example.com", ["jane @example.com"]),
        ("jane@example..com", ["jane@example..com"]),
        ("jane@-example.com", ["jane@-example.com"]),
        ("jane@exam_ple.com", ["jane@exam_ple.com"]),
        ("jane@127.0.0.1", ["jane@127.0.0.1"]),
        ("jane@x.comann@y.org", ["jane@x.comann@y.org"]),
        ("jane(at)example.com", ["jane(at)example.com"]),
        ("jane [AT] example.com", ["jane [AT] example.com"]),
        ("jane at example dot com", ["jane at example dot com"]),
        ("Jane Roe <jane>", ["Jane Roe <jane>"]),
        ("Jane Roe <>", ["Jane Roe <>"]),
        ("Jane Roe </O=EXCHANGE/OU=X/CN=JANE>", ["Jane Roe </O=EXCHANGE/OU=X/CN=JANE>"]),
        ("<jane, roe@x.com>", ["<jane, roe@x.com>"]),
        ("jane.example.com", ["jane.example.com"]),
        ("johngmail.com", ["johngmail.com"]),
        ("https://www.tiktok.com/@jane.shop", ["https://www.tiktok.com/@jane.shop"]),
        ("ja\u202ene@x.com", ["ja\ufffdne@x.com"]),
        ("ja\x00ne@x.com", ["ja\ufffdne@x.com"]),
        ("ja\ud800ne@x.com", ["ja\ufffdne@x.com"]),
        ("a" * 255 + "@x.com", ["a" * 255 + "@x.com"]),
    ],
)
def test_what_was_meant_as_an_address_and_is_none_is_told_and_other_words_are_not(text: str, bad: list[str]) -> None:
    found = take_apart(text)
    assert [one.text for one in found] == bad
    assert all(one.address is None and one.problem is MALFORMED for one in found)


@pytest.mark.parametrize("separator", [", ", "; ", ";", ",", "\n", "\r\n", " ", " | "])
def test_a_bad_piece_is_told_at_its_place_among_good_ones(separator: str) -> None:
    found = take_apart(separator.join(["ann@y.org", "john.example.com", "bob@x", "carl@z.org"]))
    assert [one.text for one in found] == ["ann@y.org", "john.example.com", "bob@x", "carl@z.org"]
    assert [one.problem for one in found] == [None, MALFORMED, MALFORMED, None]


def test_the_web_address_beside_an_address_in_a_table_is_not_told() -> None:
    assert [one.text for one in take_apart("Ann\texample.com\tann@example.com")] == ["ann@example.com"]


def test_a_sentence_may_name_a_site() -> None:
    assert [one.text for one in take_apart("see example.com or write to ann@y.org")] == ["ann@y.org"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("john@x.com", "john@x.com"),
        ("John@X.com", "john@x.COM"),
        ("JOHN@x.com", "Doe, John <john@x.com>"),
        ("ann@bücher.de", "ann@xn--bcher-kva.de"),
        ("jo\u0308rg@x.com", "jörg@x.com"),
    ],
)
def test_an_address_that_stood_there_before_is_double(first: str, second: str) -> None:
    found = take_apart(f"{first}; {second}; third@x.com")
    assert [one.problem for one in found] == [None, DOUBLE, None]
    assert found.addresses == (parse_email(first), "third@x.com")
    assert found.entries[1].address is not None


@pytest.mark.parametrize(
    "text", ["john@x.com+work", "john+work@x.com", "john+a+b@x.com", "o'brien@x.com", "a_b-c.d@x.com", "a=b@x.com"]
)
def test_signs_an_address_may_have_are_kept(text: str) -> None:
    (found,) = take_apart(f"<{text}>")
    assert found.address == (text if text.endswith("@x.com") else None)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("  Doe,  John <john@x.com> ; ", "Doe,  John <john@x.com>"),
        ("• john@x.com,", "john@x.com"),
        ("“Doe, John” <john＠x.com>", "“Doe, John” <john＠x.com>"),
        ("mailto:john@x.com?subject=Hi", "mailto:john@x.com?subject=Hi"),
        ("jo\u200bhn@x.com", "john@x.com"),
    ],
)
def test_the_text_of_a_piece_is_what_was_typed_without_what_stands_around(text: str, typed: str) -> None:
    assert [one.text for one in take_apart(text)] == [typed]


def test_a_long_text_is_cut_and_no_half_address_is_taken() -> None:
    text = "a@example.com, " * (TEXT_CHARACTERS // 15) + "john@example.community"
    found = take_apart(text)
    assert found.cut
    assert found.addresses == ("a@example.com",)
    assert not take_apart(text[:TEXT_CHARACTERS]).cut


LOCAL = st.text(alphabet="abcXYZ019._+-'", min_size=1, max_size=10).filter(
    lambda local: ".." not in local and local[0] not in ".-'" and local[-1] not in ".-'"
)
ADDRESS = st.builds(
    "{}@{}.{}".format, LOCAL, st.sampled_from(["x", "mail.example", "bücher"]), st.sampled_from(["com", "de"])
)
NAME = st.sampled_from(
    ["", "Ann", "Ann Lee", "Doe, John", "van Dyke, Rob", "Müller-Lüdenscheidt, Jörg", "李雷", "O'Hara, Pat"]
)


@given(people=st.lists(st.tuples(NAME, ADDRESS), max_size=8, unique_by=lambda one: one[1].casefold()), data=st.data())
def test_written_as_a_mail_program_writes_them_all_come_back(
    people: list[tuple[str, str]], data: st.DataObject
) -> None:
    separator = data.draw(st.sampled_from(["; ", ";", ", ", ",\r\n", "\n", ";\n"]))
    quote = data.draw(st.sampled_from(["", '"', "'"])) if separator.startswith((";", "\n")) else '"'
    written = [f"{quote}{name}{quote} <{address}>" if name else address for name, address in people]
    found = take_apart(separator.join(written))
    assert [(one.name, one.address, one.problem) for one in found] == [(n, parse_email(a), None) for n, a in people]


@given(
    st.text(alphabet=st.sampled_from("ab@.,;<>()[]\"'\\ \t\n:/?&=%-+4at\u202e\u200b") | st.characters(), max_size=80)
)
def test_any_text_is_taken_apart_and_nothing_taken_is_not_an_address(text: str) -> None:
    for one in take_apart(text):
        assert (one.address is None) == (one.problem is MALFORMED)
        assert one.address is None or parse_email(one.address) == one.address
        assert one.text == one.text.strip()
        assert one.text
        one.text.encode()
        one.name.encode()


@given(st.text(alphabet="ab@., ;\n\t", max_size=60))
def test_no_at_sign_is_lost(text: str) -> None:
    assert "".join(one.text for one in take_apart(text)).count("@") == text.count("@")


HOSTILE_UNITS = """
< " "a␣ @ a@ a@x.co␣ a. (at) a␣at␣b␣dot␣ &lt; mailto: a, ⏎ <a@x.co> A␣a@x.co, "a"" 1.a⏎ a@x.co/ ?a=b@ xn--a. "a,␣b"␣ ␣<
é@é.é; A␣B␣<a@x.co>␣ \\" %40 a␣<a@x.co<a@x.co>> A, to:␣ ( mailto:a@x.co,
"""


@pytest.mark.parametrize("unit", HOSTILE_UNITS.split())
def test_a_hostile_text_takes_no_time(unit: str) -> None:
    unit = unit.replace("␣", " ").replace("⏎", "\n")
    text = (unit * TEXT_CHARACTERS)[:TEXT_CHARACTERS]
    began = time.process_time()
    take_apart(text)
    # a fraction of a second each, where anything that grows with the square would take minutes
    assert time.process_time() - began < 10
