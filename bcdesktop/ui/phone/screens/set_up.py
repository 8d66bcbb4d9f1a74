"""First use of a phone: its name, and a passcode that Authorize asks for (security.md 1.3, A8)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.ui.kit.forms import Form, PasswordField
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Picture, button, text
from bcdesktop.ui.phone.screen import Screen


class SetUpScreen(Screen):
    """Shown until the phone is set up."""

    name = "set_up_screen"
    header = False
    can_leave = False
    wallpaper = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        profile = host.profile
        self.add_gap()
        self.add_all(
            [
                Picture("smartphone", "primary", 3.0),
                text(self.tr("Set up “{name}”").format(name=profile.name), "title", centred=True),
                text(
                    self.tr(
                        "It stands for the phone of a TikTok account's owner. Its keys stay on this computer and never "
                        "enter the Business Center's data."
                    ),
                    "muted",
                    centred=True,
                ),
            ]
        )
        self.form = Form()
        self.passcode = PasswordField()
        self.passcode_again = PasswordField()
        required = profile.passcode_required
        self.form.add(
            "passcode",
            self.tr("&Passcode") if required else self.tr("&Passcode (optional)"),
            self.passcode,
            help=self._reason() if required else self.tr("4 to 32 characters. You type it at every Authorize."),
        )
        self.form.add("passcode_again", self.tr("Passcode &again"), self.passcode_again)
        self.body.addWidget(self.form)
        self.error = ErrorCard()
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self.set_up_button = button(self.tr("Start this phone"), "set_up_button", "primary")
        self.set_up_button.clicked.connect(self._set_up)
        self.passcode.returnPressed.connect(self.passcode_again.setFocus)
        self.passcode_again.returnPressed.connect(self._set_up)
        self.body.addWidget(self.set_up_button)

    def _reason(self) -> str:
        return self.tr(
            "4 to 32 characters. This computer has no keyring, so the passcode seals the keys of your accounts. "
            "You type it at every Authorize."
        )

    def first_focus(self) -> QWidget:
        """Return the passcode field."""
        return self.passcode

    def _set_up(self) -> None:
        self.form.clear_errors()
        self.error.clear()
        passcode = self.passcode.text()
        if passcode != self.passcode_again.text():
            self.form.show_error("passcode_again", self.tr("The two passcodes differ. Type the same one twice."))
            return
        if self.host.profile.passcode_required and not passcode:
            self.form.show_error("passcode", self._reason())
            return
        self.set_up_button.setEnabled(False)
        work = partial(self.host.profile.set_up, passcode or None)
        self.host.run(self, work, self._is_set_up, self._failed)

    def _is_set_up(self, _result: object) -> None:
        self.host.routes.home()
        self.host.news.start()

    def _failed(self, error: AppError) -> None:
        self.set_up_button.setEnabled(True)
        if not (isinstance(error, InputRefused) and self.form.show_error(error)):
            self.error.show_error(error)
