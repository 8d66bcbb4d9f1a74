"""The form for a new TikTok account in this store's directory."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.limits import LIMITS
from bcdesktop.services.phone_records import NewTikTokAccount
from bcdesktop.ui.kit.forms import Form, PasswordField
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button
from bcdesktop.ui.phone.screen import Screen


class SignUpScreen(Screen):
    """Handle, name, kind, e-mail, password, public or private."""

    name = "sign_up_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.form = Form()
        self.handle = QLineEdit()
        self.handle.setPlaceholderText("@")
        self.handle.setMaxLength(LIMITS.handle_characters + 1)
        self.form.add(
            "handle", self.tr("&Handle"), self.handle, help=self.tr("Letters, digits, underscore and dot, up to 24.")
        )
        self.display_name = QLineEdit()
        self.form.add("display_name", self.tr("Display &name"), self.display_name)
        self.kind = QComboBox()
        for value, words in (
            ("brand", self.tr("Brand (business account)")),
            ("creator", self.tr("Creator")),
            ("personal", self.tr("Personal")),
        ):
            self.kind.addItem(words, value)
        self.form.add("kind", self.tr("&Kind of account"), self.kind)
        self.email = QLineEdit()
        self.form.add("email", self.tr("&E-mail"), self.email)
        self.password = PasswordField()
        self.form.add(
            "password",
            self.tr("&Password"),
            self.password,
            help=self.tr("At least 8 characters. Make up a new one, never that of a real TikTok account."),
        )
        self.is_public = QCheckBox(self.tr("P&ublic account"))
        self.is_public.setChecked(True)
        self.form.add("is_public", "", self.is_public, help=self.tr("A private account cannot be linked for ads."))
        self.is_public.setAccessibleName(self.tr("Public account"))
        self.body.addWidget(self.form)
        self.error = ErrorCard()
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self.create_account_button = button(self.tr("Sign up"), "create_account_button", "primary")
        self.foot.addWidget(self.create_account_button)
        self.show_foot()
        self.create_account_button.clicked.connect(self._sign_up)
        self.password.returnPressed.connect(self._sign_up)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Sign up")

    def first_focus(self) -> QWidget:
        """Return the handle."""
        return self.handle

    def _sign_up(self) -> None:
        from bcdesktop.services import directory

        self.form.clear_errors()
        self.error.clear()
        self.create_account_button.setEnabled(False)
        new = NewTikTokAccount(
            handle=self.handle.text(),
            display_name=self.display_name.text(),
            kind=str(self.kind.currentData()),
            email=self.email.text(),
            password=self.password.text(),
            is_public=self.is_public.isChecked(),
        )
        work = partial(directory.sign_up, self.host.context, self.host.profile, new)
        self.host.run(self, work, self._signed_up, self._failed)

    def _signed_up(self, _account: object) -> None:
        self.host.routes.account_chosen()

    def _failed(self, error: AppError) -> None:
        self.create_account_button.setEnabled(True)
        if not (isinstance(error, InputRefused) and self.form.show_error(error)):
            self.error.show_error(error)
