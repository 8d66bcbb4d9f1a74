"""Where each cross of the readiness check is mended in this window: the words of its button, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.core.readiness import ConditionName, Mender

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Line, Readiness
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_ASKED = {
    ConditionName.AD_ACCOUNT_ROLE: Action.GIVE_TIKTOK_ACCOUNT_ACCESS,
    ConditionName.AD_LINK: Action.LINK_AD_ACCOUNT,
}
"""What somebody who may not do it asks the admins for; everything else is a request to the owner."""


class ReadinessMending(QObject):
    """An admin is led to where it is done; everybody else asks an admin."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._is_admin = may(Action.LINK_AD_ACCOUNT, actor.role)

    def verbs(self, found: Readiness) -> dict[ConditionName, str]:
        """Return the text of the button of each cross."""
        return {line.condition.name: self._verb(line) for line in found.lines if line.condition.ok is False}

    def mend(self, found: Readiness, name: ConditionName) -> None:
        """Go to where the cross called ``name`` is mended."""
        line = next(line for line in found.lines if line.condition.name is name)
        mender = line.condition.mender
        if name is ConditionName.ACCOUNT_PUBLIC or name is ConditionName.ACCOUNT_AVAILABLE:
            self._navigator.show_phone()
        elif name is ConditionName.NOT_POLITICAL:
            self._navigator.go("tiktok_accounts")
        elif name is ConditionName.AD_ACCOUNT_APPROVED:
            self._navigator.go("ad_accounts", asset_id=found.asset_id)
        elif not self._is_admin:
            self._ask(found, name)
        elif mender is Mender.PARTNER:
            self._navigator.go("partners")
        elif name is ConditionName.AD_ACCOUNT_ROLE:
            self._give_role(found)
        elif name is ConditionName.AD_LINK:
            self._link(found)
        else:
            self._navigator.ask_again(found.handle)

    def _verb(self, line: Line) -> str:
        name, mender = line.condition.name, line.condition.mender
        everybodys = {
            ConditionName.ACCOUNT_PUBLIC: self.tr("Open the Phone"),
            ConditionName.ACCOUNT_AVAILABLE: self.tr("Open the Phone"),
            ConditionName.NOT_POLITICAL: self.tr("Choose another account"),
            ConditionName.AD_ACCOUNT_APPROVED: self.tr("Show the ad account"),
        }
        if name in everybodys:
            return everybodys[name]
        if not self._is_admin:
            return self.tr("Ask an admin…")
        if mender is Mender.PARTNER:
            return self.tr("Show the partner")
        return {
            ConditionName.LINK_ACTIVE: self.tr("Ask for access again…"),
            ConditionName.AD_ACCOUNT_ROLE: self.tr("Give the role…"),
            ConditionName.AD_LINK: self.tr("Link them…"),
        }.get(name, self.tr("Ask for more permissions…"))

    def _give_role(self, found: Readiness) -> None:
        from bcdesktop.ui.center.dialogs.assign_access import AssignAccessDialog

        ids, kind = [found.asset_id], AssetKind.AD_ACCOUNT
        self._navigator.open_dialog(AssignAccessDialog(self._session, self._actor, self._navigator, ids, kind))

    def _link(self, found: Readiness) -> None:
        from bcdesktop.ui.center.dialogs.link_to_ad_accounts import LinkToAdAccountsDialog

        account = found.account_kind, found.account_ref, found.handle
        dialog = LinkToAdAccountsDialog(self._session, self._actor, self._navigator, account, (found.asset_id,))
        self._navigator.open_dialog(dialog)

    def _ask(self, found: Readiness, name: ConditionName) -> None:
        from bcdesktop.ui.center.dialogs.ask_admin import ask_admin_dialog

        of_ad_account = name is ConditionName.AD_ACCOUNT_ROLE
        dialog = ask_admin_dialog(
            self._session,
            self._actor,
            self._navigator,
            AdminRequestSubject.ACTION,
            action=_ASKED.get(name, Action.REQUEST_TIKTOK_ACCOUNT),
            object_id=found.asset_id if of_ad_account else found.account_ref,
            object_name=found.ad_account_name if of_ad_account else f"@{found.handle}",
        )
        self._navigator.open_dialog(dialog)
