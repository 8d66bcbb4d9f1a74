"""The TikTok account an ad runs under: those that may be used, and why each other one is missing (domain.md 13.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from bcdesktop.core.ads import AdKind
from bcdesktop.ui.ads.ads_words import is_usable, origin_text, videos_text
from bcdesktop.ui.ads.missing_accounts import MissingAccounts
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import IdentityRow


class IdentityPicker(QWidget):
    """Two tabs with one search above them. Eight hundred accounts stay quick."""

    changed = Signal()
    """Another account is chosen, or none."""
    mend_requested = Signal(object, object)
    """See MissingAccounts."""
    link_requested = Signal()
    """Another TikTok account shall be linked (domain.md 11.2, D18)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("identity_picker")
        self._rows: tuple[IdentityRow, ...] = ()
        self._kind = AdKind.SPARK
        self._chosen_id = ""
        self.identity_filter_edit = QLineEdit()
        self.identity_filter_edit.setObjectName("identity_filter_edit")
        self.identity_filter_edit.setPlaceholderText(self.tr("Search accounts"))
        self.identity_filter_edit.setAccessibleName(self.tr("Search TikTok accounts"))
        self.identity_filter_edit.setClearButtonEnabled(True)
        self.identity_link_button = QPushButton(self.tr("Link TikTok account…"))
        self.identity_link_button.setObjectName("identity_link_button")
        self.identity_link_button.setAutoDefault(False)
        set_button_icon(self.identity_link_button, "link")
        self.identity_link_button.clicked.connect(self.link_requested)
        empty = EmptyState(
            self.tr("No account can be used"),
            self.tr("The other tab says for each account what is missing and who can mend it."),
            icon_name="users",
        )
        self.identities_table = RecordTable(
            "identities_table", _columns(), accessible_name=self.tr("Accounts that can be used"), empty=empty
        )
        self.missing_accounts = MissingAccounts()
        self.identity_tabs = QTabWidget()
        self.identity_tabs.setObjectName("identity_tabs")
        self.identity_tabs.setAccessibleName(self.tr("TikTok accounts"))
        self.identity_tabs.setDocumentMode(True)
        self.identity_tabs.addTab(self.identities_table, self.tr("Can be used"))
        self.identity_tabs.addTab(self.missing_accounts, self.tr("Why is an account missing?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.identity_filter_edit, 1)
        top.addWidget(self.identity_link_button)
        column.addLayout(top)
        column.addWidget(self.identity_tabs, 1)
        self.setFocusProxy(self.identity_filter_edit)
        self.identity_filter_edit.textChanged.connect(self.identities_table.set_text_filter)
        self.identity_filter_edit.textChanged.connect(self.missing_accounts.set_text_filter)
        self.identities_table.filter_cleared.connect(self.identity_filter_edit.clear)
        self.missing_accounts.filter_cleared.connect(self.identity_filter_edit.clear)
        self.identities_table.selection_changed.connect(self._tell)
        self.missing_accounts.mend_requested.connect(self.mend_requested)

    def show_rows(self, rows: tuple[IdentityRow, ...]) -> None:
        """Show the accounts of the ad account; the chosen one stays, where it can still be used."""
        self._rows = rows
        self._show()

    def set_kind(self, kind: AdKind) -> None:
        """Offer the accounts for another kind of ad."""
        if kind is not self._kind:
            self._kind = kind
            self._show()

    def chosen(self) -> IdentityRow | None:
        """Return the chosen account."""
        rows = self.identities_table.selected_records()
        return rows[0] if len(rows) == 1 else None

    def _show(self) -> None:
        usable = [row for row in self._rows if is_usable(row, self._kind)]
        others = [row for row in self._rows if not is_usable(row, self._kind)]
        self.identities_table.set_records(usable)
        self.missing_accounts.show_rows(others, self._kind)
        numbers = self.locale()
        titles = (self.tr("Can be used (%1)"), self.tr("Why is an account missing? (%1)"))
        for place, (title, part) in enumerate(zip(titles, (usable, others), strict=True)):
            self.identity_tabs.setTabText(place, title.replace("%1", numbers.toString(len(part))))
        self._tell()

    def _tell(self) -> None:
        chosen = self.chosen()
        chosen_id = "" if chosen is None else chosen.id
        if chosen_id != self._chosen_id:
            self._chosen_id = chosen_id
            self.changed.emit()


def _columns() -> list[Column]:
    return [
        Column("account", QCoreApplication.translate("IdentityPicker", "TikTok account"), _handle, width=20),
        Column("from", QCoreApplication.translate("IdentityPicker", "From"), origin_text, width=18),
        Column("videos", QCoreApplication.translate("IdentityPicker", "New videos"), videos_text, width=17),
        Column("name", QCoreApplication.translate("IdentityPicker", "Name"), _display_name, width=16),
    ]


def _handle(row: IdentityRow) -> str:
    return f"@{row.handle}"


def _display_name(row: IdentityRow) -> str:
    return row.display_name
