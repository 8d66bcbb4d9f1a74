""" "Log in with TikTok": the code, the time left and what the Phone did with it (decisions.md, Who is who)."""

from __future__ import annotations

import platform
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import log_ins
from bcdesktop.services.records import LogInPurpose, LogInRow, LogInState
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.notices import announce
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.theme import restyle
from bcdesktop.ui.kit.time_text import countdown

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session

_NEARLY_OVER_SECONDS = 20


class LogInCodeView(QWidget):
    """Shows one log-in code after another until the Phone approves one. ``start`` begins, or goes on with ``row``."""

    approved = Signal(object)
    """The approved LogInRow."""
    phone_requested = Signal()
    failed = Signal(object)
    """An error that no code could be made."""

    def __init__(self, session: Session, purpose: LogInPurpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._purpose = session, purpose
        self.row: LogInRow | None = None
        self._shown_code = ""
        self._focus_returns = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._listener = Listener(self, session.bridge)
        self._listener.listen([ChangeKind.LOG_IN], self.read_again, even_hidden=True)
        self._make_parts()
        self._lay_out()

    def _make_parts(self) -> None:
        self.log_in_qr_view = QrView()
        self.log_in_qr_view.setObjectName("log_in_qr_view")
        self.state_badge = Badge(self.tr("Making a code…"), BadgeKind.NEUTRAL)
        self.state_badge.setObjectName("log_in_state_badge")
        self.state_label = text_label("", wrap=True)
        self.state_label.setObjectName("log_in_state_label")
        self.steps_label = text_label(
            self.tr(
                "1.  Open the Phone.\n2.  Open its TikTok app, then the scanner.\n3.  Scan this code, then tap Log in."
            ),
            wrap=True,
        )
        self.first_line_label = text_label(
            self.tr("Open this in Business Center Desktop > Phone. The TikTok app cannot read it."), "small", wrap=True
        )
        self.log_in_time_bar = QProgressBar()
        self.log_in_time_bar.setObjectName("log_in_time_bar")
        self.log_in_time_bar.setAccessibleName(self.tr("Time left"))
        self.log_in_time_bar.setTextVisible(False)
        self.log_in_time_label = text_label("", "muted")
        self.log_in_time_label.setObjectName("log_in_time_label")
        self.open_phone_button = QPushButton(self.tr("Open the &Phone"))
        self.open_phone_button.setObjectName("open_phone_button")
        self.open_phone_button.setProperty("kind", "primary")
        set_button_icon(self.open_phone_button, "smartphone", "on_primary")
        self.open_phone_button.clicked.connect(self.phone_requested)
        self.log_in_renew_button = QPushButton(self.tr("&New code"))
        self.log_in_renew_button.setObjectName("log_in_renew_button")
        self.log_in_renew_button.clicked.connect(self.renew)
        for button in (self.open_phone_button, self.log_in_renew_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.state_badge)
        side.addWidget(self.state_label)
        side.addWidget(self.steps_label)
        side.addWidget(self.log_in_time_bar)
        side.addWidget(self.log_in_time_label)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_phone_button)
        buttons.addWidget(self.log_in_renew_button)
        buttons.addStretch(1)
        side.addLayout(buttons)
        side.addSpacing(4)
        side.addWidget(self.first_line_label)
        side.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(self.log_in_qr_view, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(side, 1)

    @property
    def is_approved(self) -> bool:
        """Whether the Phone approved the code."""
        return self.row is not None and self.row.state is LogInState.APPROVED

    def start(self, row: LogInRow | None = None) -> None:
        """Go on with ``row`` where it is approved or still waits; else make a new code."""
        if row is not None:
            self.row = row
        if self.row is None:
            self.renew()
        elif self.is_approved:
            self._show()
        else:
            self._show()
            self.read_again()

    def renew(self) -> None:
        """Make a new code; the one before can no longer be used."""
        old = self.row.id if self.row is not None and self.row.state is LogInState.PENDING else None
        # greyed, it would hand the focus on to the button that closes the window
        self._focus_returns = self.log_in_renew_button.hasFocus()
        self.log_in_renew_button.setEnabled(False)
        work = partial(_new_code, self._session.context, self._purpose, old)
        self._session.runner.run(self, work, self._take, self._refused)

    def read_again(self) -> None:
        """Look at what became of the code."""
        if self.row is not None and not self.is_approved:
            work = partial(log_ins.get, self._session.context, self.row.id)
            self._session.runner.run(self, work, self._take_same, self._refused)

    def stop(self) -> None:
        """Make the waiting code useless, for instance when the person goes another way."""
        if self.row is not None and self.row.state is LogInState.PENDING:
            work = partial(_end, self._session.context, self.row.id)
            self._session.runner.run(self, work, self._ended, self._refused)
        self.row = None
        self._timer.stop()

    def _ended(self, _nothing: None) -> None:
        self.log_in_qr_view.set_code("")

    def _take_same(self, row: LogInRow) -> None:
        if self.row is not None and row.id == self.row.id:
            self._take(row)

    def _take(self, row: LogInRow) -> None:
        was_approved = self.is_approved
        self.row = row
        self._show()
        if self.is_approved and not was_approved:
            announce(self, self.state_label.text())
            self.approved.emit(row)

    def _refused(self, error: Exception) -> None:
        self._allow_renewing()
        self.failed.emit(error)

    def _allow_renewing(self) -> None:
        self.log_in_renew_button.setEnabled(True)
        if self._focus_returns:
            self._focus_returns = False
            self.log_in_renew_button.setFocus()

    def _show(self) -> None:
        row = self.row
        if row is None:
            return
        if self._shown_code != row.code_text:
            self._shown_code = row.code_text
            self.log_in_qr_view.set_code(row.code_text, self.tr("Log-in code for this computer"))
        waits = row.state is LogInState.PENDING
        self._say(row)
        for part in (self.steps_label, self.first_line_label, self.log_in_time_bar, self.log_in_time_label):
            part.setVisible(waits)
        self.open_phone_button.setVisible(waits)
        self.log_in_renew_button.setVisible(row.state is not LogInState.APPROVED)
        self._allow_renewing()
        self.log_in_renew_button.setProperty("kind", "" if waits else "primary")
        restyle(self.log_in_renew_button)
        if waits:
            self.log_in_qr_view.uncover()
            self._timer.start()
            self._tick()
        else:
            self._timer.stop()

    def _say(self, row: LogInRow) -> None:
        name = f"@{row.handle}" if row.handle else ""
        match row.state:
            case LogInState.PENDING:
                badge, kind, text = self.tr("Waiting for the Phone"), BadgeKind.INFO, ""
            case LogInState.DECLINED:
                badge, kind = self.tr("Declined"), BadgeKind.DANGER
                text = self.tr("The Phone said no. Nothing was changed. Make a new code to try again.")
                self.log_in_qr_view.cover(self.tr("Declined"))
            case LogInState.EXPIRED:
                badge, kind = self.tr("Expired"), BadgeKind.WARNING
                text = self.tr("A log-in code lives two minutes. Make a new one and scan it.")
                self.log_in_qr_view.cover(self.tr("Expired"))
            case _:
                badge, kind = self.tr("Logged in"), BadgeKind.SUCCESS
                text = self.tr("You are logged in as %1.").replace("%1", name)
                self.log_in_qr_view.cover(self.tr("Done"))
        self.state_badge.set_badge(badge, kind)
        self.state_label.setText(text)
        self.state_label.setVisible(bool(text))

    def _tick(self) -> None:
        row = self.row
        if row is None or row.state is not LogInState.PENDING:
            return
        whole = row.expires_at - row.issued_at
        left = row.expires_at - self._session.context.clock.now()
        seconds = left.total_seconds()
        self.log_in_time_bar.setMaximum(max(1, int(whole.total_seconds())))
        self.log_in_time_bar.setValue(max(0, int(seconds)))
        kind = "warning" if seconds <= _NEARLY_OVER_SECONDS else ""
        if self.log_in_time_bar.property("kind") != kind:
            self.log_in_time_bar.setProperty("kind", kind)
            restyle(self.log_in_time_bar)
        self.log_in_time_label.setText(self.tr("%1 left").replace("%1", countdown(left)))
        if seconds <= 0:
            self._timer.stop()
            self.read_again()


def _new_code(context, purpose: LogInPurpose, old: str | None) -> LogInRow:
    if old is not None:
        _end(context, old)
    return log_ins.start(context, purpose, platform.node())


def _end(context, log_in_id: str) -> None:
    from bcdesktop.services.errors import LogInAlreadyDecided

    try:
        log_ins.cancel(context, log_in_id)
    except LogInAlreadyDecided:
        return
