"""A TikTok account > View > Link accounts > ad accounts > tick > Confirm (domain.md 7.12; A3-34)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from bcdesktop.services import ad_links
from bcdesktop.ui.center.asset_words import ad_accounts_text
from bcdesktop.ui.center.dialogs.link_dialog import LinkChoice, LinkDialog, LinkWords
from bcdesktop.ui.center.link_choices import ad_account_choices
from bcdesktop.ui.kit.empty_state import EmptyState

if TYPE_CHECKING:
    from bcdesktop.core.grants import AssetKind
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class LinkToAdAccountsDialog(LinkDialog):
    """``kind`` and ``ref`` name an own link or a received share; ``ticked`` are ad accounts to tick from the start."""

    def __init__(
        self,
        session: Session,
        actor: Actor,
        navigator: Navigator,
        account: tuple[AssetKind, str, str],
        ticked: Iterable[str] = (),
    ) -> None:
        """``account``: kind, id and handle."""
        self._actor, self._account, self._key = actor, account, uuid.uuid4().hex
        kind, ref, handle = account
        super().__init__(session, navigator, _words(handle), _empty())
        self.tick_once(ticked)
        self.read(partial(ad_account_choices, session.context, actor, kind, ref))

    def work(self, chosen: Sequence[LinkChoice]) -> Callable[[], Any]:
        """Return what links the account to what is ticked."""
        kind, ref, _handle = self._account
        ids = [choice.id for choice in chosen]
        return partial(ad_links.link_account, self._session.context, self._actor, kind, ref, ids, self._key)

    def said(self, result: int) -> str:
        """Return to how many ad accounts it was linked."""
        text = self.tr("@%1 is linked to %2 more.").replace("%1", self._account[2])
        return text.replace("%2", ad_accounts_text(result))


def _words(handle: str) -> LinkWords:
    translate = QCoreApplication.translate
    return LinkWords(
        name="link_to_ad_accounts",
        title=translate("LinkToAdAccountsDialog", "Link @%1 to ad accounts").replace("%1", handle),
        sentence=translate(
            "LinkToAdAccountsDialog",
            "Everybody who makes ads in a linked ad account can then use this TikTok account as their identity.",
        ),
        columns=(translate("LinkToAdAccountsDialog", "Ad account"), translate("LinkToAdAccountsDialog", "ID")),
        hint=translate("LinkToAdAccountsDialog", "Search ad accounts by name or ID"),
        save=translate("LinkToAdAccountsDialog", "&Confirm"),
        tick_first=translate("LinkToAdAccountsDialog", "Tick at least one ad account that is not linked yet."),
    )


def _empty() -> EmptyState:
    translate = QCoreApplication.translate
    return EmptyState(
        translate("LinkToAdAccountsDialog", "No ad accounts yet"),
        translate("LinkToAdAccountsDialog", "Create one, or request access to one, in Accounts > Ad accounts."),
        icon_name="megaphone",
    )
