"""The tab Members of User management: who can use the ad account, and the icon that takes it away (U6)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.sign_in_names import has_email
from bcdesktop.services import user_management
from bcdesktop.ui.ads.dialogs.remove_questions import ask_remove_member
from bcdesktop.ui.ads.endings import Endings
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.advertiser_records import AdvertiserMember
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class MembersTab(QWidget):
    """A table, its search, and below it what can be done with the chosen member."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__()
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self._asset_id = ""
        self._icon = icon("trash-2", session.theme, "muted")
        self._faint_icon = icon("trash-2", session.theme, "border")
        self.setObjectName("members_tab")
        self.member_search_edit = QLineEdit()
        self.member_search_edit.setObjectName("member_search_edit")
        self.member_search_edit.setPlaceholderText(self.tr("Find by name, e-mail or Business Center"))
        self.member_search_edit.setAccessibleName(self.tr("Find a member"))
        self.member_search_edit.setClearButtonEnabled(True)
        self.members_table = RecordTable(
            "ads_members_table",
            (
                Column("name", self.tr("Name"), _name, width=24),
                Column("email", self.tr("E-mail"), _email, width=28),
                Column("role", self.tr("Role"), _role, width=12),
                Column("center", self.tr("Through"), _through, width=24),
                Column(
                    "delete", self.tr("Remove"), _nothing, icon=self._icon_of, tooltip=_why, accessible=_why, width=10
                ),
            ),
            accessible_name=self.tr("Members of the ad account"),
            settings=session.settings,
        )
        self.members_table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.member_search_edit.textChanged.connect(self.members_table.set_text_filter)
        self.members_table.filter_cleared.connect(self.member_search_edit.clear)
        self.members_table.current_changed.connect(self._show_chosen)
        self.members_table.delete_pressed.connect(self.ask_remove)
        self.members_table.clicked.connect(self._clicked)
        self._make_buttons()
        self._lay_out()
        self._show_chosen(None)

    def _make_buttons(self) -> None:
        self.give_access_button = QPushButton(self.tr("&Give access in the Business Center"))
        self.give_access_button.setObjectName("give_access_button")
        set_button_icon(self.give_access_button, "user-plus")
        self.give_access_button.clicked.connect(self._give_access)
        self.remove_member_button = QPushButton(self.tr("Re&move…"))
        self.remove_member_button.setObjectName("remove_member_button")
        set_button_icon(self.remove_member_button, "trash-2")
        self.remove_member_button.clicked.connect(self.ask_remove)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.give_access_button)
        foot.addStretch(1)
        foot.addWidget(self.remove_member_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.member_search_edit)
        column.addWidget(self.members_table, 1)
        column.addLayout(foot)

    def show_account(self, asset_id: str) -> None:
        """Show who can use ``asset_id``."""
        if asset_id != self._asset_id:
            self._asset_id = asset_id
            self.members_table.set_records(())
        work = partial(user_management.members, self._session.context, self._advertiser, asset_id)
        self._session.runner.run(self, work, partial(self._show, asset_id), self._not_read)

    def _show(self, asset_id: str, rows: tuple[AdvertiserMember, ...]) -> None:
        if asset_id == self._asset_id:
            self.members_table.set_records(rows)
            self._show_chosen(self.members_table.current_record())

    def _not_read(self, error: Exception) -> None:
        from bcdesktop.core.errors import NotFound

        # the ad account was taken away meanwhile; the window goes to another one
        if not isinstance(error, NotFound):
            self._navigator.notices.show_error(error)

    def _show_chosen(self, member: AdvertiserMember | None) -> None:
        reason = self.tr("Choose a member in the list first.") if member is None else _why_not(member)
        allow(self.remove_member_button, reason)

    def _clicked(self, index: QModelIndex) -> None:
        if self.members_table.record_model.columns[index.column()].name == "delete":
            self.ask_remove()

    def ask_remove(self) -> None:
        """Ask before the chosen member loses the ad account."""
        member, account = self.members_table.current_record(), self._navigator.account
        if member is None or account is None:
            return
        if not member.can_remove:
            self._navigator.notices.bar.show_notice(self.tr("%1 stays").replace("%1", member.name), _why_not(member))
            return
        endings = Endings(self._session, self._advertiser, self._navigator)
        ask_remove_member(endings, self._asset_id, account.name, member, partial(self._removed, member))

    def _removed(self, member: AdvertiserMember, _nothing: object) -> None:
        said = self.tr("%1 has no access to this ad account any more.").replace("%1", member.name)
        self._navigator.notices.success(said)

    def _give_access(self) -> None:
        self._navigator.open_center("", "ad_accounts", asset_id=self._asset_id)

    def _icon_of(self, member: AdvertiserMember) -> object:
        return self._icon if member.can_remove else self._faint_icon


def _name(member: AdvertiserMember) -> str:
    if not member.is_you:
        return member.name
    return QCoreApplication.translate("MembersTab", "%1 (you)").replace("%1", member.name)


def _email(member: AdvertiserMember) -> str:
    return member.email if has_email(member.email) else ""


def _role(member: AdvertiserMember) -> str:
    return QCoreApplication.translate("MembersTab", "Owner") if member.is_owner else label_of(member.role)


def _through(member: AdvertiserMember) -> str:
    return member.center_name


def _nothing(_member: AdvertiserMember) -> str:
    return ""


def _why(member: AdvertiserMember) -> str:
    return _why_not(member) or QCoreApplication.translate("MembersTab", "Remove %1").replace("%1", member.name)


def _why_not(member: AdvertiserMember) -> str:
    """Return why the asking person cannot remove ``member``, with who can."""
    if member.can_remove:
        return ""
    if member.is_owner:
        return QCoreApplication.translate("MembersTab", "The owner of an ad account cannot be removed from it.")
    text = QCoreApplication.translate(
        "MembersTab", "Only somebody with Admin on this ad account in %1 can do this. Ask %2."
    )
    return text.replace("%1", member.center_name).replace("%2", ", ".join(member.helpers))
