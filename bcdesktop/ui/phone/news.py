"""Watches for what arrives: requests by notification and mails; tells by a banner and by counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.changes import Change, ChangeKind

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile
    from bcdesktop.services.context import Context
    from bcdesktop.services.phone_records import InboxRow, MailRow
    from bcdesktop.ui.phone.host import Host

_KINDS = frozenset({ChangeKind.ACCESS_REQUEST, ChangeKind.MAIL, ChangeKind.DIRECTORY})
News_ = tuple[tuple["InboxRow", ...], tuple["MailRow", ...]]


def read_news(context: Context, phone: PhoneProfile) -> News_:
    """Return what waits for the active account and the mails of this phone; nothing while it is locked."""
    from bcdesktop.services import mail, owner

    if not phone.is_set_up or phone.locked or phone.active is None:
        return (), ()
    return owner.inbox(context, phone), mail.inbox(context, phone)


class News(QObject):
    """Keeps what was seen; what is new since then is told once."""

    request_came = Signal(object)
    mail_came = Signal(object)
    counted = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._host = host
        self._seen: set[str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.read)
        self.requests_waiting = 0
        self.mails_unread = 0
        host.account_changed.connect(self.start)

    def start(self) -> None:
        """Take what is there now as seen, and count it."""
        self._seen = None
        self._timer.start()

    def on_change(self, change: Change) -> None:
        """Look again after a change that may have brought something; several changes are one look."""
        if change.kind in _KINDS and self._host.profile.is_set_up:
            self._timer.start()

    def read(self) -> None:
        """Read on a worker."""
        self._host.run(self, partial(read_news, self._host.context, self._host.profile), self._take, self._ignore)

    def _take(self, news: News_) -> None:
        requests, mails = news
        pending = [row for row in requests if row.state is RequestState.PENDING]
        unread = [row for row in mails if row.read_at is None]
        self.requests_waiting, self.mails_unread = len(pending), len(unread)
        seen, self._seen = self._seen, {row.id for row in (*requests, *mails)}
        self.counted.emit()
        if seen is None:
            return
        for row in unread:
            if row.id not in seen:
                self.mail_came.emit(row)
        for row in pending:
            if row.id not in seen:
                self.request_came.emit(row)

    def _ignore(self, _error: Exception) -> None:
        # the screen in view reads the same rows and says what is wrong
        self.counted.emit()
