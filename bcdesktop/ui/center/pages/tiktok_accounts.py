"""TikTok accounts: what each may be used for, and who is behind it (A2-17, A3-31, A3-32)."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import people, tiktok_accounts
from bcdesktop.services.import_records import ImportKind
from bcdesktop.ui.center.access_words import accounts_text
from bcdesktop.ui.center.ask_button import AskAdminButton
from bcdesktop.ui.center.elsewhere_line import ElsewhereLine
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.pages.account_columns import columns, has_nobody, nobody_sentence, states
from bcdesktop.ui.center.pages.account_deeds import AccountDeeds
from bcdesktop.ui.center.pages.account_menu import account_menu
from bcdesktop.ui.center.pages.account_selection_bar import AccountSelectionBar
from bcdesktop.ui.center.table_files import TableFilesButton
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.tick_table import TickTable

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.center.pages.account_panel import AccountPanel
    from bcdesktop.ui.kit.session import Session


_SHOWN = {
    ChangeKind.TIKTOK_ACCOUNT,
    ChangeKind.DIRECTORY,
    ChangeKind.GRANT,
    ChangeKind.PARTNER,
    ChangeKind.MEMBER,
}


class TikTokAccountsPage(Page):
    """The table of accounts with the details panel beside it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(
            self.tr("TikTok accounts"),
            self.tr("Accounts this Business Center may use, what for, and since when the owner agrees."),
            bridge=session.bridge,
        )
        self._session, self._actor, self._navigator = session, actor, navigator
        self._admins: tuple[str, ...] = ()
        self.deeds = AccountDeeds(session, actor, navigator, self)
        self._wanted_id: str | None = None
        self._wanted_tab: tuple[str, str | None] = ("", None)
        self._may_add = may(Action.SEE_ADD_TIKTOK_ACCOUNT, actor.role)
        self._may_end = may(Action.DISCONNECT_TIKTOK_ACCOUNT, actor.role)
        self._may_give = may(Action.GIVE_TIKTOK_ACCOUNT_ACCESS, actor.role)
        self._build_filter()
        self._build_above()
        self._build_table()
        self.listen(_SHOWN, self.refresh)
        if not self._may_give:
            self._read_admins()
        self.refresh()

    def _add_button(self, name: str) -> QPushButton:
        button = QPushButton(
            self.tr("&Add TikTok account") if name == "accounts_add_button" else self.tr("Add TikTok account")
        )
        button.setObjectName(name)
        button.setProperty("kind", "primary")
        button.setIcon(icon("plus", self._session.theme, "on_primary"))
        button.clicked.connect(self._navigator.add_tiktok_account)
        return button

    def _build_filter(self) -> None:
        self._state_names: list[str] = []
        if self._may_add:
            self.accounts_add_button = self._add_button("accounts_add_button")
            self.accounts_files_button = TableFilesButton(
                "accounts", self._session, self._actor, self._navigator, ImportKind.ACCESS
            )
            self.add_assets_button = QPushButton(self.tr("Add a&ssets…"))
            self.add_assets_button.setObjectName("accounts_add_assets_button")
            self.add_assets_button.setToolTip(self.tr("Link TikTok accounts and other assets to an ad account"))
            set_button_icon(self.add_assets_button, "link")
            self.add_assets_button.clicked.connect(self.add_assets)
            self.set_primary(self.accounts_files_button, self.add_assets_button, self.accounts_add_button)
        self.accounts_filter_edit = QLineEdit()
        self.accounts_filter_edit.setObjectName("accounts_filter_edit")
        self.accounts_filter_edit.setPlaceholderText(self.tr("Filter by name, handle or permission"))
        self.accounts_filter_edit.setAccessibleName(self.tr("Filter accounts"))
        self.accounts_filter_edit.setClearButtonEnabled(True)
        self.accounts_state_combo = QComboBox()
        self.accounts_state_combo.setObjectName("accounts_state_combo")
        self.accounts_state_combo.setAccessibleName(self.tr("State"))
        for name, text, predicate in states():
            self.accounts_state_combo.addItem(text, predicate)
            self._state_names.append(name)
        self.accounts_refresh_button = QPushButton(self.tr("Re&fresh"))
        self.accounts_refresh_button.setObjectName("accounts_refresh_button")
        set_button_icon(self.accounts_refresh_button, "refresh-cw")
        self.accounts_refresh_button.setToolTip(
            self.tr("Read the list again (F5). New accounts come up by themselves.")
        )
        self.accounts_refresh_button.clicked.connect(self.refresh)
        self.filter_row.addWidget(self.accounts_filter_edit, 1)
        self.filter_row.addWidget(self.accounts_state_combo)
        self.filter_row.addWidget(self.accounts_refresh_button)

    def _build_above(self) -> None:
        self.selection_bar = AccountSelectionBar(why_not="" if self._may_give else reason_text(()))
        self.selection_bar.assign_requested.connect(self.deeds.assign)
        self.elsewhere_line = ElsewhereLine(self._session, self._actor, self._navigator)
        self.nobody_notice = NoticeBar()
        self.nobody_notice.notice_close_button.setObjectName("nobody_notice_close_button")
        self.nobody_notice.notice_action_button.setObjectName("nobody_notice_action_button")
        self.nobody_notice.dismissed.connect(self._leave_nobody)
        self._says_nobody = self._may_give

    def _build_table(self) -> None:
        self.accounts_table = TickTable(
            "accounts_table",
            columns(self._session.context.clock.now),
            accessible_name=self.tr("TikTok accounts"),
            settings=self._session.settings,
            empty=self._empty_state(),
        )
        self._row = row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.accounts_table, 1)
        self.content.addWidget(self.nobody_notice)
        self.content.addWidget(self.selection_bar)
        self.content.addWidget(self.elsewhere_line)
        self.content.addLayout(row, 1)
        self.accounts_table.current_changed.connect(self._show_details)
        self.accounts_table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.accounts_table.customContextMenuRequested.connect(self._show_menu)
        self.accounts_table.filter_cleared.connect(self._clear_filter)
        self.accounts_filter_edit.textChanged.connect(self._filter_text)
        self.accounts_state_combo.currentIndexChanged.connect(self._filter_state)
        self.accounts_table.ticks_changed.connect(self._show_choice)
        self.accounts_table.selection_changed.connect(self._show_choice)
        self.selection_bar.untick_requested.connect(self.accounts_table.clear_ticks)

    @cached_property
    def panel(self) -> AccountPanel:
        """The details, made when an account is first looked at: their tabs take longer than the list itself."""
        from bcdesktop.ui.center.pages.account_panel import AccountPanel

        panel = AccountPanel(self._session, self._actor, self._navigator)
        self._row.addWidget(panel)
        panel.compare_requested.connect(self.deeds.compare_digits)
        panel.end_requested.connect(self.deeds.end_access)
        panel.assistant_requested.connect(self.deeds.open_assistant)
        panel.permissions.off_board_requested.connect(self.deeds.off_board)
        panel.name_admins(self._admins)
        return panel

    @property
    def _has_panel(self) -> bool:
        return "panel" in vars(self)

    def _empty_state(self) -> EmptyState:
        if not self._may_add:
            self.accounts_ask_button = AskAdminButton(
                "accounts_ask_button", self._session, self._actor, self._navigator, AdminRequestSubject.ACCESS
            )
            return EmptyState(
                self.tr("No account was given to you yet"),
                self.tr("An admin of this Business Center gives you the accounts you work with."),
                self.accounts_ask_button,
                icon_name="music-2",
            )
        self.accounts_empty_add_button = self._add_button("accounts_empty_add_button")
        return EmptyState(
            self.tr("No TikTok accounts yet"),
            self.tr(
                "All accounts of your brands, creators and clients stand here. Ask the owner of the first one: "
                "a QR code appears, the owner scans it with the Phone and agrees. Nobody shares a password."
            ),
            self.accounts_empty_add_button,
            icon_name="music-2",
        )

    def show_item(
        self,
        *,
        link_id: str | None = None,
        state: str = "",
        tab: str = "",
        asset_id: str | None = None,
        add_assets: bool = False,
        **_what: Any,
    ) -> None:
        """Select one account, or show those in a ``state`` of the filter, such as ``nobody``.

        ``tab``: of the account, ``readiness`` with the ad account ``asset_id``, or ``ad_accounts``. ``add_assets``
        opens that dialog.
        """
        self._wanted_tab = (tab, asset_id) if tab else self._wanted_tab
        if add_assets:
            self.add_assets()
        if state in self._state_names:
            self.accounts_state_combo.setCurrentIndex(self._state_names.index(state))
        self._wanted_id = link_id
        if link_id is not None and self.accounts_table.select_record(link_id):
            self._wanted_id = None
            self._show_tab()

    def _show_tab(self) -> None:
        (tab, asset_id), self._wanted_tab = self._wanted_tab, ("", None)
        if tab == "readiness":
            self.panel.show_readiness(asset_id)
        elif tab == "ad_accounts":
            self.panel.show_ad_links()

    def add_assets(self) -> None:
        """Link what is ticked, or what will be, to an ad account (A1-16; D6)."""
        from bcdesktop.ui.center.dialogs.add_assets import AddAssetsDialog

        ticked = [row.id for row in self.accounts_table.ticked_records()]
        dialog = AddAssetsDialog(self._session, self._actor, self._navigator, ticked=ticked)
        self._navigator.open_dialog(dialog)

    def refresh(self) -> None:
        """Read the accounts again (A2-32)."""
        work = partial(tiktok_accounts.list_all, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, rows: tuple[TikTokAccountRow, ...]) -> None:
        self.accounts_table.set_records(rows)
        self._show_choice()
        self._look_elsewhere()
        self._show_nobody(sum(map(has_nobody, rows)))
        if self._wanted_id is not None:
            self.show_item(link_id=self._wanted_id)

    def _read_admins(self) -> None:
        work = partial(people.admins, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show_admins, self._navigator.notices.show_error)

    def _show_admins(self, admins: tuple[str, ...]) -> None:
        self.selection_bar.set_why_not(reason_text(admins))
        self._admins = admins
        if self._has_panel:
            self.panel.name_admins(admins)

    def _show_choice(self) -> None:
        table = self.accounts_table
        ticked = table.ticked_records()
        shown = {row.id for row in table.shown_records()} if ticked else set()
        self.selection_bar.show_choice(ticked, table.selected_records(), sum(row.id not in shown for row in ticked))

    def _show_nobody(self, count: int) -> None:
        """Say that connecting is only half, until that was read (A2-34)."""
        if not count or not self._says_nobody:
            self.nobody_notice.hide()
            return
        title = self.tr("%1 given to nobody yet").replace("%1", accounts_text(count))
        if title != self.nobody_notice.title_label.text() or self.nobody_notice.isHidden():
            self.nobody_notice.show_notice(
                title, nobody_sentence(), action=self.tr("&Show them"), on_action=self.show_nobody
            )

    def _leave_nobody(self) -> None:
        self._says_nobody = False

    def show_nobody(self) -> None:
        """Show the accounts that were given to nobody."""
        self.show_item(state="nobody")

    def _filter_text(self, text: str) -> None:
        self.accounts_table.set_text_filter(text)
        self._show_choice()
        self._look_elsewhere()

    def _look_elsewhere(self) -> None:
        """Where nothing matches, look in the person's other Business Centers (A2-46)."""
        has_rows = self.accounts_table.model().rowCount() > 0
        self.elsewhere_line.look_for("" if has_rows else self.accounts_filter_edit.text())

    def _filter_state(self) -> None:
        self.accounts_table.set_predicate(self.accounts_state_combo.currentData())
        self._show_choice()

    def _clear_filter(self) -> None:
        self.accounts_filter_edit.clear()
        self.accounts_state_combo.setCurrentIndex(0)

    def _show_details(self, row: TikTokAccountRow | None) -> None:
        if row is None:
            if self._has_panel:
                self.panel.hide()
        else:
            self.panel.show_row(row)
            self.panel.show()

    def _show_menu(self, place: QPoint) -> None:
        row = self.accounts_table.current_record()
        if row is not None:
            self.row_menu(row).popup(self.accounts_table.viewport().mapToGlobal(place))

    def row_menu(self, row: TikTokAccountRow) -> QMenu:
        """Return the options menu of a row; it goes when closed."""
        return account_menu(self, self.deeds, row, self._actor.role)
