"""Signing in to Ads Manager: e-mail and password, a code for the Phone, or a new account (A0-26, A2-02)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.sign_in_names import has_email
from bcdesktop.services import advertisers
from bcdesktop.services.errors import SignInThrottled
from bcdesktop.services.people_errors import SecondStepNeeded
from bcdesktop.services.records import LogInPurpose
from bcdesktop.ui.ads.sign_in_panes.password_pane import AdsPasswordPane
from bcdesktop.ui.ads.sign_in_panes.sign_up_pane import SignUpPane
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.log_in_code import LogInCodeView
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.second_step_pane import SecondStepPane

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.records import LogInRow
    from bcdesktop.ui.kit.session import Session


class AdsSignInView(QWidget):
    """One pane at a time: password, second step, code for the Phone, new account. A pane is built when first shown."""

    signed_in = Signal(object)
    """The Advertiser."""
    phone_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("ads_sign_in_view")
        self.sign_in_notice = NoticeBar()
        self.sign_in_notice.setObjectName("sign_in_notice")
        self._panes: list[QWidget] = []
        self._code_view: LogInCodeView | None = None
        self._second_step_pane: SecondStepPane | None = None
        self._sign_up_pane: SignUpPane | None = None
        self._column = QWidget()
        self._inner = QVBoxLayout(self._column)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(12)
        self._inner.addLayout(self._head())
        self._inner.addSpacing(8)
        self._inner.addWidget(self.sign_in_notice)
        self.password_pane = AdsPasswordPane(session)
        self.password_pane.submitted.connect(self._sign_in_by_password)
        self.password_pane.code_requested.connect(self.show_code)
        self.password_pane.sign_up_requested.connect(self.show_sign_up)
        self._show_pane(self.password_pane, wide=False)
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
        for part in (
            self._picture,
            text_label(self.tr("Ads Manager"), "title"),
            text_label(self.tr("What ads.tiktok.com is, on your own computer"), "muted"),
        ):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            head.addWidget(part)
        return head

    def _draw(self) -> None:
        side = round(self.fontMetrics().height() * 2.4)
        self._picture.setPixmap(pixmap("megaphone", self._theme, "primary", side, self.devicePixelRatioF()))

    def _show_pane(self, pane: QWidget, *, wide: bool) -> None:
        if pane not in self._panes:
            self._panes.append(pane)
            self._inner.addWidget(pane)
        for other in self._panes:
            other.setVisible(other is pane)
        self._column.setFixedWidth(self.fontMetrics().averageCharWidth() * (112 if wide else 60))

    # ------------------------------------------------------------------ e-mail and password
    def set_focus(self) -> None:
        """Put the cursor where typing goes on."""
        self.password_pane.set_focus()

    def show_form(self) -> None:
        """Show e-mail and password again; a waiting code is ended."""
        if self._code_view is not None:
            self._code_view.stop()
        self._show_pane(self.password_pane, wide=False)
        self.password_pane.set_focus()

    def _sign_in_by_password(self) -> None:
        self._sign_in(None)

    def _sign_in(self, code: str | None) -> None:
        pane = self.password_pane
        self.sign_in_notice.dismiss()
        self._set_busy(True)
        work = partial(advertisers.sign_in, self._session.context, pane.email, pane.password, code)
        self._session.runner.run(self, work, self._done, self._refused)

    def _ask_second_step(self) -> None:
        if self._second_step_pane is None:
            self._second_step_pane = SecondStepPane()
            self._second_step_pane.submitted.connect(self._sign_in)
            self._second_step_pane.back_requested.connect(self.show_form)
        self._show_pane(self._second_step_pane, wide=False)
        self._second_step_pane.begin()

    # ------------------------------------------------------------------ a code for the Phone
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

    def _take_log_in(self, row: LogInRow) -> None:
        work = partial(advertisers.sign_in_with_tiktok, self._session.context, row.id)
        self._session.runner.run(self, work, self._done, self._refused_log_in)

    def _refused_log_in(self, error: Exception) -> None:
        self.show_form()
        self._refused(error)

    # ------------------------------------------------------------------ a new account
    def show_sign_up(self) -> None:
        """Show the form for somebody who is new here, in place of the sign-in form."""
        self.sign_in_notice.dismiss()
        if self._sign_up_pane is None:
            self._sign_up_pane = SignUpPane(self._session)
            self._sign_up_pane.signed_up.connect(self._done)
            self._sign_up_pane.back_requested.connect(self.show_form)
            self._sign_up_pane.phone_requested.connect(self.phone_requested)
            self._sign_up_pane.widened.connect(self._show_sign_up)
        self._sign_up_pane.begin()

    def _show_sign_up(self, wide: bool) -> None:
        self._show_pane(self._sign_up_pane, wide=wide)
        self._sign_up_pane.set_focus()

    # ------------------------------------------------------------------ what came of it
    def _done(self, advertiser: Advertiser) -> None:
        self._set_busy(False)
        if has_email(advertiser.email):
            self._session.settings.remember_email(advertiser.email)
        self.signed_in.emit(advertiser)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, SecondStepNeeded):
            self._ask_second_step()
            return
        if isinstance(error, InputRefused) and self._show_at_field(error):
            return
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, SignInThrottled):
            self.password_pane.sign_in_button.wait(error.seconds)
            if self._second_step_pane is not None:
                self._second_step_pane.second_step_button.wait(error.seconds)
        self.sign_in_notice.show_error(error)
        if self.password_pane.isVisible():
            self.password_pane.ask_again()

    def _show_at_field(self, error: InputRefused) -> bool:
        if self._second_step_pane is not None and self._second_step_pane.show_error(error):
            return True
        return self.password_pane.sign_in_form.show_error(error)

    def _set_busy(self, busy: bool) -> None:
        self.password_pane.set_busy(busy)
        if self._second_step_pane is not None:
            self._second_step_pane.second_step_button.set_busy(busy)


def resume(context) -> Advertiser | None:
    """Return who stays signed in on this computer, None where nobody does or the keyring is locked."""
    from bcdesktop.services.people_errors import TwoStepRequired
    from bcdesktop.vault.errors import SecretPlaceLocked

    try:
        return advertisers.resume(context)
    except (SecretPlaceLocked, TwoStepRequired):
        return None  # the sign-in page asks, and says why
