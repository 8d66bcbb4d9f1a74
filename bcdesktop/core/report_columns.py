"""What the columns of a performance report may be called: in English, German, French and Spanish."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bcdesktop.core.import_words import folded
from bcdesktop.core.report_errors import ReportColumnsDoubled, ReportHasNoDays, ReportHasNoNumbers


class ReportColumn(StrEnum):
    """What is read of a report; everything else in it is left alone."""

    DAY = "day"
    CAMPAIGN_NAME = "campaign_name"
    AD_NAME = "ad_name"
    HANDLE = "handle"
    CURRENCY = "currency"
    IMPRESSIONS = "impressions"
    CLICKS = "clicks"
    VIDEO_VIEWS = "video_views"
    CONVERSIONS = "conversions"
    SPEND = "spend"


METRIC_COLUMNS = (
    ReportColumn.IMPRESSIONS,
    ReportColumn.CLICKS,
    ReportColumn.VIDEO_VIEWS,
    ReportColumn.CONVERSIONS,
    ReportColumn.SPEND,
)
_C = ReportColumn
_NAMES: Mapping[ReportColumn, tuple[tuple[str, ...], ...]] = {
    # each tuple is of one rank: where two of different rank are there, the first of them counts
    _C.DAY: (
        (
            *("Date", "Day", "By day", "By date", "Stat time day", "Reporting date", "Datum", "Tag", "Nach Tag"),
            *("Jour", "Par jour", "Fecha", "Día", "Por día"),
        ),
    ),
    _C.CAMPAIGN_NAME: (
        ("Campaign name", "Kampagnenname", "Nom de la campagne", "Nombre de la campaña", "Nombre de campaña"),
        ("Campaign", "Kampagne", "Campagne", "Campaña"),
    ),
    _C.AD_NAME: (
        (
            *("Ad name", "Anzeigenname", "Name der Anzeige", "Nom de la publicité", "Nom de l'annonce"),
            *("Nom de la pub", "Nombre del anuncio", "Nombre de anuncio"),
        ),
        ("Ad", "Anzeige", "Publicité", "Annonce", "Anuncio"),
    ),
    _C.HANDLE: (
        (
            *("Identity", "Identity name", "TikTok account", "TikTok account name", "TikTok handle", "Handle"),
            *("Identität", "TikTok-Konto", "Identité", "Compte TikTok", "Identidad", "Cuenta de TikTok"),
        ),
    ),
    _C.CURRENCY: (("Currency", "Währung", "Devise", "Monnaie", "Moneda", "Divisa"),),
    _C.IMPRESSIONS: (
        ("Impressions", "Impression", "Impressionen", "Impresiones", "Nombre d'impressions", "Paid impressions"),
    ),
    _C.CLICKS: (
        (
            *("Clicks (destination)", "Destination clicks", "Klicks (Ziel)", "Klicks (Zielseite)", "Klicks (Ziel-URL)"),
            *("Clics (destination)", "Clics (destino)"),
        ),
        ("Clicks", "Click", "Klicks", "Clics", "Link clicks"),
        ("Clicks (all)", "All clicks", "Klicks (alle)", "Clics (tous)", "Clics (tout)", "Clics (todos)"),
    ),
    _C.VIDEO_VIEWS: (
        (
            *("Video views", "Videoaufrufe", "Videoansichten", "Video-Aufrufe", "Vues de vidéo", "Vues vidéo"),
            *("Vues de la vidéo", "Visualizaciones de vídeo", "Reproducciones de vídeo", "Vistas de vídeo"),
        ),
    ),
    _C.CONVERSIONS: (
        ("Conversions", "Conversion", "Conversiones", "Konversionen", "Total conversions", "Nombre de conversions"),
        ("Results", "Result", "Ergebnisse", "Résultats", "Resultados"),
    ),
    _C.SPEND: (
        (
            *("Cost", "Spend", "Amount spent", "Total cost", "Total spend", "Ad spend", "Kosten", "Gesamtkosten"),
            *("Ausgegebener Betrag", "Ausgaben", "Coût", "Coût total", "Dépenses", "Dépense", "Montant dépensé"),
            *("Coste", "Coste total", "Costo", "Costo total", "Gasto", "Importe gastado", "Inversión"),
        ),
    ),
}
_KNOWN: Mapping[str, tuple[ReportColumn, int]] = {
    folded(name): (column, rank)
    for column, ranks in _NAMES.items()
    for rank, names in enumerate(ranks)
    for name in names
}
SYMBOLS: Mapping[str, str] = {"€": "EUR", "£": "GBP", "₩": "KRW", "₺": "TRY", "₹": "INR", "zł": "PLN", "₫": "VND"}
"""Signs that mean one currency; "$" and "¥" are several countries'."""
_CURRENCY_BEHIND = re.compile(r"[\s,;:/_\-(\[]+(?:in\s+|en\s+)?(?P<unit>[A-Z]{3}|[€£₩₺₹₫$¥]|zł)\s*[)\]]?\s*$")
_CODE = re.compile(r"[A-Z]{3}")
_TOLD_COLUMNS, _TOLD_CHARACTERS = 20, 40


