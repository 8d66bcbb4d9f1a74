"""The left side of the QR dialog: the code or, for a notification, where it went; and the time left."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import Kind, Method, RequestState
from bcdesktop.ui.center.request_words import state_badge
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.code_sheet import required_line
from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.theme import restyle, theme_of
from bcdesktop.ui.kit.time_text import countdown, exact, time_left

if TYPE_CHECKING:
    from bcdesktop.services.records import RequestRow

_HURRY = 0.2
"""The share of its life below which the bar changes its colour."""
_HOUR = timedelta(hours=1)


class CodeSide(QWidget):
    """``show_row`` for another state, ``tick`` every second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: RequestRow | None = None
        self.code_view = QrView()
        self.code_view.setObjectName("code_view")
        side = self.fontMetrics().height() * 22
        self.code_view.setMinimumSize(side, side)
        self.line_label = text_label(required_line(), "strong", wrap=True)
        self.line_label.setObjectName("line_label")
        self.sent_card = self._sent_card()
        self.time_bar = QProgressBar()
        self.time_bar.setObjectName("time_bar")
        self.time_bar.setTextVisible(False)
        self.time_bar.setAccessibleName(self.tr("Time left"))
        self.time_label = text_label("", "strong")
        self.time_label.setObjectName("time_label")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.line_label)
        layout.addWidget(self.code_view, 1)
        layout.addWidget(self.sent_card, 1)
        layout.addWidget(self.time_bar)
        layout.addWidget(self.time_label)

    def _sent_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        self.sent_label = text_label("", wrap=True)
        self.sent_label.setObjectName("sent_label")
        self.sent_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        picture = QLabel()
        side = self.fontMetrics().height() * 3
        picture.setPixmap(pixmap("inbox", theme_of(self), "primary", side, self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(picture)
        column.addWidget(self.sent_label)
        column.addStretch(1)
        card.setMinimumWidth(self.fontMetrics().height() * 22)
        return card

    def show_row(self, row: RequestRow, spoken: str, now: datetime) -> None:
        """Show the code of ``row``, covered where it is over; ``spoken`` is read aloud in place of the picture."""
        is_code = row.method is Method.QR_CODE
        if is_code and (self._row is None or self._row.code_text != row.code_text):
            self.code_view.set_code(row.code_text, spoken)
        self._row = row
        self.code_view.setVisible(is_code)
        self.line_label.setVisible(is_code)
        self.sent_card.setVisible(not is_code)
        self.sent_label.setText(self._sent_text(row))
        self.tick(now)

    def _sent_text(self, row: RequestRow) -> str:
        if row.kind is Kind.OWN:
            text = self.tr("Open the Phone as @%1: Inbox > All activity > From TikTok, and authorize there.")
        else:
            text = self.tr("No code is needed. @%1 finds the request in the Phone: Inbox > All activity > From TikTok.")
        return text.replace("%1", row.expected_handle or "")

    def tick(self, now: datetime) -> None:
        """Show the time left; cover the code when there is none."""
        row = self._row
        if row is None:
            return
        left = row.expires_at - now
        is_open = row.state is RequestState.PENDING and left > timedelta(0)
        self.time_bar.setVisible(is_open)
        self.time_label.setVisible(is_open)
        if not is_open:
            self.code_view.cover(self.tr("Expired") if row.state is RequestState.PENDING else state_badge(row)[0])
            return
        life = max(1, int((row.expires_at - row.created_at).total_seconds()))
        self.time_bar.setRange(0, life)
        self.time_bar.setValue(int(left.total_seconds()))
        self._colour("warning" if left.total_seconds() < life * _HURRY else "")
        words = time_left(left)
        self.time_bar.setAccessibleDescription(words)
        text = words if left >= _HOUR else self.tr("%1 left").replace("%1", countdown(left))
        self.time_label.setText(text)
        self.time_label.setToolTip(exact(row.expires_at))

    def _colour(self, kind: str) -> None:
        if self.time_bar.property("kind") != kind:
            self.time_bar.setProperty("kind", kind)
            restyle(self.time_bar)
