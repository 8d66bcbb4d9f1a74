"""What can be chosen for a member of an ad account besides the role: whether they see its numbers (A2-06)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_numbers_access

if TYPE_CHECKING:
    from bcdesktop.services.people_records import GrantRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class NumbersActions(QObject):
    """Makes the entry for the menu of one grant; grey, with the reason, for who is no Operator."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator

    def of(self, grant: GrantRow) -> Sequence[QAction]:
        """Return the entry for ``grant``; none for what has no numbers."""
        if grant.asset_kind is not AssetKind.AD_ACCOUNT:
            return ()
        action = QAction(self.tr("Hide performance &numbers"))
        action.setObjectName("hide_numbers_action")
        action.setCheckable(True)
        action.setChecked(grant.hides_numbers)
        why = "" if grant.role is AssetRole.OPERATOR else self._reason(grant.role)
        action.setEnabled(not why)
        tip = why or self.tr("%1 goes on making ads and sees no numbers.").replace("%1", grant.holder_name)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        action.triggered.connect(partial(self._turn, grant))
        return (action,)

    def _reason(self, role: AssetRole) -> str:
        if role is AssetRole.ADMIN:
            return self.tr(
                "An Admin of the ad account answers for it and sees everything. Make this member Operator first."
            )
        return self.tr("Numbers are all an Analyst has. Take the access away instead, or make this member Operator.")

    def _turn(self, grant: GrantRow) -> None:
        hidden = not grant.hides_numbers
        work = partial(
            ad_numbers_access.set_hidden,
            self._session.context,
            self._actor,
            grant.asset_id,
            grant.holder.id,
            hidden,
        )
        self._session.runner.run(self, work, partial(self._say, grant, hidden), self._navigator.notices.show_error)

    def _say(self, grant: GrantRow, hidden: bool, _changed: bool) -> None:
        text = self.tr("%1 makes ads on %2 without seeing its numbers.")
        if not hidden:
            text = self.tr("%1 sees the numbers of %2 again.")
        self._navigator.notices.success(text.replace("%1", grant.holder_name).replace("%2", grant.asset_name))
