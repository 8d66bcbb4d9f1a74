"""Another password for the signed-in person (security.md 2.7)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, InputRefused, ValueMissing
from bcdesktop.services import people
from bcdesktop.services.errors import SignInThrottled
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.dialog_room import DialogRoom
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.waiting_button import WaitingButton

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ChangePasswordDialog(QDialog):
    """The present password, and twice the new one. ``accepted`` when it counts."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(navigator.window)
        self._session, self._actor, self._navigator = session, actor, navigator
        self.setObjectName("change_password_dialog")
        self.setWindowTitle(self.tr("Change password"))
        self.change_password_notice = NoticeBar()
        self.change_password_notice.notice_close_button.setObjectName("change_password_notice_close_button")
        self.change_password_notice.notice_action_button.setObjectName("change_password_notice_action_button")
        self._make_form()
        self.cancel_change_button = QPushButton(self.tr("Cancel"))
        self.cancel_change_button.setObjectName("cancel_change_button")
        self.cancel_change_button.setAutoDefault(False)
        self.cancel_change_button.clicked.connect(self.reject)
        self.change_button = WaitingButton(self.tr("C&hange password"), self.tr("Changing…"))
        self.change_button.setObjectName("change_button")
        self.change_button.setProperty("kind", "primary")
        self.change_button.setDefault(True)
        self.change_button.clicked.connect(self.change)
        sentence = self.tr("On other computers you will be asked for the new password. On this one you stay signed in.")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_change_button)
        buttons.addWidget(self.change_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(self.tr("Change password"), "title"))
        for part in (text_label(sentence, "muted", wrap=True), self.change_password_notice, self.change_form):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 72)
        self.old_password_edit.setFocus()
        DialogRoom(self)

    def _make_form(self) -> None:
        self.old_password_edit, self.changed_password_edit, self.changed_repeat_edit = (
            PasswordField(),
            PasswordField(),
            PasswordField(),
        )
        self.old_password_edit.setObjectName("old_password_edit")
        self.changed_password_edit.setObjectName("changed_password_edit")
        self.changed_repeat_edit.setObjectName("changed_repeat_edit")
        self.change_form = Form()
        self.change_form.add("old_password", self.tr("&Present password"), self.old_password_edit)
        self.change_form.add(
            "new_password",
            self.tr("&New password"),
            self.changed_password_edit,
            help=self.tr("At least 8 characters. A short sentence is good."),
        )
        self.change_form.add("repeat", self.tr("New password &again"), self.changed_repeat_edit)

    def change(self) -> None:
        """Change it to what was typed."""
        form, old, new = self.change_form, self.old_password_edit.text(), self.changed_password_edit.text()
        form.clear_errors()
        self.change_password_notice.dismiss()
        missing = [ValueMissing(name) for name, text in (("old_password", old), ("new_password", new)) if not text]
        if missing:
            form.show_errors(missing)
        elif new != self.changed_repeat_edit.text():
            form.show_error("repeat", self.tr("It is not the same as above."))
        else:
            self.change_button.set_busy(True)
            work = partial(people.change_password, self._session.context, self._actor, old, new)
            self._session.runner.run(self, work, self._changed, self._refused)

    def _changed(self, _nothing: None) -> None:
        self._navigator.notices.success(self.tr("Password changed."))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.change_button.set_busy(False)
        if isinstance(error, InputRefused) and self.change_form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, SignInThrottled):
            self.change_button.wait(error.seconds)
        self.change_password_notice.show_error(error)
