"""Notifications: requests of Business Centers for the person's ad accounts, to grant or refuse (A4-44)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import ad_account_requests
from bcdesktop.ui.kit.answer_request import AnswerRequestDialog
from bcdesktop.ui.kit.cards import Card, Page, text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.time_text import date_text, exact
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRequestRow, Advertiser
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session

_SHOWN = (ChangeKind.AD_ACCOUNT_REQUEST, ChangeKind.AD_ACCOUNT, ChangeKind.GRANT)


class NotificationsPage(Page):
    """One row for each request the person may answer; what the asker wrote stands below the chosen one."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__("", bridge=session.bridge)
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self._wanted = ""
        self.setObjectName("notifications_page")
        self.title_label.setText(self.tr("Notifications"))
        self.sentence_label.setText(
            self.tr("Requests for ad accounts that you own or are Admin of. Nothing happens until you say so.")
        )
        self.sentence_label.show()
        self._make_buttons()
        self.requests_table = RecordTable(
            "ads_requests_table",
            (
                Column("center", self.tr("Business Center"), _center, width=24),
                Column("account", self.tr("Ad account"), _account, tooltip=_number, width=24),
                Column("wish", self.tr("Asks for"), wish_text, width=22),
                Column("by", self.tr("Asked by"), _by, width=16),
                Column("asked", self.tr("Asked"), _asked, sort=_created, tooltip=_asked_exact, width=15),
                Column("until", self.tr("Until"), _until, sort=_expires, tooltip=_until_exact, width=15),
            ),
            accessible_name=self.tr("Requests for your ad accounts"),
            settings=session.settings,
            empty=EmptyState(
                self.tr("Nothing waits for you"),
                self.tr("When a Business Center asks for one of your ad accounts, it shows up here."),
                icon_name="bell",
            ),
        )
        self.requests_table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.requests_table.current_changed.connect(self._show_chosen)
        self.requests_table.activated.connect(self._grant)
        self.content.addWidget(self.requests_table, 1)
        self.content.addWidget(self._make_note())
        self._show_chosen(None)
        self.listen(_SHOWN, self.refresh)
        self.refresh()

    def _make_buttons(self) -> None:
        self.refuse_request_button = QPushButton(self.tr("&Refuse…"))
        self.refuse_request_button.setObjectName("refuse_request_button")
        self.refuse_request_button.clicked.connect(self._refuse)
        self.grant_request_button = QPushButton(self.tr("&Grant…"))
        self.grant_request_button.setObjectName("grant_request_button")
        self.grant_request_button.setProperty("kind", "primary")
        self.grant_request_button.clicked.connect(self._grant)
        self.set_primary(self.refuse_request_button, self.grant_request_button)

    def _make_note(self) -> Card:
        self._note = Card()
        self.request_note_label = text_label("", wrap=True, selectable=True)
        self.request_note_label.setObjectName("request_note_label")
        column = QVBoxLayout()
        column.addWidget(self.request_note_label)
        self._note.body.addLayout(column)
        self._note.hide()
        return self._note

    def show_item(self, request_id: str = "", **_more: object) -> None:
        """Go to one request."""
        self._wanted = request_id
        self._choose_wanted()

    def refresh(self) -> None:
        """Read the requests again."""
        work = partial(ad_account_requests.waiting_for, self._session.context, self._advertiser)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, rows: tuple[AdAccountRequestRow, ...]) -> None:
        self.requests_table.set_records(rows)
        if self.requests_table.current_record() is None and rows:
            self.requests_table.selectRow(0)
        self._choose_wanted()
        self._show_chosen(self.requests_table.current_record())

    def _choose_wanted(self) -> None:
        if self._wanted and self.requests_table.select_record(self._wanted):
            self._wanted = ""

    def _show_chosen(self, row: AdAccountRequestRow | None) -> None:
        reason = "" if row is not None else self.tr("No request waits for your answer.")
        for button in (self.grant_request_button, self.refuse_request_button):
            button.setEnabled(row is not None)
            button.setToolTip(reason)
            button.setStatusTip(reason)
        self._note.setVisible(row is not None and bool(row.note))
        if row is not None and row.note:
            said = self.tr("%1 writes: “%2”").replace("%1", row.requested_by).replace("%2", row.note)
            self.request_note_label.setText(said)

    def _grant(self) -> None:
        self._answer(grant=True)

    def _refuse(self) -> None:
        self._answer(grant=False)

    def _answer(self, *, grant: bool) -> None:
        row = self.requests_table.current_record()
        if row is not None:
            answer = partial(ad_account_requests.answer, self._session.context, self._advertiser)
            args = (self._session, self._navigator.window, self._navigator.notices, row, answer)
            self._navigator.open_dialog(AnswerRequestDialog(*args, by=self._advertiser.name, grant=grant))


def wish_text(row: AdAccountRequestRow) -> str:
    """Return in words what a request asks for."""
    if row.kind is AdAccountRequestKind.TRANSFER:
        return QCoreApplication.translate("AdAccountRequests", "To become the owner")
    return QCoreApplication.translate("AdAccountRequests", "Access as %1").replace("%1", label_of(row.role))


def _center(row: AdAccountRequestRow) -> str:
    return row.center_name


def _account(row: AdAccountRequestRow) -> str:
    return row.ad_account_name


def _number(row: AdAccountRequestRow) -> str:
    return row.number


def _by(row: AdAccountRequestRow) -> str:
    return row.requested_by


def _asked(row: AdAccountRequestRow) -> str:
    return date_text(row.created_at)


def _created(row: AdAccountRequestRow) -> datetime:
    return row.created_at


def _asked_exact(row: AdAccountRequestRow) -> str:
    return exact(row.created_at)


def _until(row: AdAccountRequestRow) -> str:
    return date_text(row.expires_at)


def _expires(row: AdAccountRequestRow) -> datetime:
    return row.expires_at


def _until_exact(row: AdAccountRequestRow) -> str:
    return exact(row.expires_at)
