"""Every action of the Ads Manager window that has a name; pages and buttons trigger the same ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.theme import Theme

_CONTEXT = "AdsActions"


@dataclass(frozen=True)
class AdsActionEntry:
    """One action. ``title`` and ``tip`` are source texts of the translation context AdsActions."""

    name: str
    title: str
    icon: str
    shortcut: str = ""
    tip: str = ""


ADS_ACTIONS: tuple[AdsActionEntry, ...] = (
    AdsActionEntry(
        "choose_account",
        QT_TRANSLATE_NOOP("AdsActions", "Choose an ad account"),
        "chevrons-up-down",
        "Ctrl+J",
        QT_TRANSLATE_NOOP("AdsActions", "Change to another ad account you can use"),
    ),
    AdsActionEntry(
        "create_account",
        QT_TRANSLATE_NOOP("AdsActions", "Create an ad account…"),
        "plus",
        "Ctrl+N",
        QT_TRANSLATE_NOOP("AdsActions", "Create an ad account that you own yourself"),
    ),
    AdsActionEntry(
        "open_account_settings",
        QT_TRANSLATE_NOOP("AdsActions", "Account settings"),
        "users",
        "",
        QT_TRANSLATE_NOOP("AdsActions", "User management: members and linked TikTok accounts"),
    ),
    AdsActionEntry(
        "open_basic_information",
        QT_TRANSLATE_NOOP("AdsActions", "Basic information"),
        "file-text",
        "",
        QT_TRANSLATE_NOOP("AdsActions", "Name, ID and Business Centers of the ad account"),
    ),
    AdsActionEntry(
        "open_notifications",
        QT_TRANSLATE_NOOP("AdsActions", "Notifications"),
        "bell",
        "",
        QT_TRANSLATE_NOOP("AdsActions", "Requests for your ad accounts"),
    ),
    AdsActionEntry(
        "enter_center",
        QT_TRANSLATE_NOOP("AdsActions", "Enter Business Center…"),
        "building-2",
        "",
        QT_TRANSLATE_NOOP("AdsActions", "Open a Business Center of yours, or create one"),
    ),
    AdsActionEntry(
        "show_phone",
        QT_TRANSLATE_NOOP("AdsActions", "Open the Phone"),
        "smartphone",
        "Ctrl+Shift+P",
        QT_TRANSLATE_NOOP("AdsActions", "Show the account owner's phone, which reads the codes"),
    ),
    AdsActionEntry(
        "refresh",
        QT_TRANSLATE_NOOP("AdsActions", "Refresh"),
        "refresh-cw",
        "F5",
        QT_TRANSLATE_NOOP("AdsActions", "Read everything on this page again"),
    ),
    AdsActionEntry(
        "sign_out",
        QT_TRANSLATE_NOOP("AdsActions", "Sign out"),
        "log-out",
        "",
        QT_TRANSLATE_NOOP("AdsActions", "Leave Ads Manager on this computer"),
    ),
    AdsActionEntry("quit", QT_TRANSLATE_NOOP("AdsActions", "Close the window"), "x", "Ctrl+Q"),
)


def build_actions(window: QWidget, theme: Theme, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return a QAction for every entry, added to ``window`` so that its shortcut works everywhere in it.

    ``handlers`` has a bound method for every name. Raises KeyError where one is missing.
    """
    actions: dict[str, QAction] = {}
    for entry in ADS_ACTIONS:
        action = QAction(icon(entry.icon, theme), QCoreApplication.translate(_CONTEXT, entry.title), window)
        action.setObjectName(f"{entry.name}_action")
        action.setShortcut(QKeySequence(entry.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setStatusTip(QCoreApplication.translate(_CONTEXT, entry.tip) if entry.tip else "")
        action.triggered.connect(handlers[entry.name])
        window.addAction(action)
        actions[entry.name] = action
    return actions
