"""Payment methods: how the ad accounts a Business Center owns are paid (issue 4, point 4; domain.md 9.1 to 9.3).

Finance roles alone see or change any of it, and only a label, a kind and the last four digits are kept. The activity
log, which every admin reads, therefore says that something changed and for which ad accounts, never a label or digit.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from sqlalchemy import update
from sqlmodel import col, select

from bcdesktop.core.billing import NewPaymentMethod, parse_label, parse_new
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ChangedMeanwhile, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import FinanceAction
from bcdesktop.services import _commands, _finance, _payment_rows, _reached
from bcdesktop.services._batches import batches
from bcdesktop.services._pausing import NAMED
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.billing_errors import BillingOfOwner, PaymentLabelTaken
from bcdesktop.services.billing_records import AdAccountBilling, PaymentMethodRow, PaymentMethods, RemovalEffects
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import AdAccount, Asset, BusinessCenter, PaymentMethod, Person
from bcdesktop.store.unit_of_work import UnitOfWork

_SEE, _CHANGE = FinanceAction.SEE_PAYMENT_METHODS, FinanceAction.CHANGE_PAYMENT_METHODS


def list_all(context: Context, actor: Actor) -> PaymentMethods:
    """Return all payment methods with the ad accounts they pay for, and those without one.

    Raises NotAllowed with the names of the people whose finance role opens it (domain.md 2.3).
    """
    with _finance.reading(context, actor, _SEE) as session:
        return _payment_rows.everything(session, actor.business_center_id)


def get(context: Context, actor: Actor, payment_method_id: str) -> PaymentMethodRow:
    """Return one row of the list. Raises NotAllowed, NotFound."""
    for row in list_all(context, actor).rows:
        if row.id == payment_method_id:
            return row
    raise NotFound("payment_method", payment_method_id)


def of_ad_account(context: Context, actor: Actor, asset_id: str) -> AdAccountBilling:
    """Return how one ad account is paid; of somebody else's only who owns it (A2-07). Raises NotAllowed, NotFound."""
    with _finance.reading(context, actor, _SEE) as session:
        center_id = actor.business_center_id
        asset = _reached.find_one(session, center_id, asset_id, AssetKind.AD_ACCOUNT).asset
        if asset.owner_center_id != center_id:
            owner = (
                session.get_one(BusinessCenter, asset.owner_center_id)
                if asset.owner_center_id is not None
                else session.get_one(Person, asset.owner_person_id)
            )
            return AdAccountBilling(asset_id, owner.name, None, ())
        found = _payment_rows.everything(session, center_id)
        method_id = session.get_one(AdAccount, asset_id).payment_method_id
        return AdAccountBilling(asset_id, "", method_id, found.rows, found.managers)


def create(context: Context, actor: Actor, new: NewPaymentMethod, key: str) -> PaymentMethodRow:
    """Add a payment method; no ad account uses it yet.

    Raises NotAllowed; WholePaymentNumber for anything like a whole number, PaymentLabelTaken, ValueMissing,
    ValueTooLong, ValueMalformed, HostileText.
    """
    parsed = parse_new(new)

    def work(unit: UnitOfWork) -> str:
        _check_label(unit, actor, parsed.label)
        row = PaymentMethod(
            id=secrets.token_hex(16),
            business_center_id=actor.business_center_id,
            label=parsed.label,
            kind=parsed.kind,
            last_four=parsed.last_four,
            created_at=unit.now,
            created_by=actor.name,
        )
        unit.session.add(row)
        _note(unit, actor, ActivityAction.PAYMENT_METHOD_ADDED, row.id)
        return row.id

    return get(context, actor, _finance.run(context, actor, _CHANGE, work, key=key))


def change_label(context: Context, actor: Actor, payment_method_id: str, label: str, version: int) -> PaymentMethodRow:
    """Give the payment method read as ``version`` another label.

    Raises what ``create`` does about a label, NotFound, ChangedMeanwhile.
    """
    label = parse_label(label)

    def work(unit: UnitOfWork) -> None:
        row = _payment_rows.find(unit.session, actor.business_center_id, payment_method_id)
        if row.label == label:
            return
        _check_label(unit, actor, label, row.id)
        if not unit.compare_and_set(PaymentMethod, row.id, {"version": version, "removed_at": None}, {"label": label}):
            raise ChangedMeanwhile("payment_method", payment_method_id)
        _note(unit, actor, ActivityAction.PAYMENT_METHOD_CHANGED, payment_method_id)

    _finance.run(context, actor, _CHANGE, work)
    return get(context, actor, payment_method_id)


def set_for(
    context: Context, actor: Actor, payment_method_id: str, asset_ids: Sequence[str], no_longer: Sequence[str] = ()
) -> int:
    """Let a payment method pay for ad accounts, in place of what they had (A2-09, A2-10); return how many changed.

    ``no_longer`` are ad accounts it stops to pay for. Raises NotAllowed, NotFound, BillingOfOwner.
    """

    def work(unit: UnitOfWork) -> int:
        method = _payment_rows.find(unit.session, actor.business_center_id, payment_method_id)
        changed = _set(unit, actor, [one for one in no_longer if one not in asset_ids], None, only_from=method.id)
        changed += _set(unit, actor, asset_ids, method.id)
        _note_accounts(unit, actor, method.id, changed)
        return len(changed)

    return _finance.run(context, actor, _CHANGE, work)


