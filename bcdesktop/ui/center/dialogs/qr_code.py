"""The QR dialog: the code, what it asks for, the time left and the live state (look.md, "The QR dialog").

Closing it never cancels the request; it goes on in Requests.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import access_requests
from bcdesktop.ui.center.dialogs.code_side import CodeSide
from bcdesktop.ui.center.dialogs.link_next import LinkNext
from bcdesktop.ui.center.dialogs.qr_code_buttons import QrCodeButtons
from bcdesktop.ui.center.dialogs.request_facts import RequestFacts
from bcdesktop.ui.center.dialogs.was_it_meant import WasItMeant
from bcdesktop.ui.center.request_words import state_badge, state_sentence
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.notices import Notices, announce

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_TICK_MILLISECONDS = 1000


class QrCodeDialog(QDialog):
    """One request, from waiting to its end. It is read again whenever the request changes."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, request_id: str) -> None:
        super().__init__(navigator.window)
        self.setObjectName("qr_code_dialog")
        self.setWindowTitle(self.tr("Access request"))
        self._session, self._actor, self._navigator = session, actor, navigator
        self.request_id = request_id
        self.row: RequestRow | None = None
        self.notices = Notices(self)
        self.notices.bar.notice_close_button.setObjectName("qr_code_notice_close_button")
        self.notices.bar.notice_action_button.setObjectName("qr_code_notice_action_button")
        self._build()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACCESS_REQUEST, ChangeKind.TIKTOK_ACCOUNT}, self.refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        self.refresh()

    def _build(self) -> None:
        self.code_side = CodeSide()
        self.code_view = self.code_side.code_view
        self.facts = RequestFacts()
        self.meant = WasItMeant(self._session, self._actor, self._navigator, self.notices)
        self.meant.hide()
        self.link_next = LinkNext(self._session, self._actor, self._navigator)
        self.buttons = QrCodeButtons(self._session, self._actor, self._navigator, self)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._build_state())
        right.addWidget(self.meant)
        right.addWidget(self.link_next)
        right.addWidget(scrolled(self.facts), 1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self.code_side, 3)
        columns.addLayout(right, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.notices.bar)
        layout.addLayout(columns, 1)
        layout.addWidget(self.buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 118, line * 40)

    def _build_state(self) -> QWidget:
        self.state_badge = Badge()
        self.state_badge.setObjectName("state_badge")
        self.state_label = text_label("", wrap=True, selectable=True)
        self.state_label.setObjectName("state_label")
        self.state_label.setAccessibleName(self.tr("State of the request"))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.state_badge)
        column.addWidget(self.state_label)
        return box

    def open(self) -> None:
        """Show it beside the window: other pages and the guide stay usable while the code waits."""
        self.show()

    def refresh(self) -> None:
        """Read the request again."""
        work = partial(access_requests.get, self._session.context, self._actor, self.request_id)
        self._session.runner.run(self, work, self._read, self.notices.show_error)

    def _read(self, row: RequestRow) -> None:
        # an answer to the question before last must not bring an older request back
        if row.id == self.request_id:
            self.show_row(row)

    def follow(self, row: RequestRow) -> None:
        """Show another request in this dialog, the renewed one for instance."""
        self.request_id = row.id
        self.show_row(row)

    def show_row(self, row: RequestRow) -> None:
        """Show the request as it stands now."""
        now = self._session.context.clock.now()
        self.row = row
        self.setWindowTitle(self._title(row))
        word, kind = state_badge(row)
        self.state_badge.set_badge(word, kind)
        sentence = state_sentence(row, now)
        if sentence != self.state_label.text():
            self.state_label.setText(sentence)
            announce(self.state_label, sentence)
        self.facts.show_row(row)
        self.meant.show_request(row)
        self.link_next.show_request(row)
        self.code_side.show_row(row, self.facts.spoken(), now)
        self.buttons.show_row(row)
        if row.state is RequestState.PENDING:
            self._timer.start()
        else:
            self._timer.stop()

    def _title(self, row: RequestRow) -> str:
        if row.expected_handle:
            return self.tr("Access request to @%1").replace("%1", row.expected_handle)
        return self.tr("Access request")

    def _tick(self) -> None:
        if self.row is None:
            return
        now = self._session.context.clock.now()
        self.code_side.tick(now)
        if now >= self.row.expires_at:
            self.refresh()

    def done(self, result: int) -> None:
        """Say that the request goes on; Esc, Close and the window's own cross all end here."""
        self._timer.stop()
        if self.isVisible() and self.row is not None and self.row.state is RequestState.PENDING:
            self._navigator.notices.success(self.tr("The request goes on. You find it in Requests."))
        super().done(result)
