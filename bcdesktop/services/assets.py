"""Catalogs, pixels and audiences of a Business Center: made, changed, linked to ad accounts, ended (domain.md 8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlmodel import Session, col, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.assets import AudienceKind
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.new_assets import AssetChange, NewAsset, parse_new
from bcdesktop.core.policy import Action
from bcdesktop.services import _asset_changes, _asset_links, _asset_rows, _commands, _reached, activity
from bcdesktop.services._asset_changes import Doing
from bcdesktop.services._partner_log import name_of_partner
from bcdesktop.services._reached import Reached
from bcdesktop.services._rows import link_state_at
from bcdesktop.services.asset_records import (
    AdAccountChoice,
    AssetAdAccount,
    AssetLosses,
    AssetName,
    AssetRow,
    SourceChoices,
)
from bcdesktop.services.context import Context
from bcdesktop.services.records import ActivityRow, Actor
from bcdesktop.store.tables import (
    Asset,
    AssetAccess,
    Audience,
    Member,
    MemberAsset,
    Partnership,
    Person,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork

T = TypeVar("T")


def list_all(context: Context, actor: Actor, kind: AssetKind) -> tuple[AssetRow, ...]:
    """Return the catalogs, pixels or audiences of the Business Center, received ones too, newest first (A2-03).

    A Standard member gets those given to them. Raises NotAllowed for somebody who is no member.
    """
    with context.store.read() as session:
        return tuple(_asset_rows.read(session, _member(session, actor), kind, context.clock.now()))


def get(context: Context, actor: Actor, asset_id: str) -> AssetRow:
    """Return one asset. Raises NotAllowed; NotFound also where it was not given to this person."""
    with context.store.read() as session:
        return _row(session, context, _member(session, actor), asset_id)


def choices(context: Context, actor: Actor) -> SourceChoices:
    """Return what the forms offer: linked TikTok accounts, own custom audiences. Raises NotAllowed."""
    center_id = actor.business_center_id
    links: Any = (
        select(TikTokAccountLink.id, TikTokAccountLink.handle, TikTokAccountLink.state, TikTokAccountLink.ends_at)
        .where(TikTokAccountLink.business_center_id == center_id, TikTokAccountLink.state == LinkState.ACTIVE)
        .order_by(col(TikTokAccountLink.handle))
    )
    audiences: Any = (
        select(Asset.id, Asset.name)
        .join(Audience, col(Audience.asset_id) == col(Asset.id))
        .where(Asset.owner_center_id == center_id, Asset.kind == AssetKind.AUDIENCE, col(Asset.ended_at).is_(None))
        .where(Audience.audience_kind == AudienceKind.CUSTOM)
        .order_by(col(Asset.name))
    )
    now = context.clock.now()
    with _commands.reading(context, actor, Action.CREATE_ASSET) as session:
        center = _commands.business_center(session, center_id)
        active = [
            (row.id, row.handle)
            for row in session.execute(links)
            if link_state_at(row.state, row.ends_at, now) is LinkState.ACTIVE
        ]
        customs = [(row.id, row.name) for row in session.execute(audiences)]
        return SourceChoices(tuple(active), tuple(customs), center.country, center.currency)


def create(context: Context, actor: Actor, new: NewAsset, key: str) -> AssetRow:
    """Make a catalog, pixel or audience; the creator gets the mightiest role on it, a repeated call the first one.

    Raises InputRefused at the bad field (AssetNameTaken, SourceNotLinked, NotACustomAudience), NotAllowed, NotFound,
    LimitReached.
    """
    checked = parse_new(new)
    made = _do(context, actor, Action.CREATE_ASSET, lambda doing: _asset_changes.create(doing, checked), key=key)
    return get(context, actor, made)


def change(context: Context, actor: Actor, asset_id: str, wanted: AssetChange, version: int) -> AssetRow:
    """Change an asset read as ``version``: an admin, or a member with the full role on it (domain.md 2.4).

    A received pixel or catalog may be changed with the full role, a received audience never (domain.md 2.5).
    Raises InputRefused at the bad field, NotAllowed, NotFound, AssetOnlyUsedHere, ChangedMeanwhile.
    """

    def work(doing: Doing) -> None:
        member = _commands.require(doing.unit.session, actor, Action.CHANGE_ASSET, assigned=True)
        row = _row(doing.unit.session, context, member, asset_id)
        _asset_changes.change(doing, member, row, wanted, version)

    _do(context, actor, Action.CHANGE_ASSET, work, assigned=True)
    return get(context, actor, asset_id)


def losses(context: Context, actor: Actor, asset_id: str) -> AssetLosses:
    """Return what ends when the asset is deleted or given up, to be shown before. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.CREATE_ASSET) as session:
        asset = _find(session, actor, asset_id).asset
        return _losses(session, actor.business_center_id, asset)


def delete(context: Context, actor: Actor, asset_id: str) -> None:
    """Delete an own asset for good; members, partners and ad accounts lose it in the same step.

    Raises NotAllowed, NotFound, AssetOfOtherCenter for a received one (domain.md 8).
    """
    _on_asset(context, actor, Action.CREATE_ASSET, asset_id, _asset_changes.delete)


def give_up(context: Context, actor: Actor, asset_id: str) -> None:
    """Give up an asset another Business Center shares; its owner keeps it (domain.md 8: use or drop).

    Raises NotAllowed, NotFound, AssetIsOwn.
    """
    _on_asset(context, actor, Action.CREATE_ASSET, asset_id, _asset_changes.give_up)


