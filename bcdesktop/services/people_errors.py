"""What the rules of members, invitations, partners, signing in and mail refuse."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import InputRefused, RuleRefused, Trouble
from bcdesktop.core.roles import AssetRole


# ------------------------------------------------------------------ members and invitations
@dataclass(eq=False)
class LastAdmin(RuleRefused):
    """The last admin can neither leave nor be lowered (domain.md 6.1.11). ``name`` is that person."""

    name: str


@dataclass(eq=False)
class AlreadyMember(RuleRefused):
    """The person with this address is a member already."""

    email: str


@dataclass(eq=False)
class AlreadyInvited(RuleRefused):
    """An invitation to this address is still waiting."""

    email: str


@dataclass(eq=False)
class ListedTwice(RuleRefused):
    """The address stands in the list a second time."""

    email: str


@dataclass(eq=False)
class DomainNotAllowed(RuleRefused):
    """The rule of the Business Center allows other e-mail domains only (domain.md 1.1.7)."""

    email: str
    domains: tuple[str, ...]


@dataclass(eq=False)
class TooManyAddresses(RuleRefused):
    """At most 50 addresses in one invitation (domain.md 4)."""

    maximum: int
    current: int


@dataclass(eq=False)
class InvitationUnknown(RuleRefused):
    """No invitation with this code: it was made anew since, or never in this store."""


@dataclass(eq=False)
class InvitationNotOpen(RuleRefused):
    """The invitation was answered or withdrawn (``state``: accepted, declined, withdrawn)."""

    state: str


@dataclass(eq=False)
class InvitationExpired(RuleRefused):
    """The invitation ran out; an admin can send it again (domain.md 6.1.5)."""

    center_name: str


@dataclass(eq=False)
class NotAnEmail(RuleRefused):
    """The file holds no mail that could be read."""


# ------------------------------------------------------------------ grants
@dataclass(eq=False)
class HolderGone(RuleRefused):
    """The member or partner is not there any more, so nothing can be given. ``name`` is who was meant."""

    name: str


@dataclass(eq=False)
class RoleAboveShare(RuleRefused):
    """Nobody passes on more than was given to them (domain.md 2.5): ``owner_name`` gave ``name`` as ``limit``."""

    name: str
    owner_name: str
    limit: AssetRole


@dataclass(eq=False)
class BelongsToOther(RuleRefused):
    """The asset is shared by another Business Center or person, who alone can do this (A0-39)."""

    name: str
    owner_name: str


@dataclass(eq=False)
class NoOwnAccess(RuleRefused):
    """There is no access of one's own to give up."""

    name: str


# ------------------------------------------------------------------ partners
@dataclass(eq=False)
class PartnerIsSelf(InputRefused):
    """The id is that of the own Business Center."""


@dataclass(eq=False)
class AlreadyPartner(RuleRefused):
    """There is an open or accepted partnership with this Business Center already."""

    name: str


@dataclass(eq=False)
class PartnershipNotOpen(RuleRefused):
    """The partnership is not in the state the step needs (``state``: pending, active, declined, ended)."""

    state: str


@dataclass(eq=False)
class PartnerTextForOther(RuleRefused):
    """The text is meant for another Business Center than the open one. ``business_center_id`` is the one it names."""

    business_center_id: str


@dataclass(eq=False)
class PartnerTextUnknown(RuleRefused):
    """A good text for this Business Center that fits none of its partnerships, or knows more than was ever told."""


@dataclass(eq=False)
class PartnerTextOld(RuleRefused):
    """A newer text of the same partnership was entered before."""


@dataclass(eq=False)
class PartnerKeyChanged(RuleRefused):
    """The other Business Center signs with another key than before (security.md 2.5.4)."""

    name: str


# ------------------------------------------------------------------ signing in
@dataclass(eq=False)
class SignInLocked(RuleRefused):
    """100 wrong passwords: only a recovery code, the recovery text or an admin opens it again (security.md 2.7)."""

    failures: int


@dataclass(eq=False)
class SecondStepNeeded(RuleRefused):
    """The password was right; the code of the authenticator app is asked for next."""


@dataclass(eq=False)
class SecondStepWrong(InputRefused):
    """Not the code of now, one that was used before, or a used recovery code."""


@dataclass(eq=False)
class TwoStepRequired(RuleRefused):
    """The Business Center asks for two-step verification and this person has not set it up."""

    center_name: str


@dataclass(eq=False)
class TwoStepFirst(RuleRefused):
    """Whoever makes it a rule sets it up first, so that nobody locks everybody out."""


@dataclass(eq=False)
class TwoStepAlreadyOn(RuleRefused):
    """It was set up before; it is turned off first where another app shall take its place."""


@dataclass(eq=False)
class PasswordWrong(InputRefused):
    """The present password does not fit."""


@dataclass(eq=False)
class RecoveryWrong(InputRefused):
    """Neither a recovery code of this person that is left nor the recovery text of this store."""


@dataclass(eq=False)
class LeavesAdminsOut(RuleRefused):
    """The new domain rule would shut out admins of now. ``names`` are theirs."""

    names: tuple[str, ...]


# ------------------------------------------------------------------ requests to the admins
@dataclass(eq=False)
class TooManyAdminRequests(RuleRefused):
    """So many requests of this person wait already."""

    maximum: int


@dataclass(eq=False)
class AdminRequestDecided(RuleRefused):
    """Another admin was faster. ``name`` answered."""

    name: str


# ------------------------------------------------------------------ mail
@dataclass(eq=False)
class MailServerMissing(RuleRefused):
    """No mail server is set up, so the program cannot send by itself."""


@dataclass(eq=False)
class MailAlreadySent(RuleRefused):
    """The mail was sent before, or is being sent just now."""


@dataclass(eq=False)
class MailServerUnreachable(Trouble):
    """No answer from the mail server at ``host``."""

    host: str


@dataclass(eq=False)
class MailServerNotSecure(Trouble):
    """The server offers no TLS, or a certificate nobody vouches for; nothing was sent."""

    host: str


@dataclass(eq=False)
class MailLoginRefused(Trouble):
    """The mail server refuses login or password."""

    host: str


@dataclass(eq=False)
class MailRefused(Trouble):
    """The server refuses the mail itself. ``answer`` is what it said."""

    host: str
    answer: str


@dataclass(eq=False)
class MailMaybeSent(Trouble):
    """The server at ``host`` had all of the mail and no answer came, or the program ended before it did."""

    host: str


@dataclass(eq=False)
class MailPasswordNeeded(RuleRefused):
    """No password for ``login`` at the mail server is at hand; it is asked for."""

    host: str
    login: str


@dataclass(eq=False)
class MailOutdated(RuleRefused):
    """What the mail is about is over: its code ran out, or was replaced by a newer one."""


@dataclass(eq=False)
class MailLoginInTheOpen(InputRefused):
    """A password would go to ``host`` unencrypted."""

    host: str
