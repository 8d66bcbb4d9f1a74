"""Words for what stands in the way of taking access back on the phone."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table

TABLE: Table = {
    "grant_key_gone": Entry(
        QT_TRANSLATE_NOOP("Wording", "This phone can no longer sign that"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "“{name}” is on another computer and knows only the key with which @{handle} gave it access. That key was "
            "deleted when the account was logged out here.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Ask “{name}” to disconnect the account. It can do so without you."),
    ),
    "not_in_list": Entry(
        QT_TRANSLATE_NOOP("Wording", "This app is not in the list any more"),
        QT_TRANSLATE_NOOP("Wording", "Its access to @{handle} has ended meanwhile. Nothing more is to do."),
        QT_TRANSLATE_NOOP("Wording", "Go back to the list. If it still stands there, clear the cache."),
    ),
}
