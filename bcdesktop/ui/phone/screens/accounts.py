"""The account switcher: which accounts are logged in here, and which one answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.core.changes import ChangeKind
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Row, button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneAccount


class AccountsScreen(Screen):
    """One row per account; the active one is marked. ``account_row_HANDLE`` names the rows."""

    name = "accounts_screen"
    listens_to = frozenset({ChangeKind.DIRECTORY})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.body.addWidget(text(self.tr("The marked account answers requests and scans codes."), "muted"))
        self.rows = Card(tight=True)
        self.body.addWidget(self.rows)
        self.add_account_button = button(self.tr("Log in with another account"), "add_account_button")
        self.new_account_button = button(self.tr("Sign up for a new account"), "new_account_button", "quiet")
        self.add_account_button.clicked.connect(host.routes.log_in)
        self.new_account_button.clicked.connect(host.routes.sign_up)
        self.add_all([self.add_account_button, self.new_account_button])
        self.body.addStretch(1)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Switch account")

    def refresh(self) -> None:
        """Read the accounts anew."""
        self.host.run(self, self.host.profile.accounts, self._show)

    def _show(self, accounts: tuple[PhoneAccount, ...]) -> None:
        self.rows.clear()
        for account in accounts:
            row = Row(
                account.display_name,
                f"account_row_{account.handle}",
                icon_name="user",
                detail=f"@{account.handle}",
                arrow=False,
            )
            if account.is_active:
                row.add(Badge(self.tr("Active"), BadgeKind.SUCCESS))
                row.setAccessibleName(self.tr("{name}, active").format(name=row.accessibleName()))
            row.setProperty("account_id", account.account_id)
            row.clicked.connect(self._choose)
            self.rows.add(row, line=True)
        self.rows.setVisible(bool(accounts))

    def _choose(self) -> None:
        row = self.sender()
        if row is not None:
            work = partial(self.host.profile.set_active, str(row.property("account_id")))
            self.host.run(self, work, self._chosen)

    def _chosen(self, _result: object) -> None:
        self.host.say(self.tr("Account switched."))
        self.host.routes.account_chosen()
