"""The Business Centers this phone knows: since when, compared or not, blocked or not (security.md 2.5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.time_text import date_text
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.nothing_yet import NothingYet
from bcdesktop.ui.phone.pieces import Card, Row
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile, PinnedCentre


def read_centres(phone: PhoneProfile) -> tuple[PinnedCentre, ...]:
    """Return the Business Centers of ``phone``."""
    return phone.centres


class BusinessCentersScreen(Screen):
    """One row each; ``centre_row_ID`` names the rows."""

    name = "business_centers_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.rows = Card(tight=True)
        self.nothing = NothingYet(
            "briefcase",
            self.tr("No Business Centers yet"),
            self.tr("Whoever you answer is remembered here with its key, so that nobody else can pass for it."),
        )
        self.add_all([self.rows, self.nothing])
        self.body.addStretch(1)
        self.rows.hide()
        self.nothing.hide()

    def title(self) -> str:
        """Return the title."""
        return self.tr("Business Centers")

    def first_focus(self) -> QWidget | None:
        """Return the first one."""
        return self.rows.findChild(Row)

    def refresh(self) -> None:
        """Read them anew."""
        self.host.run(self, partial(read_centres, self.host.profile), self._show)

    def _show(self, centres: tuple[PinnedCentre, ...]) -> None:
        self.rows.clear()
        for centre in centres:
            since = self.tr("Known since {date}").format(date=date_text(centre.first_seen_at))
            row = Row(
                centre.name, f"centre_row_{centre.business_center_id}", icon_name="briefcase", detail=since, arrow=False
            )
            if centre.muted:
                row.add(Badge(self.tr("Blocked"), BadgeKind.WARNING))
            elif centre.digits_compared_at is not None:
                row.add(Badge(self.tr("Compared"), BadgeKind.SUCCESS))
            else:
                row.add(Badge(self.tr("Not compared"), BadgeKind.NEUTRAL))
            row.setProperty("business_center_id", centre.business_center_id)
            row.clicked.connect(self._open)
            self.rows.add(row, line=True)
        self.rows.setVisible(bool(centres))
        self.nothing.setVisible(not centres)

    def _open(self) -> None:
        row = self.sender()
        if row is not None:
            self.host.routes.compare_digits(str(row.property("business_center_id")))
