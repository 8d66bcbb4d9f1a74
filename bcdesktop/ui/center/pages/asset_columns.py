"""The columns of the tables of catalogs, pixels and audiences, and the states their filter knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.core.assets import SyncState
from bcdesktop.ui.center.asset_words import details_text, kind_words, owner_text, sync_badge, sync_sentence
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.tables import RIGHT, Column
from bcdesktop.ui.kit.time_text import exact, short
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.core.grants import AssetKind
    from bcdesktop.services.asset_records import AssetRow


def columns(kind: AssetKind) -> list[Column]:
    """Return the columns of the table of one kind."""
    translate = QCoreApplication.translate
    return [
        Column("name", translate("AssetColumns", "Name"), _name, width=28),
        Column("state", translate("AssetColumns", "Data"), _state, badge=_state_kind, tooltip=sync_sentence, width=14),
        Column("details", kind_words(kind).details, details_text, tooltip=_details_tip, search=_searched, width=26),
        Column("number", translate("AssetColumns", "ID"), _number, width=25),
        Column(
            "ad_accounts",
            translate("AssetColumns", "Ad accounts"),
            _ad_accounts,
            sort=_ad_accounts_count,
            align=RIGHT,
            width=15,
        ),
        Column(
            "members",
            translate("AssetColumns", "Members"),
            _members,
            sort=_members_count,
            badge=_members_kind,
            tooltip=_members_tip,
            align=RIGHT,
            width=14,
        ),
        Column(
            "partners", translate("AssetColumns", "Partners"), _partners, sort=_partners_count, align=RIGHT, width=12
        ),
        Column("access", translate("AssetColumns", "My access"), _my_access, width=23),
        Column("owner", translate("AssetColumns", "Owner"), owner_text, tooltip=_owner_tip, width=22),
    ]


def states() -> list[tuple[str, str, Callable[[AssetRow], bool] | None]]:
    """Return name, words and predicate of each entry of the state filter."""
    translate = QCoreApplication.translate
    return [
        ("all", translate("AssetColumns", "All"), None),
        ("syncing", label_of(SyncState.SYNCING), _is_syncing),
        ("stopped", label_of(SyncState.STOPPED), _is_stopped),
        ("not_linked", label_of(SyncState.NOT_LINKED), _is_not_linked),
        ("nobody", translate("AssetColumns", "Without members"), _has_nobody),
        ("mine", translate("AssetColumns", "Given to me"), _is_mine),
        ("shared", translate("AssetColumns", "Shared with us"), _is_shared),
    ]


def _name(row: AssetRow) -> str:
    return row.name


def _number(row: AssetRow) -> str:
    return row.number


def _details_tip(row: AssetRow) -> str:
    return getattr(row.details, "description", "")


def _searched(row: AssetRow) -> str:
    return f"{details_text(row)} {_details_tip(row)}"


def _state(row: AssetRow) -> str:
    return sync_badge(row)[0]


def _state_kind(row: AssetRow) -> BadgeKind:
    return sync_badge(row)[1]


def _ad_accounts(row: AssetRow) -> str:
    return QLocale().toString(row.ad_accounts)


def _ad_accounts_count(row: AssetRow) -> object:
    return row.ad_accounts


def _has_nobody(row: AssetRow) -> bool:
    return not row.members and not row.partners


def _members(row: AssetRow) -> str:
    if _has_nobody(row):
        return QCoreApplication.translate("AssetColumns", "Nobody yet")
    return QLocale().toString(row.members)


def _members_kind(row: AssetRow) -> BadgeKind | None:
    return BadgeKind.WARNING if _has_nobody(row) else None


def _members_tip(row: AssetRow) -> str:
    if not _has_nobody(row):
        return ""
    return QCoreApplication.translate("AssetColumns", "Nobody can work with it until it was given to somebody.")


def _members_count(row: AssetRow) -> object:
    return -1 if _has_nobody(row) else row.members


def _partners(row: AssetRow) -> str:
    return QLocale().toString(row.partners) if row.is_owned else "–"


def _partners_count(row: AssetRow) -> object:
    return row.partners


def _my_access(row: AssetRow) -> str:
    return "–" if row.my_role is None else label_of(row.my_role)


def _owner_tip(row: AssetRow) -> str:
    if row.is_owned:
        return QCoreApplication.translate("AssetColumns", "Created %1").replace("%1", exact(row.created_at))
    return QCoreApplication.translate("AssetColumns", "Shared since %1").replace("%1", short(row.since))


def _is_syncing(row: AssetRow) -> bool:
    return row.sync.state is SyncState.SYNCING


def _is_stopped(row: AssetRow) -> bool:
    return row.sync.state is SyncState.STOPPED


def _is_not_linked(row: AssetRow) -> bool:
    return row.sync.state is SyncState.NOT_LINKED


def _is_mine(row: AssetRow) -> bool:
    return row.my_role is not None


def _is_shared(row: AssetRow) -> bool:
    return not row.is_owned
