"""Times in words: how long ago, how long still, and the exact local time for the tooltip."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def relative(moment: datetime, now: datetime, locale: QLocale | None = None) -> str:
    """Return such as "2 minutes ago" or "in 3 days"; beyond 30 days the date. Both times are aware."""
    seconds = (moment - now).total_seconds()
    span = abs(seconds)
    if span < 45:
        return QCoreApplication.translate("Time", "just now") if seconds <= 0 else _soon()
    if span >= 30 * _DAY:
        return date_text(moment, locale)
    if span < 45 * _MINUTE:
        count, unit = max(1, round(span / _MINUTE)), "minute"
    elif span < 22 * _HOUR:
        count, unit = max(1, round(span / _HOUR)), "hour"
    else:
        count, unit = max(1, round(span / _DAY)), "day"
    return _ago(count, unit) if seconds < 0 else _ahead(count, unit)


def _soon() -> str:
    return QCoreApplication.translate("Time", "in a moment")


def _ago(count: int, unit: str) -> str:
    one = {
        "minute": QCoreApplication.translate("Time", "1 minute ago"),
        "hour": QCoreApplication.translate("Time", "1 hour ago"),
        "day": QCoreApplication.translate("Time", "yesterday"),
    }
    if count == 1:
        return one[unit]
    if unit == "minute":
        return QCoreApplication.translate("Time", "%n minutes ago", None, count)
    if unit == "hour":
        return QCoreApplication.translate("Time", "%n hours ago", None, count)
    return QCoreApplication.translate("Time", "%n days ago", None, count)


def _ahead(count: int, unit: str) -> str:
    one = {
        "minute": QCoreApplication.translate("Time", "in 1 minute"),
        "hour": QCoreApplication.translate("Time", "in 1 hour"),
        "day": QCoreApplication.translate("Time", "tomorrow"),
    }
    if count == 1:
        return one[unit]
    if unit == "minute":
        return QCoreApplication.translate("Time", "in %n minutes", None, count)
    if unit == "hour":
        return QCoreApplication.translate("Time", "in %n hours", None, count)
    return QCoreApplication.translate("Time", "in %n days", None, count)


def to_local(moment: datetime) -> QDateTime:
    """Return an aware ``moment`` as Qt's date and time in the zone of this computer."""
    return QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000)).toLocalTime()


def exact(moment: datetime, locale: QLocale | None = None) -> str:
    """Return the full local date and time with its zone, for a tooltip."""
    local = to_local(moment)
    text = (locale or QLocale()).toString(local, QLocale.FormatType.LongFormat)
    zone = local.timeZoneAbbreviation()
    return text if zone and zone in text else f"{text} {zone}".strip()


def short(moment: datetime, locale: QLocale | None = None) -> str:
    """Return the local date and time in the short form."""
    return (locale or QLocale()).toString(to_local(moment), QLocale.FormatType.ShortFormat)


def date_text(moment: datetime, locale: QLocale | None = None) -> str:
    """Return the local date, with the month in letters so that no one reads day for month."""
    return (locale or QLocale()).toString(to_local(moment).date(), "d MMM yyyy")


def countdown(left: timedelta) -> str:
    """Return the time left as "9:41" or "23:05:10"; never below "0:00"."""
    seconds = max(0, int(left.total_seconds()))
    hours, rest = divmod(seconds, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def time_left(left: timedelta) -> str:
    """Return the time left as words for a label and a screen reader, such as "9 minutes left"."""
    seconds = int(left.total_seconds())
    if seconds <= 0:
        return QCoreApplication.translate("Time", "no time left")
    if seconds < _MINUTE:
        return QCoreApplication.translate("Time", "less than a minute left")
    for size, one, many in (
        (_DAY, QCoreApplication.translate("Time", "1 day left"), _days_left),
        (_HOUR, QCoreApplication.translate("Time", "1 hour left"), _hours_left),
        (_MINUTE, QCoreApplication.translate("Time", "1 minute left"), _minutes_left),
    ):
        if seconds >= size:
            count = seconds // size
            return one if count == 1 else many(count)
    raise AssertionError(seconds)


def _days_left(count: int) -> str:
    return QCoreApplication.translate("Time", "%n days left", None, count)


def _hours_left(count: int) -> str:
    return QCoreApplication.translate("Time", "%n hours left", None, count)


def _minutes_left(count: int) -> str:
    return QCoreApplication.translate("Time", "%n minutes left", None, count)
