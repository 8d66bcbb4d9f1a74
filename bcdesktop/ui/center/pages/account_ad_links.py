"""The tab Ad accounts of a TikTok account's panel: which can use it, link more, unlink (domain.md 7.12; A3-34)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.services import ad_links
from bcdesktop.ui.center.dialogs.link_to_ad_accounts import LinkToAdAccountsDialog
from bcdesktop.ui.center.pages.ad_links_tab import AdLinksTab, since_column
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bcdesktop.services.ad_records import AdLinkRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AccountAdLinksTab(AdLinksTab):
    """The ad accounts of one TikTok account, an own or a received one."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(session, actor, navigator, name="account")

    def _title(self) -> str:
        return self.tr("Linked ad accounts")

    def _verb(self) -> str:
        return self.tr("&Link accounts…")

    def _columns(self) -> Sequence[Column]:
        return (
            Column("ad_account", self.tr("Ad account"), _ad_account_name, tooltip=_number, width=34),
            since_column(self.tr("Linked")),
        )

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Not linked to an ad account"),
            self.tr("Link it, so that everybody who makes ads there can use it."),
            icon_name="link",
        )

    def _work(self) -> Callable[[], tuple[AdLinkRow, ...]]:
        assert self._shown is not None  # noqa: S101 - asked only then
        kind, ref, _name = self._shown
        return partial(ad_links.of_account, self._session.context, self._actor, kind, ref)

    def link(self) -> None:
        """Open the dialog in which ad accounts are ticked (A3-34)."""
        if self._shown is not None:
            kind, ref, name = self._shown
            account = kind, ref, name.removeprefix("@")
            self._navigator.open_dialog(LinkToAdAccountsDialog(self._session, self._actor, self._navigator, account))

    def _go(self, row: AdLinkRow) -> None:
        self._navigator.go("ad_accounts", asset_id=row.asset_id)


def _ad_account_name(row: AdLinkRow) -> str:
    return row.ad_account_name


def _number(row: AdLinkRow) -> str:
    return row.number
