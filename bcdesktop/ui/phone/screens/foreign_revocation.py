"""A revocation was scanned on a phone: it belongs into the Business Center."""

from __future__ import annotations

from bcdesktop.services.phone_records import ScannedRevocation
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen


class ForeignRevocationScreen(Screen):
    """Says what it is, whose it is where this phone signed it, and where it belongs."""

    name = "foreign_revocation_screen"
    passing = True

    def __init__(self, host: Host, scanned: ScannedRevocation) -> None:
        super().__init__(host)
        self.scan_other_button = button(self.tr("Scan another code"), "scan_other_button", "primary")
        self.revocation_label = text(self._what(scanned), "muted", centred=True)
        self.revocation_label.setObjectName("revocation_label")
        self.body.addStretch(1)
        self.add_all(
            [
                Picture("unlink", "primary", 3.0),
                text(self.tr("This is a revocation"), "title", centred=True),
                self.revocation_label,
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

    def _what(self, scanned: ScannedRevocation) -> str:
        when = exact(scanned.signed_at)
        if scanned.handle is None:
            return self.tr(
                "An owner takes access back with it, signed {when} by what it says. A phone has no use for it."
            ).format(when=when)
        return self.tr("@{handle} took the access of {name} back with it on this phone, {when}.").format(
            handle=scanned.handle, name=scanned.business_center_name or "", when=when
        )

    def title(self) -> str:
        """Return the title."""
        return self.tr("Revocation")
