"""Whom to invite: a pasted list, and beside it what was found in it (domain.md 6.1.6; issue 3, bad input)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bcdesktop.core.flows.invite_members import Addresses, InviteMembers
from bcdesktop.core.limits import LIMITS
from bcdesktop.services import invitations
from bcdesktop.services.people_errors import ListedTwice, TooManyAddresses
from bcdesktop.ui.center.wizards.flow_page import StepPage
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.wording import word

if TYPE_CHECKING:
    from bcdesktop.services.people_records import AddressCheck
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session

_TYPING_MILLISECONDS = 250


@dataclass(frozen=True)
class _Listed:
    """One line of what was found; ``id`` is its place."""

    id: int
    check: AddressCheck
    is_left_out: bool

    @property
    def is_bad(self) -> bool:
        """Whether it cannot be invited and stands in the way; one that is there twice is invited once."""
        return self.check.problem is not None and not self.is_double and not self.is_left_out

    @property
    def is_double(self) -> bool:
        """Whether it came before."""
        return isinstance(self.check.problem, ListedTwice)


class AddressesPage(StepPage):
    """What is bad has to be taken out of the text, or to be left out by a press of a button."""

    step = "addresses"

    def __init__(self, session: Session, actor: Actor, flow: InviteMembers) -> None:
        super().__init__(session, flow, self.tr("Whom to invite"))
        self.actor, self.flow = actor, flow
        self._rows: list[_Listed] = []
        self._left_out: set[str] = set()
        self._checked: tuple[str, object] | None = None
        self.sentence_label.setText(
            self.tr(
                "Type or paste up to %1 e-mail addresses in any shape: from a mail, a list or a spreadsheet."
            ).replace("%1", str(LIMITS.addresses_per_invitation))
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._build()

    def _build(self) -> None:
        self.addresses_edit = TextField()
        self.addresses_edit.setObjectName("addresses_edit")
        self.addresses_edit.setPlaceholderText(
            self.tr("sam@example.com\nTess Lind <tess@example.com>; ida@example.com")
        )
        self.addresses_edit.textChanged.connect(self._edited)
        self.form = Form()
        self.form.add("addresses", self.tr("E-mail &addresses"), self.addresses_edit)
        self.found_table = RecordTable(
            "found_addresses_table",
            [
                Column("address", self.tr("Found"), _address, width=34),
                Column("name", self.tr("Name"), _name, width=16),
                Column("result", self.tr("Result"), self._result, badge=_kind, width=40),
            ],
            accessible_name=self.tr("What was found"),
            empty=EmptyState(self.tr("Nothing found yet"), self.tr("Each address comes up here."), icon_name="mail"),
        )
        self.found_label = text_label("", wrap=True)
        self.found_label.setObjectName("found_label")
        self.leave_out_button = QPushButton(self.tr("&Leave these out"))
        self.leave_out_button.setObjectName("leave_out_button")
        self.leave_out_button.setAutoDefault(False)
        self.leave_out_button.clicked.connect(self.leave_out)
        self.leave_out_button.hide()
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.found_label, 1)
        below.addWidget(self.leave_out_button)
        self.body.addWidget(self.form, 2)
        self.body.addWidget(self.found_table, 3)
        self.body.addLayout(below)

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Whom to invite")

    def first_focus(self) -> TextField:
        """Start in the list."""
        return self.addresses_edit

    def initializePage(self) -> None:
        """Look at the list again: other members may be there by now."""
        self.look()

    def set_text(self, text: str) -> None:
        """Put ``text`` into the field."""
        self.addresses_edit.setPlainText(text)

    def _edited(self) -> None:
        self._timer.start()
        self.completeChanged.emit()

    def look(self) -> None:
        """Ask what is in the list, for the role that was chosen."""
        self._timer.stop()
        text, role = self.addresses_edit.toPlainText(), self.flow.role.role
        work = partial(invitations.check_addresses, self.session.context, self.actor, text, role)
        self.session.runner.run(self, work, partial(self._show, (text, role)), self.show_error)

    def _show(self, asked: tuple[str, object], checks: tuple[AddressCheck, ...]) -> None:
        if asked[0] != self.addresses_edit.toPlainText():
            return
        self._checked = asked
        self._rows = [_Listed(place, check, check.text in self._left_out) for place, check in enumerate(checks)]
        self.found_table.set_records(self._rows)
        self._say()

    def _say(self) -> None:
        good, bad = len(self._good()), sum(row.is_bad for row in self._rows)
        self.found_label.setText(self._sentence(good, bad) if self._rows else "")
        self.leave_out_button.setVisible(bool(bad))
        maximum = LIMITS.addresses_per_invitation
        if good > maximum:
            self.notice.show_error(TooManyAddresses(maximum, good))
        else:
            self.notice.dismiss()
        self.completeChanged.emit()

    def _sentence(self, good: int, bad: int) -> str:
        can = self.tr("One person can be invited.") if good == 1 else self.tr("%1 people can be invited.")
        if not bad:
            return can.replace("%1", str(good))
        cannot = self.tr("One line cannot be used: correct it, or leave it out.")
        if bad > 1:
            cannot = self.tr("%1 lines cannot be used: correct them, or leave them out.").replace("%1", str(bad))
        return f"{can.replace('%1', str(good))} {cannot}"

    def leave_out(self) -> None:
        """Invite only those that can be; the text stays as it was typed."""
        self._left_out |= {row.check.text for row in self._rows if row.is_bad}
        self._rows = [_Listed(row.id, row.check, row.check.text in self._left_out) for row in self._rows]
        self.found_table.set_records(self._rows)
        self._say()
        self.addresses_edit.setFocus()

    def _good(self) -> list[AddressCheck]:
        return [row.check for row in self._rows if row.check.problem is None]

    def isComplete(self) -> bool:
        """Whether the list as it stands was looked at, and everything in it can be invited."""
        is_new = self._checked is None or self._checked[0] != self.addresses_edit.toPlainText()
        good = len(self._good())
        return not is_new and 0 < good <= LIMITS.addresses_per_invitation and not any(row.is_bad for row in self._rows)

    def answer(self) -> Addresses:
        """See FlowPage."""
        good = self._good()
        names = {check.address: check.name for check in good if check.name}
        return Addresses(tuple(check.address for check in good), names, sum(row.is_bad for row in self._rows))

    def _result(self, row: _Listed) -> str:
        if row.check.problem is None:
            return self.tr("Can be invited")
        if row.is_left_out:
            return self.tr("Left out")
        if row.is_double:
            return self.tr("In the list twice")
        words = word(row.check.problem)
        return words.body if row.check.address is None else words.title


def _address(row: _Listed) -> str:
    return row.check.address or row.check.text


def _name(row: _Listed) -> str:
    return row.check.name


def _kind(row: _Listed) -> BadgeKind:
    if row.check.problem is None:
        return BadgeKind.SUCCESS
    return BadgeKind.DANGER if row.is_bad else BadgeKind.NEUTRAL
