"""The words that go with a code wherever it leaves the program: picture, paper, message.

``required_line`` is the single source of the sentence that has to stand first (decisions.md, "What the program is").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from bcdesktop.core.code.messages import RequestKind


@dataclass(frozen=True)
class CodeSheet:
    """What is written beside a code. ``purpose`` and names are shown as given, never as markup."""

    code_text: str
    business_center_name: str
    handle: str | None
    """Handle of the account it is addressed to, without ``@``; ``None``: anyone with the account."""
    purpose: str | None
    permissions_words: tuple[str, ...]
    expires_at: datetime
    """Aware, any zone."""
    zone: tzinfo | None = None
    """Zone of the local time; ``None``: that of this computer."""
    kind: RequestKind = RequestKind.LINK
    locale: QLocale = field(default_factory=QLocale)


def required_line() -> str:
    """Return the first line of everything that carries a code."""
    return QCoreApplication.translate(
        "CodeSheet", "Open this in Business Center Desktop > Phone. The TikTok app cannot read it."
    )


def expected_line() -> str:
    """Return the warning to scan nothing unexpected (security.md 2.2)."""
    return QCoreApplication.translate("CodeSheet", "Scan only if you expected this.")


def who_line(sheet: CodeSheet) -> str:
    """Return who asks, and for what kind of agreement; a claim is never worded as mere access (A2-21)."""
    if sheet.kind is RequestKind.CLAIM:
        text = QCoreApplication.translate("CodeSheet", "%1 asks to become the owner of a TikTok account, for good.")
    else:
        text = QCoreApplication.translate("CodeSheet", "%1 asks for access to a TikTok account.")
    return text.replace("%1", sheet.business_center_name)


def addressee(sheet: CodeSheet) -> str:
    """Return to whom the code is addressed, without a label."""
    if sheet.handle:
        return "@" + sheet.handle.removeprefix("@")
    return QCoreApplication.translate("CodeSheet", "anyone with the account")


def addressee_line(sheet: CodeSheet) -> str:
    """Return to whom the code is addressed, with its label."""
    return QCoreApplication.translate("CodeSheet", "Addressed to: %1").replace("%1", addressee(sheet))


def purpose_line(sheet: CodeSheet) -> str:
    """Return what it is for in quotation marks, as the sender's own claim; empty where nothing was given."""
    if not sheet.purpose:
        return ""
    return QCoreApplication.translate("CodeSheet", "What it is for: “%1”").replace("%1", sheet.purpose)


def permissions_line(sheet: CodeSheet) -> str:
    """Return the permissions in words; empty where none are given."""
    if not sheet.permissions_words:
        return ""
    text = QCoreApplication.translate("CodeSheet", "Permissions: %1")
    return text.replace("%1", ", ".join(sheet.permissions_words))


def valid_until(sheet: CodeSheet) -> str:
    """Return "Valid until 14:32 UTC on Monday, 23 November 2026 (local time 15:32)."; another local date is named."""
    utc = sheet.expires_at.astimezone(UTC)
    local = sheet.expires_at.astimezone(sheet.zone)
    if local.date() == utc.date():
        text = QCoreApplication.translate("CodeSheet", "Valid until %1 UTC on %2 (local time %3).")
    else:
        text = QCoreApplication.translate("CodeSheet", "Valid until %1 UTC on %2 (local time %3 on %4).")
    for mark, value in (
        ("%1", f"{utc:%H:%M}"),
        ("%2", _date(utc, sheet.locale)),
        ("%3", f"{local:%H:%M}"),
        ("%4", _date(local, sheet.locale)),
    ):
        text = text.replace(mark, value)
    return text


def caption_lines(sheet: CodeSheet) -> tuple[str, ...]:
    """Return the caption of a saved picture, ``required_line`` first (security.md 2.2)."""
    lines = (
        required_line(),
        who_line(sheet),
        addressee_line(sheet),
        purpose_line(sheet),
        permissions_line(sheet),
        valid_until(sheet),
        expected_line(),
    )
    return tuple(line for line in lines if line)


def steps(sheet: CodeSheet) -> tuple[str, ...]:
    """Return the owner's way through our Phone, one sentence each (A3-28; path N2 of domain.md 11.1)."""
    if sheet.handle:
        first = QCoreApplication.translate(
            "CodeSheet", "Start Business Center Desktop, open Phone and log in there as %1."
        ).replace("%1", addressee(sheet))
    else:
        first = QCoreApplication.translate(
            "CodeSheet", "Start Business Center Desktop, open Phone and log in there with the account."
        )
    return (
        first,
        QCoreApplication.translate(
            "CodeSheet",
            "Tap Profile > menu icon (top right) > Settings and privacy > QR Code > scanner icon (top right).",
        ),
        QCoreApplication.translate(
            "CodeSheet", "Scan the screen, choose the picture of the code, or paste the text of the code."
        ),
        QCoreApplication.translate(
            "CodeSheet", "Check who asks, for what and until when, then tap Authorize or Decline."
        ),
    )


def copy_message(sheet: CodeSheet) -> str:
    """Return the message for the owner as plain text: sentence, who and what, steps, time limit, the code itself.

    Holds the advice to scan at once and to agree on a time (A1-26) and guides through the approval (A3-28). The code
    stands alone on the last line, so that the whole message can be pasted into the Phone.
    """
    about = [who_line(sheet), addressee_line(sheet), purpose_line(sheet), permissions_line(sheet)]
    numbered = [f"{number}. {step}" for number, step in enumerate(steps(sheet), start=1)]
    hurry = QCoreApplication.translate(
        "CodeSheet",
        "Please scan it at once. If the time does not suit you, tell me when you are at your computer, "
        "and I will send a new code then.",
    )
    parts = (
        [required_line()],
        [line for line in about if line],
        [QCoreApplication.translate("CodeSheet", "What to do:"), *numbered],
        [valid_until(sheet), hurry, expected_line()],
        [QCoreApplication.translate("CodeSheet", "The code as text:"), sheet.code_text],
    )
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _date(moment: datetime, locale: QLocale) -> str:
    return locale.toString(QDate(moment.year, moment.month, moment.day), QLocale.FormatType.LongFormat)
