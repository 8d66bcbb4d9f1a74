"""Every other name and path of ending access (domain.md 5.1, 5.3, 11), by where it leads."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

ENDING = (
    QT_TRANSLATE_NOOP("CenterActions", "Unlink"),
    QT_TRANSLATE_NOOP("CenterActions", "Unlink a TikTok account"),
    QT_TRANSLATE_NOOP("CenterActions", "Disconnect"),
    QT_TRANSLATE_NOOP("CenterActions", "Disconnect account"),
    QT_TRANSLATE_NOOP("CenterActions", "Remove access"),
    QT_TRANSLATE_NOOP("CenterActions", "Revoke"),
    QT_TRANSLATE_NOOP("CenterActions", "Revoke access"),
    QT_TRANSLATE_NOOP("CenterActions", "Remove a TikTok account"),
    QT_TRANSLATE_NOOP("CenterActions", "Assets > TikTok Accounts > Permissions > Disconnect Account > Confirm"),
    QT_TRANSLATE_NOOP("CenterActions", "Assets > TikTok Accounts > Permissions > Remove > Confirm"),
    QT_TRANSLATE_NOOP("CenterActions", "Move an account to another Business Center"),
    QT_TRANSLATE_NOOP("CenterActions", "Leave an agency or a brand"),
    QT_TRANSLATE_NOOP("CenterActions", "Stop bills and ads of an account"),
)
"""What the assistant finds the place for."""

ON_THE_PHONE = (
    QT_TRANSLATE_NOOP("CenterActions", "Remove access on the phone"),
    QT_TRANSLATE_NOOP("CenterActions", "Revoke access as the owner, on the phone"),
    QT_TRANSLATE_NOOP(
        "CenterActions",
        "Profile icon > Settings and privacy > Security and permissions > Active Apps > TikTok for Business > "
        "Remove access",
    ),
    QT_TRANSLATE_NOOP(
        "CenterActions",
        "Profile icon > Settings and privacy > Apps and websites > Active Apps > Business Center > Unlink",
    ),
    QT_TRANSLATE_NOOP("CenterActions", "Settings > Privacy > Authorised Apps"),
    QT_TRANSLATE_NOOP("CenterActions", "Authorized apps"),
    QT_TRANSLATE_NOOP("CenterActions", "Connected apps"),
    QT_TRANSLATE_NOOP("CenterActions", "Third-party access"),
    QT_TRANSLATE_NOOP("CenterActions", "Block a Business Center"),
    QT_TRANSLATE_NOOP(
        "CenterActions",
        "Profile icon > three lines > Settings and privacy > Security and login > Manage devices > bin icon",
    ),
    QT_TRANSLATE_NOOP("CenterActions", "Devices logged in to TikTok"),
    QT_TRANSLATE_NOOP("CenterActions", "Security and login > 2-step verification"),
    QT_TRANSLATE_NOOP("CenterActions", "Settings & privacy > Cache & cellular > Clear cache"),
    QT_TRANSLATE_NOOP("CenterActions", "Settings and privacy > Cache & cellular"),
)
"""What the owner does."""

TROUBLE = (
    QT_TRANSLATE_NOOP("CenterActions", "Trouble with unlinking"),
    QT_TRANSLATE_NOOP("CenterActions", "TikTok for Business is not in the list of apps"),
    QT_TRANSLATE_NOOP("CenterActions", "Wrong account logged in on the phone"),
    QT_TRANSLATE_NOOP("CenterActions", "Remove is grey"),
    QT_TRANSLATE_NOOP("CenterActions", "Disconnect account is grey"),
    QT_TRANSLATE_NOOP("CenterActions", "Still linked after removal"),
    QT_TRANSLATE_NOOP("CenterActions", "No way into the Business Center"),
    QT_TRANSLATE_NOOP("CenterActions", "I cannot get in"),
    QT_TRANSLATE_NOOP("CenterActions", "Linked again by itself"),
    QT_TRANSLATE_NOOP("CenterActions", "TikTok reconnects by itself"),
)
"""What explains."""
