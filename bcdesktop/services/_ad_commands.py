"""What every command of Ads Manager shares: the role on the ad account, an entry for a refusal, signed heads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.errors import NotFound, RuleRefused
from bcdesktop.core.policy import AdAction
from bcdesktop.services import _ad_log, _ad_roles, _commands
from bcdesktop.services._ad_roles import AdRole
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.ads_errors import AdAccountNotUsable
from bcdesktop.services.context import Context
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AdAccount, Asset
from bcdesktop.store.unit_of_work import UnitOfWork

T = TypeVar("T")


@dataclass(frozen=True)
class Deed:
    """One command in one ad account: its unit of work, the ad account, who does it and what they are there."""

    unit: UnitOfWork
    asset: Asset
    role: AdRole
    advertiser: Advertiser

    def record(self, action: ActivityAction, body: dict[str, object]) -> None:
        """Write the entry into the log of the owner, and of the Business Center through which the person works."""
        also_in = self.role.centers[0] if self.role.centers else None
        _ad_log.record(self.unit, self.asset, entry_actor(self.advertiser), action, body, also_in=also_in)

    def require_approved(self) -> None:
        """Raise AdAccountNotUsable where nothing may run in the ad account."""
        status = self.unit.session.get_one(AdAccount, self.asset.id).status
        if status is not AdAccountStatus.APPROVED:
            raise AdAccountNotUsable(self.asset.name, status)


def entry_actor(advertiser: Advertiser) -> EntryActor:
    """Return the person as the activity log names people."""
    return EntryActor("person", advertiser.person_id, advertiser.name)


def run(
    context: Context,
    advertiser: Advertiser,
    action: AdAction,
    asset_id: str,
    work: Callable[[Deed], T],
    *,
    key: str | None = None,
) -> T:
    """Do ``work`` in one unit for somebody who may do ``action`` in the ad account; a refusal is logged, then raised.

    With ``key`` a repeated call returns the first result, which has to be something JSON can hold. Raises NotFound for
    somebody without a role there, NotAllowed with the names of the admins.
    """

    def allowed(unit: UnitOfWork) -> T:
        asset, role = _ad_roles.require(unit.session, advertiser.person_id, asset_id, action)
        result = work(Deed(unit, asset, role, advertiser))
        for chain in filter(None, {asset.owner_center_id, *role.centers[:1]}):
            _commands.sign_head(context, unit, chain)
        return result

    full_key = None if key is None else f"{action.value}:{asset_id}:{advertiser.person_id}:{key}"
    try:
        return context.store.run(allowed, key=full_key, command=action.value)
    except NotFound:
        raise
    except RuleRefused as refusal:
        _log_refusal(context, advertiser, action, asset_id, refusal)
        raise


def _log_refusal(
    context: Context, advertiser: Advertiser, action: AdAction, asset_id: str, refusal: RuleRefused
) -> None:
    body = {"action": action.value, **_commands.refusal_body(refusal)}

    def work(unit: UnitOfWork) -> None:
        asset = unit.session.get(Asset, asset_id)
        if asset is not None:
            _ad_log.record(unit, asset, entry_actor(advertiser), ActivityAction.ACTION_REFUSED, body)

    context.store.run(work)
