"""Carrying out a partner text that counts, inside one unit of work."""

from __future__ import annotations

import secrets
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core import code
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _commands, _partner_log, _shares
from bcdesktop.services._grants import GrantBook
from bcdesktop.services._partner_codes import ROLE_OF
from bcdesktop.services._partner_judge import Judged
from bcdesktop.services._partner_log import OPEN
from bcdesktop.services._partner_rows import HEARD_AT, HEARD_SEQUENCE
from bcdesktop.services._partnering import drop_shares, set_state, tell_assets
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import PartnerShare, Partnership
from bcdesktop.store.unit_of_work import UnitOfWork


def take(unit: UnitOfWork, actor: Actor, judged: Judged) -> str:
    """Write what ``judged`` says and return the partnership's id; what is known already changes nothing."""
    message, row = judged.message, judged.row
    if row is not None and judged.is_known:
        return row.id
    if isinstance(message, code.PartnerAnswer):
        assert row is not None  # noqa: S101 - an answer without a row was refused
        return _answer(unit, actor, judged, message, row)
    if row is None:
        return _first(unit, actor, judged, message)
    return _end(unit, actor, judged, row) if message.ended else _update(unit, actor, judged, message, row)


def shares_of(session: Session, row: Partnership) -> dict[str, PartnerShare]:
    """Return what is shared in ``row`` by the id of the account."""
    rows = select(PartnerShare).where(col(PartnerShare.partnership_id) == row.id)
    return {share.account_id: share for share in session.exec(rows)}


def _first(unit: UnitOfWork, actor: Actor, judged: Judged, message: code.PartnerInvitation) -> str:
    if judged.replaced is not None:
        _close(unit, actor, judged, judged.replaced)
    row = Partnership(
        id=message.partnership_id.hex(),
        owner_center_id=message.business_center_id,
        owner_name=message.centre_name,
        partner_center_id=actor.business_center_id,
        partner_name=_commands.business_center(unit.session, actor.business_center_id).name,
        state=PartnershipState.PENDING,
        is_elsewhere=True,
        invited_by=message.centre_name,
        note=message.note or "",
        created_at=unit.now,
        owner_key=judged.key,
        sequence=message.sequence,
    )
    unit.session.add(row)
    unit.session.flush()
    told = _sync(unit, actor, row, message)
    _note(unit, actor, judged, row, ActivityAction.PARTNER_INVITED, told)
    return row.id


def _update(unit: UnitOfWork, actor: Actor, judged: Judged, message: code.PartnerInvitation, row: Partnership) -> str:
    told = _sync(unit, actor, row, message)
    row.sequence, row.owner_name, row.note = message.sequence, message.centre_name, message.note or ""
    unit.session.add(row)
    _note(unit, actor, judged, row, ActivityAction.PARTNER_CHANGED, told)
    return row.id


def _end(unit: UnitOfWork, actor: Actor, judged: Judged, row: Partnership) -> str:
    row.sequence = judged.message.sequence
    unit.session.add(row)
    _close(unit, actor, judged, row)
    return row.id


def _close(unit: UnitOfWork, actor: Actor, judged: Judged, row: Partnership) -> None:
    """End ``row`` as the other side says; one that is over already is only heard of again."""
    if row.state in OPEN:
        ended = {
            "state": PartnershipState.ENDED,
            "ended_at": judged.made_at,
            "ended_by": judged.message.centre_name,
        }
        set_state(unit, row, OPEN, ended)
    accounts = drop_shares(unit, _commands.entry_actor(actor), row)
    _note(unit, actor, judged, row, ActivityAction.PARTNER_REMOVED, {"accounts": accounts})


def _answer(unit: UnitOfWork, actor: Actor, judged: Judged, message: code.PartnerAnswer, row: Partnership) -> str:
    row.partner_key, row.partner_name = judged.key, message.centre_name
    unit.session.add(row)
    if message.decision is code.PartnerDecision.END:
        _close(unit, actor, judged, row)
        return row.id
    decided: dict[str, Any] = {"decided_at": judged.made_at, "decided_by": message.centre_name}
    if message.decision is code.PartnerDecision.DECLINE:
        decided |= {"state": PartnershipState.DECLINED, "decline_reason": message.decline_reason}
        set_state(unit, row, (PartnershipState.PENDING,), decided)
        drop_shares(unit, _commands.entry_actor(actor), row)
        _note(unit, actor, judged, row, ActivityAction.PARTNER_DECLINED, {"reason": message.decline_reason or ""})
        return row.id
    if row.state is PartnershipState.PENDING:
        set_state(unit, row, (PartnershipState.PENDING,), decided | {"state": PartnershipState.ACTIVE})
    _note(unit, actor, judged, row, ActivityAction.PARTNER_ACCEPTED, {})
    return row.id


def _sync(unit: UnitOfWork, actor: Actor, row: Partnership, message: code.PartnerInvitation) -> dict[str, Any]:
    """Make the rows say what the text says; return the changes for the log."""
    book = GrantBook(unit, _commands.entry_actor(actor))
    present, told = shares_of(unit.session, row), []
    for account in message.accounts:
        share, role = present.pop(account.account_id, None), ROLE_OF[account.role]
        before = None if share is None else share.role
        if before is not role:
            told.append({"account": f"@{account.handle}", "before": before, "after": role})
        unit.session.add(_share(unit, book, row, account, share, role))
    for share in present.values():
        told.append({"account": f"@{share.handle}", "before": share.role, "after": None})
        _shares.drop(unit, book, share)
    unit.session.flush()
    book.close()
    tell_assets(unit, row)
    return {"changes": told}


def _share(
    unit: UnitOfWork,
    book: GrantBook,
    row: Partnership,
    account: code.SharedAccount,
    share: PartnerShare | None,
    role: AssetRole,
) -> PartnerShare:
    if share is None:
        return PartnerShare(
            id=secrets.token_hex(16),
            partnership_id=row.id,
            account_id=account.account_id,
            handle=account.handle,
            display_name=account.display_name,
            role=role,
            shared_at=unit.now,
            shared_by=row.owner_name,
        )
    if share.role is not role:
        _shares.lower_members(book, share, row, role)
        share.role, share.shared_at = role, unit.now
    share.handle, share.display_name = account.handle, account.display_name
    return share


def _note(
    unit: UnitOfWork, actor: Actor, judged: Judged, row: Partnership, action: ActivityAction, body: dict[str, Any]
) -> None:
    """Write it into the log, with what the other side knew when it said so; who ended it needs to hear no more."""
    sequence = judged.message.sequence if row.state in OPEN else row.sequence
    heard = {HEARD_AT: judged.made_at, HEARD_SEQUENCE: sequence}
    _partner_log.note(unit, _commands.entry_actor(actor), row, action, body | heard)
