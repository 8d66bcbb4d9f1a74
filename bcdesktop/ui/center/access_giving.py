"""Gives, changes and takes access off the GUI thread; the toast that says so can undo it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from shiboken6 import isValid

from bcdesktop.services import grants
from bcdesktop.services.people_records import Assignment

if TYPE_CHECKING:
    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.notices import Notices
    from bcdesktop.ui.kit.session import Session


class AsksForAccess(Protocol):
    """The widget that asked."""

    def was_given(self) -> None:
        """It was done."""

    def was_refused(self, error: Exception) -> None:
        """It was refused, or failed; nothing was changed."""


class AccessGiving:
    """Handed to whoever changes access: a dialog, a panel, the matrix."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        self._session, self._actor, self._navigator = session, actor, navigator

    def give(
        self,
        wanted: Sequence[Assignment],
        present: Mapping[tuple[str, str], AssetRole],
        said: str,
        asked_by: AsksForAccess | None = None,
    ) -> None:
        """Do ``wanted`` in one step and say ``said``. ``present`` is what there was, (holder id, account id) to role.

        ``asked_by`` hears how it went where it still lives; the toast and what failed are shown without it too.
        """
        back = [
            Assignment(one.asset_id, one.holder, present.get((one.holder.id, one.asset_id)))
            for one in wanted
            if present.get((one.holder.id, one.asset_id)) is not one.role
        ]
        work = partial(grants.assign, self._session.context, self._actor, tuple(wanted), uuid.uuid4().hex)
        done, failed = partial(self._given, said, back, asked_by), partial(self._refused, asked_by)
        self._session.runner.run(self._navigator, work, done, failed)

    def _given(self, said: str, back: Sequence[Assignment], asked_by: AsksForAccess | None, _changed: int) -> None:
        self.say_given(said, back)
        if asked_by is not None and isValid(asked_by):
            asked_by.was_given()

    def say_given(self, said: str, back: Sequence[Assignment]) -> None:
        """Say what was done; the toast can undo it by doing ``back``."""
        self._navigator.notices.success(said, partial(self._undo, back) if back else None)

    def _refused(self, asked_by: AsksForAccess | None, error: Exception) -> None:
        if asked_by is not None and isValid(asked_by):
            asked_by.was_refused(error)
        else:
            self._navigator.notices.show_error(error)

    def _undo(self, back: Sequence[Assignment]) -> None:
        work = partial(grants.assign, self._session.context, self._actor, tuple(back), uuid.uuid4().hex)
        notices = self._navigator.notices
        self._session.runner.run(self._navigator, work, partial(_say_undone, notices), notices.show_error)


def _say_undone(notices: Notices, _changed: int) -> None:
    notices.success(QCoreApplication.translate("AccessGiving", "Everything is as it was before."))
