"""Inbox > All activity (path N5, A2-43)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Row, text
from bcdesktop.ui.phone.screen import Screen, Tab


class AllActivityScreen(Screen):
    """What came from whom."""

    name = "all_activity_screen"
    tab = Tab.INBOX
    listens_to = frozenset({ChangeKind.ACCESS_REQUEST})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.from_tiktok_row = Row(self.tr("From TikTok"), "from_tiktok_row", icon_name="music-2")
        self.own_answers_row = Row(
            self.tr("Your answers"), "own_answers_row", icon_name="receipt", detail=self.tr("What you signed so far")
        )
        self.from_tiktok_row.clicked.connect(host.routes.from_tiktok)
        self.own_answers_row.clicked.connect(host.routes.receipts)
        self.body.addWidget(text(self.tr("Show"), "caption"))
        self.body.addWidget(Card(self.from_tiktok_row, self.own_answers_row, tight=True))
        self.body.addStretch(1)
        host.news.counted.connect(self.refresh)

    def title(self) -> str:
        """Return the title."""
        return self.tr("All activity")

    def first_focus(self) -> QWidget:
        """Return From TikTok."""
        return self.from_tiktok_row

    def refresh(self) -> None:
        """Show how many wait."""
        waiting = self.host.news.requests_waiting
        self.from_tiktok_row.set_value(str(waiting) if waiting else "")
        self.from_tiktok_row.set_detail(self.tr("Requests of Business Centers"))
