"""What the window does when the signed-in person is a member no longer, or in another role than when they came in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bcdesktop.core.errors import NotFound
from bcdesktop.ui.center import entrance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcdesktop.services.records import Actor, BusinessCenterRow
    from bcdesktop.ui.center.shell import CenterWindow
    from bcdesktop.ui.kit.session import Session


class Membership(QObject):
    """Goes on in another Business Center of the person; where there is none, the sign-in page comes up."""

    def __init__(self, window: CenterWindow, session: Session, actor: Actor, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._session, self._actor = window, session, actor
        self._is_ending = False

    def left(self) -> None:
        """Go on elsewhere, after the person left."""
        self._go_on(self.tr("You left “%1”."))

    def not_read(self, error: Exception) -> None:
        """Take the error of what the sidebar asked for: somebody may have removed the person."""
        if isinstance(error, NotFound) and error.kind == "business_center":
            self._go_on(self.tr("You are no member of “%1” any more."))
        else:
            self._window.notices.show_error(error)

    def check_role(self, centers: Iterable[BusinessCenterRow]) -> None:
        """Come in anew where a role changed, so that what may be done and what is seen fit it."""
        for center in centers:
            roles = center.role, center.finance_role
            if center.id == self._actor.business_center_id and roles != (self._actor.role, self._actor.finance_role):
                work = partial(entrance.switch, self._session.context, self._actor, center.id)
                self._session.runner.run(self, work, self._window.enter, self.not_read)

    def _go_on(self, said: str) -> None:
        if self._is_ending:
            return
        self._is_ending = True
        work = partial(entrance.elsewhere, self._session.context, self._actor)
        done = partial(self._enter, said.replace("%1", self._actor.business_center_name))
        self._session.runner.run(self, work, done, self._window.notices.show_error)

    def _enter(self, said: str, actor: Actor | None) -> None:
        window = self._window
        if actor is None:
            window.sign_out()
        else:
            window.enter(actor)
        window.notices.success(said)
