"""Payment methods and the ad accounts they pay for, read in two statements."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.ads import AdStatus
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import FinanceAction
from bcdesktop.services import _finance
from bcdesktop.services.billing_records import PaidAdAccount, PaymentMethodRow, PaymentMethods
from bcdesktop.store.tables import Ad, AdAccount, Asset, PaymentMethod


def everything(session: Session, center_id: str) -> PaymentMethods:
    """Return the payment methods of a Business Center and the ad accounts it owns, closed ones not."""
    paid = ad_accounts(session, center_id)
    by_method: dict[str | None, list[PaidAdAccount]] = {}
    for account in paid:
        by_method.setdefault(account.payment_method_id, []).append(account)
    statement = (
        select(PaymentMethod)
        .where(PaymentMethod.business_center_id == center_id, col(PaymentMethod.removed_at).is_(None))
        .order_by(func.lower(PaymentMethod.label), col(PaymentMethod.id))
    )
    rows = tuple(_row(method, tuple(by_method.pop(method.id, ()))) for method in session.exec(statement))
    without = tuple(account for account in paid if account.payment_method_id in by_method)
    return PaymentMethods(rows, without, _finance.names(session, center_id, FinanceAction.CHANGE_PAYMENT_METHODS))


def ad_accounts(session: Session, center_id: str) -> tuple[PaidAdAccount, ...]:
    """Return the ad accounts a Business Center owns and so pays for, by name."""
    columns: tuple[Any, ...] = (
        Asset.id,
        Asset.number,
        Asset.name,
        AdAccount.company,
        AdAccount.status,
        AdAccount.currency,
        AdAccount.payment_method_id,
    )
    statement = (
        select(*columns)
        .join(AdAccount, col(AdAccount.asset_id) == col(Asset.id))
        .where(
            col(Asset.owner_center_id) == center_id,
            col(Asset.kind) == AssetKind.AD_ACCOUNT,
            col(Asset.ended_at).is_(None),
        )
        .order_by(func.lower(Asset.name), col(Asset.id))
    )
    return tuple(PaidAdAccount(*row) for row in session.connection().execute(statement))


def find(session: Session, center_id: str, payment_method_id: str) -> PaymentMethod:
    """Return one payment method that was not removed. Raises NotFound."""
    row = session.get(PaymentMethod, payment_method_id)
    if row is None or row.business_center_id != center_id or row.removed_at is not None:
        raise NotFound("payment_method", payment_method_id)
    return row


def running_ads(session: Session, payment_method_id: str) -> int:
    """Return how many ads run in the ad accounts a payment method pays for."""
    statement = (
        select(func.count(col(Ad.id)))
        .join(AdAccount, col(AdAccount.asset_id) == col(Ad.asset_id))
        .where(AdAccount.payment_method_id == payment_method_id, Ad.status == AdStatus.ACTIVE)
    )
    return session.exec(statement).one()


def _row(method: PaymentMethod, paid: tuple[PaidAdAccount, ...]) -> PaymentMethodRow:
    return PaymentMethodRow(
        id=method.id,
        label=method.label,
        kind=method.kind,
        last_four=method.last_four,
        ad_accounts=paid,
        created_at=method.created_at,
        created_by=method.created_by,
        version=method.version,
    )
