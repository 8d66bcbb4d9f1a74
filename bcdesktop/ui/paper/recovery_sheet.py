"""The printed recovery text of a Business Center (decisions.md, "Who is who"). It carries no code."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QPagedPaintDevice, QPainter

from bcdesktop.ui.paper.page import Page, fixed_font, text_font


@dataclass(frozen=True)
class RecoverySheet:
    """What is written on the sheet. ``recovery_text`` comes as shown: groups with blanks or dashes between them."""

    business_center_name: str
    recovery_text: str
    made_at: datetime
    """Aware."""
    groups_per_line: int = 4
    locale: QLocale = field(default_factory=QLocale)


def paint_recovery(painter: QPainter, device: QPagedPaintDevice, sheet: RecoverySheet) -> None:
    """Paint the whole sheet; ``painter`` has begun on ``device``."""
    page = Page(painter, device)
    body = text_font(11)
    page.text(QCoreApplication.translate("RecoverySheet", "Recovery text"), text_font(20, bold=True))
    page.space(1)
    page.text(sheet.business_center_name, text_font(14))
    page.space(5)
    for paragraph in _what_for():
        page.text(paragraph, body)
        page.space(2)
    page.space(4)
    for line in lines_of_groups(sheet.recovery_text, sheet.groups_per_line):
        page.text(line, fixed_font(18))
        page.space(3)
    page.space(4)
    page.text(QCoreApplication.translate("RecoverySheet", "Where to keep it"), text_font(13, bold=True))
    page.space(1.5)
    for paragraph in _where_to_keep():
        page.text("• " + paragraph, body)
        page.space(1.2)
    page.space(5)
    page.text(_made_on(sheet), text_font(9))


def lines_of_groups(recovery_text: str, per_line: int) -> list[str]:
    """Return the groups of ``recovery_text``, ``per_line`` to a line, with two blanks between them."""
    groups = recovery_text.replace("-", " ").split()
    return ["  ".join(groups[start : start + per_line]) for start in range(0, len(groups), per_line)]


def _what_for() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "RecoverySheet",
            "With this text and your password, the key that signs your QR codes can be brought to another computer, "
            "or back after a computer was lost.",
        ),
        QCoreApplication.translate(
            "RecoverySheet",
            "Without it the key is lost with the computer. You would need a new one, and every account owner "
            "would see a warning that your key has changed.",
        ),
    )


def _where_to_keep() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("RecoverySheet", "On paper, where you keep contracts; not beside the computer."),
        QCoreApplication.translate("RecoverySheet", "Never in a mail, a chat, a photograph or a shared folder."),
        QCoreApplication.translate(
            "RecoverySheet", "Show it to nobody who may not sign in the name of this Business Center."
        ),
    )


def _made_on(sheet: RecoverySheet) -> str:
    day = QDate(sheet.made_at.year, sheet.made_at.month, sheet.made_at.day)
    text = QCoreApplication.translate("RecoverySheet", "Printed by Business Center Desktop on %1")
    return text.replace("%1", sheet.locale.toString(day, QLocale.FormatType.LongFormat))
