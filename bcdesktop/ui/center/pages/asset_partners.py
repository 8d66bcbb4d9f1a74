"""The tab Partners of an asset's panel: who it is shared with, as what; change, stop, share (domain.md 5.1, U9; A4-33).

For TikTok accounts, ad accounts, catalogs, pixels and audiences alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import REACHED_KINDS, AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import asset_partners, partners
from bcdesktop.ui.center.chosen_roles import RoleCombo
from bcdesktop.ui.center.dialogs.assign_access import AssignAccessDialog
from bcdesktop.ui.center.dialogs.share_with_partner import ShareWithPartnerDialog
from bcdesktop.ui.center.partner_words import name_of, state_badge
from bcdesktop.ui.center.reach_changes import ReachChanges
from bcdesktop.ui.center.share_changes import ShareChanges
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.asset_partners import AssetPartnerRow
    from bcdesktop.services.context import Context
    from bcdesktop.services.people_records import PartnershipRow, ShareRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


@dataclass(frozen=True)
class AssetShare:
    """A partner and the share of the asset with it; or ``reach``, another Business Center whose request was granted."""

    partner: PartnershipRow | None = None
    share: ShareRow | None = None
    reach: AssetPartnerRow | None = None

    @property
    def id(self) -> str:
        """A key for the table."""
        return self.share.id if self.share is not None else "" if self.reach is None else self.reach.id

    @property
    def role(self) -> AssetRole | None:
        """The most it may give its people."""
        found = self.share or self.reach
        return None if found is None else found.role


@dataclass(frozen=True)
class _Found:
    rows: tuple[AssetShare, ...]
    owner_name: str | None
    is_ended: bool


def _read(context: Context, actor: Actor, asset_id: str, kind: AssetKind) -> _Found:
    owner_name, is_ended, granted = None, False, ()
    if kind in REACHED_KINDS:
        found = asset_partners.of_asset(context, actor, asset_id)
        owner_name, is_ended, granted = found.owner_name, found.is_ended, found.rows
    shared = [
        AssetShare(row, share)
        for row in partners.list_all(context, actor)
        for share in row.shares
        if share.ref == asset_id and share.ref is not None
    ]
    asked = [AssetShare(reach=row) for row in granted if row.partnership_id is None]
    return _Found((*shared, *asked), owner_name, is_ended)


class AssetPartnersTab(QWidget):
    """For admins, on assets of their own; what another shares with them cannot be shared on.

    ``name`` begins the object names, so that several panels of one window do not share them.
    """

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, *, name: str = "asset") -> None:
        super().__init__()
        self.setObjectName(f"{name}_partners")
        self._session, self._actor, self._navigator, self._name = session, actor, navigator, name
        self._asset: tuple[str, AssetKind] | None = None
        self._may_see = may(Action.SEE_PARTNERS, actor.role)
        self._changes = ShareChanges(session, actor, navigator, self)
        self._reaches = ReachChanges(session, actor, navigator, self)
        for changes in (self._changes, self._reaches):
            changes.unchanged.connect(self._show_chosen)
        self.partners_table = RecordTable(
            f"{name}_partners_table",
            (
                Column("partner", self.tr("Partner"), _partner, tooltip=_partner_id, width=18),
                Column("role", self.tr("Role"), _role, width=20),
                Column("state", self.tr("State"), _state_word, badge=_state_kind, width=16),
            ),
            accessible_name=self.tr("Partners with access"),
            empty=EmptyState(
                self.tr("Shared with nobody"),
                self.tr("Agencies and freelancers get access as partner, not as member."),
                icon_name="share-2",
            ),
        )
        self.partners_table.current_changed.connect(self._show_chosen)
        self.partners_table.delete_pressed.connect(self.stop)
        self.partners_table.activated.connect(self._show_partner)
        self._build_controls()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.PARTNER, ChangeKind.AD_ACCOUNT, ChangeKind.ASSET}, self.read_again)

    def _build_controls(self) -> None:
        self.partner_role_combo = RoleCombo()
        self.partner_role_combo.setObjectName(f"{self._name}_partner_role_combo")
        self.partner_role_combo.setAccessibleName(self.tr("Role of the chosen partner"))
        # only what a person chooses is a change
        self.partner_role_combo.activated.connect(self._choose_role)
        self.stop_partner_button = self._button("stop_sharing_button", self.tr("S&top sharing…"), self.stop)
        self.new_partner_button = self._button("new_partner_button", self.tr("Share with &partner…"), self.share)
        self.known_partner_button = self._button(
            "known_partner_button", self.tr("Share with a partner you &have…"), self._assign
        )
        self.not_mine_label = text_label("", "muted", wrap=True)
        self.not_mine_label.setObjectName(f"{self._name}_not_mine_label")
        self.not_mine_label.hide()
        change = QHBoxLayout()
        change.setSpacing(8)
        change.addWidget(self.partner_role_combo, 1)
        change.addWidget(self.stop_partner_button)
        self.controls = QWidget()
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(change)
        for button in (self.new_partner_button, self.known_partner_button):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.not_mine_label)
        layout.addWidget(self.partners_table, 1)
        layout.addWidget(self.controls)
        self._show_chosen()

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"{self._name}_{name}")
        button.clicked.connect(slot)
        return button

    # ------------------------------------------------------------------ showing
    def show_asset(
        self, asset_id: str, kind: AssetKind, name: str, *, owner_name: str | None = None, why_ended: str = ""
    ) -> None:
        """Show with whom an asset is shared; ``owner_name`` shares a TikTok account with this Business Center."""
        if self._asset is None or self._asset[0] != asset_id:
            self.partners_table.set_records(())
            with QSignalBlocker(self.partner_role_combo):
                self.partner_role_combo.set_kind(kind)
        self._asset = (asset_id, kind)
        self.partners_table.setAccessibleDescription(name)
        self._show_owner(owner_name)
        self._show_ended(why_ended)
        self.read_again()

    def read_again(self) -> None:
        """Read with whom it is shared."""
        if self._asset is not None and self._may_see and self._asset[1] is not AssetKind.SHARED_TIKTOK_ACCOUNT:
            work = partial(_read, self._session.context, self._actor, *self._asset)
            done = partial(self._show, self._asset[0])
            self._session.runner.run(self, work, done, self._navigator.notices.show_error)

    def _show(self, asset_id: str, found: _Found) -> None:
        if self._asset is None or self._asset[0] != asset_id:
            return
        if self._asset[1] in REACHED_KINDS:
            self._show_owner(found.owner_name)
            self._show_ended(self.tr("This is not there any more.") if found.is_ended else "")
        self.partners_table.set_records(found.rows)
        self._show_chosen()

    def _show_owner(self, owner_name: str | None) -> None:
        text = self.tr("This belongs to “%1”, so only its owner can share it with others.")
        self.not_mine_label.setText("" if owner_name is None else text.replace("%1", owner_name))
        self.not_mine_label.setVisible(owner_name is not None)
        self.partners_table.setVisible(owner_name is None)
        self.controls.setVisible(owner_name is None)

    def _show_ended(self, why: str) -> None:
        for button in (self.known_partner_button, self.new_partner_button):
            button.setEnabled(not why)
            button.setToolTip(why)
            button.setStatusTip(why)

    def _chosen(self) -> AssetShare | None:
        chosen: AssetShare | None = self.partners_table.current_record()
        return chosen

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        why = self.tr("Choose a partner in the list first.") if chosen is None else ""
        for control in (self.partner_role_combo, self.stop_partner_button):
            control.setEnabled(chosen is not None)
            control.setStatusTip(why)
            control.setToolTip(why)
        with QSignalBlocker(self.partner_role_combo):
            if chosen is not None and chosen.role is not None:
                self.partner_role_combo.choose(chosen.role)

    # ------------------------------------------------------------------ acting
    def _choose_role(self) -> None:
        chosen, role = self._chosen(), self.partner_role_combo.role()
        if chosen is not None and chosen.reach is not None:
            self._reaches.set_role(self._asset_id(), chosen.reach, role)
        elif chosen is not None and chosen.partner is not None and chosen.share is not None:
            self._changes.set_role(chosen.partner, [chosen.share], role)

    def stop(self) -> None:
        """Ask, then stop sharing the asset with the chosen partner."""
        chosen = self._chosen()
        if chosen is not None and chosen.reach is not None:
            self._reaches.stop(self._asset_id(), chosen.reach)
        elif chosen is not None and chosen.partner is not None and chosen.share is not None:
            self._changes.stop(chosen.partner, [chosen.share])

    def _asset_id(self) -> str:
        return "" if self._asset is None else self._asset[0]

    def _assign(self) -> None:
        if self._asset is not None:
            asset_id, kind = self._asset
            dialog = AssignAccessDialog(self._session, self._actor, self._navigator, [asset_id], kind)
            self._navigator.open_dialog(dialog)

    def share(self) -> None:
        """Open Share with partner, with this asset ticked."""
        if self._asset is not None:
            dialog = ShareWithPartnerDialog(self._session, self._actor, self._navigator, self._asset[0])
            self._navigator.open_dialog(dialog)

    def _show_partner(self, chosen: AssetShare) -> None:
        if chosen.partner is not None:
            self._navigator.go("partners", partnership_id=chosen.partner.id)


def _partner(share: AssetShare) -> str:
    if share.partner is not None:
        return name_of(share.partner)
    return "" if share.reach is None else share.reach.center_name


def _partner_id(share: AssetShare) -> str:
    if share.partner is not None:
        return share.partner.other_id
    return "" if share.reach is None else share.reach.center_id


def _role(share: AssetShare) -> str:
    return "" if share.role is None else label_of(share.role)


def _state_word(share: AssetShare) -> str:
    by_request = QCoreApplication.translate("AssetPartnersTab", "By request")
    return by_request if share.partner is None else state_badge(share.partner)[0]


def _state_kind(share: AssetShare) -> BadgeKind:
    return BadgeKind.NEUTRAL if share.partner is None else state_badge(share.partner)[1]
