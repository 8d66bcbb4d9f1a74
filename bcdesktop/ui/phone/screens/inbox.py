"""The Inbox tab (path N5)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Row, text
from bcdesktop.ui.phone.screen import Screen, Tab


class InboxScreen(Screen):
    """Leads to All activity."""

    name = "inbox_screen"
    tab = Tab.INBOX
    listens_to = frozenset({ChangeKind.ACCESS_REQUEST})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.all_activity_row = Row(self.tr("All activity"), "all_activity_row", icon_name="bell")
        self.all_activity_row.clicked.connect(host.routes.all_activity)
        self.body.addWidget(Card(self.all_activity_row, tight=True))
        self.body.addWidget(
            text(self.tr("Requests that a Business Center sends you as a notification are under From TikTok."), "small")
        )
        self.body.addStretch(1)
        host.news.counted.connect(self.refresh)

    def title(self) -> str:
        """Return the tab's name."""
        return self.tr("Inbox")

    def first_focus(self) -> QWidget:
        """Return the one way on."""
        return self.all_activity_row

    def refresh(self) -> None:
        """Show how many wait."""
        waiting = self.host.news.requests_waiting
        self.all_activity_row.set_value(str(waiting) if waiting else "")
        self.all_activity_row.set_detail(
            self.tr("{count} waiting for your answer").format(count=waiting) if waiting else self.tr("Nothing waits")
        )
