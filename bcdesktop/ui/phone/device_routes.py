"""The ways between the screens of Security and login (paths N11 and N12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcdesktop.ui.phone.code_routes import CodeRoutes

if TYPE_CHECKING:
    from bcdesktop.services.device_records import DeviceRow, LoggedOut, LogInRequest, PendingLogIn


class DeviceRoutes(CodeRoutes):
    """Phones that are logged in, thrown out, or waiting."""

    def security_and_login(self) -> None:
        """Open Security and login."""
        from bcdesktop.ui.phone.screens.security_and_login import SecurityAndLoginScreen

        self._push(SecurityAndLoginScreen(self._host))

    def manage_devices(self) -> None:
        """Open the phones on which the active account is logged in."""
        from bcdesktop.ui.phone.screens.manage_devices import ManageDevicesScreen

        self._push(ManageDevicesScreen(self._host))

    def remove_device(self, device: DeviceRow, email: str) -> None:
        """Open what throws a phone out by a code sent to ``email``."""
        from bcdesktop.ui.phone.screens.remove_device import RemoveDeviceScreen

        self._push(RemoveDeviceScreen(self._host, device, email))

    def log_in_waiting(self, pending: PendingLogIn) -> None:
        """Wait for another phone's approval; Back does not lead into the form again."""
        from bcdesktop.ui.phone.screens.log_in_waiting import LogInWaitingScreen

        self._host.navigator.replace(LogInWaitingScreen(self._host, pending))

    def approve_device(self, request: LogInRequest) -> None:
        """Open the question whether another phone may come in."""
        from bcdesktop.ui.phone.screens.approve_device import ApproveDeviceScreen

        self._push(ApproveDeviceScreen(self._host, request))

    def logged_out_here(self, out: tuple[LoggedOut, ...]) -> None:
        """Say that accounts were logged out on this phone; whatever was open is gone."""
        from bcdesktop.ui.phone.screens.home import HomeScreen
        from bcdesktop.ui.phone.screens.logged_out_here import LoggedOutHereScreen

        self._host.navigator.reset(HomeScreen(self._host), LoggedOutHereScreen(self._host, out))
