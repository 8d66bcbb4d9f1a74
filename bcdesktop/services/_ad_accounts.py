"""The steps of an ad account's life inside one unit of work: create, decide, correct; and its limit."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, func, select, update

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.errors import ChangedMeanwhile, LimitReached
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.limits import Limits
from bcdesktop.services import _ad_account_owners, _ad_log, _reached
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_account_errors import AdAccountClosed, AdAccountNotInReview, AdAccountOfOther
from bcdesktop.services.ad_records import NewAdAccount
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AdAccount, Asset, AssetAccess
from bcdesktop.store.unit_of_work import UnitOfWork

_LIMIT = "ad_accounts_per_business_center"
_FIXED_ONCE_APPROVED = ("country", "time_zone")


def check_room(session: Session, limits: Limits, center_id: str, more: int = 1) -> None:
    """Raise LimitReached where a Business Center cannot take ``more`` ad accounts; closed ones do not count.

    Asked inside the writing transaction, so the limit holds when two programs write at the same moment.
    """
    rows = (
        select(func.count(col(AssetAccess.id)))
        .join(Asset, col(Asset.id) == col(AssetAccess.asset_id))
        .where(
            AssetAccess.business_center_id == center_id,
            Asset.kind == AssetKind.AD_ACCOUNT,
            col(Asset.ended_at).is_(None),
            _reached.accepted(),
        )
    )
    current = session.exec(rows).one()
    if current + more > limits.ad_accounts_per_business_center:
        raise LimitReached(_LIMIT, limits.ad_accounts_per_business_center, current)


def create(
    unit: UnitOfWork,
    actor: EntryActor,
    new: NewAdAccount,
    *,
    center_id: str | None = None,
    person_id: str | None = None,
) -> Asset:
    """Return a new ad account in review, of a Business Center or a person, with its log entry."""
    asset = _reached.new_asset(
        unit, AssetKind.AD_ACCOUNT, new.name, actor.name, center_id=center_id, person_id=person_id
    )
    unit.session.flush()
    row = AdAccount(asset_id=asset.id, status=AdAccountStatus.IN_REVIEW, **_columns(new))
    unit.session.add(row)
    unit.session.flush()
    _ad_log.record(unit, asset, actor, ActivityAction.AD_ACCOUNT_CREATED, {"company": new.company})
    return asset


def decide(unit: UnitOfWork, actor: EntryActor, asset: Asset, note: str, *, approve: bool) -> None:
    """Approve what is in review, or not. Raises AdAccountNotInReview, AdAccountClosed."""
    row = open_account(unit.session, asset)
    status = AdAccountStatus.APPROVED if approve else AdAccountStatus.NOT_APPROVED
    decided: dict[str, Any] = {
        "status": status,
        "review_note": note,
        "decided_at": unit.now,
        "decided_by": actor.name,
    }
    if not _set(unit, asset, AdAccountStatus.IN_REVIEW, decided):
        raise AdAccountNotInReview(row.status)
    action = ActivityAction.AD_ACCOUNT_APPROVED if approve else ActivityAction.AD_ACCOUNT_NOT_APPROVED
    _ad_log.record(unit, asset, actor, action, {"note": note})


def change(unit: UnitOfWork, actor: EntryActor, asset: Asset, new: NewAdAccount, version: int) -> None:
    """Take corrected values; what was not approved goes into review again (A4-18).

    Country, time zone and currency are fixed once it is approved. Raises ChangedMeanwhile, AdAccountClosed.
    """
    row = open_account(unit.session, asset)
    values = _columns(new)
    del values["currency"]
    if row.status not in {AdAccountStatus.IN_REVIEW, AdAccountStatus.NOT_APPROVED}:
        for name in _FIXED_ONCE_APPROVED:
            del values[name]
    submits = row.status is AdAccountStatus.NOT_APPROVED
    if submits:
        values |= {"status": AdAccountStatus.IN_REVIEW, "review_note": "", "decided_at": None, "decided_by": None}
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if asset.version != version:
        raise ChangedMeanwhile(AssetKind.AD_ACCOUNT.value, asset.id)
    if not changed and asset.name == new.name:
        return
    before = asset.name
    _set(unit, asset, row.status, values, name=new.name)
    action = ActivityAction.AD_ACCOUNT_SUBMITTED if submits else ActivityAction.AD_ACCOUNT_CHANGED
    told = {name: value for name, value in changed.items() if name in {"company", "industry", "promotion_link"}}
    renamed = {"before": before, "after": new.name} if before != new.name else {}
    _ad_log.record(unit, asset, actor, action, told | renamed)


def open_account(session: Session, asset: Asset) -> AdAccount:
    """Return the details of an ad account that is not closed. Raises AdAccountClosed."""
    if asset.ended_at is not None:
        raise AdAccountClosed(asset.name)
    return session.get_one(AdAccount, asset.id)


def owned(session: Session, center_id: str, asset_id: str) -> _reached.Reached:
    """Return an ad account the Business Center owns. Raises NotFound, AdAccountOfOther."""
    found = _reached.find_one(session, center_id, asset_id, AssetKind.AD_ACCOUNT)
    if found.access.relation is not AssetRelation.OWNER_BC:
        raise AdAccountOfOther(found.asset.name, _ad_account_owners.owner_name(session, found.asset))
    return found


def _columns(new: NewAdAccount) -> dict[str, Any]:
    return {
        "company": new.company,
        "country": new.country,
        "currency": new.currency,
        "time_zone": new.time_zone,
        "industry": new.industry,
        "promotion_link": new.promotion_link,
    }


def _set(
    unit: UnitOfWork, asset: Asset, expected: AdAccountStatus, values: dict[str, Any], *, name: str | None = None
) -> bool:
    """Set ``values`` where the ad account still has the status ``expected``; its asset counts the change."""
    where = (col(AdAccount.asset_id) == asset.id, col(AdAccount.status) == expected)
    unit.session.flush()
    done: Any = unit.session.execute(update(AdAccount).where(*where).values(values))
    if done.rowcount != 1:
        return False
    unit.compare_and_set(Asset, asset.id, {}, {} if name is None else {"name": name})
    unit.session.refresh(asset)
    _reached.tell(unit, asset)
    return True
