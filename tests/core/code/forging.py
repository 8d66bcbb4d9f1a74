"""Codes no honest program makes: any bytes or map, rightly signed, so that only the check under test can refuse."""

from __future__ import annotations

import base45
import pytest

from bcdesktop.core.code import CodeKind, CodeReason, CodeRefused, SigningKey, cbor, cose, open_code
from bcdesktop.core.code.layout import layout_of, to_map
from tests.core.code.samples import REQUEST, signer_of


def text_of(kind: CodeKind, signed: bytes) -> str:
    """Return the text of the COSE bytes ``signed``."""
    return f"{kind.value}:{base45.b45encode(signed).decode()}"


def signed_map(kind: CodeKind, entries: object, key: SigningKey) -> str:
    """Return the text of a code with the map ``entries``, signed by ``key``."""
    return text_of(kind, cose.sign(cbor.write(entries), kind.context, key))


def with_entries(message=REQUEST, *, without=(), **entries) -> str:
    """Return a signed code of ``message`` with entries such as ``f4="x"`` changed and those in ``without`` left out."""
    changed = to_map(message) | {int(name[1:]): value for name, value in entries.items()}
    kept = {number: value for number, value in changed.items() if number not in without}
    return signed_map(layout_of(message).kind, kept, signer_of(message))


def refusal(text: str, **options) -> tuple[CodeReason, str | None]:
    """Return reason and field of the refusal of ``text``; the test fails when it is accepted."""
    with pytest.raises(CodeRefused) as caught:
        open_code(text, **options)
    return caught.value.reason, caught.value.field


def reason(text: str, **options) -> CodeReason:
    """Return the reason alone."""
    return refusal(text, **options)[0]
