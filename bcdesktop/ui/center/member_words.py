"""What a member or an invitation is called, what its state means, and the mail that invites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.core.limits import LIFETIMES, LIMITS
from bcdesktop.core.mails import CODE_PLACE, NAME_PLACE, MailText
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.code_sheet import required_line
from bcdesktop.ui.kit.time_text import date_text, relative, short
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from datetime import datetime

    from bcdesktop.services.people_records import MemberRow, Members
    from bcdesktop.services.records import Actor

_MANY_ADMINS = 5
"""More admins than a small team needs (domain.md 13.13)."""


def name_text(row: MemberRow) -> str:
    """Return the name, or the address where no name is known; the person who looks is marked."""
    name = row.name or row.email
    return QCoreApplication.translate("MemberWords", "%1 (you)").replace("%1", name) if row.is_me else name


def state_badge(row: MemberRow) -> tuple[str, BadgeKind]:
    """Return word and colour of the state; an invitation that ran out has a word of its own."""
    if row.is_expired:
        return QCoreApplication.translate("MemberWords", "Expired"), BadgeKind.WARNING
    return label_of(row.status), badge_of(row.status)


def finance_text(role: FinanceRole | None) -> str:
    """Return the finance role; a dash for none."""
    return "–" if role is None else label_of(role)


def is_without_accounts(row: MemberRow) -> bool:
    """Tell whether the member would see an empty Business Center (domain.md 6.1.7)."""
    return row.status is MemberStatus.BOUND and row.accounts == 0


def accounts_text(row: MemberRow) -> str:
    """Return how many accounts somebody has; "None" where a member sees an empty Business Center."""
    if is_without_accounts(row):
        return QCoreApplication.translate("MemberWords", "None")
    is_over = row.status in {MemberStatus.UNBOUND, MemberStatus.REJECTED}
    return "" if is_over else str(row.accounts or "–")


def since_text(row: MemberRow, now: datetime) -> str:
    """Return when somebody joined, was invited or went."""
    return relative(row.left_at or row.since, now)


def state_sentence(row: MemberRow, now: datetime) -> str:
    """Return one sentence that says where the person stands and what to do."""
    if row.status is MemberStatus.PENDING:
        return _invitation_sentence(row, now)
    if row.status is MemberStatus.REJECTED:
        text = QCoreApplication.translate("MemberWords", "Declined the invitation.")
        if row.decline_reason:
            text = QCoreApplication.translate("MemberWords", "Declined the invitation: “%1”")
        return text.replace("%1", row.decline_reason)
    if row.status is MemberStatus.UNBOUND:
        text = QCoreApplication.translate("MemberWords", "Left or was removed on %1 and has no access any more.")
        return text.replace("%1", date_text(row.left_at or row.since))
    if row.accounts == 0:
        return QCoreApplication.translate(
            "MemberWords", "Sees nothing yet. Give access, so that there is something to work with."
        )
    return QCoreApplication.translate("MemberWords", "Member since %1.").replace("%1", date_text(row.since))


def _invitation_sentence(row: MemberRow, now: datetime) -> str:
    expires = row.expires_at or row.since
    if row.is_expired:
        text = QCoreApplication.translate(
            "MemberWords", "The invitation ran out %1. Send it again; the code before counts no more."
        )
        return text.replace("%1", relative(expires, now))
    text = QCoreApplication.translate("MemberWords", "Has not answered yet. The invitation counts until %1.")
    return text.replace("%1", short(expires))


def counts_text(members: Members) -> str:
    """Return "2 of 20 admins · 14 of 3,980 members"."""
    text = QCoreApplication.translate("MemberWords", "%1 of %2 admins · %3 of %4 standard members")
    numbers = (
        members.admins,
        members.maximum_admins,
        members.standard_members,
        members.maximum_standard_members,
    )
    for mark, number in zip(("%1", "%2", "%3", "%4"), numbers, strict=True):
        text = text.replace(mark, QLocale().toString(number))
    return text


def warnings(members: Members) -> tuple[str, ...]:
    """Return what an admin should know: one admin or too many, members outside of the allowed domains (13.13)."""
    texts = []
    if members.admins < LIMITS.admins_to_keep:
        texts.append(
            QCoreApplication.translate(
                "MemberWords",
                "Only one admin. Make a second one, so that the Business Center can be managed if one cannot come in.",
            )
        )
    elif members.admins > _MANY_ADMINS:
        texts.append(
            QCoreApplication.translate(
                "MemberWords", "%1 admins can change everything. Most teams need two or three."
            ).replace("%1", str(members.admins))
        )
    outside = members.outside_domains
    if outside:
        text = QCoreApplication.translate("MemberWords", "Outside of the allowed e-mail domains: %1")
        shown = ", ".join(outside[:3])
        rest = QCoreApplication.translate("MemberWords", "and %1 more").replace("%1", str(len(outside) - 3))
        texts.append(text.replace("%1", f"{shown} {rest}" if len(outside) > 3 else shown))
    return tuple(texts)


def role_title(role: BusinessCenterRole, finance_role: FinanceRole | None) -> str:
    """Return both roles as one text."""
    return " · ".join(label_of(one) for one in (role, finance_role) if one is not None)


def invitation_text(actor: Actor, role: BusinessCenterRole) -> MailText:
    """Return the mail that invites; code and name are put in when it is sent."""
    subject = QCoreApplication.translate("MemberWords", "Invitation to “%1”").replace("%1", actor.business_center_name)
    lines = (
        required_line(),
        QCoreApplication.translate("MemberWords", "Hello %1,").replace("%1", NAME_PLACE),
        QCoreApplication.translate("MemberWords", "%1 invites you to the Business Center “%2” (%3).")
        .replace("%1", actor.name)
        .replace("%2", actor.business_center_name)
        .replace("%3", label_of(role)),
        QCoreApplication.translate("MemberWords", "Your invitation code:") + f"\n{CODE_PLACE}",
        "\n".join(
            (
                QCoreApplication.translate("MemberWords", "To accept, do one of these in Business Center Desktop:"),
                QCoreApplication.translate(
                    "MemberWords", "1. In the Phone, open the Mail app, open this mail and tap Accept invitation."
                ),
                QCoreApplication.translate(
                    "MemberWords",
                    "2. On the sign-in page, press “I have an invitation”. Type the code, or drop this mail there.",
                ),
            )
        ),
        QCoreApplication.translate(
            "MemberWords", "The code counts for %1 days and once. If you did not expect it, leave it be."
        ).replace("%1", str(LIFETIMES.invitation.days)),
    )
    return MailText(subject, "\n\n".join(lines) + "\n")


def with_required_line(body: str) -> str:
    """Return ``body`` with the line that says what can read the code first, whatever was typed over it."""
    line = required_line()
    return body if body.startswith(line) else f"{line}\n\n{body}"
