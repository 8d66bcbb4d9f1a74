"""When something ends by itself: a date, or none (domain.md 13.14)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.end_choice import EndChoice
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.dialog_room import DialogRoom
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.time_text import to_local
from bcdesktop.ui.kit.waiting_button import WaitingButton

if TYPE_CHECKING:
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


@dataclass(frozen=True)
class EndDateQuestion:
    """``save`` sets the date; ``said`` returns what the toast says about it."""

    title: str
    text: str
    ends_at: datetime | None
    save: Callable[[datetime | None], None]
    said: Callable[[datetime | None], str]


class EndDateDialog(QDialog):
    """A tick, a date, Save. What was chosen stays when it is refused."""

    def __init__(self, session: Session, navigator: Navigator, asked: EndDateQuestion) -> None:
        super().__init__(navigator.window)
        self.setObjectName("end_date_dialog")
        self.setWindowTitle(asked.title)
        self._session, self._navigator, self._asked = session, navigator, asked
        self.title_label = text_label(asked.title, "heading", wrap=True)
        self.text_label = text_label(asked.text, "muted", wrap=True)
        self.notice = NoticeBar()
        self.notice.notice_close_button.setObjectName("end_date_notice_close_button")
        self.notice.notice_action_button.setObjectName("end_date_notice_action_button")
        self.choice = EndChoice(session.context.clock.now(), name="access_")
        if asked.ends_at is not None:
            self.choice.set_date(to_local(asked.ends_at).date())
        self.form = Form()
        self.form.add("ends_at", "", self.choice)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = WaitingButton(self.tr("&Save"), self.tr("Saving…"))
        self.save_button.setObjectName("save_end_button")
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        self.choice.setFocus()
        DialogRoom(self)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        for part in (self.title_label, self.text_label, self.notice, self.form):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 62)

    def save(self) -> None:
        """Set the date."""
        self.notice.dismiss()
        self.form.clear_errors()
        self.save_button.set_busy(True)
        ends_at = self.choice.end()
        self._session.runner.run(self, partial(self._asked.save, ends_at), partial(self._saved, ends_at), self._failed)

    def _saved(self, ends_at: datetime | None, _nothing: None) -> None:
        self._navigator.notices.success(self._asked.said(ends_at))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.save_button.set_busy(False)
        if not isinstance(error, AppError):
            raise error
        if not (isinstance(error, InputRefused) and self.form.show_error(error)):
            self.notice.show_error(error)
