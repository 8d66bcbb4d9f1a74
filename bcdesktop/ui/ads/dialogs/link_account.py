"""Link TikTok account: through the Business Center, or by logging in for oneself alone (domain.md 11.2, D18)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.services import person_links
from bcdesktop.services.records import LogInPurpose
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.log_in_code import LogInCodeView
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.advertiser_records import LinkedAccount
    from bcdesktop.services.records import LogInRow
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class LinkAccountDialog(QDialog):
    """First the two ways, then the code that the Phone approves. No TikTok password is ever typed."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__(navigator.window)
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self._code_view: LogInCodeView | None = None
        self.setObjectName("link_account_dialog")
        self.setWindowTitle(self.tr("Link TikTok account"))
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("link_account_notice_close_button")
        self.bar.notice_action_button.setObjectName("link_account_notice_action_button")
        self.steps = QStackedWidget()
        self.steps.addWidget(self._ways())
        self.close_link_button = QPushButton(self.tr("Cancel"))
        self.close_link_button.setObjectName("close_link_button")
        self.close_link_button.setAutoDefault(False)
        self.close_link_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_link_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(self.tr("Link TikTok account"), "heading"))
        layout.addWidget(self.bar)
        layout.addWidget(self.steps, 1)
        layout.addLayout(foot)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 100)
        self.finished.connect(self._end_code)

    def _ways(self) -> QWidget:
        self.link_in_center_button = QPushButton(self.tr("&Open the Business Center"))
        self.link_in_center_button.setObjectName("link_in_center_button")
        set_button_icon(self.link_in_center_button, "building-2")
        self.link_in_center_button.clicked.connect(self._go_to_center)
        self.log_in_to_link_button = QPushButton(self.tr("&Log in with TikTok"))
        self.log_in_to_link_button.setObjectName("log_in_to_link_button")
        self.log_in_to_link_button.setProperty("kind", "primary")
        set_button_icon(self.log_in_to_link_button, "qr-code", "on_primary")
        self.log_in_to_link_button.clicked.connect(self.show_code)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for title, text, button in (
            (
                self.tr("For a team: from the Business Center"),
                self.tr(
                    "The owner agrees by a QR code. Then it is linked to this ad account under Ad accounts > TikTok"
                    " accounts, and everybody who may use both can run ads with it."
                ),
                self.link_in_center_button,
            ),
            (
                self.tr("For you alone: log in"),
                self.tr(
                    "The account's owner approves a code on the Phone. Only you can run ads with it, in every ad"
                    " account you can use; it cannot be shared. No TikTok password is asked for."
                ),
                self.log_in_to_link_button,
            ),
        ):
            card = Card(title)
            card.body.addWidget(text_label(text, "muted", wrap=True))
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(card)
        column.addStretch(1)
        return whole

    def _go_to_center(self) -> None:
        self.accept()
        self._navigator.open_center("", "tiktok_accounts")

    def show_code(self) -> None:
        """Show the code for the Phone."""
        self.bar.dismiss()
        if self._code_view is None:
            self._code_view = LogInCodeView(self._session, LogInPurpose.LINK_IN_ADS_MANAGER)
            self._code_view.approved.connect(self._link)
            self._code_view.phone_requested.connect(self._navigator.show_phone)
            self._code_view.failed.connect(self._refused)
            self.steps.addWidget(self._code_view)
        self.steps.setCurrentWidget(self._code_view)
        self._code_view.start()

    def _link(self, row: LogInRow) -> None:
        work = partial(person_links.link, self._session.context, self._advertiser, row.id)
        self._session.runner.run(self, work, self._linked, self._refused)

    def _linked(self, account: LinkedAccount) -> None:
        self._navigator.notices.success(self.tr("@%1 is linked, for you alone.").replace("%1", account.handle))
        self.accept()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        if self._code_view is not None:
            self._code_view.stop()
        self.steps.setCurrentIndex(0)
        self.bar.show_error(error)

    def _end_code(self, _result: int) -> None:
        if self._code_view is not None:
            self._code_view.stop()
