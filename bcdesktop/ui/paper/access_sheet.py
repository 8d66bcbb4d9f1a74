"""Who has access, on paper: a table where the accounts fit beside each other, else a list of people with accounts."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPagedPaintDevice, QPainter

from bcdesktop.ui.paper.page import Page, text_font

_COLUMNS_THAT_FIT = 16
_NAME_MM, _CELL_MM = 62.0, 7.0
_HEAD_AND_LINE_MM = 11.0


@dataclass(frozen=True)
class AccessLine:
    """One person or partner. ``roles`` are account and role in words, ``letters`` the letter by account."""

    name: str
    detail: str
    kind: str
    roles: tuple[tuple[str, str], ...]
    letters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class AccessSheet:
    """What is printed. ``filter_text`` says what is left out; ``legend`` what the letters mean."""

    business_center_name: str
    made_at: str
    """The moment in words."""
    filter_text: str
    legend: str
    accounts: tuple[str, ...]
    lines: tuple[AccessLine, ...]

    @property
    def is_table(self) -> bool:
        """Whether the accounts fit beside each other."""
        return len(self.accounts) <= _COLUMNS_THAT_FIT


def paint_access(painter: QPainter, device: QPagedPaintDevice, sheet: AccessSheet) -> None:
    """Paint all pages; ``painter`` has begun on ``device``."""
    page = Page(painter, device)
    page.text(QCoreApplication.translate("AccessSheet", "Who has access"), text_font(20, bold=True))
    page.space(1)
    page.text(sheet.business_center_name, text_font(14))
    page.space(3)
    as_of = QCoreApplication.translate("AccessSheet", "As of %1").replace("%1", sheet.made_at)
    page.text(f"{as_of}. {sheet.filter_text}".strip(), text_font(10))
    page.space(5)
    if sheet.is_table:
        _paint_table(page, sheet)
    else:
        _paint_list(page, sheet)
    page.space(4)
    page.text(QCoreApplication.translate("AccessSheet", "Printed by Business Center Desktop"), text_font(8.5))


def _paint_table(page: Page, sheet: AccessSheet) -> None:
    numbers = {account: str(number) for number, account in enumerate(sheet.accounts, start=1)}
    page.text("   ".join(f"{number}\N{NO-BREAK SPACE}{account}" for account, number in numbers.items()), text_font(9.5))
    page.space(1)
    page.text(sheet.legend, text_font(9.5))
    page.space(3)
    title = QCoreApplication.translate("AccessSheet", "Name")
    page.row([(title, _NAME_MM), *((number, _CELL_MM) for number in numbers.values())], text_font(9.5, bold=True))
    for line in sheet.lines:
        letters = ((line.letters.get(account, ""), _CELL_MM) for account in sheet.accounts)
        name = f"{line.name} ({line.kind})" if line.kind else line.name
        page.row([(name, _NAME_MM), *letters], text_font(9.5))


def _paint_list(page: Page, sheet: AccessSheet) -> None:
    nothing = QCoreApplication.translate("AccessSheet", "No access")
    head, body = text_font(10, bold=True), text_font(9.5)
    for line in sheet.lines:
        page.keep(_HEAD_AND_LINE_MM)
        about = ", ".join(part for part in (line.kind, line.detail) if part)
        page.text(f"{line.name} ({about})" if about else line.name, head)
        by_role: dict[str, list[str]] = {}
        for account, role in line.roles:
            by_role.setdefault(role, []).append(account)
        for role, accounts in by_role.items():
            page.text(f"{role}: {', '.join(accounts)}", body)
        if not by_role:
            page.text(nothing, body)
        page.space(2)
