"""The mails that carry a six-digit code (A4-09)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.mails import CODE_PLACE, MailText


def removal_mail(handle: str, phone_name: str, asked_on: str) -> MailText:
    """Return the mail whose code removes the phone ``phone_name``."""
    lines = [
        QCoreApplication.translate("DeviceMails", "Your code to remove the phone “%1” from @%2:"),
        CODE_PLACE,
        QCoreApplication.translate(
            "DeviceMails",
            "Type it within ten minutes on the phone “%3”, which asked for it. “%1” is logged out then.",
        ),
        _warning(),
    ]
    filled = "\n\n".join(lines).replace("%1", phone_name).replace("%2", handle).replace("%3", asked_on)
    return MailText(QCoreApplication.translate("DeviceMails", "Your code to remove a phone"), filled)


def log_in_mail(handle: str, phone_name: str) -> MailText:
    """Return the mail whose code lets the phone ``phone_name`` in."""
    lines = [
        QCoreApplication.translate("DeviceMails", "Your code to log in to @%2 on the phone “%1”:"),
        CODE_PLACE,
        QCoreApplication.translate("DeviceMails", "Type it within ten minutes on that phone."),
        _warning(),
    ]
    filled = "\n\n".join(lines).replace("%1", phone_name).replace("%2", handle)
    return MailText(QCoreApplication.translate("DeviceMails", "Your code to log in"), filled)


def _warning() -> str:
    return QCoreApplication.translate(
        "DeviceMails",
        "Give it to nobody, whoever asks. If you did not ask for it, somebody knows the password of the account: look "
        "at Settings and privacy > Security and login > Manage devices.",
    )
