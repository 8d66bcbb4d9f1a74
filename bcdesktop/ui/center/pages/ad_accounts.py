"""Ad accounts: create, ask for, transfer and close them, and who may use them (A4-10, A4-16, A4-24; domain.md 7)."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.flows.add_ad_account import AddAdAccountWay
from bcdesktop.core.policy import Action, may
from bcdesktop.services import ad_account_closing, ad_accounts, people
from bcdesktop.ui.center.ask_button import AskAdminButton
from bcdesktop.ui.center.dialogs.change_ad_account import ChangeAdAccountDialog
from bcdesktop.ui.center.dialogs.close_ad_account import ask_give_up, close_ad_account_dialog
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.pages.ad_account_columns import Predicate, columns, owners, statuses
from bcdesktop.ui.center.pages.ad_account_requests import AdAccountRequests
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.ad_account_records import Closing
    from bcdesktop.services.ad_records import AdAccountRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.center.pages.ad_account_panel import AdAccountPanel
    from bcdesktop.ui.kit.session import Session

_SHOWN = {ChangeKind.AD_ACCOUNT, ChangeKind.GRANT, ChangeKind.PARTNER, ChangeKind.MEMBER, ChangeKind.AD_LINK}


class AdAccountsPage(Page):
    """The table with the details panel beside it; a second tab for admins has the requests."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(
            self.tr("Ad accounts"),
            self.tr("Where ads run and are paid. TikTok accounts are managed on a page of their own."),
            bridge=session.bridge,
        )
        self._session, self._actor, self._navigator = session, actor, navigator
        self._wanted_id: str | None = None
        self._admins: tuple[str, ...] = ()
        self._may_add = may(Action.CREATE_AD_ACCOUNT, actor.role)
        self._build_filter()
        self._build_table()
        self._build_tabs()
        self.listen(_SHOWN, self.refresh)
        if not self._may_add:
            self._grey(())
            work = partial(people.admins, session.context, actor)
            session.runner.run(self, work, self._grey, navigator.notices.show_error)
        self._filter()
        self.refresh()

    def _add_button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "primary")
        button.setIcon(icon("plus", self._session.theme, "on_primary"))
        button.clicked.connect(self.add)
        return button

    def _build_filter(self) -> None:
        self.ad_accounts_add_button = self._add_button("ad_accounts_add_button", self.tr("&Add ad account"))
        self.set_primary(self.ad_accounts_add_button)
        self.ad_accounts_filter_edit = QLineEdit()
        self.ad_accounts_filter_edit.setObjectName("ad_accounts_filter_edit")
        self.ad_accounts_filter_edit.setPlaceholderText(self.tr("Filter by name, ID, company or owner"))
        self.ad_accounts_filter_edit.setAccessibleName(self.tr("Filter ad accounts"))
        self.ad_accounts_filter_edit.setClearButtonEnabled(True)
        self.ad_accounts_status_combo = self._combo("ad_accounts_status_combo", self.tr("Status"), statuses())
        self.ad_accounts_owner_combo = self._combo("ad_accounts_owner_combo", self.tr("Owner"), owners())
        self.ad_accounts_refresh_button = QPushButton(self.tr("Re&fresh"))
        self.ad_accounts_refresh_button.setObjectName("ad_accounts_refresh_button")
        set_button_icon(self.ad_accounts_refresh_button, "refresh-cw")
        self.ad_accounts_refresh_button.setToolTip(self.tr("Read the list again (F5)"))
        self.ad_accounts_refresh_button.clicked.connect(self.refresh)

    def _combo(self, name: str, accessible_name: str, entries: list[tuple[str, Any]]) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(accessible_name)
        for text, predicate in entries:
            combo.addItem(text, predicate)
        combo.currentIndexChanged.connect(self._filter)
        return combo

    def _build_table(self) -> None:
        self.ad_accounts_table = RecordTable(
            "ad_accounts_table",
            columns(self._session.context.clock.now),
            accessible_name=self.tr("Ad accounts"),
            settings=self._session.settings,
            empty=self._empty_state(),
        )
        self.ad_accounts_table.current_changed.connect(self._show_details)
        self.ad_accounts_table.filter_cleared.connect(self._clear_filter)
        self.ad_accounts_table.delete_pressed.connect(self._end_current)
        self.ad_accounts_filter_edit.textChanged.connect(self.ad_accounts_table.set_text_filter)

    @cached_property
    def panel(self) -> AdAccountPanel:
        """The details, made when an ad account is first looked at: their tabs take longer than the list itself."""
        from bcdesktop.ui.center.pages.ad_account_panel import AdAccountPanel

        panel = AdAccountPanel(self._session, self._actor, self._navigator)
        self._row.addWidget(panel)
        panel.change_requested.connect(self.change)
        panel.end_requested.connect(self.end)
        panel.name_admins(self._admins)
        return panel

    @property
    def _has_panel(self) -> bool:
        return "panel" in vars(self)

    def _empty_state(self) -> EmptyState:
        if not self._may_add:
            ask = AskAdminButton(
                "ad_accounts_ask_button", self._session, self._actor, self._navigator, AdminRequestSubject.ACCESS
            )
            return EmptyState(
                self.tr("No ad account was given to you yet"),
                self.tr("An admin of this Business Center gives you the ad accounts you work with."),
                ask,
                icon_name="megaphone",
            )
        return EmptyState(
            self.tr("No ad accounts yet"),
            self.tr(
                "Ads run in an ad account. Create one for your business or a client, or ask the owner of one for "
                "access: you need its ID, and the owner gets an e-mail."
            ),
            self._add_button("ad_accounts_empty_add_button", self.tr("Add ad account")),
            icon_name="megaphone",
        )

    def _build_tabs(self) -> None:
        for part, stretch in (
            (self.ad_accounts_filter_edit, 1),
            (self.ad_accounts_status_combo, 0),
            (self.ad_accounts_owner_combo, 0),
            (self.ad_accounts_refresh_button, 0),
        ):
            self.filter_row.addWidget(part, stretch)
        self._row = row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.ad_accounts_table, 1)
        self.requests: AdAccountRequests | None = None
        if not may(Action.SEE_REQUESTS, self._actor.role):
            self.content.addLayout(row, 1)
            return
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        # the filter belongs to the list, not to the requests
        self.layout().removeItem(self.filter_row)
        column.addLayout(self.filter_row)
        column.addLayout(row, 1)
        self.requests = AdAccountRequests(self._session, self._actor, self._navigator)
        self.ad_accounts_tabs = QTabWidget()
        self.ad_accounts_tabs.setObjectName("ad_accounts_tabs")
        self.ad_accounts_tabs.setAccessibleName(self.tr("Ad accounts and requests"))
        self.ad_accounts_tabs.setDocumentMode(True)
        self.ad_accounts_tabs.addTab(holder, self.tr("Ad accounts"))
        self.ad_accounts_tabs.addTab(self.requests, self.tr("Requests"))
        self.requests.waiting.connect(self._show_waiting)
        self.content.addWidget(self.ad_accounts_tabs, 1)

    def _show_waiting(self, count: int) -> None:
        text = self.tr("Requests (%1 to answer)").replace("%1", str(count)) if count else self.tr("Requests")
        self.ad_accounts_tabs.setTabText(1, text)

    def show_item(
        self, *, asset_id: str | None = None, request_id: str | None = None, add: str = "", **_what: Any
    ) -> None:
        """Select one ad account or one request, or start adding: ``add`` is create, request or transfer."""
        if add and self._may_add:
            self.add(way=AddAdAccountWay(add))
        if request_id is not None and self.requests is not None:
            self.ad_accounts_tabs.setCurrentWidget(self.requests)
            self.requests.show_request(request_id)
        if asset_id is not None:
            if self.requests is not None:
                self.ad_accounts_tabs.setCurrentIndex(0)
            self._wanted_id = None if self.ad_accounts_table.select_record(asset_id) else asset_id

    def refresh(self) -> None:
        """Read the ad accounts again."""
        work = partial(ad_accounts.list_all, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, rows: tuple[AdAccountRow, ...]) -> None:
        self.ad_accounts_table.set_records(rows)
        if self._wanted_id is not None:
            self.show_item(asset_id=self._wanted_id)

    def _grey(self, admins: tuple[str, ...]) -> None:
        why = reason_text(admins)
        self.ad_accounts_add_button.setEnabled(False)
        self.ad_accounts_add_button.setToolTip(why)
        self.ad_accounts_add_button.setStatusTip(why)
        self._admins = admins
        if self._has_panel:
            self.panel.name_admins(admins)

    def _filter(self) -> None:
        status, owner = self.ad_accounts_status_combo.currentData(), self.ad_accounts_owner_combo.currentData()
        self.ad_accounts_table.set_predicate(partial(_fits, status, owner) if status and owner else status or owner)

    def _clear_filter(self) -> None:
        self.ad_accounts_filter_edit.clear()
        self.ad_accounts_status_combo.setCurrentIndex(self.ad_accounts_status_combo.count() - 1)
        self.ad_accounts_owner_combo.setCurrentIndex(0)

    def _show_details(self, row: AdAccountRow | None) -> None:
        if row is None:
            if self._has_panel:
                self.panel.hide()
        else:
            self.panel.show_row(row)
            self.panel.show()

    def add(self, _checked: object = None, *, way: AddAdAccountWay = AddAdAccountWay.CREATE) -> None:
        """Start the wizard, at the page of ``way`` where one is named."""
        from bcdesktop.ui.center.wizards.add_ad_account import AddAdAccountWizard

        self._navigator.open_dialog(AddAdAccountWizard(self._session, self._actor, self._navigator, way))

    def change(self, row: AdAccountRow) -> None:
        """Open the form with the business information."""
        self._navigator.open_dialog(ChangeAdAccountDialog(self._session, self._actor, self._navigator, row))

    def _end_current(self) -> None:
        row = self.ad_accounts_table.current_record()
        if row is not None and self.panel.end_button.isEnabled():
            self.end(row)

    def end(self, row: AdAccountRow) -> None:
        """Ask, with everything that stops, then close it; somebody else's is taken out."""
        if not row.is_owned:
            ask_give_up(self._session, self._actor, self._navigator, row)
            return
        work = partial(ad_account_closing.look, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, partial(self._ask_closing, row), self._navigator.notices.show_error)

    def _ask_closing(self, row: AdAccountRow, closing: Closing) -> None:
        dialog = close_ad_account_dialog(row, closing, self._navigator.window, partial(self._close, row))
        self._navigator.open_dialog(dialog)

    def _close(self, row: AdAccountRow) -> None:
        work = partial(ad_account_closing.close, self._session.context, self._actor, row.id, no_open_bill=True)
        said = self.tr("“%1” is closed. It stays in the list under “Closed”.").replace("%1", row.name)
        self._session.runner.run(self, work, partial(self._done, said), self._navigator.notices.show_error)

    def _done(self, said: str, _result: object) -> None:
        self._navigator.notices.success(said)


def _fits(status: Predicate, owner: Predicate, row: AdAccountRow) -> bool:
    return status(row) and owner(row)
