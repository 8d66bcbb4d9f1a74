"""Invitations: asking people to join, and their answers (issue 3, point 2; domain.md 6.1)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from sqlmodel import col, select

from bcdesktop.core.addresses import AddressProblem, ListedAddress, take_apart
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError, NotFound, ValueMalformed
from bcdesktop.core.ids import parse_text
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.mails import MailText
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.services import _accepting, _commands, _invitation_mail, _invitations, _inviting, _secrets
from bcdesktop.services._mails import parse_mail_text
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import ListedTwice
from bcdesktop.services.people_records import AddressCheck, InvitationOffer, Invited, NewInvitation
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import Invitation, Mail
from bcdesktop.store.unit_of_work import UnitOfWork
from bcdesktop.vault.errors import SecretPlaceLocked


# ------------------------------------------------------------------ the side that invites
def check_addresses(context: Context, actor: Actor, text: str, role: BusinessCenterRole) -> tuple[AddressCheck, ...]:
    """Take a pasted list apart and say of every piece whether it can be invited in ``role``, and why not.

    Problems are ValueMalformed, ListedTwice, AlreadyMember, AlreadyInvited, DomainNotAllowed. Raises NotAllowed.
    """
    listed = take_apart(text)
    with _commands.reading(context, actor, Action.INVITE_MEMBER) as session:
        center = _commands.business_center(session, actor.business_center_id)
        found = _invitations.problems(session, center, listed.addresses, role, context.clock.now())
    return tuple(AddressCheck(one.text, one.address, one.name, _problem(one, found)) for one in listed)


def _problem(one: ListedAddress, found: dict[str, AppError]) -> AppError | None:
    if one.address is None:
        return ValueMalformed("addresses", "email")
    if one.problem is AddressProblem.DOUBLE:
        return ListedTwice(one.address)
    return found.get(_invitations.folded(one.address))


def invite(context: Context, actor: Actor, new: NewInvitation, text: MailText, key: str) -> tuple[Invited, ...]:
    """Invite all addresses or nobody; each gets a code and a mail in the Outbox (A2-08: no accounts unless chosen).

    Raises NotAllowed, TooManyAddresses, ListedTwice, AlreadyMember, AlreadyInvited, DomainNotAllowed, LimitReached,
    what ``check_accounts`` raises for an asset, and InputRefused at ``addresses``, ``subject`` or ``body``.
    """
    codes: dict[str, str] = {}

    def work(unit: UnitOfWork) -> list[list[str]]:
        addresses = _inviting.parse_addresses(context, new)
        inviting = _inviting.Inviting(context, unit, actor)
        made = inviting.invite(addresses, new, parse_mail_text(text))
        codes.update(inviting.codes)
        return made

    # what is kept under the key holds no code: a repeated call reads it from the mail
    made = _commands.run(context, actor, Action.INVITE_MEMBER, work, key=key)
    with context.store.read() as session:
        return tuple(
            Invited(id_, email, codes.get(id_) or _inviting.code_in(session.get(Mail, mail_id)), mail_id)
            for id_, email, mail_id in made
        )


def resend(context: Context, actor: Actor, invitation_id: str, text: MailText) -> Invited:
    """Send an invitation again with a new code and seven new days; the code before is worth nothing then.

    Raises as ``resend_all``.
    """
    return resend_all(context, actor, [(invitation_id, text)])[0]


def resend_all(context: Context, actor: Actor, texts: Sequence[tuple[str, MailText]]) -> tuple[Invited, ...]:
    """Send all these invitations again, each with its text, or none.

    Raises NotAllowed, NotFound, InvitationNotOpen, AlreadyMember, DomainNotAllowed, LimitReached, InputRefused.
    """

    def work(unit: UnitOfWork) -> tuple[Invited, ...]:
        inviting = _inviting.Inviting(context, unit, actor)
        return tuple(
            inviting.resend(_invitations.own(unit.session, actor, id_), parse_mail_text(text)) for id_, text in texts
        )

    return _commands.run(context, actor, Action.INVITE_MEMBER, work)


def withdraw(context: Context, actor: Actor, invitation_id: str) -> None:
    """Take back an invitation that waits or ran out. Raises as ``withdraw_all``."""
    withdraw_all(context, actor, [invitation_id])


def withdraw_all(context: Context, actor: Actor, invitation_ids: Sequence[str]) -> None:
    """Take back all these invitations or none. Raises NotAllowed, NotFound, InvitationNotOpen."""

    def work(unit: UnitOfWork) -> None:
        for id_ in invitation_ids:
            _inviting.withdraw(unit, actor, _invitations.own(unit.session, actor, id_))

    _commands.run(context, actor, Action.INVITE_MEMBER, work)


def get(context: Context, actor: Actor, invitation_id: str) -> InvitationOffer:
    """Return what an invitation offers, answered or not, as the admins see it. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.SEE_MEMBERS) as session:
        invitation = _invitations.own(session, actor, invitation_id)
        return _invitations.offer_of(session, invitation, context.clock.now())


