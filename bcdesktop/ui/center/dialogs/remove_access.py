"""Taking access to one asset away, from somebody or from oneself: what stops is listed first (A0-14; U2)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ending import Effect, EffectKind, Effects, EndWay
from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS, HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ending, grants, partners
from bcdesktop.services.people_records import Assignment
from bcdesktop.ui.center.access_giving import AccessGiving
from bcdesktop.ui.center.endings import Endings, end_as_announced
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.ending_dialog import EndingQuestion, EndingWords
from bcdesktop.ui.kit.role_words import role_description
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.people_records import GrantRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.center.pages.own_access import OwnAsset
    from bcdesktop.ui.kit.session import Session


def ask_remove_access(session: Session, actor: Actor, navigator: Navigator, grant: GrantRow) -> None:
    """Ask before ``grant`` is taken away, and take it when confirmed; the toast can give it back."""
    translate, context = QCoreApplication.translate, session.context
    read = partial(_effects_of, context, actor, grant)
    taken = Assignment(grant.asset_id, grant.holder, None)
    asked = EndingQuestion(
        name="remove_access_dialog",
        title=_named(translate("RemoveAccess", "Remove %1 from %2?"), grant),
        text=translate("RemoveAccess", "This takes effect at once. You can give access again at any time."),
        verb=translate("RemoveAccess", "Remove access"),
        read=read,
        end=partial(_take, context, actor, taken, read),
        stays=(_stays(grant),),
        lines=tuple(_loses(grant)),
    )
    said = _named(translate("RemoveAccess", "%1 has no access to %2 any more."), grant)
    back = [Assignment(grant.asset_id, grant.holder, grant.role)]
    done = partial(_say_taken, AccessGiving(session, actor, navigator), said, back)
    Endings(session, actor, navigator).ask_question(asked, done)


def ask_remove_own(session: Session, actor: Actor, navigator: Navigator, asset: OwnAsset) -> None:
    """Ask before somebody gives up their own access, and do it when confirmed."""
    translate = QCoreApplication.translate
    others = translate("RemoveAccess", "Your other access, and other people's, stays as it is")
    if asset.kind in TIKTOK_ACCOUNT_KINDS:
        stays = (others, *what_stays(EndWay.OWN_ACCESS))
    else:
        itself = translate("RemoveAccess", "%1 itself, and what runs with it, stays as it is")
        stays = (others, itself.replace("%1", asset.name))
    words = EndingWords(
        name="remove_own_dialog",
        title=translate("RemoveAccess", "Remove your own access to %1?").replace("%1", asset.name),
        text=translate("RemoveAccess", "This takes effect at once. Only an admin can give it to you again."),
        verb=translate("RemoveAccess", "Remove my access"),
        said=translate("RemoveAccess", "You have no access to %1 any more.").replace("%1", asset.name),
        stays=stays,
    )
    Endings(session, actor, navigator).ask(EndWay.OWN_ACCESS, asset.id, words)


def _effects_of(context: Context, actor: Actor, grant: GrantRow) -> Effects:
    if grant.holder.kind is HolderKind.PARTNER:
        shares = partners.get(context, actor, grant.holder.id).shares
        ids = [share.id for share in shares if share.ref == grant.asset_id]
        return Effects.of(one for id_ in ids for one in ending.effects(context, actor, EndWay.SHARE, id_).effects)
    return Effects.of([Effect(EffectKind.MEMBER_LOSES, grant.id, grant.asset_name, grant.holder_name)])


def _take(context: Context, actor: Actor, taken: Assignment, read: partial[Effects], announced: str, key: str) -> None:
    end_as_announced(read, partial(grants.assign, context, actor, (taken,), key), announced, key)


def _say_taken(giving: AccessGiving, said: str, back: list[Assignment], _nothing: None) -> None:
    giving.say_given(said, back)


def _named(text: str, grant: GrantRow) -> str:
    return text.replace("%1", grant.holder_name).replace("%2", grant.asset_name)


def _loses(grant: GrantRow) -> list[str]:
    translate = QCoreApplication.translate
    if grant.holder.kind is HolderKind.PARTNER:
        texts = [translate("RemoveAccess", "Everybody there who was given %2 loses it.")]
    elif grant.asset_kind not in TIKTOK_ACCOUNT_KINDS:
        lost = translate("RemoveAccess", "%1 can no longer use %2 as %3: %4")
        lost = lost.replace("%4", role_description(grant.asset_kind, grant.role)).replace("%3", label_of(grant.role))
        texts = [lost]
    elif grant.role is AssetRole.OPERATOR:
        texts = [
            translate("RemoveAccess", "%1 can no longer make Spark Ads from the posts of %2."),
            translate("RemoveAccess", "%1 no longer sees details, LIVE and other numbers of %2."),
        ]
    else:
        texts = [translate("RemoveAccess", "%1 no longer sees the performance numbers of %2.")]
    return [_named(text, grant) for text in texts]


def _stays(grant: GrantRow) -> str:
    if grant.holder.kind is HolderKind.PARTNER:
        text = QCoreApplication.translate("RemoveAccess", "%1 stays a partner; whatever else is shared stays so")
    else:
        text = QCoreApplication.translate("RemoveAccess", "%1 stays a member and keeps all other access")
    return _named(text, grant)
