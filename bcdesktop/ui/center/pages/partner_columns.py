"""The columns of Partners and of what is shared in one partnership."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.ui.center.partner_words import name_of, place_text, side_text, state_badge
from bcdesktop.ui.kit.role_words import role_description
from bcdesktop.ui.kit.tables import RIGHT, Column
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.clock import Clock
    from bcdesktop.services.people_records import PartnershipRow, ShareRow
    from bcdesktop.ui.kit.badges import BadgeKind


def partner_columns(clock: Clock) -> list[Column]:
    """Return the columns of the page; relative times are those of ``clock``."""
    return [
        Column(
            "partner", QCoreApplication.translate("PartnerColumns", "Partner"), name_of, width=20, tooltip=place_text
        ),
        Column(
            "state", QCoreApplication.translate("PartnerColumns", "State"), _state_word, badge=_state_kind, width=15
        ),
        Column("direction", QCoreApplication.translate("PartnerColumns", "Direction"), side_text, width=16),
        Column(
            "accounts",
            QCoreApplication.translate("PartnerColumns", "Shared"),
            _accounts,
            sort=_account_count,
            tooltip=_handles,
            align=RIGHT,
            width=11,
        ),
        Column(
            "since",
            QCoreApplication.translate("PartnerColumns", "Since"),
            partial(_since, clock),
            sort=_since_at,
            tooltip=_since_tip,
            width=16,
        ),
        Column("center_id", QCoreApplication.translate("PartnerColumns", "Business Center ID"), _center_id, width=24),
    ]


def share_columns() -> list[Column]:
    """Return the columns of what is shared in a partnership."""
    return [
        Column("handle", QCoreApplication.translate("PartnerColumns", "Asset"), _handle, tooltip=_shared, width=18),
        Column("role", QCoreApplication.translate("PartnerColumns", "Role"), _role, tooltip=_role_meaning, width=15),
        Column("kind", QCoreApplication.translate("PartnerColumns", "Kind"), _kind, width=17),
        Column(
            "members",
            QCoreApplication.translate("PartnerColumns", "People"),
            _people,
            sort=_people_count,
            align=RIGHT,
            width=10,
        ),
    ]


def _center_id(row: PartnershipRow) -> str:
    return row.other_id


def _state_word(row: PartnershipRow) -> str:
    return state_badge(row)[0]


def _state_kind(row: PartnershipRow) -> BadgeKind:
    return state_badge(row)[1]


def _accounts(row: PartnershipRow) -> str:
    return str(len(row.shares))


def _account_count(row: PartnershipRow) -> object:
    return len(row.shares)


def _handles(row: PartnershipRow) -> str:
    return "\n".join(share.name for share in row.shares[:30])


def _since(clock: Clock, row: PartnershipRow) -> str:
    return relative(row.decided_at or row.created_at, clock.now())


def _since_at(row: PartnershipRow) -> object:
    return row.decided_at or row.created_at


def _since_tip(row: PartnershipRow) -> str:
    return exact(row.decided_at or row.created_at)


def _handle(share: ShareRow) -> str:
    return share.name


def _shared(share: ShareRow) -> str:
    text = QCoreApplication.translate("PartnerColumns", "%1, shared by %2 on %3")
    text = text.replace("%1", share.display_name).replace("%2", share.shared_by)
    return text.replace("%3", exact(share.shared_at))


def _kind(share: ShareRow) -> str:
    return label_of(share.kind)


def _role(share: ShareRow) -> str:
    return label_of(share.role)


def _role_meaning(share: ShareRow) -> str:
    return role_description(share.kind, share.role)


def _people(share: ShareRow) -> str:
    return str(share.members)


def _people_count(share: ShareRow) -> object:
    return share.members
