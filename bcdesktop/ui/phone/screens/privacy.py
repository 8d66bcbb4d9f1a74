"""Whether the account is private, and whether it is a business account: both decide about ads (domain.md 1.3.6)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox

from bcdesktop.core.errors import AppError
from bcdesktop.services.phone_records import DirectoryRow
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Row, text
from bcdesktop.ui.phone.screen import Screen
from bcdesktop.ui.phone.versions import AppsPlace, apps_place


class PrivacyScreen(Screen):
    """Two switches, in force at once, and the ways to who is blocked and who has access."""

    name = "privacy_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.private_account = QCheckBox(self.tr("&Private account"))
        self.private_account.setObjectName("private_account")
        self.private_account.setAccessibleName(self.tr("Private account"))
        self.private_account.setEnabled(False)
        self.business_account = QCheckBox(self.tr("&Business account"))
        self.business_account.setObjectName("business_account")
        self.business_account.setAccessibleName(self.tr("Business account"))
        self.business_account.setEnabled(False)
        self.error = ErrorCard()
        self.add_all(
            [
                Card(
                    self.private_account,
                    text(
                        self.tr(
                            "Only people you approve see your videos. A private account cannot be linked for ads; a "
                            "request for it is refused until the account is public again."
                        ),
                        "muted",
                    ),
                ),
                Card(
                    self.business_account,
                    text(self.tr("Ads need a business account. Creators and brands have one from the start."), "muted"),
                ),
                self.error,
                Card(*self._rows(), tight=True),
            ]
        )
        self.body.addStretch(1)
        self.private_account.clicked.connect(self._change_privacy)
        self.business_account.clicked.connect(self._change_kind)

    def _rows(self) -> list[Row]:
        """Return who is blocked, and in the oldest version of the app who has access (path N8)."""
        routes = self.host.routes
        self.blocked_row = Row(self.tr("Blocked Business Centers"), "blocked_row", icon_name="ban")
        self.blocked_row.clicked.connect(routes.blocked_business_centers)
        if apps_place(self.host.profile.settings.app_version) is not AppsPlace.AUTHORISED_APPS:
            return [self.blocked_row]
        self.authorised_apps_row = Row(self.tr("Authorised apps"), "authorised_apps_row", icon_name="layout-grid")
        self.authorised_apps_row.clicked.connect(routes.active_apps)
        return [self.authorised_apps_row, self.blocked_row]

    def title(self) -> str:
        """Return the title."""
        return self.tr("Privacy")

    def refresh(self) -> None:
        """Read how it is."""
        from bcdesktop.services import directory

        self.host.run(self, partial(directory.profile, self.host.context, self.host.profile), self._show)

    def _show(self, row: DirectoryRow) -> None:
        self.private_account.setEnabled(True)
        self.private_account.setChecked(not row.is_public)
        self.business_account.setEnabled(True)
        self.business_account.setChecked(row.is_business)

    def _change_privacy(self, private: bool) -> None:
        from bcdesktop.services import directory

        self._run(partial(directory.change_privacy, self.host.context, self.host.profile, is_public=not private))

    def _change_kind(self, business: bool) -> None:
        from bcdesktop.services import directory

        self._run(partial(directory.change_kind, self.host.context, self.host.profile, is_business=business))

    def _run(self, work: Callable[[], DirectoryRow]) -> None:
        self.error.clear()
        for box in (self.private_account, self.business_account):
            box.setEnabled(False)
        self.host.run(self, work, self._changed, self._failed)

    def _changed(self, _result: object) -> None:
        self.host.say(self.tr("Saved."))
        self.refresh()

    def _failed(self, error: AppError) -> None:
        self.error.show_error(error)
        self.refresh()
