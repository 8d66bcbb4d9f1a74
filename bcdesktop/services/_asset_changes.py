"""Making, changing and ending catalogs, pixels and audiences inside one unit of work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.assets import AudienceKind
from bcdesktop.core.errors import ChangedMeanwhile, LimitReached, NotAllowed, NotFound
from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.core.new_assets import AssetChange, NewAsset, NewAudience, NewCatalog, kind_of, parse_change
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.services import _ad_log, _commands, _reached, _shares
from bcdesktop.services._grants import GrantBook, reached_asset
from bcdesktop.services._reached import Reached
from bcdesktop.services._rows import link_state
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.asset_errors import (
    AssetIsOwn,
    AssetNameTaken,
    AssetOfOtherCenter,
    AssetOnlyUsedHere,
    NotACustomAudience,
    SourceNotLinked,
)
from bcdesktop.services.asset_records import AssetRow
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import (
    Asset,
    AssetAccess,
    Audience,
    Catalog,
    Member,
    Partnership,
    Pixel,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork

_TABLES: dict[AssetKind, Any] = {
    AssetKind.CATALOG: Catalog,
    AssetKind.PIXEL: Pixel,
    AssetKind.AUDIENCE: Audience,
}


@dataclass(frozen=True)
class Doing:
    """Who does it, and where."""

    context: Context
    unit: UnitOfWork
    actor: Actor

    @property
    def center_id(self) -> str:
        """The Business Center it is done in."""
        return self.actor.business_center_id

    def record(self, asset: Asset, action: ActivityAction, body: dict[str, Any]) -> None:
        """Write the entry, into the owner's log and this Business Center's, and tell the windows."""
        actor = _commands.entry_actor(self.actor)
        _ad_log.record(self.unit, asset, actor, action, body, also_in=self.center_id)
        _reached.tell(self.unit, asset)


def create(doing: Doing, new: NewAsset) -> str:
    """Make a new asset from checked values; its creator gets the mightiest role. Return its id."""
    kind, session = kind_of(new), doing.unit.session
    _check_room(doing, kind)
    _check_name(session, doing.center_id, kind, new.name)
    source = _source(doing, new.source_link_id)
    made_of = _custom_audience(session, doing.center_id, new) if isinstance(new, NewAudience) else None
    asset = _reached.new_asset(doing.unit, kind, new.name, doing.actor.name, center_id=doing.center_id)
    session.flush()
    session.add(_details_of(new, asset.id))
    told = {"source": _at(source)} if source is not None else {}
    if made_of is not None:
        told["made_of"] = made_of.name
    doing.record(asset, ActivityAction.ASSET_CREATED, told)
    member = _commands.require(session, doing.actor, Action.CREATE_ASSET)
    book = GrantBook(doing.unit, _commands.entry_actor(doing.actor))
    book.set_member(member, doing.actor.name, reached_asset(asset, doing.center_id), ROLES_OF[kind][0])
    book.close()
    return asset.id


def change(doing: Doing, member: Member, row: AssetRow, wanted: AssetChange, version: int) -> None:
    """Set what differs from ``row``. Raises NotAllowed, AssetOnlyUsedHere, ChangedMeanwhile, or InputRefused."""
    _require_change(doing, member, row)
    values = parse_change(wanted, row.kind)
    session = doing.unit.session
    asset = session.get_one(Asset, row.id)
    details = session.get_one(_TABLES[row.kind], row.id)
    before = {name: asset.name if name == "name" else getattr(details, name) or "" for name in values}
    new = {name: value for name, value in values.items() if value != before[name]}
    if asset.version != version:
        raise ChangedMeanwhile(row.kind.value, row.id)
    if not new:
        return
    told_before = {name: before[name] for name in new}
    told_after: dict[str, str] = dict(new)
    if "name" in new:
        _check_name(session, asset.owner_center_id or "", row.kind, new["name"], besides=row.id)
    if "source_link_id" in new:
        source = _new_source(doing, member, row, new["source_link_id"])
        told_before["source"], told_after["source"] = row.source_handle and f"@{row.source_handle}", _at(source)
        del told_before["source_link_id"], told_after["source_link_id"]
    if not doing.unit.compare_and_set(Asset, row.id, {"version": version}, {"name": new.pop("name", asset.name)}):
        raise ChangedMeanwhile(row.kind.value, row.id)
    for name, value in new.items():
        setattr(details, name, value or None if name == "source_link_id" else value)
    session.add(details)
    session.refresh(asset)
    doing.record(asset, ActivityAction.ASSET_CHANGED, {"before": told_before, "after": told_after})


def delete(doing: Doing, reached: Reached) -> None:
    """End an own asset for good: everybody loses it, here and at partners. Raises AssetOfOtherCenter."""
    asset, unit = reached.asset, doing.unit
    if asset.owner_center_id != doing.center_id:
        raise AssetOfOtherCenter(asset.name, owner_name(unit.session, asset))
    book = GrantBook(unit, _commands.entry_actor(doing.actor))
    for access in unit.session.exec(select(AssetAccess).where(AssetAccess.asset_id == asset.id)).all():
        _end(book, Reached(asset, access))
    changed = book.close()
    asset.ended_at, asset.ended_by = unit.now, doing.actor.name
    unit.session.add(asset)
    doing.record(asset, ActivityAction.ASSET_DELETED, {"removed": changed})


def give_up(doing: Doing, reached: Reached) -> None:
    """End a received asset on this side; its owner keeps it. Raises AssetIsOwn."""
    asset = reached.asset
    if asset.owner_center_id == doing.center_id:
        raise AssetIsOwn(asset.name)
    book = GrantBook(doing.unit, _commands.entry_actor(doing.actor))
    _end(book, reached)
    doing.record(asset, ActivityAction.ASSET_GIVEN_UP, {"removed": book.close()})


def owner_name(session: Session, asset: Asset) -> str:
    """Return the name of the Business Center that owns an asset."""
    return _commands.business_center(session, asset.owner_center_id or "").name


def _end(book: GrantBook, reached: Reached) -> None:
    """End what one Business Center reaches; where a partner shared it, the owner's history says so too."""
    if reached.access.partnership_id is None:
        _reached.end(book.unit, book, reached)
    else:
        partnership = book.unit.session.get_one(Partnership, reached.access.partnership_id)
        _shares.set_reached(book.unit, book, partnership, reached.asset, None)


