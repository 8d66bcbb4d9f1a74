"""Effects of an ending as lines to read: in a window, on paper, in a text file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.core.ending import Effect, EffectKind, Effects, EndWay, Kept
from bcdesktop.ui.kit.words import label_of

_HOLDER_FIRST = {EffectKind.MEMBER_LOSES, EffectKind.PARTNER_LOSES}
_ACCOUNT_STAYS = {
    EndWay.DISCONNECT,
    EndWay.OWN_ACCESS,
    EndWay.OWNER,
    EndWay.AD_LINK,
    EndWay.PERSON_LINK,
    EndWay.SHARE,
    EndWay.DEVICE,
}


def effect_line(effect: Effect) -> str:
    """Return one effect: who and what, or what and where."""
    if not effect.holder:
        return effect.subject
    if effect.kind in _HOLDER_FIRST:
        text = QCoreApplication.translate("Effects", "%1: %2")
        return text.replace("%1", effect.holder).replace("%2", effect.subject)
    return QCoreApplication.translate("Effects", "%1 · %2").replace("%1", effect.subject).replace("%2", effect.holder)


def group_title(kind: EffectKind, effects: tuple[Effect, ...], number: int) -> str:
    """Return the heading of one kind with its number, and how many people or partners where they lose several things.

    ``number`` is the whole number, of which ``effects`` may be a part.
    """
    locale = QLocale()
    title = QCoreApplication.translate("Effects", "%1: %2").replace("%1", label_of(kind))
    title = title.replace("%2", locale.toString(number))
    holders = len({effect.holder for effect in effects})
    if kind is EffectKind.MEMBER_LOSES and holders < number == len(effects):
        one = QCoreApplication.translate("Effects", "%1 (one person)")
        many = QCoreApplication.translate("Effects", "%1 (%2 people)")
        title = (one if holders == 1 else many).replace("%1", title).replace("%2", locale.toString(holders))
    return title


def groups(
    effects: Effects, counts: Mapping[EffectKind, int] | None = None
) -> tuple[tuple[EffectKind, str, tuple[Effect, ...], int], ...]:
    """Return kind, heading, lines and whole number of each kind there is, in the order in which they are shown."""
    numbers = counts or effects.counts
    found = []
    for kind in EffectKind:
        if numbers.get(kind):
            some = effects.of_kind(kind)
            found.append((kind, group_title(kind, some, numbers[kind]), some, numbers[kind]))
    return tuple(found)


def what_stays(way: EndWay) -> tuple[str, ...]:
    """Return what an ending of this way leaves as it is (A0-36; domain.md 5.2)."""
    codes = QCoreApplication.translate("Effects", "Spark codes given before stay; they end where they were given")
    account = tuple(map(label_of, Kept))
    if way in _ACCOUNT_STAYS:
        return (*account, codes)
    if way is EndWay.MEMBER:
        assets = QCoreApplication.translate("Effects", "The accounts and assets stay with the Business Center")
        return (assets, codes)
    if way is EndWay.AD_ACCOUNT_ACCESS:
        return (QCoreApplication.translate("Effects", "The ad account and its other people stay as they are"),)
    assets = QCoreApplication.translate("Effects", "The assets themselves stay with their owner")
    return (*account, assets, codes)
