"""Who comes into the window and who leaves it: the second step a rule asks for, signing out, switching the person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bcdesktop.ui.center import entrance
from bcdesktop.ui.kit.skeleton import Skeleton

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.shell import CenterWindow
    from bcdesktop.ui.kit.session import Session


class Admission(QObject):
    """Lets a person in once nothing is asked of them any more; lives as long as the window."""

    def __init__(self, window: CenterWindow) -> None:
        super().__init__(window)
        self._window = window

    def admit(self, actor: Actor) -> None:
        """Show the pages to ``actor``, or the set-up of the second step where the Business Center asks for it."""
        session = self._window.session
        work = partial(entrance.must_set_up_two_step, session.context, actor)
        session.runner.run(self, work, partial(self._admit, session, actor), self._window.notices.show_error)

    def _admit(self, session: Session, actor: Actor, must_set_up: bool) -> None:
        # another store may have been opened meanwhile
        if session is self._window.session:
            self.take(actor, must_set_up=must_set_up)

    def take(self, actor: Actor, *, must_set_up: bool) -> None:
        """Do what ``admit`` does, for whoever asked the store already."""
        if must_set_up:
            self._show_set_up(actor)
        else:
            self._window.let_in(actor)

    def _show_set_up(self, actor: Actor) -> None:
        from bcdesktop.ui.center.two_step_view import TwoStepView

        window = self._window
        window.leave()
        view = TwoStepView(window.session, actor)
        view.done.connect(self.admit)
        view.sign_out_requested.connect(self.sign_out)
        window.set_view(view)
        view.set_focus()

    def sign_out(self, actor: Actor, *, other_person: bool = False) -> None:
        """Close the pages of ``actor`` and show the sign-in page, with an empty e-mail field for ``other_person``."""
        window, session = self._window, self._window.session
        window.leave()
        window.set_view(Skeleton(session.theme))
        work = partial(entrance.sign_out, session.context, actor)
        session.runner.run(self, work, self._signed_out, window.notices.show_error)
        look = partial(entrance.look_in, session.context, enter_example=False)
        session.runner.run(self, look, partial(self._meet, other_person), window.fail)

    def _signed_out(self, _nothing: None) -> None:
        self._window.actor_changed.emit(None)

    def _meet(self, other_person: bool, found: entrance.Entrance) -> None:
        self._window.meet(found, email="" if other_person else None)
