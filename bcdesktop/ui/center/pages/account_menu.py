"""The options menu of a row of the TikTok accounts page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.policy import Action, may

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from bcdesktop.core.roles import BusinessCenterRole
    from bcdesktop.services.records import TikTokAccountRow
    from bcdesktop.ui.center.pages.account_deeds import AccountDeeds


def account_menu(parent: QWidget, deeds: AccountDeeds, row: TikTokAccountRow, role: BusinessCenterRole) -> QMenu:
    """Return the menu of ``row`` with what somebody in ``role`` may do; it goes when closed."""
    menu = QMenu(parent)
    menu.setObjectName("account_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    translate = QCoreApplication.translate
    is_active, is_own = row.state is LinkState.ACTIVE, row.owner_name is None
    _entry(menu, "copy_handle_action", translate("TikTokAccountsPage", "Copy handle"), partial(_copy_handle, row))
    assign = partial(deeds.assign, [row.id])
    entry = _entry(menu, "assign_action", translate("TikTokAccountsPage", "Assign a new member…"), assign)
    entry.setEnabled(is_active and may(Action.GIVE_TIKTOK_ACCOUNT_ACCESS, role))
    link = partial(deeds.link_to_ad_accounts, row)
    entry = _entry(menu, "link_ad_accounts_action", translate("TikTokAccountsPage", "Link to ad accounts…"), link)
    entry.setEnabled(is_active and may(Action.LINK_AD_ACCOUNT, role))
    compare = partial(deeds.compare_digits, row)
    entry = _entry(menu, "compare_action", translate("TikTokAccountsPage", "Compare 30 digits…"), compare)
    entry.setEnabled(is_active and is_own and may(Action.CONFIRM_TIKTOK_ACCOUNT, role))
    menu.addSeparator()
    end = partial(deeds.end_access, row)
    entry = _entry(menu, "end_access_action", translate("TikTokAccountsPage", "Disconnect…"), end)
    entry.setEnabled(is_active and is_own and may(Action.DISCONNECT_TIKTOK_ACCOUNT, role))
    assist = partial(deeds.open_assistant, row)
    entry = _entry(menu, "end_assistant_action", translate("TikTokAccountsPage", "End access…"), assist)
    entry.setEnabled(is_active)
    off_board = partial(deeds.off_board, row)
    entry = _entry(menu, "off_board_action", translate("TikTokAccountsPage", "Off-board the client…"), off_board)
    entry.setEnabled(is_active and is_own and may(Action.DISCONNECT_TIKTOK_ACCOUNT, role))
    return menu


def _entry(menu: QMenu, name: str, text: str, slot: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.triggered.connect(slot)
    return action


def _copy_handle(row: TikTokAccountRow) -> None:
    QGuiApplication.clipboard().setText(f"@{row.handle}")
