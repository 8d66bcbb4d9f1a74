"""Tells that accounts were logged out on this phone by another one, and what that means."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.ui.kit.time_text import short
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneAccount
    from bcdesktop.services.device_records import LoggedOut


class LoggedOutHereScreen(Screen):
    """Who, when and on which phone; then what stays."""

    name = "logged_out_here_screen"
    can_leave = False

    def __init__(self, host: Host, out: tuple[LoggedOut, ...]) -> None:
        super().__init__(host)
        self.body.addStretch(1)
        self.add_all(
            [
                Picture("log-out", "warning", 3.0),
                text(self.tr("You were logged out on this phone"), "title", centred=True),
            ]
        )
        for one in out:
            label = text(self._sentence(one), centred=True)
            label.setObjectName(f"logged_out_{one.handle}")
            self.body.addWidget(label)
        self.others_label = text("", "muted", centred=True)
        self.others_label.setObjectName("others_label")
        self.others_label.hide()
        self.add_all(
            [
                self.others_label,
                Card(
                    text(self.tr("The key on this phone counts no more and was deleted"), "strong"),
                    text(
                        self.tr(
                            "What you authorized here stays in force, and your answers stay here to read. If the phone "
                            "is yours, log in again; that makes a new key."
                        ),
                        "muted",
                    ),
                ),
            ]
        )
        self.body.addStretch(2)
        self.back_in_button = button(self.tr("&Log in again"), "back_in_button", "primary")
        self.close_notice_button = button(self.tr("&Close"), "close_notice_button", "quiet")
        self.foot.addWidget(self.back_in_button)
        self.foot.addWidget(self.close_notice_button)
        self.show_foot()
        self.back_in_button.clicked.connect(self._log_in)
        self.close_notice_button.clicked.connect(self._close)

    def _log_in(self) -> None:
        self.host.window.device_watch.told()
        self.host.routes.home()
        self.host.routes.log_in()

    def _close(self) -> None:
        self.host.window.device_watch.told()
        self.host.routes.home()

    def _sentence(self, out: LoggedOut) -> str:
        if not out.on_phone:
            return self.tr("@{handle} was logged out: {time}.").format(handle=out.handle, time=short(out.at))
        words = self.tr("@{handle}: this phone was removed on “{phone}”, {time}.")
        return words.format(handle=out.handle, phone=out.on_phone, time=short(out.at))

    def title(self) -> str:
        """Return the app's name."""
        return self.tr("TikTok")

    def refresh(self) -> None:
        """Look which accounts are still here."""
        self.host.run(self, partial(self.host.profile.accounts), self._show_others)

    def _show_others(self, accounts: tuple[PhoneAccount, ...]) -> None:
        handles = ", ".join(f"@{account.handle}" for account in accounts)
        self.others_label.setText(self.tr("Still logged in here: {handles}").format(handles=handles))
        self.others_label.setVisible(bool(accounts))
