"""Which other Business Centers reach an ad account, catalog, pixel or audience, and in which role (A4-33)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.ad_accounts import AssetRelation
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _assets, _commands, _shares
from bcdesktop.services._assets import FoundAsset
from bcdesktop.services._grants import GrantBook
from bcdesktop.services._reached import Reached
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import BelongsToOther
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import AssetAccess, BusinessCenter, Member, MemberAsset, Partnership
from bcdesktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class AssetPartnerRow:
    """Another Business Center that reaches an asset of this one. ``members`` counts its people who use it.

    ``partnership_id`` is None where a request was granted instead (A4-44).
    """

    id: str
    kind: AssetKind
    asset_name: str
    center_id: str
    center_name: str
    role: AssetRole
    since: datetime
    given_by: str
    members: int
    partnership_id: str | None


@dataclass(frozen=True)
class AssetPartners:
    """The list. ``owner_name`` is set where another Business Center or a person owns the asset: it alone shares it."""

    rows: tuple[AssetPartnerRow, ...]
    owner_name: str | None
    is_ended: bool


def of_asset(context: Context, actor: Actor, asset_id: str) -> AssetPartners:
    """Return with whom an asset is shared, invitations that wait too, by name. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.SEE_PARTNERS) as session:
        found = _assets.find_one(session, actor.business_center_id, asset_id, context.clock.now())
        mine = _is_own(found)
        rows = _rows(session, found, actor.business_center_id) if mine else ()
        return AssetPartners(rows, None if mine else found.owner_name, not found.is_active)


def set_role(context: Context, actor: Actor, asset_id: str, access_id: str, role: AssetRole) -> None:
    """Change in which role another Business Center reaches an asset; its people who have more are lowered with it.

    ``ad_account_closing.end_reach`` ends what a granted request gave, ``partners.change_shares`` what is shared.
    Raises NotAllowed, NotFound, BelongsToOther, RoleNotForKind.
    """

    def work(unit: UnitOfWork) -> None:
        found = _assets.find_one(unit.session, actor.business_center_id, asset_id, unit.now)
        if not _is_own(found) or found.reached is None:
            raise BelongsToOther(found.asset.name, found.owner_name or "")
        access = unit.session.get(AssetAccess, access_id)
        if access is None or access.asset_id != asset_id or access.relation is AssetRelation.OWNER_BC:
            raise NotFound(found.asset.kind.value, asset_id)
        _assets.require_role_of(found.asset.kind, role)
        _set(unit, actor, Reached(found.reached.asset, access), role)

    _commands.run(context, actor, Action.CHANGE_PARTNER, work)


def _set(unit: UnitOfWork, actor: Actor, reached: Reached, role: AssetRole) -> None:
    book = GrantBook(unit, _commands.entry_actor(actor))
    asset, access = reached.asset, reached.access
    if access.partnership_id is not None:
        partnership = unit.session.get_one(Partnership, access.partnership_id)
        _shares.set_reached(unit, book, partnership, asset, role)
    elif role is not access.role:
        center = _commands.business_center(unit.session, access.business_center_id)
        told = {"who": center.name, "holder": "partner", "before": access.role, "after": role}
        _shares.lower_access(unit, book, reached, role)
        for chain in (actor.business_center_id, center.id):
            unit.record(
                chain,
                book.actor,
                ActivityAction.ACCESS_CHANGED,
                asset.kind.value,
                asset.id,
                {"changes": [told]},
                object_name=asset.name,
            )
        unit.changed(ChangeKind.GRANT, asset.id)
    book.close()


def _is_own(found: FoundAsset) -> bool:
    return found.reached is not None and found.reached.access.relation is AssetRelation.OWNER_BC


def _rows(session: Session, found: FoundAsset, owner_id: str) -> tuple[AssetPartnerRow, ...]:
    users = (
        select(func.count())
        .select_from(MemberAsset)
        .join(Member, col(Member.id) == col(MemberAsset.member_id))
        .where(
            col(MemberAsset.asset_id) == col(AssetAccess.asset_id),
            col(Member.business_center_id) == col(AssetAccess.business_center_id),
        )
        .correlate(AssetAccess)
        .scalar_subquery()
    )
    columns: tuple[Any, ...] = (
        AssetAccess.id,
        AssetAccess.business_center_id,
        BusinessCenter.name,
        AssetAccess.role,
        AssetAccess.since,
        AssetAccess.given_by,
        users,
        AssetAccess.partnership_id,
    )
    statement = (
        select(*columns)
        .join(BusinessCenter, col(BusinessCenter.id) == col(AssetAccess.business_center_id))
        .where(col(AssetAccess.asset_id) == found.asset.id, col(AssetAccess.business_center_id) != owner_id)
        .order_by(func.lower(col(BusinessCenter.name)), col(AssetAccess.id))
    )
    return tuple(
        AssetPartnerRow(row_id, found.asset.kind, found.asset.name, *values)
        for row_id, *values in session.execute(statement)
    )
