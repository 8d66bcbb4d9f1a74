"""One entry of the activity log in words: who, what, and its details line by line."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bcdesktop.core.access_requests import OwnerTrust
from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.ads import AdKind, CampaignObjective, PauseReason
from bcdesktop.core.permissions import Permission
from bcdesktop.core.roles import AssetRole
from bcdesktop.ui.kit.action_words import action_label
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.kit.wording import title_of
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.records import ActivityRow

_CONTEXT = "ActivityWords"
_YES = QT_TRANSLATE_NOOP("ActivityWords", "yes")
_NO = QT_TRANSLATE_NOOP("ActivityWords", "no")
_NO_ACCESS = QT_TRANSLATE_NOOP("ActivityWords", "no access")
_REFUSED = ("refused", "failed", "declined")

_KINDS = {
    "person": QT_TRANSLATE_NOOP("ActivityWords", "Person"),
    "owner": QT_TRANSLATE_NOOP("ActivityWords", "Account owner"),
    "program": QT_TRANSLATE_NOOP("ActivityWords", "Program"),
}

_FIELDS = {
    "handle": QT_TRANSLATE_NOOP("ActivityWords", "Handle"),
    "expected_handle": QT_TRANSLATE_NOOP("ActivityWords", "Expected handle"),
    "reason": QT_TRANSLATE_NOOP("ActivityWords", "Reason"),
    "purpose": QT_TRANSLATE_NOOP("ActivityWords", "Purpose"),
    "request": QT_TRANSLATE_NOOP("ActivityWords", "Request"),
    "scope": QT_TRANSLATE_NOOP("ActivityWords", "Permissions"),
    "ends_at": QT_TRANSLATE_NOOP("ActivityWords", "Ends"),
    "previous_ends_at": QT_TRANSLATE_NOOP("ActivityWords", "Ended before"),
    "ended_at": QT_TRANSLATE_NOOP("ActivityWords", "Was ended"),
    "ended_by": QT_TRANSLATE_NOOP("ActivityWords", "Was ended by"),
    "expires_at": QT_TRANSLATE_NOOP("ActivityWords", "Expires"),
    "owner_trust": QT_TRANSLATE_NOOP("ActivityWords", "Owner"),
    "to": QT_TRANSLATE_NOOP("ActivityWords", "To"),
    "subject": QT_TRANSLATE_NOOP("ActivityWords", "Subject"),
    "host": QT_TRANSLATE_NOOP("ActivityWords", "Mail server"),
    "port": QT_TRANSLATE_NOOP("ActivityWords", "Port"),
    "security": QT_TRANSLATE_NOOP("ActivityWords", "Connection"),
    "login": QT_TRANSLATE_NOOP("ActivityWords", "Login"),
    "from_address": QT_TRANSLATE_NOOP("ActivityWords", "From address"),
    "from_name": QT_TRANSLATE_NOOP("ActivityWords", "From name"),
    "by_hand": QT_TRANSLATE_NOOP("ActivityWords", "By hand"),
    "before": QT_TRANSLATE_NOOP("ActivityWords", "Before"),
    "after": QT_TRANSLATE_NOOP("ActivityWords", "After"),
    "changes": QT_TRANSLATE_NOOP("ActivityWords", "Access"),
    "accounts": QT_TRANSLATE_NOOP("ActivityWords", "Accounts"),
    "heard_at": QT_TRANSLATE_NOOP("ActivityWords", "Signed by the other side"),
    "heard_sequence": QT_TRANSLATE_NOOP("ActivityWords", "Knew the state number"),
    "name": QT_TRANSLATE_NOOP("ActivityWords", "Name"),
    "address": QT_TRANSLATE_NOOP("ActivityWords", "Address"),
    "activity_description": QT_TRANSLATE_NOOP("ActivityWords", "What the business does"),
    "qr_code_minutes": QT_TRANSLATE_NOOP("ActivityWords", "Minutes of a QR code"),
    "addressed_hours": QT_TRANSLATE_NOOP("ActivityWords", "Hours of an addressed request"),
    "allow_unverified_owners": QT_TRANSLATE_NOOP("ActivityWords", "Owners nobody compared are allowed"),
    "two_step_for": QT_TRANSLATE_NOOP("ActivityWords", "Two-step verification is asked of"),
    "domains_for": QT_TRANSLATE_NOOP("ActivityWords", "Only allowed e-mail domains for"),
    "allowed_domains": QT_TRANSLATE_NOOP("ActivityWords", "Allowed e-mail domains"),
    "computers": QT_TRANSLATE_NOOP("ActivityWords", "Computers"),
    "left": QT_TRANSLATE_NOOP("ActivityWords", "Recovery codes left"),
    "by": QT_TRANSLATE_NOOP("ActivityWords", "By"),
    "asks_for": QT_TRANSLATE_NOOP("ActivityWords", "Asks for"),
    "asked_by": QT_TRANSLATE_NOOP("ActivityWords", "Asked by"),
    "text": QT_TRANSLATE_NOOP("ActivityWords", "Words"),
    "answer": QT_TRANSLATE_NOOP("ActivityWords", "Answer"),
    "from_outside": QT_TRANSLATE_NOOP("ActivityWords", "Not signed in"),
    "new": QT_TRANSLATE_NOOP("ActivityWords", "New"),
    "changed": QT_TRANSLATE_NOOP("ActivityWords", "Changed"),
    "removed": QT_TRANSLATE_NOOP("ActivityWords", "Taken away"),
    "unchanged": QT_TRANSLATE_NOOP("ActivityWords", "Unchanged"),
    "left_out": QT_TRANSLATE_NOOP("ActivityWords", "Left out"),
    "file": QT_TRANSLATE_NOOP("ActivityWords", "File"),
    "rows": QT_TRANSLATE_NOOP("ActivityWords", "Rows"),
    "days": QT_TRANSLATE_NOOP("ActivityWords", "Days"),
    "replaced_rows": QT_TRANSLATE_NOOP("ActivityWords", "Rows replaced"),
    "source": QT_TRANSLATE_NOOP("ActivityWords", "TikTok account"),
    "made_of": QT_TRANSLATE_NOOP("ActivityWords", "Made of"),
    "member": QT_TRANSLATE_NOOP("ActivityWords", "Member"),
    "note": QT_TRANSLATE_NOOP("ActivityWords", "Note"),
    "company": QT_TRANSLATE_NOOP("ActivityWords", "Company"),
    "business_center": QT_TRANSLATE_NOOP("ActivityWords", "Business Center"),
    "ad_account_request": QT_TRANSLATE_NOOP("ActivityWords", "Asked for"),
    "role": QT_TRANSLATE_NOOP("ActivityWords", "Level"),
    "industry": QT_TRANSLATE_NOOP("ActivityWords", "Industry"),
    "promotion_link": QT_TRANSLATE_NOOP("ActivityWords", "Promotion link"),
    "ad_accounts": QT_TRANSLATE_NOOP("ActivityWords", "Ad accounts"),
    "number": QT_TRANSLATE_NOOP("ActivityWords", "Number"),
    "ad": QT_TRANSLATE_NOOP("ActivityWords", "Ad"),
    "ads": QT_TRANSLATE_NOOP("ActivityWords", "Ads"),
    "ad_kind": QT_TRANSLATE_NOOP("ActivityWords", "Kind of ad"),
    "campaign": QT_TRANSLATE_NOOP("ActivityWords", "Campaign"),
    "objective": QT_TRANSLATE_NOOP("ActivityWords", "Objective"),
    "ads_only": QT_TRANSLATE_NOOP("ActivityWords", "Through ads only"),
    "website": QT_TRANSLATE_NOOP("ActivityWords", "Website"),
    "description": QT_TRANSLATE_NOOP("ActivityWords", "Description"),
    "country": QT_TRANSLATE_NOOP("ActivityWords", "Country"),
    "currency": QT_TRANSLATE_NOOP("ActivityWords", "Currency"),
}

_WAYS = {
    "recovery_code": QT_TRANSLATE_NOOP("ActivityWords", "a recovery code"),
    "recovery_text": QT_TRANSLATE_NOOP("ActivityWords", "the recovery text"),
}


def _translated(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)


def kind_word(actor_kind: str) -> str:
    """Return what kind of actor it was."""
    source = _KINDS.get(actor_kind)
    return _translated(source) if source else actor_kind


def actor_text(row: ActivityRow) -> str:
    """Return who did it."""
    return row.actor_name or kind_word(row.actor_kind)


def action_text(row: ActivityRow) -> str:
    """Return what was done."""
    return action_label(row.action)


def action_badge(row: ActivityRow) -> BadgeKind | None:
    """Return a colour for what was refused or failed; None for the rest."""
    return BadgeKind.WARNING if row.action.endswith(_REFUSED) else None


def detail_lines(row: ActivityRow) -> list[tuple[str, str]]:
    """Return label and value of everything the entry holds."""
    lines: list[tuple[str, str]] = []
    for name, value in row.details.items():
        if isinstance(value, dict):
            inner = ", ".join(f"{_field(key)}: {_value(key, part)}" for key, part in value.items())
            lines.append((_field(name), inner))
        elif name == "reason" and "params" in row.details:
            lines.append((_field(name), title_of(str(value), row.details["params"])))
        elif value not in (None, "", [], ()):
            lines.append((_field(name), _value(name, value)))
    return lines


def change_lines(row: ActivityRow) -> list[str]:
    """Return one line for each change of access the entry is about; none where it is about something else."""
    return [_change(change) for change in row.details.get("changes", ())]


def _field(name: str) -> str:
    source = _FIELDS.get(name)
    return _translated(source) if source else name.replace("_", " ").capitalize()


def _value(name: str, value: Any) -> str:
    moment = _moment(name, value)
    if moment is not None:
        return exact(moment)
    if isinstance(value, bool):
        return _translated(_YES if value else _NO)
    if isinstance(value, list | tuple):
        return "; ".join(map(_change, value)) if name == "changes" else ", ".join(_part(name, part) for part in value)
    if name == "by" and value in _WAYS:
        return _translated(_WAYS[value])
    text = _named(name, str(value))
    if name == "handle" or name.endswith("_handle"):
        return f"@{text}"
    return text


def _part(name: str, part: object) -> str:
    return _permission(part) if name == "scope" else str(part)


def _change(change: Any) -> str:
    """Return one change of a grant: who or which account, what was before, what is after."""
    who = change.get("who") or change.get("account") or ""
    return f"{who}: {_role(change.get('before'))} → {_role(change.get('after'))}"


def _role(value: object) -> str:
    try:
        return _translated(_NO_ACCESS) if value is None else label_of(AssetRole(value))
    except ValueError:
        return str(value)


_NAMED: dict[str, type[StrEnum]] = {
    "owner_trust": OwnerTrust,
    "asks_for": AdminRequestSubject,
    "ad_kind": AdKind,
    "objective": CampaignObjective,
    "reason": PauseReason,
    "role": AssetRole,
    "ad_account_request": AdAccountRequestKind,
}
"""Of what a value is a member that the log keeps as a name."""


def _named(name: str, value: str) -> str:
    try:
        return label_of(_NAMED[name](value)) if name in _NAMED else value
    except ValueError:
        return value


def _moment(name: str, value: Any) -> datetime | None:
    """Return a time of the log, which keeps it as ISO 8601 text."""
    if isinstance(value, str) and name.endswith("_at"):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, datetime) and value.tzinfo is not None else None


def _permission(number: object) -> str:
    try:
        return label_of(Permission(number))
    except ValueError:
        return str(number)
