"""Share more with a partner there is already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError
from bcdesktop.core.grants import AssetKind
from bcdesktop.services import partners
from bcdesktop.ui.center.access_words import assets_text
from bcdesktop.ui.center.partner_words import name_of
from bcdesktop.ui.center.share_picker import EVERY_KIND, SharePicker
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.people_records import PartnershipRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ShareMoreDialog(QDialog):
    """What is not shared with it yet, a role for each; with a partner on another computer TikTok accounts only."""

    shared = Signal(object)
    """The partnership as it is now."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, row: PartnershipRow) -> None:
        super().__init__(navigator.window)
        self.setObjectName("share_more_dialog")
        self.setWindowTitle(self.tr("Share more with “%1”").replace("%1", name_of(row)))
        self._session, self._actor, self._navigator, self._row = session, actor, navigator, row
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("share_more_notice_close_button")
        self.bar.notice_action_button.setObjectName("share_more_notice_action_button")
        self.picker = SharePicker(
            "share_more",
            [share.ref for share in row.shares if share.ref is not None],
            kinds=(AssetKind.TIKTOK_ACCOUNT,) if row.is_elsewhere else EVERY_KIND,
        )
        self.picker.changed.connect(self._show_button)
        self.cancel_share_more_button = QPushButton(self.tr("Cancel"))
        self.cancel_share_more_button.setObjectName("cancel_share_more_button")
        self.cancel_share_more_button.setAutoDefault(False)
        self.cancel_share_more_button.clicked.connect(self.reject)
        self.share_now_button = QPushButton(self.tr("&Share"))
        self.share_now_button.setObjectName("share_more_now_button")
        self.share_now_button.setProperty("kind", "primary")
        self.share_now_button.setDefault(True)
        self.share_now_button.clicked.connect(self._share)
        self._lay_out()
        self._show_button()
        self.picker.read(session, actor, self._refused)

    def _lay_out(self) -> None:
        sentence = self.tr("“%1” gives them to its own people, never in a higher role than you choose here.")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_share_more_button)
        buttons.addWidget(self.share_now_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(sentence.replace("%1", name_of(self._row)), "muted", wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.picker, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 120, line * 28)

    def _show_button(self) -> None:
        why = "" if self.picker.shares() else self.tr("Tick at least one asset.")
        self.share_now_button.setEnabled(not why)
        self.share_now_button.setToolTip(why)
        self.share_now_button.setStatusTip(why)

    def _share(self) -> None:
        self.share_now_button.setEnabled(False)
        self.bar.dismiss()
        changes = self.picker.shares()
        what = assets_text(self.picker.kinds[asset_id] for asset_id, _role in changes)
        work = partial(partners.change_shares, self._session.context, self._actor, self._row.id, changes)
        self._session.runner.run(self, work, partial(self._done, what), self._refused)

    def _done(self, what: str, row: PartnershipRow) -> None:
        text = self.tr("%1 more shared with “%2”.").replace("%1", what).replace("%2", name_of(row))
        self._navigator.notices.success(text)
        self.shared.emit(row)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._show_button()
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
