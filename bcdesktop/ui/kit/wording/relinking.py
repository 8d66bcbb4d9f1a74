"""Words where access was ended on purpose and is asked for again (A0-45)."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_ADVICE = QT_TRANSLATE_NOOP("Wording", "Ask again only where you agreed on it; then tick that you mean it.")
_TITLE = QT_TRANSLATE_NOOP("Wording", "Access was ended on purpose")

TABLE: Table = {
    "ended_on_purpose": by_value(
        "by_owner",
        {
            "True": Entry(
                _TITLE,
                QT_TRANSLATE_NOOP("Wording", "The owner of @{handle} took the access back at {ended_at}."),
                _ADVICE,
            )
        },
        Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "{ended_by} ended access to @{handle} at {ended_at}."), _ADVICE),
    ),
    "access_ended_since": Entry(
        QT_TRANSLATE_NOOP("Wording", "Access was ended after this code was made"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Access to @{handle} was ended at {ended_at}. A code or answer from before does not bring it back.",
        ),
        QT_TRANSLATE_NOOP("Wording", "If both sides want it, the Business Center asks again with a new code."),
    ),
}
