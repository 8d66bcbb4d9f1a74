"""Partners on other computers: what is shared travels as a signed text, and so does the answer.

Nothing here reaches the other computer by itself. What it does not hear of it does not know, so every record says when
it was heard of last (security.md 2.6).
"""

from __future__ import annotations

from bcdesktop.core import code
from bcdesktop.core.code.lines import in_lines
from bcdesktop.core.ids import parse_email
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.core.partnerships import PartnershipSide
from bcdesktop.core.policy import Action
from bcdesktop.services import (
    _commands,
    _mails,
    _partner_codes,
    _partner_judge,
    _partner_rows,
    _partner_taking,
    partners,
)
from bcdesktop.services._partner_judge import Judged
from bcdesktop.services._partner_log import KIND
from bcdesktop.services._partnering import put_mail
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.partner_records import PartnerText, SharedAccountRow
from bcdesktop.services.people_records import PartnershipRow
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import PartnerShare
from bcdesktop.store.unit_of_work import UnitOfWork


def newest(context: Context, actor: Actor, partnership_id: str) -> str:
    """Return the text to give to the partner now: what is shared, or on the receiving side the answer.

    Raises NotAllowed, NotFound, PartnershipNotOpen where there is nothing to tell, StoreKeyLocked, CodeRefused.
    """
    with _commands.reading(context, actor, Action.CHANGE_PARTNER) as session:
        row = _partner_rows.own(session, actor.business_center_id, partnership_id)
        return _partner_codes.newest_text(context, session, row, actor.business_center_id)


def send(context: Context, actor: Actor, partnership_id: str, to_address: str, text: MailText) -> str:
    """Put a mail with the newest text into the Outbox and return its id; ``text`` holds the place for the code.

    Raises what ``newest`` does, and InputRefused.
    """
    address, mail = parse_email(to_address, "to_address"), _mails.parse_mail_text(text)

    def work(unit: UnitOfWork) -> str:
        row = _partner_rows.own(unit.session, actor.business_center_id, partnership_id)
        signed = in_lines(_partner_codes.newest_text(context, unit.session, row, actor.business_center_id))
        gives = _partner_rows.side_of(row, actor.business_center_id) is PartnershipSide.GIVING
        kind = MailKind.PARTNER_INVITATION if gives else MailKind.PARTNER_ANSWER
        unit.record(
            actor.business_center_id,
            _commands.entry_actor(actor),
            ActivityAction.MAIL_SENT,
            KIND,
            row.id,
            {"to": address, "subject": mail.subject},
            object_name=address,
        )
        return put_mail(unit, row, kind, address, mail.filled(code=signed))

    return _commands.run(context, actor, Action.CHANGE_PARTNER, work)


def look_at(context: Context, actor: Actor, text: str) -> PartnerText:
    """Return what a partner text says and would change; nothing is changed.

    Raises NotAllowed, CodeRefused, CodeFromFuture, CodeKindWrong, PartnerTextForOther, PartnerTextUnknown,
    PartnerKeyChanged, PartnerTextOld, PartnershipNotOpen, AlreadyPartner.
    """
    with _commands.reading(context, actor, Action.CHANGE_PARTNER) as session:
        judged = _partner_judge.judge(session, actor, text, context.clock.now())
        shares = {} if judged.row is None else _partner_taking.shares_of(session, judged.row)
        my_key = _commands.business_center(session, actor.business_center_id).public_key
        return _record(judged, shares, code.fingerprint_digits(my_key, judged.key))


def take(context: Context, actor: Actor, text: str) -> PartnershipRow:
    """Carry out a partner text: an invitation waits for an answer then, an update or an answer counts at once.

    Raises what ``look_at`` does, and ClockMovedBack. Taken twice it changes nothing the second time.
    """

    def work(unit: UnitOfWork) -> str:
        return _partner_taking.take(unit, actor, _partner_judge.judge(unit.session, actor, text, unit.now))

    return partners.get(context, actor, _commands.run(context, actor, Action.CHANGE_PARTNER, work))


def digits(context: Context, actor: Actor, partnership_id: str) -> str | None:
    """Return the 30 digits of both sides' keys (security.md 2.5); None before a key of the other side was seen.

    Raises NotAllowed, NotFound.
    """
    with _commands.reading(context, actor, Action.SEE_PARTNERS) as session:
        row = _partner_rows.own(session, actor.business_center_id, partnership_id)
        gives = _partner_rows.side_of(row, actor.business_center_id) is PartnershipSide.GIVING
        theirs = row.partner_key if gives else row.owner_key
        mine = _commands.business_center(session, actor.business_center_id).public_key
    return None if theirs is None else code.fingerprint_digits(mine, theirs)


def _record(judged: Judged, shares: dict[str, PartnerShare], both: str) -> PartnerText:
    message = judged.message
    note, reason = "", ""
    accounts: tuple[SharedAccountRow, ...] = ()
    if isinstance(message, code.PartnerAnswer):
        reason = message.decline_reason or ""
    else:
        note, accounts = message.note or "", _accounts(message, shares)
    return PartnerText(
        kind=judged.kind,
        partnership_id=message.partnership_id.hex(),
        other_id=message.business_center_id,
        other_name=message.centre_name,
        made_at=judged.made_at,
        note=note,
        accounts=accounts,
        decline_reason=reason,
        digits=both,
        is_first_contact=judged.is_first_contact,
        key_is_new=judged.key_is_new,
        is_known=judged.is_known,
    )


def _accounts(message: code.PartnerInvitation, shares: dict[str, PartnerShare]) -> tuple[SharedAccountRow, ...]:
    told = {account.account_id for account in message.accounts}
    now = [
        SharedAccountRow(
            account.handle,
            account.display_name,
            _partner_codes.ROLE_OF[account.role],
            shares[account.account_id].role if account.account_id in shares else None,
        )
        for account in message.accounts
    ]
    gone = [
        SharedAccountRow(share.handle, share.display_name, None, share.role)
        for account_id, share in shares.items()
        if account_id not in told
    ]
    return tuple(now + gone)
