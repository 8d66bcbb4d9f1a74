"""The details panel of a member or an invitation: where they stand, what they have, what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS, AssetKind, Holder, HolderKind
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import grants, invitations, members
from bcdesktop.ui.center.access_words import grant_role_text
from bcdesktop.ui.center.activity_words import action_text, actor_text
from bcdesktop.ui.center.end_dating import EndDating, end_text
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


class _Given(NamedTuple):
    """Name, role and what it is; ``grant`` is None for what an invitation will give."""

    name: str
    role: str
    detail: str
    grant: GrantRow | None


class MemberPanel(DetailsPanel):
    """Tabs Overview, Accounts and Activity; its signals carry the row that is shown."""

    remove_requested = Signal(object)
    resend_requested = Signal(object)
    withdraw_requested = Signal(object)
    copy_requested = Signal(object)
    invite_again_requested = Signal(object)
    off_board_requested = Signal(object)

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
        self.member_end_date_button = QPushButton(self.tr("E&nd date…"))
        self.member_end_date_button.setObjectName("member_end_date_button")
        self.member_end_date_button.clicked.connect(self._ask_end)
        self.member_accounts_list.currentRowChanged.connect(self._show_end_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.grant_access_button)
        buttons.addWidget(self.member_end_date_button)
        buttons.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(buttons)
        column.addWidget(self.no_accounts_label)
        column.addWidget(self.member_accounts_list)
        return inside

    def _add_buttons(self) -> None:
        self.resend_button = QPushButton(self.tr("Send &again"))
        self.copy_invitation_button = QPushButton(self.tr("&Copy invitation"))
        self.withdraw_button = QPushButton(self.tr("&Withdraw"))
        self.remove_button = QPushButton(self.tr("Re&move…"))
        self.off_board_button = QPushButton(self.tr("&Off-board…"))
        self.off_board_button.setToolTip(self.tr("Everything this person reaches in one list, ended at once"))
        self.invite_again_button = QPushButton(self.tr("&Invite again…"))
        for name, button, kind, slot in (
            ("resend_invitation_button", self.resend_button, "", self._resend),
            ("copy_invitation_button", self.copy_invitation_button, "", self._copy),
            ("invite_again_button", self.invite_again_button, "", self._invite_again),
            ("withdraw_invitation_button", self.withdraw_button, "danger", self._withdraw),
            ("off_board_member_button", self.off_board_button, "", self._off_board),
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
        self.off_board_button.setVisible(is_member and not row.is_me)
        self.invite_again_button.setVisible(not is_open and not is_member)
        self.remove_button.setText(self.tr("L&eave…") if row.is_me else self.tr("Re&move…"))
        self.grant_access_button.setVisible(is_member)
        self.member_end_date_button.setVisible(is_member)
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

    def _show_accounts(self, row_id: str, accounts: list[_Given]) -> None:
        if self.row is None or self.row.id != row_id:
            return
        chosen = self._chosen_grant()
        self.member_accounts_list.clear()
        for name, role, detail, grant in accounts:
            item = QListWidgetItem("\n".join(part for part in (f"{name} · {role}", detail) if part))
            item.setData(Qt.ItemDataRole.UserRole, grant)
            self.member_accounts_list.addItem(item)
            if chosen is not None and grant is not None and grant.id == chosen.id:
                self.member_accounts_list.setCurrentItem(item)
        self._show_end_button()
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

    def _chosen_grant(self) -> GrantRow | None:
        item = self.member_accounts_list.currentItem()
        return None if item is None else item.data(Qt.ItemDataRole.UserRole)

    def _show_end_button(self) -> None:
        reason = self.tr("Choose something in the list first.") if self._chosen_grant() is None else ""
        self.member_end_date_button.setEnabled(not reason)
        self.member_end_date_button.setToolTip(reason)
        self.member_end_date_button.setStatusTip(reason)

    def _ask_end(self) -> None:
        grant = self._chosen_grant()
        if grant is not None:
            EndDating(self._session, self._actor, self._navigator).ask_grant(grant)

    def _off_board(self) -> None:
        self.off_board_requested.emit(self.row)

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


def _accounts_of(context: Context, actor: Actor, row: MemberRow) -> list[_Given]:
    """Return everything given or still to be given, one kind after the other."""
    if row.is_invitation:
        return [
            _Given(name, label_of(role), "", None) for name, role in invitations.get(context, actor, row.id).accounts
        ]
    given = grants.assets_of(context, actor, Holder(HolderKind.MEMBER, row.id))
    kinds = list(AssetKind)
    return [
        _Given(one.asset_name, grant_role_text(one), _detail(one), one)
        for one in sorted(given, key=lambda grant: kinds.index(grant.asset_kind))
    ]


def _detail(grant: GrantRow) -> str:
    is_tiktok = grant.asset_kind in TIKTOK_ACCOUNT_KINDS
    parts = [grant.display_name] if is_tiktok else [label_of(grant.asset_kind), grant.display_name]
    if grant.ends_at is not None:
        parts.append(QCoreApplication.translate("MemberPanel", "ends %1").replace("%1", end_text(grant.ends_at)))
    return " · ".join(parts)
