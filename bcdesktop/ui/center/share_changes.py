"""Changing what is shared: raised at once, lowered and stopped after a question that says what happens to people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bcdesktop.core.grants import least
from bcdesktop.services import partners
from bcdesktop.ui.center.access_words import assets_text
from bcdesktop.ui.center.dialogs.remove_partner import ask_stop_sharing, lower_share_question
from bcdesktop.ui.center.partner_words import name_of
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.people_records import PartnershipRow, ShareRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ShareChanges(QObject):
    """Lives as long as the list ``view`` whose shares it changes."""

    changed = Signal(object)
    """The partnership as it is now."""
    unchanged = Signal()
    """The person thought better of it, or it was refused: what is shown has to be shown again."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._actor, self._navigator, self._view = session, actor, navigator, view

    def set_role(self, row: PartnershipRow, shares: Sequence[ShareRow], role: AssetRole) -> None:
        """Share ``shares`` as ``role`` from now on."""
        other = [share for share in shares if share.role is not role]
        if not other:
            return
        change = partial(self._change, row, other, role)
        lowered = [share for share in other if least(share.role, role) is role]
        if not lowered:
            change()
            return
        dialog = lower_share_question(row, lowered, role, self._view.window(), change)
        dialog.rejected.connect(self.unchanged)
        self._navigator.open_dialog(dialog)

    def stop(self, row: PartnershipRow, shares: Sequence[ShareRow]) -> None:
        """Stop sharing ``shares``."""
        done = partial(self._stopped, assets_text(share.kind for share in shares))
        ask_stop_sharing(self._session, self._actor, self._navigator, row, shares, done)

    def _stopped(self, what: str, row: PartnershipRow) -> None:
        self._changed(what, None, row)

    def _change(self, row: PartnershipRow, shares: Sequence[ShareRow], role: AssetRole) -> None:
        changes = tuple((share.ref, role) for share in shares if share.ref is not None)
        work = partial(partners.change_shares, self._session.context, self._actor, row.id, changes)
        done = partial(self._changed, assets_text(share.kind for share in shares), role)
        self._session.runner.run(self, work, done, self._refused)

    def _changed(self, what: str, role: AssetRole | None, row: PartnershipRow) -> None:
        if role is None:
            text = self.tr("No longer shared with “%2”: %1.")
        else:
            text = self.tr("Shared with “%2” as %3: %1.").replace("%3", label_of(role))
        self._navigator.notices.success(text.replace("%1", what).replace("%2", name_of(row)))
        self.changed.emit(row)

    def _refused(self, error: Exception) -> None:
        self.unchanged.emit()
        self._navigator.notices.show_error(error)
