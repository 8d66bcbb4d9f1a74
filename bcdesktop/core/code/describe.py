"""What a code holds, name by name, for machines and the command line; no display text."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from urllib.parse import quote

from bcdesktop.core.code.messages import FurtherGrant, SharedAccount
from bcdesktop.core.code.reading import OpenedCode, PeekedCode


def describe(code: OpenedCode | PeekedCode) -> list[tuple[str, str]]:
    """Return (field name, value) pairs: first the code's own, then those of its message that are present.

    Bytes are hexadecimal, times unix seconds, lists joined by commas, choices their lower-case names, handles in a
    list of accounts percent-encoded.
    """
    key = code.key if isinstance(code, OpenedCode) else code.carried_key
    pairs: list[tuple[str, object]] = [("code_kind", code.kind), ("bytes", len(code.cose)), ("hash", code.hash)]
    pairs += [("signer_key", key)]
    pairs += [(field.name, getattr(code.message, field.name)) for field in fields(code.message)]
    return [(name, _plain(value)) for name, value in pairs if value not in (None, ())]


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, FurtherGrant):
        return f"{value.ad_account_id}={_plain(value.role)}"
    if isinstance(value, SharedAccount):
        return f"{value.account_id}:{quote(value.handle)}={_plain(value.role)}"
    if isinstance(value, tuple):
        return ",".join(map(_plain, value))
    return str(value)
