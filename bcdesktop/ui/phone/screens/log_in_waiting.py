"""A log-in on this phone waits until another one approves it, or until the code of a mail is typed (A4-06)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.devices import DeviceLogInState
from bcdesktop.core.errors import AppError
from bcdesktop.services.device_errors import DeviceLogInOver
from bcdesktop.ui.phone.code_entry import CodeEntry
from bcdesktop.ui.phone.consent_parts import TimeLeft
from bcdesktop.ui.phone.device_mails import log_in_mail
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.services.device_records import LogInProgress, PendingLogIn, SentCode


class LogInWaitingScreen(Screen):
    """Only Cancel, an approval or the code leads on: what waits is in this phone's memory alone."""

    name = "log_in_waiting_screen"
    can_leave = False
    listens_to = frozenset({ChangeKind.DIRECTORY})

    def __init__(self, host: Host, pending: PendingLogIn) -> None:
        super().__init__(host)
        self._pending = pending
        self._comes_in = False
        self.question_label = text(self.tr("Approve it on your other phone"), "title", centred=True)
        self.picture = Picture("shield-check", "primary", 3.0)
        self.where_label = text("", centred=True)
        self.where_label.setObjectName("where_label")
        self.error = ErrorCard()
        self.time_left = TimeLeft(pending.created_at, pending.expires_at)
        self.entry = CodeEntry(host, self.tr("Send a code by &mail"), self.tr("&Log in"), "primary")
        self.entry.send_code_button.setProperty("kind", "")
        self.not_at_hand = Card(
            text(self.tr("No such phone at hand?"), "strong"),
            text(self.tr("A six-digit code sent to the account's e-mail address does as well."), "muted"),
            self.entry,
        )
        self.add_all(
            [
                self.picture,
                self.question_label,
                self.where_label,
                self.error,
                self.time_left,
                self.not_at_hand,
            ]
        )
        self.body.addStretch(1)
        self.cancel_log_in_button = button(self.tr("&Cancel"), "cancel_log_in_button")
        self.again_button = button(self.tr("Log in &again"), "log_in_again_button", "primary")
        self.again_button.hide()
        self.foot.addWidget(self.again_button)
        self.foot.addWidget(self.cancel_log_in_button)
        self.show_foot()
        self.cancel_log_in_button.clicked.connect(self._cancel)
        self.again_button.clicked.connect(self._again)
        self.entry.send_wanted.connect(self._send)
        self.entry.entered.connect(self._enter)
        self.entry.grown.connect(self._scroll_down)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self.time_left.show_left(host.now())

    def _scroll_down(self) -> None:
        # once what has just been shown is laid out
        QTimer.singleShot(0, self, self._show_entry)

    def _show_entry(self) -> None:
        self.scroll.ensureWidgetVisible(self.entry.send_again_button)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Log in")

    def first_focus(self) -> QWidget:
        """Return Cancel."""
        return self.cancel_log_in_button

    def refresh(self) -> None:
        """Look whether somebody decided."""
        from bcdesktop.services import devices

        self.host.run(self, partial(devices.progress, self.host.context, self._pending), self._show, self._failed)

    def _show(self, progress: LogInProgress) -> None:
        handle = self._pending.handle
        if progress.approvers:
            names = ", ".join(f"“{name}”" for name in progress.approvers)
            words = self.tr("@{handle} is logged in on {phones}. TikTok asks there whether this phone may come in.")
            self.where_label.setText(words.format(handle=handle, phones=names))
        else:
            self.question_label.setText(self.tr("Log in with a code by mail"))
            words = self.tr("@{handle} is logged in on no other phone just now that could approve it.")
            self.where_label.setText(words.format(handle=handle))
        match progress.state:
            case DeviceLogInState.APPROVED:
                self._come_in()
            case DeviceLogInState.DECLINED:
                self._end(DeviceLogInOver(DeviceLogInState.DECLINED.value))
            case None:
                self._end(DeviceLogInOver("expired"))
            case _:
                pass

    def _come_in(self) -> None:
        from bcdesktop.services import devices

        if not self._comes_in:
            self._comes_in = True
            work = partial(devices.finish_log_in, self.host.context, self.host.profile, self._pending)
            self.host.run(self, work, self._logged_in, self._failed)

    def _send(self) -> None:
        from bcdesktop.services import devices

        mail = log_in_mail(self._pending.handle, self.host.profile.name)
        work = partial(devices.send_log_in_code, self.host.context, self._pending, mail)
        self.host.run(self, work, self._sent, self._not_sent)

    def _sent(self, sent: SentCode) -> None:
        self.picture.hide()
        self.entry.show_sent(sent)

    def _not_sent(self, error: AppError) -> None:
        self.entry.show_not_sent(error)
        if isinstance(error, DeviceLogInOver):
            self.refresh()

    def _enter(self, typed: str) -> None:
        from bcdesktop.services import devices

        self._comes_in = True
        host = self.host
        work = partial(devices.finish_log_in_by_code, host.context, host.profile, self._pending, typed)
        host.run(self, work, self._logged_in, self._code_refused)

    def _code_refused(self, error: AppError) -> None:
        self._comes_in = False
        if isinstance(error, DeviceLogInOver):
            self._failed(error)
        else:
            self.entry.show_refused(error)
            # an approval may have come in the meantime
            self.refresh()

    def _logged_in(self, _account: object) -> None:
        self._timer.stop()
        self.host.say(self.tr("You are logged in."))
        self.host.routes.account_chosen()

    def _failed(self, error: AppError) -> None:
        self._comes_in = False
        if isinstance(error, DeviceLogInOver):
            self._end(error)
        else:
            self.error.show_error(error)

    def _end(self, why: DeviceLogInOver) -> None:
        if self._comes_in:
            return
        self._timer.stop()
        self.question_label.setText(self.tr("You are not logged in"))
        self.error.show_error(why)
        self.time_left.hide()
        self.where_label.hide()
        self.not_at_hand.hide()
        self.again_button.show()
        self.again_button.setFocus()

    def _tick(self) -> None:
        if not self.time_left.show_left(self.host.now()):
            self._timer.stop()
            self.refresh()

    def _cancel(self) -> None:
        from bcdesktop.services import devices

        self.cancel_log_in_button.setEnabled(False)
        self.host.run(self, partial(devices.cancel_log_in, self.host.context, self._pending), self._leave, self._leave)

    def _leave(self, _result: object) -> None:
        self.host.routes.tiktok()

    def _again(self) -> None:
        from bcdesktop.ui.phone.screens.log_in import LogInScreen

        self.host.navigator.replace(LogInScreen(self.host))
