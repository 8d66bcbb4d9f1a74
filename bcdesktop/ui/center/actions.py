"""Every action of the window that has a name: shortcut, words for the find box, and who may do it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bcdesktop.core.policy import Action
from bcdesktop.ui.center import ending_names
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.theme import Theme

_CONTEXT = "CenterActions"


@dataclass(frozen=True)
class ActionEntry:
    """One action. ``title``, ``tip`` and ``other_names`` are source texts of the translation context CenterActions.

    ``needs`` is the policy action: without it the action is hidden (A2-14).
    """

    name: str
    title: str
    icon: str
    shortcut: str = ""
    tip: str = ""
    needs: Action | None = None
    other_names: tuple[str, ...] = ()

    @property
    def title_text(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate(_CONTEXT, self.title)

    @property
    def tip_text(self) -> str:
        """What the action does, for the status bar."""
        return QCoreApplication.translate(_CONTEXT, self.tip) if self.tip else ""

    @property
    def other_texts(self) -> tuple[str, ...]:
        """The other names in the person's language."""
        return tuple(QCoreApplication.translate(_CONTEXT, name) for name in self.other_names)


ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry(
        "add_tiktok_account",
        QT_TRANSLATE_NOOP("CenterActions", "Add TikTok account"),
        "plus",
        "Ctrl+N",
        QT_TRANSLATE_NOOP("CenterActions", "Ask for access to a TikTok account, or claim one"),
        Action.SEE_ADD_TIKTOK_ACCOUNT,
        (
            QT_TRANSLATE_NOOP("CenterActions", "Request access"),
            QT_TRANSLATE_NOOP("CenterActions", "Generate QR code"),
            QT_TRANSLATE_NOOP("CenterActions", "Claim ownership"),
            QT_TRANSLATE_NOOP("CenterActions", "Link an existing TikTok account"),
            QT_TRANSLATE_NOOP("CenterActions", "Link my own account"),
            QT_TRANSLATE_NOOP("CenterActions", "Send a QR code"),
            QT_TRANSLATE_NOOP("CenterActions", "Send a notification"),
            QT_TRANSLATE_NOOP("CenterActions", "Deliver ads"),
            QT_TRANSLATE_NOOP("CenterActions", "Spark Ads"),
            QT_TRANSLATE_NOOP("CenterActions", "LIVE ads"),
            QT_TRANSLATE_NOOP("CenterActions", "Accounts > TikTok Accounts > Request Access"),
            QT_TRANSLATE_NOOP("CenterActions", "TikTok Accounts > Request Access"),
            QT_TRANSLATE_NOOP("CenterActions", "Assets > TikTok Accounts > Add TikTok Account"),
            QT_TRANSLATE_NOOP("CenterActions", "Assets > TikTok Accounts > Add TikTok Account > Request access"),
            QT_TRANSLATE_NOOP("CenterActions", "Assets > TikTok Accounts > Add TikTok Account > Claim ownership"),
            QT_TRANSLATE_NOOP("CenterActions", "Accounts > TikTok accounts > Add a TikTok Account"),
            QT_TRANSLATE_NOOP(
                "CenterActions", "Add a TikTok Account > Link an existing TikTok account > Send a QR code"
            ),
            QT_TRANSLATE_NOOP("CenterActions", "business.tiktok.com > Accounts > TikTok Accounts > Request Access"),
            QT_TRANSLATE_NOOP(
                "CenterActions",
                "Assets > TikTok Accounts > Add TikTok Account > Request access / Claim ownership > "
                "Spark Ads / LIVE ads > Generate QR code",
            ),
            QT_TRANSLATE_NOOP(
                "CenterActions",
                "Accounts > TikTok accounts > Add a TikTok Account > Link an existing TikTok account > "
                "Send a QR code > Next > Deliver ads > permissions > Next > Copy QR code",
            ),
            QT_TRANSLATE_NOOP("CenterActions", "TikTok Accounts > Request Access > level > QR"),
        ),
    ),
    ActionEntry(
        "show_phone",
        QT_TRANSLATE_NOOP("CenterActions", "Open the Phone"),
        "smartphone",
        "Ctrl+Shift+P",
        QT_TRANSLATE_NOOP("CenterActions", "Show the account owner's phone, which reads the codes"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterActions", "Phone simulator"),
            QT_TRANSLATE_NOOP("CenterActions", "Scan a QR code"),
            QT_TRANSLATE_NOOP("CenterActions", "Profile icon > Find Friends > QR scanner icon"),
            QT_TRANSLATE_NOOP(
                "CenterActions", "Profile tab > menu icon > Settings and privacy > QR Code > scanner icon"
            ),
            QT_TRANSLATE_NOOP("CenterActions", "Profile page > three dashes > Your QR code > Scan icon"),
            QT_TRANSLATE_NOOP("CenterActions", "Open the QR picture and scan it with the TikTok app"),
            QT_TRANSLATE_NOOP("CenterActions", "Inbox > All activity > From TikTok"),
            QT_TRANSLATE_NOOP("CenterActions", "TikTok app"),
            QT_TRANSLATE_NOOP("CenterActions", "Mail app"),
            QT_TRANSLATE_NOOP("CenterActions", "Switch account on the phone"),
            *ending_names.ON_THE_PHONE,
        ),
    ),
    ActionEntry(
        "open_ads_manager",
        QT_TRANSLATE_NOOP("CenterActions", "Open Ads Manager"),
        "megaphone",
        "Ctrl+Shift+M",
        QT_TRANSLATE_NOOP("CenterActions", "Campaigns, ads, numbers and settings of ad accounts"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterActions", "ads.tiktok.com"),
            QT_TRANSLATE_NOOP("CenterActions", "Ads Manager"),
            QT_TRANSLATE_NOOP("CenterActions", "Campaigns and Spark Ads"),
            QT_TRANSLATE_NOOP("CenterActions", "Ads Manager > profile photo > Account Settings"),
            QT_TRANSLATE_NOOP(
                "CenterActions",
                "ads.tiktok.com > profile photo > Account Settings > User Management > Members / Linked TikTok "
                "Accounts > delete",
            ),
            QT_TRANSLATE_NOOP("CenterActions", "Account Settings > User Management > Members"),
            QT_TRANSLATE_NOOP("CenterActions", "Account Settings > User Management > Linked TikTok Accounts"),
            QT_TRANSLATE_NOOP("CenterActions", "Ads Manager > Basic Information > Enter Business Center"),
            QT_TRANSLATE_NOOP(
                "CenterActions",
                "Ads Manager > Basic Information > Enter Business Center > Create Business Center Account",
            ),
            QT_TRANSLATE_NOOP("CenterActions", "Ads Manager > account information > permission management"),
            QT_TRANSLATE_NOOP("CenterActions", "Ads Manager, ad set-up > Identity > Link TikTok account"),
        ),
    ),
    ActionEntry(
        "refresh",
        QT_TRANSLATE_NOOP("CenterActions", "Refresh"),
        "refresh-cw",
        "F5",
        QT_TRANSLATE_NOOP("CenterActions", "Read everything on this page again"),
    ),
    ActionEntry(
        "find",
        QT_TRANSLATE_NOOP("CenterActions", "Find anything"),
        "search",
        "Ctrl+K",
        QT_TRANSLATE_NOOP("CenterActions", "Find a page or an action by any of its names"),
    ),
    ActionEntry(
        "open_settings",
        QT_TRANSLATE_NOOP("CenterActions", "Open settings"),
        "settings",
        "Ctrl+,",
        QT_TRANSLATE_NOOP("CenterActions", "Business info, codes, security and the look"),
    ),
    ActionEntry(
        "guide",
        QT_TRANSLATE_NOOP("CenterActions", "Step-by-step guide"),
        "circle-question-mark",
        "F1",
        QT_TRANSLATE_NOOP("CenterActions", "How a TikTok account is linked, step by step"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterActions", "Help"),
            QT_TRANSLATE_NOOP("CenterActions", "Walkthrough"),
            QT_TRANSLATE_NOOP("CenterActions", "Help > Guide"),
        ),
    ),
    ActionEntry(
        "end_access",
        QT_TRANSLATE_NOOP("CenterActions", "End access…"),
        "unlink",
        "",
        QT_TRANSLATE_NOOP("CenterActions", "Finds out where access to an account is ended, and shows what stops"),
        other_names=ending_names.ENDING,
    ),
    ActionEntry(
        "ending_help",
        QT_TRANSLATE_NOOP("CenterActions", "When ending access does not work"),
        "circle-alert",
        "",
        QT_TRANSLATE_NOOP("CenterActions", "What can go wrong with unlinking, why, and what helps"),
        other_names=ending_names.TROUBLE,
    ),
    ActionEntry(
        "about",
        QT_TRANSLATE_NOOP("CenterActions", "About Business Center Desktop"),
        "info",
        other_names=(
            QT_TRANSLATE_NOOP("CenterActions", "Help > About"),
            QT_TRANSLATE_NOOP("CenterActions", "Version"),
            QT_TRANSLATE_NOOP("CenterActions", "Licence"),
        ),
    ),
    ActionEntry(
        "open_store",
        QT_TRANSLATE_NOOP("CenterActions", "Open another store…"),
        "folder-open",
        "Ctrl+O",
        QT_TRANSLATE_NOOP("CenterActions", "Open the file of another Business Center"),
    ),
    ActionEntry(
        "create_center",
        QT_TRANSLATE_NOOP("CenterActions", "Create another Business Center…"),
        "building-2",
        "",
        QT_TRANSLATE_NOOP("CenterActions", "Set up one more Business Center for yourself in this store"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterActions", "New Business Center"),
            QT_TRANSLATE_NOOP("CenterActions", "Create Business Center Account"),
        ),
    ),
    ActionEntry(
        "ask_admin",
        QT_TRANSLATE_NOOP("CenterActions", "Ask an admin…"),
        "message-circle",
        "",
        QT_TRANSLATE_NOOP("CenterActions", "Ask the admins for what you may not do yourself"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterActions", "Ask the admin to remove you"),
            QT_TRANSLATE_NOOP("CenterActions", "Ask for access"),
        ),
    ),
    ActionEntry(
        "try_example",
        QT_TRANSLATE_NOOP("CenterActions", "Try it with an example agency"),
        "layers",
        "",
        QT_TRANSLATE_NOOP("CenterActions", "Open a separate store with made-up data"),
        other_names=(QT_TRANSLATE_NOOP("CenterActions", "Example data"), QT_TRANSLATE_NOOP("CenterActions", "Demo")),
    ),
    ActionEntry(
        "open_own_store",
        QT_TRANSLATE_NOOP("CenterActions", "Back to your own store"),
        "building-2",
        "",
        QT_TRANSLATE_NOOP("CenterActions", "Leave the example and open your own Business Center"),
        other_names=(QT_TRANSLATE_NOOP("CenterActions", "Leave the example"),),
    ),
    ActionEntry(
        "switch_person",
        QT_TRANSLATE_NOOP("CenterActions", "Switch person…"),
        "users",
        "",
        QT_TRANSLATE_NOOP("CenterActions", "Sign out, so that somebody else can sign in on this computer"),
        other_names=(QT_TRANSLATE_NOOP("CenterActions", "Sign in as somebody else"),),
    ),
    ActionEntry(
        "sign_out",
        QT_TRANSLATE_NOOP("CenterActions", "Sign out"),
        "log-out",
        "",
        QT_TRANSLATE_NOOP("CenterActions", "Leave this Business Center on this computer"),
        other_names=(QT_TRANSLATE_NOOP("CenterActions", "Log out"),),
    ),
    ActionEntry("quit", QT_TRANSLATE_NOOP("CenterActions", "Close the window"), "x", "Ctrl+Q", ""),
)


def build_actions(window: QWidget, theme: Theme, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return a QAction for every entry, added to ``window`` so that its shortcut works everywhere in it.

    ``handlers`` has a bound method for every name. Raises KeyError where one is missing.
    """
    actions: dict[str, QAction] = {}
    for entry in ACTIONS:
        action = QAction(icon(entry.icon, theme), entry.title_text, window)
        action.setObjectName(f"{entry.name}_action")
        action.setShortcut(QKeySequence(entry.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setStatusTip(entry.tip_text)
        action.triggered.connect(handlers[entry.name])
        window.addAction(action)
        actions[entry.name] = action
    return actions


def action_entry(name: str) -> ActionEntry:
    """Return the entry called ``name``. Raises KeyError."""
    for entry in ACTIONS:
        if entry.name == name:
            return entry
    raise KeyError(name)


def with_shortcut(text: str, action: QAction) -> str:
    """Return ``text`` with the action's shortcut in brackets, for tooltips."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text
