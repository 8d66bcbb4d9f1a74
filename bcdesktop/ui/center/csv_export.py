"""CSV out: asks where to, writes off the GUI thread, and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from bcdesktop.core.grants import HolderKind
from bcdesktop.services import grants
from bcdesktop.ui.center.member_words import state_badge
from bcdesktop.ui.kit.table_export import write_csv
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.people_records import MemberRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

Rows = Iterable[Sequence[str]]


class CsvExport(QObject):
    """``rows`` is called on a worker, after the place was chosen."""

    def __init__(self, session: Session, navigator: Navigator, rows: Callable[[], Rows], parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._navigator, self._rows = session, navigator, rows

    def ask(self, title: str, file_name: str) -> QFileDialog:
        """Ask where to write; return the dialog."""
        parent = self.parent()
        dialog = QFileDialog(parent if isinstance(parent, QWidget) else None, title)
        dialog.setObjectName("export_csv_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(file_name)
        dialog.fileSelected.connect(self.write)
        self._navigator.open_dialog(dialog)
        return dialog

    def write(self, path: str) -> None:
        """Write the table to ``path``."""
        work = partial(_write, self._rows, Path(path))
        self._session.runner.run(self, work, partial(self._written, path), self._navigator.notices.show_error)

    def _written(self, path: str, _nothing: None) -> None:
        self._navigator.notices.success(self.tr("Exported to %1.").replace("%1", path))
        self.deleteLater()


def member_table(rows: Iterable[MemberRow]) -> list[list[str]]:
    """Return members and invitations as a table that can be imported again."""
    heads = [
        QCoreApplication.translate("CsvExport", "Name"),
        QCoreApplication.translate("CsvExport", "E-mail"),
        QCoreApplication.translate("CsvExport", "Role"),
        QCoreApplication.translate("CsvExport", "Finance role"),
        QCoreApplication.translate("CsvExport", "State"),
        QCoreApplication.translate("CsvExport", "Access"),
        QCoreApplication.translate("CsvExport", "Since"),
    ]
    none = QCoreApplication.translate("CsvExport", "None")
    return [
        heads,
        *(
            [
                row.name,
                row.email,
                label_of(row.role),
                none if row.finance_role is None else label_of(row.finance_role),
                state_badge(row)[0],
                str(row.accounts),
                f"{row.since:%Y-%m-%d}",
            ]
            for row in rows
        ),
    ]


def access_table(context: Context, actor: Actor) -> list[list[str]]:
    """Return who may use which account, one grant a row, as a table that can be imported again. Raises NotAllowed."""
    heads = [
        QCoreApplication.translate("CsvExport", "Handle"),
        QCoreApplication.translate("CsvExport", "Owner"),
        QCoreApplication.translate("CsvExport", "Name"),
        QCoreApplication.translate("CsvExport", "E-mail"),
        QCoreApplication.translate("CsvExport", "Partner id"),
        QCoreApplication.translate("CsvExport", "Role"),
    ]
    found = grants.matrix(context, actor)
    assets = {asset.id: asset for asset in found.assets}
    holders = {holder.holder.id: holder for holder in found.holders}
    table = []
    for (holder_id, asset_id), role in found.cells.items():
        asset, holder = assets[asset_id], holders[holder_id]
        is_partner = holder.holder.kind is HolderKind.PARTNER
        ids = ["", holder.detail] if is_partner else [holder.detail, ""]
        table.append([asset.name, asset.owner_name or "", holder.name, *ids, label_of(role)])
    return [heads, *sorted(table)]


def _write(rows: Callable[[], Rows], path: Path) -> None:
    write_csv(path, rows())
