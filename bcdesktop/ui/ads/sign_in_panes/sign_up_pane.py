"""A new Ads Manager account, for who has no Business Center: with an e-mail address, or by TikTok (A2-02, A4-23)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from bcdesktop.core.errors import AppError, InputRefused, ValueMissing
from bcdesktop.services import advertisers
from bcdesktop.services.records import LogInPurpose
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.log_in_code import LogInCodeView
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.waiting_button import WaitingButton

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.records import LogInRow
    from bcdesktop.ui.kit.session import Session


class SignUpPane(Card):
    """Name, e-mail, password; or a code for the Phone first, and then no e-mail is asked for."""

    signed_up = Signal(object)
    """The Advertiser."""
    back_requested = Signal()
    phone_requested = Signal()
    widened = Signal(bool)
    """Wants to be in view; True while it shows a code."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._log_in: LogInRow | None = None
        self._code_view: LogInCodeView | None = None
        self.setObjectName("sign_up_pane")
        self.title_label.setText(self.tr("Create an Ads Manager account"))
        self.title_label.show()
        self.body.setSpacing(12)
        self.sign_up_notice = NoticeBar()
        self.sign_up_notice.setObjectName("sign_up_notice")
        self.sign_up_notice.notice_close_button.setObjectName("sign_up_notice_close_button")
        self.sign_up_notice.notice_action_button.setObjectName("sign_up_notice_action_button")
        self.known_label = text_label("", "muted", wrap=True)
        self.known_label.setObjectName("sign_up_known_label")
        self._make_form()
        self.create_account_button = WaitingButton(self.tr("&Create account"), self.tr("Creating…"))
        self.create_account_button.setObjectName("create_account_button")
        self.create_account_button.setProperty("kind", "primary")
        self.create_account_button.clicked.connect(self.submit)
        self.sign_up_with_tiktok_button = QPushButton(self.tr("Use &TikTok in place of an e-mail"))
        self.sign_up_with_tiktok_button.setObjectName("sign_up_with_tiktok_button")
        set_button_icon(self.sign_up_with_tiktok_button, "qr-code")
        self.sign_up_with_tiktok_button.clicked.connect(self.show_code)
        self.back_from_sign_up_button = QPushButton(self.tr("&Back"))
        self.back_from_sign_up_button.setObjectName("back_from_sign_up_button")
        self.back_from_sign_up_button.setProperty("kind", "quiet")
        self.back_from_sign_up_button.clicked.connect(self._go_back)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.back_from_sign_up_button)
        self._foot.addStretch(1)
        for part in (self.sign_up_notice, self.known_label, self.sign_up_form):
            self.body.addWidget(part)
        self.body.addWidget(self.create_account_button)
        self.body.addWidget(self.sign_up_with_tiktok_button)
        self.body.addLayout(self._foot)

    def _make_form(self) -> None:
        self.sign_up_name_edit = self._field("sign_up_name_edit", QLineEdit())
        self.sign_up_email_edit = self._field("sign_up_email_edit", QLineEdit())
        self.sign_up_password_edit = self._field("sign_up_password_edit", PasswordField())
        self.sign_up_form = Form()
        self.sign_up_form.add("person_name", self.tr("Your &name"), self.sign_up_name_edit)
        self.sign_up_form.add("email", self.tr("&E-mail"), self.sign_up_email_edit)
        self.sign_up_form.add(
            "password",
            self.tr("&Password"),
            self.sign_up_password_edit,
            help=self.tr("For this program, not the one of TikTok. At least 8 characters."),
        )

    def _field(self, name: str, field: QLineEdit) -> QLineEdit:
        field.setObjectName(name)
        field.returnPressed.connect(self.submit)
        return field

    def begin(self) -> None:
        """Show the form with what was typed before."""
        self._show_form()

    def set_focus(self) -> None:
        """Put the cursor where typing goes on."""
        if self.sign_up_form.isVisible():
            self.sign_up_name_edit.setFocus()

    def _show_form(self) -> None:
        log_in = self._log_in
        text = self.tr("You are known by @%1 and need no e-mail address. You can add one later.")
        self.known_label.setText(text.replace("%1", (log_in.handle or "") if log_in else ""))
        self.known_label.setVisible(log_in is not None)
        self.sign_up_form.set_field_visible("email", log_in is None)
        if log_in is not None and not self.sign_up_name_edit.text():
            self.sign_up_name_edit.setText(log_in.display_name or "")
        self._show_parts(code=False)
        self.sign_up_with_tiktok_button.setVisible(log_in is None)
        self.widened.emit(False)

    def _show_parts(self, *, code: bool) -> None:
        for part in (self.sign_up_form, self.create_account_button, self.sign_up_with_tiktok_button):
            part.setVisible(not code)
        if self._code_view is not None:
            self._code_view.setVisible(code)

    # ------------------------------------------------------------------ by TikTok
    def show_code(self) -> None:
        """Show a code for the Phone; who approves it needs no e-mail address here."""
        self.sign_up_notice.dismiss()
        if self._code_view is None:
            self._code_view = LogInCodeView(self._session, LogInPurpose.SIGN_UP_IN_ADS_MANAGER)
            self._code_view.approved.connect(self._approved)
            self._code_view.phone_requested.connect(self.phone_requested)
            self._code_view.failed.connect(self._refused)
            self.body.insertWidget(self.body.count() - 1, self._code_view)
        self._show_parts(code=True)
        self.known_label.hide()
        self.widened.emit(True)
        self._code_view.start()

    def _approved(self, row: LogInRow) -> None:
        self._log_in = row
        self._show_form()

    def _go_back(self) -> None:
        if self._code_view is not None and not self._code_view.isHidden():
            self._code_view.stop()
            self._show_form()
        else:
            self.back_requested.emit()

    # ------------------------------------------------------------------ what came of it
    def submit(self) -> None:
        """Create the account; name what is missing."""
        if not self.create_account_button.isEnabled():
            return
        self.sign_up_form.clear_errors()
        self.sign_up_notice.dismiss()
        name, email, password = (
            field.text() for field in (self.sign_up_name_edit, self.sign_up_email_edit, self.sign_up_password_edit)
        )
        typed = {"person_name": name, "password": password} | ({"email": email} if self._log_in is None else {})
        missing = [ValueMissing(field) for field, text in typed.items() if not text.strip()]
        if missing:
            self.sign_up_form.show_errors(missing)
            return
        self.create_account_button.set_busy(True)
        context = self._session.context
        if self._log_in is None:
            work = partial(advertisers.sign_up, context, name, email, password)
        else:
            work = partial(advertisers.sign_up_with_tiktok, context, self._log_in.id, name, password)
        self._session.runner.run(self, work, self._done, self._refused)

    def _done(self, advertiser: Advertiser) -> None:
        self.create_account_button.set_busy(False)
        self.signed_up.emit(advertiser)

    def _refused(self, error: Exception) -> None:
        self.create_account_button.set_busy(False)
        if isinstance(error, InputRefused) and self.sign_up_form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.sign_up_notice.show_error(error)
