"""What is inside a code: signed requests, replies, revocations, cards, log-ins (security.md 2.1), partner texts."""

from __future__ import annotations

from bcdesktop.core.code.describe import describe
from bcdesktop.core.code.errors import CodeExpired, CodeFromFuture, CodeReason, CodeRefused
from bcdesktop.core.code.fingerprint import fingerprint_digits
from bcdesktop.core.code.keys import SigningKey, kid, require_sound_key
from bcdesktop.core.code.messages import (
    ALL_GRANTS,
    AccessRequest,
    AdAccountRole,
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
    RevocationReason,
    SharedAccount,
    SharedRole,
)
from bcdesktop.core.code.reading import OpenedCode, PeekedCode, open_code, peek, verify
from bcdesktop.core.code.sealing import (
    TARGET_BYTES,
    SealedCode,
    endorse,
    is_endorsed_by,
    room_left,
    seal,
    sealed_size,
)
from bcdesktop.core.code.sizes import MAX_BYTES, MAX_CHARACTERS, MAX_TEXT_BYTES, most_bytes, most_characters
from bcdesktop.core.code.text import has_mixed_script, require_plain_text
from bcdesktop.core.code.times import check_times, signed_at

__all__ = [
    "ALL_GRANTS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "MAX_TEXT_BYTES",
    "TARGET_BYTES",
    "AccessRequest",
    "AdAccountRole",
    "CentreCard",
    "CodeExpired",
    "CodeFromFuture",
    "CodeKind",
    "CodeReason",
    "CodeRefused",
    "Decision",
    "FurtherGrant",
    "LogIn",
    "Message",
    "OpenedCode",
    "OwnerCard",
    "PartnerAnswer",
    "PartnerDecision",
    "PartnerInvitation",
    "PeekedCode",
    "Reply",
    "RequestKind",
    "Revocation",
    "RevocationReason",
    "SealedCode",
    "SharedAccount",
    "SharedRole",
    "SigningKey",
    "check_times",
    "describe",
    "endorse",
    "fingerprint_digits",
    "has_mixed_script",
    "is_endorsed_by",
    "kid",
    "most_bytes",
    "most_characters",
    "open_code",
    "peek",
    "require_plain_text",
    "require_sound_key",
    "room_left",
    "seal",
    "sealed_size",
    "signed_at",
    "verify",
]
