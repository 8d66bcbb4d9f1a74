"""Members: who works here and as what, invitations on their way, and what should be mended (domain.md 6.1, 13.13)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import members
from bcdesktop.services.import_records import ImportKind
from bcdesktop.ui.center.csv_export import member_table
from bcdesktop.ui.center.member_words import counts_text, warnings
from bcdesktop.ui.center.offboarding import Offboarding
from bcdesktop.ui.center.pages.member_columns import member_columns, member_filters
from bcdesktop.ui.center.pages.member_deeds import MemberDeeds
from bcdesktop.ui.center.pages.member_panel import MemberPanel
from bcdesktop.ui.center.table_files import TableFilesButton
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.center.wizards.invite_members import InviteMembersWizard
from bcdesktop.ui.kit.cards import Page, text_label
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.people_records import MemberRow, Members
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class MembersPage(Page):
    """The table of members and invitations with the details panel beside it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(
            self.tr("Members"),
            self.tr("People who work in this Business Center, what they may do, and who was asked to join."),
            bridge=session.bridge,
        )
        self._session, self._actor, self._navigator = session, actor, navigator
        self._wanted_id: str | None = None
        self._wizard: InviteMembersWizard | None = None
        self.deeds = MemberDeeds(session, actor, navigator, self)
        self._build_head()
        self._build_table()
        self.listen({ChangeKind.MEMBER, ChangeKind.GRANT, ChangeKind.PERSON, ChangeKind.BUSINESS_CENTER}, self.refresh)
        self.refresh()

    def _build_head(self) -> None:
        self.invite_members_button = QPushButton(self.tr("&Invite members"))
        self.invite_members_button.setObjectName("invite_members_button")
        self.invite_members_button.setProperty("kind", "primary")
        self.invite_members_button.setIcon(icon("user-plus", self._session.theme, "on_primary"))
        self.invite_members_button.clicked.connect(self._invite)
        self.members_files_button = TableFilesButton(
            "members", self._session, self._actor, self._navigator, ImportKind.MEMBERS, self._shown_table
        )
        self.set_primary(self.members_files_button, self.invite_members_button)
        self.members_filter_edit = QLineEdit()
        self.members_filter_edit.setObjectName("members_filter_edit")
        self.members_filter_edit.setPlaceholderText(self.tr("Filter by name, e-mail or role"))
        self.members_filter_edit.setAccessibleName(self.tr("Filter members"))
        self.members_filter_edit.setClearButtonEnabled(True)
        self.members_state_combo = QComboBox()
        self.members_state_combo.setObjectName("members_state_combo")
        self.members_state_combo.setAccessibleName(self.tr("State"))
        self._filters = member_filters()
        for choice in self._filters:
            self.members_state_combo.addItem(choice.text)
        self.filter_row.addWidget(self.members_filter_edit, 1)
        self.filter_row.addWidget(self.members_state_combo)
        self.counts_label = text_label("", "muted")
        self.counts_label.setObjectName("members_counts_label")
        self.warnings = Bullets()
        self.warnings.hide()
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.counts_label)
        words.addWidget(self.warnings)
        self.content.addLayout(words)

    def _build_table(self) -> None:
        self.members_table = RecordTable(
            "members_table",
            member_columns(self._session.context.clock),
            accessible_name=self.tr("Members and invitations"),
            settings=self._session.settings,
        )
        self._filter_state()
        self.panel = MemberPanel(self._session, self._actor, self._navigator)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.members_table, 1)
        row.addWidget(self.panel)
        self.content.addLayout(row, 1)
        self.members_table.current_changed.connect(self._show_details)
        self.members_table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.members_table.customContextMenuRequested.connect(self._show_menu)
        self.members_table.filter_cleared.connect(self._clear_filter)
        self.members_table.delete_pressed.connect(self._delete)
        self.members_filter_edit.textChanged.connect(self.members_table.set_text_filter)
        self.members_state_combo.currentIndexChanged.connect(self._filter_state)
        self.panel.remove_requested.connect(self.deeds.remove)
        self.panel.resend_requested.connect(self.deeds.resend)
        self.panel.withdraw_requested.connect(self.deeds.withdraw)
        self.panel.copy_requested.connect(self.deeds.copy_invitation)
        self.panel.invite_again_requested.connect(self._invite_again)
        self.panel.off_board_requested.connect(self.deeds.off_board)
        self.deeds.invite_again_requested.connect(self._invite_again)
        self.panel.overview.let_in_requested.connect(self.deeds.let_in)

    def show_item(
        self,
        *,
        member_id: str | None = None,
        status: str | None = None,
        invite: bool = False,
        off_board: bool = False,
        **_what: Any,
    ) -> None:
        """Select one member or invitation, show those of one ``MemberFilter``, begin to invite or to off-board."""
        if invite:
            self.invite()
        if off_board:
            Offboarding(self._session, self._actor, self._navigator).choose()
        if status is not None:
            self._choose_filter(status)
        self._wanted_id = member_id
        self._select_wanted()

    def _select_wanted(self) -> None:
        table, wanted = self.members_table, self._wanted_id
        if wanted is None or table.record_model.row_of(wanted) < 0:
            return
        self._wanted_id = None
        if not table.select_record(wanted):
            # hidden by the filter of now
            self._choose_filter("everybody")
            table.select_record(wanted)

    def _shown_table(self) -> list[list[str]]:
        return member_table(self.members_table.shown_records())

    def refresh(self) -> None:
        """Read the list again."""
        work = partial(members.list_all, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, listed: Members) -> None:
        self.counts_label.setText(counts_text(listed))
        texts = warnings(listed)
        self.warnings.show_lines([("triangle-alert", "warning", text, "") for text in texts])
        self.warnings.setVisible(bool(texts))
        self.members_table.set_records(listed.rows)
        self._select_wanted()

    def has_unsaved(self) -> bool:
        """Tell whether other roles are chosen and not saved."""
        return self.panel.isVisible() and self.panel.overview.has_unsaved()

    def discard(self) -> None:
        """Choose the roles the member has."""
        self.panel.overview.discard()

    def invite(self, addresses: str = "") -> None:
        """Open the wizard, for ``addresses`` where some are given, or bring the open one to the front."""
        if self._wizard is not None:
            self._wizard.raise_()
            self._wizard.activateWindow()
            return
        self._wizard = InviteMembersWizard(self._session, self._actor, self._navigator)
        self._wizard.finished.connect(self._forget_wizard)
        if addresses:
            self._wizard.set_addresses(addresses)
        self._navigator.open_dialog(self._wizard)

    def _invite(self) -> None:
        self.invite()

    def _forget_wizard(self) -> None:
        self._wizard = None

    def _filter_state(self) -> None:
        self.members_table.set_predicate(self._filters[self.members_state_combo.currentIndex()].takes)

    def _choose_filter(self, name: str) -> None:
        """Show the lines a filter takes, whatever words stood beside it."""
        self.members_filter_edit.clear()
        self.members_state_combo.setCurrentIndex([choice.name for choice in self._filters].index(name))

    def _clear_filter(self) -> None:
        self.members_filter_edit.clear()
        self.members_state_combo.setCurrentIndex(0)

    def _show_details(self, row: MemberRow | None) -> None:
        if row is None:
            self.panel.hide()
        else:
            self.panel.show_row(row)
            self.panel.show()

    def _invite_again(self, row: MemberRow) -> None:
        self.invite(f"{row.name} <{row.email}>" if row.name else row.email)

    def _delete(self) -> None:
        self.deeds.delete(self.members_table.selected_records())

    def _show_menu(self, place: QPoint) -> None:
        rows = self.members_table.selected_records()
        if rows:
            self.deeds.menu(rows).popup(self.members_table.viewport().mapToGlobal(place))
