"""Who has access: people and partners against assets, with the history of every cell (domain.md 13.9, 13.15)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import REACHED_KINDS, ROLES_OF, TIKTOK_ACCOUNT_KINDS, AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants
from bcdesktop.services.import_records import ImportKind
from bcdesktop.ui.center import access_export
from bcdesktop.ui.center.access_grid import AccessGrid, Choice, Which
from bcdesktop.ui.center.access_matrix_model import letter_of
from bcdesktop.ui.center.access_matrix_view import ROLE_BADGES, AccessMatrixView
from bcdesktop.ui.center.access_printing import AccessPrinting
from bcdesktop.ui.center.access_words import assets_text, kinds_title, people_text, too_much_rule
from bcdesktop.ui.center.csv_export import CsvExport
from bcdesktop.ui.center.dialogs.assign_access import AssignAccessDialog
from bcdesktop.ui.center.pages.access_matrix_panel import AccessMatrixPanel
from bcdesktop.ui.center.table_files import TableFilesButton
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page, text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


_KINDS = (AssetKind.TIKTOK_ACCOUNT, *REACHED_KINDS)


def _read(context: Context, actor: Actor, kind: AssetKind) -> AccessGrid:
    kinds = TIKTOK_ACCOUNT_KINDS if kind is AssetKind.TIKTOK_ACCOUNT else (kind,)
    return AccessGrid(grants.matrix(context, actor, kinds), kind)


class AccessMatrixPage(Page):
    """The matrix with its filters, and beside it the details of the chosen cell."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(
            self.tr("Access matrix"),
            self.tr("Who may use what. Choose a cell to see its history, or to change it."),
            bridge=session.bridge,
        )
        self.setObjectName("access_matrix_page")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._grid: AccessGrid | None = None
        self._current: tuple[str, str] | None = None
        self._printing = AccessPrinting(session, navigator, self)
        self._build_buttons()
        self._build_filter()
        self._build_legend()
        self._build_matrix()
        self.listen(
            {
                ChangeKind.GRANT,
                ChangeKind.MEMBER,
                ChangeKind.PARTNER,
                ChangeKind.TIKTOK_ACCOUNT,
                ChangeKind.AD_ACCOUNT,
                ChangeKind.ASSET,
                ChangeKind.PERSON,
            },
            self.refresh,
        )
        self.refresh()

    # ------------------------------------------------------------------ building
    def _build_buttons(self) -> None:
        self.matrix_print_button = QPushButton(self.tr("&Print…"))
        self.matrix_print_button.setObjectName("matrix_print_button")
        set_button_icon(self.matrix_print_button, "printer")
        self.matrix_print_button.clicked.connect(self.print_shown)
        self.matrix_export_button = QPushButton(self.tr("&Export CSV…"))
        self.matrix_export_button.setObjectName("matrix_export_button")
        set_button_icon(self.matrix_export_button, "file-down")
        self.matrix_export_button.setToolTip(self.tr("Write what is shown as a table for a spreadsheet"))
        self.matrix_export_button.clicked.connect(self.ask_export)
        self.matrix_files_button = TableFilesButton(
            "matrix", self._session, self._actor, self._navigator, ImportKind.ACCESS
        )
        self.set_primary(self.matrix_files_button, self.matrix_export_button, self.matrix_print_button)

    def _build_filter(self) -> None:
        self.matrix_kind_combo = QComboBox()
        self.matrix_kind_combo.setObjectName("matrix_kind_combo")
        self.matrix_kind_combo.setAccessibleName(self.tr("Kind of asset"))
        for kind in _KINDS:
            self.matrix_kind_combo.addItem(kinds_title(kind), kind)
        self.matrix_kind_combo.currentIndexChanged.connect(self._show_kind)
        self.matrix_people_edit = self._edit("matrix_people_edit", self.tr("Filter people and partners"))
        self.matrix_accounts_edit = self._edit("matrix_accounts_edit", self.tr("Filter by name or ID"))
        self.matrix_which_combo = QComboBox()
        self.matrix_which_combo.setObjectName("matrix_which_combo")
        self.matrix_which_combo.setAccessibleName(self.tr("Who is shown"))
        for text, which in (
            (self.tr("Everybody"), Which.ALL),
            (self.tr("Has too much"), Which.TOO_MUCH),
            (self.tr("Has nothing"), Which.NOTHING),
            (self.tr("No longer here"), Which.GONE),
        ):
            self.matrix_which_combo.addItem(text, which)
        self.matrix_which_combo.currentIndexChanged.connect(self._show_choice)
        self.matrix_hide_check = QCheckBox(self.tr("&Hide unused"))
        self.matrix_hide_check.setObjectName("matrix_hide_check")
        self.matrix_hide_check.setAccessibleName(self.tr("Hide what nobody shown has"))
        self.matrix_hide_check.toggled.connect(self._show_choice)
        self.filter_row.addWidget(self.matrix_kind_combo)
        self.filter_row.addWidget(self.matrix_people_edit, 1)
        self.filter_row.addWidget(self.matrix_accounts_edit, 1)
        self.filter_row.addWidget(self.matrix_which_combo)
        self.filter_row.addWidget(self.matrix_hide_check)

    def _edit(self, name: str, text: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setPlaceholderText(text)
        edit.setAccessibleName(text)
        edit.setClearButtonEnabled(True)
        edit.textChanged.connect(self._show_choice)
        return edit

    def _build_legend(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._legend: dict[AssetRole, tuple[QWidget, QWidget]] = {}
        for role in AssetRole:
            self._legend[role] = Badge(letter_of(role), ROLE_BADGES[role]), text_label(label_of(role), "muted")
            for part in self._legend[role]:
                part.setVisible(role in ROLES_OF[self.kind()])
                row.addWidget(part)
        self.matrix_count_label = text_label("", "muted", wrap=True)
        self.matrix_count_label.setObjectName("matrix_count_label")
        row.addSpacing(16)
        row.addWidget(self.matrix_count_label, 1)
        self.content.addLayout(row)

    def _build_matrix(self) -> None:
        self.matrix_view = AccessMatrixView("matrix_view", self.tr("Who may use what"))
        self.matrix_view.current_changed.connect(self._choose_cell)
        self.matrix_view.holder_chosen.connect(self._choose_holder)
        self.matrix_view.asset_chosen.connect(self._choose_asset)
        self.nothing_shown = EmptyState(
            self.tr("Nobody to show"), self.tr("No person or partner fits these filters."), icon_name="search"
        )
        self.nothing_shown.hide()
        self.panel = AccessMatrixPanel(self._session, self._actor, self._navigator)
        self.panel.assign_requested.connect(self._assign)
        self.panel.closed.connect(self._forget_cell)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.matrix_view, 1)
        row.addWidget(self.nothing_shown, 1)
        row.addWidget(self.panel)
        self.content.addLayout(row, 1)

    # ------------------------------------------------------------------ showing
    def refresh(self) -> None:
        """Read the matrix again; the chosen cell stays."""
        work = partial(_read, self._session.context, self._actor, self.kind())
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def kind(self) -> AssetKind:
        """Return which kind of asset is shown."""
        return AssetKind(self.matrix_kind_combo.currentData())

    def _show_kind(self) -> None:
        """Show another kind: what was chosen or looked for among the assets of the one before is of no use."""
        for role, parts in self._legend.items():
            for part in parts:
                part.setVisible(role in ROLES_OF[self.kind()])
        self._current = None
        self.panel.hide()
        self.matrix_accounts_edit.clear()
        self.refresh()

    def show_item(self, *, text: str = "", kind: AssetKind | None = None, **_what: Any) -> None:
        """Show the people and partners whose name holds ``text``, against assets of ``kind``."""
        if kind is not None:
            self.matrix_kind_combo.setCurrentIndex(max(0, self.matrix_kind_combo.findData(kind)))
        self.matrix_people_edit.setText(text)

    def choice(self) -> Choice:
        """Return what the filters ask for."""
        return Choice(
            self.matrix_people_edit.text(),
            self.matrix_accounts_edit.text(),
            Which(self.matrix_which_combo.currentData()),
            self.matrix_hide_check.isChecked(),
        )

    def _show(self, grid: AccessGrid) -> None:
        if grid.kind is not self.kind():
            return
        self._grid = grid
        self._show_choice()

    def _show_choice(self) -> None:
        if self._grid is None:
            return
        choice, wanted = self.choice(), self._current
        self.matrix_view.matrix.show(self._grid, choice)
        model = self.matrix_view.matrix
        self.matrix_count_label.setText(self._count_text(choice.which))
        self.matrix_view.setVisible(bool(model.rows))
        self.nothing_shown.setVisible(not model.rows)
        index = model.index_of(*wanted) if wanted is not None else None
        if index is not None and index.isValid():
            self.matrix_view.setCurrentIndex(index)
        elif self.panel.isVisible():
            self.panel.hide()

    def _count_text(self, which: Which) -> str:
        model = self.matrix_view.matrix
        partners = 0 if self._grid is None else len(self._grid.partners.intersection(model.rows))
        assets = assets_text([self.kind()] * len(model.columns))
        text = f"{people_text(len(model.rows) - partners, partners)} · {assets}"
        return f"{text}. {too_much_rule(self.kind())}" if which is Which.TOO_MUCH else text

    def _choose_cell(self, row: int, column: int) -> None:
        if row < 0 or column < 0:
            return
        model = self.matrix_view.matrix
        holder, asset = model.holder(row), model.asset(column)
        self._current = (holder.holder.id, asset.id)
        self.panel.show_cell(holder, asset, model.role(row, column))
        self.panel.show()

    def _choose_holder(self, row: int) -> None:
        model = self.matrix_view.matrix
        self._current = None
        if self._grid is not None:
            count = self._grid.count(model.rows[row], model.choice.which)
            self.panel.show_holder(model.holder(row), assets_text([self.kind()] * count))
            self.panel.show()

    def _choose_asset(self, column: int) -> None:
        self._current = None
        self.panel.show_asset(self.matrix_view.matrix.asset(column))
        self.panel.show()

    def _forget_cell(self) -> None:
        self._current = None

    # ------------------------------------------------------------------ acting
    def _assign(self, account_id: str) -> None:
        dialog = AssignAccessDialog(self._session, self._actor, self._navigator, [account_id], self.kind())
        self._navigator.open_dialog(dialog)

    def ask_export(self) -> QFileDialog | None:
        """Ask where to write what is shown; return the dialog, None before the matrix was read."""
        if self._grid is None:
            return None
        rows = partial(access_export.csv_rows, self._grid, self.choice())
        export = CsvExport(self._session, self._navigator, rows, self)
        return export.ask(self.tr("Export who has access"), "access-matrix.csv")

    def print_shown(self) -> None:
        """Bring what is shown to paper."""
        if self._grid is not None:
            name = self._actor.business_center_name
            self._printing.start(partial(access_export.sheet_of, self._grid, self.choice(), name))
