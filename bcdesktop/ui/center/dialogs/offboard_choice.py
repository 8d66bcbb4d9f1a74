"""Who is to be off-boarded: members, partners and linked accounts in one list to search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import members, partners, tiktok_accounts
from bcdesktop.services.offboarding_records import Subject, SubjectKind
from bcdesktop.ui.center.partner_words import name_of
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator


@dataclass(frozen=True)
class Leaver:
    """Somebody who can be off-boarded."""

    subject: Subject
    name: str
    detail: str

    @property
    def id(self) -> str:
        """A key for tables."""
        return f"{self.subject.kind}:{self.subject.id}"


def leavers(context: Context, actor: Actor) -> tuple[Leaver, ...]:
    """Return everybody who can be off-boarded: members, partners, accounts, each by name."""
    people = [
        Leaver(Subject(SubjectKind.MEMBER, row.id), row.name, row.email)
        for row in members.list_all(context, actor).rows
        if row.status is MemberStatus.BOUND and not row.is_me
    ]
    others = [
        Leaver(Subject(SubjectKind.PARTNER, row.id), name_of(row), row.other_id)
        for row in partners.list_all(context, actor)
        if row.state is PartnershipState.ACTIVE
    ]
    clients = [
        Leaver(Subject(SubjectKind.CLIENT, row.id), f"@{row.handle}", row.display_name)
        for row in tiktok_accounts.list_all(context, actor)
        if row.state is LinkState.ACTIVE and row.owner_name is None
    ]
    return (*people, *others, *clients)


class OffboardChoiceDialog(QDialog):
    """``chosen`` carries the Subject."""

    chosen = Signal(object)

    def __init__(self, navigator: Navigator, found: tuple[Leaver, ...]) -> None:
        super().__init__(navigator.window)
        self.setObjectName("offboard_choice_dialog")
        self.setWindowTitle(self.tr("Off-board…"))
        self.leavers_search_edit = QLineEdit()
        self.leavers_search_edit.setObjectName("leavers_search_edit")
        self.leavers_search_edit.setPlaceholderText(self.tr("Find by name, e-mail or handle"))
        self.leavers_search_edit.setAccessibleName(self.tr("Find who leaves"))
        self.leavers_search_edit.setClearButtonEnabled(True)
        self.leavers_table = RecordTable(
            "leavers_table",
            (
                Column("name", self.tr("Name"), _name, width=24),
                Column("detail", self.tr("Known as"), _detail, width=28),
                Column("kind", self.tr("What it is"), kind_text, width=18),
            ),
            accessible_name=self.tr("Who can be off-boarded"),
            empty=EmptyState(self.tr("Nobody to off-board"), icon_name="users"),
        )
        self.leavers_table.set_records(found)
        self.leavers_search_edit.textChanged.connect(self.leavers_table.set_text_filter)
        self.leavers_table.filter_cleared.connect(self.leavers_search_edit.clear)
        self.leavers_table.current_changed.connect(self._show_button)
        self.leavers_table.activated.connect(self.choose)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.cancel_button.clicked.connect(self.reject)
        self.choose_leaver_button = QPushButton(self.tr("&Show what they reach"))
        self.choose_leaver_button.setObjectName("choose_leaver_button")
        self.choose_leaver_button.setProperty("kind", "primary")
        self.choose_leaver_button.setDefault(True)
        self.choose_leaver_button.clicked.connect(self.choose)
        self._lay_out()
        self._show_button()
        self.leavers_search_edit.setFocus()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.choose_leaver_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text_label(self.tr("Who leaves?"), "heading"))
        text = self.tr("A member, a partner, or a client with the TikTok account. Nothing ends before you confirm.")
        layout.addWidget(text_label(text, "muted", wrap=True))
        layout.addWidget(self.leavers_search_edit)
        layout.addWidget(self.leavers_table, 1)
        layout.addLayout(foot)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 90, line * 28)

    def _show_button(self) -> None:
        reason = (
            "" if self.leavers_table.current_record() is not None else self.tr("Choose somebody in the list first.")
        )
        self.choose_leaver_button.setEnabled(not reason)
        self.choose_leaver_button.setToolTip(reason)
        self.choose_leaver_button.setStatusTip(reason)

    def choose(self) -> None:
        """Go on with who is chosen."""
        leaver = self.leavers_table.current_record()
        if leaver is not None:
            self.chosen.emit(leaver.subject)
            self.accept()


def kind_text(leaver: Leaver) -> str:
    """Return what somebody is."""
    return {
        SubjectKind.MEMBER: QCoreApplication.translate("OffboardChoiceDialog", "Member"),
        SubjectKind.PARTNER: QCoreApplication.translate("OffboardChoiceDialog", "Partner"),
        SubjectKind.CLIENT: QCoreApplication.translate("OffboardChoiceDialog", "Client's TikTok account"),
    }[leaver.subject.kind]


def _name(leaver: Leaver) -> str:
    return leaver.name


def _detail(leaver: Leaver) -> str:
    return leaver.detail
