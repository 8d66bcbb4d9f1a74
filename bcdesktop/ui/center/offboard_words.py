"""What an off-boarding says: titles, groups of its list, lines, what stays, and the advice after it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.core.ending import EndWay
from bcdesktop.services.offboarding_records import Reach, ReachGroup, ReachLine, SubjectKind
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.words import label_of

WAYS = {
    SubjectKind.MEMBER: EndWay.MEMBER,
    SubjectKind.PARTNER: EndWay.PARTNERSHIP,
    SubjectKind.CLIENT: EndWay.CLIENT,
}


def title(reach: Reach) -> str:
    """Return the title of the dialog."""
    return QCoreApplication.translate("Offboard", "Off-board %1").replace("%1", reach.name)


def sentence(reach: Reach) -> str:
    """Return what the list is."""
    translate = QCoreApplication.translate
    if reach.subject.kind is SubjectKind.MEMBER:
        text = translate("Offboard", "Everything %1 reaches here. The membership ends with it, at once.")
    elif reach.subject.kind is SubjectKind.PARTNER:
        text = translate("Offboard", "Everything “%1” reaches here. The partnership ends with it, at once.")
    else:
        text = translate("Offboard", "Everybody and everything that reaches %1. The link ends with it, at once.")
    return text.replace("%1", reach.name)


def group_title(group: ReachGroup, kind: SubjectKind, number: int) -> str:
    """Return the heading of one group with its number."""
    translate, is_client = QCoreApplication.translate, kind is SubjectKind.CLIENT
    ad_accounts = translate("Offboard", "Ad accounts it is linked to") if is_client else ""
    titles = {
        ReachGroup.TIKTOK_ACCOUNTS: translate("Offboard", "TikTok accounts"),
        ReachGroup.AD_ACCOUNTS: ad_accounts or translate("Offboard", "Ad accounts"),
        ReachGroup.OTHER_ASSETS: translate("Offboard", "Catalogs, pixels and audiences"),
        ReachGroup.PEOPLE: translate("Offboard", "Members with access"),
        ReachGroup.PARTNERS: translate("Offboard", "Partners with access"),
        ReachGroup.ADS: translate("Offboard", "Running ads"),
        ReachGroup.SESSIONS: translate("Offboard", "Computers where they stay signed in"),
        ReachGroup.CODES: translate("Offboard", "Open codes and notifications"),
        ReachGroup.REQUESTS: translate("Offboard", "Open requests"),
        ReachGroup.INVITATIONS: translate("Offboard", "Invitations they sent"),
        ReachGroup.OTHER_WAY: translate("Offboard", "The other direction of the partnership"),
        ReachGroup.OWN_AD_ACCOUNTS: translate("Offboard", "Their own ad accounts, which you reach"),
        ReachGroup.MEMBERSHIP: translate("Offboard", "The owner is a member here, too"),
    }
    text = translate("Offboard", "%1: %2").replace("%1", titles[group])
    return text.replace("%2", QLocale().toString(number))


def line_text(line: ReachLine) -> str:
    """Return one line: name, role, what it is."""
    translate = QCoreApplication.translate
    if line.group is ReachGroup.OTHER_WAY:
        text = translate("Offboard", "The partnership in which “%1” shares: %2 shared")
        if line.is_chosen:
            text = translate("Offboard", "The partnership in which you share with “%1”: %2 shared")
        return text.replace("%1", line.name).replace("%2", line.detail)
    role = "" if line.role is None else label_of(line.role)
    name = line.name or translate("Offboard", "Anyone with the account")
    return " · ".join(part for part in (name, role, line.detail) if part)


def cannot_text(line: ReachLine) -> str:
    """Return who can end what this person cannot."""
    names = ", ".join(line.helpers)
    return QCoreApplication.translate("Offboard", "Only %1 can end this.").replace("%1", names)


def verb(reach: Reach) -> str:
    """Return what stands on the red button."""
    return QCoreApplication.translate("Offboard", "Off-board %1").replace("%1", reach.name)


def stays(kind: SubjectKind) -> tuple[str, ...]:
    """Return what stays as it is."""
    return what_stays(WAYS[kind])


def advice(kind: SubjectKind) -> tuple[tuple[str, str], ...]:
    """Return title and text of what is left to do outside of the program (A0-46, A0-47, A0-48)."""
    translate = QCoreApplication.translate
    last_day = (
        translate("Offboard", "Do it on the last day"),
        translate(
            "Offboard",
            "Revoke access as soon as a partnership ends, not when somebody thinks of it. An end date on partners and "
            "grants does it by itself.",
        ),
    )
    password = (
        translate("Offboard", "Change a password that was shared"),
        translate(
            "Offboard",
            "Do not share the TikTok login with agencies. If it was shared, change the password and look at Manage "
            "devices on the phone.",
        ),
    )
    separate = (
        translate("Offboard", "Keep log-ins apart"),
        translate(
            "Offboard",
            "Use separate log-ins for the Business Center and the private account. TikTok may reconnect by itself "
            "where the same ones are used.",
        ),
    )
    return (separate, last_day) if kind is SubjectKind.MEMBER else (password, separate, last_day)
