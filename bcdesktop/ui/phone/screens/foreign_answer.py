"""An answer was scanned on a phone, where it is of no use."""

from __future__ import annotations

from bcdesktop.services.phone_records import ScannedAnswer
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen


class ForeignAnswerScreen(Screen):
    """Says where it belongs."""

    name = "foreign_answer_screen"
    passing = True

    def __init__(self, host: Host, scanned: ScannedAnswer) -> None:
        super().__init__(host)
        self.scan_other_button = button(self.tr("Scan another code"), "scan_other_button", "primary")
        decision = self.tr("authorized") if scanned.approved else self.tr("declined")
        self.body.addStretch(1)
        self.add_all(
            [
                Picture("send", "primary", 3.0),
                text(self.tr("This is an owner's answer"), "title", centred=True),
                text(
                    self.tr("@{handle} {decision} a request with it. A phone has no use for it.").format(
                        handle=scanned.handle, decision=decision
                    ),
                    "muted",
                    centred=True,
                ),
                Card(
                    text(self.tr("What to do now"), "strong"),
                    text(self.tr("Give it to the Business Center: Requests > Enter an answer.")),
                ),
            ]
        )
        self.body.addStretch(2)
        self.foot.addWidget(self.scan_other_button)
        self.show_foot()
        self.scan_other_button.clicked.connect(host.routes.scanner)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Answer")
