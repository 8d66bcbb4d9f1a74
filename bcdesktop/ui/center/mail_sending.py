"""Sends mails of the Outbox from any window: off the GUI thread, asking for a password, saying what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bcdesktop.services import outbox
from bcdesktop.services.people_errors import MailPasswordNeeded
from bcdesktop.ui.kit.runner import Lane

if TYPE_CHECKING:
    from bcdesktop.services.mail_records import OutboxRow, SentMails
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.notices import Notices
    from bcdesktop.ui.kit.session import Session


class MailSending(QObject):
    """One at a time: ``busy`` while something is being sent."""

    busy_changed = Signal(bool)

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, parent: QObject, notices: Notices | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._notices = notices or navigator.notices
        self.busy = False

    def send(self, mail_id: str) -> None:
        """Send one mail."""
        self._start(partial(outbox.send, self._session.context, self._actor, mail_id), self._sent)

    def send_all(self) -> None:
        """Send all that waits."""
        self._start(partial(outbox.send_all, self._session.context, self._actor), self._all_sent)

    def _start(self, send: Callable[..., Any], done: Callable[[Any], None]) -> None:
        if self.busy:
            return
        self._set_busy(True)
        # the network may take its time, and others want the store meanwhile
        self._session.runner.run(self, send, done, partial(self._failed, send, done), lane=Lane.PURE)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)

    def _sent(self, row: OutboxRow) -> None:
        self._set_busy(False)
        self._notices.success(self.tr("Sent to %1.").replace("%1", row.to_address))

    def _all_sent(self, result: SentMails) -> None:
        self._set_busy(False)
        text = self.tr("Mails sent: %1.").replace("%1", str(result.sent))
        if result.refused:
            refused = self.tr("Refused by the mail server: %1. They stay in the Outbox.")
            text = f"{text} {refused.replace('%1', str(result.refused))}"
        self._notices.success(text)

    def _failed(self, send: Callable[..., Any], done: Callable[[Any], None], error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, MailPasswordNeeded):
            self._notices.show_error(error)
            return
        from bcdesktop.ui.center.dialogs.mail_password import MailPasswordDialog

        dialog = MailPasswordDialog(self._session, self._navigator, error, partial(_with_password, send))
        dialog.sent.connect(done)
        dialog.failed.connect(self._notices.show_error)
        self._navigator.open_dialog(dialog)


class MailsWait(QObject):
    """Tells in a toast that mails lie in the Outbox, and offers what comes next: to send them, or to go there."""

    left = Signal()
    """The person goes to the Outbox; a dialog over the window closes."""

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, parent: QObject, notices: Notices | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._notices = notices or navigator.notices
        self._sending = MailSending(session, actor, navigator, self, self._notices)

    def tell(self, text: str, mail_ids: tuple[str, ...]) -> None:
        """Show ``text``, such as "The mail to ... lies in the Outbox.", with a button for ``mail_ids``."""
        work = partial(outbox.has_mail_server, self._session.context, self._actor)
        self._session.runner.run(self, work, partial(self._tell, text, mail_ids), self._notices.show_error)

    def _tell(self, text: str, mail_ids: tuple[str, ...], has_server: bool) -> None:
        if has_server and len(mail_ids) == 1:
            self._notices.success(text, partial(self._sending.send, mail_ids[0]), verb=self.tr("Send now"))
        else:
            verb = self.tr("Show in the Outbox")
            self._notices.success(text, partial(self._show, mail_ids), verb=verb)

    def _show(self, mail_ids: tuple[str, ...]) -> None:
        self.left.emit()
        self._navigator.go("outbox", mail_id=mail_ids[0] if mail_ids else None)


def _with_password(send: Callable[..., Any], password: str) -> Any:
    return send(password=password)
