"""The QR dialog: the code, what it asks for, the time left and the live state (look.md, "The QR dialog").

Closing it never cancels the request; it goes on in Requests.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import Method, RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import access_requests
from bcdesktop.ui.center.dialogs.qr_code_buttons import QrCodeButtons
from bcdesktop.ui.center.dialogs.request_facts import RequestFacts
from bcdesktop.ui.center.dialogs.was_it_meant import WasItMeant
from bcdesktop.ui.center.request_words import state_badge, state_sentence
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.notices import Notices
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.time_text import countdown, exact, time_left

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
        self.setModal(False)
        self.setWindowTitle(self.tr("QR code"))
        self._session, self._actor, self._navigator = session, actor, navigator
        self.request_id = request_id
        self.row: RequestRow | None = None
        self.notices = Notices(self)
        self._build()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACCESS_REQUEST, ChangeKind.TIKTOK_ACCOUNT}, self.refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        self.refresh()

    def _build(self) -> None:
        self.code_view = QrView()
        self.code_view.setObjectName("code_view")
        side = self.fontMetrics().height() * 22
        self.code_view.setMinimumSize(side, side)
        self.no_code_label = text_label("", "muted", wrap=True)
        self.no_code_label.hide()
        frame = QFrame()
        frame.setProperty("role", "code")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.code_view)
        inside.addWidget(self.no_code_label)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(frame, 1)
        left.addLayout(self._build_time())
        self.facts = RequestFacts()
        self.meant = WasItMeant(self._session, self._actor, self._navigator)
        self.meant.hide()
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self._build_state())
        right.addWidget(self.meant)
        right.addWidget(self.facts)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 3)
        columns.addLayout(right, 2)
        self.buttons = QrCodeButtons(self._session, self._actor, self._navigator, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.notices.bar)
        layout.addLayout(columns, 1)
        layout.addWidget(self.buttons)

    def _build_time(self) -> QVBoxLayout:
        self.time_bar = QProgressBar()
        self.time_bar.setObjectName("time_bar")
        self.time_bar.setTextVisible(False)
        self.time_bar.setAccessibleName(self.tr("Time left"))
        self.time_label = text_label("", "strong")
        self.time_label.setObjectName("time_label")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.time_bar)
        column.addWidget(self.time_label)
        return column

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

    def refresh(self) -> None:
        """Read the request again."""
        work = partial(access_requests.get, self._session.context, self._actor, self.request_id)
        self._session.runner.run(self, work, self.show_row, self.notices.show_error)

    def follow(self, row: RequestRow) -> None:
        """Show another request in this dialog, the renewed one for instance."""
        self.request_id = row.id
        self.show_row(row)

    def show_row(self, row: RequestRow) -> None:
        """Show the request as it stands now."""
        is_new_code = self.row is None or self.row.code_text != row.code_text
        self.row = row
        self.setWindowTitle(self._title(row))
        word, kind = state_badge(row)
        self.state_badge.set_badge(word, kind)
        self.state_label.setText(state_sentence(row, self._session.context.clock.now()))
        self.facts.show_row(row)
        self.meant.show_request(row)
        if is_new_code and row.method is Method.QR_CODE:
            self.code_view.set_code(row.code_text, self.facts.spoken())
        self._show_way(row)
        self.buttons.show_row(row)
        self._tick()
        if row.state is RequestState.PENDING:
            self._timer.start()
        else:
            self._timer.stop()

    def _title(self, row: RequestRow) -> str:
        if row.expected_handle:
            return self.tr("Access request to @%1").replace("%1", row.expected_handle)
        return self.tr("Access request")

    def _show_way(self, row: RequestRow) -> None:
        is_code = row.method is Method.QR_CODE
        self.code_view.setVisible(is_code)
        self.no_code_label.setVisible(not is_code)
        text = self.tr(
            "No code is needed. The request is in the Phone of @%1 now: Inbox > All activity > From TikTok. "
            "The owner approves it there."
        )
        self.no_code_label.setText(text.replace("%1", row.expected_handle or ""))

    def _tick(self) -> None:
        row = self.row
        if row is None:
            return
        now = self._session.context.clock.now()
        left = (row.expires_at - now).total_seconds()
        if row.state is RequestState.PENDING and left <= 0:
            self._timer.stop()
            self.refresh()
        is_open = row.state is RequestState.PENDING and left > 0
        life = max(1, int((row.expires_at - row.created_at).total_seconds()))
        self.time_bar.setVisible(is_open)
        self.time_bar.setRange(0, life)
        self.time_bar.setValue(max(0, int(left)))
        self.time_bar.setProperty("urgent", is_open and left < life * 0.2)
        self.time_label.setVisible(is_open)
        if is_open:
            words = self.tr("%1 left").replace("%1", countdown(row.expires_at - now))
            self.time_label.setText(words)
            self.time_label.setToolTip(exact(row.expires_at))
            self.time_bar.setAccessibleDescription(time_left(row.expires_at - now))
            return
        self._cover(row)

    def _cover(self, row: RequestRow) -> None:
        texts = {
            RequestState.APPROVED: self.tr("Approved"),
            RequestState.DECLINED: self.tr("Declined"),
            RequestState.CANCELLED: self.tr("Withdrawn") if row.replaced_by is None else self.tr("Replaced"),
            RequestState.FAILED: self.tr("Not possible"),
        }
        self.code_view.cover(texts.get(row.state, self.tr("Expired")))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the request goes on."""
        if self.row is not None and self.row.state is RequestState.PENDING:
            self._navigator.notices.success(self.tr("The request goes on. You find it in Requests."))
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc and Close do the same."""
        self.close()
