"""The columns of the TikTok accounts table, and the states its filter knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.core.access_requests import LinkState, OwnerTrust
from bcdesktop.ui.center.access_words import people_text
from bcdesktop.ui.center.account_words import link_badge, owner_badge, spark_badge, way_word
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.tables import RIGHT, Column
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import label_of, permission_words

if TYPE_CHECKING:
    from datetime import datetime

    from bcdesktop.services.records import TikTokAccountRow

Predicate = Callable[["TikTokAccountRow"], bool]


def columns(now: Callable[[], datetime]) -> list[Column]:
    """Return the columns; ``now`` is the clock."""
    translate = QCoreApplication.translate
    return [
        Column("name", translate("TikTokAccountsPage", "Account"), _name, width=24),
        Column("handle", translate("TikTokAccountsPage", "Handle"), _handle, width=18),
        Column("permissions", translate("TikTokAccountsPage", "Permissions"), _level, tooltip=_permissions, width=14),
        Column("state", translate("TikTokAccountsPage", "State"), _state_word, badge=_state_kind, width=14),
        Column(
            "members",
            translate("TikTokAccountsPage", "Members"),
            members_text,
            sort=_members_count,
            badge=_members_kind,
            tooltip=_members_tip,
            align=RIGHT,
            width=14,
        ),
        Column("access", translate("TikTokAccountsPage", "My access"), _my_access, tooltip=_my_access_tip, width=13),
        Column("owner", translate("TikTokAccountsPage", "Owner"), _owner_word, badge=_owner_kind, width=24),
        Column("spark", translate("TikTokAccountsPage", "Spark Ads"), _spark_word, badge=_spark_kind, width=23),
        Column("kind", translate("TikTokAccountsPage", "Way"), way_word, width=13),
        Column(
            "followers",
            translate("TikTokAccountsPage", "Followers"),
            _followers,
            sort=_followers_count,
            align=RIGHT,
            width=11,
        ),
        Column(
            "linked",
            translate("TikTokAccountsPage", "Linked"),
            partial(_linked, now),
            sort=_linked_at,
            tooltip=_linked_tip,
            width=16,
        ),
    ]


def states() -> list[tuple[str, str, Predicate | None]]:
    """Return name, words and predicate of each entry of the state filter."""
    translate = QCoreApplication.translate
    return [
        ("all", translate("TikTokAccountsPage", "All accounts"), None),
        ("active", translate("TikTokAccountsPage", "Active"), _is_active),
        ("nobody", translate("TikTokAccountsPage", "Without members"), has_nobody),
        ("mine", translate("TikTokAccountsPage", "Given to me"), _is_mine),
        ("shared", translate("TikTokAccountsPage", "Shared with us"), _is_shared),
        ("confirm", translate("TikTokAccountsPage", "To confirm"), _is_to_confirm),
        ("unverified", translate("TikTokAccountsPage", "Owner not verified"), _is_not_verified),
        ("not_ready", translate("TikTokAccountsPage", "Not ready for Spark Ads"), _is_not_ready),
        ("ended", translate("TikTokAccountsPage", "Ended"), _is_ended),
    ]


def has_nobody(row: TikTokAccountRow) -> bool:
    """Tell whether the account was given to nobody yet (A2-34)."""
    return row.has_nobody


def members_text(row: TikTokAccountRow) -> str:
    """Return how many were given the account."""
    if row.has_nobody:
        return QCoreApplication.translate("TikTokAccountsPage", "Nobody yet")
    return QLocale().toString(row.members)


def _members_kind(row: TikTokAccountRow) -> BadgeKind | None:
    return BadgeKind.WARNING if row.has_nobody else None


def _members_count(row: TikTokAccountRow) -> object:
    return -1 if row.has_nobody else row.members


def _members_tip(row: TikTokAccountRow) -> str:
    if row.has_nobody:
        return nobody_sentence()
    return people_text(row.members, row.partners)


def nobody_sentence() -> str:
    """Return why an account without members is only half connected (A2-34)."""
    return QCoreApplication.translate(
        "TikTokAccountsPage", "Connecting is only half: nobody can work with the account until it was given to them."
    )


def _my_access(row: TikTokAccountRow) -> str:
    return "–" if row.my_role is None else label_of(row.my_role)


def _my_access_tip(row: TikTokAccountRow) -> str:
    if row.my_role is not None:
        return ""
    return QCoreApplication.translate(
        "TikTokAccountsPage", "Nobody gave you this account; an admin too has to be assigned to work with it."
    )


def _is_active(row: TikTokAccountRow) -> bool:
    return row.state is LinkState.ACTIVE


def _is_ended(row: TikTokAccountRow) -> bool:
    return row.state is not LinkState.ACTIVE


def _is_to_confirm(row: TikTokAccountRow) -> bool:
    return row.needs_confirmation


def _is_not_verified(row: TikTokAccountRow) -> bool:
    return row.owner_name is None and row.owner_trust is OwnerTrust.NOT_VERIFIED


def _is_mine(row: TikTokAccountRow) -> bool:
    return row.my_role is not None


def _is_shared(row: TikTokAccountRow) -> bool:
    return row.owner_name is not None


def _is_not_ready(row: TikTokAccountRow) -> bool:
    return row.state is LinkState.ACTIVE and not row.ready_for_spark_ads


def _name(row: TikTokAccountRow) -> str:
    return row.display_name


def _handle(row: TikTokAccountRow) -> str:
    return f"@{row.handle}"


def _level(row: TikTokAccountRow) -> str:
    return label_of(row.level)


def _permissions(row: TikTokAccountRow) -> str:
    return "" if row.permissions is None else "\n".join(permission_words(row.permissions))


def _state_word(row: TikTokAccountRow) -> str:
    return link_badge(row)[0]


def _state_kind(row: TikTokAccountRow) -> BadgeKind:
    return link_badge(row)[1]


def _owner_word(row: TikTokAccountRow) -> str:
    return owner_badge(row)[0]


def _owner_kind(row: TikTokAccountRow) -> BadgeKind:
    return owner_badge(row)[1]


def _spark_word(row: TikTokAccountRow) -> str:
    return spark_badge(row)[0]


def _spark_kind(row: TikTokAccountRow) -> BadgeKind:
    return spark_badge(row)[1]


def _followers(row: TikTokAccountRow) -> str:
    return "" if row.followers is None else QLocale().toString(row.followers)


def _followers_count(row: TikTokAccountRow) -> object:
    return row.followers


def _linked_at(row: TikTokAccountRow) -> object:
    return row.linked_at


def _linked_tip(row: TikTokAccountRow) -> str:
    return exact(row.linked_at)


def _linked(now: Callable[[], datetime], row: TikTokAccountRow) -> str:
    return relative(row.linked_at, now())
