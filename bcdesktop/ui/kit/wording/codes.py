"""Words for codes that cannot be read or trusted (security.md 2.3)."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_UNREADABLE = Entry(
    QT_TRANSLATE_NOOP("Wording", "This code is damaged"),
    QT_TRANSLATE_NOOP("Wording", "It starts like a code of Business Center Desktop, but its content cannot be read."),
    QT_TRANSLATE_NOOP("Wording", "Scan it again, or ask for the code as a text or a file."),
)
_NOT_TRUSTED = Entry(
    QT_TRANSLATE_NOOP("Wording", "This code cannot be trusted"),
    QT_TRANSLATE_NOOP(
        "Wording", "Its signature does not fit, so it was changed on the way or forged. Nothing was approved."
    ),
    QT_TRANSLATE_NOOP("Wording", "Ask for a new code over a way you trust."),
)
_REASONS = {
    "too_long": Entry(
        QT_TRANSLATE_NOOP("Wording", "This code is too long"),
        QT_TRANSLATE_NOOP("Wording", "It holds more than a code of this program can have."),
        QT_TRANSLATE_NOOP("Wording", "Ask for a new code; a shorter purpose or name helps."),
    ),
    "not_ours": Entry(
        QT_TRANSLATE_NOOP("Wording", "Not a code of this program"),
        QT_TRANSLATE_NOOP("Wording", "This code was not made by Business Center Desktop. Nothing was opened."),
        QT_TRANSLATE_NOOP("Wording", "Ask for a code made by Business Center Desktop."),
    ),
    "newer_format": Entry(
        QT_TRANSLATE_NOOP("Wording", "This code is newer than this program"),
        QT_TRANSLATE_NOOP("Wording", "It was made by a newer version, which this one cannot read."),
        QT_TRANSLATE_NOOP("Wording", "Update this program and scan the code again."),
    ),
    "other_kind": Entry(
        QT_TRANSLATE_NOOP("Wording", "Another kind of code"),
        QT_TRANSLATE_NOOP("Wording", "It is a code of this program, but not of the kind that is read here."),
        QT_TRANSLATE_NOOP("Wording", "A request is scanned on the phone; an answer is entered in Requests."),
    ),
    "hostile_text": Entry(
        QT_TRANSLATE_NOOP("Wording", "This code cannot be trusted"),
        QT_TRANSLATE_NOOP(
            "Wording", "It holds invisible characters that can make a name read as another. Nothing was approved."
        ),
        QT_TRANSLATE_NOOP("Wording", "Do not answer it. Ask the Business Center over a way you trust."),
    ),
    "key_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "The signer is not known here"),
        QT_TRANSLATE_NOOP(
            "Wording", "The code does not carry the key it was signed with, and this place does not know it."
        ),
        QT_TRANSLATE_NOOP("Wording", "Exchange cards first, or make a new request."),
    ),
    "weak_key": _NOT_TRUSTED,
    "key_mismatch": _NOT_TRUSTED,
    "bad_signature": _NOT_TRUSTED,
}
_KINDS = {
    "AR1": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is a request"),
        QT_TRANSLATE_NOOP("Wording", "A request for access is answered on the phone, not here."),
        QT_TRANSLATE_NOOP("Wording", "Scan it with the Phone."),
    ),
    "AP1": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is an answer"),
        QT_TRANSLATE_NOOP("Wording", "The answer of an owner belongs to the Business Center that asked."),
        QT_TRANSLATE_NOOP("Wording", "Enter it there with Requests > Enter an answer."),
    ),
    "RV1": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is the end of a link"),
        QT_TRANSLATE_NOOP("Wording", "The notice that an owner took access back belongs to the Business Center."),
        QT_TRANSLATE_NOOP("Wording", "Enter it there with Requests > Enter an answer."),
    ),
    "OC1": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is an owner's card"),
        QT_TRANSLATE_NOOP("Wording", "It tells who an owner is and asks for nothing."),
        QT_TRANSLATE_NOOP("Wording", "A Business Center reads it where it asks for a card."),
    ),
    "BC1": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is a Business Center's card"),
        QT_TRANSLATE_NOOP("Wording", "It tells who a Business Center is and asks for nothing."),
        QT_TRANSLATE_NOOP("Wording", "The Phone reads it, to know that Business Center later."),
    ),
    "PI1": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is a partner's text"),
        QT_TRANSLATE_NOOP("Wording", "It says what one Business Center shares with another."),
        QT_TRANSLATE_NOOP("Wording", "The Business Center it is for enters it with Partners > Enter a partner text."),
    ),
    "PA1": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is a partner's answer"),
        QT_TRANSLATE_NOOP("Wording", "It belongs to the Business Center that shares its accounts."),
        QT_TRANSLATE_NOOP("Wording", "Enter it there with Partners > Enter a partner text."),
    ),
    "LI1": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is a log-in code"),
        QT_TRANSLATE_NOOP("Wording", "It logs a computer in and asks for no access."),
        QT_TRANSLATE_NOOP("Wording", "Scan it with the Phone on the same store."),
    ),
}


TABLE: Table = {
    "code_refused": by_value("reason", _REASONS, _UNREADABLE),
    "code_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "This code ran out"),
        QT_TRANSLATE_NOOP("Wording", "It was good until {expired_at}. Nothing was approved."),
        QT_TRANSLATE_NOOP("Wording", "Ask the Business Center for a new one."),
    ),
    "code_from_future": Entry(
        QT_TRANSLATE_NOOP("Wording", "The two clocks differ"),
        QT_TRANSLATE_NOOP("Wording", "The code was made {seconds} seconds ahead of the clock of this computer."),
        QT_TRANSLATE_NOOP("Wording", "Set both clocks by the network and scan again."),
    ),
    "code_kind_wrong": by_value("prefix", _KINDS, _REASONS["other_kind"]),
    "code_too_long": Entry(
        QT_TRANSLATE_NOOP("Wording", "This does not fit into a QR code"),
        QT_TRANSLATE_NOOP("Wording", "The text has {length} characters, more than a QR code holds."),
        QT_TRANSLATE_NOOP("Wording", "Send it as a text or a file instead."),
    ),
}
