"""What the Ads Manager window does for the signed-in person: the open ad account, pages, counts, dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import ad_account_requests, advertisers
from bcdesktop.ui.ads.registry import ADS_PAGES, page_entry
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.page_stack import PageStack
from bcdesktop.ui.kit.unsaved import UnsavedDialog

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRequestRow, Advertiser
    from bcdesktop.services.advertiser_records import AdvertiserAccount
    from bcdesktop.ui.ads.shell import AdsWindow
    from bcdesktop.ui.kit.session import Session

_ACCOUNTS = (ChangeKind.AD_ACCOUNT, ChangeKind.GRANT, ChangeKind.MEMBER, ChangeKind.PERSON, ChangeKind.PARTNER)
_WAITING = (ChangeKind.AD_ACCOUNT_REQUEST, ChangeKind.AD_ACCOUNT, ChangeKind.GRANT)


class AdsInside(QObject):
    """Lives from sign-in to sign-out. ``begin`` shows the first page, ``end`` closes everything."""

    def __init__(self, window: AdsWindow, session: Session, advertiser: Advertiser) -> None:
        super().__init__(window)
        self._window, self._session, self.advertiser = window, session, advertiser
        self.navigator = window.navigator
        self.accounts: tuple[AdvertiserAccount, ...] = ()
        self._wanted_account = ""
        self._wanted_page: tuple[str, dict[str, Any]] | None = None
        self.pages = PageStack(self._make_page)
        self.pages.page_shown.connect(self._remember_page)
        self.views = QStackedWidget()
        self.views.setObjectName("inside_views")
        self.views.addWidget(self.pages)
        self.views.addWidget(self._make_empty())
        self._page_name = ""
        self._listener = Listener(self.pages, session.bridge)
        self._listener.listen(_ACCOUNTS, self.read_accounts, even_hidden=True)
        self._listener.listen(_WAITING, self.count, even_hidden=True)

    def _make_empty(self) -> QWidget:
        self.first_account_button = QPushButton(self.tr("&Create an ad account"))
        self.first_account_button.setObjectName("first_account_button")
        self.first_account_button.setProperty("kind", "primary")
        set_button_icon(self.first_account_button, "plus", "on_primary")
        self.first_account_button.clicked.connect(self.navigator.create_account)
        empty = EmptyState(
            self.tr("No ad account yet"),
            self.tr(
                "Create one of your own to run ads without a Business Center, or ask an admin of a Business Center to"
                " give you access to one."
            ),
            self.first_account_button,
            icon_name="megaphone",
        )
        empty.setObjectName("no_ad_account_view")
        return empty

    # ------------------------------------------------------------------ coming and going
    def begin(self, asset_id: str = "", page: str = "", what: dict[str, Any] | None = None) -> None:
        """Build sidebar and top bar, read the ad accounts and show the page the window was left on."""
        sidebar = self._window.sidebar
        sidebar.show_pages()
        sidebar.page_chosen.connect(self._go_to)
        self._window.top_bar.show_person(self.advertiser)
        self.navigator.page_requested.connect(self.go)
        self.navigator.account_requested.connect(self.choose_account)
        self.navigator.creation_requested.connect(self.open_create_account)
        self.navigator.link_requested.connect(self.open_link_account)
        self._wanted_account = asset_id or self._session.settings.last_ad_account
        self._wanted_page = (page or self._first_page(), what or {})
        self.read_accounts()
        self.count()

    def end(self) -> None:
        """Close the person's dialogs and pages."""
        self._window.sidebar.page_chosen.disconnect(self._go_to)
        self.navigator.page_requested.disconnect(self.go)
        self.navigator.account_requested.disconnect(self.choose_account)
        self.navigator.creation_requested.disconnect(self.open_create_account)
        self.navigator.link_requested.disconnect(self.open_link_account)
        for dialog in self._window.findChildren(QDialog):
            dialog.close()
        self.pages.drop_all()
        self._window.notices.clear()
        self._window.top_bar.show_account(None)
        self.deleteLater()

    def _first_page(self) -> str:
        names = [entry.name for entry in ADS_PAGES]
        last = self._session.settings.last_ads_page
        return last if last in names else names[0]

    # ------------------------------------------------------------------ the ad account
    def read_accounts(self) -> None:
        """Read which ad accounts the person can use."""
        work = partial(advertisers.accounts, self._session.context, self.advertiser)
        self._session.runner.run(self, work, self._show_accounts, self._window.notices.show_error)

    def _show_accounts(self, accounts: tuple[AdvertiserAccount, ...]) -> None:
        self.accounts = accounts
        by_id = {account.id: account for account in accounts}
        before = self.navigator.account
        wanted = self._wanted_account or (before.id if before is not None else "")
        self._wanted_account = ""
        account = by_id.get(wanted) or next(iter(accounts), None)
        self._take_account(account)
        if self._wanted_page is not None:
            (page, what), self._wanted_page = self._wanted_page, None
            self.go(page, what)
        elif (account is None) != (before is None):
            self.go(self._page_name, {})

    def choose_account(self, asset_id: str) -> None:
        """Change to another ad account; one that was only just created is waited for."""
        for account in self.accounts:
            if account.id == asset_id:
                self.ask_before_leaving(partial(self._take_account, account))
                return
        self._wanted_account = asset_id
        self.read_accounts()

    def _take_account(self, account: AdvertiserAccount | None) -> None:
        before, self.navigator.account = self.navigator.account, account
        self._window.top_bar.show_account(account)
        self._name_window()
        if account is None or (before is not None and before.id == account.id):
            return
        self._session.settings.last_ad_account = account.id
        for page in self.pages.built():
            self._tell(page)

    def _tell(self, page: QWidget) -> None:
        show_account = getattr(page, "show_account", None)
        account = self.navigator.account
        if show_account is not None and account is not None:
            show_account(account.id)

    # ------------------------------------------------------------------ pages
    def _make_page(self, name: str) -> QWidget:
        page = page_entry(name).load()(self._session, self.advertiser, self.navigator)
        self._tell(page)
        return page

    def go(self, page_name: str, what: dict[str, Any]) -> None:
        """Show a page, after asking about what is not saved on the one in view."""
        if page_name != self.pages.current_name and self.pages.unsaved() is not None:
            self._window.sidebar.set_current(self.pages.current_name)
            self.ask_before_leaving(partial(self._show_page, page_name, what))
        else:
            self._show_page(page_name, what)

    def _show_page(self, page_name: str, what: dict[str, Any]) -> None:
        self._page_name = page_name
        if page_entry(page_name).needs_account and self.navigator.account is None:
            self.views.setCurrentIndex(1)
            self._remember_page(page_name)
            return
        self.views.setCurrentIndex(0)
        self.pages.show_page(page_name, what)

    def _go_to(self, page_name: str) -> None:
        self.go(page_name, {})

    def _remember_page(self, name: str) -> None:
        self._session.settings.last_ads_page = name
        self._window.sidebar.set_current(name)
        self._name_window()

    def _name_window(self) -> None:
        account = self.navigator.account
        place = account.name if account is not None else self.advertiser.name
        self._window.setWindowTitle(f"{self.tr('Ads Manager')} · {place}")

    def refresh(self) -> None:
        """Read the ad accounts, the page and the counts again."""
        self.read_accounts()
        self.pages.refresh()
        self.count()

    def count(self) -> None:
        """Read how many requests wait for the person."""
        work = partial(ad_account_requests.waiting_for, self._session.context, self.advertiser)
        self._session.runner.run(self, work, self._show_count, self._window.notices.show_error)

    def _show_count(self, requests: tuple[AdAccountRequestRow, ...]) -> None:
        count = len(requests)
        text = self.tr("%1 to answer").replace("%1", str(count))
        self._window.sidebar.set_count("notifications", count, text)

    # ------------------------------------------------------------------ dialogs
    def ask_before_leaving(self, then: Callable[[], object]) -> None:
        """Call ``then`` at once, or after the person said what to do with what is not saved."""
        page = self.pages.unsaved()
        if page is None:
            then()
            return
        self.navigator.open_dialog(UnsavedDialog(page, then, self._window))

    def open_account_choice(self) -> None:
        """Open the list of ad accounts to choose from."""
        from bcdesktop.ui.ads.dialogs.choose_account import ChooseAccountDialog

        dialog = ChooseAccountDialog(self.accounts, self.navigator)
        dialog.chosen.connect(self.choose_account)
        self.navigator.open_dialog(dialog)

    def open_create_account(self) -> None:
        """Open the dialog for a new ad account of the person's own."""
        from bcdesktop.ui.ads.dialogs.create_account import CreateAccountDialog

        self.navigator.open_dialog(CreateAccountDialog(self._session, self.advertiser, self.navigator))

    def open_link_account(self) -> None:
        """Open the two ways to link a TikTok account."""
        from bcdesktop.ui.ads.dialogs.link_account import LinkAccountDialog

        self.navigator.open_dialog(LinkAccountDialog(self._session, self.advertiser, self.navigator))

    def open_enter_center(self) -> None:
        """Open the choice of Business Centers to enter."""
        from bcdesktop.ui.ads.dialogs.enter_center import EnterCenterDialog

        self.navigator.open_dialog(EnterCenterDialog(self._session, self.advertiser, self.navigator))
