"""Times in words: how long ago, how long still, and the exact local time for the tooltip."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


class _Time(QObject):
    """Holds the texts with plural forms: lupdate sees those only in ``tr`` of a class."""

    def ago(self, count: int, unit: str) -> str:
        """Return how long ago; ``unit`` is minute, hour or day."""
        if count == 1:
            return {"minute": self.tr("1 minute ago"), "hour": self.tr("1 hour ago"), "day": self.tr("yesterday")}[unit]
        if unit == "minute":
            return self.tr("%n minutes ago", "", count)
        return self.tr("%n hours ago", "", count) if unit == "hour" else self.tr("%n days ago", "", count)

    def ahead(self, count: int, unit: str) -> str:
        """Return in how long."""
        if count == 1:
            return {"minute": self.tr("in 1 minute"), "hour": self.tr("in 1 hour"), "day": self.tr("tomorrow")}[unit]
        if unit == "minute":
            return self.tr("in %n minutes", "", count)
        return self.tr("in %n hours", "", count) if unit == "hour" else self.tr("in %n days", "", count)

    def left(self, count: int, unit: str) -> str:
        """Return how much is left."""
        if count == 1:
            one = {"minute": self.tr("1 minute left"), "hour": self.tr("1 hour left"), "day": self.tr("1 day left")}
            return one[unit]
        if unit == "minute":
            return self.tr("%n minutes left", "", count)
        return self.tr("%n hours left", "", count) if unit == "hour" else self.tr("%n days left", "", count)

    def near(self, seconds: float) -> str:
        """Return what is said of less than a minute."""
        return self.tr("just now") if seconds <= 0 else self.tr("in a moment")

    def nearly_over(self, seconds: int) -> str:
        """Return what is said when less than a minute is left."""
        return self.tr("no time left") if seconds <= 0 else self.tr("less than a minute left")


def relative(moment: datetime, now: datetime, locale: QLocale | None = None) -> str:
    """Return such as "2 minutes ago" or "in 3 days"; beyond 30 days the date. Both times are aware."""
    seconds = (moment - now).total_seconds()
    span = abs(seconds)
    if span < 45:
        return _Time().near(seconds)
    if span >= 30 * _DAY:
        return date_text(moment, locale)
    if span < 45 * _MINUTE:
        count, unit = max(1, round(span / _MINUTE)), "minute"
    elif span < 22 * _HOUR:
        count, unit = max(1, round(span / _HOUR)), "hour"
    else:
        count, unit = max(1, round(span / _DAY)), "day"
    return _Time().ago(count, unit) if seconds < 0 else _Time().ahead(count, unit)


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
    """Return the local date, its month in letters, and the time."""
    time = (locale or QLocale()).toString(to_local(moment).time(), QLocale.FormatType.ShortFormat)
    return f"{date_text(moment, locale)} {time}"


def date_text(moment: datetime, locale: QLocale | None = None) -> str:
    """Return the local date, with the month in letters so that no one reads day for month."""
    return (locale or QLocale()).toString(to_local(moment).date(), "d MMM yyyy")


def day_text(day: date, locale: QLocale | None = None) -> str:
    """Return a day, with the month in letters so that no one reads day for month."""
    return (locale or QLocale()).toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def countdown(left: timedelta) -> str:
    """Return the time left as "9:41" or "23:05:10"; never below "0:00"."""
    seconds = max(0, int(left.total_seconds()))
    hours, rest = divmod(seconds, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def time_left(left: timedelta) -> str:
    """Return the time left as words for a label and a screen reader, such as "9 minutes left"."""
    seconds = int(left.total_seconds())
    for size, unit in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= size:
            return _Time().left(seconds // size, unit)
    return _Time().nearly_over(seconds)
