"""Every error class of the whole program has words, and they can be filled in."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from PySide6.QtCore import QLocale

import bcdesktop
from bcdesktop.core import errors
from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit import wording
from bcdesktop.ui.kit.wording import TABLE, word

# runs only inside of a migration
_NOT_IMPORTABLE = ("bcdesktop.store.migrations",)


def _subclasses(cls: type) -> Iterator[type]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _subclasses(sub)


def _all_errors() -> list[type[AppError]]:
    for module in pkgutil.walk_packages(bcdesktop.__path__, "bcdesktop."):
        if not module.name.startswith(_NOT_IMPORTABLE) and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found = {cls.__qualname__: cls for cls in _subclasses(AppError) if cls.__module__.startswith("bcdesktop.")}
    return sorted(found.values(), key=lambda cls: cls.code)


ERRORS = _all_errors()
SAMPLES: dict[object, Any] = {
    str: "sample",
    int: 7,
    float: 1.5,
    bool: True,
    Path: Path("/store"),
    datetime: datetime(2026, 11, 23, tzinfo=UTC),
    date: date(2026, 11, 23),
}


def _value(kind: Any) -> Any:
    if kind in SAMPLES:
        return SAMPLES[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if getattr(kind, "__origin__", None) is tuple:
        return ("sample",)
    # an optional value
    return _value(kind.__args__[0])


def _make(cls: type[AppError], **given: Any) -> AppError:
    if not dataclasses.is_dataclass(cls):
        return cls()
    hints = get_type_hints(cls)
    return cls(**{f.name: _value(hints[f.name]) for f in dataclasses.fields(cls)} | given)


@pytest.mark.parametrize("cls", ERRORS, ids=lambda cls: cls.code)
def test_every_error_has_an_entry_of_its_own_that_can_be_filled_in(cls: type[AppError]) -> None:
    assert cls.code in TABLE
    words = word(_make(cls))
    assert words.title
    assert words.body
    assert not re.search(r"[{}]", words.title + words.body + words.advice)


@pytest.mark.parametrize(
    "cls", [cls for cls in ERRORS if issubclass(cls, errors.Trouble | errors.RuleRefused)], ids=lambda cls: cls.code
)
def test_trouble_and_refusals_say_what_to_do_now(cls: type[AppError]) -> None:
    if cls is errors.RuleRefused:
        assert word(_make(cls)).body.endswith("Nothing was changed.")
    else:
        assert word(_make(cls)).advice


@pytest.mark.parametrize(
    "code", [reason.value for reason in importlib.import_module("bcdesktop.core.code.errors").CodeReason]
)
def test_every_reason_to_refuse_a_code_has_words(code: str) -> None:
    from bcdesktop.core.code.errors import CodeReason, CodeRefused

    words = word(CodeRefused(CodeReason(code)))
    assert words.title
    assert words.advice


def test_no_table_entry_is_without_an_error() -> None:
    assert set(TABLE) - {cls.code for cls in ERRORS} - {"app_error"} == set()


def test_texts_are_sentences() -> None:
    pattern = re.compile(r"[.!?:]$|\{text\}$")
    noted = re.compile(r'QT_TRANSLATE_NOOP\(\s*"Wording",\s*"((?:[^"\\]|\\.)*)"\s*\)')
    texts = [text for path in Path(wording.__file__).parent.glob("*.py") for text in noted.findall(path.read_text())]
    assert len(texts) > 100
    bad = [text for text in texts if len(text.split()) > 9 and not pattern.search(text)]
    assert bad == []


def test_numbers_and_times_are_in_the_manner_of_the_place() -> None:
    from bcdesktop.core.errors import LimitReached

    german = QLocale(QLocale.Language.German, QLocale.Country.Germany)
    assert "3.980" in word(LimitReached("standard_members_per_business_center", 3980, 3980), german).body


def test_names_of_people_who_can_help_are_told() -> None:
    from bcdesktop.core.errors import NotAllowed

    assert "Ann" in word(NotAllowed("claim_tiktok_account", ("Ann", "Bo"))).advice
    assert "{" not in word(NotAllowed("claim_tiktok_account")).advice


def test_braces_in_a_value_do_no_harm() -> None:
    from bcdesktop.core.errors import ValueTaken

    assert "{limit}" in word(ValueTaken("handle", "{limit}")).body


def test_an_error_without_an_entry_gets_the_words_of_its_base() -> None:
    class NobodyWroteWords(errors.Trouble):
        pass

    assert word(NobodyWroteWords()).title == word(errors.Trouble()).title
