"""The answer to a request for an ad account: the Business Center reaches it, or owns it from now on, or neither."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState, AssetRelation
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import least, mightiest
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.core.sign_in_names import has_email
from bcdesktop.services import _ad_accounts, _ad_log, _mails, _reached
from bcdesktop.services._ad_account_request_rows import state_at
from bcdesktop.services._grants import GrantBook, member_name, reached_asset
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_account_errors import AdAccountRequestNotOpen
from bcdesktop.services.context import Context
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AdAccountRequest, Asset, AssetAccess, BusinessCenter, Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork

_PENDING = {"state": AdAccountRequestState.PENDING}


def grant(
    context: Context,
    unit: UnitOfWork,
    by: EntryActor,
    row: AdAccountRequest,
    asset: Asset,
    role: AssetRole | None = None,
) -> None:
    """Grant what ``row`` asks for, or access at a lower ``role``; who asked gets that level.

    Raises AdAccountRequestNotOpen, AdAccountClosed, LimitReached.
    """
    _ad_accounts.open_account(unit.session, asset)
    lowered = row.role if role is None or row.kind is AdAccountRequestKind.TRANSFER else least(role, row.role)
    _decide(unit, by, row, {"state": AdAccountRequestState.APPROVED, "role": lowered})
    access = _access(unit.session, row.business_center_id, asset)
    if access is None:
        _ad_accounts.check_room(unit.session, context.limits, row.business_center_id)
    told = {"business_center": _center_name(unit.session, row), "role": row.role, "asked_by": row.requested_by}
    _ad_log.record(unit, asset, by, _action(row, asset), told, also_in=row.business_center_id)
    if row.kind is AdAccountRequestKind.TRANSFER:
        _move(unit, by, row, asset, access)
    else:
        _let_in(unit, by, row, asset, access)
    unit.session.flush()
    _give_to_asker(unit, by, row, asset)
    _reached.tell(unit, asset)


def refuse(unit: UnitOfWork, by: EntryActor, row: AdAccountRequest, asset: Asset, reason: str) -> None:
    """Refuse what ``row`` asks for, with an optional reason. Raises AdAccountRequestNotOpen."""
    _decide(unit, by, row, {"state": AdAccountRequestState.DECLINED, "decline_reason": reason})
    told = {"business_center": _center_name(unit.session, row), "asked_by": row.requested_by, "answer": reason}
    _ad_log.record(unit, asset, by, ActivityAction.AD_ACCOUNT_REFUSED, told, also_in=row.business_center_id)


def put_mail(unit: UnitOfWork, by: EntryActor, row: AdAccountRequest, asset: Asset, mail: MailText) -> None:
    """Tell who asked the answer, by mail; who has no address reads it in the list."""
    asker = unit.session.get_one(Person, row.requested_by_id)
    if not has_email(asker.email):
        return
    _mails.put(
        unit,
        MailKind.AD_ACCOUNT_ANSWER,
        asker.email,
        mail.filled(name=asker.name),
        business_center_id=asset.owner_center_id,
        from_name=by.name,
        about_id=row.id,
    )


def decline_all(unit: UnitOfWork, by: EntryActor, asset: Asset, *where: Any) -> None:
    """Refuse every request for ``asset`` that waits and matches ``where``."""
    rows = select(AdAccountRequest).where(
        AdAccountRequest.asset_id == asset.id, AdAccountRequest.state == AdAccountRequestState.PENDING, *where
    )
    for row in unit.session.exec(rows).all():
        if state_at(row, unit.now) is AdAccountRequestState.PENDING:
            refuse(unit, by, row, asset, "")


def _decide(unit: UnitOfWork, by: EntryActor, row: AdAccountRequest, values: dict[str, Any]) -> None:
    state = state_at(row, unit.now)
    decided = values | {"decided_at": unit.now, "decided_by": by.name}
    if state is not AdAccountRequestState.PENDING or not unit.compare_and_set(
        AdAccountRequest, row.id, _PENDING, decided
    ):
        raise AdAccountRequestNotOpen(state)
    unit.changed(ChangeKind.AD_ACCOUNT_REQUEST, row.id)


def _action(row: AdAccountRequest, asset: Asset) -> ActivityAction:
    if row.kind is AdAccountRequestKind.TRANSFER:
        return ActivityAction.AD_ACCOUNT_MOVED
    own = asset.owner_person_id is not None and asset.owner_person_id == row.requested_by_id
    return ActivityAction.AD_ACCOUNT_ADDED if own else ActivityAction.AD_ACCOUNT_GRANTED


def _let_in(unit: UnitOfWork, by: EntryActor, row: AdAccountRequest, asset: Asset, access: AssetAccess | None) -> None:
    owned_by_center = asset.owner_center_id is not None
    relation = AssetRelation.OWNER_PARTNER if owned_by_center else AssetRelation.OWNER_INDIVIDUAL
    if access is None:
        _reached.reach(unit, asset, row.business_center_id, relation, row.role, by.name, request_id=row.id)
        return
    # a partner began to share it while the request waited: the higher of both counts
    access.role = mightiest((access.role, row.role)) or row.role
    access.request_id = row.id
    unit.session.add(access)


def _move(unit: UnitOfWork, by: EntryActor, row: AdAccountRequest, asset: Asset, access: AssetAccess | None) -> None:
    """Make the asking Business Center the owner; others that reach it keep what they have."""
    asset.owner_person_id, asset.owner_center_id = None, row.business_center_id
    unit.session.add(asset)
    others = select(AssetAccess).where(
        AssetAccess.asset_id == asset.id, col(AssetAccess.business_center_id) != row.business_center_id
    )
    for other in unit.session.exec(others).all():
        other.relation = AssetRelation.OWNER_PARTNER
        unit.session.add(other)
    if access is None:
        _reached.reach(
            unit, asset, row.business_center_id, AssetRelation.OWNER_BC, AssetRole.ADMIN, by.name, request_id=row.id
        )
    else:
        access.relation, access.role = AssetRelation.OWNER_BC, AssetRole.ADMIN
        unit.session.add(access)
    decline_all(unit, by, asset, AdAccountRequest.kind == AdAccountRequestKind.TRANSFER)


def _give_to_asker(unit: UnitOfWork, by: EntryActor, row: AdAccountRequest, asset: Asset) -> None:
    rows = select(Member).where(
        Member.business_center_id == row.business_center_id,
        Member.person_id == row.requested_by_id,
        Member.status == MemberStatus.BOUND,
    )
    member = unit.session.exec(rows).first()
    if member is None:
        return
    book = GrantBook(unit, by)
    book.set_member(member, member_name(unit.session, member), reached_asset(asset, row.business_center_id), row.role)
    book.close()


def _access(session: Session, center_id: str, asset: Asset) -> AssetAccess | None:
    found = _reached.find(session, center_id, (asset.id,)).get(asset.id)
    return None if found is None else found.access


def _center_name(session: Session, row: AdAccountRequest) -> str:
    return session.get_one(BusinessCenter, row.business_center_id).name
