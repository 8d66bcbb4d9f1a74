"""What differs between the versions of the TikTok app on this phone (domain.md 11.1, paths N1 to N3)."""

from __future__ import annotations

from bcdesktop.profile.records import AppVersion


def menu_icon(version: AppVersion) -> str:
    """Return the icon of the profile's menu: three lines today, dots before (A2-29, A3-30)."""
    return "menu" if version is AppVersion.CURRENT else "ellipsis-vertical"


def shows_find_friends_first(version: AppVersion) -> bool:
    """Tell whether Find Friends stands in the profile itself (A1-12)."""
    return version is AppVersion.OLDEST


def own_code_in_menu(version: AppVersion) -> bool:
    """Tell whether "Your QR code" comes first in the menu (A3-30); it stands below Settings otherwise."""
    return version is AppVersion.CURRENT