def ad_accounts_of(context: Context, actor: Actor, asset_id: str) -> tuple[AssetAdAccount, ...]:
    """Return the ad accounts the asset is linked to, by name. Raises NotAllowed, NotFound."""
    with context.store.read() as session:
        row = _row(session, context, _member(session, actor), asset_id)
        return _asset_links.linked(session, actor.business_center_id, row.id)


def ad_account_choices(context: Context, actor: Actor, asset_id: str) -> tuple[AdAccountChoice, ...]:
    """Return the ad accounts of the Business Center, and what is in the way of each. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.LINK_ASSET) as session:
        asset = _find(session, actor, asset_id).asset
        return _asset_links.choices(session, actor.business_center_id, asset)


def link(context: Context, actor: Actor, asset_id: str, ad_account_ids: Sequence[str]) -> int:
    """Link the asset to approved ad accounts this Business Center reaches; return how many are new (domain.md 8).

    All or none. Raises NotAllowed, NotFound, AdAccountUnfitForAssets, AudienceNeedsOwnAdAccount, TooManyLinksAtOnce.
    """
    return _on_asset(
        context,
        actor,
        Action.LINK_ASSET,
        asset_id,
        lambda doing, reached: _asset_links.link(doing, reached, ad_account_ids),
    )


def link_all(context: Context, actor: Actor, ad_account_id: str, asset_ids: Sequence[str], key: str) -> int:
    """Link several assets to one ad account, all or none; return how many are new. Raises what ``link`` raises.

    Done twice with one ``key`` it gives the first result.
    """

    def work(doing: Doing) -> int:
        found = [_find(doing.unit.session, actor, asset_id) for asset_id in dict.fromkeys(asset_ids)]
        return sum(_asset_links.link(doing, reached, (ad_account_id,)) for reached in found)

    return _do(context, actor, Action.LINK_ASSET, work, key=key)


def unlink(context: Context, actor: Actor, asset_id: str, ad_account_ids: Sequence[str]) -> int:
    """Unlink the asset from ad accounts; return from how many. Raises NotAllowed, NotFound."""
    return _on_asset(
        context,
        actor,
        Action.LINK_ASSET,
        asset_id,
        lambda doing, reached: _asset_links.unlink(doing, reached, ad_account_ids),
    )


def fed_by(context: Context, actor: Actor, link_id: str) -> tuple[AssetName, ...]:
    """Return the own assets that take their data from a linked TikTok account: they stop with the link (A0-32).

    By kind, then name. Raises NotAllowed.
    """
    with _commands.reading(context, actor, Action.DISCONNECT_TIKTOK_ACCOUNT) as session:
        return _asset_rows.fed_by(session, actor.business_center_id, link_id)


def activity_of(context: Context, actor: Actor, asset_id: str) -> tuple[ActivityRow, ...]:
    """Return what happened to one asset, newest first. Raises NotAllowed, NotFound."""
    get(context, actor, asset_id)
    return activity.entries(context, actor, object_id=asset_id)


def _do(
    context: Context,
    actor: Actor,
    action: Action,
    work: Callable[[Doing], T],
    *,
    key: str | None = None,
    assigned: bool = False,
) -> T:
    def in_unit(unit: UnitOfWork) -> T:
        return work(Doing(context, unit, actor))

    return _commands.run(context, actor, action, in_unit, key=key, assigned=assigned)


def _on_asset(context: Context, actor: Actor, action: Action, asset_id: str, work: Callable[[Doing, Reached], T]) -> T:
    def found(doing: Doing) -> T:
        return work(doing, _find(doing.unit.session, actor, asset_id))

    return _do(context, actor, action, found)


def _member(session: Session, actor: Actor) -> Member:
    member = _commands.working_member(session, actor)
    if member is None:
        raise NotAllowed(Action.SEE_ASSETS.value, ())
    return member


def _find(session: Session, actor: Actor, asset_id: str) -> Reached:
    reached = _reached.find_one(session, actor.business_center_id, asset_id)
    if reached.asset.kind not in _asset_rows.KINDS or reached.asset.ended_at is not None:
        raise NotFound("asset", asset_id)
    return reached


def _row(session: Session, context: Context, member: Member, asset_id: str) -> AssetRow:
    asset = session.get(Asset, asset_id)
    if asset is not None and asset.kind in _asset_rows.KINDS:
        found = _asset_rows.read(session, member, asset.kind, context.clock.now(), asset_id)
        if found:
            return found[0]
    raise NotFound("asset", asset_id)


def _losses(session: Session, center_id: str, asset: Asset) -> AssetLosses:
    people = (
        select(Person.name)
        .join(Member, col(Member.person_id) == col(Person.id))
        .join(MemberAsset, col(MemberAsset.member_id) == col(Member.id))
        .where(MemberAsset.asset_id == asset.id, Member.business_center_id == center_id)
        .order_by(col(Person.name))
    )
    shared = (
        select(Partnership)
        .join(AssetAccess, col(AssetAccess.partnership_id) == col(Partnership.id))
        .where(AssetAccess.asset_id == asset.id, Partnership.owner_center_id == center_id)
    )
    lookalikes = (
        select(Asset.name)
        .join(Audience, col(Audience.asset_id) == col(Asset.id))
        .where(Audience.source_asset_id == asset.id, col(Asset.ended_at).is_(None), Asset.owner_center_id == center_id)
        .order_by(col(Asset.name))
    )
    return AssetLosses(
        members=tuple(session.exec(people)),
        partners=tuple(sorted(map(name_of_partner, session.exec(shared)))),
        ad_accounts=tuple(one.name for one in _asset_links.linked(session, center_id, asset.id)),
        lookalikes=tuple(session.exec(lookalikes)) if asset.owner_center_id == center_id else (),
    )
