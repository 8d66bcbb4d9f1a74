"""Where the lines of a chart's axes stand: round numbers upwards, days sideways."""

from __future__ import annotations

from datetime import date, timedelta

_STEPS = (1, 2, 5)
_DAY_STEPS = (1, 2, 7, 14)


def value_ticks(largest: int, most: int = 5) -> tuple[int, ...]:
    """Return round numbers from 0 to at least ``largest``, ``most`` steps at most."""
    power = 1
    while True:
        for step in _STEPS:
            size = step * power
            count = max(1, -(-largest // size))
            if count <= most:
                return tuple(size * number for number in range(count + 1))
        power *= 10


def day_ticks(first: date, last: date, most: int) -> tuple[date, ...]:
    """Return days to write below a chart, ``most`` at most: each, every second, by the week, or firsts of months."""
    length = (last - first).days + 1
    for step in _DAY_STEPS:
        if -(-length // step) <= max(most, 1):
            return tuple(first + timedelta(days=number) for number in range(0, length, step))
    for months in (1, 2, 3, 6, 12, 24, 60):
        found = _month_starts(first, last, months)
        if len(found) <= max(most, 1):
            return found or (first,)
    return (first,)


def _month_starts(first: date, last: date, step: int) -> tuple[date, ...]:
    number = first.year * 12 + first.month - 1 + (first.day > 1)
    number += -number % step
    found = []
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        found.append(day)
        number += step
    return tuple(found)
