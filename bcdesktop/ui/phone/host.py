"""What a screen may use: the session, the phone's profile, the way between screens, and work off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.runner import Lane

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneAccount, PhoneProfile
    from bcdesktop.services.context import Context
    from bcdesktop.ui.kit.session import Session
    from bcdesktop.ui.phone.app_list_keeper import AppListKeeper
    from bcdesktop.ui.phone.navigator import Navigator
    from bcdesktop.ui.phone.news import News
    from bcdesktop.ui.phone.routes import Routes
    from bcdesktop.ui.phone.shell import PhoneWindow

T = TypeVar("T")


class Host(QObject):
    """One per phone window; handed to every screen."""

    said = Signal(str)
    """A short sentence about what succeeded."""
    account_changed = Signal()
    """Another account is the active one, or there is none any more."""

    navigator: Navigator
    routes: Routes
    news: News
    apps_keeper: AppListKeeper

    def __init__(self, parent: QObject, session: Session, profile: PhoneProfile, window: PhoneWindow) -> None:
        super().__init__(parent)
        self.session = session
        self.profile = profile
        self.window = window
        self.display: QWidget = window

    @property
    def context(self) -> Context:
        """The open store, for the services."""
        return self.session.context

    def now(self) -> datetime:
        """Return the time of the session's clock."""
        return self.session.context.clock.now()

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
        *,
        lane: Lane = Lane.STORE,
    ) -> None:
        """Do ``work`` off the GUI thread. ``failed`` gets typed errors only, a sheet shows them where it is None.

        What is no AppError is a bug and goes where the runner sends unhandled errors.
        """

        def sort(error: Exception) -> None:
            if not isinstance(error, AppError):
                self.session.runner.unhandled.emit(error, owner)
            elif failed is not None:
                failed(error)
            else:
                self.show_error(error)

        self.session.runner.run(owner, work, done, sort, lane=lane)

    def show_error(self, error: AppError) -> None:
        """Show what went wrong in a sheet; that an account was logged out here gets a screen of its own."""
        if error.code == "logged_out_here":
            self.window.device_watch.start()
            return
        self.routes.error_sheet(error)

    def say(self, sentence: str) -> None:
        """Show ``sentence`` for a moment."""
        self.said.emit(sentence)

    def active(self) -> PhoneAccount | None:
        """Return the active account; reads the profile, so call it inside ``run``."""
        return self.profile.active
