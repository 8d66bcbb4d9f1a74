"""The first tab of a member's details: where the person stands, facts, and the roles to change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.services import members
from bcdesktop.ui.center.member_words import role_title, state_sentence
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.time_text import exact, short
from bcdesktop.ui.kit.words import description_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.people_records import MemberRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class MemberOverview(QWidget):
    """``let_in_requested`` asks to reset the sign-in of the member."""

    let_in_requested = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: MemberRow | None = None
        self.state_label = text_label("", wrap=True, selectable=True)
        self.state_label.setObjectName("member_state_label")
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("member_notice_close_button")
        self.bar.notice_action_button.setObjectName("member_notice_action_button")
        self.facts = FactList()
        self.role_form = self._make_role_form()
        self.let_in_button = QPushButton(self.tr("&Let in again…"))
        self.let_in_button.setObjectName("let_in_button")
        self.let_in_button.setProperty("kind", "quiet")
        self.let_in_button.setToolTip(
            self.tr("For somebody who is locked out: wrong passwords are forgotten, the second step is turned off.")
        )
        self.let_in_button.clicked.connect(self._let_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        for part in (self.state_label, self.bar, self.role_form, self.facts, self.let_in_button):
            column.addWidget(part)
        column.addStretch(1)

    def _make_role_form(self) -> Form:
        self.role_combo = QComboBox()
        self.role_combo.setObjectName("center_role_combo")
        for role in BusinessCenterRole:
            self.role_combo.addItem(label_of(role), role)
        self.finance_role_combo = QComboBox()
        self.finance_role_combo.setObjectName("center_finance_role_combo")
        self.finance_role_combo.addItem(self.tr("None"), None)
        for role in FinanceRole:
            self.finance_role_combo.addItem(label_of(role), role)
        self.save_role_button = QPushButton(self.tr("&Save roles"))
        self.save_role_button.setObjectName("save_role_button")
        self.save_role_button.setProperty("kind", "primary")
        self.save_role_button.clicked.connect(self.save)
        form = Form()
        form.add("role", self.tr("&Role"), self.role_combo)
        form.add("finance_role", self.tr("&Finance role"), self.finance_role_combo)
        form.add_widget(self.save_role_button)
        self.role_combo.currentIndexChanged.connect(self._mark)
        self.finance_role_combo.currentIndexChanged.connect(self._mark)
        return form

    def show_row(self, row: MemberRow) -> None:
        """Show ``row``; a role that was chosen and not saved stays while the same member is shown."""
        is_same = self._row is not None and self._row.id == row.id
        was_saved = not self.has_unsaved()
        self._row = row
        if not is_same:
            self.bar.dismiss()
        if not is_same or was_saved:
            self._choose(row)
        is_member = row.status is MemberStatus.BOUND
        self.state_label.setText(state_sentence(row, self._session.context.clock.now()))
        self.role_form.setVisible(is_member)
        self.let_in_button.setVisible(is_member and not row.is_me)
        self.facts.show_facts(self._facts_of(row))
        self._mark()

    def _choose(self, row: MemberRow) -> None:
        self.role_combo.setCurrentIndex(self.role_combo.findData(row.role))
        self.finance_role_combo.setCurrentIndex(self.finance_role_combo.findData(row.finance_role))

    def chosen(self) -> tuple[BusinessCenterRole, FinanceRole | None]:
        """Return the roles as they are chosen."""
        finance = self.finance_role_combo.currentData()
        return BusinessCenterRole(self.role_combo.currentData()), None if finance is None else FinanceRole(finance)

    def has_unsaved(self) -> bool:
        """Tell whether another role is chosen than the member has."""
        row = self._row
        return row is not None and row.status is MemberStatus.BOUND and self.chosen() != (row.role, row.finance_role)

    def discard(self) -> None:
        """Choose what the member has."""
        if self._row is not None:
            self._choose(self._row)

    def _mark(self) -> None:
        role, finance = self.chosen()
        self.role_form.set_help("role", description_of(role))
        text = self.tr("Sees no money.") if finance is None else description_of(finance)
        self.role_form.set_help("finance_role", text)
        self.save_role_button.setEnabled(self.has_unsaved())

    def save(self) -> None:
        """Give the member the chosen roles."""
        row = self._row
        if row is None:
            return
        self.bar.dismiss()
        self.save_role_button.setEnabled(False)
        work = partial(members.change_role, self._session.context, self._actor, row.id, *self.chosen())
        self._session.runner.run(self, work, self._saved, self._refused)

    def _saved(self, row: MemberRow) -> None:
        text = self.tr("%1 is %2 now.").replace("%1", row.name)
        self._navigator.notices.success(text.replace("%2", role_title(row.role, row.finance_role)))
        if self._row is not None and self._row.id == row.id:
            self.show_row(row)

    def _refused(self, error: Exception) -> None:
        self._mark()
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)

    def _facts_of(self, row: MemberRow) -> list[Fact]:
        facts = []
        if row.status is not MemberStatus.BOUND:
            facts.append(Fact(self.tr("Role"), role_title(row.role, row.finance_role)))
        if row.is_invitation:
            facts.append(Fact(self.tr("Invited by"), row.invited_by))
            facts.append(Fact(self.tr("Invited"), short(row.since), exact(row.since)))
            times = self.tr("Once") if row.times_sent == 1 else self.tr("%1 times")
            facts.append(Fact(self.tr("Sent"), times.replace("%1", str(row.times_sent))))
            return facts
        facts.append(Fact(self.tr("Member since"), short(row.since), exact(row.since)))
        if row.left_at is not None:
            facts.append(Fact(self.tr("Left"), short(row.left_at), exact(row.left_at)))
        else:
            text = self.tr("On") if row.two_step else self.tr("Off")
            facts.append(Fact(self.tr("Two-step verification"), text))
        return facts

    def _let_in(self) -> None:
        self.let_in_requested.emit(self._row)
