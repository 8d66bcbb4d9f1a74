"""Every page of the Ads Manager window: one entry each, and the page is imported when first shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_CONTEXT = "AdsPages"


@dataclass(frozen=True)
class AdsPageEntry:
    """One page. ``title`` and ``other_names`` are source texts of the translation context AdsPages.

    ``place`` is ``module:Class``; see ``navigator.AdsPage`` for what the class gets. ``needs_account`` says that it
    shows one ad account, so that without any it gives way to the empty state.
    """

    name: str
    title: str
    icon: str
    place: str
    needs_account: bool = True
    other_names: tuple[str, ...] = ()

    @property
    def title_text(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate(_CONTEXT, self.title)

    def load(self) -> type[QWidget]:
        """Import the page's module and return its class."""
        module, _, name = self.place.partition(":")
        found: type[QWidget] = getattr(import_module(module), name)
        return found


_ENTRIES: tuple[AdsPageEntry, ...] = (
    AdsPageEntry(
        "campaigns",
        QT_TRANSLATE_NOOP("AdsPages", "Campaigns"),
        "megaphone",
        "bcdesktop.ui.ads.pages.campaigns:CampaignsPage",
    ),
    AdsPageEntry(
        "analytics",
        QT_TRANSLATE_NOOP("AdsPages", "Analytics"),
        "chart-column",
        "bcdesktop.ui.ads.pages.analytics:AnalyticsPage",
    ),
    AdsPageEntry(
        "account_settings",
        QT_TRANSLATE_NOOP("AdsPages", "Account settings"),
        "users",
        "bcdesktop.ui.ads.pages.account_settings:AccountSettingsPage",
    ),
    AdsPageEntry(
        "basic_information",
        QT_TRANSLATE_NOOP("AdsPages", "Basic information"),
        "file-text",
        "bcdesktop.ui.ads.pages.basic_information:BasicInformationPage",
    ),
    AdsPageEntry(
        "notifications",
        QT_TRANSLATE_NOOP("AdsPages", "Notifications"),
        "bell",
        "bcdesktop.ui.ads.pages.notifications:NotificationsPage",
        needs_account=False,
    ),
)


@cache
def _exists(module: str) -> bool:
    return find_spec(module) is not None


ADS_PAGES: tuple[AdsPageEntry, ...] = tuple(entry for entry in _ENTRIES if _exists(entry.place.partition(":")[0]))
"""The pages this program has, in the order of the sidebar."""


def page_entry(name: str) -> AdsPageEntry:
    """Return the entry called ``name``. Raises KeyError."""
    for entry in ADS_PAGES:
        if entry.name == name:
            return entry
    raise KeyError(name)
