"""How the Ads Manager window of a process finds its Business Center window, and the other way round.

The two never import each other; ``windows`` hands each what the other asked for, by signals.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.ads.shell import AdsWindow
    from bcdesktop.ui.center.shell import CenterWindow
    from bcdesktop.ui.kit.session import Frame, Session


class AdsWindows(QObject):
    """Opens the Ads Manager window, once, and carries people between it and the Business Center window."""

    phone_requested = Signal()
    retry_requested = Signal()

    def __init__(self, frame: Frame, center: Callable[[], CenterWindow], parent: QObject) -> None:
        """``center`` returns the Business Center window, made and shown where there is none yet."""
        super().__init__(parent)
        self._frame, self._center_window = frame, center
        self.session: Session | None = None
        self.center: CenterWindow | None = None
        self.window: AdsWindow | None = None

    # ------------------------------------------------------------------ the Ads Manager window
    def make(self) -> AdsWindow:
        """Return the window, not shown yet where it is new."""
        if self.window is None:
            from bcdesktop.ui.ads.shell import AdsWindow

            self.window = AdsWindow(self._frame)
            self.window.phone_requested.connect(self.phone_requested)
            self.window.retry_requested.connect(self.retry_requested)
            self.window.center_requested.connect(self._enter_center)
            self.window.center_creation_requested.connect(self._create_center)
            self.window.advertiser_changed.connect(self._advertiser_changed)
        return self.window

    def attach(self, session: Session) -> None:
        """Take the store that was opened."""
        self.session = session
        if self.window is not None:
            self.window.attach(session)

    def show(self, asset_id: str = "") -> None:
        """Show the window for who is signed in to the Business Center window, at an ad account where one is named.

        Where nobody is, it asks who it is.
        """
        center, session = self.center, self.session
        if session is None or center is None:
            return
        if center.actor is None:
            window = self.make()
            _bring_up(window)
            if window.advertiser is None:
                window.attach(session)
            return
        from bcdesktop.services import advertisers

        work = partial(advertisers.from_actor, session.context, center.actor)
        session.runner.run(self, work, partial(self._show_for, session, asset_id), center.notices.show_error)

    def _show_for(self, session: Session, asset_id: str, person: Advertiser) -> None:
        if session is not self.session:
            # another store was opened meanwhile
            return
        window = self.make()
        there = window.advertiser if window.isVisible() else None
        _bring_up(window)
        if there is not None and there.person_id != person.person_id:
            self._say_other_person(window, there.name)
        elif there is not None:
            window.show_place(asset_id)
        else:
            window.attach(session, person, asset_id=asset_id)

    def close(self) -> None:
        """Close the window before its store."""
        if self.window is not None:
            self.window.leave()
            self.window.close()
            # Qt deletes it on this thread; dropped here, a worker's garbage collection might
            self.window.deleteLater()
            self.window = None

    def _advertiser_changed(self, person: Advertiser | None) -> None:
        """Forget the store key with the last person that left this process."""
        is_used = self.center is not None and self.center.actor is not None
        if person is None and not is_used and self.session is not None:
            self.session.context.keys.lock()

    def center_actor_changed(self, actor: Actor | None) -> None:
        """Sign out here too who signed out of the Business Center window."""
        if actor is None and self.window is not None and self.window.advertiser is not None:
            self.window.leave()
            self.window.show_sign_in()

    # ------------------------------------------------------------------ the Business Center window
    def _enter_center(self, person: Advertiser, center_id: str, page: str, what: dict[str, Any]) -> None:
        if self.session is None or self.window is None:
            return
        from bcdesktop.services import advertisers

        work = partial(advertisers.as_member, self.session.context, person, center_id)
        done = partial(self._show_center, self.session, page, what)
        self.session.runner.run(self, work, done, self._has_no_center)

    def _has_no_center(self, error: Exception) -> None:
        """Offer to create one to somebody who is in none."""
        from bcdesktop.core.errors import NotFound

        if self.window is None or self.window.inside is None:
            return
        if isinstance(error, NotFound):
            self.window.inside.open_enter_center()
        else:
            self.window.notices.show_error(error)

    def _show_center(self, session: Session, page: str, what: dict[str, Any], actor: Actor) -> None:
        center = self._free_center(actor.person_id)
        if center is not None and session is self.session:
            center.session = session
            center.show_place(actor, page, what)

    def _create_center(self, person: Advertiser) -> None:
        center = self._free_center(person.person_id)
        if center is not None and self.session is not None:
            center.creation.start_for(self.session, person)

    def _free_center(self, person_id: str) -> CenterWindow | None:
        """Return the Business Center window; None, and say why, where somebody else is signed in there."""
        center = self._center_window()
        _bring_up(center)
        if center.actor is not None and center.actor.person_id != person_id:
            self._say_other_person(center, center.actor.name)
            return None
        return center

    def _say_other_person(self, window: AdsWindow | CenterWindow, name: str) -> None:
        title = self.tr("%1 is signed in here").replace("%1", name)
        window.notices.bar.show_notice(title, self.tr("Sign out here first, then open it again from the other window."))


def _bring_up(window: AdsWindow | CenterWindow) -> None:
    if window.isVisible():
        window.raise_()
        window.activateWindow()
    else:
        window.show()
