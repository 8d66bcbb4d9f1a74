"""Long lists to choose from: countries, time zones, currencies; sorted by the name a person reads."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCollator, QLocale, QTimeZone


@dataclass(frozen=True)
class Choice:
    """``value`` is stored: ISO 3166 (``DE``), IANA (``Europe/Berlin``) or ISO 4217 (``EUR``); ``text`` is shown."""

    value: str
    text: str


_NAMES_OF_UTC = frozenset({"Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "Etc/GMT", "UCT", "GMT", "Zulu"})


def _sorted(choices: dict[str, str]) -> tuple[Choice, ...]:
    collator = QCollator(QLocale())
    ordered = sorted(choices.items(), key=lambda item: collator.sortKey(item[1]))
    return tuple(Choice(value, text) for value, text in ordered)


def _territories() -> dict[str, QLocale.Country]:
    found = {QLocale.territoryToCode(territory): territory for territory in QLocale.Country}
    return {code: territory for code, territory in found.items() if len(code) == 2 and code.isalpha() and code != "ZZ"}


def countries() -> tuple[Choice, ...]:
    """Return every country Qt knows."""
    return _sorted({code: QLocale.territoryToString(territory) for code, territory in _territories().items()})


def currencies() -> tuple[Choice, ...]:
    """Return the currency of every country, as "Euro (EUR)"; where Qt has no English name, with the country's."""
    iso, name = QLocale.CurrencySymbolFormat.CurrencyIsoCode, QLocale.CurrencySymbolFormat.CurrencyDisplayName
    named: dict[str, str] = {}
    others: dict[str, str] = {}
    for territory in _territories().values():
        for locale in QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, territory):
            code = locale.currencySymbol(iso)
            if len(code) != 3:
                continue
            if locale.language() == QLocale.Language.English and locale.currencySymbol(name):
                named.setdefault(code, locale.currencySymbol(name))
            else:
                others.setdefault(code, QLocale.territoryToString(territory))
    return _sorted({code: f"{text} ({code})" for code, text in (others | named).items()})


def time_zones() -> tuple[Choice, ...]:
    """Return every place of the time zone table such as "America/New York"."""
    names = [bytes(z.data()).decode() for z in QTimeZone.availableTimeZoneIds()]
    zones = {name for name in names if "/" in name and not name.startswith(("Etc/", "SystemV/", "posix/", "right/"))}
    return _sorted({name: name.replace("_", " ") for name in {*zones, "UTC"}})


def home_country() -> str:
    """Return the country of this computer, as a code."""
    return QLocale.territoryToCode(QLocale.system().territory())


def home_time_zone() -> str:
    """Return the time zone of this computer, under its one name in ``time_zones``."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return "UTC" if name in _NAMES_OF_UTC else name


def home_currency() -> str:
    """Return the currency of this computer's country; empty where it has none."""
    return QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
