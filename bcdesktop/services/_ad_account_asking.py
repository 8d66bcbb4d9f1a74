"""A Business Center asks for an ad account, or for the account itself (domain.md 7.5 to 7.10)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, select

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState, AssetRelation
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.core.roles import AssetRole
from bcdesktop.core.sign_in_names import has_email
from bcdesktop.services import _ad_account_owners, _ad_accounts, _ad_log, _commands, _mails, _reached
from bcdesktop.services._ad_account_granting import grant
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_account_errors import (
    AdAccountAlreadyHere,
    AdAccountAskedBefore,
    AdAccountHasOwner,
    AdAccountUnknown,
    CurrencyDiffers,
    IdOfBusinessCenter,
)
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import AdAccountRequest, Asset, Person
from bcdesktop.store.unit_of_work import UnitOfWork

FIELD = "ad_account_id"
_PENDING = {"state": AdAccountRequestState.PENDING}


@dataclass(frozen=True)
class Asked:
    """What is asked for: the number people know, access at a level or the account itself, and a note."""

    number: str
    kind: AdAccountRequestKind
    role: AssetRole
    note: str


def ask(context: Context, unit: UnitOfWork, actor: Actor, asked: Asked, mail: MailText | None) -> str:
    """Return the id of a new request; the person's own ad account is added at once (A4-26).

    Raises InputRefused at the id: AdAccountUnknown, IdOfBusinessCenter, AdAccountAlreadyHere, AdAccountHasOwner,
    AdAccountAskedBefore, CurrencyDiffers; AdAccountClosed, LimitReached.
    """
    asset = find(unit.session, actor, asked.number)
    _ad_accounts.open_account(unit.session, asset)
    _check(unit.session, actor, asset, asked)
    _lapse(unit, actor.business_center_id, asset)
    _ad_accounts.check_room(unit.session, context.limits, actor.business_center_id, _more(unit.session, actor, asset))
    row = _row(unit, actor, asset, asked)
    by = _commands.entry_actor(actor)
    if asset.owner_person_id == actor.person_id:
        grant(context, unit, by, row, asset)
        return row.id
    _note(unit, actor, asset, row, ActivityAction.AD_ACCOUNT_ASKED_FOR)
    if mail is not None:
        # e-mail is optional: who registered without one finds it in Notifications (domain.md 7.7)
        for person in filter(_has_email, _ad_account_owners.addressees(unit.session, asset)):
            _mails.put(
                unit,
                MailKind.AD_ACCOUNT_REQUEST,
                person.email,
                mail.filled(name=person.name),
                business_center_id=actor.business_center_id,
                from_name=actor.business_center_name,
                about_id=row.id,
            )
    return row.id


def cancel(unit: UnitOfWork, actor: Actor, row: AdAccountRequest) -> bool:
    """Withdraw a request that waits; tell whether it did."""
    decided = {"state": AdAccountRequestState.CANCELLED, "decided_at": unit.now, "decided_by": actor.name}
    if not unit.compare_and_set(AdAccountRequest, row.id, _PENDING, decided):
        return False
    asset = unit.session.get_one(Asset, row.asset_id)
    _note(unit, actor, asset, row, ActivityAction.AD_ACCOUNT_REQUEST_CANCELLED)
    return True


def find(session: Session, actor: Actor, number: str) -> Asset:
    """Return the ad account with this number. Raises IdOfBusinessCenter, AdAccountUnknown at ``ad_account_id``."""
    if number == actor.business_center_id:
        raise IdOfBusinessCenter(FIELD, number)
    asset = session.exec(select(Asset).where(Asset.number == number, Asset.kind == AssetKind.AD_ACCOUNT)).first()
    if asset is None:
        raise AdAccountUnknown(FIELD, number)
    return asset


def _check(session: Session, actor: Actor, asset: Asset, asked: Asked) -> None:
    transfer = asked.kind is AdAccountRequestKind.TRANSFER
    reached = _reached.find(session, actor.business_center_id, (asset.id,)).get(asset.id)
    owns = reached is not None and reached.access.relation is AssetRelation.OWNER_BC
    if owns or (reached is not None and not transfer):
        raise AdAccountAlreadyHere(FIELD, asset.name, asset.number)
    if not transfer:
        return
    if asset.owner_center_id is not None:
        raise AdAccountHasOwner(FIELD, asset.name, _ad_account_owners.owner_name(session, asset))
    expected = _commands.business_center(session, actor.business_center_id).currency
    found = _ad_accounts.open_account(session, asset).currency
    if found != expected:
        raise CurrencyDiffers(FIELD, expected, found)


def _more(session: Session, actor: Actor, asset: Asset) -> int:
    """Return how many ad accounts the request would add: none where it is reached already."""
    return 0 if _reached.find(session, actor.business_center_id, (asset.id,)) else 1


def _lapse(unit: UnitOfWork, center_id: str, asset: Asset) -> None:
    """Make room for a new request where the old one ran out. Raises AdAccountAskedBefore where it waits."""
    rows = select(AdAccountRequest).where(
        AdAccountRequest.business_center_id == center_id,
        AdAccountRequest.asset_id == asset.id,
        AdAccountRequest.state == AdAccountRequestState.PENDING,
    )
    for row in unit.session.exec(rows).all():
        if unit.now <= row.expires_at:
            raise AdAccountAskedBefore(FIELD, asset.name, asset.number, row.expires_at)
        unit.compare_and_set(AdAccountRequest, row.id, _PENDING, {"state": AdAccountRequestState.EXPIRED})


def _row(unit: UnitOfWork, actor: Actor, asset: Asset, asked: Asked) -> AdAccountRequest:
    row = AdAccountRequest(
        id=secrets.token_hex(16),
        business_center_id=actor.business_center_id,
        asset_id=asset.id,
        kind=asked.kind,
        role=AssetRole.ADMIN if asked.kind is AdAccountRequestKind.TRANSFER else asked.role,
        state=AdAccountRequestState.PENDING,
        note=asked.note,
        requested_by=actor.name,
        requested_by_id=actor.person_id,
        created_at=unit.now,
        expires_at=unit.now + LIFETIMES.ad_account_request,
    )
    unit.session.add(row)
    unit.session.flush()
    unit.changed(ChangeKind.AD_ACCOUNT_REQUEST, row.id)
    return row


def _note(unit: UnitOfWork, actor: Actor, asset: Asset, row: AdAccountRequest, action: ActivityAction) -> None:
    told: dict[str, Any] = {
        "asked_by": actor.name,
        "business_center": actor.business_center_name,
        "ad_account_request": row.kind,
        "role": row.role,
        "text": row.note,
    }
    _ad_log.record(unit, asset, _commands.entry_actor(actor), action, told, also_in=actor.business_center_id)
    unit.changed(ChangeKind.AD_ACCOUNT_REQUEST, row.id)


def _has_email(person: Person) -> bool:
    return has_email(person.email)
