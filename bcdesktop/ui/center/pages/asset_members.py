"""The tab Members of an asset's panel: who may use it, as what; changed at once, taken away after a question (A4-28).

For TikTok accounts, ad accounts, catalogs, pixels and audiences alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import grants
from bcdesktop.services.people_records import Assignment
from bcdesktop.ui.center.access_giving import AccessGiving
from bcdesktop.ui.center.access_words import change_text, grant_role_text
from bcdesktop.ui.center.chosen_roles import RoleCombo
from bcdesktop.ui.center.dialogs.assign_access import AssignAccessDialog
from bcdesktop.ui.center.dialogs.remove_access import ask_remove_access
from bcdesktop.ui.center.end_dating import EndDating, end_text, end_tip
from bcdesktop.ui.center.numbers_actions import NumbersActions
from bcdesktop.ui.center.pages.own_access import OwnAccess, OwnAsset
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.time_text import date_text, exact

if TYPE_CHECKING:
    from bcdesktop.services.people_records import GrantRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

RowActions = Callable[["GrantRow"], Sequence[QAction]]
"""Returns what else can be done with one grant, made anew for each menu."""


class AssetMembersTab(QWidget):
    """Everybody sees their own access; admins see and change everybody's.

    ``name`` begins the object names, so that several panels of one window do not share them.
    """

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, *, name: str = "asset") -> None:
        super().__init__()
        self.setObjectName(f"{name}_members")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._prefix = "" if name == "account" else f"{name}_"
        self._giving = AccessGiving(session, actor, navigator)
        self._asset: OwnAsset | None = None
        self._dating = EndDating(session, actor, navigator)
        self._row_actions: RowActions | None = NumbersActions(session, actor, navigator, self).of
        self._may_give = may(Action.GIVE_TIKTOK_ACCOUNT_ACCESS, actor.role)
        self.own_access = OwnAccess(session, actor, navigator, prefix=self._prefix)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.own_access)
        if self._may_give:
            self._build_others(name)
        else:
            self._layout.addWidget(text_label(self.tr("Admins see who else may use this."), "muted", wrap=True))
            self._layout.addStretch(1)
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.GRANT}, self.read_again)

    def _build_others(self, name: str) -> None:
        self.members_table = RecordTable(
            f"{name}_members_table",
            (
                Column("who", self.tr("Member"), _who, tooltip=_detail, width=14),
                Column("role", self.tr("Role"), grant_role_text, width=20),
                Column("since", self.tr("Since"), _since, sort=_given_at, tooltip=_given, width=15),
                Column("ends", self.tr("Ends"), _ends, sort=_ends_at, tooltip=_ends_tip, width=15),
            ),
            accessible_name=self.tr("Members with access"),
            empty=EmptyState(self.tr("Nobody yet"), icon_name="users"),
        )
        self.members_table.current_changed.connect(self._show_chosen)
        self.members_table.delete_pressed.connect(self.ask_remove)
        self.member_role_combo = RoleCombo()
        self.member_role_combo.setObjectName(f"{self._prefix}member_role_combo")
        self.member_role_combo.setAccessibleName(self.tr("Role of the chosen member"))
        self.member_role_combo.currentIndexChanged.connect(self._change_role)
        self.member_remove_button = self._button("member_remove_button", self.tr("Re&move…"), self.ask_remove)
        self.member_more_button = self._button("member_more_button", self.tr("M&ore"), None)
        self.member_more_menu = QMenu(self)
        self.member_more_menu.setObjectName(f"{self._prefix}member_more_menu")
        self.member_more_menu.aboutToShow.connect(self._fill_menu)
        self.member_more_button.setMenu(self.member_more_menu)
        self.member_assign_button = self._button(
            "member_assign_button", self.tr("Assign a new &member"), self.assign_new
        )
        set_button_icon(self.member_assign_button, "user-plus")
        change = QHBoxLayout()
        change.setSpacing(8)
        change.addWidget(self.member_role_combo, 1)
        change.addWidget(self.member_remove_button)
        change.addWidget(self.member_more_button)
        self._layout.addWidget(self.members_table, 1)
        self._layout.addLayout(change)
        self._layout.addWidget(self.member_assign_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_chosen(None)

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"{self._prefix}{name}")
        if slot is not None:
            button.clicked.connect(slot)
        return button

    def set_row_actions(self, actions: RowActions) -> None:
        """Offer ``actions`` in the menu beside the role of the chosen member, after the end date."""
        self._row_actions = actions
        if self._may_give:
            self._show_chosen(self.members_table.current_record())

    # ------------------------------------------------------------------ showing
    def show_asset(self, asset_id: str, kind: AssetKind, name: str, *, why_ended: str = "") -> None:
        """Show who may use an asset; ``why_ended`` says why it cannot be given any more."""
        is_other = self._asset is None or self._asset.id != asset_id
        role = None if is_other or self._asset is None else self._asset.role
        can_take = not why_ended and kind is not AssetKind.SHARED_TIKTOK_ACCOUNT
        self._asset = OwnAsset(asset_id, kind, name, role, can_take)
        if self._may_give:
            self.member_assign_button.setEnabled(not why_ended)
            self.member_assign_button.setToolTip(why_ended)
            self.member_assign_button.setStatusTip(why_ended)
            if is_other:
                self.members_table.set_records(())
                with QSignalBlocker(self.member_role_combo):
                    self.member_role_combo.set_kind(kind)
        if is_other:
            self.own_access.show_asset(self._asset)
        self.read_again()

    def read_again(self) -> None:
        """Read who holds the asset."""
        if self._asset is not None:
            work = partial(grants.holders_of, self._session.context, self._actor, self._asset.id)
            self._session.runner.run(self, work, partial(self._show, self._asset.id), self._unknown)

    def _unknown(self, error: Exception) -> None:
        """Show nothing of what was taken away meanwhile; the page around goes elsewhere by itself."""
        if not isinstance(error, NotFound):
            self._navigator.notices.show_error(error)
        elif self._asset is not None:
            self._show(self._asset.id, ())

    def _show(self, asset_id: str, rows: tuple[GrantRow, ...]) -> None:
        asset = self._asset
        if asset is None or asset.id != asset_id:
            return
        mine = next((row for row in rows if row.is_me), None)
        limit = next((row.limit for row in rows if row.holder.kind is HolderKind.MEMBER), None)
        role = None if mine is None else mine.role
        self._asset = OwnAsset(asset.id, asset.kind, asset.name, role, asset.can_take, limit)
        self.own_access.show_asset(self._asset)
        if self._may_give:
            self.members_table.set_records([row for row in rows if row.holder.kind is HolderKind.MEMBER])
            self._show_chosen(self.members_table.current_record())

    def _show_chosen(self, grant: GrantRow | None) -> None:
        reason = self.tr("Choose a member in the list first.") if grant is None else ""
        for control in (self.member_role_combo, self.member_remove_button, self.member_more_button):
            control.setEnabled(grant is not None)
            control.setStatusTip(reason)
            control.setToolTip(reason)
        with QSignalBlocker(self.member_role_combo):
            if grant is not None:
                self.member_role_combo.set_kind(grant.asset_kind, grant.limit)
                self.member_role_combo.choose(grant.role)

    def _fill_menu(self) -> None:
        grant = self.members_table.current_record()
        self.member_more_menu.clear()
        if grant is None:
            return
        end = self.member_more_menu.addAction(self.tr("&End date…"))
        end.setObjectName("member_end_date_action")
        end.triggered.connect(partial(self._dating.ask_grant, grant))
        if self._row_actions is not None:
            for action in self._row_actions(grant):
                action.setParent(self.member_more_menu)
                self.member_more_menu.addAction(action)

    # ------------------------------------------------------------------ acting
    def _change_role(self) -> None:
        grant = self.members_table.current_record()
        role = self.member_role_combo.role()
        if grant is None or role is grant.role:
            return
        said = self.tr("%1 on %2: %3").replace("%1", grant.holder_name).replace("%2", grant.asset_name)
        said = said.replace("%3", change_text(grant.role, role))
        present = {(grant.holder.id, grant.asset_id): grant.role}
        self._giving.give([Assignment(grant.asset_id, grant.holder, role)], present, said, self)

    def was_given(self) -> None:
        """The list is read again by the change that was told."""

    def was_refused(self, error: Exception) -> None:
        """Show the role there is, and why it stays."""
        self._show_chosen(self.members_table.current_record())
        self._navigator.notices.show_error(error)

    def ask_remove(self) -> None:
        """Ask before the chosen member loses the asset."""
        grant = self.members_table.current_record()
        if grant is not None:
            args = (self._session, self._actor, self._navigator, grant)
            ask_remove_access(*args)

    def assign_new(self) -> None:
        """Open the dialog that gives the asset to people and partners."""
        if self._asset is not None:
            asset = self._asset
            dialog = AssignAccessDialog(self._session, self._actor, self._navigator, [asset.id], asset.kind)
            self._navigator.open_dialog(dialog)


def _who(grant: GrantRow) -> str:
    return grant.holder_name


def _detail(grant: GrantRow) -> str:
    return grant.holder_detail


def _since(grant: GrantRow) -> str:
    return "" if grant.given_at is None else date_text(grant.given_at)


def _given_at(grant: GrantRow) -> object:
    return grant.given_at


def _ends(grant: GrantRow) -> str:
    return end_text(grant.ends_at)


def _ends_at(grant: GrantRow) -> object:
    return grant.ends_at


def _ends_tip(grant: GrantRow) -> str:
    return end_tip(grant.ends_at)


def _given(grant: GrantRow) -> str:
    return "" if grant.given_at is None else f"{exact(grant.given_at)}, {grant.given_by}"
