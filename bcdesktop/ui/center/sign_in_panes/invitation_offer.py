"""What an invitation offers, who one will be here, and the two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import InputRefused
from bcdesktop.ui.center.stay_check import StayCheck
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.facts import FactList
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.offer_words import offer_facts, offer_title, password_advice
from bcdesktop.ui.kit.waiting_button import WaitingButton

if TYPE_CHECKING:
    from bcdesktop.services.people_records import InvitationOffer
    from bcdesktop.ui.kit.session import Session


class InvitationOfferView(QWidget):
    """``accepted`` once everything is filled in; somebody known is asked for their password alone."""

    accepted = Signal()
    declined = Signal()
    back_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer: InvitationOffer | None = None
        self.offer_label = text_label("", "heading", wrap=True)
        self.offer_label.setObjectName("offer_label")
        self.facts = FactList()
        self._make_form(session)
        right = QVBoxLayout()
        right.addWidget(self.form)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(scrolled(self.facts), 1)
        columns.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.offer_label)
        layout.addLayout(columns)
        layout.addLayout(self._buttons())

    def _make_form(self, session: Session) -> None:
        self.invited_name_edit = QLineEdit()
        self.invited_name_edit.setObjectName("invited_name_edit")
        self.invited_password_edit, self.invited_repeat_edit = PasswordField(), PasswordField()
        self.invited_password_edit.setObjectName("invited_password_edit")
        self.invited_repeat_edit.setObjectName("invited_repeat_edit")
        self.invited_code_edit = QLineEdit()
        self.invited_code_edit.setObjectName("invited_code_edit")
        self.stay = StayCheck(session)
        self.stay.stay_check.setObjectName("invited_stay_check")
        self.stay.stay_reason_label.setObjectName("invited_stay_reason_label")
        self.form = Form()
        self.form.add("name", self.tr("Your &name"), self.invited_name_edit)
        self.form.add("password", self.tr("&Password"), self.invited_password_edit)
        self.form.add("repeat", self.tr("Password a&gain"), self.invited_repeat_edit)
        self.form.add(
            "code",
            self.tr("&Code of the app, or a recovery code"),
            self.invited_code_edit,
            help=self.tr("The password is right; two-step verification asks for the six digits."),
        )
        self.form.add_widget(self.stay)
        for field in (self.invited_name_edit, self.invited_password_edit, self.invited_repeat_edit):
            field.returnPressed.connect(self.submit)
        self.invited_code_edit.returnPressed.connect(self.submit)

    def _buttons(self) -> QHBoxLayout:
        self.back_from_offer_button = QPushButton(self.tr("&Back"))
        self.decline_invitation_button = QPushButton(self.tr("&Decline…"))
        self.accept_invitation_button = WaitingButton(self.tr("&Accept"), self.tr("One moment…"))
        self.accept_invitation_button.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, button, slot in (
            ("decline_invitation_button", self.decline_invitation_button, self.declined),
            ("back_from_offer_button", self.back_from_offer_button, self.back_requested),
            ("accept_invitation_button", self.accept_invitation_button, self.submit),
        ):
            button.setObjectName(name)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.insertStretch(1, 1)
        return row

    def show_offer(self, offer: InvitationOffer) -> None:
        """Show ``offer``; what was typed for another one is gone."""
        self.offer = offer
        self.offer_label.setText(offer_title(offer))
        self.facts.show_facts(offer_facts(offer))
        is_new = offer.person_name is None
        self.form.clear_errors()
        self.invited_name_edit.setText(offer.name)
        for field in (self.invited_password_edit, self.invited_repeat_edit, self.invited_code_edit):
            field.clear()
        self.form.set_field_visible("name", is_new)
        self.form.set_field_visible("repeat", is_new)
        self.form.set_field_visible("code", False)
        self.form.set_help("password", password_advice(offer))
        self.accept_invitation_button.stop_waiting()
        first = self.invited_name_edit if is_new and not offer.name else self.invited_password_edit
        first.setFocus()

    def submit(self) -> None:
        """Accept, once both passwords of a new person are the same."""
        if not self.accept_invitation_button.isEnabled() or self.offer is None:
            return
        self.form.clear_errors()
        is_new = self.offer.person_name is None
        if is_new and self.invited_password_edit.text() != self.invited_repeat_edit.text():
            self.form.show_error("repeat", self.tr("It is not the same as above."))
        else:
            self.accepted.emit()

    def ask_code(self) -> None:
        """Ask for the second step of somebody known."""
        self.form.set_field_visible("code", True)
        self.invited_code_edit.setFocus()

    def show_error(self, error: InputRefused) -> bool:
        """Show what is wrong at its field; False for another field."""
        return self.form.show_error(error)
