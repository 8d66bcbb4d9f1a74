"""`--verify FILE_OR_TEXT`: what a code is, what it says, whether its signature holds, and what that proves."""

from __future__ import annotations

import io
import sys

from PySide6.QtCore import QCoreApplication

from bcdesktop.checks.code_source import code_text_of
from bcdesktop.checks.code_words import field_lines, kind_text, utc_text
from bcdesktop.core.clock import Clock, SystemClock, unix
from bcdesktop.core.code import (
    CodeExpired,
    CodeFromFuture,
    CodeReason,
    CodeRefused,
    OpenedCode,
    PeekedCode,
    check_times,
    fingerprint_digits,
    kid,
    peek,
)
from bcdesktop.core.code import verify as verified
from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.wording import word

HOLDS, DOES_NOT_HOLD = 0, 1


def verify(target: str, clock: Clock | None = None) -> int:
    """Print what the code in ``target`` (file or text) is; return 0 when its signature holds, else 1.

    Fields go to stdout, the one sentence why not to stderr.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # names in a code may have letters the terminal does not
            stream.reconfigure(errors="backslashreplace")
    try:
        peeked = peek(code_text_of(target))
    except AppError as error:
        return _refuse(error)
    print(kind_text(peeked.kind))
    try:
        opened = verified(peeked)
    except CodeRefused as error:
        return _does_not_hold(peeked, error)
    _print_opened(opened, clock or SystemClock())
    return HOLDS


def _refuse(error: AppError) -> int:
    wording = word(error)
    print(" ".join(part for part in (wording.title + ".", wording.body) if part), file=sys.stderr)
    return DOES_NOT_HOLD


def _print_fields(code: OpenedCode | PeekedCode) -> None:
    lines = field_lines(code)
    width = max(len(label) for label, _ in lines)
    for label, value in lines:
        print(f"  {label:<{width}}  {value}")


def _does_not_hold(peeked: PeekedCode, error: CodeRefused) -> int:
    if error.reason is CodeReason.KEY_UNKNOWN:
        print(QCoreApplication.translate("Verify", "What it says; nothing of it is proven without the key:"))
        _print_fields(peeked)
        sentence = QCoreApplication.translate(
            "Verify", "This code does not carry its key, so its signature cannot be checked here: it needs key {kid}."
        )
        print(sentence.format(kid=peeked.kid.hex()), file=sys.stderr)
    else:
        print(QCoreApplication.translate("Verify", "What it says; do not believe it, somebody may have changed it:"))
        _print_fields(peeked)
        sentence = QCoreApplication.translate(
            "Verify", "The signature does not hold ({reason}): the code was changed or made by somebody else."
        )
        print(sentence.format(reason=error.reason.value.replace("_", " ")), file=sys.stderr)
    return DOES_NOT_HOLD


def _print_opened(code: OpenedCode, clock: Clock) -> None:
    _print_fields(code)
    print(QCoreApplication.translate("Verify", "The signature holds."))
    print(
        QCoreApplication.translate("Verify", "Signed by key {kid}, whose 30 digits are").format(kid=kid(code.key).hex())
    )
    print(f"  {fingerprint_digits(code.key)}")
    print(_time_sentence(code, unix(clock.now())))
    print(
        QCoreApplication.translate(
            "Verify",
            "This proves that whoever holds this key signed exactly these words. It does not prove who that is: "
            "compare the 30 digits with the person, on the telephone or face to face. Whether an answer still counts "
            "is decided by the Business Center that asked.",
        )
    )


def _time_sentence(code: OpenedCode, now: int) -> str:
    expires_at = getattr(code.message, "expires_at", None)
    try:
        check_times(code.message, now)
    except CodeExpired as error:
        return QCoreApplication.translate("Verify", "By this computer's clock it ran out at {time}.").format(
            time=utc_text(error.expired_at)
        )
    except CodeFromFuture:
        return QCoreApplication.translate(
            "Verify", "By this computer's clock it was made in the future: one of the two clocks is wrong."
        )
    if expires_at is None:
        return QCoreApplication.translate("Verify", "A code of this kind does not run out.")
    return QCoreApplication.translate("Verify", "By this computer's clock it is good until {time}.").format(
        time=utc_text(expires_at)
    )
