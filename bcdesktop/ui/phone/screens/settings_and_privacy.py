"""Settings and privacy of the TikTok app (path N2)."""

from __future__ import annotations

from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Row, text
from bcdesktop.ui.phone.screen import Screen
from bcdesktop.ui.phone.versions import AppsPlace, apps_place


class SettingsAndPrivacyScreen(Screen):
    """Account, QR Code, what was signed, log out."""

    name = "settings_and_privacy_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        routes = host.routes
        self._place = apps_place(host.profile.settings.app_version)
        self.privacy_row = Row(self.tr("Privacy"), "privacy_row", icon_name="lock")
        self.security_and_login_row = Row(self.tr("Security and login"), "security_and_login_row", icon_name="shield")
        self.qr_code_row = Row(self.tr("QR Code"), "qr_code_row", icon_name="qr-code")
        self.cache_row = Row(self.tr("Cache & cellular"), "cache_row", icon_name="layers")
        self.receipts_row = Row(self.tr("Your answers"), "receipts_row", icon_name="receipt")
        self.business_centers_row = Row(self.tr("Business Centers"), "business_centers_row", icon_name="briefcase")
        self.accounts_row = Row(self.tr("Switch account"), "accounts_row", icon_name="users")
        self.log_out_row = Row(self.tr("Log out"), "log_out_row", icon_name="log-out", arrow=False)
        for row, way in (
            (self.privacy_row, routes.privacy),
            (self.security_and_login_row, routes.security_and_login),
            (self.qr_code_row, routes.my_qr_code),
            (self.cache_row, routes.cache_and_cellular),
            (self.receipts_row, routes.receipts),
            (self.business_centers_row, routes.business_centers),
            (self.accounts_row, routes.accounts),
            (self.log_out_row, self._ask_log_out),
        ):
            row.clicked.connect(way)
        self.add_all(
            [
                text(self.tr("Account"), "caption"),
                Card(self.privacy_row, self.security_and_login_row, self.qr_code_row, tight=True),
                text(self.tr("Access by others"), "caption"),
                Card(*self._apps_rows(), self.receipts_row, self.business_centers_row, tight=True),
                text(self.tr("This phone"), "caption"),
                Card(self.cache_row, tight=True),
                text(self.tr("Log-in"), "caption"),
                Card(self.accounts_row, self.log_out_row, tight=True),
            ]
        )
        self.body.addStretch(1)

    def _apps_rows(self) -> list[Row]:
        """Return the way to the apps with access; the oldest version has it below Privacy (A0-20, A0-21, A1-34)."""
        if self._place is AppsPlace.AUTHORISED_APPS:
            return []
        websites = self._place is AppsPlace.APPS_AND_WEBSITES
        name = self.tr("Apps and websites") if websites else self.tr("Security and permissions")
        self.apps_row = Row(name, "apps_row", icon_name="layout-grid")
        self.apps_row.clicked.connect(self.host.routes.apps_menu)
        return [self.apps_row]

    def title(self) -> str:
        """Return the title."""
        return self.tr("Settings and privacy")

    def _ask_log_out(self) -> None:
        self.host.run(self, self.host.active, self._open_sheet)

    def _open_sheet(self, account: object) -> None:
        from bcdesktop.ui.phone.screens.log_out_sheet import LogOutSheet

        if account is not None:
            LogOutSheet(self.host, account).open()  # type: ignore[arg-type]
