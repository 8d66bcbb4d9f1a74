"""Requests to the admins by somebody who cannot sign in (A0-43). Nothing told here says who is a member of what."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.ids import parse_email, parse_handle
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services import _admin_requests, _commands, _mails
from bcdesktop.services._admin_requests import Asked
from bcdesktop.services.context import Context
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AdminRequest, BusinessCenter, Member, Person, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork

OPEN_PER_BUSINESS_CENTER = 50
"""A handle is public and addresses are free, so one limit per address alone would not keep a flood off."""
SUBJECTS = (AdminRequestSubject.SIGN_IN, AdminRequestSubject.REMOVE_ME, AdminRequestSubject.REMOVE_ACCOUNT)


def ask(
    context: Context, email: str, subject: AdminRequestSubject, text: str, handle: str, mail: MailText | None
) -> None:
    """See ``admin_requests.ask_from_outside``; ``text`` has been checked already."""
    if subject not in SUBJECTS:
        raise ValueError(subject)
    address = parse_email(email, "email")
    account = parse_handle(handle, "handle") if subject is AdminRequestSubject.REMOVE_ACCOUNT else ""
    words = None if mail is None else _mails.parse_mail_text(mail)

    def work(unit: UnitOfWork) -> None:
        for center, link_id in _concerned(unit.session, address, account):
            if not _has_room(context, unit.session, center.id, address, subject, account):
                continue
            # the address is what somebody typed: no person's name stands for it
            asker = EntryActor("person", "", address)
            asked = Asked(subject, text, object_id=link_id, object_name=_shown(account))
            _admin_requests.add(unit, asker, center.id, asked, person_id=None, email=address)
            if words is not None:
                _tell_admins(unit, center, words)
            _commands.sign_head(context, unit, center.id)

    context.store.run(work)


def _concerned(session: Session, address: str, handle: str) -> list[tuple[BusinessCenter, str | None]]:
    """Return the Business Centers the account is linked to, else those the address is a member of."""
    linked = (
        select(BusinessCenter, TikTokAccountLink.id)
        .join(TikTokAccountLink, col(TikTokAccountLink.business_center_id) == col(BusinessCenter.id))
        .where(TikTokAccountLink.handle == handle, TikTokAccountLink.state == LinkState.ACTIVE)
        .order_by(BusinessCenter.id)
    )
    found: list[tuple[BusinessCenter, str | None]] = [(center, link) for center, link in session.exec(linked)]
    if found:
        return found
    joined = (
        select(BusinessCenter)
        .join(Member, col(Member.business_center_id) == col(BusinessCenter.id))
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(func.lower(Person.email) == address.lower(), Member.status == MemberStatus.BOUND)
        .order_by(BusinessCenter.id)
    )
    return [(center, None) for center in session.exec(joined)]


def _has_room(
    context: Context, session: Session, center_id: str, address: str, subject: AdminRequestSubject, handle: str
) -> bool:
    """Tell whether this is no repetition and neither the address nor the Business Center has too many open."""
    outside = select(AdminRequest).where(
        AdminRequest.business_center_id == center_id,
        col(AdminRequest.person_id).is_(None),
        AdminRequest.state == AdminRequestState.OPEN,
    )
    waiting = session.exec(outside).all()
    of_address = [row for row in waiting if row.asked_by_email.lower() == address.lower()]
    if any(row.subject is subject and row.object_name == _shown(handle) for row in of_address):
        return False
    limit = context.limits.open_admin_requests_per_person
    return len(of_address) < limit and len(waiting) < OPEN_PER_BUSINESS_CENTER


def _tell_admins(unit: UnitOfWork, center: BusinessCenter, text: MailText) -> None:
    admins = (
        select(Person.email, Person.name)
        .join(Member, col(Member.person_id) == col(Person.id))
        .where(
            Member.business_center_id == center.id,
            Member.role == BusinessCenterRole.ADMIN,
            Member.status == MemberStatus.BOUND,
        )
        .order_by(col(Person.name), Person.id)
    )
    for email, name in unit.session.exec(admins):
        _mails.put(
            unit,
            MailKind.ADMIN_REQUEST,
            email,
            text.filled(name=name),
            business_center_id=center.id,
            from_name=center.name,
        )


def _shown(handle: str) -> str:
    return f"@{handle}" if handle else ""
