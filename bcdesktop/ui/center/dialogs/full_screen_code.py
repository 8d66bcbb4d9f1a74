"""Nothing but the code, as large as the screen allows (A1-08)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import access_requests
from bcdesktop.ui.center.request_words import state_badge
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.code_sheet import required_line
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.time_text import countdown

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.kit.session import Session


class FullScreenCode(QDialog):
    """The code, the sentence that belongs to every code, the time left and a button to leave."""

    def __init__(self, session: Session, actor: Actor, row: RequestRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("full_screen_code")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("QR code"))
        self._session, self._actor, self._row = session, actor, row
        self.code_view = QrView()
        self.code_view.setObjectName("full_screen_code_view")
        self.code_view.set_code(row.code_text)
        self.line_label = text_label(required_line(), "heading", wrap=True)
        self.time_label = text_label("", "heading")
        self.leave_button = QPushButton(self.tr("Leave full screen (Esc)"))
        self.leave_button.setObjectName("leave_button")
        self.leave_button.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        for label in (self.line_label, self.time_label):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.line_label)
        layout.addWidget(self.code_view, 1)
        layout.addWidget(self.time_label)
        layout.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACCESS_REQUEST}, self._read)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()

    def _read(self) -> None:
        work = partial(access_requests.get, self._session.context, self._actor, self._row.id)
        self._session.runner.run(self, work, self._show)

    def _show(self, row: RequestRow) -> None:
        self._row = row
        self._tick()

    def _tick(self) -> None:
        left = self._row.expires_at - self._session.context.clock.now()
        if self._row.state is RequestState.PENDING and left.total_seconds() > 0:
            self.time_label.setText(self.tr("%1 left").replace("%1", countdown(left)))
            return
        self._timer.stop()
        word = state_badge(self._row)[0] if self._row.state is not RequestState.PENDING else self.tr("Expired")
        self.time_label.setText(word)
        self.code_view.cover(word)
