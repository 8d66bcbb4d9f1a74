"""The tab Linked TikTok accounts of User management: what ads can run on, and the icon that unlinks it (A0-29)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.ads import IdentityKind
from bcdesktop.services import user_management
from bcdesktop.ui.ads.dialogs.remove_questions import ask_unlink
from bcdesktop.ui.ads.endings import Endings
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import RIGHT, Column, RecordTable
from bcdesktop.ui.kit.time_text import date_text, exact

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.advertiser_records import LinkedAccount
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class LinkedAccountsTab(QWidget):
    """A table of what is linked through a Business Center, and of what the person linked alone."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__()
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self._asset_id = ""
        self._icon = icon("trash-2", session.theme, "muted")
        self._faint_icon = icon("trash-2", session.theme, "border")
        self.setObjectName("linked_accounts_tab")
        self.linked_table = RecordTable(
            "linked_accounts_table",
            (
                Column("handle", self.tr("TikTok account"), _handle, tooltip=_display, width=22),
                Column("through", self.tr("Linked through"), _through, width=24),
                Column("running", self.tr("Running ads"), _running, sort=_number, align=RIGHT, width=16),
                Column("since", self.tr("Linked"), _since, sort=_linked_at, tooltip=_linked, width=14),
                Column(
                    "delete", self.tr("Unlink"), _nothing, icon=self._icon_of, tooltip=_why, accessible=_why, width=10
                ),
            ),
            accessible_name=self.tr("Linked TikTok accounts"),
            settings=session.settings,
            empty=EmptyState(
                self.tr("No TikTok account is linked"),
                self.tr("Ads without one are plain ads: no post of a real account, no name of it."),
                icon_name="music-2",
            ),
        )
        self.linked_table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.linked_table.current_changed.connect(self._show_chosen)
        self.linked_table.delete_pressed.connect(self.ask_unlink)
        self.linked_table.clicked.connect(self._clicked)
        self._make_buttons()
        self._lay_out()
        self._show_chosen(None)

    def _make_buttons(self) -> None:
        self.link_account_button = QPushButton(self.tr("&Link TikTok account…"))
        self.link_account_button.setObjectName("link_account_button")
        self.link_account_button.setProperty("kind", "primary")
        set_button_icon(self.link_account_button, "link", "on_primary")
        self.link_account_button.clicked.connect(self._navigator.link_account)
        self.unlink_button = QPushButton(self.tr("&Unlink…"))
        self.unlink_button.setObjectName("unlink_button")
        set_button_icon(self.unlink_button, "trash-2")
        self.unlink_button.clicked.connect(self.ask_unlink)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.link_account_button)
        foot.addStretch(1)
        foot.addWidget(self.unlink_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            text_label(
                self.tr("What is linked to you alone can be used by nobody else. A team links in the Business Center."),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.linked_table, 1)
        column.addLayout(foot)

    def show_account(self, asset_id: str) -> None:
        """Show what is linked to ``asset_id``."""
        if asset_id != self._asset_id:
            self._asset_id = asset_id
            self.linked_table.set_records(())
        work = partial(user_management.linked_accounts, self._session.context, self._advertiser, asset_id)
        self._session.runner.run(self, work, partial(self._show, asset_id), self._not_read)

    def _show(self, asset_id: str, rows: tuple[LinkedAccount, ...]) -> None:
        if asset_id == self._asset_id:
            self.linked_table.set_records(rows)
            self._show_chosen(self.linked_table.current_record())

    def _not_read(self, error: Exception) -> None:
        from bcdesktop.core.errors import NotFound

        # the ad account was taken away meanwhile; the window goes to another one
        if not isinstance(error, NotFound):
            self._navigator.notices.show_error(error)

    def _show_chosen(self, account: LinkedAccount | None) -> None:
        reason = self.tr("Choose a TikTok account in the list first.") if account is None else _why_not(account)
        allow(self.unlink_button, reason)

    def _clicked(self, index: QModelIndex) -> None:
        if self.linked_table.record_model.columns[index.column()].name == "delete":
            self.ask_unlink()

    # ------------------------------------------------------------------ unlinking
    def ask_unlink(self) -> None:
        """Ask, with everything that stops, and unlink it when confirmed."""
        account = self.linked_table.current_record()
        if account is None:
            return
        if not account.can_unlink:
            title = self.tr("@%1 stays linked").replace("%1", account.handle)
            self._navigator.notices.bar.show_notice(title, _why_not(account))
            return
        ask_unlink(Endings(self._session, self._advertiser, self._navigator), account)

    def _icon_of(self, account: LinkedAccount) -> object:
        return self._icon if account.can_unlink else self._faint_icon


def _handle(account: LinkedAccount) -> str:
    return f"@{account.handle}"


def _display(account: LinkedAccount) -> str:
    return account.display_name


def _through(account: LinkedAccount) -> str:
    if account.kind is IdentityKind.PERSON:
        return QCoreApplication.translate("LinkedAccountsTab", "You alone")
    return account.through


def _running(account: LinkedAccount) -> str:
    return str(account.running)


def _number(account: LinkedAccount) -> int:
    return account.running


def _since(account: LinkedAccount) -> str:
    return date_text(account.linked_at)


def _linked_at(account: LinkedAccount) -> datetime:
    return account.linked_at


def _linked(account: LinkedAccount) -> str:
    return ", ".join(part for part in (exact(account.linked_at), account.linked_by) if part)


def _nothing(_account: LinkedAccount) -> str:
    return ""


def _why(account: LinkedAccount) -> str:
    return _why_not(account) or QCoreApplication.translate("LinkedAccountsTab", "Unlink @%1").replace(
        "%1", account.handle
    )


def _why_not(account: LinkedAccount) -> str:
    """Return why the asking person cannot unlink ``account``, with who can."""
    if account.can_unlink:
        return ""
    text = QCoreApplication.translate(
        "LinkedAccountsTab", "Only an Admin or Operator of this ad account can unlink it. Ask %1."
    )
    return text.replace("%1", ", ".join(account.helpers))
