"""What the find box knows: pages, actions, places in Settings, and every other name and path of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bcdesktop.core.policy import Action, FinanceAction, finance_may, may
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole
from bcdesktop.ui.center.actions import ACTIONS
from bcdesktop.ui.center.registry import PAGES

_CONTEXT = "CenterPages"
_UNLISTED = frozenset({"find", "open_settings"})

_CARDS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "business_info",
        QT_TRANSLATE_NOOP("CenterPages", "Settings > Business info"),
        "building-2",
        (QT_TRANSLATE_NOOP("CenterPages", "Business name and address"),),
    ),
    (
        "codes",
        QT_TRANSLATE_NOOP("CenterPages", "Settings > Codes"),
        "timer",
        (QT_TRANSLATE_NOOP("CenterPages", "How long a QR code lives"), QT_TRANSLATE_NOOP("CenterPages", "Expiry")),
    ),
    (
        "security",
        QT_TRANSLATE_NOOP("CenterPages", "Settings > Security"),
        "shield",
        (
            QT_TRANSLATE_NOOP("CenterPages", "Business Settings > Settings > Security"),
            QT_TRANSLATE_NOOP("CenterPages", "Recovery text"),
            QT_TRANSLATE_NOOP("CenterPages", "Business Center card and 30 digits"),
            QT_TRANSLATE_NOOP("CenterPages", "Allowed e-mail domains"),
            QT_TRANSLATE_NOOP("CenterPages", "2-step verification"),
            QT_TRANSLATE_NOOP("CenterPages", "Keep the TikTok account safe"),
        ),
    ),
    (
        "your_account",
        QT_TRANSLATE_NOOP("CenterPages", "Settings > Your account"),
        "user",
        (
            QT_TRANSLATE_NOOP("CenterPages", "Change password"),
            QT_TRANSLATE_NOOP("CenterPages", "Two-step verification"),
            QT_TRANSLATE_NOOP("CenterPages", "Recovery codes"),
            QT_TRANSLATE_NOOP("CenterPages", "Sign out on other computers"),
            QT_TRANSLATE_NOOP("CenterPages", "Leave the Business Center"),
        ),
    ),
    (
        "mail",
        QT_TRANSLATE_NOOP("CenterPages", "Settings > Mail"),
        "mail",
        (QT_TRANSLATE_NOOP("CenterPages", "Mail server"), QT_TRANSLATE_NOOP("CenterPages", "SMTP")),
    ),
    (
        "appearance",
        QT_TRANSLATE_NOOP("CenterPages", "Settings > Appearance"),
        "sun-moon",
        (QT_TRANSLATE_NOOP("CenterPages", "Dark mode"), QT_TRANSLATE_NOOP("CenterPages", "Light mode")),
    ),
    (
        "data",
        QT_TRANSLATE_NOOP("CenterPages", "Settings > Data"),
        "folder-open",
        (QT_TRANSLATE_NOOP("CenterPages", "Data folder"), QT_TRANSLATE_NOOP("CenterPages", "Diagnostics")),
    ),
)

_INVITE = (
    QT_TRANSLATE_NOOP("CenterPages", "Users > Members > Invite Member"),
    QT_TRANSLATE_NOOP("CenterPages", "Users > Members > Invite Member > e-mail > level"),
    QT_TRANSLATE_NOOP("CenterPages", "Add a member"),
    QT_TRANSLATE_NOOP("CenterPages", "Invite somebody by e-mail"),
)
_ADD_ASSETS = (
    QT_TRANSLATE_NOOP("CenterPages", "Accounts > Add Assets > TikTok Accounts > tick > Save"),
    QT_TRANSLATE_NOOP("CenterPages", "Accounts > Add Assets"),
    QT_TRANSLATE_NOOP("CenterPages", "TikTok account > View > Link accounts > ad accounts > Confirm"),
    QT_TRANSLATE_NOOP("CenterPages", "Link a TikTok account to an ad account"),
    QT_TRANSLATE_NOOP("CenterPages", "Link accounts"),
)
_SHARE = (
    QT_TRANSLATE_NOOP("CenterPages", "Users > Partner > Add Partners"),
    QT_TRANSLATE_NOOP("CenterPages", "Users > Partner > Add Partners > BC id > role > Confirm"),
    QT_TRANSLATE_NOOP("CenterPages", "Add partners"),
    QT_TRANSLATE_NOOP("CenterPages", "Add an agency or freelancer"),
    QT_TRANSLATE_NOOP("CenterPages", "Assets > Advertiser accounts > Partners > Share with partner"),
)
_OFF_BOARD = (
    QT_TRANSLATE_NOOP("CenterPages", "Offboarding"),
    QT_TRANSLATE_NOOP("CenterPages", "Somebody leaves"),
    QT_TRANSLATE_NOOP("CenterPages", "End everything of a client"),
    QT_TRANSLATE_NOOP("CenterPages", "A partnership ends"),
    QT_TRANSLATE_NOOP("CenterPages", "Revoke access as soon as a partnership ends"),
)
_CREATE = (
    (QT_TRANSLATE_NOOP("CenterPages", "Create a catalog"), "tag", "catalogs"),
    (QT_TRANSLATE_NOOP("CenterPages", "Create a pixel"), "code-xml", "pixels"),
    (QT_TRANSLATE_NOOP("CenterPages", "Create an audience"), "target", "audiences"),
)
_ADD_AD_ACCOUNT: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "create",
        QT_TRANSLATE_NOOP("CenterPages", "Create an ad account"),
        (
            QT_TRANSLATE_NOOP("CenterPages", "Add ad account"),
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Advertiser accounts > Add advertiser account"),
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Advertiser accounts > Add advertiser account > Create new"),
        ),
    ),
    (
        "request",
        QT_TRANSLATE_NOOP("CenterPages", "Request access to an ad account"),
        (
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Advertiser Accounts > Request Access"),
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Advertiser accounts > Add advertiser account > Request Access"),
            QT_TRANSLATE_NOOP(
                "CenterPages", "Assets > Advertiser accounts > Add advertiser account > Request Access > Admin > id"
            ),
            QT_TRANSLATE_NOOP("CenterPages", "Ask a client for the ad account"),
        ),
    ),
    (
        "transfer",
        QT_TRANSLATE_NOOP("CenterPages", "Transfer an ad account"),
        (QT_TRANSLATE_NOOP("CenterPages", "Move an own ad account into the Business Center"),),
    ),
)


@dataclass(frozen=True)
class FindEntry:
    """Something to go to or to do: ``page`` with ``what``, or ``action``."""

    title: str
    icon: str
    page: str = ""
    action: str = ""
    what: dict[str, Any] = field(default_factory=dict)
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A hit: ``name`` is the other name that matched, empty where the title did. Lower ``rank`` is better."""

    entry: FindEntry
    name: str
    rank: int


