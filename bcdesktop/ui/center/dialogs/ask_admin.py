"""Ask an admin to do what one may not do oneself (domain.md 13.17, A0-40)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.errors import AppError, InputRefused, ValueMissing
from bcdesktop.core.policy import Action
from bcdesktop.services import admin_requests, people
from bcdesktop.ui.center.admin_request_words import wish_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.people_records import AdminRequestRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


_NAMED = 5
_CHOICES = (AdminRequestSubject.ACTION, AdminRequestSubject.ACCESS, AdminRequestSubject.REMOVE_ME)


def ask_admin_dialog(
    session: Session,
    actor: Actor,
    navigator: Navigator,
    subject: AdminRequestSubject | None,
    *,
    action: Action | None = None,
    object_id: str | None = None,
    object_name: str = "",
    parent: QWidget | None = None,
) -> QDialog:
    """Return the dialog that asks the admins; open it with ``navigator.open_dialog``.

    ``action`` and the object say what is asked for; they are shown and cannot be changed in it. With None as
    ``subject`` the person chooses what to ask for.
    """
    wish = _Wish(subject, action, object_id, object_name)
    return AskAdminDialog(session, actor, navigator, wish, parent or navigator.window)


@dataclass(frozen=True)
class _Wish:
    """What is asked for; ``subject`` None is chosen in the dialog."""

    subject: AdminRequestSubject | None
    action: Action | None
    object_id: str | None
    object_name: str


class AskAdminDialog(QDialog):
    """What is asked for, who will see it, room for a few words, Send."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, wish: _Wish, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ask_admin_dialog")
        self.setWindowTitle(self.tr("Ask an admin"))
        self._session, self._actor, self._navigator, self._wish = session, actor, navigator, wish
        text = self.tr("What shall the admins do?")
        if wish.subject is not None:
            text = wish_text(wish.subject, wish.action, wish.object_name)
        self.wish_label = text_label(text, "heading", wrap=True)
        self.wish_label.setObjectName("wish_label")
        self.admins_label = text_label(self.tr("The admins find it on their Home page."), "muted", wrap=True)
        self.admins_label.setObjectName("ask_admin_names_label")
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("ask_admin_notice_close_button")
        self.bar.notice_action_button.setObjectName("ask_admin_notice_action_button")
        self.text_edit = TextField()
        self.text_edit.setObjectName("ask_admin_text_edit")
        self.text_edit.setPlaceholderText(self.tr("For example: I look after the spring campaign from Monday."))
        self.form = Form()
        if wish.subject is None:
            self._add_choice()
        label = self.tr("&Why (optional)") if wish.subject is not None else self.tr("&In your own words")
        self.form.add("text", label, self.text_edit)
        self._lay_out()
        self.text_edit.setFocus()
        work = partial(people.admins, session.context, actor)
        session.runner.run(self, work, self._show_admins, self._refused)

    def _add_choice(self) -> None:
        self.ask_subject_combo = QComboBox()
        self.ask_subject_combo.setObjectName("ask_subject_combo")
        for subject in _CHOICES:
            self.ask_subject_combo.addItem(wish_text(subject, None, ""), subject)
        self.form.add("subject", self.tr("&Ask for"), self.ask_subject_combo)

    def _subject(self) -> AdminRequestSubject:
        return self._wish.subject or AdminRequestSubject(self.ask_subject_combo.currentData())

    def _lay_out(self) -> None:
        self.cancel_ask_button = QPushButton(self.tr("Cancel"))
        self.cancel_ask_button.setObjectName("cancel_ask_button")
        self.cancel_ask_button.setAutoDefault(False)
        self.cancel_ask_button.clicked.connect(self.reject)
        self.send_ask_button = QPushButton(self.tr("&Send"))
        self.send_ask_button.setObjectName("send_ask_button")
        self.send_ask_button.setProperty("kind", "primary")
        self.send_ask_button.setDefault(True)
        self.send_ask_button.clicked.connect(self._send)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_ask_button)
        buttons.addWidget(self.send_ask_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.wish_label)
        words.addWidget(self.admins_label)
        layout.addLayout(words)
        layout.addWidget(self.bar)
        layout.addWidget(self.form, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 72, line * 18)

    def _show_admins(self, names: tuple[str, ...]) -> None:
        text = self.tr("%1 will find it on the Home page.")
        self.admins_label.setText(text.replace("%1", _listed(names)))

    def _send(self) -> None:
        self.bar.dismiss()
        wish, subject, text = self._wish, self._subject(), self.text_edit.toPlainText()
        if subject is AdminRequestSubject.ACTION and wish.action is None and not text.strip():
            # "do something" alone says nothing
            self.form.show_error(ValueMissing("text"))
            return
        self.send_ask_button.setEnabled(False)
        work = partial(
            admin_requests.ask,
            self._session.context,
            self._actor,
            subject,
            action=wish.action,
            object_id=wish.object_id,
            object_name=wish.object_name,
            text=text,
        )
        self._session.runner.run(self, work, self._sent, self._refused)

    def _sent(self, _row: AdminRequestRow) -> None:
        text = self.tr("Asked. The answer will stand on your Home page.")
        self._navigator.notices.success(text)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.send_ask_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)


def _listed(names: tuple[str, ...]) -> str:
    """Return the names, at most five of them."""
    shown = ", ".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} …"
