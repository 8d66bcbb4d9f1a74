"""The menu behind the three lines (or dots) of the profile."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Row
from bcdesktop.ui.phone.sheet import Sheet
from bcdesktop.ui.phone.versions import own_code_in_menu


class ProfileMenu(Sheet):
    """Your QR code, Settings and privacy, Switch account."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.display, "profile_menu", "")
        self.setAccessibleName(self.tr("Menu"))
        self._host = host
        self.your_qr_code_row = Row(self.tr("Your QR code"), "your_qr_code_row", icon_name="qr-code")
        self.settings_and_privacy_row = Row(
            self.tr("Settings and privacy"), "settings_and_privacy_row", icon_name="settings"
        )
        self.switch_account_row = Row(self.tr("Switch account"), "switch_account_row", icon_name="users")
        rows: list[QWidget] = [self.your_qr_code_row, self.settings_and_privacy_row, self.switch_account_row]
        if not own_code_in_menu(host.profile.settings.app_version):
            rows = [self.settings_and_privacy_row, self.your_qr_code_row, self.switch_account_row]
        for row in rows:
            self.body.addWidget(row)
        self.your_qr_code_row.clicked.connect(self._your_qr_code)
        self.settings_and_privacy_row.clicked.connect(self._settings_and_privacy)
        self.switch_account_row.clicked.connect(self._switch_account)

    def _your_qr_code(self) -> None:
        self.close_sheet()
        self._host.routes.my_qr_code()

    def _settings_and_privacy(self) -> None:
        self.close_sheet()
        self._host.routes.settings_and_privacy()

    def _switch_account(self) -> None:
        self.close_sheet()
        self._host.routes.accounts()
