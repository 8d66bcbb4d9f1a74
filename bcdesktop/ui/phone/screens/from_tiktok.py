"""Inbox > All activity > From TikTok: requests by notification (path N5, A2-42, A2-43)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bcdesktop.core.access_requests import Kind, RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError
from bcdesktop.services.phone_records import InboxRow
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.time_text import exact, relative, time_left
from bcdesktop.ui.kit.words import badge_of, label_of
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.nothing_yet import NothingYet
from bcdesktop.ui.phone.pieces import Card, Row
from bcdesktop.ui.phone.screen import Screen, Tab


class FromTikTokScreen(Screen):
    """One row per request, the newest first; ``request_row_ID`` names the rows."""

    name = "from_tiktok_screen"
    tab = Tab.INBOX
    listens_to = frozenset({ChangeKind.ACCESS_REQUEST, ChangeKind.DIRECTORY})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.error = ErrorCard()
        self.rows = Card(tight=True)
        self.nothing = NothingYet(
            "inbox",
            self.tr("No requests"),
            self.tr("When a Business Center asks for your account by its handle, the request appears here at once."),
        )
        self.add_all([self.error, self.rows, self.nothing])
        self.body.addStretch(1)
        self.rows.hide()
        self.nothing.hide()

    def title(self) -> str:
        """Return the title."""
        return self.tr("From TikTok")

    def first_focus(self) -> QWidget | None:
        """Return the newest request."""
        return self.rows.findChild(Row)

    def refresh(self) -> None:
        """Read the requests anew."""
        from bcdesktop.services import owner

        work = partial(owner.inbox, self.host.context, self.host.profile)
        self.host.run(self, work, self._show, self._failed)

    def _failed(self, error: AppError) -> None:
        self.error.show_error(error)

    def _show(self, rows: tuple[InboxRow, ...]) -> None:
        self.error.clear()
        self.rows.clear()
        now = self.host.now()
        for entry in rows:
            is_open = entry.state is RequestState.PENDING
            when = time_left(entry.expires_at - now) if is_open else relative(entry.created_at, now)
            detail = self.tr("{what} · {when}").format(what=self._what(entry), when=when)
            row = Row(
                entry.business_center_name, f"request_row_{entry.id}", icon_name="briefcase", detail=detail, arrow=False
            )
            word = self.tr("Replaced") if entry.replaced else label_of(entry.state)
            row.add(Badge(word, BadgeKind.NEUTRAL if entry.replaced else badge_of(entry.state)))
            row.setAccessibleName(f"{row.accessibleName()}, {word}")
            row.setToolTip(exact(entry.created_at))
            row.setProperty("code_text", entry.code_text)
            row.clicked.connect(self._open)
            self.rows.add(row, line=True)
        self.rows.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def _what(self, entry: InboxRow) -> str:
        what = {
            Kind.LINK: self.tr("asks for access"),
            Kind.CLAIM: self.tr("claims ownership"),
            Kind.OWN: self.tr("your own account"),
        }
        return what[entry.kind]

    def _open(self) -> None:
        row = self.sender()
        if row is not None:
            self.host.routes.check(str(row.property("code_text")))
