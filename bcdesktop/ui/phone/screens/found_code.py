"""Says what kind of code was found before anything is done with it (look.md, "The phone")."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesktop.core.code.messages import CodeKind
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen


class FoundCodeScreen(Screen):
    """Only the kind is said here: what a code claims is shown after its signature was checked."""

    name = "found_code_screen"
    passing = True

    def __init__(self, host: Host, code_text: str, *, source: str = "") -> None:
        super().__init__(host)
        self._code_text = code_text
        title, meaning, icon_name = self._words(code_text.partition(":")[0])
        self.found_kind_label = text(title, "title", centred=True)
        self.found_kind_label.setObjectName("found_kind_label")
        self.body.addStretch(1)
        self.add_all([Picture(icon_name, "primary", 3.2), self.found_kind_label, text(meaning, "muted", centred=True)])
        if source:
            self.body.addWidget(text(self.tr("Read from: {source}").format(source=source), "small", centred=True))
        self.add_gap()
        self.body.addWidget(
            Card(
                text(self.tr("Nothing has been sent or agreed to yet."), "label"),
                text(
                    self.tr(
                        "Opening it checks the signature and tells the sender that it was scanned. You decide "
                        "after that."
                    ),
                    "muted",
                ),
            )
        )
        self.body.addStretch(2)
        self.open_code_button = button(self.tr("Open"), "open_code_button", "primary")
        self.leave_code_button = button(self.tr("Leave it"), "leave_code_button", "quiet")
        self.foot.addWidget(self.open_code_button)
        self.foot.addWidget(self.leave_code_button)
        self.show_foot()
        self.open_code_button.clicked.connect(self._open)
        self.leave_code_button.clicked.connect(host.navigator.pop)

    def _words(self, prefix: str) -> tuple[str, str, str]:
        words = {
            CodeKind.ACCESS_REQUEST: (
                self.tr("A request for access"),
                self.tr("A Business Center asks to use a TikTok account."),
                "briefcase",
            ),
            CodeKind.LOG_IN: (
                self.tr("A log-in"),
                self.tr("A computer asks to be logged in with a TikTok account."),
                "monitor",
            ),
            CodeKind.CENTRE_CARD: (
                self.tr("A Business Center's card"),
                self.tr("It tells this phone which key belongs to a Business Center."),
                "building-2",
            ),
            CodeKind.OWNER_CARD: (
                self.tr("An owner's card"),
                self.tr("It shows the key of somebody's TikTok account."),
                "user",
            ),
            CodeKind.REPLY: (
                self.tr("An owner's answer"),
                self.tr("It belongs into the Business Center: Requests > Enter an answer."),
                "send",
            ),
            CodeKind.REVOCATION: (
                self.tr("A revocation"),
                self.tr("It belongs into the Business Center: Requests > Enter an answer."),
                "unlink",
            ),
            CodeKind.PARTNER_INVITATION: (
                self.tr("A partner's text"),
                self.tr("It belongs into the Business Center: Partners > Enter a partner text."),
                "share-2",
            ),
            CodeKind.PARTNER_ANSWER: (
                self.tr("A partner's answer"),
                self.tr("It belongs into the Business Center: Partners > Enter a partner text."),
                "share-2",
            ),
        }
        unknown = (self.tr("A code of this program"), self.tr("This version may not know its kind."), "qr-code")
        return next((found for kind, found in words.items() if kind.value == prefix), unknown)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Code found")

    def first_focus(self) -> QWidget:
        """Return Open."""
        return self.open_code_button

    def _open(self) -> None:
        self.host.routes.check(self._code_text, in_place=True)