def newest_mail(context: Context, actor: Actor, invitation_id: str) -> MailText:
    """Return the newest mail of an invitation, to be sent another way. Raises NotAllowed, NotFound."""
    rows = select(Mail).where(Mail.about_id == invitation_id).order_by(col(Mail.created_at).desc())
    with _commands.reading(context, actor, Action.INVITE_MEMBER) as session:
        _invitations.own(session, actor, invitation_id)
        mail = session.exec(rows).first()
        if mail is None:
            raise NotFound("mail", invitation_id)
        return MailText(mail.subject, mail.body)


# ------------------------------------------------------------------ the side that was invited
def code_in_mail(data: bytes) -> str:
    """Return the code in a saved mail (.eml). Raises NotAnEmail, InvitationCodeWrong."""
    return _invitation_mail.find_code(data)


def look_up(context: Context, code_text: str) -> InvitationOffer:
    """Return what the invitation of a code offers; the code may stand in a longer text.

    Raises InvitationCodeWrong, InvitationCodeForOtherStore, InvitationUnknown, InvitationNotOpen, InvitationExpired.
    """
    with context.store.read() as session:
        invitation = _invitations.by_code(session, context.store.id, code_text)
        now = context.clock.now()
        _invitations.check_open(session, invitation, now)
        return _invitations.offer_of(session, invitation, now)


def accept(context: Context, code_text: str, name: str, password: str, *, second_step: str | None = None) -> Actor:
    """Join, and return who is signed in now. A new person gets ``name`` and ``password``; a known one shows theirs.

    Raises what ``look_up`` and, for a known person, ``people.sign_in`` raise; InputRefused at ``name`` or
    ``password``, LimitReached, AlreadyMember.
    """
    actor = _accepting.accept(context, code_text, name, password, second_step=second_step)
    if not context.keys.is_unlocked:
        # a locked keyring is asked again at the next sign-in: the invitation is accepted already
        with suppress(SecretPlaceLocked):
            _secrets.unlock_store_key(context, actor.person_id, password)
    return actor


def decline(context: Context, code_text: str, reason: str) -> None:
    """Say no; the admins read the ``reason``. Raises what ``look_up`` raises, InputRefused at ``reason``."""
    clean = parse_text(reason, "reason", maximum=LIMITS.decline_reason_bytes, required=False, unit="bytes")

    def work(unit: UnitOfWork) -> None:
        invitation = _invitations.by_code(unit.session, context.store.id, code_text)
        _invitations.check_open(unit.session, invitation, unit.now)
        known = _invitations.person_with(unit.session, invitation.email)
        values = {"state": InvitationState.DECLINED, "decided_at": unit.now, "decline_reason": clean or None}
        unit.compare_and_set(Invitation, invitation.id, {"state": InvitationState.PENDING}, values)
        unit.record(
            invitation.business_center_id,
            EntryActor("person", "" if known is None else known.id, invitation.name or invitation.email),
            ActivityAction.INVITATION_DECLINED,
            "invitation",
            invitation.id,
            {"email": invitation.email, "reason": clean},
            object_name=invitation.name or invitation.email,
        )
        unit.changed(ChangeKind.MEMBER, invitation.id)
        _commands.sign_head(context, unit, invitation.business_center_id)

    context.store.run(work)
