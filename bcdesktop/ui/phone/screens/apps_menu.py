"""Security and permissions, or Apps and websites in an older version of the app (A0-20, A0-21)."""

from __future__ import annotations

from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Row, text
from bcdesktop.ui.phone.screen import Screen
from bcdesktop.ui.phone.versions import AppsPlace, apps_place


class AppsMenuScreen(Screen):
    """One way on: to the active apps."""

    name = "apps_menu_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._place = apps_place(host.profile.settings.app_version)
        self.active_apps_row = Row(
            self.tr("Active apps"),
            "active_apps_row",
            icon_name="layout-grid",
            detail=self.tr("Who may use your account, and how to end it"),
        )
        self.active_apps_row.clicked.connect(host.routes.active_apps)
        self.add_all(
            [text(self.tr("Access by others"), "caption"), Card(self.active_apps_row, tight=True)],
        )
        self.body.addStretch(1)

    def title(self) -> str:
        """Return the title, which the version decides."""
        if self._place is AppsPlace.APPS_AND_WEBSITES:
            return self.tr("Apps and websites")
        return self.tr("Security and permissions")
