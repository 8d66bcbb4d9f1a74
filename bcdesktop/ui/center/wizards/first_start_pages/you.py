"""Step 3: the person who will be Admin and Finance manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from bcdesktop.core.flows.first_start import You
from bcdesktop.ui.center.stay_check import StayCheck
from bcdesktop.ui.center.wizards.first_start_pages.base import FirstStartPage
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.wizards.first_start_pages.state import FirstStartState
    from bcdesktop.ui.kit.session import Session


class YouPage(FirstStartPage):
    """The name comes from the TikTok account that logged in."""

    step = "you"

    def __init__(self, session: Session, state: FirstStartState) -> None:
        super().__init__(session, state, "", "")
        self.title_label.setText(self.tr("You"))
        self.sentence_label.setText(
            self.tr("You will be Admin and Finance manager. Sign in with this e-mail and password from now on.")
        )
        self.person_name_edit = QLineEdit()
        self.person_name_edit.setObjectName("person_name_edit")
        self.email_edit = QLineEdit()
        self.email_edit.setObjectName("email_edit")
        self.password_edit = PasswordField()
        self.password_edit.setObjectName("password_edit")
        self.stay = StayCheck(session)
        self.form = Form()
        self.form.add("person_name", self.tr("Your &name"), self.person_name_edit)
        self.form.add("email", self.tr("&E-mail"), self.email_edit)
        self.form.add(
            "password",
            self.tr("&Password"),
            self.password_edit,
            help=self.tr("At least 8 characters. A short sentence is good. It never leaves this computer."),
        )
        self.form.add_widget(self.stay)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        if state.actor is not None:
            self._take(state.actor)

    def _take(self, actor: Actor) -> None:
        """Be the page of somebody who is known: only the password is asked for, which shows that it is them."""
        self.sentence_label.setText(
            self.tr("You stay the same person, and will be Admin and Finance manager there too. Prove that it is you.")
        )
        for field in (self.person_name_edit, self.email_edit):
            field.setReadOnly(True)
        self.state.typed.update(person_name=actor.name, email=actor.email)
        self.form.set_help("password", self.tr("The one you sign in with."))

    def initializePage(self) -> None:
        """Fill in what was typed before, else what is known from the log-in."""
        typed, log_in = self.state.typed, self.state.log_in
        known = log_in.display_name if log_in is not None else None
        self.person_name_edit.setText(typed.get("person_name") or known or "")
        self.email_edit.setText(typed.get("email") or "")
        self.password_edit.setText(typed.get("password") or "")
        self.stay.set_checked(self.state.stay_signed_in)

    def first_focus(self) -> QLineEdit:
        """Return the first field that is still empty."""
        if self.state.actor is not None:
            return self.password_edit
        return self.email_edit if self.person_name_edit.text() else self.person_name_edit

    def answer(self) -> You:
        """Return what was typed."""
        return You(
            person_name=self.person_name_edit.text(), email=self.email_edit.text(), password=self.password_edit.text()
        )

    def keep(self) -> None:
        """Keep what was typed."""
        answer = self.answer()
        self.state.typed.update(person_name=answer.person_name, email=answer.email, password=answer.password)
        self.state.stay_signed_in = self.stay.is_checked()
