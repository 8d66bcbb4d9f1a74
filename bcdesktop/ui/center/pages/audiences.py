"""The page Audiences (domain.md 8; A2-03)."""

from __future__ import annotations

from bcdesktop.core.grants import AssetKind
from bcdesktop.ui.center.pages.asset_page import AssetPage


class AudiencesPage(AssetPage):
    """The audiences of the Business Center, own and received."""

    kind = AssetKind.AUDIENCE
