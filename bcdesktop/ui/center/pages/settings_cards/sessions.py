"""The computers a person stays signed in on, a line each with a button that ends it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import clear_layout, text_label
from bcdesktop.ui.kit.time_text import exact, relative

if TYPE_CHECKING:
    from bcdesktop.services.security_records import AccountSecurity, SessionRow


class SessionList(QWidget):
    """Lines are made again only when they changed. ``end_requested`` carries the session's id."""

    end_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_sessions(self, security: AccountSecurity, now: datetime) -> None:
        """Show the sessions, or why there are none."""
        shown = (security.can_stay_signed_in, *security.sessions)
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._layout)
        for number, session in enumerate(security.sessions, start=1):
            self._layout.addLayout(self._line(number, session, now))
        if not security.sessions:
            self._layout.addWidget(text_label(self._why_none(security), "muted", wrap=True))

    def _why_none(self, security: AccountSecurity) -> str:
        if security.can_stay_signed_in:
            return self.tr("None: your password is asked at every start. There is a tick for it on the sign-in page.")
        return self.tr("None: this computer has no keyring that could keep it. Your password is asked at every start.")

    def _line(self, number: int, session: SessionRow, now: datetime) -> QHBoxLayout:
        name = text_label(session.computer_name, "strong", wrap=True, selectable=True)
        seen = self.tr("Signed in %1, last used %2")
        for place, moment in (("%1", session.created_at), ("%2", session.last_seen_at)):
            seen = seen.replace(place, relative(moment, now))
        when = text_label(seen, "muted", wrap=True)
        when.setToolTip(exact(session.last_seen_at))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(name)
        words.addWidget(when)
        button = QPushButton(self.tr("End"))
        button.setObjectName(f"end_session_{number}_button")
        button.setAccessibleName(self.tr("End on %1").replace("%1", session.computer_name))
        button.clicked.connect(partial(self.end_requested.emit, session.id))
        setattr(self, button.objectName(), button)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        if session.is_this:
            row.addWidget(Badge(self.tr("This computer"), BadgeKind.INFO), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
