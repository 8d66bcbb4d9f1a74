"""Why a code is refused (security.md 2.3); the words for it live in ``ui.kit.wording``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bcdesktop.core.errors import RuleRefused


class CodeReason(StrEnum):
    """The first check a code failed, in the order of the checks."""

    TOO_LONG = "too_long"
    """More than 600 characters, or on sealing more than 397 bytes."""
    NOT_OURS = "not_ours"
    """No prefix this program knows."""
    NEWER_FORMAT = "newer_format"
    """A prefix of ours with a higher number: made by a newer version of the program."""
    OTHER_KIND = "other_kind"
    """A code of ours, but not of the kind that is read here, such as a reply where a request belongs."""
    NOT_BASE45 = "not_base45"
    NOT_CBOR = "not_cbor"
    """Not CBOR, or CBOR with what no code of ours holds: tags, floats, simple values, deep nesting."""
    NOT_CANONICAL = "not_canonical"
    """CBOR that is not in its one deterministic form (RFC 8949 4.2.1)."""
    WRONG_HEADER = "wrong_header"
    """Not the COSE_Sign1 frame with exactly our two header entries."""
    WRONG_FIELD = "wrong_field"
    """A field is missing, unknown, of the wrong type or out of range."""
    HOSTILE_TEXT = "hostile_text"
    """A text that can make a line read as something else (security.md 1.3, A13)."""
    KEY_UNKNOWN = "key_unknown"
    """The code carries no key and none was given."""
    WEAK_KEY = "weak_key"
    """A public key under which one signature fits many messages (security.md 1.3, A14)."""
    KEY_MISMATCH = "key_mismatch"
    """The key is not the one the code names, or not the one that was expected."""
    BAD_SIGNATURE = "bad_signature"


@dataclass(eq=False)
class CodeRefused(RuleRefused):
    """A code cannot be read or made. ``field`` is the name of the message's field where one is to blame."""

    reason: CodeReason
    field: str | None = None


@dataclass(eq=False)
class CodeExpired(RuleRefused):
    """The code ran out at ``expired_at`` (unix seconds, UTC)."""

    expired_at: int


@dataclass(eq=False)
class CodeFromFuture(RuleRefused):
    """The code was signed ``seconds`` ahead of this computer's clock: the two clocks differ (security.md 2.4)."""

    seconds: int
