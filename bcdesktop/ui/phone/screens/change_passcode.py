"""A new passcode for this phone, or its first one, or none any more where the keyring keeps the keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bcdesktop.core.errors import AppError, InputRefused, WrongPasscode
from bcdesktop.ui.kit.forms import Form, PasswordField
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button
from bcdesktop.ui.phone.screen import Screen


class ChangePasscodeScreen(Screen):
    """Asks for the passcode of now, and twice for the new one."""

    name = "change_passcode_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._has_one = host.profile.has_passcode
        self.form = Form()
        self.new_passcode = PasswordField()
        self.new_passcode_again = PasswordField()
        if self._has_one:
            self.old_passcode = PasswordField()
            self.old_passcode.returnPressed.connect(self.new_passcode.setFocus)
            self.form.add("old_passcode", self.tr("Passcode of &now"), self.old_passcode)
        may_be_empty = self._has_one and not host.profile.passcode_required
        self.form.add(
            "new_passcode",
            self.tr("New &passcode"),
            self.new_passcode,
            help=self.tr("4 to 32 characters. Left empty, this phone has no passcode any more.")
            if may_be_empty
            else self.tr("4 to 32 characters. You type it at every Authorize."),
        )
        self.form.add("new_passcode_again", self.tr("New passcode &again"), self.new_passcode_again)
        self.error = ErrorCard()
        self.add_all([self.form, self.error])
        self.body.addStretch(1)
        self.change_passcode_button = button(self.title(), "change_passcode_button", "primary")
        self.foot.addWidget(self.change_passcode_button)
        self.show_foot()
        self.new_passcode.returnPressed.connect(self.new_passcode_again.setFocus)
        self.new_passcode_again.returnPressed.connect(self._change)
        self.change_passcode_button.clicked.connect(self._change)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Change passcode") if self._has_one else self.tr("Set a passcode")

    def first_focus(self) -> QWidget:
        """Return the first field."""
        return self.old_passcode if self._has_one else self.new_passcode

    def _change(self) -> None:
        self.form.clear_errors()
        self.error.clear()
        new = self.new_passcode.text()
        if new != self.new_passcode_again.text():
            self.form.show_error("new_passcode_again", self.tr("The two passcodes differ. Type the same one twice."))
            return
        if not new and (not self._has_one or self.host.profile.passcode_required):
            self.form.show_error("new_passcode", self.tr("Type the new passcode: 4 to 32 characters."))
            return
        self.change_passcode_button.setEnabled(False)
        old = self.old_passcode.text() if self._has_one else None
        work = partial(self.host.profile.change_passcode, old, new or None)
        self.host.run(self, work, self._changed, self._failed)

    def _changed(self, _result: object) -> None:
        now_open = not self.host.profile.has_passcode
        said = self.tr("This phone has no passcode any more.") if now_open else self.tr("The new passcode counts now.")
        self.host.navigator.pop()
        self.host.say(said)

    def _failed(self, error: AppError) -> None:
        self.change_passcode_button.setEnabled(True)
        if isinstance(error, WrongPasscode):
            self.form.show_error(
                "old_passcode", self.tr("This is not the passcode of this phone. Nothing was changed.")
            )
        elif isinstance(error, InputRefused) and error.field == "passcode":
            self.form.show_error("new_passcode", self.tr("4 to 32 characters."))
        else:
            self.error.show_error(error)
