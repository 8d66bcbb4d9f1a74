from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.ui.kit.table_search import SearchTexts, is_narrower, words_of

NAMES = ["Anna Adler", "Bernd Berger", "ANNE Straße", ""]
LETTERS = st.text(alphabet="ab B", max_size=5)


def texts(records: list[str] = NAMES) -> SearchTexts:
    return SearchTexts([str, lambda name: f"{len(name)} letters"], records)


def test_words_are_found_in_any_text_in_any_order_without_regard_to_case() -> None:
    assert texts().matching([3, 2, 1, 0], words_of("LETTERS ann")) == [2, 0]
    assert texts().matching([0, 1, 2, 3], words_of("strasse")) == [2]


def test_no_word_is_found_across_two_texts() -> None:
    assert texts(["one"]).matching([0], ("one3",)) == []


def test_no_words_leave_all_rows_and_make_no_text() -> None:
    asked: list[str] = []
    search = SearchTexts([lambda name: asked.append(name) or name], NAMES)
    assert search.matching([2, 0], ()) == [2, 0]
    assert asked == []


def test_each_text_is_made_once() -> None:
    asked: list[str] = []
    search = SearchTexts([lambda name: asked.append(name) or name], NAMES)
    for word in ("a", "b", "a"):
        search.matching([0, 1, 2, 3], (word,))
    assert asked == NAMES


def test_texts_are_prepared_in_slices_until_all_are_made() -> None:
    search = texts([str(number) for number in range(1_000)])
    slices = 1
    while not search.prepare(0):
        slices += 1
    assert 10 < slices < 1_000
    assert search.matching(list(range(1_000)), ("999",)) == [999]


@given(records=st.lists(LETTERS, max_size=12), before=LETTERS, now=LETTERS)
def test_narrower_words_find_nothing_that_was_not_found_before(records: list[str], before: str, now: str) -> None:
    search, rows = texts(records), list(range(len(records)))
    found = search.matching(rows, words_of(before))
    if is_narrower(words_of(now), words_of(before)):
        assert search.matching(found, words_of(now)) == search.matching(rows, words_of(now))


def test_more_letters_are_narrower_and_fewer_are_not() -> None:
    assert is_narrower(words_of("anna be"), words_of("an"))
    assert is_narrower(words_of("be anna"), words_of("an b"))
    assert not is_narrower(words_of("an"), words_of("ann"))
    assert not is_narrower((), words_of("a"))
