"""Which ad accounts, catalogs, pixels and audiences a Business Center reaches, and how that begins and ends."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, or_, select

from bcdesktop.core.ad_accounts import AssetRelation
from bcdesktop.core.ads import PauseReason
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.core.ids import new_id
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services._batches import batches
from bcdesktop.services._ending import reaches
from bcdesktop.services._ending.carrying import carry_out
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._grants import GrantBook
from bcdesktop.store.tables import Asset, AssetAccess, Partnership
from bcdesktop.store.unit_of_work import UnitOfWork

CHANGES = {AssetKind.AD_ACCOUNT: ChangeKind.AD_ACCOUNT}
"""What a page is told; everything else is ASSET."""


@dataclass(frozen=True)
class Reached:
    """An asset a Business Center reaches, and why."""

    asset: Asset
    access: AssetAccess


def accepted() -> Any:
    """Return the condition under which a row of ``AssetAccess`` counts.

    What a partner shares counts once its invitation is accepted; until then the row only remembers it.
    """
    active = select(Partnership.id).where(col(Partnership.state) == PartnershipState.ACTIVE)
    return or_(col(AssetAccess.partnership_id).is_(None), col(AssetAccess.partnership_id).in_(active))


def new_asset(
    unit: UnitOfWork, kind: AssetKind, name: str, by: str, *, center_id: str | None = None, person_id: str | None = None
) -> Asset:
    """Return a new asset owned by a Business Center, which reaches it at once, or by a person. Logs nothing."""
    asset = Asset(
        id=secrets.token_hex(16),
        kind=kind,
        number=new_id(),
        name=name,
        owner_center_id=center_id,
        owner_person_id=person_id,
        created_at=unit.now,
        created_by=by,
    )
    unit.session.add(asset)
    if center_id is not None:
        reach(unit, asset, center_id, AssetRelation.OWNER_BC, ROLES_OF[kind][0], by)
    tell(unit, asset)
    return asset


def reach(
    unit: UnitOfWork,
    asset: Asset,
    center_id: str,
    relation: AssetRelation,
    role: AssetRole,
    by: str,
    *,
    partnership_id: str | None = None,
    request_id: str | None = None,
) -> AssetAccess:
    """Let a Business Center reach an asset; the caller has made sure that it does not yet.

    An invitation of a partner that waits and names the asset gives way.
    """
    waiting = access_of(unit.session, center_id, asset.id)
    if waiting is not None:
        unit.session.delete(waiting)
        unit.session.flush()
    access = AssetAccess(
        id=secrets.token_hex(16),
        business_center_id=center_id,
        asset_id=asset.id,
        relation=relation,
        role=role,
        partnership_id=partnership_id,
        request_id=request_id,
        since=unit.now,
        given_by=by,
    )
    unit.session.add(access)
    tell(unit, asset)
    return access


def end(unit: UnitOfWork, book: GrantBook, reached: Reached, reason: PauseReason = PauseReason.ACCESS_ENDED) -> None:
    """Let a Business Center reach an asset no longer: its people lose it, links go, its ads there pause.

    ``book`` gets the grants; the caller closes it and writes the entry about the end itself.
    """
    unit.session.flush()
    plan = Plan(unit.now)
    reaches.end_reaches(unit.session, plan, (reached.access.id,), reason)
    carry_out(unit, book, plan)


def access_of(session: Session, center_id: str, asset_id: str) -> AssetAccess | None:
    """Return the row by which a Business Center reaches an asset, or will once it accepts a partner's invitation."""
    rows = select(AssetAccess).where(AssetAccess.business_center_id == center_id, AssetAccess.asset_id == asset_id)
    return session.exec(rows).first()


def find(session: Session, center_id: str, ids: Sequence[str]) -> dict[str, Reached]:
    """Return those of the assets with these ids that a Business Center reaches."""
    found: dict[str, Reached] = {}
    for some in batches(ids):
        rows = (
            select(Asset, AssetAccess)
            .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
            .where(AssetAccess.business_center_id == center_id, col(Asset.id).in_(some), accepted())
        )
        found |= {asset.id: Reached(asset, access) for asset, access in session.exec(rows).all()}
    return found


def find_one(session: Session, center_id: str, asset_id: str, kind: AssetKind | None = None) -> Reached:
    """Return one asset a Business Center reaches. Raises NotFound, also for another kind."""
    found = find(session, center_id, (asset_id,)).get(asset_id)
    if found is None or (kind is not None and found.asset.kind is not kind):
        raise NotFound((kind or AssetKind.AD_ACCOUNT).value, asset_id)
    return found


def tell(unit: UnitOfWork, asset: Asset) -> None:
    """Tell the windows that something about ``asset`` changed."""
    unit.changed(CHANGES.get(asset.kind, ChangeKind.ASSET), asset.id)
