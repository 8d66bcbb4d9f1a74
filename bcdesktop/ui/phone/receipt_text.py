"""A receipt as text: in words for people, and the signed request and answer for whoever checks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import base45
from PySide6.QtCore import QCoreApplication

from bcdesktop.core.code.messages import CodeKind
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.profile.records import REVOKED
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.kit.words import permission_words

if TYPE_CHECKING:
    from bcdesktop.profile import Receipt


def _code(kind: CodeKind, cose: bytes) -> str:
    return f"{kind.value}:{base45.b45encode(cose).decode()}"


def answer_code(receipt: Receipt) -> str:
    """Return the text of the answer's code; for access that was taken back it is the revocation."""
    return _code(CodeKind.REVOCATION if receipt.decision == REVOKED else CodeKind.REPLY, receipt.answer_cose)


def decision_words(receipt: Receipt) -> tuple[str, BadgeKind]:
    """Return what was decided, in a word, and its colour."""
    say = QCoreApplication.translate
    if receipt.decision == "approved":
        return say("Receipt", "Authorized"), BadgeKind.SUCCESS
    if receipt.decision == REVOKED:
        return say("Receipt", "Access ended"), BadgeKind.WARNING
    return say("Receipt", "Declined"), BadgeKind.DANGER


def receipt_text(receipt: Receipt) -> str:
    """Return the receipt for a file or the clipboard; its codes can be checked with ``--verify``."""
    say = QCoreApplication.translate
    decision, _kind = decision_words(receipt)
    lines = [
        say("Receipt", "Open the codes below in Business Center Desktop. The TikTok app cannot read them."),
        "",
        f"{decision}: {receipt.business_center_name} ({receipt.business_center_id})",
        say("Receipt", "Answered as @{handle}, {when}").format(handle=receipt.handle, when=exact(receipt.at)),
    ]
    if receipt.scope:
        lines += [f"- {line}" for line in permission_words(PermissionSet.from_scope(receipt.scope))]
        end = say("Receipt", "no end") if receipt.ends_at is None else exact(receipt.ends_at)
        if receipt.decision != REVOKED:
            lines.append(say("Receipt", "Until: {end}").format(end=end))
    if receipt.request_cose:
        request = _code(CodeKind.ACCESS_REQUEST, receipt.request_cose)
        lines += ["", say("Receipt", "The request that was answered:"), request]
    signed = say("Receipt", "The signed revocation:")
    lines += [
        "",
        signed if receipt.decision == REVOKED else say("Receipt", "The signed answer:"),
        answer_code(receipt),
        "",
    ]
    return "\n".join(lines)
