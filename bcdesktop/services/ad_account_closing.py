"""How an ad account leaves a Business Center: closed by its owner, given up, or taken back (domain.md U12, 7.15)."""

from __future__ import annotations

from bcdesktop.core.ad_accounts import AssetRelation, CloseProblem
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action
from bcdesktop.services import (
    _ad_account_closing,
    _ad_account_owners,
    _ad_accounts,
    _ad_log,
    _commands,
    _reached,
    ad_accounts,
)
from bcdesktop.services._grants import GrantBook
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_account_errors import AdAccountIsOwn, BillsNotConfirmed
from bcdesktop.services.ad_account_records import Closing
from bcdesktop.services.ad_records import AdAccountRow
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.store.unit_of_work import UnitOfWork


def look(context: Context, actor: Actor, asset_id: str) -> Closing:
    """Return what forbids closing an ad account and what ends with it.

    Raises NotAllowed, NotFound, AdAccountOfOther, AdAccountClosed.
    """
    with _commands.reading(context, actor, Action.CLOSE_AD_ACCOUNT) as session:
        asset = _ad_accounts.owned(session, actor.business_center_id, asset_id).asset
        _ad_accounts.open_account(session, asset)
        return _ad_account_closing.look(session, context.limits, asset, context.clock.now())


def problems(context: Context, actor: Actor, asset_id: str) -> tuple[CloseProblem, ...]:
    """Return what forbids closing an ad account now (domain.md 7.15). Raises what ``look`` raises."""
    return look(context, actor, asset_id).problems


def close(context: Context, actor: Actor, asset_id: str, *, no_open_bill: bool) -> AdAccountRow:
    """Close an ad account for good; everybody loses it and it stays listed as closed (domain.md 7.15).

    ``no_open_bill`` is what the person says, since bills are not kept here. Raises NotAllowed, NotFound,
    AdAccountOfOther, AdAccountClosed, BillsNotConfirmed at ``no_open_bill``, AdAccountCannotClose.
    """
    if not no_open_bill:
        raise BillsNotConfirmed("no_open_bill")

    def work(unit: UnitOfWork) -> None:
        owned = _ad_accounts.owned(unit.session, actor.business_center_id, asset_id)
        _ad_accounts.open_account(unit.session, owned.asset)
        _ad_account_closing.close(unit, context.limits, _commands.entry_actor(actor), owned)

    _commands.run(context, actor, Action.CLOSE_AD_ACCOUNT, work)
    return ad_accounts.get(context, actor, asset_id)


def give_up(context: Context, actor: Actor, asset_id: str) -> None:
    """Take somebody else's ad account out of this Business Center, at once; its people lose it.

    Raises NotAllowed, NotFound, AdAccountIsOwn.
    """

    def work(unit: UnitOfWork) -> None:
        reached = _reached.find_one(unit.session, actor.business_center_id, asset_id, AssetKind.AD_ACCOUNT)
        if reached.access.relation is AssetRelation.OWNER_BC:
            raise AdAccountIsOwn(reached.asset.name)
        _end(unit, actor, reached)

    _commands.run(context, actor, Action.CLOSE_AD_ACCOUNT, work)


def end_reach(context: Context, actor: Actor, asset_id: str, center_id: str) -> None:
    """Take back what a granted request gave another Business Center, at once (domain.md 5.1 U12).

    Raises NotAllowed for somebody who is not Admin of the ad account, NotFound, AdAccountOfOther.
    """

    def work(unit: UnitOfWork) -> None:
        asset = _ad_accounts.owned(unit.session, actor.business_center_id, asset_id).asset
        _ad_account_owners.require_answerer(unit.session, actor.person_id, asset)
        reached = _reached.find(unit.session, center_id, (asset_id,)).get(asset_id)
        if reached is None or reached.access.relation is AssetRelation.OWNER_BC:
            raise NotFound("business_center", center_id)
        _end(unit, actor, reached)

    _commands.run(context, actor, Action.CLOSE_AD_ACCOUNT, work)


def _end(unit: UnitOfWork, actor: Actor, reached: _reached.Reached) -> None:
    by, center_id = _commands.entry_actor(actor), reached.access.business_center_id
    book = GrantBook(unit, by)
    _ad_account_closing.leave(unit, book, reached)
    unit.session.flush()
    book.close()
    told = {"business_center": _commands.business_center(unit.session, center_id).name}
    _ad_log.record(unit, reached.asset, by, ActivityAction.AD_ACCOUNT_ACCESS_ENDED, told, also_in=center_id)
