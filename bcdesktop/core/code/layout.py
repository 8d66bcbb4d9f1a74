"""Which number in the signed map is which field (security.md 2.1), and the rules that span several fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bcdesktop.core.code import rules
from bcdesktop.core.code.errors import CodeReason, CodeRefused
from bcdesktop.core.code.keys import KEY_BYTES, KID_BYTES, SIGNATURE_BYTES
from bcdesktop.core.code.messages import (
    AccessRequest,
    CentreCard,
    CodeKind,
    Decision,
    FurtherGrant,
    LogIn,
    Message,
    OwnerCard,
    PartnerAnswer,
    PartnerDecision,
    PartnerInvitation,
    Reply,
    RequestKind,
    Revocation,
    SharedAccount,
)
from bcdesktop.core.limits import LIFETIMES, LIMITS

VERSION_FIELD, VERSION = 1, 1

Writer = Callable[[Any], object]


def _as_is(value: object) -> object:
    return value


def _grants(grants: tuple[FurtherGrant, ...]) -> object:
    return [[grant.ad_account_id, int(grant.role)] for grant in grants]


def _accounts(accounts: tuple[SharedAccount, ...]) -> object:
    return [[one.account_id, one.handle, one.display_name, int(one.role)] for one in accounts]


@dataclass(frozen=True)
class Field:
    """One entry of the map: its number, the record's attribute, and how it is read and written."""

    number: int
    name: str
    read: Callable[[object], Any]
    write: Writer = _as_is
    optional: bool = False
    absent: object = None


@dataclass(frozen=True)
class Layout:
    """One kind of message: its record, its fields, and a check over all of them together."""

    kind: CodeKind
    record: Callable[..., Message]
    fields: tuple[Field, ...]
    key_field: str | None
    check: Callable[[Any], str | None] = lambda _: None


def _request_fault(request: AccessRequest) -> str | None:
    too_early = request.wanted_end is not None and request.wanted_end <= request.issued_at
    return "wanted_end" if too_early else None


def _reply_fault(reply: Reply) -> str | None:
    """Return the field at fault: what belongs to an approved link is there whole or not at all, never on decline."""
    granted = reply.decision is Decision.APPROVE and reply.grant_id is not None
    if reply.grant_id is not None and not granted:
        return "grant_id"
    if (reply.scope is not None) != granted:
        return "scope"
    if reply.grant_end is not None and not (granted and reply.grant_end > reply.signed_at):
        return "grant_end"
    if reply.further_grants and not granted:
        return "further_grants"
    if reply.decline_reason is not None and reply.decision is not Decision.DECLINE:
        return "decline_reason"
    return None


def _invitation_fault(invitation: PartnerInvitation) -> str | None:
    return "accounts" if invitation.ended and invitation.accounts else None


def _partner_answer_fault(answer: PartnerAnswer) -> str | None:
    unasked = answer.decline_reason is not None and answer.decision is not PartnerDecision.DECLINE
    return "decline_reason" if unasked else None


_SECOND = rules.whole(0, rules.LAST_SECOND)
_SEQUENCE = rules.whole(0, 2**63 - 1)
_KEY = rules.octets(KEY_BYTES)
_NAME = rules.text(LIMITS.business_center_name_bytes)
_HANDLE = rules.text(LIMITS.handle_characters)
_DAY = 86_400

