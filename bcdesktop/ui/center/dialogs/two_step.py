"""Two-step verification: set it up, turn it off, make new recovery codes (security.md 2.7)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, InputRefused, ValueMissing
from bcdesktop.services import two_step
from bcdesktop.services.errors import SignInThrottled
from bcdesktop.ui.center.recovery_codes_view import RecoveryCodesView
from bcdesktop.ui.center.two_step_set_up import TwoStepSetUpWidget
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


class TwoStepDialog(QDialog):
    """Sets it up; closes once the person has the recovery codes."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(navigator.window)
        self.setObjectName("two_step_dialog")
        self.setWindowTitle(self.tr("Set up two-step verification"))
        self.set_up = TwoStepSetUpWidget(session, actor)
        self.cancel_set_up_button = QPushButton(self.tr("Cancel"))
        self.cancel_set_up_button.setObjectName("cancel_set_up_button")
        self.cancel_set_up_button.clicked.connect(self.reject)
        self.set_up.add_button(self.cancel_set_up_button)
        self.set_up.done.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(self.tr("Set up two-step verification"), "title"))
        layout.addWidget(self.set_up)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 108)
        self.set_up.set_focus()
        DialogRoom(self)


class ConfirmSelfDialog(QDialog):
    """Asks for the password and a code of the app; ``confirmed`` carries what ``work`` gave back."""

    confirmed = Signal(object)

    def __init__(
        self,
        session: Session,
        navigator: Navigator,
        work: Callable[[str, str], Any],
        words: tuple[str, str, str],
        *,
        danger: bool = False,
    ) -> None:
        """``words`` are title, sentence and the verb on the button; ``work`` takes password and code."""
        super().__init__(navigator.window)
        self._session, self._work = session, work
        title, sentence, verb = words
        self.setObjectName("confirm_self_dialog")
        self.setWindowTitle(title)
        self.confirm_self_notice = NoticeBar()
        self.confirm_self_notice.notice_close_button.setObjectName("confirm_self_notice_close_button")
        self.confirm_self_notice.notice_action_button.setObjectName("confirm_self_notice_action_button")
        self.confirm_self_form = self._make_form()
        self.close_confirm_self_button = QPushButton(self.tr("Cancel"))
        self.close_confirm_self_button.setObjectName("close_confirm_self_button")
        self.close_confirm_self_button.setAutoDefault(False)
        self.close_confirm_self_button.clicked.connect(self.reject)
        self.confirm_self_button = WaitingButton(verb, self.tr("Checking…"))
        self.confirm_self_button.setObjectName("confirm_self_button")
        self.confirm_self_button.setProperty("kind", "danger" if danger else "primary")
        self.confirm_self_button.setDefault(True)
        self.confirm_self_button.clicked.connect(self.confirm)
        self.sentence_label = text_label(sentence, wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_confirm_self_button)
        buttons.addWidget(self.confirm_self_button)
        self.column = QVBoxLayout()
        self.column.setSpacing(16)
        for part in (
            text_label(title, "title", wrap=True),
            self.sentence_label,
            self.confirm_self_notice,
            self.confirm_self_form,
        ):
            self.column.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(self.column)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 72)
        self.confirm_password_edit.setFocus()
        DialogRoom(self)

    def _make_form(self) -> Form:
        self.confirm_password_edit = PasswordField()
        self.confirm_password_edit.setObjectName("confirm_password_edit")
        self.confirm_code_edit = QLineEdit()
        self.confirm_code_edit.setObjectName("confirm_code_edit")
        form = Form()
        form.add("password", self.tr("Your &password"), self.confirm_password_edit)
        form.add(
            "code",
            self.tr("&Code of the app"),
            self.confirm_code_edit,
            help=self.tr("The six digits, or a recovery code that is left."),
        )
        return form

    def confirm(self) -> None:
        """Do it with what was typed."""
        form, password, code = self.confirm_self_form, self.confirm_password_edit.text(), self.confirm_code_edit.text()
        form.clear_errors()
        self.confirm_self_notice.dismiss()
        missing = [ValueMissing(name) for name, text in (("password", password), ("code", code.strip())) if not text]
        if missing:
            form.show_errors(missing)
            return
        self.confirm_self_button.set_busy(True)
        self._session.runner.run(self, partial(self._work, password, code), self.take, self._refused)

    def take(self, result: Any) -> None:
        """End after it was done."""
        self.confirmed.emit(result)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.confirm_self_button.set_busy(False)
        if isinstance(error, InputRefused) and self.confirm_self_form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, SignInThrottled):
            self.confirm_self_button.wait(error.seconds)
        self.confirm_self_notice.show_error(error)


class TurnOffTwoStepDialog(ConfirmSelfDialog):
    """Turns it off."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        words = (
            self.tr("Turn off two-step verification?"),
            self.tr(
                "Then your password alone lets anybody in who knows it. The app's entry and your recovery codes become"
                " worthless."
            ),
            self.tr("&Turn off"),
        )
        super().__init__(session, navigator, partial(two_step.turn_off, session.context, actor), words, danger=True)


class NewRecoveryCodesDialog(ConfirmSelfDialog):
    """Makes new codes and shows them."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        words = (
            self.tr("New recovery codes"),
            self.tr("Ten new codes take the place of all you have; the old ones become worthless."),
            self.tr("&Make new codes"),
        )
        super().__init__(session, navigator, partial(two_step.new_recovery_codes, session.context, actor), words)
        self._actor = actor
        self.recovery_codes_view = RecoveryCodesView(session)
        self.recovery_codes_view.failed.connect(self._refused)
        self.recovery_codes_view.hide()
        self.column.addWidget(self.recovery_codes_view)

    def take(self, result: Any) -> None:
        """Show the codes; the person closes the dialog."""
        self.confirmed.emit(result)
        self.confirm_password_edit.clear()
        self.confirm_self_form.hide()
        self.confirm_self_button.hide()
        self.sentence_label.setText(self.tr("They are shown only now: print them, or put them where you find them."))
        self.recovery_codes_view.set_codes(result, self._actor.email)
        self.recovery_codes_view.show()
        self.close_confirm_self_button.setText(self.tr("I have &kept them"))
        self.close_confirm_self_button.setFocus()
        self.adjustSize()
