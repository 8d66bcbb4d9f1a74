"""Requests: every request with its state and time left; open the code again, renew, withdraw, enter an answer."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import access_requests
from bcdesktop.services.relink_errors import EndedOnPurpose
from bcdesktop.ui.center.dialogs.enter_answer import EnterAnswerDialog
from bcdesktop.ui.center.pages.request_columns import request_columns
from bcdesktop.ui.center.pages.request_panel import RequestPanel
from bcdesktop.ui.center.relink_tick import ask_again_question
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_TICK_MILLISECONDS = 15_000
_OPEN = {RequestState.PENDING}


class RequestsPage(Page):
    """The table of requests with the panel beside it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(
            self.tr("Requests"),
            self.tr("Every request for a TikTok account: what was asked, where it stands, and its code."),
            bridge=session.bridge,
        )
        self._session, self._actor, self._navigator = session, actor, navigator
        self._wanted_id: str | None = None
        self._renew_keys: dict[str, str] = {}
        self._build_buttons()
        self._build_filter()
        self._build_table()
        self.listen({ChangeKind.ACCESS_REQUEST, ChangeKind.TIKTOK_ACCOUNT}, self.refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self.refresh()

    def _build_buttons(self) -> None:
        self.enter_answer_button = QPushButton(self.tr("&Enter an answer…"))
        self.enter_answer_button.setObjectName("enter_answer_button")
        self.enter_answer_button.setToolTip(self.tr("For an answer that came as text, file or picture"))
        self.enter_answer_button.clicked.connect(self.enter_answer)
        self.requests_add_button = QPushButton(self.tr("&Add TikTok account"))
        self.requests_add_button.setObjectName("requests_add_button")
        self.requests_add_button.setProperty("kind", "primary")
        self.requests_add_button.setIcon(icon("plus", self._session.theme, "on_primary"))
        self.requests_add_button.clicked.connect(self._navigator.add_tiktok_account)
        self.set_primary(self.enter_answer_button, self.requests_add_button)

    def _build_filter(self) -> None:
        self.requests_filter_edit = QLineEdit()
        self.requests_filter_edit.setObjectName("requests_filter_edit")
        self.requests_filter_edit.setPlaceholderText(self.tr("Filter by handle, purpose or person"))
        self.requests_filter_edit.setAccessibleName(self.tr("Filter requests"))
        self.requests_filter_edit.setClearButtonEnabled(True)
        self.requests_state_combo = QComboBox()
        self.requests_state_combo.setObjectName("requests_state_combo")
        self.requests_state_combo.setAccessibleName(self.tr("State"))
        for text, states in self._state_choices():
            self.requests_state_combo.addItem(text, states)
        self.requests_refresh_button = QPushButton(self.tr("Re&fresh"))
        self.requests_refresh_button.setObjectName("requests_refresh_button")
        set_button_icon(self.requests_refresh_button, "refresh-cw")
        self.requests_refresh_button.setToolTip(self.tr("Read the list again (F5)"))
        self.requests_refresh_button.clicked.connect(self.refresh)
        self.filter_row.addWidget(self.requests_filter_edit, 1)
        self.filter_row.addWidget(self.requests_state_combo)
        self.filter_row.addWidget(self.requests_refresh_button)

    def _state_choices(self) -> list[tuple[str, frozenset[RequestState] | None]]:
        return [
            (self.tr("All states"), None),
            (self.tr("Waiting"), frozenset({RequestState.PENDING})),
            (self.tr("Approved"), frozenset({RequestState.APPROVED})),
            (self.tr("Declined"), frozenset({RequestState.DECLINED})),
            (self.tr("Expired"), frozenset({RequestState.EXPIRED})),
            (self.tr("Withdrawn or replaced"), frozenset({RequestState.CANCELLED})),
            (self.tr("Failed"), frozenset({RequestState.FAILED})),
        ]

    def _build_table(self) -> None:
        self.requests_empty_add_button = QPushButton(self.tr("Add TikTok account"))
        self.requests_empty_add_button.setObjectName("requests_empty_add_button")
        self.requests_empty_add_button.setProperty("kind", "primary")
        self.requests_empty_add_button.clicked.connect(self._navigator.add_tiktok_account)
        empty = EmptyState(
            self.tr("No requests yet"),
            self.tr("A request asks the owner of a TikTok account for access. It starts with Add TikTok account."),
            self.requests_empty_add_button,
            icon_name="qr-code",
        )
        self.requests_table = RecordTable(
            "requests_table",
            request_columns(self._session.context.clock),
            accessible_name=self.tr("Requests"),
            settings=self._session.settings,
            empty=empty,
        )
        self.panel = RequestPanel(self._session, self._actor, self._navigator)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.requests_table, 1)
        row.addWidget(self.panel)
        self.content.addLayout(row, 1)
        self.requests_table.current_changed.connect(self._show_details)
        self.requests_table.activated.connect(self._open)
        self.requests_table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.requests_table.customContextMenuRequested.connect(self._show_menu)
        self.requests_table.delete_pressed.connect(self._withdraw_current)
        self.requests_table.filter_cleared.connect(self._clear_filter)
        self.requests_table.filter.layoutChanged.connect(self._hide_lost_panel)
        self.requests_table.filter.rowsRemoved.connect(self._hide_lost_panel)
        self.requests_filter_edit.textChanged.connect(self.requests_table.set_text_filter)
        self.requests_state_combo.currentIndexChanged.connect(self._filter_state)
        self.panel.open_requested.connect(self._open)
        self.panel.renew_requested.connect(self.renew)
        self.panel.withdraw_requested.connect(self.withdraw)

    def show_item(self, *, request_id: str | None = None, **_what: Any) -> None:
        """Select one request."""
        self._wanted_id = request_id
        if request_id is not None and self.requests_table.select_record(request_id):
            self._wanted_id = None

    def refresh(self) -> None:
        """Read the requests again."""
        work = partial(access_requests.list_all, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, rows: tuple[RequestRow, ...]) -> None:
        self.requests_table.set_records(rows)
        if self._wanted_id is not None:
            self.show_item(request_id=self._wanted_id)

    def _tick(self) -> None:
        records = self.requests_table.record_model.records
        if self.isVisible() and any(row.state in _OPEN for row in records):
            self.refresh()

    def _filter_state(self) -> None:
        states = self.requests_state_combo.currentData()
        self.requests_table.set_predicate(None if states is None else partial(_is_in, states))

    def _hide_lost_panel(self) -> None:
        if self.requests_table.filter.rowCount() == 0:
            self.panel.hide()

    def _clear_filter(self) -> None:
        self.requests_filter_edit.clear()
        self.requests_state_combo.setCurrentIndex(0)

    def _show_details(self, row: RequestRow | None) -> None:
        if row is None:
            self.panel.hide()
        else:
            self.panel.show_row(row)
            self.panel.show()

    def _open(self, row: RequestRow) -> None:
        self._navigator.open_code(row.id)

    def _withdraw_current(self) -> None:
        row = self.requests_table.current_record()
        if row is not None and row.state in _OPEN:
            self.withdraw(row)

    def renew(self, row: RequestRow) -> None:
        """Make a new code with the same choices and show it."""
        self._renew(row, asks_again=False)

    def _renew(self, row: RequestRow, *, asks_again: bool) -> None:
        key = self._renew_keys.setdefault(row.id, uuid.uuid4().hex)
        args = self._session.context, self._actor, row.id, key
        work = partial(access_requests.renew, *args, asks_again=asks_again)
        self._session.runner.run(self, work, self._open, partial(self._not_renewed, row))

    def _not_renewed(self, row: RequestRow, error: Exception) -> None:
        if isinstance(error, EndedOnPurpose):
            again = partial(self._renew, row, asks_again=True)
            self._navigator.open_dialog(ask_again_question(self.window(), error, again))
            return
        self._navigator.notices.show_error(error)

    def withdraw(self, row: RequestRow) -> None:
        """Cancel a waiting request."""
        work = partial(access_requests.cancel, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, self._withdrawn, self._navigator.notices.show_error)

    def _withdrawn(self, _row: RequestRow) -> None:
        self._navigator.notices.success(self.tr("The request was withdrawn. Its code is void."))

    def enter_answer(self) -> None:
        """Open the dialog for an answer that came from another computer."""
        self._navigator.open_dialog(EnterAnswerDialog(self._session, self._actor, self._navigator))

    def _show_menu(self, place: QPoint) -> None:
        row = self.requests_table.current_record()
        if row is None:
            return
        menu = self.row_menu(row)
        menu.popup(self.requests_table.viewport().mapToGlobal(place))

    def row_menu(self, row: RequestRow) -> QMenu:
        """Return the options menu of a row; it goes when closed."""
        menu = QMenu(self)
        menu.setObjectName("request_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entry(menu, "open_action", self.tr("Open code"), partial(self._open, row), enabled=True)
        can_renew = row.state is not RequestState.APPROVED and row.replaced_by is None
        self._entry(menu, "renew_action", self.tr("Renew"), partial(self.renew, row), enabled=can_renew)
        is_open = row.state in _OPEN
        self._entry(menu, "withdraw_action", self.tr("Withdraw"), partial(self.withdraw, row), enabled=is_open)
        return menu

    @staticmethod
    def _entry(menu: QMenu, name: str, text: str, slot: Callable[[], object], *, enabled: bool) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.setEnabled(enabled)
        action.triggered.connect(slot)
        return action

    def focus_widget(self) -> QWidget:
        """Return where the keyboard starts."""
        return self.requests_filter_edit


def _is_in(states: frozenset[RequestState], row: RequestRow) -> bool:
    return row.state in states
