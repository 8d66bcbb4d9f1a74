"""Rows of requests for ad accounts as records; the clock decides whether one has expired."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.ad_accounts import AdAccountRequestState
from bcdesktop.services.ad_records import AdAccountRequestRow
from bcdesktop.store.tables import AdAccountRequest, Asset, BusinessCenter, Person


def state_at(row: AdAccountRequest, now: datetime) -> AdAccountRequestState:
    """Return the state at ``now``: a request lapses by the clock, whether or not its row was rewritten since."""
    if row.state is AdAccountRequestState.PENDING and now > row.expires_at:
        return AdAccountRequestState.EXPIRED
    return row.state


def read(session: Session, now: datetime, *where: Any) -> tuple[AdAccountRequestRow, ...]:
    """Return the requests that match ``where``, on the request or its asset, newest first."""
    owners = select(col(BusinessCenter.id), col(BusinessCenter.name)).subquery()
    rows: Any = (
        select(AdAccountRequest, Asset, col(BusinessCenter.name), owners.c.name, col(Person.name))  # type: ignore[call-overload]
        .join(Asset, col(Asset.id) == col(AdAccountRequest.asset_id))
        .join(BusinessCenter, col(BusinessCenter.id) == col(AdAccountRequest.business_center_id))
        .outerjoin(owners, owners.c.id == col(Asset.owner_center_id))
        .outerjoin(Person, col(Person.id) == col(Asset.owner_person_id))
        .where(*where)
        .order_by(col(AdAccountRequest.created_at).desc(), col(AdAccountRequest.id))
    )
    return tuple(
        _record(request, asset, center, owner or person or "", now)
        for request, asset, center, owner, person in session.execute(rows)
    )


def _record(row: AdAccountRequest, asset: Asset, center: str, owner: str, now: datetime) -> AdAccountRequestRow:
    return AdAccountRequestRow(
        id=row.id,
        kind=row.kind,
        asset_id=asset.id,
        number=asset.number,
        ad_account_name=asset.name,
        owner_name=owner,
        center_id=row.business_center_id,
        center_name=center,
        role=row.role,
        state=state_at(row, now),
        note=row.note,
        requested_by=row.requested_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by or "",
        decline_reason=row.decline_reason,
    )
