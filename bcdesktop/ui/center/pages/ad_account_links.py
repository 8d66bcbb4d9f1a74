"""The tab TikTok accounts of an ad account's panel: who ads can run as, add more, unlink (A1-16, A1-28)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.services import ad_links
from bcdesktop.ui.center.dialogs.add_assets import AddAssetsDialog
from bcdesktop.ui.center.pages.ad_links_tab import AdLinksTab, since_column
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bcdesktop.services.ad_records import AdLinkRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AdAccountLinksTab(AdLinksTab):
    """The TikTok accounts of one ad account."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(session, actor, navigator, name="ad_account")

    def _title(self) -> str:
        return self.tr("Linked TikTok accounts")

    def _verb(self) -> str:
        return self.tr("&Add assets…")

    def _columns(self) -> Sequence[Column]:
        return (
            Column("account", self.tr("TikTok account"), _display_name, tooltip=_handle, width=22),
            Column("handle", self.tr("Handle"), _handle, width=16),
            since_column(self.tr("Linked")),
        )

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("No TikTok account is linked"),
            self.tr("Add one, so that everybody who makes ads here can use it as their identity."),
            icon_name="link",
        )

    def _work(self) -> Callable[[], tuple[AdLinkRow, ...]]:
        assert self._shown is not None  # noqa: S101 - asked only then
        return partial(ad_links.of_ad_account, self._session.context, self._actor, self._shown[1])

    def link(self) -> None:
        """Open Add assets with this ad account chosen (A1-16)."""
        if self._shown is not None:
            self._navigator.open_dialog(AddAssetsDialog(self._session, self._actor, self._navigator, self._shown[1]))

    def _go(self, row: AdLinkRow) -> None:
        self._navigator.go("tiktok_accounts", link_id=row.account_ref)


def _display_name(row: AdLinkRow) -> str:
    return row.display_name


def _handle(row: AdLinkRow) -> str:
    return f"@{row.handle}"
