"""The Business Centers this phone refuses, and how to hear one again (security.md 1.3, A9; A0-45)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import MEDIUM
from bcdesktop.ui.phone.nothing_yet import NothingYet
from bcdesktop.ui.phone.pieces import Card, button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile, PinnedCentre


def read_blocked(phone: PhoneProfile) -> tuple[PinnedCentre, ...]:
    """Return the blocked ones."""
    from bcdesktop.services import owner_endings

    return owner_endings.blocked(phone)


class BlockedBusinessCentersScreen(Screen):
    """One line each; ``unblock_button_ID`` names the buttons."""

    name = "blocked_business_centers_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.explained = text(
            self.tr("Their codes and notifications are refused without asking you. Access they have stays."), "muted"
        )
        self.rows = Card()
        self.nothing = NothingYet(
            "ban",
            self.tr("Nobody is blocked"),
            self.tr("You can block a Business Center when you decline its request or take its access back."),
        )
        self.add_all([self.explained, self.rows, self.nothing])
        self.body.addStretch(1)
        for widget in (self.explained, self.rows, self.nothing):
            widget.hide()

    def title(self) -> str:
        """Return the title."""
        return self.tr("Blocked Business Centers")

    def first_focus(self) -> QWidget | None:
        """Return the first button."""
        return self.rows.findChild(QPushButton)

    def refresh(self) -> None:
        """Read them anew."""
        self.host.run(self, partial(read_blocked, self.host.profile), self._show)

    def _show(self, centres: tuple[PinnedCentre, ...]) -> None:
        self.rows.clear()
        for centre in centres:
            self.rows.add(self._line(centre), line=True)
        self.explained.setVisible(bool(centres))
        self.rows.setVisible(bool(centres))
        self.nothing.setVisible(not centres)

    def _line(self, centre: PinnedCentre) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addWidget(text(centre.name, "label"), 1)
        unblock = button(self.tr("Unblock"), f"unblock_button_{centre.business_center_id}")
        unblock.setAccessibleName(self.tr("Unblock {name}").format(name=centre.name))
        unblock.setProperty("business_center_id", centre.business_center_id)
        unblock.clicked.connect(self._unblock)
        layout.addWidget(unblock)
        return line

    def _unblock(self) -> None:
        from bcdesktop.services import owner

        pressed = self.sender()
        if pressed is not None:
            work = partial(owner.unmute, self.host.profile, str(pressed.property("business_center_id")))
            self.host.run(self, work, self._unblocked)

    def _unblocked(self, _result: object) -> None:
        self.host.say(self.tr("Unblocked."))
        self.host.news.read()
        self.refresh()
