"""E-mail inside one store: what the program sends is kept, and its addressee reads it in the phone's Mail app."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound, ValueTooLong
from bcdesktop.core.ids import parse_email
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.core.policy import Action
from bcdesktop.profile import PhoneProfile
from bcdesktop.services import _commands, _devices, _mails
from bcdesktop.services._mails import ATTACHMENT_BYTES
from bcdesktop.services._rows import request_state
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import RequestNotOpen
from bcdesktop.services.phone_records import MailRow
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import AccessRequest, BusinessCenter, DirectoryAccount, Mail
from bcdesktop.store.unit_of_work import UnitOfWork


def send_code(
    context: Context,
    actor: Actor,
    request_id: str,
    to_address: str,
    subject: str,
    body: str,
    *,
    png: bytes | None = None,
) -> str:
    """Send the code of a pending request by mail, with ``png`` as its picture; return the mail's id.

    Raises NotAllowed, NotFound, RequestNotOpen, InputRefused.
    """
    address = parse_email(to_address, "to_address")
    text = _mails.parse_mail_text(MailText(subject, body))
    if png is not None and len(png) > ATTACHMENT_BYTES:
        raise ValueTooLong("attachment", ATTACHMENT_BYTES, len(png), "bytes")

    def work(unit: UnitOfWork) -> str:
        request = unit.session.get(AccessRequest, request_id)
        if request is None or request.business_center_id != actor.business_center_id:
            raise NotFound("access_request", request_id)
        state = request_state(request, unit.now)
        if state is not RequestState.PENDING:
            raise RequestNotOpen(state)
        mail = _mails.put(
            unit,
            MailKind.CODE,
            address,
            text,
            business_center_id=actor.business_center_id,
            from_name=actor.business_center_name,
            about_id=request_id,
        )
        mail.attachment_name, mail.attachment = None if png is None else "qr-code.png", png
        unit.record(
            actor.business_center_id,
            _commands.entry_actor(actor),
            ActivityAction.MAIL_SENT,
            "access_request",
            request_id,
            {"to": address, "subject": text.subject},
            object_name=address,
        )
        return mail.id

    return _commands.run(context, actor, Action.REQUEST_TIKTOK_ACCOUNT, work)


def inbox(context: Context, phone: PhoneProfile) -> tuple[MailRow, ...]:
    """Return the mails to the addresses of the accounts on this phone, newest first."""
    with context.store.read() as session:
        return _mails_to(session, phone)


def read(context: Context, phone: PhoneProfile, mail_id: str) -> MailRow:
    """Return a mail and mark it read. Raises NotFound, also for a mail to somebody else."""

    def work(unit: UnitOfWork) -> MailRow:
        if not any(mail.id == mail_id for mail in _mails_to(unit.session, phone)):
            raise NotFound("mail", mail_id)
        if unit.compare_and_set(Mail, mail_id, {"read_at": None}, {"read_at": unit.now}):
            unit.changed(ChangeKind.MAIL, mail_id)
        return next(mail for mail in _mails_to(unit.session, phone) if mail.id == mail_id)

    return context.store.run(work)


def _mails_to(session: Session, phone: PhoneProfile) -> tuple[MailRow, ...]:
    on_phone = [account.account_id for account in _devices.logged_in(session, phone.accounts())]
    addresses = select(func.lower(DirectoryAccount.email)).where(col(DirectoryAccount.id).in_(on_phone))
    rows = (
        select(Mail, BusinessCenter)
        .outerjoin(BusinessCenter, col(BusinessCenter.id) == col(Mail.business_center_id))
        .where(func.lower(Mail.to_address).in_(addresses))
        .order_by(col(Mail.created_at).desc(), col(Mail.id))
    )
    return tuple(
        MailRow(
            id=mail.id,
            to_address=mail.to_address,
            from_name=mail.from_name or ("" if center is None else center.name),
            subject=mail.subject,
            body=mail.body,
            attachment_name=mail.attachment_name,
            attachment=mail.attachment,
            created_at=mail.created_at,
            read_at=mail.read_at,
            kind=mail.kind,
            about_id=mail.about_id,
        )
        for mail, center in session.exec(rows)
    )
