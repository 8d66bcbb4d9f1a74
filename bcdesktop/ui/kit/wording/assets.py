"""Words for catalogs, pixels, audiences and their links to ad accounts."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table

_TITLE = QT_TRANSLATE_NOOP("Wording", "Please check what you entered")

TABLE: Table = {
    "asset_name_taken": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "“{name}” is there already, and two of the same name cannot be told apart."),
        QT_TRANSLATE_NOOP("Wording", "Choose another name."),
    ),
    "not_a_custom_audience": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "“{name}” is a lookalike itself."),
        QT_TRANSLATE_NOOP("Wording", "Choose a custom audience."),
    ),
    "source_not_linked": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "@{handle} is not linked to this Business Center any more."),
        QT_TRANSLATE_NOOP("Wording", "Choose another TikTok account, or none."),
    ),
    "asset_of_other_center": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” belongs to “{owner_name}”"),
        QT_TRANSLATE_NOOP("Wording", "Only its owner can delete it. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "If you do not need it any more, give it up; “{owner_name}” keeps it."),
    ),
    "asset_only_used_here": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” can be used here, not changed"),
        QT_TRANSLATE_NOOP("Wording", "“{owner_name}” owns it and decides about it. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Ask “{owner_name}” to change it."),
    ),
    "asset_is_own": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” is your own"),
        QT_TRANSLATE_NOOP("Wording", "Only what a partner shares can be given up. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "If nobody needs it any more, delete it."),
    ),
    "ad_account_unfit_for_assets": Entry(
        QT_TRANSLATE_NOOP("Wording", "The ad account “{name}” cannot be linked"),
        QT_TRANSLATE_NOOP(
            "Wording", "Its state is: {status}. Only approved ad accounts get data. Nothing was changed."
        ),
        QT_TRANSLATE_NOOP("Wording", "Leave it out, or wait until it is approved."),
    ),
    "audience_needs_own_ad_account": Entry(
        QT_TRANSLATE_NOOP("Wording", "The ad account “{name}” belongs to somebody else"),
        QT_TRANSLATE_NOOP(
            "Wording", "Audiences go to ad accounts that this Business Center owns itself. Nothing was changed."
        ),
        QT_TRANSLATE_NOOP("Wording", "Leave it out. Its owner can link an audience of their own."),
    ),
    "too_many_links_at_once": Entry(
        QT_TRANSLATE_NOOP("Wording", "These are too many ad accounts at once"),
        QT_TRANSLATE_NOOP("Wording", "A pixel is linked to at most {maximum} at a time; you chose {current}."),
        QT_TRANSLATE_NOOP("Wording", "Link some of them now and the others after that."),
    ),
}
