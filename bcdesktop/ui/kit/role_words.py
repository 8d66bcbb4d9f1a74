"""What a role allows on one kind of asset, in words: the same role means something else on each (domain.md 2.4)."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.ui.kit.words import description_of

_WORDS = {
    (AssetKind.AD_ACCOUNT, AssetRole.ADMIN): QT_TRANSLATE_NOOP("RoleWords", "Settings, people, ads and numbers."),
    (AssetKind.AD_ACCOUNT, AssetRole.OPERATOR): QT_TRANSLATE_NOOP(
        "RoleWords", "Makes and changes ads and audiences, sees numbers."
    ),
    (AssetKind.AD_ACCOUNT, AssetRole.ANALYST): QT_TRANSLATE_NOOP("RoleWords", "Sees ads and numbers; changes nothing."),
    (AssetKind.CATALOG, AssetRole.MANAGEMENT): QT_TRANSLATE_NOOP(
        "RoleWords", "Products, product sets and pixels of the catalog, and ads with it."
    ),
    (AssetKind.CATALOG, AssetRole.AD_PROMOTION): QT_TRANSLATE_NOOP(
        "RoleWords", "Uses the catalog in ads; changes nothing in it."
    ),
    (AssetKind.PIXEL, AssetRole.ADMIN): QT_TRANSLATE_NOOP(
        "RoleWords", "Settings, people and ad accounts of the pixel."
    ),
    (AssetKind.PIXEL, AssetRole.ANALYST): QT_TRANSLATE_NOOP("RoleWords", "Sees what the pixel counts."),
    (AssetKind.AUDIENCE, AssetRole.ADMIN): QT_TRANSLATE_NOOP(
        "RoleWords", "Settings, people and ad accounts of the audience."
    ),
    (AssetKind.AUDIENCE, AssetRole.OPERATOR): QT_TRANSLATE_NOOP("RoleWords", "Uses the audience in ads."),
}


def role_description(kind: AssetKind, role: AssetRole) -> str:
    """Return what ``role`` allows on an asset of ``kind``."""
    text = _WORDS.get((kind, role))
    return description_of(role) if text is None else QCoreApplication.translate("RoleWords", text)
