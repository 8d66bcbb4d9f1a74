"""What a code holds, in words: a label for every field of every kind, times in UTC, permissions by their names."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bcdesktop.core.clock import from_unix
from bcdesktop.core.code import ALL_GRANTS, CodeKind, OpenedCode, PeekedCode, describe
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.ui.kit.words import permission_words

_KINDS = {
    CodeKind.ACCESS_REQUEST: QT_TRANSLATE_NOOP("Verify", "A request for access (AR1), by a Business Center"),
    CodeKind.REPLY: QT_TRANSLATE_NOOP("Verify", "An owner's answer (AP1)"),
    CodeKind.REVOCATION: QT_TRANSLATE_NOOP("Verify", "The end of a link (RV1), by an owner"),
    CodeKind.OWNER_CARD: QT_TRANSLATE_NOOP("Verify", "An owner's card (OC1)"),
    CodeKind.CENTRE_CARD: QT_TRANSLATE_NOOP("Verify", "A Business Center's card (BC1)"),
    CodeKind.LOG_IN: QT_TRANSLATE_NOOP("Verify", "A log-in code (LI1), by a computer"),
    CodeKind.PARTNER_INVITATION: QT_TRANSLATE_NOOP(
        "Verify", "What a Business Center shares with a partner (PI1), by the one that shares"
    ),
    CodeKind.PARTNER_ANSWER: QT_TRANSLATE_NOOP(
        "Verify", "A partner's answer (PA1), by the Business Center that was invited"
    ),
}

LABELS = {
    "code_kind": QT_TRANSLATE_NOOP("Verify", "Kind"),
    "bytes": QT_TRANSLATE_NOOP("Verify", "Size"),
    "hash": QT_TRANSLATE_NOOP("Verify", "SHA-256 of what is signed"),
    "signer_key": QT_TRANSLATE_NOOP("Verify", "Key it carries or is checked with"),
    "request_id": QT_TRANSLATE_NOOP("Verify", "Id of the request"),
    "centre_key": QT_TRANSLATE_NOOP("Verify", "Key of the Business Center"),
    "centre_name": QT_TRANSLATE_NOOP("Verify", "Business Center calls itself"),
    "scope": QT_TRANSLATE_NOOP("Verify", "Permissions"),
    "issued_at": QT_TRANSLATE_NOOP("Verify", "Made"),
    "life": QT_TRANSLATE_NOOP("Verify", "Good for"),
    "kind": QT_TRANSLATE_NOOP("Verify", "Asks to"),
    "business_center_id": QT_TRANSLATE_NOOP("Verify", "Business Center id"),
    "addressee": QT_TRANSLATE_NOOP("Verify", "Only for the owner with key id"),
    "wanted_end": QT_TRANSLATE_NOOP("Verify", "Wanted until"),
    "handle": QT_TRANSLATE_NOOP("Verify", "TikTok account"),
    "purpose": QT_TRANSLATE_NOOP("Verify", "Purpose, in their words"),
    "further_grants": QT_TRANSLATE_NOOP("Verify", "Roles on ad accounts"),
    "request_hash": QT_TRANSLATE_NOOP("Verify", "Answers the code with SHA-256"),
    "decision": QT_TRANSLATE_NOOP("Verify", "Decision"),
    "signed_at": QT_TRANSLATE_NOOP("Verify", "Signed"),
    "sequence": QT_TRANSLATE_NOOP("Verify", "Number in the signer's row of codes"),
    "account_id": QT_TRANSLATE_NOOP("Verify", "TikTok account id"),
    "grant_id": QT_TRANSLATE_NOOP("Verify", "Id of the grant"),
    "grant_end": QT_TRANSLATE_NOOP("Verify", "Granted until"),
    "owner_key": QT_TRANSLATE_NOOP("Verify", "Key of the owner"),
    "name": QT_TRANSLATE_NOOP("Verify", "Calls itself"),
    "decline_reason": QT_TRANSLATE_NOOP("Verify", "Reason, in their words"),
    "reason": QT_TRANSLATE_NOOP("Verify", "Reason"),
    "revoked_at": QT_TRANSLATE_NOOP("Verify", "Taken back"),
    "key": QT_TRANSLATE_NOOP("Verify", "Key"),
    "handles": QT_TRANSLATE_NOOP("Verify", "TikTok accounts"),
    "made_at": QT_TRANSLATE_NOOP("Verify", "Made"),
    "previous_key_signature": QT_TRANSLATE_NOOP("Verify", "Endorsed by an earlier key"),
    "log_in_id": QT_TRANSLATE_NOOP("Verify", "Id of the log-in"),
    "computer_name": QT_TRANSLATE_NOOP("Verify", "Computer calls itself"),
    "partnership_id": QT_TRANSLATE_NOOP("Verify", "Id of the partnership"),
    "addressee_id": QT_TRANSLATE_NOOP("Verify", "Only for the Business Center with id"),
    "accounts": QT_TRANSLATE_NOOP("Verify", "Shared TikTok accounts"),
    "ended": QT_TRANSLATE_NOOP("Verify", "The partnership is over"),
    "note": QT_TRANSLATE_NOOP("Verify", "Note, in their words"),
}

_CHOICES = {
    "link": QT_TRANSLATE_NOOP("Verify", "use the account for ads (the owner keeps it)"),
    "claim": QT_TRANSLATE_NOOP("Verify", "own the account (it changes hands)"),
    "own": QT_TRANSLATE_NOOP("Verify", "link the person's own account"),
    "approve": QT_TRANSLATE_NOOP("Verify", "approved"),
    "decline": QT_TRANSLATE_NOOP("Verify", "declined"),
    "accept": QT_TRANSLATE_NOOP("Verify", "accepted"),
    "end": QT_TRANSLATE_NOOP("Verify", "ended"),
    "True": QT_TRANSLATE_NOOP("Verify", "yes"),
    "False": QT_TRANSLATE_NOOP("Verify", "no"),
    "admin": QT_TRANSLATE_NOOP("Verify", "Admin"),
    "operator": QT_TRANSLATE_NOOP("Verify", "Operator"),
    "analyst": QT_TRANSLATE_NOOP("Verify", "Analyst"),
}
_REASONS = {
    "0": QT_TRANSLATE_NOOP("Verify", "not given"),
    "1": QT_TRANSLATE_NOOP("Verify", "the owner decided so"),
    "2": QT_TRANSLATE_NOOP("Verify", "the key was lost"),
}


def _tr(source: str) -> str:
    return QCoreApplication.translate("Verify", source)


def kind_text(kind: CodeKind) -> str:
    """Return what kind of code it is and whose."""
    return _tr(_KINDS[kind])


def utc_text(seconds: int) -> str:
    """Return unix ``seconds`` as a date and time that reads the same on every computer."""
    return f"{from_unix(seconds):%Y-%m-%d %H:%M:%S} UTC"


def field_lines(code: OpenedCode | PeekedCode) -> list[tuple[str, str]]:
    """Return (label, value) for every field of ``code`` that is present, in words."""
    return [(_tr(LABELS[name]), value_text(name, value)) for name, value in describe(code)]


def value_text(name: str, value: str) -> str:
    """Return the plain ``value`` of the field ``name`` (``core.code.describe``) as a person reads it."""
    if name.endswith("_at") or name in ("wanted_end", "grant_end"):
        return utc_text(int(value))
    known = _READERS.get(name)
    return known(value) if known is not None else value


def _permissions(value: str) -> str:
    return "; ".join(permission_words(PermissionSet.from_scope(map(int, value.split(",")))))


def _duration(value: str) -> str:
    minutes, seconds = divmod(int(value), 60)
    text = QCoreApplication.translate("Verify", "{minutes} min").format(minutes=minutes)
    return (
        text
        if not seconds
        else QCoreApplication.translate("Verify", "{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)
    )


def _handles(value: str) -> str:
    return ", ".join(f"@{handle}" for handle in value.split(","))


def _grant(value: str) -> str:
    return QCoreApplication.translate("Verify", "every grant of this owner") if value == ALL_GRANTS.hex() else value


def _roles(value: str) -> str:
    grants = (grant.partition("=") for grant in value.split(","))
    return ", ".join(
        QCoreApplication.translate("Verify", "{role} on {account}").format(role=_choice(role), account=account)
        for account, _, role in grants
    )


def _accounts(value: str) -> str:
    shared = (entry.partition("=") for entry in value.split(","))
    return ", ".join(
        QCoreApplication.translate("Verify", "@{handle} as {role}").format(
            handle=unquote(account.partition(":")[2]), role=_choice(role)
        )
        for account, _, role in shared
    )


def _choice(value: str) -> str:
    return _tr(_CHOICES[value])


def _reason(value: str) -> str:
    return (
        _tr(_REASONS[value])
        if value in _REASONS
        else QCoreApplication.translate("Verify", "number {value}").format(value=value)
    )


def _kind(value: str) -> str:
    return CodeKind[value.upper()].value


def _size(value: str) -> str:
    return QCoreApplication.translate("Verify", "{size} bytes").format(size=value)


_READERS: dict[str, Callable[[str], str]] = {
    "code_kind": _kind,
    "bytes": _size,
    "scope": _permissions,
    "life": _duration,
    "kind": _choice,
    "decision": _choice,
    "reason": _reason,
    "handle": _handles,
    "handles": _handles,
    "grant_id": _grant,
    "further_grants": _roles,
    "accounts": _accounts,
    "ended": _choice,
}
