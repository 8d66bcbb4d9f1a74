"""What is known about a typed handle, said under its field while the person types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services import access_requests, tiktok_accounts
from bcdesktop.services.errors import AlreadyLinked

if TYPE_CHECKING:
    from bcdesktop.core.access_requests import Kind
    from bcdesktop.core.permissions import PermissionSet
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor, HandleCheck
    from bcdesktop.ui.kit.session import Session

_QUIET_MILLISECONDS = 350


@dataclass(frozen=True)
class Known:
    """``linked`` are the permissions of an active link of this Business Center."""

    check: HandleCheck
    linked: PermissionSet | None


class HandleChecker(QObject):
    """Asks the services when nothing was typed for a moment; ``found`` carries Known, or None for no handle."""

    found = Signal(object)

    def __init__(self, session: Session, actor: Actor, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._actor = session, actor
        self._wanted: tuple[str, Kind] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def want(self, handle: str, kind: Kind) -> None:
        """Look at ``handle`` soon."""
        self._wanted = (handle, kind) if handle.strip() else None
        self.found.emit(None)
        if self._wanted is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look now."""
        self._timer.stop()
        if self._wanted is not None:
            work = partial(_look, self._session.context, self._actor, *self._wanted)
            self._session.runner.run(self, work, partial(self._tell, self._wanted), self._failed)

    def _tell(self, wanted: tuple[str, Kind], known: Known) -> None:
        if wanted == self._wanted:
            self.found.emit(known)

    def _failed(self, error: Exception) -> None:
        # what is wrong with an unfinished word is said when going on; everything else comes again there too
        if not isinstance(error, AppError):
            raise error


def _look(context: Context, actor: Actor, handle: str, kind: Kind) -> Known | None:
    try:
        check = access_requests.check_handle(context, actor, handle, kind)
    except InputRefused:
        return None
    linked = None
    if isinstance(check.problem, AlreadyLinked):
        linked = tiktok_accounts.get(context, actor, check.problem.link_id).permissions
    return Known(check, linked)
