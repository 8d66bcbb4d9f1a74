"""The tab Ad accounts of an asset's panel: which use it, link more, unlink (domain.md 1.6, 8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import NotFound
from bcdesktop.core.policy import Action, may
from bcdesktop.services import assets
from bcdesktop.ui.center.asset_words import ad_accounts_text
from bcdesktop.ui.center.dialogs.delete_asset import unlink_question
from bcdesktop.ui.center.dialogs.link_ad_accounts import LinkAdAccountsDialog
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.time_text import date_text, exact
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.asset_records import AssetAdAccount, AssetRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.badges import BadgeKind
    from bcdesktop.ui.kit.session import Session


class AssetAdAccounts(QWidget):
    """``name`` begins the object names, so that the panels of one window do not share them."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_ad_accounts")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: AssetRow | None = None
        self._admins: tuple[str, ...] = ()
        self._may_link = may(Action.LINK_ASSET, actor.role)
        self.ad_accounts_table = RecordTable(
            f"{name}_ad_accounts_table",
            (
                Column("name", self.tr("Ad account"), _name, tooltip=_tip, width=22),
                Column("state", self.tr("State"), _state, badge=_state_kind, width=16),
                Column("since", self.tr("Linked"), _since, sort=_linked_at, tooltip=_linked, width=12),
            ),
            accessible_name=self.tr("Linked ad accounts"),
            empty=EmptyState(
                self.tr("Not linked yet"),
                self.tr("Link it to an ad account of this Business Center, so that its data flows there."),
                icon_name="link",
            ),
        )
        self.link_button = QPushButton(self.tr("&Link ad accounts…"))
        self.link_button.setObjectName(f"{name}_link_button")
        set_button_icon(self.link_button, "link")
        self.link_button.clicked.connect(self.link)
        self.unlink_button = QPushButton(self.tr("&Unlink…"))
        self.unlink_button.setObjectName(f"{name}_unlink_button")
        self.unlink_button.clicked.connect(self.ask_unlink)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.link_button)
        buttons.addStretch(1)
        buttons.addWidget(self.unlink_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.ad_accounts_table, 1)
        layout.addLayout(buttons)
        self.ad_accounts_table.selection_changed.connect(self._show_buttons)
        self.ad_accounts_table.delete_pressed.connect(self.ask_unlink)
        self._show_buttons()

    def show_row(self, row: AssetRow) -> None:
        """Show the ad accounts of ``row``."""
        if self._row is None or self._row.id != row.id:
            self.ad_accounts_table.set_records(())
        self._row = row
        work = partial(assets.ad_accounts_of, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, partial(self._show, row.id), self._failed)

    def name_admins(self, admins: tuple[str, ...]) -> None:
        """Say who can do what is grey here."""
        self._admins = admins
        self._show_buttons()

    def _show(self, asset_id: str, accounts: tuple[AssetAdAccount, ...]) -> None:
        if self._row is not None and self._row.id == asset_id:
            self.ad_accounts_table.set_records(accounts)
            self._show_buttons()

    def _show_buttons(self) -> None:
        why_not = "" if self._may_link else reason_text(self._admins)
        chosen = self.ad_accounts_table.selected_records()
        first = self.tr("Choose an ad account in the list first.")
        for button, reason in ((self.link_button, why_not), (self.unlink_button, why_not or ("" if chosen else first))):
            button.setEnabled(not reason)
            button.setToolTip(reason)
            button.setStatusTip(reason)
            button.setAccessibleDescription(reason)

    def link(self) -> None:
        """Open the dialog in which ad accounts are ticked."""
        if self._row is not None:
            dialog = LinkAdAccountsDialog(self._session, self._actor, self._navigator, self._row)
            self._navigator.open_dialog(dialog)

    def ask_unlink(self) -> None:
        """Ask before the chosen ad accounts are unlinked."""
        chosen = self.ad_accounts_table.selected_records()
        if self._row is not None and chosen and self.unlink_button.isEnabled():
            do_it = partial(self._unlink, self._row.id, [account.id for account in chosen])
            self._navigator.open_dialog(unlink_question(self._row, chosen, self.window(), do_it))

    def _unlink(self, asset_id: str, ids: list[str]) -> None:
        work = partial(assets.unlink, self._session.context, self._actor, asset_id, ids)
        self._session.runner.run(self, work, self._unlinked, self._navigator.notices.show_error)

    def _unlinked(self, count: int) -> None:
        text = self.tr("Unlinked from %1.").replace("%1", ad_accounts_text(count))
        self._navigator.notices.success(text)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            # it went while it was read; the page shows the next moment
            self.ad_accounts_table.set_records(())
        else:
            self._navigator.notices.show_error(error)


def _name(account: AssetAdAccount) -> str:
    return account.name


def _tip(account: AssetAdAccount) -> str:
    return f"{account.name}\n{account.number}"


def _state(account: AssetAdAccount) -> str:
    return label_of(account.status)


def _state_kind(account: AssetAdAccount) -> BadgeKind:
    return badge_of(account.status)


def _since(account: AssetAdAccount) -> str:
    return date_text(account.linked_at)


def _linked_at(account: AssetAdAccount) -> object:
    return account.linked_at


def _linked(account: AssetAdAccount) -> str:
    return f"{exact(account.linked_at)}, {account.linked_by}"
