"""The details panel of a member or an invitation: where they stand, what they have, what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS, AssetKind, Holder, HolderKind
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import grants, invitations, members
from bcdesktop.ui.center.access_words import grant_role_text
from bcdesktop.ui.center.activity_words import action_text, actor_text
from bcdesktop.ui.center.member_words import name_text, state_badge
from bcdesktop.ui.center.pages.member_overview import MemberOverview
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import DetailsPanel, text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.people_records import GrantRow, MemberRow
    from bcdesktop.services.records import ActivityRow, Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class MemberPanel(DetailsPanel):
    """Tabs Overview, Accounts and Activity; its signals carry the row that is shown."""

    remove_requested = Signal(object)
    resend_requested = Signal(object)
    withdraw_requested = Signal(object)
    copy_requested = Signal(object)
    invite_again_requested = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="member")
        self._session, self._actor, self._navigator = session, actor, navigator
        self.row: MemberRow | None = None
        self.overview = MemberOverview(session, actor, navigator)
        self.add_tab("member_overview", self.tr("Overview"), self.overview)
        self.add_tab("member_accounts", self.tr("Access"), self._accounts_tab())
        self.member_activity_list = QListWidget()
        self.member_activity_list.setObjectName("member_activity_list")
        self.member_activity_list.setAccessibleName(self.tr("Activity of this person"))
        self.member_activity_list.setWordWrap(True)
        self.add_tab("member_activity_list", self.tr("Activity"), self.member_activity_list)
        self._add_buttons()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACTIVITY, ChangeKind.GRANT}, self.read_again)

    def _accounts_tab(self) -> QWidget:
        self.member_accounts_list = QListWidget()
        self.member_accounts_list.setObjectName("member_accounts_list")
        self.member_accounts_list.setAccessibleName(self.tr("What this person may use"))
        self.member_accounts_list.setWordWrap(True)
        self.no_accounts_label = text_label("", "muted", wrap=True)
        self.no_accounts_label.setObjectName("no_accounts_label")
        self.grant_access_button = QPushButton(self.tr("&Grant access…"))
        self.grant_access_button.setObjectName("grant_access_button")
        self.grant_access_button.setProperty("kind", "primary")
        self.grant_access_button.clicked.connect(self._grant)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        for part in (self.grant_access_button, self.no_accounts_label, self.member_accounts_list):
            column.addWidget(part)
        return inside

    def _add_buttons(self) -> None:
        self.resend_button = QPushButton(self.tr("Send &again"))
        self.copy_invitation_button = QPushButton(self.tr("&Copy invitation"))
        self.withdraw_button = QPushButton(self.tr("&Withdraw"))
        self.remove_button = QPushButton(self.tr("Re&move…"))
        self.invite_again_button = QPushButton(self.tr("&Invite again…"))
        for name, button, kind, slot in (
            ("resend_invitation_button", self.resend_button, "", self._resend),
            ("copy_invitation_button", self.copy_invitation_button, "", self._copy),
            ("invite_again_button", self.invite_again_button, "", self._invite_again),
            ("withdraw_invitation_button", self.withdraw_button, "danger", self._withdraw),
            ("remove_member_button", self.remove_button, "danger", self._remove),
        ):
            button.setObjectName(name)
            if kind:
                button.setProperty("kind", kind)
            button.clicked.connect(slot)
            if button is self.withdraw_button:
                self.button_row.addStretch(1)
            self.button_row.addWidget(button)

    def show_row(self, row: MemberRow) -> None:
        """Show ``row``."""
        self.row = row
        badges = [Badge(*state_badge(row)), Badge(label_of(row.role), BadgeKind.NEUTRAL)]
        self.set_head(name_text(row), row.email if row.name else "", badges)
        self.overview.show_row(row)
        is_open = row.status is MemberStatus.PENDING
        is_member = row.status is MemberStatus.BOUND
        self.resend_button.setVisible(is_open)
        self.copy_invitation_button.setVisible(is_open and not row.is_expired)
        self.withdraw_button.setVisible(is_open)
        self.remove_button.setVisible(is_member)
        self.invite_again_button.setVisible(not is_open and not is_member)
        self.remove_button.setText(self.tr("L&eave…") if row.is_me else self.tr("Re&move…"))
        self.grant_access_button.setVisible(is_member)
        self.read_again()

    def read_again(self) -> None:
        """Read what the person has and what happened."""
        row = self.row
        if row is None:
            return
        context, runner, failed = self._session.context, self._session.runner, self._navigator.notices.show_error
        runner.run(self, partial(_accounts_of, context, self._actor, row), partial(self._show_accounts, row.id), failed)
        work = partial(members.activity_of, context, self._actor, row.id)
        runner.run(self, work, partial(self._show_activity, row.id), failed)

    def _show_accounts(self, row_id: str, accounts: list[tuple[str, str, str]]) -> None:
        if self.row is None or self.row.id != row_id:
            return
        self.member_accounts_list.clear()
        for name, role, detail in accounts:
            self.member_accounts_list.addItem("\n".join(part for part in (f"{name} · {role}", detail) if part))
        self.member_accounts_list.setVisible(bool(accounts))
        self.no_accounts_label.setVisible(not accounts or self.row.is_invitation)
        self.no_accounts_label.setText(self._accounts_sentence(bool(accounts)))

    def _accounts_sentence(self, has_accounts: bool) -> str:
        if self.row is None or self.row.status is MemberStatus.UNBOUND:
            return self.tr("Has no access any more. What there was stands under Activity.")
        if self.row.is_invitation:
            given = self.tr("Given as soon as the invitation is accepted:")
            return given if has_accounts else self.tr("The invitation gives no access. It can be given later.")
        return self.tr("No access yet. Without it there is nothing to see.")

    def _show_activity(self, row_id: str, rows: tuple[ActivityRow, ...]) -> None:
        if self.row is None or self.row.id != row_id:
            return
        self.member_activity_list.clear()
        now = self._session.context.clock.now()
        for row in rows:
            item = QListWidgetItem(f"{action_text(row)}\n{actor_text(row)} · {relative(row.at, now)}")
            item.setToolTip(exact(row.at))
            self.member_activity_list.addItem(item)

    def _grant(self) -> None:
        if self.row is not None:
            self._navigator.grant_access(Holder(HolderKind.MEMBER, self.row.id))

    def _remove(self) -> None:
        self.remove_requested.emit(self.row)

    def _invite_again(self) -> None:
        self.invite_again_requested.emit(self.row)

    def _resend(self) -> None:
        self.resend_requested.emit(self.row)

    def _withdraw(self) -> None:
        self.withdraw_requested.emit(self.row)

    def _copy(self) -> None:
        self.copy_requested.emit(self.row)


def _accounts_of(context: Context, actor: Actor, row: MemberRow) -> list[tuple[str, str, str]]:
    """Return name, role and what it is of everything given or still to be given, one kind after the other."""
    if row.is_invitation:
        return [(name, label_of(role), "") for name, role in invitations.get(context, actor, row.id).accounts]
    given = grants.assets_of(context, actor, Holder(HolderKind.MEMBER, row.id))
    kinds = list(AssetKind)
    return [
        (one.asset_name, grant_role_text(one), _detail(one))
        for one in sorted(given, key=lambda grant: kinds.index(grant.asset_kind))
    ]


def _detail(grant: GrantRow) -> str:
    if grant.asset_kind in TIKTOK_ACCOUNT_KINDS:
        return grant.display_name
    return f"{label_of(grant.asset_kind)} · {grant.display_name}"
