"""Account settings > User management: two tabs, Members and Linked TikTok accounts (A0-27, A0-28)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.ui.ads.pages.linked_accounts_tab import LinkedAccountsTab
from bcdesktop.ui.ads.pages.members_tab import MembersTab
from bcdesktop.ui.kit.cards import Page, text_label

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session

_SHOWN = (
    ChangeKind.GRANT,
    ChangeKind.MEMBER,
    ChangeKind.AD_ACCOUNT,
    ChangeKind.AD_LINK,
    ChangeKind.TIKTOK_ACCOUNT,
    ChangeKind.PARTNER,
    ChangeKind.AD,
    ChangeKind.PERSON,
)


class AccountSettingsPage(Page):
    """Both tabs show the ad account chosen on top."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__(
            self.tr("Account settings"),
            self.tr("Who can use this ad account, and which TikTok accounts its ads can run on."),
            bridge=session.bridge,
        )
        self.setObjectName("account_settings_page")
        self._asset_id = ""
        self.members_tab = MembersTab(session, advertiser, navigator)
        self.linked_accounts_tab = LinkedAccountsTab(session, advertiser, navigator)
        self.user_management_tabs = QTabWidget()
        self.user_management_tabs.setObjectName("user_management_tabs")
        self.user_management_tabs.setAccessibleName(self.tr("User management"))
        self.user_management_tabs.setDocumentMode(True)
        self.user_management_tabs.addTab(self.members_tab, self.tr("Members"))
        self.user_management_tabs.addTab(self.linked_accounts_tab, self.tr("Linked TikTok accounts"))
        self.content.addWidget(text_label(self.tr("User management"), "heading"))
        self.content.addWidget(self.user_management_tabs, 1)
        self.listen(_SHOWN, self.refresh)

    def show_account(self, asset_id: str) -> None:
        """Show another ad account."""
        self._asset_id = asset_id
        self.refresh()

    def show_item(self, tab: str = "", **_more: object) -> None:
        """Go to the tab ``members`` or ``linked_accounts``."""
        tabs = {"members": self.members_tab, "linked_accounts": self.linked_accounts_tab}
        if tab in tabs:
            self.user_management_tabs.setCurrentWidget(tabs[tab])

    def refresh(self) -> None:
        """Read both tabs again."""
        if self._asset_id:
            self.members_tab.show_account(self._asset_id)
            self.linked_accounts_tab.show_account(self._asset_id)
