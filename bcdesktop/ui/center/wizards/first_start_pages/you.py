"""Step 3: the person who will be Admin and Finance manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from bcdesktop.core.flows.first_start import You
from bcdesktop.core.sign_in_names import has_email
from bcdesktop.ui.center.stay_check import StayCheck
from bcdesktop.ui.center.wizards.first_start_pages.base import FirstStartPage
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
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

    def _take(self, actor: Actor | Advertiser) -> None:
        """Be the page of somebody who is known: only the password is asked for, which shows that it is them."""
        self.sentence_label.setText(
            self.tr("You stay the same person, and will be Admin and Finance manager there too. Prove that it is you.")
        )
        self.person_name_edit.setReadOnly(True)
        self.state.typed.update(person_name=actor.name)
        if has_email(actor.email):
            self.email_edit.setReadOnly(True)
            self.state.typed.update(email=actor.email)
        else:
            help_text = self.tr("Optional: you registered without one. Left empty, you sign in with %1.")
            self.form.set_help("email", help_text.replace("%1", actor.email))
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
        known_by = self.state.actor.email if self.state.actor is not None else ""
        return You(
            person_name=self.person_name_edit.text(),
            email=self.email_edit.text().strip() or known_by,
            password=self.password_edit.text(),
        )

    def keep(self) -> None:
        """Keep what was typed."""
        answer = self.answer()
        self.state.typed.update(person_name=answer.person_name, email=self.email_edit.text(), password=answer.password)
        self.state.stay_signed_in = self.stay.is_checked()
