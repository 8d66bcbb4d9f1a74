"""Where the activity log speaks of an ad account, and of what happens in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.store.activity import STORE_CHAIN, EntryActor
from bcdesktop.store.tables import Asset
from bcdesktop.store.unit_of_work import UnitOfWork


def record(
    unit: UnitOfWork,
    asset: Asset,
    actor: EntryActor,
    action: ActivityAction,
    body: Mapping[str, Any] | None = None,
    *,
    also_in: str | None = None,
) -> None:
    """Write an entry about ``asset`` into its owner's log, a person's into the store's own.

    ``also_in`` is another Business Center that acts on it, or is concerned; it gets the same entry.
    """
    for chain in dict.fromkeys(filter(None, (asset.owner_center_id or STORE_CHAIN, also_in))):
        unit.record(chain, actor, action, asset.kind.value, asset.id, body, object_name=asset.name)
