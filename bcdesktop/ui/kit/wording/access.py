"""Words for what the rules of access to ad accounts, catalogs, pixels and audiences refuse."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table

TABLE: Table = {
    "role_not_for_kind": Entry(
        QT_TRANSLATE_NOOP("Wording", "This role cannot be given here"),
        QT_TRANSLATE_NOOP("Wording", "The role {role} does not exist for this kind of asset: {kind}."),
        QT_TRANSLATE_NOOP("Wording", "Choose another role."),
    ),
    "asset_ended": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” is not there any more"),
        QT_TRANSLATE_NOOP("Wording", "It was closed or deleted, so nobody gets access to it. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Take it out of what you chose, and try again."),
    ),
    "only_in_this_store": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” cannot be shared outside this store"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "“{partner_name}” is reached by texts, and these carry TikTok accounts only. Nothing was changed.",
        ),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Share TikTok accounts only. For the rest, somebody of “{partner_name}” can create a Business Center in "
            "this store and request access there.",
        ),
    ),
    "reaches_already": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{partner_name}” has access to “{name}” already"),
        QT_TRANSLATE_NOOP("Wording", "Its request for this ad account was granted. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Change its role on the tab Partners of the ad account."),
    ),
    "too_many_ad_accounts": Entry(
        QT_TRANSLATE_NOOP("Wording", "Too many ad accounts at once"),
        QT_TRANSLATE_NOOP("Wording", "At most {maximum} ad accounts can be given in one step; these are {current}."),
        QT_TRANSLATE_NOOP("Wording", "Choose fewer, and give the others afterwards."),
    ),
}
