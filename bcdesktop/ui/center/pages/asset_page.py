"""What the pages of catalogs, pixels and audiences share: the table, its filter, and the details panel (A2-03)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import assets, people
from bcdesktop.ui.center.ask_button import AskAdminButton
from bcdesktop.ui.center.asset_words import kind_words
from bcdesktop.ui.center.dialogs.add_assets import AddAssetsDialog
from bcdesktop.ui.center.dialogs.delete_asset import delete_asset_question, give_up_asset_question
from bcdesktop.ui.center.dialogs.edit_asset import EditAssetDialog
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.pages.asset_columns import columns, states
from bcdesktop.ui.center.pages.asset_panel import AssetPanel
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.core.grants import AssetKind
    from bcdesktop.services.asset_records import AssetLosses, AssetRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_SHOWN = {
    ChangeKind.ASSET,
    ChangeKind.AD_ACCOUNT,
    ChangeKind.TIKTOK_ACCOUNT,
    ChangeKind.GRANT,
    ChangeKind.PARTNER,
    ChangeKind.MEMBER,
}


class AssetPage(Page):
    """The table of one kind with the details panel beside it; a subclass says which ``kind``."""

    kind: AssetKind

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        self._words = kind_words(self.kind)
        super().__init__(self._words.title, self._words.sentence, bridge=session.bridge)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._wanted_id: str | None = None
        self._is_admin = may(Action.CREATE_ASSET, actor.role)
        self._admins: tuple[str, ...] = ()
        self._build_filter()
        self._build_table()
        self.listen(_SHOWN, self.refresh)
        if not self._is_admin:
            work = partial(people.admins, session.context, actor)
            session.runner.run(self, work, self._show_admins, navigator.notices.show_error)
        self.refresh()

    def _create_button(self, name: str) -> QPushButton:
        button = QPushButton(self._words.create)
        button.setObjectName(name)
        button.setProperty("kind", "primary")
        button.setIcon(icon("plus", self._session.theme, "on_primary"))
        button.clicked.connect(self.create_asset)
        return button

    def _build_filter(self) -> None:
        name = self._words.name
        self._state_names: list[str] = []
        self.create_button = self._create_button(f"{name}_create_button")
        self.set_primary(self.create_button)
        self.filter_edit = QLineEdit()
        self.filter_edit.setObjectName(f"{name}_filter_edit")
        self.filter_edit.setPlaceholderText(self._words.filter_hint)
        self.filter_edit.setAccessibleName(self.tr("Filter the list"))
        self.filter_edit.setClearButtonEnabled(True)
        self.state_combo = QComboBox()
        self.state_combo.setObjectName(f"{name}_state_combo")
        self.state_combo.setAccessibleName(self.tr("State"))
        for state, text, predicate in states():
            self.state_combo.addItem(text, predicate)
            self._state_names.append(state)
        self.refresh_button = QPushButton(self.tr("Re&fresh"))
        self.refresh_button.setObjectName(f"{name}_refresh_button")
        set_button_icon(self.refresh_button, "refresh-cw")
        self.refresh_button.setToolTip(self.tr("Read the list again (F5)."))
        self.refresh_button.clicked.connect(self.refresh)
        self.filter_row.addWidget(self.filter_edit, 1)
        self.filter_row.addWidget(self.state_combo)
        self.filter_row.addWidget(self.refresh_button)
        self._grey_create()

    def _grey_create(self) -> None:
        reason = "" if self._is_admin else reason_text(self._admins)
        self.create_button.setEnabled(not reason)
        self.create_button.setToolTip(reason)
        self.create_button.setStatusTip(reason)
        self.create_button.setAccessibleDescription(reason)

    def _build_table(self) -> None:
        self.table = RecordTable(
            f"{self._words.name}_table",
            columns(self.kind),
            accessible_name=self._words.title,
            settings=self._session.settings,
            empty=self._empty_state(),
        )
        self.panel = AssetPanel(self._session, self._actor, self._navigator, self.kind)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.table, 1)
        row.addWidget(self.panel)
        self.content.addLayout(row, 1)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.current_changed.connect(self._show_details)
        self.table.delete_pressed.connect(self._end_current)
        self.table.filter_cleared.connect(self._clear_filter)
        self.filter_edit.textChanged.connect(self.table.set_text_filter)
        self.state_combo.currentIndexChanged.connect(self._filter_state)
        self.panel.change_requested.connect(self.change)
        self.panel.end_requested.connect(self.ask_end)

    def _empty_state(self) -> EmptyState:
        words = self._words
        if not self._is_admin:
            self.ask_button = AskAdminButton(
                f"{words.name}_ask_button",
                self._session,
                self._actor,
                self._navigator,
                AdminRequestSubject.ACTION,
                action=Action.SEE_ASSETS,
            )
            return EmptyState(words.none_given, words.ask_first, self.ask_button, icon_name=words.icon)
        self.empty_create_button = self._create_button(f"{words.name}_empty_create_button")
        return EmptyState(words.empty_title, words.empty_text, self.empty_create_button, icon_name=words.icon)

    def show_item(self, *, asset_id: str | None = None, state: str = "", create: bool = False, **_what: Any) -> None:
        """Select one asset, show those in a ``state`` of the filter, or open the form for a new one."""
        if state in self._state_names:
            self.state_combo.setCurrentIndex(self._state_names.index(state))
        self._wanted_id = asset_id
        if asset_id is not None and self.table.select_record(asset_id):
            self._wanted_id = None
        if create and self._is_admin:
            self.create_asset()

    def refresh(self) -> None:
        """Read the list again."""
        work = partial(assets.list_all, self._session.context, self._actor, self.kind)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, rows: tuple[AssetRow, ...]) -> None:
        self.table.set_records(rows)
        if self._wanted_id is not None:
            self.show_item(asset_id=self._wanted_id)

    def _show_admins(self, admins: tuple[str, ...]) -> None:
        self._admins = admins
        self._grey_create()
        self.panel.name_admins(admins)

    def _filter_state(self) -> None:
        self.table.set_predicate(self.state_combo.currentData())

    def _clear_filter(self) -> None:
        self.filter_edit.clear()
        self.state_combo.setCurrentIndex(0)

    def _show_details(self, row: AssetRow | None) -> None:
        if row is None:
            self.panel.hide()
        else:
            self.panel.show()
            self.panel.show_row(row)

    def create_asset(self) -> None:
        """Open the form for a new one."""
        self._open_form(None)

    def change(self, row: AssetRow) -> None:
        """Open the form for a change."""
        self._open_form(row)

    def _open_form(self, row: AssetRow | None) -> None:
        dialog = EditAssetDialog(self._session, self._actor, self._navigator, self.kind, row)
        dialog.saved.connect(self._select)
        self._navigator.open_dialog(dialog)

    def _select(self, row: AssetRow) -> None:
        self._wanted_id = row.id
        self.refresh()

    def _end_current(self) -> None:
        row = self.table.current_record()
        if row is not None and self.panel.end_button.isEnabled():
            self.ask_end(row)

    def ask_end(self, row: AssetRow) -> None:
        """Read what ends, then ask before it is deleted or, where a partner owns it, given up."""
        work = partial(assets.losses, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, partial(self._ask_end, row), self._navigator.notices.show_error)

    def _ask_end(self, row: AssetRow, lost: AssetLosses) -> None:
        ask = delete_asset_question if row.is_owned else give_up_asset_question
        self._navigator.open_dialog(ask(row, lost, self.window(), partial(self._end, row)))

    def _end(self, row: AssetRow) -> None:
        work = partial(assets.delete if row.is_owned else assets.give_up, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, partial(self._ended, row), self._navigator.notices.show_error)

    def _ended(self, row: AssetRow, _nothing: object) -> None:
        text = self.tr("“%1” was deleted.") if row.is_owned else self.tr("“%1” was given up.")
        self._navigator.notices.success(text.replace("%1", row.name))

    def link_selected(self) -> None:
        """Open the dialog that links the chosen asset to ad accounts, or several to one ad account."""
        ids = [row.id for row in self.table.selected_records()]
        if len(ids) < 2:
            self.panel.ad_accounts.link()
            return
        dialog = AddAssetsDialog(self._session, self._actor, self._navigator, ticked=ids, kind=self.kind)
        self._navigator.open_dialog(dialog)

    def _show_menu(self, place: QPoint) -> None:
        row = self.table.current_record()
        if row is None:
            return
        menu = QMenu(self)
        menu.setObjectName(f"{self._words.item}_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy ID"))
        copy.triggered.connect(partial(_copy, row.number))
        count = len(self.table.selected_records())
        several = self.tr("Link the %1 selected to an ad account…").replace("%1", str(count))
        link = menu.addAction(several if count > 1 else self.tr("Link ad accounts…"))
        link.setEnabled(self.panel.ad_accounts.link_button.isEnabled())
        link.triggered.connect(self.link_selected)
        change = menu.addAction(self.tr("Change…"))
        change.setEnabled(self.panel.change_button.isEnabled())
        change.triggered.connect(partial(self.change, row))
        end = menu.addAction(self.tr("Delete…") if row.is_owned else self.tr("Give up…"))
        end.setEnabled(self.panel.end_button.isEnabled())
        end.triggered.connect(partial(self.ask_end, row))
        menu.popup(self.table.viewport().mapToGlobal(place))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
