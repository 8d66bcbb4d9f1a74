"""Long lists to choose from: countries, time zones, currencies; sorted by the name a person reads."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCollator, QLocale, QTimeZone


@dataclass(frozen=True)
class Choice:
    """``value`` is stored: ISO 3166 (``DE``), IANA (``Europe/Berlin``) or ISO 4217 (``EUR``); ``text`` is shown."""

    value: str
    text: str


def _sorted(choices: dict[str, str]) -> tuple[Choice, ...]:
    collator = QCollator(QLocale())
    ordered = sorted(choices.items(), key=lambda item: collator.sortKey(item[1]))
    return tuple(Choice(value, text) for value, text in ordered)


def _territories() -> list[QLocale.Country]:
    return [t for t in QLocale.Country if len(code := QLocale.territoryToCode(t)) == 2 and code.isalpha() and code != "ZZ"]


def countries() -> tuple[Choice, ...]:
    """Return every country Qt knows."""
    return _sorted({QLocale.territoryToCode(t): QLocale.territoryToString(t) for t in _territories()})


def currencies() -> tuple[Choice, ...]:
    """Return the currency of every country, as "Euro (EUR)"."""
    found: dict[str, str] = {}
    for territory in _territories():
        locale = QLocale(QLocale.Language.English, QLocale.Script.AnyScript, territory)
        if locale.territory() != territory:
            continue
        code = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        name = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyDisplayName)
        if len(code) == 3 and (code not in found or not found[code]):
            found[code] = name
    for code, name in _MISSING_CURRENCIES.items():
        found.setdefault(code, name)
    return _sorted({code: f"{name} ({code})" if name else code for code, name in found.items()})


def time_zones() -> tuple[Choice, ...]:
    """Return every place of the time zone table with its offset today, as "Europe/Berlin (UTC+01:00)"."""
    names = [bytes(z.data()).decode() for z in QTimeZone.availableTimeZoneIds()]
    zones = {name for name in names if "/" in name and not name.startswith(("Etc/", "SystemV/", "posix/", "right/"))}
    return _sorted({name: name.replace("_", " ") for name in {*zones, "UTC"}})


def home_country() -> str:
    """Return the country of this computer, as a code."""
    return QLocale.territoryToCode(QLocale.system().territory())


def home_time_zone() -> str:
    """Return the time zone of this computer."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()


def home_currency() -> str:
    """Return the currency of this computer's country; empty where it has none."""
    return QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)


_MISSING_CURRENCIES: dict[str, str] = {}
