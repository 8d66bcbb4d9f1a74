"""Invite members: addresses, role, accounts, message (domain.md 6.1.1, 6.1.2; A4-29, A4-30, A2-08)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bcdesktop.core.errors import ValueMalformed, ValueMissing
from bcdesktop.core.flows.base import Flow
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.mails import MailText
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole


@dataclass(frozen=True)
class Addresses:
    """The good addresses of a pasted list; ``unsettled`` counts the others that still stand in it."""

    addresses: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    unsettled: int = 0


@dataclass(frozen=True)
class Role:
    """What the people become; without a finance role they see no money (domain.md 2.1)."""

    role: BusinessCenterRole = BusinessCenterRole.STANDARD
    finance_role: FinanceRole | None = None


@dataclass(frozen=True)
class Accounts:
    """TikTok accounts that are given when the invitation is accepted, as (id, role); none unless chosen (A2-08)."""

    accounts: tuple[tuple[str, AssetRole], ...] = ()


@dataclass(frozen=True)
class Message:
    """The mail as it was changed; ``core.mails`` says where code and name go."""

    subject: str
    body: str


class InviteMembers(Flow):
    """Ends with everything ``services.invitations.invite`` asks for."""

    answer_types = {"addresses": Addresses, "role": Role, "accounts": Accounts, "message": Message}

    def path(self) -> tuple[str, ...]:
        """Return the steps; the accounts may be skipped by choosing none."""
        return ("addresses", "role", "accounts", "message")

    def check(self, step: str, answer: Any) -> Any:
        """Check the fields of ``answer``. Raises InputRefused."""
        match answer:
            case Addresses(addresses=()):
                raise ValueMissing("addresses")
            case Addresses() if answer.unsettled or len(answer.addresses) > LIMITS.addresses_per_invitation:
                raise ValueMalformed("addresses", "email")
            case Message():
                for name in ("subject", "body"):
                    if not getattr(answer, name).strip():
                        raise ValueMissing(name)
        return answer

    @property
    def addresses(self) -> Addresses:
        """The people, nobody before they were chosen."""
        return self.answer_to(Addresses) or Addresses()

    @property
    def role(self) -> Role:
        """The roles, Standard before one was chosen."""
        return self.answer_to(Role) or Role()

    @property
    def accounts(self) -> Accounts:
        """The accounts, none before some were chosen."""
        return self.answer_to(Accounts) or Accounts()

    def text(self) -> MailText:
        """Return the mail. Raises ValueMissing before it was answered."""
        message = self.answer_to(Message)
        if message is None:
            raise ValueMissing("body")
        return MailText(message.subject, message.body)
