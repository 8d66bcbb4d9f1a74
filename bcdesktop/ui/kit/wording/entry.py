"""What the tables of words are made of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Any

from PySide6.QtCore import QLocale

from bcdesktop.core.clock import from_unix
from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.time_text import day_text, short
from bcdesktop.ui.kit.words import label_of


class Wording:
    """``title``: what happened, in a few words. ``body``: what it means. ``advice``: what to do now."""

    __slots__ = ("advice", "body", "title")

    def __init__(self, title: str, body: str, advice: str) -> None:
        self.title, self.body, self.advice = title, body, advice

    def __repr__(self) -> str:
        """Return all three texts."""
        return f"Wording({self.title!r}, {self.body!r}, {self.advice!r})"


class Entry:
    """Untranslated texts, marked with QT_TRANSLATE_NOOP("Wording", ...); ``{name}`` stands for a parameter."""

    __slots__ = ("advice", "body", "title")

    def __init__(self, title: str, body: str = "", advice: str = "") -> None:
        self.title, self.body, self.advice = title, body, advice


Table = dict[str, Entry | Callable[[Any], Entry]]


def by_value(attribute: str, entries: dict[str, Entry], other: Entry) -> Callable[[AppError], Entry]:
    """Return a choice of entry by the value of one parameter; ``other`` for a value that is not listed."""

    def choose(error: AppError) -> Entry:
        return entries.get(str(getattr(error, attribute)), other)

    return choose


def shown(name: str, value: object, locale: QLocale) -> str:
    """Return the parameter ``name`` as a person reads it; a whole number ``..._at`` is a time in unix seconds."""
    if isinstance(value, int) and name.endswith("_at"):
        value = from_unix(value)
    if isinstance(value, datetime):
        return short(value, locale)
    if isinstance(value, date):
        return day_text(value, locale)
    if isinstance(value, Enum):
        return label_of(value)
    if isinstance(value, int | float):
        return locale.toString(value) if isinstance(value, int) else locale.toString(value, "f", int(value % 1 != 0))
    if isinstance(value, tuple | list):
        return locale.createSeparatedList([shown("", part, locale) for part in value])
    return "" if value is None else str(value)
