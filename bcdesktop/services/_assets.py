"""What can be given to people: own TikTok accounts, those partners share, and every other asset that is reached."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, type_coerce
from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ad_accounts import AssetRelation
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import REACHED_KINDS, ROLES_OF, AssetKind, least
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _reached
from bcdesktop.services._batches import batches
from bcdesktop.services._grants import Asset, link_asset, reached_asset, share_asset
from bcdesktop.services._reached import Reached
from bcdesktop.services._rows import link_state, link_state_at
from bcdesktop.services.access_errors import AssetEnded, RoleNotForKind
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.people_errors import RoleAboveShare
from bcdesktop.services.people_records import AssetChoice
from bcdesktop.store import tables
from bcdesktop.store.tables import AssetAccess, BusinessCenter, PartnerShare, Partnership, Person, TikTokAccountLink

_OWN = AssetRelation.OWNER_BC
_KINDS = {kind.value: kind for kind in AssetKind}
_ROLES = {role.value: role for role in AssetRole}


@dataclass(frozen=True)
class FoundAsset:
    """What one Business Center can give. ``limit`` is the most of it; ``owner_name`` is None for its own.

    ``link`` is the row of an own TikTok account; ``reached`` that of an ad account, catalog, pixel or audience.
    """

    asset: Asset
    limit: AssetRole
    owner_name: str | None = None
    state: LinkState = LinkState.ACTIVE
    link: TikTokAccountLink | None = None
    reached: Reached | None = None

    @property
    def is_active(self) -> bool:
        """Whether it can still be given."""
        return self.state is LinkState.ACTIVE and (self.reached is None or self.reached.asset.ended_at is None)

    def require_active(self) -> None:
        """Raise LinkNotActive for a TikTok account that cannot be given any more, AssetEnded for another asset."""
        if self.state is not LinkState.ACTIVE:
            raise LinkNotActive(self.state)
        if not self.is_active:
            raise AssetEnded(self.asset.kind, self.asset.name)

    def require_role(self, role: AssetRole) -> None:
        """Raise RoleNotForKind for a role this kind does not know, RoleAboveShare for more than was given."""
        require_role_of(self.asset.kind, role)
        if least(role, self.limit) is not role:
            raise RoleAboveShare(self.asset.name, self.owner_name or "", self.limit)


def require_role_of(kind: AssetKind, role: AssetRole) -> None:
    """Raise RoleNotForKind for a role this kind of asset does not know."""
    if role not in ROLES_OF[kind]:
        raise RoleNotForKind(kind, role)


def find(session: Session, business_center_id: str, ids: Sequence[str], now: datetime) -> dict[str, FoundAsset]:
    """Return what a Business Center has with these ids, ended too. Raises NotFound for the first missing.

    ``ids`` are those of links, of shares in partnerships it accepted, and of assets it reaches.
    """
    found: dict[str, FoundAsset] = {}
    reached = _reached.find(session, business_center_id, ids)
    owners = _owner_names(session, reached.values())
    found |= {
        asset_id: FoundAsset(
            reached_asset(one.asset, business_center_id), one.access.role, owners.get(asset_id), reached=one
        )
        for asset_id, one in reached.items()
    }
    for some in batches(ids):
        found |= {link.id: _own(link, now) for link in session.exec(_links(business_center_id, some))}
        shares = session.exec(_shares(business_center_id, some)).all()
        found |= {share.id: _shared(share, owner, center, now, link) for share, owner, center, link in shares}
    for asset_id in ids:
        if asset_id not in found:
            raise NotFound("tiktok_account", asset_id)
    return found


def find_one(session: Session, business_center_id: str, asset_id: str, now: datetime) -> FoundAsset:
    """Return one account. Raises NotFound."""
    return find(session, business_center_id, (asset_id,), now)[asset_id]


def choices(
    session: Session, business_center_id: str, now: datetime, kinds: Collection[AssetKind] = tuple(AssetKind)
) -> list[AssetChoice]:
    """Return what can be given of these kinds: own TikTok accounts, received ones, other assets, each by name."""
    found: list[AssetChoice] = []
    if AssetKind.TIKTOK_ACCOUNT in kinds:
        found += _own_choices(session, business_center_id, now)
    if AssetKind.SHARED_TIKTOK_ACCOUNT in kinds:
        found += _received(session, business_center_id, now)
    reached = [kind for kind in REACHED_KINDS if kind in kinds]
    return found + (_reached_choices(session, business_center_id, reached) if reached else [])


def _own_choices(session: Session, business_center_id: str, now: datetime) -> list[AssetChoice]:
    own = select(
        TikTokAccountLink.id, TikTokAccountLink.handle, TikTokAccountLink.display_name, TikTokAccountLink.ends_at
    ).where(TikTokAccountLink.business_center_id == business_center_id, TikTokAccountLink.state == LinkState.ACTIVE)
    return [
        AssetChoice(AssetKind.TIKTOK_ACCOUNT, link_id, f"@{handle}", name, AssetRole.OPERATOR)
        for link_id, handle, name, ends_at in session.exec(own.order_by(col(TikTokAccountLink.handle)))
        if ends_at is None or ends_at > now
    ]


def _reached_choices(session: Session, business_center_id: str, kinds: Sequence[AssetKind]) -> list[AssetChoice]:
    """Return the choices of ``kinds``, one kind after the other; read as text, which is quicker for thousands."""
    asset = tables.Asset
    columns: tuple[Any, ...] = (
        type_coerce(col(asset.kind), String),
        asset.id,
        asset.name,
        asset.number,
        type_coerce(col(AssetAccess.role), String),
        type_coerce(col(AssetAccess.relation), String),
    )
    statement = (
        select(*columns)
        .join(AssetAccess, col(AssetAccess.asset_id) == col(asset.id))
        .where(
            col(AssetAccess.business_center_id) == business_center_id,
            col(asset.kind).in_(kinds),
            col(asset.ended_at).is_(None),
            _reached.accepted(),
        )
        .order_by(func.lower(col(asset.name)), col(asset.id))
    )
    rows = session.connection().execute(statement).all()
    others = [asset_id for _kind, asset_id, _name, _number, _role, relation in rows if relation != _OWN.value]
    owners = _owner_names(session, _reached.find(session, business_center_id, others).values()) if others else {}
    found = [
        AssetChoice(_KINDS[kind], asset_id, name, number, _ROLES[role], owners.get(asset_id))
        for kind, asset_id, name, number, role, _relation in rows
    ]
    return sorted(found, key=_kind_order) if len(kinds) > 1 else found


def _kind_order(choice: AssetChoice) -> int:
    return REACHED_KINDS.index(choice.kind)


def _owner_names(session: Session, found: Iterable[Reached]) -> dict[str, str]:
    """Return the owner's name of each asset that belongs to another Business Center, or to a person, by its id."""
    others = {one.asset.id: one.asset for one in found if one.access.relation is not _OWN}
    names: dict[str, str] = {}
    for table, owner in ((BusinessCenter, "owner_center_id"), (Person, "owner_person_id")):
        ids = sorted({getattr(asset, owner) for asset in others.values()} - {None})
        known: dict[str, str] = {}
        for some in batches(ids):
            known |= dict(session.execute(select(table.id, table.name).where(col(table.id).in_(some))).all())
        names |= {key: known[getattr(asset, owner)] for key, asset in others.items() if getattr(asset, owner) in known}
    return names


