"""Words for Ads Manager: signing in there, and TikTok accounts linked by one person."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table

TABLE: Table = {
    "no_business_center": Entry(
        QT_TRANSLATE_NOOP("Wording", "You are in no Business Center"),
        QT_TRANSLATE_NOOP("Wording", "Your password is right, {name}."),
        QT_TRANSLATE_NOOP("Wording", "Create one, accept an invitation, or open Ads Manager."),
    ),
    "advertiser_exists": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} has an account here already"),
        QT_TRANSLATE_NOOP("Wording", "Somebody in this store signs in with this TikTok account. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Go back and choose “Log in with TikTok”."),
    ),
    "already_yours": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} is linked to you already"),
        QT_TRANSLATE_NOOP("Wording", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Switch the account on the Phone to link another one."),
    ),
    "not_of_this_center": Entry(
        QT_TRANSLATE_NOOP("Wording", "{name} belongs to another Business Center"),
        QT_TRANSLATE_NOOP("Wording", "{name} has the ad account through {center_name}. Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Wording", "Ask an admin there, or take the ad account from that Business Center in Basic information."
        ),
    ),
}
