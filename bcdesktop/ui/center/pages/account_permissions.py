"""The part Permissions of an account: Remove beside one's own profile, and Disconnect account (A0-13 to A0-15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.pages.own_access import OwnAccess, OwnAsset
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card, text_label

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AccountPermissions(Card):
    """``end_requested`` asks to disconnect. What cannot be done here is grey, with the reason and who can."""

    end_requested = Signal()
    off_board_requested = Signal(object)
    """The account whose client leaves."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(self.tr("Permissions"))
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: TikTokAccountRow | None = None
        self._admins: tuple[str, ...] = ()
        self._may_end = may(Action.DISCONNECT_TIKTOK_ACCOUNT, actor.role)
        self.own_access = OwnAccess(session, actor, navigator, prefix="permissions_")
        self.reason_label = text_label("", "muted", wrap=True)
        self.reason_label.setObjectName("end_reason_label")
        self.reason_label.hide()
        self.end_button = QPushButton(self.tr("&Disconnect account…"))
        self.end_button.setObjectName("end_button")
        self.end_button.setProperty("kind", "danger")
        self.end_button.clicked.connect(self.end_requested)
        self.off_board_button = QPushButton(self.tr("&Off-board the client…"))
        self.off_board_button.setObjectName("off_board_client_button")
        self.off_board_button.clicked.connect(self._off_board)
        self.ask_button = QPushButton(self.tr("&Ask an admin…"))
        self.ask_button.setObjectName("account_ask_button")
        set_button_icon(self.ask_button, "message-circle")
        self.ask_button.clicked.connect(self.ask_admin)
        self.ask_button.setVisible(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.end_button)
        row.addWidget(self.off_board_button)
        row.addWidget(self.ask_button)
        row.addStretch(1)
        self.body.addWidget(self.own_access)
        self.body.addWidget(self.reason_label)
        self.body.addLayout(row)

    def show_row(self, row: TikTokAccountRow) -> None:
        """Show what the person has on ``row`` and may do to it."""
        self._row = row
        kind = AssetKind.TIKTOK_ACCOUNT if row.owner_name is None else AssetKind.SHARED_TIKTOK_ACCOUNT
        is_active = row.state is LinkState.ACTIVE
        self.own_access.setVisible(is_active)
        self.own_access.show_asset(OwnAsset(row.id, kind, f"@{row.handle}", row.my_role, can_take=False))
        self._show_button()

    def name_admins(self, admins: tuple[str, ...]) -> None:
        """Say who can do what is grey here."""
        self._admins = admins
        self._show_button()

    def why_not(self) -> str:
        """Return why the account can be neither compared nor ended here (A0-38, A0-39, domain.md 13.17)."""
        row = self._row
        if row is not None and row.owner_name is not None:
            text = self.tr("“%1” shares this account with you, so only its admins can do this. Ask “%1”.")
            return text.replace("%1", row.owner_name)
        if not self._may_end:
            return reason_text(self._admins)
        if row is not None and row.state is not LinkState.ACTIVE:
            return self.tr("Access to this account has ended.")
        return ""

    def _show_button(self) -> None:
        why = self.why_not()
        self.end_button.setEnabled(not why)
        self.end_button.setToolTip(why)
        self.end_button.setStatusTip(why)
        self.end_button.setAccessibleDescription(why)
        self.off_board_button.setVisible(not why)
        self.off_board_button.setToolTip(self.tr("Everybody and everything that reaches this account, ended at once"))
        self.reason_label.setText(why)
        self.reason_label.setVisible(bool(why))
        self.ask_button.setVisible(not self._may_end)

    def _off_board(self) -> None:
        self.off_board_requested.emit(self._row)

    def ask_admin(self) -> None:
        """Ask the admins to take the account out (A0-40)."""
        from bcdesktop.ui.center.dialogs.ask_admin import ask_admin_dialog

        if self._row is not None:
            dialog = ask_admin_dialog(
                self._session,
                self._actor,
                self._navigator,
                AdminRequestSubject.REMOVE_ACCOUNT,
                object_id=self._row.id,
                object_name=f"@{self._row.handle}",
            )
            self._navigator.open_dialog(dialog)
