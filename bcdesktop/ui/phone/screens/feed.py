"""The Home tab: what waits, and the shortest ways."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Picture, Row, text
from bcdesktop.ui.phone.screen import Screen, Tab


class FeedScreen(Screen):
    """This phone has no videos: it says so and leads on."""

    name = "feed_screen"
    tab = Tab.HOME
    listens_to = frozenset({ChangeKind.ACCESS_REQUEST})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.feed_scan_row = Row(
            self.tr("Scan a QR code"),
            "feed_scan_row",
            icon_name="scan-qr-code",
            detail=self.tr("A Business Center showed or sent you one"),
        )
        self.feed_inbox_row = Row(self.tr("Requests in your inbox"), "feed_inbox_row", icon_name="inbox")
        self.feed_receipts_row = Row(
            self.tr("Your answers"), "feed_receipts_row", icon_name="receipt", detail=self.tr("What you signed so far")
        )
        self.feed_scan_row.clicked.connect(host.routes.scanner)
        self.feed_inbox_row.clicked.connect(host.routes.from_tiktok)
        self.feed_receipts_row.clicked.connect(host.routes.receipts)
        self.add_gap()
        self.add_all(
            [
                Picture("video", "muted", 2.6),
                text(self.tr("No videos here"), "heading", centred=True),
                text(
                    self.tr("This phone shows only what consent needs: requests, codes, and what you answered."),
                    "muted",
                    centred=True,
                ),
            ]
        )
        self.add_gap()
        self.body.addWidget(Card(self.feed_scan_row, self.feed_inbox_row, self.feed_receipts_row, tight=True))
        self.body.addStretch(1)
        host.news.counted.connect(self.refresh)

    def title(self) -> str:
        """Return the tab's name."""
        return self.tr("Home")

    def first_focus(self) -> QWidget:
        """Return the scanner."""
        return self.feed_scan_row

    def refresh(self) -> None:
        """Show how many requests wait."""
        waiting = self.host.news.requests_waiting
        self.feed_inbox_row.set_value(str(waiting) if waiting else "")
        self.feed_inbox_row.set_detail(
            self.tr("{count} waiting for your answer").format(count=waiting) if waiting else self.tr("Nothing waits")
        )