def find_entries(role: BusinessCenterRole, finance_role: FinanceRole | None = None) -> tuple[FindEntry, ...]:
    """Return what a person in these roles can go to or do, in the order of the sidebar, then actions."""
    entries = [
        FindEntry(page.title_text, page.icon, page=page.name, other_names=page.other_texts)
        for page in PAGES
        if page.is_listed(finance_role) and (page.needs is None or may(page.needs, role))
    ]
    entries += [
        FindEntry(action.title_text, action.icon, action=action.name, other_names=action.other_texts)
        for action in ACTIONS
        if action.name not in _UNLISTED and (action.needs is None or may(action.needs, role))
    ]
    if may(Action.INVITE_MEMBER, role):
        title = QCoreApplication.translate("CenterPages", "Invite members")
        names = tuple(map(_text, _INVITE))
        entries.append(FindEntry(title, "user-plus", page="members", what={"invite": True}, other_names=names))
    if may(Action.REMOVE_MEMBER, role):
        title = QCoreApplication.translate("CenterPages", "Off-board a member, partner or client")
        names = tuple(map(_text, _OFF_BOARD))
        entries.append(FindEntry(title, "log-out", page="members", what={"off_board": True}, other_names=names))
    if finance_may(FinanceAction.CHANGE_PAYMENT_METHODS, finance_role):
        title = QCoreApplication.translate("CenterPages", "Add a payment method")
        entries.append(FindEntry(title, "credit-card", page="payment_methods", what={"add": True}))
    if may(Action.CREATE_AD_ACCOUNT, role):
        entries += [
            FindEntry(
                _text(title), "megaphone", page="ad_accounts", what={"add": way}, other_names=tuple(map(_text, names))
            )
            for way, title, names in _ADD_AD_ACCOUNT
        ]
    if may(Action.LINK_AD_ACCOUNT, role):
        title = QCoreApplication.translate("CenterPages", "Add assets")
        names = tuple(map(_text, _ADD_ASSETS))
        entries.append(FindEntry(title, "link", page="tiktok_accounts", what={"add_assets": True}, other_names=names))
    if may(Action.CHANGE_PARTNER, role):
        title = QCoreApplication.translate("CenterPages", "Share with a partner")
        names = tuple(map(_text, _SHARE))
        entries.append(FindEntry(title, "share-2", page="partners", what={"share": True}, other_names=names))
        title = QCoreApplication.translate("CenterPages", "Enter a partner text")
        entries.append(FindEntry(title, "clipboard-paste", page="partners", what={"enter_text": True}))
    if may(Action.CREATE_ASSET, role):
        entries += [FindEntry(_text(title), icon, page=page, what={"create": True}) for title, icon, page in _CREATE]
    entries += [
        FindEntry(_text(title), icon, page="settings", what={"card": card}, other_names=tuple(map(_text, names)))
        for card, title, icon, names in _CARDS
    ]
    return tuple(entries)


def search(entries: tuple[FindEntry, ...], text: str) -> list[Found]:
    """Return the hits for ``text``, best first; every entry where ``text`` is empty. Each entry comes once."""
    words = _plain(text)
    if not words:
        return [Found(entry, "", 0) for entry in entries]
    found = []
    for place, entry in enumerate(entries):
        best = min(
            ((_rank(name, words) + offset, name) for offset, name in _names(entry)), default=(_NONE, ""), key=_first
        )
        if best[0] < _NONE:
            found.append((best[0], place, Found(entry, "" if best[1] == entry.title else best[1], best[0])))
    return [hit for _rank_, _place, hit in sorted(found, key=lambda item: item[:2])]


_NONE = 100


def _first(pair: tuple[int, str]) -> int:
    return pair[0]


def _names(entry: FindEntry) -> list[tuple[int, str]]:
    return [(0, entry.title), *((1, name) for name in entry.other_names)]


def _rank(name: str, words: str) -> int:
    plain = _plain(name)
    if plain == words:
        return 0
    if plain.startswith(words):
        return 2
    if f" {words}" in f" {plain}":
        return 4
    parts = words.split()
    if all(any(part.startswith(word) for part in plain.split()) for word in parts):
        return 6
    return 8 if all(word in plain for word in parts) else _NONE


def _plain(text: str) -> str:
    """Return lower-case words alone: "Assets > TikTok Accounts" becomes "assets tiktok accounts"."""
    return " ".join("".join(c if c.isalnum() or c == "." else " " for c in text.casefold()).split())


def _text(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)