def shared_with(business_center_id: str) -> Any:
    """Return the statement for what is shared with a Business Center in partnerships it accepted."""
    columns: tuple[Any, ...] = (
        PartnerShare.id,
        PartnerShare.handle,
        PartnerShare.display_name,
        PartnerShare.role,
        col(Partnership.owner_name),
        col(TikTokAccountLink.state),
        col(TikTokAccountLink.ends_at),
    )
    return (
        select(*columns)
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == col(PartnerShare.link_id))
        .where(
            col(Partnership.partner_center_id) == business_center_id, col(Partnership.state) == PartnershipState.ACTIVE
        )
        .order_by(col(PartnerShare.handle), col(PartnerShare.id))
    )


def _received(session: Session, business_center_id: str, now: datetime) -> list[AssetChoice]:
    return [
        AssetChoice(
            AssetKind.SHARED_TIKTOK_ACCOUNT, row.id, f"@{row.handle}", row.display_name, row.role, row.owner_name
        )
        for row in session.execute(shared_with(business_center_id))
        if share_state(row.state, row.ends_at, now) is LinkState.ACTIVE
    ]


def share_state(state: LinkState | None, ends_at: datetime | None, now: datetime) -> LinkState:
    """Return the state of a share's link; where the owner lives in another store it is what the share says: active."""
    return LinkState.ACTIVE if state is None else link_state_at(state, ends_at, now)


def _links(business_center_id: str, ids: Iterable[str]) -> Any:
    return select(TikTokAccountLink).where(
        TikTokAccountLink.business_center_id == business_center_id, col(TikTokAccountLink.id).in_(ids)
    )


def _shares(business_center_id: str, ids: Iterable[str]) -> Any:
    return (
        select(PartnerShare, Partnership.owner_name, Partnership.partner_center_id, TikTokAccountLink)
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == col(PartnerShare.link_id))
        .where(
            Partnership.partner_center_id == business_center_id,
            Partnership.state == PartnershipState.ACTIVE,
            col(PartnerShare.id).in_(ids),
        )
    )


def _own(link: TikTokAccountLink, now: datetime) -> FoundAsset:
    return FoundAsset(link_asset(link), AssetRole.OPERATOR, state=link_state(link, now), link=link)


def _shared(
    share: PartnerShare, owner_name: str, center_id: str, now: datetime, link: TikTokAccountLink | None
) -> FoundAsset:
    state = LinkState.ACTIVE if link is None else link_state(link, now)
    return FoundAsset(share_asset(share, center_id), share.role, owner_name, state)