@dataclass(frozen=True)
class FoundColumn:
    """A column of the report that is read: where it stands, and what stands above it."""

    column: ReportColumn
    place: int
    heading: str
    currency: str = ""


@dataclass(frozen=True)
class Heads:
    """The row of headings. ``ignored`` are those nobody asked for, as typed."""

    columns: tuple[FoundColumn, ...]
    ignored: tuple[str, ...]

    def get(self, column: ReportColumn) -> FoundColumn | None:
        """Return the column, None where the report has none."""
        return next((found for found in self.columns if found.column is column), None)


def meaning(heading: str) -> tuple[ReportColumn, int, str] | None:
    """Return what a heading means, its rank among names of the same, and the currency it names ("" for none)."""
    if "%" in heading:
        return None
    unit = _CURRENCY_BEHIND.search(heading)
    known = _KNOWN.get(folded(heading[: unit.start()])) if unit else None
    if unit is not None and known is not None and known[0] is ReportColumn.SPEND:
        return (*known, currency_of(unit["unit"]))
    known = _KNOWN.get(folded(heading))
    return None if known is None else (*known, "")


def is_heading(cell: str) -> bool:
    """Tell whether a cell is the heading of a column that is read."""
    return meaning(cell) is not None


def currency_of(text: str) -> str:
    """Return the three letters of a currency written as letters or as its sign; "" where it cannot be told."""
    plain = text.strip()
    return SYMBOLS.get(plain) or (plain.upper() if _CODE.fullmatch(plain.upper()) else "")


def read_heads(cells: Sequence[str]) -> Heads:
    """Return which columns a row of headings has, in whatever order.

    Of "Clicks (destination)" and "Clicks (all)" the first is taken and the other ignored. Raises ReportColumnsDoubled
    where two mean exactly the same, ReportHasNoDays and ReportHasNoNumbers.
    """
    best: dict[ReportColumn, tuple[int, FoundColumn]] = {}
    ignored: list[str] = []
    for place, cell in enumerate(cells):
        means = meaning(cell)
        if means is None:
            ignored += [told(cell)] if cell else []
            continue
        column, rank, currency = means
        found = FoundColumn(column, place, told(cell), currency)
        before = best.get(column)
        if before is not None and before[0] == rank:
            raise ReportColumnsDoubled((before[1].heading, found.heading))
        if before is None or rank < before[0]:
            best[column] = (rank, found)
        if before is not None:
            ignored.append((before[1] if rank < before[0] else found).heading)
    headings = tuple(told(cell) for cell in cells if cell)[:_TOLD_COLUMNS]
    if ReportColumn.DAY not in best:
        raise ReportHasNoDays(headings)
    if not any(column in best for column in METRIC_COLUMNS):
        raise ReportHasNoNumbers(tuple(_NAMES[column][-1][0] for column in METRIC_COLUMNS), headings)
    columns = tuple(best[column][1] for column in ReportColumn if column in best)
    return Heads(columns, tuple(ignored))


def told(text: str) -> str:
    """Return the text of a cell as it can be told in a sentence."""
    line = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    return line if len(line) <= _TOLD_CHARACTERS else line[: _TOLD_CHARACTERS - 1] + "…"
