"""Asks once more before access is taken back: what stops, what stays; Cancel has the focus (A0-24)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bcdesktop.core.ending import EffectKind, Effects
from bcdesktop.ui.phone.effects_cards import count_lines
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, button, text
from bcdesktop.ui.phone.sheet import Sheet

_SHOWN = (EffectKind.AD_PAUSES, EffectKind.MEMBER_LOSES, EffectKind.PARTNER_LOSES, EffectKind.AD_ACCOUNT_UNLINKED)


class RemoveAccessSheet(Sheet):
    """``confirmed`` comes once; the caller closes the sheet."""

    confirmed = Signal()

    def __init__(self, host: Host, name: str, verb: str, effects: Effects, *, block: bool) -> None:
        super().__init__(host.display, "remove_access_sheet", self.tr("End the access of {name}?").format(name=name))
        self.body.addWidget(text(self.tr("It holds at once. {name} is not asked.").format(name=name)))
        lines = count_lines(effects, _SHOWN)
        if lines:
            self.body.addWidget(Card(*(text(line) for line in lines)))
        self.body.addWidget(text(self.tr("Your account, your posts and your followers stay as they are."), "muted"))
        if block:
            self.body.addWidget(text(self.tr("It is blocked on this phone from then on."), "muted"))
        self.cancel_removal_button = button(self.tr("Cancel"), "cancel_removal_button", "primary")
        self.confirm_removal_button = button(verb, "confirm_removal_button", "danger")
        self.body.addWidget(self.cancel_removal_button)
        self.body.addWidget(self.confirm_removal_button)
        self.cancel_removal_button.clicked.connect(self.close_sheet)
        self.confirm_removal_button.clicked.connect(self._confirm)

    def first_focus(self) -> QWidget:
        """Return the way that changes nothing."""
        return self.cancel_removal_button

    def _confirm(self) -> None:
        self.confirm_removal_button.setEnabled(False)
        self.confirmed.emit()
