"""What leaves the access matrix: rows for a spreadsheet, and the sheet for paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.ui.center.access_grid import AccessGrid, Choice, Which
from bcdesktop.ui.center.access_matrix_model import kind_text, letter_of
from bcdesktop.ui.center.access_words import kinds_title, role_text, too_much_rule
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.kit.words import label_of
from bcdesktop.ui.paper.access_sheet import AccessLine, AccessSheet

if TYPE_CHECKING:
    from bcdesktop.services.people_records import AssetChoice


def csv_rows(grid: AccessGrid, choice: Choice) -> list[list[str]]:
    """Return one row for each access shown, and one for everybody shown who has none."""
    rows = [
        [
            QCoreApplication.translate("AccessExport", "Name"),
            QCoreApplication.translate("AccessExport", "E-mail or Business Center ID"),
            QCoreApplication.translate("AccessExport", "Kind"),
            QCoreApplication.translate("AccessExport", "Account"),
            QCoreApplication.translate("AccessExport", "Account name"),
            QCoreApplication.translate("AccessExport", "Shared by"),
            QCoreApplication.translate("AccessExport", "Role"),
            QCoreApplication.translate("AccessExport", "Kind of asset"),
        ]
    ]
    for holder, given in grid.entries(choice):
        who = [holder.name, holder.detail, kind_text(holder)]
        rows += [[*who, *_account(asset), label_of(role), label_of(asset.kind)] for asset, role in given]
        if not given:
            rows.append([*who, "", "", "", role_text(None), ""])
    return rows


def _account(asset: AssetChoice) -> list[str]:
    return [asset.name, asset.display_name, asset.owner_name or ""]


def sheet_of(grid: AccessGrid, choice: Choice, business_center_name: str) -> AccessSheet:
    """Return what is printed of the rows and columns shown."""
    columns = grid.columns(choice, grid.rows(choice))
    names, roles = _names_on_paper(grid.assets), ROLES_OF[grid.kind]
    lines = [
        AccessLine(
            holder.name,
            holder.detail,
            kind_text(holder),
            tuple((names[asset.id], label_of(role)) for wanted in roles for asset, role in given if role is wanted),
            {names[asset.id]: letter_of(role) for asset, role in given},
        )
        for holder, given in grid.entries(choice)
    ]
    return AccessSheet(
        business_center_name=business_center_name,
        made_at=exact(grid.matrix.made_at),
        filter_text=filter_text(choice, grid.kind),
        legend=", ".join(f"{letter_of(role)} {label_of(role)}" for role in roles),
        accounts=tuple(names[grid.assets[column].id] for column in columns),
        lines=tuple(lines),
    )


def _names_on_paper(assets: Iterable[AssetChoice]) -> dict[str, str]:
    """Return the name of each asset by its id; of those that are called alike, with the number they are known by."""
    found = list(assets)
    count = Counter(asset.name for asset in found)
    return {
        asset.id: asset.name if count[asset.name] == 1 else f"{asset.name} ({asset.display_name})" for asset in found
    }


def filter_text(choice: Choice, kind: AssetKind = AssetKind.TIKTOK_ACCOUNT) -> str:
    """Return in words what is shown, so that nobody takes a part for the whole: kind and filters."""
    parts = [f"{kinds_title(kind)}."]
    if choice.which is Which.TOO_MUCH:
        only = QCoreApplication.translate("AccessExport", "Only who has too much.")
        parts.append(f"{only} {too_much_rule(kind)}")
    elif choice.which is Which.NOTHING:
        parts.append(QCoreApplication.translate("AccessExport", "Only who has nothing."))
    elif choice.which is Which.GONE:
        parts.append(
            QCoreApplication.translate("AccessExport", "Only people, partners and assets that are no longer here.")
        )
    if choice.people:
        parts.append(
            QCoreApplication.translate("AccessExport", "People and partners with “%1”.").replace("%1", choice.people)
        )
    if choice.accounts:
        parts.append(QCoreApplication.translate("AccessExport", "Assets with “%1”.").replace("%1", choice.accounts))
    return " ".join(parts)
