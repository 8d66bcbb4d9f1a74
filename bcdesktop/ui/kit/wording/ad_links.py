"""Words for links between TikTok accounts and ad accounts."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table

TABLE: Table = {
    "not_in_same_business_center": Entry(
        QT_TRANSLATE_NOOP("Wording", "They are not in the same Business Center"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "A TikTok account and an ad account can be linked only where one Business Center has both. "
            "Nothing was changed.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Request access to the one that is missing here; then link them."),
    ),
    "link_to_closed_ad_account": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” is closed"),
        QT_TRANSLATE_NOOP("Wording", "A closed ad account stays closed, so nothing more can be linked to it."),
        QT_TRANSLATE_NOOP("Wording", "Choose another ad account."),
    ),
    "share_for_numbers_only": Entry(
        QT_TRANSLATE_NOOP("Wording", "{name} is shared for its numbers only"),
        QT_TRANSLATE_NOOP(
            "Wording", "“{owner_name}” shares it as Analyst. No ads can be made with it. Nothing was changed."
        ),
        QT_TRANSLATE_NOOP("Wording", "Ask an admin of “{owner_name}” to share it as Operator."),
    ),
}
