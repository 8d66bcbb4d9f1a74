"""What each level of access to an ad account allows, in words (domain.md 2.4, 7.8; A4-43)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.roles import AssetRole


def level_text(role: AssetRole) -> str:
    """Return what ``role`` allows on an ad account."""
    texts = {
        AssetRole.ADMIN: QCoreApplication.translate(
            "AdAccountLevels", "Settings, members, ads, audiences and numbers; answers requests for the ad account."
        ),
        AssetRole.OPERATOR: QCoreApplication.translate(
            "AdAccountLevels", "Makes and changes ads and audiences, and sees the numbers."
        ),
        AssetRole.ANALYST: QCoreApplication.translate("AdAccountLevels", "Sees ads and numbers only."),
    }
    return texts.get(role, "")
