"""One's own access to an asset, with Remove beside it for everybody who has some (A0-14)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import grants, tiktok_accounts
from bcdesktop.ui.center.dialogs.remove_access import ask_remove_own
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.role_words import role_description
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


@dataclass(frozen=True)
class OwnAsset:
    """What is shown: an asset, what the person is on it, and whether an admin could take it just now."""

    id: str
    kind: AssetKind
    name: str
    role: AssetRole | None = None
    can_take: bool = True
    limit: AssetRole | None = None


class OwnAccess(QFrame):
    """Name, role and what it allows; the button takes it away, or gives an admin the mightiest role."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, *, prefix: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._asset: OwnAsset | None = None
        self.own_name_label = text_label(self.tr("%1 (you)").replace("%1", actor.name), "strong")
        self.own_role_label = text_label("", "muted", wrap=True)
        self.own_role_label.setObjectName(f"{prefix}own_role_label")
        self.own_remove_button = self._button(f"{prefix}own_remove_button", self.tr("&Remove…"), self.ask_remove)
        self.own_remove_button.setToolTip(self.tr("Give up your own access to this account"))
        self.own_give_button = self._button(f"{prefix}own_give_button", self.tr("&Give me access"), self.take)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.own_name_label)
        words.addWidget(self.own_role_label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(self.own_remove_button)
        layout.addWidget(self.own_give_button)

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        button.hide()
        return button

    def show_asset(self, asset: OwnAsset) -> None:
        """Show the person's access to ``asset``."""
        self._asset = asset
        role = asset.role
        if role is not None:
            self.own_role_label.setText(f"{label_of(role)}. {role_description(asset.kind, role)}")
        elif may(Action.GIVE_TIKTOK_ACCOUNT_ACCESS, self._actor.role):
            self.own_role_label.setText(self.tr("No access. An admin too has to be assigned to work with it."))
        else:
            self.own_role_label.setText(self.tr("No access. Ask an admin for it."))
        self.own_remove_button.setVisible(role is not None)
        may_give = may(Action.GIVE_TIKTOK_ACCOUNT_ACCESS, self._actor.role)
        most = asset.limit or ROLES_OF[asset.kind][0]
        self.own_give_button.setText(self.tr("&Give me %1").replace("%1", label_of(most)))
        self.own_give_button.setVisible(role is None and may_give and asset.can_take)

    def ask_remove(self) -> None:
        """Ask before one's own access goes."""
        if self._asset is not None:
            ask_remove_own(self._session, self._actor, self._navigator, self._asset)

    def take(self) -> None:
        """Give the acting admin the mightiest role."""
        asset = self._asset
        if asset is None:
            return
        context, failed = self._session.context, self._navigator.notices.show_error
        if asset.kind is AssetKind.TIKTOK_ACCOUNT:
            work = partial(tiktok_accounts.give_me_operator, context, self._actor, asset.id)
        else:
            work = partial(grants.give_me, context, self._actor, asset.id)
        self._session.runner.run(self, work, partial(self._given, asset), failed)

    def _given(self, asset: OwnAsset, _result: object) -> None:
        most = label_of(asset.limit or ROLES_OF[asset.kind][0])
        text = self.tr("You are %2 on %1 now.").replace("%1", asset.name).replace("%2", most)
        self._navigator.notices.success(text)
