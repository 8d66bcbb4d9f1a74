"""What is written to a partner: the mail of an invitation, and the message a partner text travels in.

Whatever carries a code begins with ``required_line`` (decisions.md, "What the program is"); here the next line says
that it is the window Business Center that takes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.code.lines import in_lines
from bcdesktop.core.mails import CODE_PLACE, NAME_PLACE, MailText
from bcdesktop.core.partnerships import PartnershipSide
from bcdesktop.core.roles import AssetRole
from bcdesktop.services.people_records import PartnershipRow
from bcdesktop.ui.center.partner_words import some_lines
from bcdesktop.ui.kit.code_sheet import required_line
from bcdesktop.ui.kit.words import label_of

Accounts = Sequence[tuple[str, AssetRole]]
"""Name (a handle with its @) and role of each."""


def invitation_in_store(center_name: str, accounts: Accounts, note: str) -> MailText:
    """Return the mail to the admins of a Business Center in this store."""
    parts = (
        [required_line()],
        [QCoreApplication.translate("PartnerMessages", "Hello %1,").replace("%1", NAME_PLACE)],
        _what_is_shared(center_name, accounts, note),
        [QCoreApplication.translate("PartnerMessages", "Accept or decline in the window Business Center: Partners.")],
    )
    return MailText(_invitation_subject(center_name), _joined(parts))


def invitation_elsewhere(center_name: str, partner_id: str, accounts: Accounts, note: str) -> MailText:
    """Return the mail to a Business Center in another store, with the place for its text."""
    parts = (
        [required_line(), _place_line()],
        _what_is_shared(center_name, accounts, note),
        _steps(partner_id, with_answer=True),
        [QCoreApplication.translate("PartnerMessages", "The text:"), CODE_PLACE],
    )
    return MailText(_invitation_subject(center_name), _joined(parts))


def newest_text(row: PartnershipRow, center_name: str) -> MailText:
    """Return the message for what this side has to tell now: what is shared, its end, or the answer."""
    if row.side is PartnershipSide.RECEIVING:
        return _answer(row, center_name)
    accounts = [(share.name, share.role) for share in row.shares]
    if row.is_open:
        return invitation_elsewhere(center_name, row.other_id, accounts, row.note)
    subject = QCoreApplication.translate("PartnerMessages", "“%1” shares no accounts with you any more")
    parts = (
        [required_line(), _place_line()],
        [
            QCoreApplication.translate(
                "PartnerMessages", "“%1” has ended the partnership. Please enter the text, so that your list is right."
            ).replace("%1", center_name)
        ],
        _steps(row.other_id, with_answer=True),
        [QCoreApplication.translate("PartnerMessages", "The text:"), CODE_PLACE],
    )
    return MailText(subject.replace("%1", center_name), _joined(parts))


def message_with(text: MailText, code_text: str) -> str:
    """Return the message with its code, as it is copied and saved."""
    return text.filled(code=in_lines(code_text)).body


def _answer(row: PartnershipRow, center_name: str) -> MailText:
    subject = QCoreApplication.translate("PartnerMessages", "Answer of “%1” about shared TikTok accounts")
    parts = (
        [required_line(), _place_line()],
        [
            QCoreApplication.translate("PartnerMessages", "This is the answer of “%1”, signed by it.").replace(
                "%1", center_name
            )
        ],
        _steps(row.other_id, with_answer=False),
        [QCoreApplication.translate("PartnerMessages", "The text:"), CODE_PLACE],
    )
    return MailText(subject.replace("%1", center_name), _joined(parts))


def _invitation_subject(center_name: str) -> str:
    subject = QCoreApplication.translate("PartnerMessages", "“%1” wants to share assets with you")
    return subject.replace("%1", center_name)


def _place_line() -> str:
    return QCoreApplication.translate(
        "PartnerMessages",
        "It belongs into the window Business Center of that program: Partners > Enter a partner text.",
    )


def _what_is_shared(center_name: str, accounts: Accounts, note: str) -> list[str]:
    shares = QCoreApplication.translate("PartnerMessages", "“%1” shares with your Business Center as its partner:")
    lines = some_lines(f"- {name} ({label_of(role)})" for name, role in accounts)
    if note:
        lines.append(QCoreApplication.translate("PartnerMessages", "It wrote: “%1”").replace("%1", note))
    return [shares.replace("%1", center_name), *lines]


def _steps(center_id: str, *, with_answer: bool) -> list[str]:
    first = QCoreApplication.translate(
        "PartnerMessages", "Start Business Center Desktop and open the Business Center with the ID %1."
    )
    steps = [
        first.replace("%1", center_id),
        QCoreApplication.translate(
            "PartnerMessages", "Choose Partners > Enter a partner text and paste this whole message."
        ),
    ]
    if with_answer:
        steps.append(QCoreApplication.translate("PartnerMessages", "Send back the text it gives you as the answer."))
    heading = QCoreApplication.translate("PartnerMessages", "What to do:")
    return [heading, *(f"{number}. {step}" for number, step in enumerate(steps, start=1))]


def _joined(parts: Sequence[list[str]]) -> str:
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"
