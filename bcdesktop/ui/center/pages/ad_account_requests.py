"""Requests for ad accounts: those this Business Center sent, and those it has to answer (A4-39, A4-44)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcdesktop.core.ad_accounts import AdAccountRequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import ad_account_requests
from bcdesktop.ui.center.pages.ad_account_columns import request_columns
from bcdesktop.ui.kit.answer_request import AnswerRequestDialog
from bcdesktop.ui.kit.cards import named_button, text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.dialogs import question
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRequestRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_SHOWN = {ChangeKind.AD_ACCOUNT_REQUEST, ChangeKind.AD_ACCOUNT, ChangeKind.GRANT}


class AdAccountRequests(QWidget):
    """The table with its buttons; for admins."""

    waiting = Signal(int)
    """How many this Business Center has to answer."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__()
        self.setObjectName("ad_account_requests")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._wanted_id: str | None = None
        self.requests_table = RecordTable(
            "ad_account_requests_table",
            request_columns(session.context.clock.now, actor.business_center_id),
            accessible_name=self.tr("Requests for ad accounts"),
            settings=session.settings,
            empty=EmptyState(
                self.tr("No requests"),
                self.tr("What you ask others for, and what others ask of your ad accounts, stands here."),
                icon_name="inbox",
            ),
        )
        self.requests_table.current_changed.connect(self._show_buttons)
        self.note_label = text_label("", "muted", wrap=True, selectable=True)
        self.note_label.setObjectName("ad_account_requests_note_label")
        self.note_label.hide()
        self.cancel_request_button = named_button(
            "ad_account_request_cancel_button", self.tr("&Cancel request…"), self.cancel
        )
        self.refuse_button = named_button("ad_account_request_refuse_button", self.tr("Re&fuse…"), self.refuse)
        self.grant_button = named_button("ad_account_request_grant_button", self.tr("&Grant…"), self.grant)
        self.grant_button.setProperty("kind", "primary")
        self._lay_out()
        self._listener = Listener(self, session.bridge)
        self._listener.listen(_SHOWN, self.read_again, even_hidden=True)
        self._show_buttons(None)
        self.read_again()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel_request_button)
        buttons.addStretch(1)
        buttons.addWidget(self.refuse_button)
        buttons.addWidget(self.grant_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.requests_table, 1)
        layout.addWidget(self.note_label)
        layout.addLayout(buttons)

    def show_request(self, request_id: str) -> None:
        """Select one request, once it is there."""
        self._wanted_id = None if self.requests_table.select_record(request_id) else request_id

    def read_again(self) -> None:
        """Read the requests again."""
        work = partial(ad_account_requests.list_all, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, rows: tuple[AdAccountRequestRow, ...]) -> None:
        self.requests_table.set_records(rows)
        self.waiting.emit(sum(self._is_received(row) and _is_open(row) for row in rows))
        if self._wanted_id is not None:
            self.show_request(self._wanted_id)
        self._show_buttons(self.requests_table.current_record())

    def _is_received(self, row: AdAccountRequestRow) -> bool:
        return row.center_id != self._actor.business_center_id

    def _show_buttons(self, row: AdAccountRequestRow | None) -> None:
        note = "" if row is None or not row.note else f"{row.requested_by}: “{row.note}”"
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))
        answer = self._why_no_answer(row)
        for button, why in (
            (self.cancel_request_button, self._why_no_cancel(row)),
            (self.refuse_button, answer),
            (self.grant_button, answer),
        ):
            button.setEnabled(not why)
            button.setToolTip(why)
            button.setStatusTip(why)

    def _why_no_cancel(self, row: AdAccountRequestRow | None) -> str:
        if row is None:
            return self.tr("Choose a request in the list first.")
        if self._is_received(row):
            return self.tr("Only the Business Center that asked can cancel it.")
        return "" if _is_open(row) else self.tr("The request is not open any more.")

    def _why_no_answer(self, row: AdAccountRequestRow | None) -> str:
        if row is None:
            return self.tr("Choose a request in the list first.")
        if not self._is_received(row):
            return self.tr("The owner answers it: %1.").replace("%1", row.owner_name)
        if not _is_open(row):
            return self.tr("The request is not open any more.")
        if not row.answerers:
            return self.tr("Nobody is Admin on “%1”. Give somebody that role first.").replace("%1", row.ad_account_name)
        if self._actor.person_id not in {person.person_id for person in row.answerers}:
            return (
                self.tr("Only who is Admin on “%1” answers. Ask %2.")
                .replace("%1", row.ad_account_name)
                .replace("%2", ", ".join(person.name for person in row.answerers))
            )
        return ""

    def grant(self) -> None:
        """Open the dialog that grants the chosen request."""
        self._answer(grant=True)

    def refuse(self) -> None:
        """Open the dialog that refuses the chosen request."""
        self._answer(grant=False)

    def _answer(self, *, grant: bool) -> None:
        row = self.requests_table.current_record()
        if row is not None:
            answer = partial(ad_account_requests.answer_here, self._session.context, self._actor)
            args = (self._session, self._navigator.window, self._navigator.notices, row, answer)
            self._navigator.open_dialog(AnswerRequestDialog(*args, by=self._actor.name, grant=grant))

    def cancel(self) -> None:
        """Ask, then withdraw the chosen request."""
        row = self.requests_table.current_record()
        if row is None:
            return
        dialog = question(
            self._navigator.window,
            self.tr("Cancel the request for “%1”?").replace("%1", row.ad_account_name),
            self.tr("The owner can no longer grant it. You can ask again."),
            self.tr("Cancel request"),
            danger=True,
            cancel=self.tr("Keep it"),
        )
        dialog.setObjectName("cancel_ad_account_request_dialog")
        dialog.accepted.connect(partial(self._cancel, row.id))
        self._navigator.open_dialog(dialog)

    def _cancel(self, request_id: str) -> None:
        work = partial(ad_account_requests.cancel, self._session.context, self._actor, request_id)
        self._session.runner.run(self, work, self._cancelled, self._navigator.notices.show_error)

    def _cancelled(self, row: AdAccountRequestRow) -> None:
        self._navigator.notices.success(
            self.tr("The request for “%1” was cancelled.").replace("%1", row.ad_account_name)
        )


def _is_open(row: AdAccountRequestRow) -> bool:
    return row.state is AdAccountRequestState.PENDING
