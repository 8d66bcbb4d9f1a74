"""The list of ad accounts to change to, found by name, ID or owner; quick with thousands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.advertiser_records import AdvertiserAccount
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.badges import BadgeKind

_FOR_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class ChooseAccountDialog(QDialog):
    """A line to type in and the ad accounts below. ``chosen`` carries the id; the dialog is closed then."""

    chosen = Signal(str)

    def __init__(self, accounts: Sequence[AdvertiserAccount], navigator: AdsNavigator) -> None:
        super().__init__(navigator.window)
        self._navigator = navigator
        self.setObjectName("choose_account_dialog")
        self.setWindowTitle(self.tr("Choose an ad account"))
        self.account_search_edit = QLineEdit()
        self.account_search_edit.setObjectName("account_search_edit")
        self.account_search_edit.setAccessibleName(self.tr("Find an ad account"))
        self.account_search_edit.setPlaceholderText(self.tr("Find by name, ID or owner"))
        self.account_search_edit.setClearButtonEnabled(True)
        search = icon("search", theme_of(self), "muted")
        self.account_search_edit.addAction(search, QLineEdit.ActionPosition.LeadingPosition)
        self.accounts_table = RecordTable(
            "account_choice_table",
            (
                Column("name", self.tr("Ad account"), _name, width=24),
                Column("number", self.tr("ID"), _number, width=30),
                Column("owner", self.tr("Owner"), _owner, width=18),
                Column("role", self.tr("You are"), _role, width=10),
                Column("status", self.tr("State"), _status, badge=_status_badge, width=12),
            ),
            accessible_name=self.tr("Ad accounts you can use"),
        )
        self.accounts_table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.accounts_table.activated.connect(self._choose)
        self.accounts_table.current_changed.connect(self._show_chosen)
        self.accounts_table.filter_cleared.connect(self.account_search_edit.clear)
        self.account_search_edit.textChanged.connect(self._search)
        self.account_search_edit.returnPressed.connect(self._choose_current)
        self.account_search_edit.installEventFilter(self)
        self._make_buttons()
        self._lay_out()
        self.accounts_table.set_records(accounts)
        if navigator.account is not None:
            self.accounts_table.select_record(navigator.account.id)
        self._show_chosen(self.accounts_table.current_record())
        self.account_search_edit.setFocus()

    def _make_buttons(self) -> None:
        self.new_account_button = QPushButton(self.tr("&Create an ad account…"))
        self.new_account_button.setObjectName("new_account_button")
        self.new_account_button.clicked.connect(self._create)
        self.cancel_choice_button = QPushButton(self.tr("Cancel"))
        self.cancel_choice_button.setObjectName("cancel_choice_button")
        self.cancel_choice_button.clicked.connect(self.reject)
        self.choose_button = QPushButton(self.tr("&Open"))
        self.choose_button.setObjectName("choose_button")
        self.choose_button.setProperty("kind", "primary")
        self.choose_button.clicked.connect(self._choose_current)
        for button in (self.new_account_button, self.cancel_choice_button, self.choose_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.new_account_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_choice_button)
        buttons.addWidget(self.choose_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text_label(self.tr("Choose an ad account"), "heading"))
        layout.addWidget(self.account_search_edit)
        layout.addWidget(self.accounts_table, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 110, line * 28)

    def _search(self, text: str) -> None:
        table = self.accounts_table
        table.set_text_filter(text)
        if table.current_record() is None and table.model().rowCount():
            table.selectRow(0)

    def _show_chosen(self, account: AdvertiserAccount | None) -> None:
        self.choose_button.setEnabled(account is not None)

    def _choose_current(self) -> None:
        account = self.accounts_table.current_record()
        if account is not None:
            self._choose(account)

    def _choose(self, account: AdvertiserAccount) -> None:
        self.accept()
        self.chosen.emit(account.id)

    def _create(self) -> None:
        self.reject()
        self._navigator.create_account()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while typing goes on."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.account_search_edit and is_press and event.key() in _FOR_LIST:
            self.accounts_table.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def _name(account: AdvertiserAccount) -> str:
    return account.name


def _number(account: AdvertiserAccount) -> str:
    return account.number


def _owner(account: AdvertiserAccount) -> str:
    return account.owner_name


def _role(account: AdvertiserAccount) -> str:
    return label_of(account.role)


def _status(account: AdvertiserAccount) -> str:
    return label_of(account.status)


def _status_badge(account: AdvertiserAccount) -> BadgeKind:
    return badge_of(account.status)