def clear(context: Context, actor: Actor, asset_ids: Sequence[str]) -> int:
    """Leave these ad accounts without a payment method; return how many had one.

    Raises NotAllowed, NotFound, BillingOfOwner.
    """

    def work(unit: UnitOfWork) -> int:
        changed = _set(unit, actor, asset_ids, None)
        _note_accounts(unit, actor, "", changed)
        return len(changed)

    return _finance.run(context, actor, _CHANGE, work)


def removal_effects(context: Context, actor: Actor, payment_method_id: str) -> RemovalEffects:
    """Return what would change if the payment method were removed. Raises NotAllowed, NotFound."""
    with _finance.reading(context, actor, _CHANGE) as session:
        _payment_rows.find(session, actor.business_center_id, payment_method_id)
        paid = _payment_rows.ad_accounts(session, actor.business_center_id)
        mine = tuple(account for account in paid if account.payment_method_id == payment_method_id)
        return RemovalEffects(mine, _payment_rows.running_ads(session, payment_method_id))


def remove(context: Context, actor: Actor, payment_method_id: str) -> int:
    """Remove a payment method; return how many ad accounts are without one now. Ads go on: nothing is charged here.

    Its label and digits are forgotten. Raises NotAllowed, NotFound.
    """

    def work(unit: UnitOfWork) -> int:
        row = _payment_rows.find(unit.session, actor.business_center_id, payment_method_id)
        using = select(AdAccount.asset_id).where(AdAccount.payment_method_id == row.id)
        changed = _set(unit, actor, unit.session.exec(using).all(), None)
        forgotten = {"removed_at": unit.now, "removed_by": actor.name, "label": "", "last_four": ""}
        if not unit.compare_and_set(PaymentMethod, row.id, {"removed_at": None}, forgotten):
            raise ChangedMeanwhile("payment_method", payment_method_id)
        _note(unit, actor, ActivityAction.PAYMENT_METHOD_REMOVED, payment_method_id, changed)
        return len(changed)

    return _finance.run(context, actor, _CHANGE, work)


def _check_label(unit: UnitOfWork, actor: Actor, label: str, own_id: str = "") -> None:
    rows = select(PaymentMethod.id, PaymentMethod.label).where(
        PaymentMethod.business_center_id == actor.business_center_id, col(PaymentMethod.removed_at).is_(None)
    )
    if any(other.casefold() == label.casefold() and id_ != own_id for id_, other in unit.session.exec(rows)):
        raise PaymentLabelTaken("label")


def _set(
    unit: UnitOfWork, actor: Actor, asset_ids: Sequence[str], method_id: str | None, *, only_from: str | None = None
) -> list[str]:
    """Set the payment method of owned ad accounts; return the names of those that had another one, in order."""
    names: list[str] = []
    for some in batches(list(dict.fromkeys(asset_ids))):
        rows = (
            select(Asset, AdAccount.payment_method_id)
            .join(AdAccount, col(AdAccount.asset_id) == col(Asset.id))
            .where(col(Asset.id).in_(some))
        )
        found = {asset.id: (asset, before) for asset, before in unit.session.exec(rows)}
        changed = []
        for asset_id in some:
            asset, before = _owned(unit, actor, asset_id, found)
            if before != method_id and (only_from is None or before == only_from):
                changed.append(asset)
        new = update(AdAccount).where(col(AdAccount.asset_id).in_([asset.id for asset in changed]))
        unit.session.execute(new.values(payment_method_id=method_id).execution_options(synchronize_session=False))
        names += [asset.name for asset in changed]
    return sorted(names, key=str.casefold)


def _owned(
    unit: UnitOfWork, actor: Actor, asset_id: str, found: dict[str, tuple[Asset, str | None]]
) -> tuple[Asset, str | None]:
    """Return an ad account the Business Center owns with its payment method. Raises NotFound, BillingOfOwner."""
    asset, before = found.get(asset_id, (None, None))
    if asset is not None and asset.owner_center_id == actor.business_center_id:
        return asset, before
    reached = _reached.find_one(unit.session, actor.business_center_id, asset_id, AssetKind.AD_ACCOUNT)
    raise BillingOfOwner(reached.asset.name)


def _note_accounts(unit: UnitOfWork, actor: Actor, method_id: str, names: Sequence[str]) -> None:
    if names:
        _note(unit, actor, ActivityAction.PAYMENT_METHOD_SET, method_id, names)


def _note(unit: UnitOfWork, actor: Actor, action: ActivityAction, method_id: str, names: Sequence[str] = ()) -> None:
    body = {"number": len(names), "ad_accounts": list(names[:NAMED])} if names else {}
    who = _commands.entry_actor(actor)
    unit.record(actor.business_center_id, who, action, "payment_method", method_id, body)
    unit.changed(ChangeKind.PAYMENT_METHOD, *filter(None, (method_id,)))
