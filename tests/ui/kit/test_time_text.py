from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from bcdesktop.ui.kit.time_text import countdown, date_text, exact, relative, short, time_left
from bcdesktop.ui.kit.walk import PseudoTranslator

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "just now"),
        (-20, "just now"),
        (20, "in a moment"),
        (-60, "1 minute ago"),
        (-130, "2 minutes ago"),
        (-3_600, "1 hour ago"),
        (-5 * 3_600, "5 hours ago"),
        (-86_400, "yesterday"),
        (-3 * 86_400, "3 days ago"),
        (60, "in 1 minute"),
        (600, "in 10 minutes"),
        (7_200, "in 2 hours"),
        (86_400, "tomorrow"),
        (3 * 86_400, "in 3 days"),
        (-40 * 86_400, "14 Oct 2026"),
        (40 * 86_400, "2 Jan 2027"),
    ],
)
def test_a_time_is_told_by_its_distance(seconds: int, text: str) -> None:
    assert relative(NOW + timedelta(seconds=seconds), NOW, ENGLISH) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(581, "9:41"), (0, "0:00"), (-5, "0:00"), (59, "0:59"), (3_600, "1:00:00"), (83_110, "23:05:10")],
)
def test_a_countdown_reads_like_a_clock(seconds: int, text: str) -> None:
    assert countdown(timedelta(seconds=seconds)) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "no time left"),
        (30, "less than a minute left"),
        (60, "1 minute left"),
        (581, "9 minutes left"),
        (3_600, "1 hour left"),
        (7_300, "2 hours left"),
        (86_400, "1 day left"),
        (172_800, "2 days left"),
    ],
)
def test_the_time_left_is_told_in_words(seconds: int, text: str) -> None:
    assert time_left(timedelta(seconds=seconds)) == text


def test_the_exact_time_names_day_and_minute() -> None:
    text = exact(NOW, ENGLISH)
    assert "2026" in text
    assert "November" in text


def test_short_and_date_are_in_the_manner_of_the_place() -> None:
    assert date_text(NOW, ENGLISH) == "23 Nov 2026"
    assert "26" in short(NOW, ENGLISH)


def test_every_text_goes_through_translation_and_keeps_its_number(qapp) -> None:
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    try:
        assert relative(NOW - timedelta(hours=5), NOW) == "⟦5 hours ago⟧"
        assert time_left(timedelta(minutes=9)) == "⟦9 minutes left⟧"
    finally:
        qapp.removeTranslator(translator)
