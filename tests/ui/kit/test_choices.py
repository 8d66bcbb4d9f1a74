from __future__ import annotations

from zoneinfo import available_timezones

import pytest
from PySide6.QtCore import QByteArray, QTimeZone

from bcdesktop.ui.kit.choices import countries, currencies, home_time_zone, time_zones


@pytest.mark.parametrize("choices", [countries, currencies, time_zones])
def test_every_value_is_there_once_and_has_a_name(choices) -> None:
    found = choices()
    values = [choice.value for choice in found]
    assert len(values) == len(set(values))
    assert all(choice.text for choice in found)
    assert [choice.text for choice in found] != values or choices is time_zones


def test_countries_are_sorted_by_name() -> None:
    names = [choice.text for choice in countries()]
    assert names.index("Albania") < names.index("Germany") < names.index("Zimbabwe")
    assert {"DE", "US", "BR", "JP", "NG"} <= {choice.value for choice in countries()}


def test_currencies_have_name_and_code() -> None:
    texts = {choice.value: choice.text for choice in currencies()}
    assert texts["EUR"] == "Euro (EUR)"
    assert {"USD", "GBP", "JPY", "BRL", "CHF", "IDR"} <= set(texts)


def test_time_zones_are_ones_qt_and_python_know() -> None:
    values = {choice.value for choice in time_zones()}
    assert {"Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC"} <= values
    assert all(QTimeZone(value.encode()).isValid() for value in values)
    assert len(values - available_timezones()) == 0


@pytest.mark.parametrize("name", [b"Etc/UTC", b"UTC", b"Etc/GMT"])
def test_a_computer_on_utc_under_any_name_finds_its_zone_in_the_list(name, monkeypatch) -> None:
    monkeypatch.setattr(QTimeZone, "systemTimeZoneId", lambda: QByteArray(name))
    assert home_time_zone() in {choice.value for choice in time_zones()}
