"""The TikTok app where nobody is logged in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Picture, button, text
from bcdesktop.ui.phone.screen import Screen


class WelcomeScreen(Screen):
    """Sign up or log in."""

    name = "welcome_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.body.addStretch(2)
        self.add_all(
            [
                Picture("music-2", "text", 3.2),
                text(self.tr("Log in to TikTok"), "title", centred=True),
                text(
                    self.tr(
                        "This phone plays the owner's side. Accounts made here live in this program's own directory, "
                        "not at TikTok. Do not type the password of a real TikTok account."
                    ),
                    "muted",
                    centred=True,
                ),
            ]
        )
        self.body.addStretch(3)
        self.sign_up_button = button(self.tr("Sign up"), "sign_up_button", "primary")
        self.log_in_button = button(self.tr("I have an account: log in"), "log_in_button")
        self.add_all([self.sign_up_button, self.log_in_button])
        self.sign_up_button.clicked.connect(host.routes.sign_up)
        self.log_in_button.clicked.connect(host.routes.log_in)

    def title(self) -> str:
        """Return the app's name."""
        return self.tr("TikTok")

    def first_focus(self) -> QWidget:
        """Return Sign up."""
        return self.sign_up_button
