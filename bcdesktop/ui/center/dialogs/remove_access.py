"""Taking access to one account away, from somebody or from oneself: what stops is named first (A0-14)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS, HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants
from bcdesktop.services.people_records import Assignment
from bcdesktop.ui.center.access_giving import AccessGiving
from bcdesktop.ui.kit.dialogs import MessageDialog, question
from bcdesktop.ui.kit.role_words import role_description
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.people_records import GrantRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.center.pages.own_access import OwnAsset
    from bcdesktop.ui.kit.notices import Notices
    from bcdesktop.ui.kit.session import Session


def remove_access_question(
    session: Session, actor: Actor, navigator: Navigator, grant: GrantRow, parent: QWidget
) -> MessageDialog:
    """Return the dialog that asks before ``grant`` is taken away, and takes it when accepted."""
    title = QCoreApplication.translate("RemoveAccess", "Remove %1 from %2?")
    title = title.replace("%1", grant.holder_name).replace("%2", grant.asset_name)
    dialog = question(
        parent,
        title,
        QCoreApplication.translate("RemoveAccess", "This takes effect at once. You can give access again at any time."),
        QCoreApplication.translate("RemoveAccess", "Remove access"),
        effects=[*_stops(grant), _stays(grant)],
        danger=True,
    )
    dialog.setObjectName("remove_access_dialog")
    _RemoveAccess(session, actor, navigator, grant, dialog)
    return dialog


def remove_own_question(
    session: Session, actor: Actor, navigator: Navigator, asset: OwnAsset, parent: QWidget
) -> MessageDialog:
    """Return the dialog that asks before somebody gives up their own access, and does it when accepted."""
    handle = asset.name
    title = QCoreApplication.translate("RemoveAccess", "Remove your own access to %1?").replace("%1", handle)
    effects = [
        QCoreApplication.translate("RemoveAccess", "You can no longer work with %1 in this Business Center."),
        QCoreApplication.translate("RemoveAccess", "Your other access, and other people's, stays as it is."),
    ]
    if asset.kind in TIKTOK_ACCOUNT_KINDS:
        effects.append(
            QCoreApplication.translate("RemoveAccess", "The TikTok account, its posts and followers stay as they are.")
        )
    else:
        effects.append(QCoreApplication.translate("RemoveAccess", "%1 itself, and what runs with it, stays as it is."))
    dialog = question(
        parent,
        title,
        QCoreApplication.translate(
            "RemoveAccess", "This takes effect at once. Only an admin can give it to you again."
        ),
        QCoreApplication.translate("RemoveAccess", "Remove my access"),
        effects=[effect.replace("%1", handle) for effect in effects],
        danger=True,
    )
    dialog.setObjectName("remove_own_dialog")
    _RemoveOwn(session, actor, navigator, asset, dialog)
    return dialog


class _RemoveAccess(QObject):
    """Does it when the dialog is accepted; lives as long as the dialog."""

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, grant: GrantRow, dialog: MessageDialog
    ) -> None:
        super().__init__(dialog)
        self._giving, self._grant = AccessGiving(session, actor, navigator), grant
        dialog.accepted.connect(self.remove)

    def remove(self) -> None:
        """Take the grant away."""
        grant = self._grant
        said = QCoreApplication.translate("RemoveAccess", "%1 has no access to %2 any more.")
        said = said.replace("%1", grant.holder_name).replace("%2", grant.asset_name)
        present = {(grant.holder.id, grant.asset_id): grant.role}
        self._giving.give([Assignment(grant.asset_id, grant.holder, None)], present, said)


class _RemoveOwn(QObject):
    """Does it when the dialog is accepted; lives as long as the dialog."""

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, asset: OwnAsset, dialog: MessageDialog
    ) -> None:
        super().__init__(dialog)
        self._session, self._actor, self._navigator, self._asset = session, actor, navigator, asset
        dialog.accepted.connect(self.remove)

    def remove(self) -> None:
        """Give it up. The window outlives the dialog, so it is the owner of the result."""
        work = partial(grants.remove_own, self._session.context, self._actor, self._asset.id)
        notices = self._navigator.notices
        done = partial(_say_removed, notices, self._asset.name)
        self._session.runner.run(self._navigator, work, done, notices.show_error)


def _say_removed(notices: Notices, name: str, _result: None) -> None:
    said = QCoreApplication.translate("RemoveAccess", "You have no access to %1 any more.").replace("%1", name)
    notices.success(said)


def _stops(grant: GrantRow) -> list[str]:
    if grant.holder.kind is HolderKind.PARTNER:
        texts = [
            QCoreApplication.translate("RemoveAccess", "The Business Center %1 no longer sees %2."),
            QCoreApplication.translate("RemoveAccess", "Everybody there who was given %2 loses it."),
        ]
    elif grant.asset_kind not in TIKTOK_ACCOUNT_KINDS:
        lost = QCoreApplication.translate("RemoveAccess", "%1 can no longer use %2 as %3: %4")
        lost = lost.replace("%4", role_description(grant.asset_kind, grant.role)).replace("%3", label_of(grant.role))
        texts = [lost]
    elif grant.role is AssetRole.OPERATOR:
        texts = [
            QCoreApplication.translate("RemoveAccess", "%1 can no longer make Spark Ads from the posts of %2."),
            QCoreApplication.translate("RemoveAccess", "%1 no longer sees details, LIVE and other numbers of %2."),
        ]
    else:
        texts = [QCoreApplication.translate("RemoveAccess", "%1 no longer sees the performance numbers of %2.")]
    return [text.replace("%1", grant.holder_name).replace("%2", grant.asset_name) for text in texts]


def _stays(grant: GrantRow) -> str:
    if grant.holder.kind is HolderKind.PARTNER:
        text = QCoreApplication.translate("RemoveAccess", "%1 stays a partner; whatever else is shared stays so.")
    else:
        text = QCoreApplication.translate("RemoveAccess", "%1 stays a member and keeps all other access.")
    return text.replace("%1", grant.holder_name)
