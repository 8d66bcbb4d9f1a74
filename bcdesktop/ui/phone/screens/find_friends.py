"""Find Friends, with the scanner icon at the top right (path N1, A1-12)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Picture, Row, icon_button, text
from bcdesktop.ui.phone.screen import Screen


class FindFriendsScreen(Screen):
    """Scan a code, or show one's own."""

    name = "find_friends_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.find_friends_scan_button = icon_button(self.tr("QR scanner"), "find_friends_scan_button", "scan-qr-code")
        self.find_friends_scan_button.clicked.connect(host.routes.scanner)
        self.actions_at_top = [self.find_friends_scan_button]
        self.find_friends_scan_row = Row(
            self.tr("Scan a QR code"),
            "find_friends_scan_row",
            icon_name="scan-qr-code",
            detail=self.tr("From the screen, a picture or a text"),
        )
        self.find_friends_code_row = Row(
            self.tr("Your QR code"),
            "find_friends_code_row",
            icon_name="qr-code",
            detail=self.tr("A Business Center that scans it can address you"),
        )
        self.find_friends_scan_row.clicked.connect(host.routes.scanner)
        self.find_friends_code_row.clicked.connect(host.routes.my_qr_code)
        self.add_gap()
        self.add_all(
            [
                Picture("users", "primary", 3.0),
                text(self.tr("Meet somebody by code"), "heading", centred=True),
                text(
                    self.tr(
                        "A Business Center that wants to work with your account shows you a QR code. Scan it here."
                    ),
                    "muted",
                    centred=True,
                ),
            ]
        )
        self.add_gap()
        self.body.addWidget(Card(self.find_friends_scan_row, self.find_friends_code_row, tight=True))
        self.body.addStretch(1)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Find Friends")

    def first_focus(self) -> QWidget:
        """Return the scanner."""
        return self.find_friends_scan_button
