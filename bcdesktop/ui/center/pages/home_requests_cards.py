"""Requests to the admins on Home: what people ask, for an admin, and what oneself asked (A0-40, A0-43)."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.policy import Action
from bcdesktop.services.home_records import Few
from bcdesktop.services.people_records import AdminRequestRow
from bcdesktop.ui.center.admin_request_words import asked_text, wish_text
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.center.pages.home_rows import HomeRow, LinesCard
from bcdesktop.ui.center.registry import PAGES
from bcdesktop.ui.kit.theme import Theme
from bcdesktop.ui.kit.time_text import relative

_PAGE_OF = {
    Action.REQUEST_TIKTOK_ACCOUNT: "tiktok_accounts",
    Action.SEE_ADD_TIKTOK_ACCOUNT: "tiktok_accounts",
    Action.CLAIM_TIKTOK_ACCOUNT: "tiktok_accounts",
    Action.GIVE_TIKTOK_ACCOUNT_ACCESS: "tiktok_accounts",
    Action.DISCONNECT_TIKTOK_ACCOUNT: "tiktok_accounts",
    Action.CONFIRM_TIKTOK_ACCOUNT: "tiktok_accounts",
    Action.INVITE_MEMBER: "members",
    Action.CHANGE_MEMBER: "members",
    Action.REMOVE_MEMBER: "members",
    Action.CHANGE_PARTNER: "partners",
    Action.CHANGE_BUSINESS_CENTER: "settings",
    Action.SEND_MAIL: "outbox",
}
"""Where an admin does what was asked for."""


class AskedCard(LinesCard):
    """What people ask of the admins; each line can be done, declined, and leads to what it is about."""

    answer_requested = Signal(object, bool)
    """The request, and whether it was done (else it is declined)."""

    def __init__(self, theme: Theme, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("asked_card", parent)
        self._theme, self._navigator = theme, navigator
        self.title_label.setText(self.tr("People ask you"))

    def show_requests(self, asked: Few[AdminRequestRow], now: datetime) -> None:
        """Show the requests; without any the card is hidden."""
        rows = [self._row(row, now) for row in asked.rows]
        if asked.more:
            title = self.tr("%1 more requests come up when these are answered").replace("%1", str(asked.more))
            rows.append(HomeRow(self._theme, "more_requests", "ellipsis", "muted", title, ""))
        self.show_lines(rows)
        self.setVisible(bool(rows))

    def _row(self, request: AdminRequestRow, now: datetime) -> HomeRow:
        title = asked_text(request.asked_by_name, request.subject, request.action, request.object_name)
        parts = [relative(request.created_at, now)]
        if request.is_from_outside:
            parts.append(self.tr("Not signed in: make sure it is them before you act."))
        if request.text:
            parts.append(f"“{request.text}”")
        icon_name, token = ("shield-alert", "warning") if request.is_from_outside else ("message-circle", "primary")
        row = HomeRow(self._theme, request.id, icon_name, token, title, " · ".join(parts))
        self._add_way(row, request)
        decline = row.add_button("decline_ask_button", self.tr("Decline…"))
        decline.clicked.connect(partial(self.answer_requested.emit, request, False))
        done = row.add_button("done_ask_button", self.tr("Done…"))
        done.clicked.connect(partial(self.answer_requested.emit, request, True))
        return row

    def _add_way(self, row: HomeRow, request: AdminRequestRow) -> None:
        """Add the button that leads to where it is done."""
        match request.subject:
            case AdminRequestSubject.REMOVE_ME if request.member_id is not None:
                verb = self.tr("Remove %1…").replace("%1", request.asked_by_name)
                self._add_go(row, verb, "members", member_id=request.member_id)
            case AdminRequestSubject.SIGN_IN if request.member_id is not None:
                self._add_go(row, self.tr("Show the member"), "members", member_id=request.member_id)
            case AdminRequestSubject.ACCESS:
                self._add_go(row, self.tr("Give access"), "tiktok_accounts", **_link(request))
            case AdminRequestSubject.REMOVE_ACCOUNT:
                self._add_go(row, self.tr("Show the account"), "tiktok_accounts", **_link(request))
            case AdminRequestSubject.ACTION if _page_of(request.action):
                self._add_go(row, self.tr("Go there"), _page_of(request.action), **_link(request))

    def _add_go(self, row: HomeRow, verb: str, page: str, **what: str) -> None:
        button = row.add_button("ask_go_button", verb)
        button.clicked.connect(partial(self._navigator.go, page, **what))


class MineCard(LinesCard):
    """What oneself asked: what is still open, and the answers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("mine_card", parent)
        self._theme = theme
        self.title_label.setText(self.tr("You asked the admins"))

    def show_requests(self, mine: tuple[AdminRequestRow, ...], now: datetime) -> None:
        """Show the requests; without any the card is hidden."""
        self.show_lines([self._row(row, now) for row in mine])
        self.setVisible(bool(mine))

    def _row(self, request: AdminRequestRow, now: datetime) -> HomeRow:
        title = wish_text(request.subject, request.action, request.object_name)
        if request.state is AdminRequestState.OPEN:
            text = self.tr("Waits for an answer, asked %1").replace("%1", relative(request.created_at, now))
            row = HomeRow(self._theme, request.id, "hourglass", "muted", title, text)
        else:
            is_done = request.state is AdminRequestState.DONE
            words = self.tr("Done by %1") if is_done else self.tr("Declined by %1")
            text = words.replace("%1", request.decided_by)
            if request.answer:
                text = f"{text}: “{request.answer}”"
            icon_name, token = ("circle-check", "success") if is_done else ("circle-x", "muted")
            row = HomeRow(self._theme, request.id, icon_name, token, title, text)
        row.setObjectName(f"mine_{request.id}")
        return row


def _link(request: AdminRequestRow) -> dict[str, str]:
    return {"link_id": request.object_id} if request.object_id else {}


def _page_of(action: str | None) -> str:
    """Return the page on which an action is done; empty where there is none."""
    for entry in PAGES:
        if entry.needs == action:
            return entry.name
    return next((page for known, page in _PAGE_OF.items() if known == action), "")
