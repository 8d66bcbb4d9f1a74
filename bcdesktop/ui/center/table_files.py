"""The button beside a list that takes a CSV in and gives one out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

from bcdesktop.services.import_records import ImportKind
from bcdesktop.ui.kit.button_icon import set_button_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QFileDialog

    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.csv_export import Rows
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class TableFilesButton(QPushButton):
    """``name`` begins the object names. ``rows`` gives what is exported, called on a worker; by default every grant."""

    def __init__(
        self,
        name: str,
        session: Session,
        actor: Actor,
        navigator: Navigator,
        kind: ImportKind,
        rows: Callable[[], Rows] | None = None,
    ) -> None:
        super().__init__()
        self._session, self._actor, self._navigator = session, actor, navigator
        self._kind, self._rows = kind, rows
        is_members = kind is ImportKind.MEMBERS
        self.setObjectName(f"{name}_files_button")
        self.setText(self.tr("CSV"))
        self.setAccessibleName(self.tr("Import and export CSV"))
        self.setToolTip(self.tr("Take a table in, or write one that a spreadsheet opens"))
        set_button_icon(self, "file-text")
        menu = QMenu(self)
        menu.setObjectName(f"{name}_files_menu")
        self.import_action = menu.addAction(self.tr("&Import…") if is_members else self.tr("&Import access…"))
        self.import_action.setObjectName(f"{name}_import_action")
        self.import_action.triggered.connect(self.ask_import)
        self.export_action = menu.addAction(self.tr("&Export CSV…") if is_members else self.tr("&Export access…"))
        self.export_action.setObjectName(f"{name}_export_action")
        self.export_action.triggered.connect(self.ask_export)
        self.setMenu(menu)

    def ask_import(self) -> QDialog:
        """Open the dialog that takes a table in; return it."""
        from bcdesktop.ui.center.dialogs.import_csv import ImportCsvDialog

        dialog = ImportCsvDialog(self._session, self._actor, self._navigator, self._kind)
        return self._navigator.open_dialog(dialog)

    def ask_export(self) -> QFileDialog:
        """Ask where to write the table; return the dialog."""
        from bcdesktop.ui.center.csv_export import CsvExport, access_table

        rows = self._rows or partial(access_table, self._session.context, self._actor)
        export = CsvExport(self._session, self._navigator, rows, self)
        if self._kind is ImportKind.MEMBERS:
            return export.ask(self.tr("Export members"), "members.csv")
        return export.ask(self.tr("Export access"), "access.csv")
