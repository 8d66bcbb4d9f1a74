"""The tab Members of an account's panel: who may use it, as what; changed at once, taken away after a question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.grants import HolderKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import grants
from bcdesktop.services.people_records import Assignment
from bcdesktop.ui.center.access_giving import AccessGiving
from bcdesktop.ui.center.access_words import change_text
from bcdesktop.ui.center.button_icon import set_button_icon
from bcdesktop.ui.center.chosen_roles import RoleCombo
from bcdesktop.ui.center.dialogs.remove_access import remove_access_question
from bcdesktop.ui.center.pages.own_access import OwnAccess
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.time_text import date_text, exact
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.people_records import GrantRow
    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AccountMembers(QWidget):
    """Everybody sees their own access; admins see and change everybody's."""

    assign_requested = Signal(list)
    """Give the accounts with these ids to somebody."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("account_members")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._giving = AccessGiving(session, actor, navigator)
        self._row: TikTokAccountRow | None = None
        self._may_give = may(Action.GIVE_TIKTOK_ACCOUNT_ACCESS, actor.role)
        self.own_access = OwnAccess(session, actor, navigator)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.own_access)
        if self._may_give:
            self._build_others()
        else:
            self._layout.addWidget(text_label(self.tr("Admins see who else may use this account."), "muted", wrap=True))
            self._layout.addStretch(1)

    def _build_others(self) -> None:
        self.members_table = RecordTable(
            "account_members_table",
            (
                Column("who", self.tr("Member"), _who, tooltip=_detail, width=20),
                Column("role", self.tr("Role"), _role, width=10),
                Column("since", self.tr("Since"), _since, sort=_given_at, tooltip=_given, width=12),
            ),
            accessible_name=self.tr("Members with access"),
            empty=EmptyState(self.tr("Nobody yet"), icon_name="users"),
        )
        self.members_table.current_changed.connect(self._show_chosen)
        self.members_table.delete_pressed.connect(self.ask_remove)
        self.member_role_combo = RoleCombo()
        self.member_role_combo.setObjectName("member_role_combo")
        self.member_role_combo.setAccessibleName(self.tr("Role of the chosen member"))
        self.member_role_combo.currentIndexChanged.connect(self._change_role)
        self.member_remove_button = QPushButton(self.tr("Re&move…"))
        self.member_remove_button.setObjectName("member_remove_button")
        self.member_remove_button.clicked.connect(self.ask_remove)
        self.member_assign_button = QPushButton(self.tr("Assign a new &member"))
        self.member_assign_button.setObjectName("member_assign_button")
        set_button_icon(self.member_assign_button, "user-plus")
        self.member_assign_button.clicked.connect(self._assign)
        change = QHBoxLayout()
        change.setSpacing(8)
        change.addWidget(self.member_role_combo, 1)
        change.addWidget(self.member_remove_button)
        self._layout.addWidget(self.members_table, 1)
        self._layout.addLayout(change)
        self._layout.addWidget(self.member_assign_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_chosen(None)

    def show_row(self, row: TikTokAccountRow) -> None:
        """Show who may use ``row``."""
        is_other = self._row is None or self._row.id != row.id
        self._row = row
        self.own_access.show_row(row)
        if not self._may_give:
            return
        is_active = row.state is LinkState.ACTIVE
        self.member_assign_button.setEnabled(is_active)
        self.member_assign_button.setToolTip("" if is_active else self.tr("Access to this account has ended."))
        if is_other:
            self.members_table.set_records(())
        work = partial(grants.holders_of, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, partial(self._show, row.id), self._navigator.notices.show_error)

    def _show(self, account_id: str, rows: tuple[GrantRow, ...]) -> None:
        if self._row is None or self._row.id != account_id:
            return
        self.members_table.set_records([row for row in rows if row.holder.kind is HolderKind.MEMBER])
        self._show_chosen(self.members_table.current_record())

    def _show_chosen(self, grant: GrantRow | None) -> None:
        reason = self.tr("Choose a member in the list first.") if grant is None else ""
        for control in (self.member_role_combo, self.member_remove_button):
            control.setEnabled(grant is not None)
            control.setStatusTip(reason)
            control.setToolTip(reason)
        with QSignalBlocker(self.member_role_combo):
            if grant is not None:
                self.member_role_combo.set_limit(grant.limit)
                self.member_role_combo.choose(grant.role)

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
        """Ask before the chosen member loses the account."""
        grant = self.members_table.current_record()
        if grant is not None:
            args = (self._session, self._actor, self._navigator, grant, self.window())
            self._navigator.open_dialog(remove_access_question(*args))

    def _assign(self) -> None:
        if self._row is not None:
            self.assign_requested.emit([self._row.id])


def _who(grant: GrantRow) -> str:
    return grant.holder_name


def _detail(grant: GrantRow) -> str:
    return grant.holder_detail


def _role(grant: GrantRow) -> str:
    return label_of(grant.role)


def _since(grant: GrantRow) -> str:
    return "" if grant.given_at is None else date_text(grant.given_at)


def _given_at(grant: GrantRow) -> object:
    return grant.given_at


def _given(grant: GrantRow) -> str:
    return "" if grant.given_at is None else f"{exact(grant.given_at)}, {grant.given_by}"
