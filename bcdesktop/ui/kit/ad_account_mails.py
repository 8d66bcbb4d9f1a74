"""The mails about requests for ad accounts: what the owner reads, and what comes back (A4-44)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.mails import NAME_PLACE, MailText
from bcdesktop.core.roles import AssetRole
from bcdesktop.services.ad_records import AdAccountRequestRow
from bcdesktop.ui.kit.ad_account_levels import level_text
from bcdesktop.ui.kit.words import label_of


def request_mail(
    asker: str, center_name: str, number: str, kind: AdAccountRequestKind, role: AssetRole, note: str
) -> MailText:
    """Return the mail to whoever answers for the ad account ``number``."""
    if kind is AdAccountRequestKind.TRANSFER:
        subject = QCoreApplication.translate("AdAccountMails", "“%1” wants to take over your ad account %2")
        asks = QCoreApplication.translate(
            "AdAccountMails",
            "%3 asks you to move the ad account %2 into the Business Center “%1”. It would own the ad account from "
            "then on. This cannot be undone.",
        )
    else:
        subject = QCoreApplication.translate("AdAccountMails", "“%1” asks for access to your ad account %2")
        asks = QCoreApplication.translate(
            "AdAccountMails", "%3 of the Business Center “%1” asks for %4 access to the ad account %2."
        )
    lines = [
        QCoreApplication.translate("AdAccountMails", "Hello %1,").replace("%1", NAME_PLACE),
        _filled(asks, center_name, number, asker).replace("%4", label_of(role)),
    ]
    if kind is AdAccountRequestKind.ACCESS:
        lines.append(f"{label_of(role)}: {level_text(role)}")
    if note:
        lines.append(QCoreApplication.translate("AdAccountMails", "The note: “%1”").replace("%1", note))
    lines += [
        QCoreApplication.translate(
            "AdAccountMails",
            "To grant or refuse it, open Business Center Desktop > Ads Manager > Notifications, or Ad accounts > "
            "Requests in your Business Center. Without an answer it lapses after 30 days, and nothing changes.",
        ),
        QCoreApplication.translate("AdAccountMails", "If you do not know who is asking, refuse."),
    ]
    return MailText(_filled(subject, center_name, number, asker), "\n\n".join(lines))


def answer_mail(row: AdAccountRequestRow, by: str, *, granted: bool, reason: str = "") -> MailText:
    """Return the mail that tells who asked what ``by`` answered to ``row``."""
    if granted and row.kind is AdAccountRequestKind.TRANSFER:
        subject = QCoreApplication.translate("AdAccountMails", "The ad account “%1” is yours")
        said = QCoreApplication.translate(
            "AdAccountMails", "%3 moved the ad account “%1” (%2) into “%4”, which owns it now."
        )
    elif granted:
        subject = QCoreApplication.translate("AdAccountMails", "Access to the ad account “%1” was granted")
        said = QCoreApplication.translate("AdAccountMails", "%3 gave “%4” %5 access to the ad account “%1” (%2).")
    else:
        subject = QCoreApplication.translate("AdAccountMails", "Your request for the ad account “%1” was refused")
        said = QCoreApplication.translate("AdAccountMails", "%3 refused what “%4” asked for: the ad account “%1” (%2).")
    lines = [
        QCoreApplication.translate("AdAccountMails", "Hello %1,").replace("%1", NAME_PLACE),
        _filled(said, row.ad_account_name, row.number, by)
        .replace("%4", row.center_name)
        .replace("%5", label_of(row.role)),
    ]
    if reason:
        lines.append(QCoreApplication.translate("AdAccountMails", "The reason: “%1”").replace("%1", reason))
    if granted:
        lines.append(
            QCoreApplication.translate(
                "AdAccountMails", "You find it in Business Center Desktop > Ad accounts, where you give it to members."
            )
        )
    return MailText(subject.replace("%1", row.ad_account_name), "\n\n".join(lines))


def _filled(text: str, first: str, second: str, third: str) -> str:
    return text.replace("%1", first).replace("%2", second).replace("%3", third)