_REQUEST = (
    Field(2, "request_id", rules.octets(16)),
    Field(3, "centre_key", _KEY),
    Field(4, "centre_name", _NAME),
    Field(5, "addressee", rules.octets(KID_BYTES), optional=True),
    Field(6, "scope", rules.scope, list),
    Field(7, "issued_at", _SECOND),
    Field(8, "life", rules.whole(60, 7 * _DAY)),
    Field(9, "wanted_end", _SECOND, optional=True),
    Field(10, "handle", _HANDLE, optional=True),
    Field(11, "purpose", rules.text(LIMITS.purpose_bytes), optional=True),
    Field(12, "kind", rules.one_of(RequestKind), int),
    Field(13, "business_center_id", rules.number19),
    Field(14, "further_grants", rules.further_grants, _grants, optional=True, absent=()),
)
_REPLY = (
    Field(2, "request_hash", rules.octets(32)),
    Field(3, "decision", rules.one_of(Decision), int),
    # All zeros is ALL_GRANTS of a revocation and never the id of one grant.
    Field(4, "grant_id", rules.octets(16, zero=False), optional=True),
    Field(5, "scope", rules.scope, list, optional=True),
    Field(6, "signed_at", _SECOND),
    Field(7, "grant_end", _SECOND, optional=True),
    Field(8, "sequence", _SEQUENCE),
    Field(9, "owner_key", _KEY, optional=True),
    Field(10, "name", _NAME, optional=True),
    Field(11, "handle", _HANDLE),
    Field(12, "account_id", rules.number19),
    Field(13, "decline_reason", rules.text(LIMITS.decline_reason_bytes), optional=True),
    Field(14, "further_grants", rules.further_grants, _grants, optional=True, absent=()),
)
_REVOCATION = (
    Field(2, "grant_id", rules.octets(16)),
    Field(3, "reason", rules.whole(0, 23), int),
    Field(4, "revoked_at", _SECOND),
    Field(5, "sequence", _SEQUENCE),
)
_OWNER_CARD = (
    Field(2, "key", _KEY),
    Field(3, "name", _NAME),
    Field(4, "handles", rules.texts(4, LIMITS.handle_characters), list),
    Field(5, "made_at", _SECOND),
    Field(6, "sequence", _SEQUENCE),
    Field(7, "previous_key_signature", rules.octets(SIGNATURE_BYTES), optional=True),
)
_CENTRE_CARD = (
    *_OWNER_CARD[:2],
    Field(4, "business_center_id", rules.only_number19, lambda number: [number]),
    *_OWNER_CARD[3:],
)
_LOG_IN = (
    Field(2, "log_in_id", rules.octets(16)),
    Field(3, "centre_key", _KEY),
    Field(4, "computer_name", _NAME),
    Field(7, "issued_at", _SECOND),
    Field(8, "life", rules.whole(1, int(LIFETIMES.log_in.total_seconds()))),
)
_PARTNER_INVITATION = (
    Field(2, "partnership_id", rules.octets(16)),
    Field(3, "centre_key", _KEY),
    Field(4, "centre_name", _NAME),
    Field(5, "business_center_id", rules.number19),
    Field(6, "addressee_id", rules.number19),
    Field(7, "issued_at", _SECOND),
    Field(8, "sequence", _SEQUENCE),
    Field(9, "accounts", rules.shared_accounts, _accounts),
    # the one form of "no" is that it is not there
    Field(10, "ended", rules.true, int, optional=True, absent=False),
    Field(11, "note", rules.text(LIMITS.purpose_bytes), optional=True),
)
_PARTNER_ANSWER = (
    Field(2, "partnership_id", rules.octets(16)),
    Field(3, "decision", rules.one_of(PartnerDecision), int),
    Field(4, "centre_key", _KEY),
    Field(5, "centre_name", _NAME),
    Field(6, "business_center_id", rules.number19),
    Field(7, "addressee_id", rules.number19),
    Field(8, "signed_at", _SECOND),
    Field(9, "sequence", _SEQUENCE),
    Field(10, "decline_reason", rules.text(LIMITS.decline_reason_bytes), optional=True),
)

_LAYOUTS = (
    Layout(CodeKind.ACCESS_REQUEST, AccessRequest, _REQUEST, "centre_key", _request_fault),
    Layout(CodeKind.REPLY, Reply, _REPLY, "owner_key", _reply_fault),
    Layout(CodeKind.REVOCATION, Revocation, _REVOCATION, None),
    Layout(CodeKind.OWNER_CARD, OwnerCard, _OWNER_CARD, "key"),
    Layout(CodeKind.CENTRE_CARD, CentreCard, _CENTRE_CARD, "key"),
    Layout(CodeKind.LOG_IN, LogIn, _LOG_IN, "centre_key"),
    Layout(CodeKind.PARTNER_INVITATION, PartnerInvitation, _PARTNER_INVITATION, "centre_key", _invitation_fault),
    Layout(CodeKind.PARTNER_ANSWER, PartnerAnswer, _PARTNER_ANSWER, "centre_key", _partner_answer_fault),
)
_BY_KIND = {layout.kind: layout for layout in _LAYOUTS}
_BY_RECORD = {layout.record: layout for layout in _LAYOUTS}


def layout_of(message: Message) -> Layout:
    """Return the layout of the kind ``message`` is."""
    return _BY_RECORD[type(message)]


def carried_key(message: Message) -> bytes | None:
    """Return the public key a message brings along, None where it brings none."""
    name = layout_of(message).key_field
    key: bytes | None = getattr(message, name) if name else None
    return key


def to_map(message: Message) -> dict[int, object]:
    """Return the map that is signed for ``message``; nothing is checked."""
    filled = {VERSION_FIELD: VERSION}
    entries = {
        field.number: field.write(value)
        for field in layout_of(message).fields
        if (value := getattr(message, field.name)) != field.absent or not field.optional
    }
    return filled | entries


def from_map(kind: CodeKind, entries: object) -> Message:
    """Return the record in ``entries``. Raises CodeRefused WRONG_FIELD or HOSTILE_TEXT with the field's name."""
    layout = _BY_KIND[kind]
    if (
        not isinstance(entries, dict)
        or type(entries.get(VERSION_FIELD)) is not int
        or entries[VERSION_FIELD] != VERSION
    ):
        raise CodeRefused(CodeReason.WRONG_FIELD, "version")
    values = {field.name: _read(field, entries) for field in layout.fields}
    if entries.keys() - {VERSION_FIELD} - {field.number for field in layout.fields}:
        raise CodeRefused(CodeReason.WRONG_FIELD, "unknown")
    message = layout.record(**values)
    fault = layout.check(message)
    if fault is not None:
        raise CodeRefused(CodeReason.WRONG_FIELD, fault)
    return message


def _read(field: Field, entries: dict[object, object]) -> object:
    if field.optional and field.number not in entries:
        return field.absent
    try:
        return field.read(entries.get(field.number))
    except CodeRefused as refused:
        raise CodeRefused(refused.reason, field.name) from None
