"""Words for what stands in the way of ending access."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table

TABLE: Table = {
    "effects_changed": Entry(
        QT_TRANSLATE_NOOP("Wording", "What would stop has changed"),
        QT_TRANSLATE_NOOP("Wording", "Since the list was shown, something changed in it. Nothing was ended."),
        QT_TRANSLATE_NOOP("Wording", "Please read the new list and confirm again."),
    ),
    "already_ended": Entry(
        QT_TRANSLATE_NOOP("Wording", "This was already ended"),
        QT_TRANSLATE_NOOP("Wording", "Somebody ended it before you, perhaps in another window. Nothing more is to do."),
        QT_TRANSLATE_NOOP("Wording", "The receipt stands among the receipts."),
    ),
    "revocation_for_other_store": Entry(
        QT_TRANSLATE_NOOP("Wording", "This revocation is not for anything here"),
        QT_TRANSLATE_NOOP(
            "Wording", "It ends an access that this store never had, perhaps one of another Business Center."
        ),
        QT_TRANSLATE_NOOP("Wording", "Give it to the Business Center whose name stands on the owner's phone."),
    ),
    "revocation_from_wrong_key": Entry(
        QT_TRANSLATE_NOOP("Wording", "This revocation is not from the owner of @{handle}"),
        QT_TRANSLATE_NOOP("Wording", "It is signed with another key than the account's. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Ask the owner to make it on the phone where @{handle} is logged in."),
    ),
    "revocation_old": Entry(
        QT_TRANSLATE_NOOP("Wording", "This revocation is older than the access"),
        QT_TRANSLATE_NOOP("Wording", "The owner of @{handle} granted access again after signing it."),
        QT_TRANSLATE_NOOP("Wording", "To end the access now, ask the owner for a new revocation."),
    ),
}
