"""What stops and what stays when access ends, in the words of the phone (A0-31 to A0-36)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale

from bcdesktop.core.ending import EffectKind, Effects, Kept
from bcdesktop.ui.kit.words import label_of
from bcdesktop.ui.phone.pieces import Card, text

_MOST_NAMES = 5
_SAID_ANYWAY = {EffectKind.LINK_ENDS, EffectKind.APP_REMOVED}


def count_lines(effects: Effects, kinds: Iterable[EffectKind]) -> list[str]:
    """Return one line for each of ``kinds`` that something stops of, with its number."""
    numbers = QLocale()
    return [f"{label_of(kind)}: {numbers.toString(effects.counts[kind])}" for kind in kinds if effects.counts[kind]]


class StopsCard(Card):
    """The numbers of what stops, and the names of the ads that pause."""

    def __init__(self) -> None:
        super().__init__()
        self.show_effects(Effects(()), is_elsewhere=False)

    def show_effects(self, effects: Effects, *, is_elsewhere: bool) -> None:
        """Show ``effects``; of another store's Business Center nothing more is known."""
        self.clear()
        self.add(text(self.tr("No new ads from your account"), "label"))
        self.add(text(self.tr("The entry in this list goes"), "label"))
        if is_elsewhere:
            self.add(
                text(
                    self.tr(
                        "It is on another computer: what it uses your account for is not known here. It ends when your "
                        "signed revocation arrives there."
                    ),
                    "muted",
                )
            )
        for line in count_lines(effects, (kind for kind in EffectKind if kind not in _SAID_ANYWAY)):
            self.add(text(line))
        ads = effects.of_kind(EffectKind.AD_PAUSES)
        if ads:
            names = ", ".join(ad.subject for ad in ads[:_MOST_NAMES])
            more = len(ads) - _MOST_NAMES
            if more > 0:
                names = self.tr("{names} and {number} more").format(names=names, number=more)
            self.add(text(self.tr("Ads: {names}").format(names=names), "muted"))


class StaysCard(Card):
    """Account, posts, followers."""

    def __init__(self) -> None:
        super().__init__(*(text(label_of(kept)) for kept in Kept))
