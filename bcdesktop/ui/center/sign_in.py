"""Sign in with e-mail and password, or with a code that the Phone approves (A1-02; decisions.md, Who is who)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError, InputRefused, ValueMissing
from bcdesktop.services import people
from bcdesktop.services.records import Actor, LogInPurpose, LogInRow
from bcdesktop.ui.center.button_icon import set_button_icon
from bcdesktop.ui.center.cannot_get_in_pane import CannotGetInPane
from bcdesktop.ui.center.log_in_code import LogInCodeView
from bcdesktop.ui.center.restore_key import RestoreKeyPane
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session


class SignInView(QWidget):
    """Three panes: the form, the log-in code, and the recovery text where this computer has no store key."""

    signed_in = Signal(object)
    """The Actor."""
    phone_requested = Signal()
    store_requested = Signal()

    def __init__(self, session: Session, *, is_example: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("sign_in_view")
        self.sign_in_notice = NoticeBar()
        self.sign_in_notice.setObjectName("sign_in_notice")
        self._panes: list[QWidget] = []
        self._code_view: LogInCodeView | None = None
        self._help_pane: CannotGetInPane | None = None
        self._column = QWidget()
        self._inner = QVBoxLayout(self._column)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(12)
        self._inner.addLayout(self._head())
        self._inner.addSpacing(8)
        self._inner.addWidget(self.sign_in_notice)
        self._form_card = self._form_pane(is_example)
        self._show_pane(self._form_card, wide=False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        # between stretches, not aligned: only so do wrapped lines get their height
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)

    def _head(self) -> QVBoxLayout:
        self._picture = QLabel()
        self._theme = self._session.theme
        self._theme.changed.connect(self._draw)
        self._draw()
        head = QVBoxLayout()
        head.setSpacing(8)
        for part in (self._picture, text_label(self.tr("Business Center Desktop"), "title")):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            head.addWidget(part)
        return head

    def _draw(self) -> None:
        side = round(self.fontMetrics().height() * 2.4)
        self._picture.setPixmap(pixmap("qr-code", self._theme, "primary", side, self.devicePixelRatioF()))

    def _show_pane(self, pane: QWidget, *, wide: bool) -> None:
        if pane not in self._panes:
            self._panes.append(pane)
            self._inner.addWidget(pane)
        for other in self._panes:
            other.setVisible(other is pane)
        self._column.setFixedWidth(self.fontMetrics().averageCharWidth() * (112 if wide else 60))

    def _form_pane(self, is_example: bool) -> Card:
        card = Card(self.tr("Sign in"))
        if is_example:
            card.body.addLayout(self._example_row())
        self.sign_in_form = Form()
        self.email_edit = QLineEdit(self._session.settings.last_email)
        self.email_edit.setObjectName("email_edit")
        self.password_edit = PasswordField()
        self.password_edit.setObjectName("password_edit")
        self.sign_in_form.add("email", self.tr("&E-mail"), self.email_edit)
        self.sign_in_form.add("password", self.tr("&Password"), self.password_edit)
        self.stay_check = QCheckBox(self.tr("&Stay signed in on this computer"))
        self.stay_check.setObjectName("stay_check")
        self.stay_check.setChecked(True)
        self.sign_in_button = QPushButton(self.tr("Sign &in"))
        self.sign_in_button.setObjectName("sign_in_button")
        self.sign_in_button.setProperty("kind", "primary")
        self.log_in_with_tiktok_button = QPushButton(self.tr("Log in with &TikTok"))
        self.log_in_with_tiktok_button.setObjectName("log_in_with_tiktok_button")
        set_button_icon(self.log_in_with_tiktok_button, "qr-code")
        self.open_store_button = QPushButton(self.tr("&Open another store…"))
        self.open_store_button.setObjectName("sign_in_open_store_button")
        self.open_store_button.setProperty("kind", "quiet")
        self.cannot_get_in_button = QPushButton(self.tr("I &cannot get in…"))
        self.cannot_get_in_button.setObjectName("cannot_get_in_button")
        self.cannot_get_in_button.setProperty("kind", "quiet")
        self.cannot_get_in_button.clicked.connect(self.show_cannot_get_in)
        card.body.setSpacing(12)
        for part in (
            self.sign_in_form,
            self.stay_check,
            self.sign_in_button,
            self.log_in_with_tiktok_button,
            self.cannot_get_in_button,
            self.open_store_button,
        ):
            card.body.addWidget(part)
        self.email_edit.returnPressed.connect(self.sign_in)
        self.password_edit.returnPressed.connect(self.sign_in)
        self.sign_in_button.clicked.connect(self.sign_in)
        self.log_in_with_tiktok_button.clicked.connect(self.show_code)
        self.open_store_button.clicked.connect(self.store_requested)
        return card

    def _example_row(self) -> QHBoxLayout:
        self.fill_example_button = QPushButton(self.tr("&Fill in the example's sign-in"))
        self.fill_example_button.setObjectName("fill_example_button")
        self.fill_example_button.setProperty("kind", "quiet")
        self.fill_example_button.clicked.connect(self._fill_example)
        row = QHBoxLayout()
        row.addWidget(Badge(self.tr("Example"), BadgeKind.WARNING))
        row.addWidget(self.fill_example_button)
        row.addStretch(1)
        return row

    def _fill_example(self) -> None:
        from bcdesktop.services import example

        self.email_edit.setText(example.EXAMPLE_EMAIL)
        self.password_edit.setText(example.EXAMPLE_PASSWORD)

    def set_focus(self) -> None:
        """Put the cursor where typing goes on."""
        (self.password_edit if self.email_edit.text() else self.email_edit).setFocus()

    def sign_in(self) -> None:
        """Try what was typed."""
        email, password = self.email_edit.text().strip(), self.password_edit.text()
        self.sign_in_form.clear_errors()
        self.sign_in_notice.dismiss()
        missing = [ValueMissing(name) for name, text in (("email", email), ("password", password)) if not text]
        if missing:
            self.sign_in_form.show_errors(missing)
            return
        self._set_busy(True)
        work = partial(_sign_in, self._session.context, email, password, self.stay_check.isChecked())
        self._session.runner.run(self, work, self._done, self._refused)

    def show_code(self) -> None:
        """Show a log-in code in place of the form."""
        self.sign_in_notice.dismiss()
        if self._code_view is None:
            self._code_view = LogInCodeView(self._session, LogInPurpose.SIGN_IN)
            self._code_view.approved.connect(self._take_log_in)
            self._code_view.phone_requested.connect(self.phone_requested)
            self._code_view.failed.connect(self._refused)
            self._code_card = self._code_pane(self._code_view)
        self._show_pane(self._code_card, wide=True)
        self._code_view.start()

    def _code_pane(self, view: LogInCodeView) -> Card:
        card = Card(self.tr("Log in with TikTok"))
        self.back_to_password_button = QPushButton(self.tr("&Back to e-mail and password"))
        self.back_to_password_button.setObjectName("back_to_password_button")
        self.back_to_password_button.setProperty("kind", "quiet")
        self.back_to_password_button.clicked.connect(self.show_form)
        card.body.setSpacing(12)
        card.body.addWidget(view)
        card.body.addWidget(self.back_to_password_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def show_form(self) -> None:
        """Show e-mail and password again; a waiting code is ended."""
        if self._code_view is not None:
            self._code_view.stop()
        self._show_pane(self._form_card, wide=False)

    def show_cannot_get_in(self) -> None:
        """Show the pane that asks the admins, in place of the form (A0-43)."""
        self.sign_in_notice.dismiss()
        if self._help_pane is None:
            self._help_pane = CannotGetInPane(self._session, self.email_edit.text().strip())
            self._help_pane.back_requested.connect(self.show_form)
        self._show_pane(self._help_pane, wide=False)
        self._help_pane.set_focus()

    def _take_log_in(self, row: LogInRow) -> None:
        work = partial(_sign_in_with_tiktok, self._session.context, row.id, self.stay_check.isChecked())
        self._session.runner.run(self, work, self._done, self._refused_log_in)

    def _refused_log_in(self, error: Exception) -> None:
        self.show_form()
        self._refused(error)

    def _done(self, actor: Actor) -> None:
        self._set_busy(False)
        self._session.settings.last_email = actor.email
        if self._session.context.keys.is_unlocked:
            self.signed_in.emit(actor)
        else:
            self._ask_recovery_text(actor)

    def _ask_recovery_text(self, actor: Actor) -> None:
        pane = RestoreKeyPane(self._session, actor, self.password_edit.text())
        pane.restored.connect(self.signed_in)
        pane.skipped.connect(self.signed_in)
        self._show_pane(pane, wide=True)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, InputRefused) and self.sign_in_form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.sign_in_notice.show_error(error)
        self.password_edit.selectAll()
        self.password_edit.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self.sign_in_button.setEnabled(not busy)
        self.sign_in_button.setText(self.tr("Signing in…") if busy else self.tr("Sign &in"))
        self.log_in_with_tiktok_button.setEnabled(not busy)


def _sign_in(context, email: str, password: str, stay: bool) -> Actor:
    return _stay(context, people.sign_in(context, email, password), stay)


def _sign_in_with_tiktok(context, log_in_id: str, stay: bool) -> Actor:
    return _stay(context, people.sign_in_with_tiktok(context, log_in_id), stay)


def _stay(context, actor: Actor, stay: bool) -> Actor:
    if stay:
        people.stay_signed_in(context, actor)
    return actor
