"""The receipt of an ending: on paper, and as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QPagedPaintDevice, QPainter

from bcdesktop.ui.kit.effect_words import effect_line, groups, what_stays
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.kit.words import label_of
from bcdesktop.ui.paper.page import Page, text_font

if TYPE_CHECKING:
    from bcdesktop.services.ending_records import EndReceiptRow

_HEAD_AND_LINE_MM = 11.0


@dataclass(frozen=True)
class EndSheet:
    """What is printed. ``by_center`` is the name of the Business Center, empty where none has to do with it."""

    receipt: EndReceiptRow
    by_center: str = ""


def title(sheet: EndSheet) -> str:
    """Return the title of the receipt."""
    text = QCoreApplication.translate("EndSheet", "Access ended: %1")
    return text.replace("%1", sheet.receipt.subject)


def facts(sheet: EndSheet) -> tuple[tuple[str, str], ...]:
    """Return how, why, when and by whom, and the number of the receipt."""
    translate, row = QCoreApplication.translate, sheet.receipt
    who = row.by_name or translate("EndSheet", "By itself, on its end date")
    by = ", ".join(part for part in (who, sheet.by_center) if part)
    found = (
        (translate("EndSheet", "How"), label_of(row.way)),
        (translate("EndSheet", "Why"), "" if row.reason is None else label_of(row.reason)),
        (translate("EndSheet", "When"), exact(row.at)),
        (translate("EndSheet", "By"), by),
        (translate("EndSheet", "Receipt"), row.id[:12]),
    )
    return tuple(fact for fact in found if fact[1])


def left_out_text(row: EndReceiptRow) -> str:
    """Return the sentence about lines the receipt leaves out; empty where it has all of them."""
    if not row.left_out:
        return ""
    text = QCoreApplication.translate("EndSheet", "The numbers are whole; %1 names are left out here.")
    return text.replace("%1", QLocale().toString(row.left_out))


def plain_text(sheet: EndSheet) -> str:
    """Return the receipt as text, for a file or the clipboard."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: EndSheet) -> Iterator[str]:
    row = sheet.receipt
    yield title(sheet)
    yield ""
    for name, value in facts(sheet):
        yield f"{name}: {value}"
    yield ""
    yield QCoreApplication.translate("EndSheet", "What stopped")
    for _kind, heading, some, _number in groups(row.effects, row.counts):
        yield ""
        yield heading
        yield from (f"- {effect_line(one)}" for one in some)
    if row.left_out:
        yield ""
        yield left_out_text(row)
    yield ""
    yield QCoreApplication.translate("EndSheet", "What stays")
    yield ""
    yield from (f"- {line}" for line in what_stays(row.way))


def paint_end(painter: QPainter, device: QPagedPaintDevice, sheet: EndSheet) -> None:
    """Paint all pages; ``painter`` has begun on ``device``."""
    page, row = Page(painter, device), sheet.receipt
    body, small, head = text_font(10), text_font(9.5), text_font(11, bold=True)
    page.text(title(sheet), text_font(20, bold=True))
    page.space(3)
    for name, value in facts(sheet):
        page.text(f"{name}: {value}", body)
        page.space(0.6)
    page.space(5)
    page.text(QCoreApplication.translate("EndSheet", "What stopped"), text_font(13, bold=True))
    page.space(1.5)
    for _kind, heading, some, _number in groups(row.effects, row.counts):
        page.keep(_HEAD_AND_LINE_MM)
        page.text(heading, head)
        page.space(0.6)
        for one in some:
            page.text(effect_line(one), small)
        page.space(2.5)
    if row.left_out:
        page.text(left_out_text(row), body)
        page.space(2.5)
    page.space(2)
    page.keep(_HEAD_AND_LINE_MM)
    page.text(QCoreApplication.translate("EndSheet", "What stays"), text_font(13, bold=True))
    page.space(1.5)
    for line in what_stays(row.way):
        page.text("• " + line, body)
        page.space(0.8)
    page.space(4)
    page.text(QCoreApplication.translate("EndSheet", "Printed by Business Center Desktop"), text_font(8.5))
