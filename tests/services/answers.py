"""Answers as a phone never makes them, signed with real keys."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime

from bcdesktop.core import code
from bcdesktop.core.clock import unix
from bcdesktop.profile import PhoneProfile
from bcdesktop.services.records import RequestRow


def reply_to(request: RequestRow, phone: PhoneProfile, signed_at: datetime, **fields: object) -> code.Reply:
    """Return an approval of everything that was asked, as the phone's active account would give it."""
    account = phone.active
    assert account is not None
    given = code.Reply(
        request_hash=code.peek(request.code_text).hash,
        decision=code.Decision.APPROVE,
        signed_at=unix(signed_at),
        sequence=phone.next_sequence(account.account_id),
        handle=account.handle,
        account_id=account.account_id,
        grant_id=secrets.token_bytes(16),
        scope=request.permissions.scope,
        grant_end=None if request.wanted_end is None else unix(request.wanted_end),
    )
    return replace(given, **fields)


def signed(reply: code.Reply, phone: PhoneProfile) -> str:
    """Return the text of ``reply`` signed by the phone's active account."""
    assert phone.active is not None
    return code.seal(reply, phone.signing_key(phone.active.account_id, None)).text


def answer(request: RequestRow, phone: PhoneProfile, signed_at: datetime, **fields: object) -> str:
    """Return the text of an approval, signed."""
    return signed(reply_to(request, phone, signed_at, **fields), phone)
