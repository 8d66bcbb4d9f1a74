"""The signed texts between Business Centers in different stores: what is shared (PI1), what is answered (PA1)."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bcdesktop.core import code
from bcdesktop.core.clock import unix
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _commands, _secrets
from bcdesktop.services._partner_rows import side_of
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import PartnershipNotOpen
from bcdesktop.store.tables import PartnerShare, Partnership

_ROLES = {AssetRole.OPERATOR: code.SharedRole.OPERATOR, AssetRole.ANALYST: code.SharedRole.ANALYST}
ROLE_OF = {number: role for role, number in _ROLES.items()}
_ANSWERS = {
    PartnershipState.ACTIVE: code.PartnerDecision.ACCEPT,
    PartnershipState.DECLINED: code.PartnerDecision.DECLINE,
    PartnershipState.ENDED: code.PartnerDecision.END,
}


def newest_text(context: Context, session: Session, row: Partnership, center_id: str) -> str:
    """Return what this Business Center has to tell the other now, signed.

    Raises PartnershipNotOpen where there is nothing to tell: an invitation nobody answered, a declined one of one's
    own, a partner in this store; StoreKeyLocked; CodeRefused where a name cannot stand in a code.
    """
    if not row.is_elsewhere:
        raise PartnershipNotOpen(row.state)
    if side_of(row, center_id) is PartnershipSide.GIVING:
        return _invitation(context, session, row)
    return _answer(context, session, row)


def _invitation(context: Context, session: Session, row: Partnership) -> str:
    if row.state is PartnershipState.DECLINED:
        raise PartnershipNotOpen(row.state)
    center = _commands.business_center(session, row.owner_center_id)
    message = code.PartnerInvitation(
        partnership_id=bytes.fromhex(row.id),
        centre_key=center.public_key,
        centre_name=center.name,
        business_center_id=center.id,
        addressee_id=row.partner_center_id,
        issued_at=unix(context.clock.now()),
        sequence=row.sequence,
        accounts=_accounts(session, row),
        ended=row.state is PartnershipState.ENDED,
        note=row.note or None,
    )
    return code.seal(message, _secrets.centre_signing_key(context, center)).text


def _answer(context: Context, session: Session, row: Partnership) -> str:
    if row.state not in _ANSWERS:
        raise PartnershipNotOpen(row.state)
    center = _commands.business_center(session, row.partner_center_id)
    message = code.PartnerAnswer(
        partnership_id=bytes.fromhex(row.id),
        decision=_ANSWERS[row.state],
        centre_key=center.public_key,
        centre_name=center.name,
        business_center_id=center.id,
        addressee_id=row.owner_center_id,
        signed_at=unix(context.clock.now()),
        sequence=row.sequence,
        decline_reason=row.decline_reason or None,
    )
    return code.seal(message, _secrets.centre_signing_key(context, center)).text


def _accounts(session: Session, row: Partnership) -> tuple[code.SharedAccount, ...]:
    shares = select(PartnerShare).where(col(PartnerShare.partnership_id) == row.id)
    return tuple(
        code.SharedAccount(share.account_id, share.handle, _name_in_code(share), _ROLES[share.role])
        for share in session.exec(shares.order_by(col(PartnerShare.account_id)))
    )


def _name_in_code(share: PartnerShare) -> str:
    """Return the display name, the handle where a code may not hold that name."""
    try:
        return code.require_plain_text(share.display_name) or share.handle
    except code.CodeRefused:
        return share.handle
