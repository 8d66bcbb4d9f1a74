"""The names under which access stands in the list of apps (A0-23)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bcdesktop.profile.records import AppEntry, AppName


def app_name(app: AppName) -> str:
    """Return the name as the list shows it."""
    if app is AppName.TIKTOK_FOR_BUSINESS:
        return QCoreApplication.translate("AppNames", "TikTok for Business")
    return QCoreApplication.translate("AppNames", "Business Center")


def who(entry: AppEntry) -> str:
    """Return who has access: the Business Center's own name, or the platform's."""
    return entry.business_center_name or app_name(entry.app)