def _require_change(doing: Doing, member: Member, row: AssetRow) -> None:
    if not row.can_be_changed_here:
        raise AssetOnlyUsedHere(row.name, row.owner_name)
    if member.role is BusinessCenterRole.STANDARD and row.my_role is not ROLES_OF[row.kind][0]:
        names = _commands.admin_names(doing.unit.session, doing.center_id)
        raise NotAllowed(Action.CHANGE_ASSET.value, names)


def _new_source(doing: Doing, member: Member, row: AssetRow, link_id: str) -> TikTokAccountLink | None:
    """Return the account an asset shall take its data from; only its owner's admins choose it."""
    if not row.is_owned:
        raise AssetOnlyUsedHere(row.name, row.owner_name)
    if member.role is BusinessCenterRole.STANDARD:
        names = _commands.admin_names(doing.unit.session, doing.center_id)
        raise NotAllowed(Action.CHANGE_ASSET.value, names)
    return _source(doing, link_id or None)


def _source(doing: Doing, link_id: str | None) -> TikTokAccountLink | None:
    if link_id is None:
        return None
    link = doing.unit.session.get(TikTokAccountLink, link_id)
    if link is None or link.business_center_id != doing.center_id:
        raise NotFound(AssetKind.TIKTOK_ACCOUNT.value, link_id)
    if link_state(link, doing.unit.now) is not LinkState.ACTIVE:
        raise SourceNotLinked("source_link_id", link.handle)
    return link


def _custom_audience(session: Session, center_id: str, new: NewAudience) -> Asset | None:
    """Return what a lookalike is made of: a custom audience this Business Center owns (domain.md 8)."""
    if new.source_asset_id is None:
        return None
    source = session.get(Asset, new.source_asset_id)
    details = session.get(Audience, new.source_asset_id)
    is_own = source is not None and source.owner_center_id == center_id and source.ended_at is None
    if source is None or details is None or not is_own:
        raise NotFound(AssetKind.AUDIENCE.value, new.source_asset_id)
    if details.audience_kind is not AudienceKind.CUSTOM:
        raise NotACustomAudience("source_asset_id", source.name)
    return source


def _details_of(new: NewAsset, asset_id: str) -> Catalog | Pixel | Audience:
    if isinstance(new, NewCatalog):
        return Catalog(
            asset_id=asset_id,
            catalog_kind=new.catalog_kind,
            country=new.country,
            currency=new.currency,
            source_link_id=new.source_link_id,
        )
    if isinstance(new, NewAudience):
        return Audience(
            asset_id=asset_id,
            audience_kind=new.audience_kind,
            description=new.description,
            source_asset_id=new.source_asset_id,
            source_link_id=new.source_link_id,
        )
    return Pixel(asset_id=asset_id, website=new.website, source_link_id=new.source_link_id)


def _own(kind: AssetKind, center_id: str) -> tuple[Any, ...]:
    return Asset.owner_center_id == center_id, Asset.kind == kind, col(Asset.ended_at).is_(None)


def _check_room(doing: Doing, kind: AssetKind) -> None:
    """Raise LimitReached where the Business Center has as many catalogs as allowed (domain.md 4)."""
    if kind is not AssetKind.CATALOG:
        return
    own = select(func.count()).select_from(Asset).where(*_own(kind, doing.center_id))
    current, maximum = doing.unit.session.exec(own).one(), doing.context.limits.catalogs_per_business_center
    if current >= maximum:
        raise LimitReached("catalogs_per_business_center", maximum, current)


def _check_name(session: Session, center_id: str, kind: AssetKind, name: str, *, besides: str = "") -> None:
    """Raise AssetNameTaken: two of one kind with the same name could not be told apart in a picker."""
    names = session.exec(select(Asset.name).where(*_own(kind, center_id), col(Asset.id) != besides))
    wanted = name.casefold()
    if any(taken.casefold() == wanted for taken in names):
        raise AssetNameTaken("name", name)


def _at(link: TikTokAccountLink | None) -> str:
    return "" if link is None else f"@{link.handle}"
