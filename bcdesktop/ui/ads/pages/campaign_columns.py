"""The columns of campaigns and of ads."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.ui.ads.ads_words import identity_text, kind_text, reason_text
from bcdesktop.ui.kit.tables import RIGHT, Column
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.core.clock import Clock
    from bcdesktop.services.ad_form_records import AdRow, CampaignRow
    from bcdesktop.ui.kit.badges import BadgeKind


def campaign_columns(clock: Clock) -> list[Column]:
    """Return the columns of the campaigns; relative times are those of ``clock``."""
    return [
        Column("campaign", QCoreApplication.translate("CampaignColumns", "Campaign"), _name, width=27, tooltip=_name),
        Column("state", QCoreApplication.translate("CampaignColumns", "State"), _status, badge=_badge, width=11),
        Column("objective", QCoreApplication.translate("CampaignColumns", "Objective"), _objective, width=19),
        Column(
            "ads",
            QCoreApplication.translate("CampaignColumns", "Ads"),
            _ads,
            sort=_ad_count,
            tooltip=_active_tip,
            align=RIGHT,
            width=6,
        ),
        Column(
            "created",
            QCoreApplication.translate("CampaignColumns", "Created"),
            partial(_created, clock),
            sort=_created_at,
            tooltip=_created_tip,
            width=16,
        ),
    ]


def ad_columns(clock: Clock) -> list[Column]:
    """Return the columns of the ads; relative times are those of ``clock``."""
    return [
        Column("ad", QCoreApplication.translate("CampaignColumns", "Ad"), _name, width=24, tooltip=_name),
        Column(
            "state",
            QCoreApplication.translate("CampaignColumns", "State"),
            _shown_status,
            accessible=_spoken_status,
            badge=_shown_badge,
            tooltip=reason_text,
            width=11,
        ),
        Column("kind", QCoreApplication.translate("CampaignColumns", "Kind"), kind_text, width=24),
        Column("account", QCoreApplication.translate("CampaignColumns", "TikTok account"), identity_text, width=18),
        Column(
            "campaign",
            QCoreApplication.translate("CampaignColumns", "Campaign"),
            _campaign_name,
            tooltip=_campaign_name,
            width=24,
        ),
        Column(
            "created",
            QCoreApplication.translate("CampaignColumns", "Created"),
            partial(_created, clock),
            sort=_created_at,
            tooltip=_created_tip,
            width=16,
        ),
    ]


def _name(row: CampaignRow | AdRow) -> str:
    return row.name


def _status(row: CampaignRow) -> str:
    return label_of(row.status)


def _badge(row: CampaignRow) -> BadgeKind | None:
    return badge_of(row.status)


def _objective(row: CampaignRow) -> str:
    return label_of(row.objective)


def _ads(row: CampaignRow) -> str:
    return str(row.ads)


def _ad_count(row: CampaignRow) -> int:
    return row.ads


def _active_tip(row: CampaignRow) -> str:
    text = QCoreApplication.translate("CampaignColumns", "Active: %1, paused: %2")
    return text.replace("%1", str(row.active)).replace("%2", str(row.ads - row.active))


def _created(clock: Clock, row: CampaignRow | AdRow) -> str:
    return relative(row.created_at, clock.now())


def _created_at(row: CampaignRow | AdRow) -> datetime:
    return row.created_at


def _created_tip(row: CampaignRow | AdRow) -> str:
    return f"{exact(row.created_at)} · {row.created_by}"


def _shown_status(row: AdRow) -> str:
    return label_of(row.shown_status)


def _spoken_status(row: AdRow) -> str:
    return ", ".join(filter(None, (label_of(row.shown_status), reason_text(row))))


def _shown_badge(row: AdRow) -> BadgeKind | None:
    return badge_of(row.shown_status)


def _campaign_name(row: AdRow) -> str:
    return row.campaign_name
