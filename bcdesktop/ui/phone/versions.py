"""What differs between the versions of the TikTok app on this phone (domain.md 11.1, paths N1 to N3 and N6 to N8)."""

from __future__ import annotations

from enum import Enum

from bcdesktop.profile.records import AppVersion


class AppsPlace(Enum):
    """Where the apps with access to an account stand (A0-20, A0-21, A1-34)."""

    SECURITY_AND_PERMISSIONS = "security_and_permissions"
    APPS_AND_WEBSITES = "apps_and_websites"
    AUTHORISED_APPS = "authorised_apps"


_APPS_PLACES = {
    AppVersion.CURRENT: AppsPlace.SECURITY_AND_PERMISSIONS,
    AppVersion.OLDER: AppsPlace.APPS_AND_WEBSITES,
    AppVersion.OLDEST: AppsPlace.AUTHORISED_APPS,
}


def menu_icon(version: AppVersion) -> str:
    """Return the icon of the profile's menu: three lines today, dots before (A2-29, A3-30)."""
    return "menu" if version is AppVersion.CURRENT else "ellipsis-vertical"


def shows_find_friends_first(version: AppVersion) -> bool:
    """Tell whether Find Friends stands in the profile itself (A1-12)."""
    return version is AppVersion.OLDEST


def own_code_in_menu(version: AppVersion) -> bool:
    """Tell whether "Your QR code" comes first in the menu (A3-30); it stands below Settings otherwise."""
    return version is AppVersion.CURRENT


def apps_place(version: AppVersion) -> AppsPlace:
    """Return where the apps with access stand: paths N6, N7 and N8."""
    return _APPS_PLACES[version]


def says_unlink(version: AppVersion) -> bool:
    """Tell whether the button that takes access back says Unlink; it says Remove access otherwise (A0-24)."""
    return version is AppVersion.OLDER
