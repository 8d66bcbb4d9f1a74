"""What an ad account is and where it stands, in sentences for its page, panel and dialogs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState, AdAccountStatus, AssetRelation
from bcdesktop.core.roles import AssetRole
from bcdesktop.ui.kit import choices
from bcdesktop.ui.kit.time_text import relative, short
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRequestRow, AdAccountRow


def status_sentence(row: AdAccountRow) -> str:
    """Return where an ad account stands and what that means."""
    texts = {
        AdAccountStatus.IN_REVIEW: QCoreApplication.translate(
            "AdAccountWords", "In review: no ads can run before it is approved."
        ),
        AdAccountStatus.APPROVED: QCoreApplication.translate("AdAccountWords", "Approved: ads can run."),
        AdAccountStatus.NOT_APPROVED: QCoreApplication.translate(
            "AdAccountWords", "Not approved: correct the business information and submit it again."
        ),
        AdAccountStatus.SUSPENDED: QCoreApplication.translate("AdAccountWords", "Suspended: no ads can run."),
        AdAccountStatus.CLOSED: QCoreApplication.translate("AdAccountWords", "Closed for good on %1.").replace(
            "%1", "" if row.ended_at is None else short(row.ended_at)
        ),
    }
    return texts[row.status]


def owner_text(row: AdAccountRow) -> str:
    """Return who owns it, in a few words."""
    if row.relation is AssetRelation.OWNER_BC:
        return QCoreApplication.translate("AdAccountWords", "This Business Center")
    return row.owner_name


def owner_sentence(row: AdAccountRow) -> str:
    """Return who owns it, and what that means for this Business Center."""
    if row.relation is AssetRelation.OWNER_BC:
        return QCoreApplication.translate("AdAccountWords", "This Business Center.")
    if row.relation is AssetRelation.OWNER_PARTNER:
        text = QCoreApplication.translate("AdAccountWords", "The Business Center “%1”. You reach it with at most %2.")
    else:
        text = QCoreApplication.translate("AdAccountWords", "%1, a person. You reach it with at most %2.")
    return text.replace("%1", row.owner_name).replace("%2", label_of(row.limit))


def country_name(code: str) -> str:
    """Return the name of a country, its code where Qt has none."""
    return {choice.value: choice.text for choice in choices.countries()}.get(code, code)


def my_role_text(role: AssetRole | None) -> str:
    """Return the person's own role, a dash for none."""
    return "–" if role is None else label_of(role)


def asked_text(row: AdAccountRequestRow) -> str:
    """Return what a request asks for: a level, or the account itself."""
    if row.kind is AdAccountRequestKind.TRANSFER:
        return QCoreApplication.translate("AdAccountWords", "Transfer, for good")
    return label_of(row.role)


def state_tip(row: AdAccountRequestRow) -> str:
    """Return who decided, and why not."""
    lines = []
    if row.decided_by:
        by = QCoreApplication.translate("AdAccountWords", "By %1").replace("%1", row.decided_by)
        lines.append(by)
    if row.decline_reason:
        lines.append(f"“{row.decline_reason}”")
    return "\n".join(lines)


def time_left(row: AdAccountRequestRow, now: datetime) -> str:
    """Return when a waiting request lapses, or when it was decided."""
    if row.state is AdAccountRequestState.PENDING:
        text = QCoreApplication.translate("AdAccountWords", "lapses %1")
        return text.replace("%1", relative(row.expires_at, now))
    return relative(row.decided_at or row.expires_at, now)
