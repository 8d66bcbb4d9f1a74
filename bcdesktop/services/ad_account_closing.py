"""How an ad account leaves a Business Center: closed by its owner, given up, or taken back (domain.md U12, 7.15)."""

from __future__ import annotations

from bcdesktop.core.ad_accounts import CloseProblem
from bcdesktop.core.ending import EndWay
from bcdesktop.core.policy import Action
from bcdesktop.services import (
    _ad_account_closing,
    _ad_accounts,
    _commands,
    ad_accounts,
    ending,
)
from bcdesktop.services.ad_account_errors import BillsNotConfirmed
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
    center_id = actor.business_center_id
    ending.end(context, actor, EndWay.AD_ACCOUNT_ACCESS, ending.reach_id(asset_id, center_id))


def end_reach(context: Context, actor: Actor, asset_id: str, center_id: str) -> None:
    """Take back what a granted request gave another Business Center, at once (domain.md 5.1 U12).

    Raises NotAllowed for somebody who is not Admin of the ad account, NotFound, AdAccountOfOther.
    """
    ending.end(context, actor, EndWay.AD_ACCOUNT_ACCESS, ending.reach_id(asset_id, center_id))
