"""Invitations in the phone's Mail app: whoever has the mail on a phone answers there (issue 3, point 2)."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from bcdesktop.core.errors import NotFound
from bcdesktop.profile import PhoneProfile
from bcdesktop.services import _accepting, _invitations, invitations, mail
from bcdesktop.services.context import Context
from bcdesktop.services.people_records import InvitationOffer
from bcdesktop.services.phone_records import Joined, MailRow
from bcdesktop.store.tables import DirectoryAccount, Person


def look_up(context: Context, phone: PhoneProfile, mail_id: str) -> InvitationOffer:
    """Return what the invitation in a mail offers.

    Raises NotFound for a mail to somebody else, and what ``invitations.look_up`` raises: an older mail of an
    invitation that was sent again holds a code that is worth nothing.
    """
    return invitations.look_up(context, _mail(context, phone, mail_id).body)


def accept(
    context: Context, phone: PhoneProfile, mail_id: str, name: str, password: str, *, second_step: str | None = None
) -> Joined:
    """Join as ``invitations.accept`` does; the TikTok account with the mail's address is tied to a person without one.

    Then "Log in with TikTok" works for the person. Raises NotFound and what ``invitations.accept`` raises.
    """
    row = _mail(context, phone, mail_id)
    with context.store.read() as session:
        tiktok = _account_of(session, phone, row.to_address)
    actor = _accepting.accept(context, row.body, name, password, second_step=second_step, tiktok=tiktok)
    with context.store.read() as session:
        handle = session.get_one(Person, actor.person_id).tiktok_handle
    return Joined(actor.business_center_name, actor.person_id, actor.email, handle)


def decline(context: Context, phone: PhoneProfile, mail_id: str, reason: str) -> None:
    """Say no. Raises NotFound and what ``invitations.decline`` raises."""
    invitations.decline(context, _mail(context, phone, mail_id).body, reason)


def _mail(context: Context, phone: PhoneProfile, mail_id: str) -> MailRow:
    for row in mail.inbox(context, phone):
        if row.id == mail_id:
            return row
    raise NotFound("mail", mail_id)


def _account_of(session: Session, phone: PhoneProfile, address: str) -> tuple[str, str] | None:
    """Return the account on the phone that has this address, the active one first."""
    active = phone.active
    rows = select(DirectoryAccount).where(
        col(DirectoryAccount.id).in_([account.account_id for account in phone.accounts()]),
        func.lower(DirectoryAccount.email) == _invitations.folded(address),
    )
    found = sorted(session.exec(rows), key=lambda one: active is None or one.id != active.account_id)
    return (found[0].id, found[0].handle) if found else None
