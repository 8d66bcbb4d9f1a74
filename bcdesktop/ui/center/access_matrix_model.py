"""The rows and columns of the access matrix that are shown, for a view that paints many cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.ui.center.access_grid import AccessGrid, Choice
from bcdesktop.ui.center.access_words import role_text, too_much_text
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.people_records import AssetChoice, MatrixHolder

Index = QModelIndex | QPersistentModelIndex


class AccessMatrixModel(QAbstractTableModel):
    """Shows what ``choice`` leaves of a grid; ``code`` is for the delegate, ``data`` for everybody else."""

    def __init__(self) -> None:
        super().__init__()
        self.grid: AccessGrid | None = None
        self.choice = Choice()
        self.rows: list[int] = []
        self.columns: list[int] = []
        self._codes: list[bytes | bytearray] = []

    def show(self, grid: AccessGrid | None, choice: Choice) -> None:
        """Show what ``choice`` leaves of ``grid``."""
        rows = [] if grid is None else grid.rows(choice)
        columns = [] if grid is None else grid.columns(choice, rows)
        self.beginResetModel()
        self.grid, self.choice, self.rows, self.columns = grid, choice, rows, columns
        self._codes = [] if grid is None else grid.codes(choice.which)
        self.endResetModel()

    def code(self, row: int, column: int) -> int:
        """Return the code of a cell: 0 for no access, else a place in ``access_grid.ROLES``."""
        return self._codes[self.rows[row]][self.columns[column]]

    def holder(self, row: int) -> MatrixHolder:
        """Return who stands in a row."""
        assert self.grid is not None  # noqa: S101 - there are rows
        return self.grid.holders[self.rows[row]]

    def asset(self, column: int) -> AssetChoice:
        """Return the account of a column."""
        assert self.grid is not None  # noqa: S101 - there are columns
        return self.grid.assets[self.columns[column]]

    def role(self, row: int, column: int) -> AssetRole | None:
        """Return the role in a cell."""
        assert self.grid is not None  # noqa: S101 - there are cells
        return self.grid.role(self.rows[row], self.columns[column], self.choice.which)

    def index_of(self, holder_id: str, asset_id: str) -> QModelIndex:
        """Return the cell of a holder and an account; an invalid one where it is not shown."""
        place = None if self.grid is None else self.grid.place(holder_id, asset_id)
        if place is None or place[0] not in self.rows or place[1] not in self.columns:
            return QModelIndex()
        return self.index(self.rows.index(place[0]), self.columns.index(place[1]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of people and partners."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of accounts."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for one cell: its letter, and a whole sentence for tooltip and screen reader."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            found = self.role(index.row(), index.column())
            return "" if found is None else letter_of(found)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.cell_text(index.row(), index.column())
        return Qt.AlignmentFlag.AlignCenter if role == Qt.ItemDataRole.TextAlignmentRole else None

    def cell_text(self, row: int, column: int) -> str:
        """Return a cell as a sentence."""
        text = f"{self.holder(row).name}, {self.asset(column).name}: {role_text(self.role(row, column))}"
        if self.holder(row).is_gone or self.asset(column).is_gone:
            return QCoreApplication.translate("AccessMatrix", "%1 (formerly)").replace("%1", text)
        return text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Handles above, names at the left; the tooltips say more."""
        if self.grid is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._account_header(section, role) if section < len(self.columns) else None
        return self._holder_header(section, role) if section < len(self.rows) else None

    def _account_header(self, column: int, role: int) -> object:
        asset = self.asset(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return asset.name
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            parts = [asset.name, asset.display_name]
            if asset.owner_name is not None:
                shared = QCoreApplication.translate("AccessMatrix", "Shared by “%1”")
                parts.append(shared.replace("%1", asset.owner_name))
            if asset.is_gone:
                parts.append(QCoreApplication.translate("AccessMatrix", "Access has ended"))
            return "\n".join(part for part in parts if part)
        return None

    def _holder_header(self, row: int, role: int) -> object:
        holder = self.holder(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return holder.name
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            parts = [holder.name, holder.detail, kind_text(holder)]
            reason = None if self.grid is None else self.grid.too_much.get(self.rows[row])
            if reason is not None:
                parts.append(too_much_text(reason, AssetKind.TIKTOK_ACCOUNT if self.grid is None else self.grid.kind))
            return "\n".join(part for part in parts if part)
        return None


def letter_of(role: AssetRole) -> str:
    """Return the letter of a role in a cell, in the person's language; Admin has two beside Analyst's one."""
    return {
        AssetRole.ADMIN: QCoreApplication.translate("AccessMatrix", "Ad", "one or two letters for Admin"),
        AssetRole.MANAGEMENT: QCoreApplication.translate("AccessMatrix", "M", "one letter for Catalog management"),
        AssetRole.OPERATOR: QCoreApplication.translate("AccessMatrix", "O", "one letter for Operator"),
        AssetRole.AD_PROMOTION: QCoreApplication.translate("AccessMatrix", "P", "one letter for Ad promotion"),
        AssetRole.ANALYST: QCoreApplication.translate("AccessMatrix", "A", "one letter for Analyst"),
    }[role]


def kind_text(holder: MatrixHolder) -> str:
    """Return what somebody is: member, admin, partner, or no longer here."""
    if holder.is_gone:
        return QCoreApplication.translate("AccessMatrix", "No longer here")
    if holder.is_admin:
        return QCoreApplication.translate("AccessMatrix", "Admin")
    return label_of(HolderKind.PARTNER if holder.holder.kind is HolderKind.PARTNER else HolderKind.MEMBER)
