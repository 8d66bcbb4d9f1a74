"""Before somebody, a TikTok account or a Business Center is taken from an ad account: what stops, and what stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ads import IdentityKind
from bcdesktop.ui.kit.dialogs import MessageDialog, question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.ad_records import RunningAd
    from bcdesktop.services.advertiser_records import AdvertiserMember, LinkedAccount, ReachingCenter

_NAMED = 8
"""Ads named in a question; the rest is counted."""


def remove_member_question(member: AdvertiserMember, account_name: str, parent: QWidget) -> MessageDialog:
    """Return the question before a member loses an ad account."""
    if member.is_you:
        title = QCoreApplication.translate("RemoveQuestions", "Give up your own access to “%2”?")
        effects = [
            QCoreApplication.translate("RemoveQuestions", "You no longer see this ad account, its ads and numbers."),
            QCoreApplication.translate("RemoveQuestions", "Ads you made go on running."),
        ]
    else:
        title = QCoreApplication.translate("RemoveQuestions", "Remove %1 from “%2”?")
        effects = [
            QCoreApplication.translate("RemoveQuestions", "%1 no longer sees this ad account, its ads and numbers."),
            QCoreApplication.translate("RemoveQuestions", "Ads %1 made go on running."),
            QCoreApplication.translate("RemoveQuestions", "%1 stays a member of %3 and keeps everything else."),
        ]
    dialog = question(
        parent,
        title.replace("%1", member.name).replace("%2", account_name),
        QCoreApplication.translate("RemoveQuestions", "This takes effect at once."),
        QCoreApplication.translate("RemoveQuestions", "Remove access"),
        effects=[effect.replace("%1", member.name).replace("%3", member.center_name) for effect in effects],
        danger=True,
    )
    dialog.setObjectName("remove_member_dialog")
    return dialog


def unlink_question(account: LinkedAccount, ads: Sequence[RunningAd], parent: QWidget) -> MessageDialog:
    """Return the question before a TikTok account is unlinked; ``ads`` run on it and would pause."""
    if account.kind is IdentityKind.PERSON:
        text = QCoreApplication.translate("RemoveQuestions", "It is linked to you alone. This takes effect at once.")
        stays = QCoreApplication.translate("RemoveQuestions", "You can link it again with the Phone at any time.")
    else:
        text = QCoreApplication.translate("RemoveQuestions", "It is unlinked from this ad account, at once.")
        stays = QCoreApplication.translate(
            "RemoveQuestions", "It stays linked to %1, where its owner's consent is kept."
        )
    effects = [
        QCoreApplication.translate("RemoveQuestions", "New ads cannot be run with @%1 here.").replace(
            "%1", account.handle
        ),
        *_ad_lines(ads),
        stays.replace("%1", account.through),
        QCoreApplication.translate("RemoveQuestions", "The TikTok account, its posts and followers stay as they are."),
    ]
    title = QCoreApplication.translate("RemoveQuestions", "Unlink @%1?").replace("%1", account.handle)
    dialog = question(
        parent,
        title,
        text,
        QCoreApplication.translate("RemoveQuestions", "Unlink"),
        effects=effects,
        danger=True,
    )
    dialog.setObjectName("unlink_dialog")
    return dialog


def remove_center_question(center: ReachingCenter, account_name: str, parent: QWidget) -> MessageDialog:
    """Return the question before a Business Center loses an ad account (U12)."""
    title = QCoreApplication.translate("RemoveQuestions", "Remove %1 from “%2”?")
    effects = (
        QCoreApplication.translate("RemoveQuestions", "Everybody there who was given it loses it."),
        QCoreApplication.translate("RemoveQuestions", "TikTok accounts and assets linked there are unlinked from it."),
        QCoreApplication.translate("RemoveQuestions", "Ads that run on those accounts pause."),
        QCoreApplication.translate("RemoveQuestions", "The ad account and its other people stay as they are."),
    )
    dialog = question(
        parent,
        title.replace("%1", center.name).replace("%2", account_name),
        QCoreApplication.translate("RemoveQuestions", "This takes effect at once."),
        QCoreApplication.translate("RemoveQuestions", "Remove permission"),
        effects=effects,
        danger=True,
    )
    dialog.setObjectName("remove_center_dialog")
    return dialog


def _ad_lines(ads: Sequence[RunningAd]) -> list[str]:
    if not ads:
        return [QCoreApplication.translate("RemoveQuestions", "No ad runs with it now.")]
    template = QCoreApplication.translate("RemoveQuestions", "Pauses: %1 (%2)")
    lines = [template.replace("%1", ad.name).replace("%2", ad.ad_account_name) for ad in ads[:_NAMED]]
    if len(ads) > _NAMED:
        more = QCoreApplication.translate("RemoveQuestions", "And %1 more ads pause.")
        lines.append(more.replace("%1", str(len(ads) - _NAMED)))
    return lines
