"""Before somebody, a TikTok account or a Business Center is taken from an ad account: what stops (U6, U12)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ads import IdentityKind
from bcdesktop.core.ending import Effect, EffectKind, Effects, EndWay
from bcdesktop.services import ending, user_management
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.ending_dialog import EndingQuestion, EndingWords, ask_ending

if TYPE_CHECKING:
    from bcdesktop.services.advertiser_records import AdvertiserMember, LinkedAccount, ReachingCenter
    from bcdesktop.ui.ads.endings import Endings


def ask_remove_member(
    endings: Endings, asset_id: str, account_name: str, member: AdvertiserMember, done: Callable[[object], object]
) -> None:
    """Ask before a member loses an ad account, and take it when confirmed (A0-29, A0-30)."""
    translate = QCoreApplication.translate
    if member.is_you:
        title = translate("RemoveQuestions", "Give up your own access to “%2”?")
        stays = [translate("RemoveQuestions", "Ads you made go on running")]
        lines = [translate("RemoveQuestions", "You no longer see this ad account, its ads and numbers.")]
    else:
        title = translate("RemoveQuestions", "Remove %1 from “%2”?")
        stays = [
            translate("RemoveQuestions", "Ads %1 made go on running"),
            translate("RemoveQuestions", "%1 stays a member of %3 and keeps everything else"),
        ]
        lines = [translate("RemoveQuestions", "%1 no longer sees this ad account, its ads and numbers.")]
    context, who = endings.session.context, endings.advertiser
    effects = Effects.of([Effect(EffectKind.MEMBER_LOSES, member.id, account_name, member.name)])
    asked = EndingQuestion(
        name="remove_member_dialog",
        title=title.replace("%1", member.name).replace("%2", account_name),
        text=translate("RemoveQuestions", "This takes effect at once."),
        verb=translate("RemoveQuestions", "Remove access"),
        read=partial(_known, effects),
        end=partial(_do, partial(user_management.remove_member, context, who, asset_id, member.id)),
        stays=tuple(text.replace("%1", member.name).replace("%3", member.center_name) for text in stays),
        lines=tuple(text.replace("%1", member.name) for text in lines),
    )
    ask_ending(endings.session, endings.navigator, asked, done, endings.navigator)


def ask_unlink(endings: Endings, account: LinkedAccount) -> None:
    """Ask before a TikTok account is unlinked, and unlink it when confirmed (A0-29, A0-30)."""
    translate = QCoreApplication.translate
    if account.kind is IdentityKind.PERSON:
        way = EndWay.PERSON_LINK
        text = translate("RemoveQuestions", "It is linked to you alone. This takes effect at once.")
        stays = translate("RemoveQuestions", "You can link it again with the Phone at any time")
    else:
        way = EndWay.AD_LINK
        text = translate("RemoveQuestions", "It is unlinked from this ad account, at once.")
        stays = translate("RemoveQuestions", "It stays linked to %1, where its owner's consent is kept")
    new_ads = translate("RemoveQuestions", "New ads cannot be run with @%1 here.").replace("%1", account.handle)
    words = EndingWords(
        name="unlink_dialog",
        title=translate("RemoveQuestions", "Unlink @%1?").replace("%1", account.handle),
        text=text,
        verb=translate("RemoveQuestions", "Unlink"),
        stays=(stays.replace("%1", account.through), *what_stays(way)),
        said=translate("RemoveQuestions", "@%1 is unlinked.").replace("%1", account.handle),
        lines=(new_ads,),
    )
    endings.ask(way, account.id, words)


def ask_remove_center(endings: Endings, asset_id: str, account_name: str, center: ReachingCenter) -> None:
    """Ask before a Business Center loses an ad account, and end it when confirmed (U12)."""
    translate = QCoreApplication.translate
    title = translate("RemoveQuestions", "Remove %1 from “%2”?").replace("%1", center.name)
    said = translate("RemoveQuestions", "%1 no longer reaches this ad account.").replace("%1", center.name)
    words = EndingWords(
        name="remove_center_dialog",
        title=title.replace("%2", account_name),
        text=translate("RemoveQuestions", "This takes effect at once."),
        verb=translate("RemoveQuestions", "Remove permission"),
        stays=what_stays(EndWay.AD_ACCOUNT_ACCESS),
        said=said,
    )
    endings.ask(EndWay.AD_ACCOUNT_ACCESS, ending.reach_id(asset_id, center.id), words)


def _known(effects: Effects) -> Effects:
    return effects


def _do(do: Callable[[], None], _announced: str, _key: str) -> None:
    do()
