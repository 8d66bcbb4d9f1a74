"""What the activity logs of both sides say about a partnership."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import HolderKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import BusinessCenter, Partnership
from bcdesktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from bcdesktop.services._grants import Change

OPEN = (PartnershipState.PENDING, PartnershipState.ACTIVE)
KIND = "partnership"


def name_of_partner(partnership: Partnership) -> str:
    """Return the partner's name, its id where no name is known yet."""
    return partnership.partner_name or partnership.partner_center_id


def note(
    unit: UnitOfWork,
    actor: EntryActor,
    partnership: Partnership,
    action: ActivityAction,
    body: dict[str, Any] | None = None,
) -> None:
    """Write what happened into the log of each side that lives in this store."""
    sides = {
        partnership.owner_center_id: name_of_partner(partnership),
        partnership.partner_center_id: partnership.owner_name,
    }
    for center_id, other_name in sides.items():
        if unit.session.get(BusinessCenter, center_id) is not None:
            unit.record(center_id, actor, action, KIND, partnership.id, body, object_name=other_name)
    unit.changed(ChangeKind.PARTNER, partnership.id)


def tell_shares(unit: UnitOfWork, actor: EntryActor, changes: Iterable[Change]) -> None:
    """Write what is shared differently into both logs, one entry per partnership.

    An invitation and an end have an entry of their own, which says it all.
    """
    by_partnership: dict[str, list[dict[str, Any]]] = {}
    for change in changes:
        if change.holder.kind is HolderKind.PARTNER:
            told = {"account": change.asset.name, "before": change.before, "after": change.after}
            by_partnership.setdefault(change.holder.id, []).append(told)
    for partnership_id, told_ones in by_partnership.items():
        row = unit.session.get_one(Partnership, partnership_id)
        if row.state in OPEN and row.created_at != unit.now:
            note(unit, actor, row, ActivityAction.PARTNER_CHANGED, {"changes": told_ones})
