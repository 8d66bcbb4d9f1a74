"""The card "Signing in" of Settings > Security: who needs a second step, and which e-mail domains may be invited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from bcdesktop.core.errors import AppError
from bcdesktop.core.roles import AppliesTo
from bcdesktop.services.people_errors import LeavesAdminsOut, TwoStepFirst
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.wording import word
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.records import BusinessCenterRow
    from bcdesktop.ui.kit.forms import Form

_BETWEEN = re.compile(r"[\s,;]+")
_FIELD_OF = {TwoStepFirst: "two_step_for", LeavesAdminsOut: "allowed_domains"}


class SigningInFields(QObject):
    """The three rules in a form of the tab; saved with it."""

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self._form = form
        self.two_step_combo = self._combo("two_step_combo")
        self.domains_combo = self._combo("domains_combo")
        self.domains_edit = TextField()
        self.domains_edit.setObjectName("domains_edit")
        self.domains_edit.setFixedHeight(form.fontMetrics().height() * 5)
        form.add(
            "two_step_for",
            self.tr("&Two-step verification is asked of"),
            self.two_step_combo,
            help=self.tr("Who has not set it up yet does that before anything else. Set up your own first."),
        )
        form.add(
            "domains_for",
            self.tr("Only allowed e-mail &domains for"),
            self.domains_combo,
            help=self.tr("Counts for new invitations; who is a member already stays one."),
        )
        form.add(
            "allowed_domains",
            self.tr("A&llowed e-mail domains"),
            self.domains_edit,
            help=self.tr("One per line, such as example.com. Its subdomains are included."),
        )

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.addItems([label_of(whom) for whom in AppliesTo])
        return combo

    def fill(self, row: BusinessCenterRow) -> None:
        """Show the rules of ``row``."""
        choices = list(AppliesTo)
        self.two_step_combo.setCurrentIndex(choices.index(row.two_step_for))
        self.domains_combo.setCurrentIndex(choices.index(row.domains_for))
        if self._domains() != row.allowed_domains:
            self.domains_edit.setPlainText("\n".join(row.allowed_domains))

    def values(self) -> dict[str, Any]:
        """Return the rules as they are chosen and typed."""
        choices = list(AppliesTo)
        return {
            "two_step_for": choices[self.two_step_combo.currentIndex()],
            "domains_for": choices[self.domains_combo.currentIndex()],
            "allowed_domains": self._domains(),
        }

    def _domains(self) -> tuple[str, ...]:
        return tuple(piece for piece in _BETWEEN.split(self.domains_edit.toPlainText()) if piece)

    def show_refusal(self, error: AppError) -> bool:
        """Show at its field why a rule would keep admins out; False for another refusal."""
        field = _FIELD_OF.get(type(error))
        if field is None:
            return False
        words = word(error)
        return self._form.show_error(field, " ".join((f"{words.title}.", words.body, words.advice)))
