"""Whether a partner text counts: signature, addressee, key, order (security.md 2.3, 2.5). Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, or_, select

from bcdesktop.core import code
from bcdesktop.core.clock import from_unix, unix
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.services._partner_log import OPEN, name_of_partner
from bcdesktop.services._partner_rows import heard_from
from bcdesktop.services._partnering import open_between
from bcdesktop.services.errors import CodeKindWrong
from bcdesktop.services.partner_records import PartnerTextKind
from bcdesktop.services.people_errors import (
    AlreadyPartner,
    PartnerKeyChanged,
    PartnershipNotOpen,
    PartnerTextForOther,
    PartnerTextOld,
    PartnerTextUnknown,
)
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import BusinessCenter, Partnership

PartnerMessage = code.PartnerInvitation | code.PartnerAnswer

_ANSWERS = {
    code.PartnerDecision.ACCEPT: PartnerTextKind.ACCEPTED,
    code.PartnerDecision.DECLINE: PartnerTextKind.DECLINED,
    code.PartnerDecision.END: PartnerTextKind.PARTNER_ENDED,
}
_BEFORE = {
    code.PartnerDecision.ACCEPT: OPEN,
    code.PartnerDecision.DECLINE: (PartnershipState.PENDING,),
    code.PartnerDecision.END: (*OPEN, PartnershipState.ENDED),
}


@dataclass(frozen=True)
class Judged:
    """A text that counts. ``row`` None: a new partnership; ``replaced`` is the open one that is over by it."""

    kind: PartnerTextKind
    message: PartnerMessage
    key: bytes
    row: Partnership | None
    is_known: bool
    is_first_contact: bool
    key_is_new: bool
    replaced: Partnership | None = None

    @property
    def made_at(self) -> datetime:
        """When the other side signed it."""
        return from_unix(code.signed_at(self.message))


def judge(session: Session, actor: Actor, text: str, now: datetime) -> Judged:
    """Return what ``text`` is for the Business Center of ``actor``.

    Raises CodeRefused, CodeFromFuture, CodeKindWrong, PartnerTextForOther, PartnerTextUnknown, PartnerKeyChanged,
    PartnerTextOld, PartnershipNotOpen, AlreadyPartner.
    """
    peeked = code.peek(text)
    if not isinstance(peeked.message, PartnerMessage):
        raise CodeKindWrong(peeked.kind.value)
    opened = code.verify(peeked)
    message = peeked.message
    code.check_times(message, unix(now))
    if message.addressee_id != actor.business_center_id:
        raise PartnerTextForOther(message.addressee_id)
    first, new_key = _check_key(session, actor.business_center_id, message, opened.key)
    row = session.get(Partnership, message.partnership_id.hex())
    if isinstance(message, code.PartnerAnswer):
        kind, known, replaced = *_judge_answer(session, actor, message, row), None
    elif row is not None:
        kind, known, replaced = *_judge_update(actor, message, row), None
    else:
        kind, known, replaced = PartnerTextKind.INVITATION, False, _judge_first(session, actor, message)
    return Judged(kind, message, opened.key, row, known, first, new_key, replaced)


def _check_key(session: Session, center_id: str, message: PartnerMessage, key: bytes) -> tuple[bool, bool]:
    """Tell whether the key was never seen, and whether another one was; an open partnership holds its key fast."""
    other_id = message.business_center_id
    neighbour = session.get(BusinessCenter, other_id)
    if neighbour is not None and neighbour.public_key != key:
        raise PartnerKeyChanged(neighbour.name)
    rows = select(Partnership).where(
        col(Partnership.is_elsewhere),
        or_(
            (col(Partnership.owner_center_id) == other_id) & (col(Partnership.partner_center_id) == center_id),
            (col(Partnership.owner_center_id) == center_id) & (col(Partnership.partner_center_id) == other_id),
        ),
    )
    pinned = set()
    for row in session.exec(rows):
        theirs, name = (
            (row.owner_key, row.owner_name)
            if row.owner_center_id == other_id
            else (row.partner_key, name_of_partner(row))
        )
        if theirs is not None and theirs != key and row.state in OPEN:
            raise PartnerKeyChanged(name)
        pinned |= {theirs} if theirs is not None else set()
    return key not in pinned, bool(pinned) and key not in pinned


def _judge_first(session: Session, actor: Actor, message: code.PartnerInvitation) -> Partnership | None:
    """Return the open partnership that a new invitation shows to be over: the owner never has two at once."""
    if message.ended:
        raise PartnershipNotOpen(PartnershipState.ENDED)
    old = open_between(session, message.business_center_id, actor.business_center_id)
    if old is None:
        return None
    if not old.is_elsewhere:
        raise AlreadyPartner(old.owner_name)
    heard = heard_from(session, actor.business_center_id, [old.id]).get(old.id)
    if heard is not None and unix(heard.at) >= message.issued_at:
        raise PartnerTextOld
    return old


def _judge_update(actor: Actor, message: code.PartnerInvitation, row: Partnership) -> tuple[PartnerTextKind, bool]:
    pair = row.owner_center_id, row.partner_center_id
    if pair != (message.business_center_id, actor.business_center_id) or not row.is_elsewhere:
        raise PartnerTextUnknown
    if message.sequence < row.sequence:
        raise PartnerTextOld
    known = message.sequence == row.sequence
    if row.state not in OPEN and not message.ended and not known:
        raise PartnershipNotOpen(row.state)
    if message.ended:
        return PartnerTextKind.END, known
    pending = row.state is PartnershipState.PENDING
    return PartnerTextKind.INVITATION if pending else PartnerTextKind.UPDATE, known


def _judge_answer(
    session: Session, actor: Actor, message: code.PartnerAnswer, row: Partnership | None
) -> tuple[PartnerTextKind, bool]:
    if row is None or not row.is_elsewhere or message.sequence > row.sequence:
        raise PartnerTextUnknown
    if (row.owner_center_id, row.partner_center_id) != (actor.business_center_id, message.business_center_id):
        raise PartnerTextUnknown
    heard = heard_from(session, actor.business_center_id, [row.id]).get(row.id)
    known = heard is not None and unix(heard.at) >= message.signed_at
    if not known and row.state not in _BEFORE[message.decision]:
        raise PartnershipNotOpen(row.state)
    return _ANSWERS[message.decision], known
