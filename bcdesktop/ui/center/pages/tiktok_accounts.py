"""TikTok accounts: what each may be used for, and who is behind it (A2-17, A3-31, A3-32)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton

from bcdesktop.core.access_requests import LinkState, OwnerTrust
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.center.account_words import kind_word, link_badge, owner_badge, spark_badge
from bcdesktop.ui.center.button_icon import set_button_icon
from bcdesktop.ui.center.dialogs.compare_digits import CompareDigitsDialog
from bcdesktop.ui.center.dialogs.end_access import end_access_question
from bcdesktop.ui.center.pages.account_panel import AccountPanel
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import RIGHT, Column, RecordTable
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import label_of, permission_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.badges import BadgeKind
    from bcdesktop.ui.kit.session import Session


class TikTokAccountsPage(Page):
    """The table of accounts with the details panel beside it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(
            self.tr("TikTok accounts"),
            self.tr("Accounts this Business Center may use, what for, and since when the owner agrees."),
            bridge=session.bridge,
        )
        self._session, self._actor, self._navigator = session, actor, navigator
        self._wanted_id: str | None = None
        self._may_add = may(Action.SEE_ADD_TIKTOK_ACCOUNT, actor.role)
        self._may_end = may(Action.DISCONNECT_TIKTOK_ACCOUNT, actor.role)
        self._build_filter()
        self._build_table()
        self.listen({ChangeKind.TIKTOK_ACCOUNT, ChangeKind.DIRECTORY}, self.refresh)
        self.refresh()

    def _add_button(self, name: str) -> QPushButton:
        button = QPushButton(
            self.tr("&Add TikTok account") if name == "accounts_add_button" else self.tr("Add TikTok account")
        )
        button.setObjectName(name)
        button.setProperty("kind", "primary")
        button.setIcon(icon("plus", self._session.theme, "on_primary"))
        button.clicked.connect(self._navigator.add_tiktok_account)
        return button

    def _build_filter(self) -> None:
        if self._may_add:
            self.accounts_add_button = self._add_button("accounts_add_button")
            self.set_primary(self.accounts_add_button)
        self.accounts_filter_edit = QLineEdit()
        self.accounts_filter_edit.setObjectName("accounts_filter_edit")
        self.accounts_filter_edit.setPlaceholderText(self.tr("Filter by name, handle or permission"))
        self.accounts_filter_edit.setAccessibleName(self.tr("Filter accounts"))
        self.accounts_filter_edit.setClearButtonEnabled(True)
        self.accounts_state_combo = QComboBox()
        self.accounts_state_combo.setObjectName("accounts_state_combo")
        self.accounts_state_combo.setAccessibleName(self.tr("State"))
        for text, predicate in (
            (self.tr("All accounts"), None),
            (self.tr("Active"), _is_active),
            (self.tr("To confirm"), _is_to_confirm),
            (self.tr("Owner not verified"), _is_not_verified),
            (self.tr("Not ready for Spark Ads"), _is_not_ready),
            (self.tr("Ended"), _is_ended),
        ):
            self.accounts_state_combo.addItem(text, predicate)
        self.accounts_refresh_button = QPushButton(self.tr("Re&fresh"))
        self.accounts_refresh_button.setObjectName("accounts_refresh_button")
        set_button_icon(self.accounts_refresh_button, "refresh-cw")
        self.accounts_refresh_button.setToolTip(
            self.tr("Read the list again (F5). New accounts come up by themselves.")
        )
        self.accounts_refresh_button.clicked.connect(self.refresh)
        self.filter_row.addWidget(self.accounts_filter_edit, 1)
        self.filter_row.addWidget(self.accounts_state_combo)
        self.filter_row.addWidget(self.accounts_refresh_button)

    def _build_table(self) -> None:
        self.accounts_table = RecordTable(
            "accounts_table",
            self._columns(),
            accessible_name=self.tr("TikTok accounts"),
            settings=self._session.settings,
            empty=self._empty_state(),
        )
        self.panel = AccountPanel(self._session, self._actor, self._navigator)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.accounts_table, 1)
        row.addWidget(self.panel)
        self.content.addLayout(row, 1)
        self.accounts_table.current_changed.connect(self._show_details)
        self.accounts_table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.accounts_table.customContextMenuRequested.connect(self._show_menu)
        self.accounts_table.filter_cleared.connect(self._clear_filter)
        self.accounts_filter_edit.textChanged.connect(self.accounts_table.set_text_filter)
        self.accounts_state_combo.currentIndexChanged.connect(self._filter_state)
        self.panel.compare_requested.connect(self.compare_digits)
        self.panel.end_requested.connect(self.end_access)

    def _empty_state(self) -> EmptyState:
        if not self._may_add:
            return EmptyState(
                self.tr("No account was given to you yet"),
                self.tr("An admin of this Business Center gives you the accounts you work with."),
                icon_name="music-2",
            )
        self.accounts_empty_add_button = self._add_button("accounts_empty_add_button")
        return EmptyState(
            self.tr("No TikTok accounts yet"),
            self.tr(
                "All accounts of your brands, creators and clients stand here. Ask the owner of the first one: "
                "a QR code appears, the owner scans it with the Phone and agrees. Nobody shares a password."
            ),
            self.accounts_empty_add_button,
            icon_name="music-2",
        )

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Account"), _name, width=22),
            Column("handle", self.tr("Handle"), _handle, width=18),
            Column("permissions", self.tr("Permissions"), _level, tooltip=_permissions, width=14),
            Column("state", self.tr("State"), _state_word, badge=_state_kind, width=16),
            Column("owner", self.tr("Owner"), _owner_word, badge=_owner_kind, width=24),
            Column("spark", self.tr("Spark Ads"), _spark_word, badge=_spark_kind, width=23),
            Column("kind", self.tr("Way"), _kind, width=13),
            Column("followers", self.tr("Followers"), _followers, sort=_followers_count, align=RIGHT, width=11),
            Column("linked", self.tr("Linked"), self._linked, sort=_linked_at, tooltip=_linked_tip, width=16),
        ]

    def _linked(self, row: TikTokAccountRow) -> str:
        return relative(row.linked_at, self._session.context.clock.now())

    def show_item(self, *, link_id: str | None = None, **_what: Any) -> None:
        """Select one account."""
        self._wanted_id = link_id
        if link_id is not None and self.accounts_table.select_record(link_id):
            self._wanted_id = None

    def refresh(self) -> None:
        """Read the accounts again (A2-32)."""
        work = partial(tiktok_accounts.list_all, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, rows: tuple[TikTokAccountRow, ...]) -> None:
        self.accounts_table.set_records(rows)
        if self._wanted_id is not None:
            self.show_item(link_id=self._wanted_id)

    def _filter_state(self) -> None:
        self.accounts_table.set_predicate(self.accounts_state_combo.currentData())

    def _clear_filter(self) -> None:
        self.accounts_filter_edit.clear()
        self.accounts_state_combo.setCurrentIndex(0)

    def _show_details(self, row: TikTokAccountRow | None) -> None:
        if row is None:
            self.panel.hide()
        else:
            self.panel.show_row(row)
            self.panel.show()

    def compare_digits(self, row: TikTokAccountRow) -> None:
        """Open the dialog that compares 30 digits with the owner."""
        self._navigator.open_dialog(
            CompareDigitsDialog(self._session, self._actor, self._navigator, row.id, row.handle)
        )

    def end_access(self, row: TikTokAccountRow) -> None:
        """Ask, with everything that will stop, and end the link."""
        dialog = end_access_question(self._session, self._actor, self._navigator, row.id, row.handle, self)
        self._navigator.open_dialog(dialog)

    def _show_menu(self, place: QPoint) -> None:
        row = self.accounts_table.current_record()
        if row is not None:
            self.row_menu(row).popup(self.accounts_table.viewport().mapToGlobal(place))

    def row_menu(self, row: TikTokAccountRow) -> QMenu:
        """Return the options menu of a row; it goes when closed."""
        menu = QMenu(self)
        menu.setObjectName("account_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entry(menu, "copy_handle_action", self.tr("Copy handle"), partial(_copy_handle, row))
        is_active = row.state is LinkState.ACTIVE
        compare = self._entry(menu, "compare_action", self.tr("Compare 30 digits…"), partial(self.compare_digits, row))
        compare.setEnabled(is_active)
        end = self._entry(menu, "end_access_action", self.tr("End access…"), partial(self.end_access, row))
        end.setEnabled(is_active and self._may_end)
        return menu

    @staticmethod
    def _entry(menu: QMenu, name: str, text: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action


def _copy_handle(row: TikTokAccountRow) -> None:
    QGuiApplication.clipboard().setText(f"@{row.handle}")


def _is_active(row: TikTokAccountRow) -> bool:
    return row.state is LinkState.ACTIVE


def _is_ended(row: TikTokAccountRow) -> bool:
    return row.state is not LinkState.ACTIVE


def _is_to_confirm(row: TikTokAccountRow) -> bool:
    return row.needs_confirmation


def _is_not_verified(row: TikTokAccountRow) -> bool:
    return row.owner_trust is OwnerTrust.NOT_VERIFIED


def _is_not_ready(row: TikTokAccountRow) -> bool:
    return row.state is LinkState.ACTIVE and not row.ready_for_spark_ads


def _name(row: TikTokAccountRow) -> str:
    return row.display_name


def _handle(row: TikTokAccountRow) -> str:
    return f"@{row.handle}"


def _level(row: TikTokAccountRow) -> str:
    return label_of(row.level)


def _permissions(row: TikTokAccountRow) -> str:
    return "\n".join(permission_words(row.permissions))


def _state_word(row: TikTokAccountRow) -> str:
    return link_badge(row)[0]


def _state_kind(row: TikTokAccountRow) -> BadgeKind:
    return link_badge(row)[1]


def _owner_word(row: TikTokAccountRow) -> str:
    return owner_badge(row)[0]


def _owner_kind(row: TikTokAccountRow) -> BadgeKind:
    return owner_badge(row)[1]


def _spark_word(row: TikTokAccountRow) -> str:
    return spark_badge(row)[0]


def _spark_kind(row: TikTokAccountRow) -> BadgeKind:
    return spark_badge(row)[1]


def _kind(row: TikTokAccountRow) -> str:
    return kind_word(row.kind)


def _followers(row: TikTokAccountRow) -> str:
    return "" if row.followers is None else QLocale().toString(row.followers)


def _followers_count(row: TikTokAccountRow) -> object:
    return row.followers


def _linked_at(row: TikTokAccountRow) -> object:
    return row.linked_at


def _linked_tip(row: TikTokAccountRow) -> str:
    return exact(row.linked_at)
