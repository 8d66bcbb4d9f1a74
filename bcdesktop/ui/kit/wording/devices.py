"""Words for phones an account is logged in on, six-digit codes and log-ins that wait."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_OVER = QT_TRANSLATE_NOOP("Wording", "This log-in waits no more")
_AGAIN = QT_TRANSLATE_NOOP("Wording", "Log in again with handle and password.")

TABLE: Table = {
    "logged_out_here": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} was logged out on this phone"),
        QT_TRANSLATE_NOOP("Wording", "It was removed on another phone: {at}. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Log in again if this phone is yours."),
    ),
    "device_is_this_phone": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is the phone in your hand"),
        QT_TRANSLATE_NOOP("Wording", "“{name}” cannot remove itself."),
        QT_TRANSLATE_NOOP("Wording", "Use Settings and privacy > Log out instead."),
    ),
    "device_gone": Entry(
        QT_TRANSLATE_NOOP("Wording", "The phone is logged out already"),
        QT_TRANSLATE_NOOP("Wording", "Somebody logged out there, or removed it meanwhile."),
        QT_TRANSLATE_NOOP("Wording", "Nothing more is needed."),
    ),
    "device_code_wrong": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is not the code of the mail"),
        QT_TRANSLATE_NOOP("Wording", "Tries left: {tries_left}."),
        QT_TRANSLATE_NOOP("Wording", "Only the newest mail counts."),
    ),
    "device_code_used_up": Entry(
        QT_TRANSLATE_NOOP("Wording", "This code is used up"),
        QT_TRANSLATE_NOOP("Wording", "It was typed wrong {maximum} times and counts no more."),
        QT_TRANSLATE_NOOP("Wording", "Send a new code. If you did not type it, somebody else is trying."),
    ),
    "device_code_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "This code counts no more"),
        QT_TRANSLATE_NOOP("Wording", "A code is good for ten minutes, once, and only the newest one."),
        QT_TRANSLATE_NOOP("Wording", "Send a new code."),
    ),
    "device_codes_throttled": Entry(
        QT_TRANSLATE_NOOP("Wording", "Too many codes"),
        QT_TRANSLATE_NOOP("Wording", "So that nobody can guess, no more codes are sent for this account just now."),
        QT_TRANSLATE_NOOP("Wording", "Try again in {minutes} minutes."),
    ),
    "device_log_in_over": by_value(
        "state",
        {
            "approved": Entry(
                _OVER,
                QT_TRANSLATE_NOOP("Wording", "It was approved on another phone a moment ago."),
                QT_TRANSLATE_NOOP("Wording", "If that was not you, remove the phone in Manage devices."),
            ),
            "declined": Entry(
                _OVER,
                QT_TRANSLATE_NOOP("Wording", "It was declined on another phone. Nobody was let in."),
                QT_TRANSLATE_NOOP("Wording", "Log in again and approve it, if it is you."),
            ),
            "used": Entry(
                _OVER,
                QT_TRANSLATE_NOOP("Wording", "The phone is logged in."),
                QT_TRANSLATE_NOOP("Wording", "If that is not yours, remove it in Manage devices."),
            ),
        },
        Entry(_OVER, QT_TRANSLATE_NOOP("Wording", "Its ten minutes are over, or it was cancelled."), _AGAIN),
    ),
    "too_many_device_log_ins": Entry(
        QT_TRANSLATE_NOOP("Wording", "Too many log-ins are waiting"),
        QT_TRANSLATE_NOOP("Wording", "{maximum} log-ins of this account wait for approval, and more may not."),
        QT_TRANSLATE_NOOP("Wording", "Answer them on a phone that is logged in, or wait ten minutes."),
    ),
}
