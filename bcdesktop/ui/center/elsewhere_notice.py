"""Says at once when an owner answered a request of another Business Center than the one that is open (A2-46)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bcdesktop.core.changes import Change, ChangeKind

if TYPE_CHECKING:
    from bcdesktop.services.people_records import AccountElsewhere
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ElsewhereNotice(QObject):
    """Lives as long as its ``parent``; asks the store only where the person has another Business Center."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._told: set[str] = set()
        self.has_others = False
        session.bridge.changed.connect(self._look)

    def _look(self, change: Change) -> None:
        if change.kind is not ChangeKind.ACCESS_REQUEST or not self.has_others:
            return
        new = [request_id for request_id in change.ids if request_id not in self._told]
        if new:
            self._session.runner.run_last(self, partial(self._ask, tuple(new)))

    def _ask(self, request_ids: tuple[str, ...]) -> None:
        from bcdesktop.services import elsewhere

        work = partial(elsewhere.answered, self._session.context, self._actor, request_ids)
        self._session.runner.run(self, work, self._tell, self._navigator.notices.show_error)

    def _tell(self, found: tuple[AccountElsewhere, ...]) -> None:
        for row in found:
            if row.id in self._told:
                continue
            self._told.add(row.id)
            title = self.tr("@%1 answered a request of “%2”, not of “%3”, which is open.")
            self._navigator.notices.bar.show_notice(
                _filled(title, row.handle, row.center_name, self._actor.business_center_name),
                self.tr("The account stands in the list of “%1”.").replace("%1", row.center_name),
                action=self.tr("Switch to “%1”").replace("%1", row.center_name),
                on_action=partial(self._navigator.switch_to, row.center_id),
            )


def _filled(text: str, *values: str) -> str:
    """Put ``values`` in their places, %1 first; a value may hold such a mark itself."""
    parts = [text]
    for number, value in enumerate(values, 1):
        before, mark, after = parts[-1].partition(f"%{number}")
        parts[-1:] = [before, value, after] if mark else [before]
    return "".join(parts)
