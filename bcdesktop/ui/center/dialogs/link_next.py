"""After an account was approved: the next step is to link it to an ad account (A3-33, A3-34)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, RequestRow, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class LinkNext(QFrame):
    """Hidden until there is an approved account nobody has a question about."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link_next")
        self.setProperty("role", "card")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._link_id, self._handle = "", ""
        self._may_link = may(Action.LINK_AD_ACCOUNT, actor.role)
        self.ready_label = text_label("", "strong", wrap=True)
        self.ready_label.setObjectName("link_next_label")
        self.advice_label = text_label(
            self.tr("Next: link it, so that everybody who makes ads there can use it."), "muted", wrap=True
        )
        self.link_next_button = QPushButton(self.tr("Link to an ad &account…"))
        self.link_next_button.setObjectName("link_next_button")
        set_button_icon(self.link_next_button, "link")
        self.link_next_button.clicked.connect(self.link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.ready_label)
        layout.addWidget(self.advice_label)
        layout.addWidget(self.link_next_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_request(self, row: RequestRow) -> None:
        """Offer the step for the account that answered ``row``."""
        self._link_id, self._handle = row.link_id or "", row.answered_handle or ""
        text = self.tr("@%1 is ready to be connected to an ad account.")
        self.ready_label.setText(text.replace("%1", self._handle))
        is_ready = row.state is RequestState.APPROVED and bool(row.link_id) and not row.needs_confirmation
        if not is_ready or not self._may_link:
            self.hide()
            return
        work = partial(tiktok_accounts.get, self._session.context, self._actor, self._link_id)
        self._session.runner.run(self, work, self._show_account, self._not_read)

    def _show_account(self, row: TikTokAccountRow) -> None:
        """Offer it while the link is active: it may have ended since the request was answered."""
        if row.id == self._link_id:
            self.setVisible(row.state is LinkState.ACTIVE)

    def _not_read(self, error: Exception) -> None:
        self.hide()
        if not isinstance(error, NotFound):
            self._navigator.notices.show_error(error)

    def link(self) -> None:
        """Open the dialog in which ad accounts are ticked."""
        from bcdesktop.ui.center.dialogs.link_to_ad_accounts import LinkToAdAccountsDialog

        account = AssetKind.TIKTOK_ACCOUNT, self._link_id, self._handle
        self._navigator.open_dialog(LinkToAdAccountsDialog(self._session, self._actor, self._navigator, account))
