"""The steps of a partnership inside one unit of work: invite, accept, decline, share, end."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.code.lines import in_lines
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, MemberStatus
from bcdesktop.services import _assets, _commands, _mails, _partner_log, _reached
from bcdesktop.services._ending import people
from bcdesktop.services._ending.carrying import carry_out
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._grants import GrantBook
from bcdesktop.services._partner_codes import newest_text
from bcdesktop.services._partner_log import OPEN
from bcdesktop.services._shares import check_number, set_found
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.partner_records import NewPartner
from bcdesktop.services.people_errors import AlreadyPartner, PartnershipNotOpen
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import Asset, AssetAccess, BusinessCenter, Member, PartnerShare, Partnership, Person
from bcdesktop.store.unit_of_work import UnitOfWork


def invite(context: Context, unit: UnitOfWork, actor: Actor, new: NewPartner, text: MailText) -> str:
    """Return the id of the new partnership. See ``partners.invite``."""
    center = unit.session.get(BusinessCenter, new.center_id)
    open_one = open_between(unit.session, actor.business_center_id, new.center_id)
    if open_one is not None:
        raise AlreadyPartner(_partner_log.name_of_partner(open_one))
    row = Partnership(
        id=secrets.token_hex(16),
        owner_center_id=actor.business_center_id,
        owner_name=_commands.business_center(unit.session, actor.business_center_id).name,
        partner_center_id=new.center_id,
        partner_name="" if center is None else center.name,
        state=PartnershipState.PENDING,
        is_elsewhere=center is None,
        invited_by=actor.name,
        note=new.note,
        created_at=unit.now,
    )
    unit.session.add(row)
    unit.session.flush()
    book = _share(unit, actor, row, new.shares)
    told = {
        "changes": [{"account": change.asset.name, "before": None, "after": change.after} for change in book.changes]
    }
    _partner_log.note(unit, _commands.entry_actor(actor), row, ActivityAction.PARTNER_INVITED, told)
    unit.session.flush()
    if center is not None:
        for name, address in _admins(unit.session, row.partner_center_id):
            put_mail(unit, row, MailKind.PARTNER_INVITATION, address, text.filled(name=name))
    elif new.to_address is not None:
        signed = in_lines(newest_text(context, unit.session, row, row.owner_center_id))
        put_mail(unit, row, MailKind.PARTNER_INVITATION, new.to_address, text.filled(code=signed))
    return row.id


def accept(unit: UnitOfWork, actor: Actor, row: Partnership) -> None:
    """Turn an invitation into a partnership. Raises PartnershipNotOpen."""
    decided = {"state": PartnershipState.ACTIVE, "decided_at": unit.now, "decided_by": actor.name}
    set_state(unit, row, (PartnershipState.PENDING,), decided)
    _partner_log.note(unit, _commands.entry_actor(actor), row, ActivityAction.PARTNER_ACCEPTED)
    tell_assets(unit, row)


def decline(unit: UnitOfWork, actor: Actor, row: Partnership, reason: str) -> None:
    """Refuse an invitation; what would have been shared is not. Raises PartnershipNotOpen."""
    decided = {
        "state": PartnershipState.DECLINED,
        "decided_at": unit.now,
        "decided_by": actor.name,
        "decline_reason": reason or None,
    }
    set_state(unit, row, (PartnershipState.PENDING,), decided)
    drop_shares(unit, _commands.entry_actor(actor), row)
    told = {"reason": reason} if reason else None
    _partner_log.note(unit, _commands.entry_actor(actor), row, ActivityAction.PARTNER_DECLINED, told)


def change_shares(
    unit: UnitOfWork, actor: Actor, row: Partnership, changes: Iterable[tuple[str, AssetRole | None]]
) -> None:
    """Share, change or stop sharing assets of the owner. See ``partners.change_shares``."""
    if row.state not in OPEN:
        raise PartnershipNotOpen(row.state)
    _share(unit, actor, row, changes)


def set_state(unit: UnitOfWork, row: Partnership, before: tuple[PartnershipState, ...], values: dict[str, Any]) -> None:
    """Set ``values`` in ``row`` if it is still in one of the states ``before``; else raise PartnershipNotOpen."""
    if not unit.compare_and_set(Partnership, row.id, {"state": before}, values):
        unit.session.refresh(row)
        raise PartnershipNotOpen(row.state)


def drop_shares(unit: UnitOfWork, actor: EntryActor, row: Partnership) -> list[str]:
    """Stop sharing everything; the partner's people lose it first. Return the names."""
    unit.session.flush()
    book, plan = GrantBook(unit, actor), Plan(unit.now)
    people.add_shares(unit.session, plan, row.id)
    carry_out(unit, book, plan)
    book.close()
    return names_of(plan)


def names_of(plan: Plan) -> list[str]:
    """Return the names of what is shared no longer, TikTok accounts first."""
    handles = sorted(f"@{share.handle}" for share in plan.shares.values())
    return [*handles, *sorted(reach.name for reach in plan.reaches.values())]


def open_between(session: Session, owner_center_id: str, partner_center_id: str) -> Partnership | None:
    """Return the partnership in this direction that waits or holds."""
    rows = select(Partnership).where(
        col(Partnership.owner_center_id) == owner_center_id,
        col(Partnership.partner_center_id) == partner_center_id,
        col(Partnership.state).in_(OPEN),
    )
    return session.exec(rows).first()


def _share(
    unit: UnitOfWork, actor: Actor, row: Partnership, changes: Iterable[tuple[str, AssetRole | None]]
) -> GrantBook:
    book = GrantBook(unit, _commands.entry_actor(actor))
    wanted = dict(changes)
    found = _assets.find(unit.session, row.owner_center_id, tuple(wanted), unit.now)
    check_number(found[asset_id].asset.kind for asset_id, role in wanted.items() if role is not None)
    for asset_id, role in wanted.items():
        if role is not None:
            found[asset_id].require_active()
        set_found(unit, book, row, found[asset_id], role)
    book.close()
    return book


def put_mail(unit: UnitOfWork, row: Partnership, kind: MailKind, to_address: str, text: MailText) -> str:
    """Put a mail of this side about ``row`` into the Outbox and return its id."""
    from_owner = kind is MailKind.PARTNER_INVITATION
    center_id = row.owner_center_id if from_owner else row.partner_center_id
    name = _commands.business_center(unit.session, center_id).name
    mail = _mails.put(unit, kind, to_address, text, business_center_id=center_id, from_name=name, about_id=row.id)
    return mail.id


def _admins(session: Session, center_id: str) -> Sequence[tuple[str, str]]:
    rows = (
        select(Person.name, Person.email)
        .join(Member, col(Member.person_id) == col(Person.id))
        .where(
            Member.business_center_id == center_id,
            Member.role == BusinessCenterRole.ADMIN,
            Member.status == MemberStatus.BOUND,
        )
        .order_by(col(Person.name))
    )
    return session.exec(rows).all()


def tell_assets(unit: UnitOfWork, row: Partnership) -> None:
    """Say that the partner's assets changed, so that its pages read them again."""
    shares = select(PartnerShare.id).where(col(PartnerShare.partnership_id) == row.id)
    for share_id in unit.session.exec(shares):
        unit.changed(ChangeKind.GRANT, share_id)
    reached = (
        select(Asset)
        .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
        .where(AssetAccess.partnership_id == row.id)
    )
    for asset in unit.session.exec(reached):
        unit.changed(ChangeKind.GRANT, asset.id)
        _reached.tell(unit, asset)
