"""Accepting an invitation on the phone: a name and a password for the Business Center, never TikTok's."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services.people_errors import SecondStepNeeded
from bcdesktop.services.people_records import InvitationOffer
from bcdesktop.services.phone_records import Joined, MailRow
from bcdesktop.ui.kit.forms import Form, PasswordField
from bcdesktop.ui.kit.offer_words import offer_title, password_advice
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button, text
from bcdesktop.ui.phone.screen import Screen


class AcceptInvitationScreen(Screen):
    """Somebody the Business Center knows already is asked for their own password alone."""

    name = "accept_invitation_screen"
    passing = True

    def __init__(self, host: Host, mail: MailRow, offer: InvitationOffer) -> None:
        super().__init__(host)
        self._mail, self._offer = mail, offer
        self.person_name = QLineEdit(offer.name)
        self.person_name.setObjectName("person_name")
        self.center_password, self.center_password_again = PasswordField(), PasswordField()
        self.center_password.setObjectName("center_password")
        self.center_password_again.setObjectName("center_password_again")
        self.second_step = QLineEdit()
        self.second_step.setObjectName("second_step")
        self.form = Form()
        self.form.add("name", self.tr("Your &name"), self.person_name)
        self.form.add(
            "password",
            self.tr("&Password for the Business Center"),
            self.center_password,
            help=password_advice(offer),
        )
        self.form.add("repeat", self.tr("Password a&gain"), self.center_password_again)
        self.form.add(
            "code",
            self.tr("&Code of the authenticator app"),
            self.second_step,
            help=self.tr("The password is right; two-step verification asks for the six digits, or a recovery code."),
        )
        for field in (self.person_name, self.center_password, self.center_password_again, self.second_step):
            field.returnPressed.connect(self._accept)
        is_new = offer.person_name is None
        self.form.set_field_visible("name", is_new)
        self.form.set_field_visible("repeat", is_new)
        self.form.set_field_visible("code", False)
        self.error = ErrorCard()
        self.join_button = button(self.tr("Join"), "join_button", "primary")
        self.add_all([text(offer_title(offer), "heading"), self.form, self.error])
        self.body.addStretch(1)
        self.foot.addWidget(self.join_button)
        self.show_foot()
        self.join_button.clicked.connect(self._accept)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Accept invitation")

    def first_focus(self) -> QWidget:
        """Return the first field that is to be filled in."""
        is_named = bool(self._offer.person_name or self.person_name.text())
        return self.center_password if is_named else self.person_name

    def _accept(self) -> None:
        from bcdesktop.services import mailed_invitations

        if not self.join_button.isEnabled():
            return
        self.form.clear_errors()
        self.error.clear()
        password = self.center_password.text()
        if self._offer.person_name is None and password != self.center_password_again.text():
            self.form.show_error("repeat", self.tr("It is not the same as above."))
            return
        self.join_button.setEnabled(False)
        work = partial(
            mailed_invitations.accept,
            self.host.context,
            self.host.profile,
            self._mail.id,
            self.person_name.text(),
            password,
            second_step=self.second_step.text() or None,
        )
        self.host.run(self, work, self._joined, self._failed)

    def _joined(self, joined: Joined) -> None:
        self.host.routes.joined(joined)

    def _failed(self, error: AppError) -> None:
        self.join_button.setEnabled(True)
        if isinstance(error, SecondStepNeeded):
            self.form.set_field_visible("code", True)
            self.second_step.setFocus()
        elif not (isinstance(error, InputRefused) and self.form.show_error(error)):
            self.error.show_error(error)
