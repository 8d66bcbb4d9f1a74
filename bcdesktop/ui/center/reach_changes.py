"""Changing in which role a Business Center whose request was granted reaches an asset; lowered after a question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bcdesktop.core.grants import least
from bcdesktop.services import ad_account_closing, asset_partners
from bcdesktop.ui.center.partner_words import people_text
from bcdesktop.ui.kit.dialogs import MessageDialog, question
from bcdesktop.ui.kit.role_words import role_description
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.asset_partners import AssetPartnerRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ReachChanges(QObject):
    """Lives as long as the list ``view`` it changes."""

    unchanged = Signal()
    """The person thought better of it, or it was refused: what is shown has to be shown again."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._actor, self._navigator, self._view = session, actor, navigator, view

    def set_role(self, asset_id: str, row: AssetPartnerRow, role: AssetRole) -> None:
        """Let the Business Center of ``row`` reach the asset as ``role`` from now on."""
        if role is row.role:
            return
        if least(row.role, role) is row.role:
            self._change(asset_id, row, role)
            return
        title = self.tr("Lower what “%1” may do?").replace("%1", row.center_name)
        effects = [f"{label_of(role)}: {role_description(row.kind, role)}"]
        if row.members:
            people = self.tr("Of its people, %1 use it; whoever has more becomes %2.")
            effects.append(people.replace("%1", people_text(row.members)).replace("%2", label_of(role)))
        dialog = self._question(title, self.tr("Lower to %1").replace("%1", label_of(role)), effects)
        dialog.setObjectName("lower_reach_dialog")
        dialog.accepted.connect(partial(self._change, asset_id, row, role))
        self._navigator.open_dialog(dialog)

    def stop(self, asset_id: str, row: AssetPartnerRow) -> None:
        """Ask, then end the access of the Business Center of ``row``."""
        title = self.tr("End the access of “%1” to “%2”?").replace("%1", row.center_name)
        effects = [self.tr("It no longer sees “%2”; its links to it end, and ads it runs there pause.")]
        if row.members:
            effects.append(
                self.tr("Its people who were given “%2” lose it: %1.").replace("%1", people_text(row.members))
            )
        name = row.asset_name
        dialog = self._question(
            title.replace("%2", name), self.tr("End access"), [effect.replace("%2", name) for effect in effects]
        )
        dialog.setObjectName("end_reach_dialog")
        dialog.accepted.connect(partial(self._end, asset_id, row))
        self._navigator.open_dialog(dialog)

    def _question(self, title: str, verb: str, effects: list[str]) -> MessageDialog:
        text = self.tr("This takes effect at once.")
        dialog = question(self._view.window(), title, text, verb, effects=effects, danger=True)
        dialog.rejected.connect(self.unchanged)
        return dialog

    def _end(self, asset_id: str, row: AssetPartnerRow) -> None:
        work = partial(ad_account_closing.end_reach, self._session.context, self._actor, asset_id, row.center_id)
        self._session.runner.run(self, work, partial(self._changed, row, None), self._refused)

    def _change(self, asset_id: str, row: AssetPartnerRow, role: AssetRole) -> None:
        work = partial(asset_partners.set_role, self._session.context, self._actor, asset_id, row.id, role)
        self._session.runner.run(self, work, partial(self._changed, row, role), self._refused)

    def _changed(self, row: AssetPartnerRow, role: AssetRole | None, _nothing: None) -> None:
        if role is None:
            text = self.tr("“%1” has no access to “%2” any more.")
        else:
            text = self.tr("“%1” is %3 on “%2” now.").replace("%3", label_of(role))
        self._navigator.notices.success(text.replace("%1", row.center_name).replace("%2", row.asset_name))

    def _refused(self, error: Exception) -> None:
        self.unchanged.emit()
        self._navigator.notices.show_error(error)
