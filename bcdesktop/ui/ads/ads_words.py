"""Campaigns and ads in words: why something stands still, what can be done, and why a button is grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.ads import AdKind, AdStatus, IdentityKind, PauseReason
from bcdesktop.core.permissions import Permission, Visibility
from bcdesktop.core.readiness import is_ready, is_ready_for_live
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import AdRow, AdsOverview
    from bcdesktop.services.ad_records import IdentityRow

_ADVICE: dict[PauseReason, str] = {
    PauseReason.BY_PERSON: QT_TRANSLATE_NOOP("AdsWords", "Resume it when it should run again."),
    PauseReason.LINK_ENDED: QT_TRANSLATE_NOOP(
        "AdsWords", "Once the TikTok account is linked to the Business Center again, resume the ad."
    ),
    PauseReason.AD_LINK_REMOVED: QT_TRANSLATE_NOOP(
        "AdsWords", "Ask an admin to link the TikTok account to this ad account again; then resume the ad."
    ),
    PauseReason.SHARE_ENDED: QT_TRANSLATE_NOOP(
        "AdsWords", "Ask the partner to share the TikTok account again; then resume the ad."
    ),
    PauseReason.PERSON_LINK_ENDED: QT_TRANSLATE_NOOP(
        "AdsWords", "Whoever linked the TikTok account links it again and resumes the ad."
    ),
    PauseReason.PERMISSION_LOST: QT_TRANSLATE_NOOP(
        "AdsWords", "Ask an admin to request the permission from the owner; then resume the ad."
    ),
    PauseReason.AD_ACCOUNT_CLOSED: QT_TRANSLATE_NOOP("AdsWords", "A closed ad account stays closed. Use another one."),
    PauseReason.ACCESS_ENDED: QT_TRANSLATE_NOOP(
        "AdsWords", "Ask for access to the ad account again, and link the TikTok account; then resume the ad."
    ),
}


def reason_text(row: AdRow) -> str:
    """Return why an ad stands still; empty for one that runs or is over."""
    if row.is_paused_by_campaign and row.campaign_status is AdStatus.PAUSED:
        text = QCoreApplication.translate("AdsWords", "The campaign “%1” is paused")
        return text.replace("%1", row.campaign_name)
    return label_of(row.pause_reason) if row.status is AdStatus.PAUSED and row.pause_reason is not None else ""


def advice_text(row: AdRow) -> str:
    """Return what can be done about an ad that stands still; empty for one that runs."""
    if row.is_paused_by_campaign and row.campaign_status is AdStatus.PAUSED:
        return QCoreApplication.translate("AdsWords", "Resume the campaign to let it run again.")
    if row.status is AdStatus.ENDED:
        return QCoreApplication.translate("AdsWords", "An ad that is over stays so. Create a new one instead.")
    if row.status is not AdStatus.PAUSED or row.pause_reason is None:
        return ""
    return QCoreApplication.translate("AdsWords", _ADVICE[row.pause_reason])


def identity_text(row: AdRow) -> str:
    """Return under whose name an ad runs."""
    return f"@{row.handle}" if row.handle else label_of(IdentityKind.NONE)


def kind_text(row: AdRow) -> str:
    """Return the kind of an ad, with where its video comes from."""
    if row.source is None:
        return label_of(row.kind)
    return f"{label_of(row.kind)} · {label_of(row.source)}"


def why_not(overview: AdsOverview, *, new: bool) -> str:
    """Return why this person cannot change ads here, or make and resume them (``new``); empty where they can."""
    if not overview.can_edit:
        return no_right_text(overview.helpers)
    if new and overview.status is not AdAccountStatus.APPROVED:
        text = QCoreApplication.translate("AdsWords", "The ad account is not approved; its state is: %1")
        return text.replace("%1", label_of(overview.status))
    return ""


def no_right_text(helpers: tuple[str, ...]) -> str:
    """Return that an Analyst only looks on, and who can give more (A4-45)."""
    text = QCoreApplication.translate("AdsWords", "Your role on this ad account is Analyst: you see ads and numbers.")
    if not helpers:
        return text
    who = QCoreApplication.translate("AdsWords", "Who can give you more: %1")
    return f"{text} {who.replace('%1', QLocale().createSeparatedList(list(helpers)))}"


# ------------------------------------------------------------------ identities
def is_usable(row: IdentityRow, kind: AdKind) -> bool:
    """Tell whether an account can be chosen for an ad of this kind."""
    if kind is AdKind.LIVE:
        return row.can_live and is_ready_for_live(tuple(line.condition for line in row.conditions))
    return row.ready


def missing_texts(row: IdentityRow, kind: AdKind) -> list[str]:
    """Return what does not hold for an account and an ad of this kind, in order."""
    holds = is_ready_for_live if kind is AdKind.LIVE else is_ready
    texts = [label_of(line.condition.name) for line in row.conditions if not holds((line.condition,))]
    if kind is AdKind.LIVE and not row.can_live:
        text = QCoreApplication.translate("AdsWords", "Permission “%1”")
        texts.insert(0, text.replace("%1", label_of(Permission.LIVE_VIDEOS)))
    return texts


def origin_text(row: IdentityRow) -> str:
    """Return where an account comes from: a Business Center or partner by name, or the person's own link."""
    return row.center_name or label_of(row.kind)


def videos_text(row: IdentityRow) -> str:
    """Return where new videos of an account show."""
    if row.visibility is Visibility.SHOW_ON_PROFILE_AND_IN_ADS:
        return QCoreApplication.translate("AdsWords", "Profile and ads")
    return "" if row.visibility is None else QCoreApplication.translate("AdsWords", "Through ads only")


def locked_text(handle: str) -> str:
    """Return why "Show through ads only" cannot be switched off (A3-17)."""
    text = QCoreApplication.translate(
        "AdsWords",
        "@%1 granted new videos through ads only, so they stay off the profile whichever ad account uses them. The "
        "owner can grant “Show on TikTok profile and in ads” on request.",
    )
    return text.replace("%1", handle)
