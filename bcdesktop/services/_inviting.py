"""The rows, mails and log entries of invitations that are made or sent again; codes are kept as hashes only."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from bcdesktop.core.business_centers import PERSON_NAME_CHARACTERS
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ChangedMeanwhile, InputRefused, InvitationCodeWrong, ValueMissing
from bcdesktop.core.ids import parse_email, parse_text
from bcdesktop.core.invitations import InvitationState, find_invitation_code, hash_of_code, new_invitation_code
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.services import _commands, _invitations, _mails, _member_limits
from bcdesktop.services._invited_accounts import check_accounts
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import AlreadyInvited, InvitationNotOpen, ListedTwice, TooManyAddresses
from bcdesktop.services.people_records import Invited, NewInvitation
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Invitation, Mail
from bcdesktop.store.unit_of_work import UnitOfWork


def parse_addresses(context: Context, new: NewInvitation) -> tuple[str, ...]:
    """Return the addresses in their one form. Raises ValueMissing, ValueMalformed, ListedTwice, TooManyAddresses."""
    if not new.addresses:
        raise ValueMissing("addresses")
    maximum = context.limits.addresses_per_invitation
    if len(new.addresses) > maximum:
        raise TooManyAddresses(maximum, len(new.addresses))
    parsed: dict[str, str] = {}
    for text in new.addresses:
        address = parse_email(text, "addresses")
        if _invitations.folded(address) in parsed:
            raise ListedTwice(address)
        parsed[_invitations.folded(address)] = address
    return tuple(parsed.values())


@dataclass
class Inviting:
    """One unit of work that invites. ``codes`` by invitation, for whoever made them: the store has only hashes."""

    context: Context
    unit: UnitOfWork
    actor: Actor
    codes: dict[str, str] = field(default_factory=dict)

    def invite(self, addresses: tuple[str, ...], new: NewInvitation, text: MailText) -> list[list[str]]:
        """Invite everybody or nobody; return id, address and mail of each. Raises what stands in the way first."""
        session, center_id = self.unit.session, self.actor.business_center_id
        center = _commands.business_center(session, center_id)
        found = _invitations.problems(session, center, addresses, new.role, self.unit.now)
        for address in addresses:
            if _invitations.folded(address) in found:
                raise found[_invitations.folded(address)]
        limits = self.context.limits
        _member_limits.check_room(self.unit, limits, center_id, new.role, len(addresses), with_invited=True)
        accounts = check_accounts(session, center_id, new.accounts, self.unit.now)
        self._drop_expired(addresses)
        with self.unit.many():
            return [self._invite_one(address, new, accounts, text) for address in addresses]

    def resend(self, invitation: Invitation, text: MailText) -> Invited:
        """Give an open or expired invitation a new code and seven new days; the old code is worth nothing after it."""
        unit = self.unit
        if invitation.state is not InvitationState.PENDING:
            raise InvitationNotOpen(invitation.state.value)
        self._check_again(invitation)
        code = new_invitation_code(self.context.store.id)
        renewed = {
            "code_hash": hash_of_code(code),
            "expires_at": unit.now + LIFETIMES.invitation,
            "sent_at": unit.now,
            "times_sent": invitation.times_sent + 1,
        }
        expected = {"state": InvitationState.PENDING, "version": invitation.version}
        if not unit.compare_and_set(Invitation, invitation.id, expected, renewed):
            raise ChangedMeanwhile("invitation", invitation.id)
        mail = self._send(invitation, code, text)
        body = {"email": invitation.email, "times_sent": invitation.times_sent}
        note(unit, self.actor, invitation, ActivityAction.INVITATION_RESENT, body)
        return Invited(invitation.id, invitation.email, code, mail.id)

    def _check_again(self, invitation: Invitation) -> None:
        """Ask what is asked of a new invitation; an expired one took up no room meanwhile."""
        unit, role, center_id = self.unit, invitation.role, invitation.business_center_id
        center = _commands.business_center(unit.session, center_id)
        found = _invitations.problems(unit.session, center, (invitation.email,), role, unit.now)
        for problem in found.values():
            if not isinstance(problem, AlreadyInvited):
                raise problem
        if unit.now > invitation.expires_at:
            _member_limits.check_room(unit, self.context.limits, center_id, role, 1, with_invited=True)

    def _drop_expired(self, addresses: tuple[str, ...]) -> None:
        """Make room for a new invitation where an expired one still stands (domain.md 6.1.5)."""
        for invitation in _invitations.expired(
            self.unit.session, self.actor.business_center_id, addresses, self.unit.now
        ):
            withdraw(self.unit, self.actor, invitation)

    def _invite_one(self, address: str, new: NewInvitation, accounts: list[list[str]], text: MailText) -> list[str]:
        code = new_invitation_code(self.context.store.id)
        invitation = Invitation(
            id=secrets.token_hex(16),
            business_center_id=self.actor.business_center_id,
            email=address,
            name=_clean_name(new.names.get(address, "")),
            role=new.role,
            finance_role=new.finance_role,
            state=InvitationState.PENDING,
            accounts=accounts,
            code_hash=hash_of_code(code),
            invited_by=self.actor.person_id,
            created_at=self.unit.now,
            expires_at=self.unit.now + LIFETIMES.invitation,
            sent_at=self.unit.now,
        )
        self.unit.session.add(invitation)
        mail = self._send(invitation, code, text)
        body = {"email": address, "role": new.role, "finance_role": new.finance_role, "accounts": len(accounts)}
        note(self.unit, self.actor, invitation, ActivityAction.MEMBER_INVITED, body)
        return [invitation.id, address, mail.id]

    def _send(self, invitation: Invitation, code: str, text: MailText) -> Mail:
        self.codes[invitation.id] = code
        return _mails.put(
            self.unit,
            MailKind.INVITATION,
            invitation.email,
            text.filled(code=code, name=invitation.name or invitation.email),
            business_center_id=invitation.business_center_id,
            from_name=self.actor.business_center_name,
            about_id=invitation.id,
        )


def _clean_name(name: str) -> str:
    """Return a name found beside an address, "" for one that cannot be: whoever accepts types their own."""
    try:
        return parse_text(name, "name", maximum=PERSON_NAME_CHARACTERS, required=False)
    except InputRefused:
        return ""


def withdraw(unit: UnitOfWork, actor: Actor, invitation: Invitation) -> None:
    """End an invitation that waits, or ran out. Raises InvitationNotOpen."""
    values = {"state": InvitationState.WITHDRAWN, "decided_at": unit.now}
    if not unit.compare_and_set(Invitation, invitation.id, {"state": InvitationState.PENDING}, values):
        _invitations.check_open(unit.session, invitation, unit.now)
        raise ChangedMeanwhile("invitation", invitation.id)
    note(unit, actor, invitation, ActivityAction.INVITATION_WITHDRAWN, {"email": invitation.email})


def note(
    unit: UnitOfWork, actor: Actor, invitation: Invitation, action: ActivityAction, body: Mapping[str, object]
) -> None:
    """Write the log entry about an invitation and say that it changed."""
    unit.record(
        invitation.business_center_id,
        _commands.entry_actor(actor),
        action,
        "invitation",
        invitation.id,
        body,
        object_name=invitation.name or invitation.email,
    )
    unit.changed(ChangeKind.MEMBER, invitation.id)


def code_in(mail: Mail | None) -> str:
    """Return the code a mail carries, "" where it carries none any more."""
    try:
        return "" if mail is None else find_invitation_code(mail.body)
    except InvitationCodeWrong:
        return ""
