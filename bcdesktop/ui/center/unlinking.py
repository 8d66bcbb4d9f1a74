"""Unlinking TikTok accounts and ad accounts: what stops is listed before anyone confirms (decisions.md; U8)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bcdesktop.core.ending import EndWay
from bcdesktop.services import ad_links, ending
from bcdesktop.ui.center.endings import Endings, end_as_announced, together
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.ending_dialog import EndingQuestion, EndingWords

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.ad_records import AdLinkRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class Unlinking(QObject):
    """Belongs to the widget that offers it; reads what would stop, asks, and does it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._actor, self._navigator = session.context, actor, navigator
        self._endings = Endings(session, actor, navigator)

    def ask(self, rows: Sequence[AdLinkRow]) -> None:
        """Ask before ``rows`` are unlinked: one with a receipt of its own, several in one step."""
        if len(rows) == 1:
            self._endings.ask(EndWay.AD_LINK, rows[0].id, self._words(rows))
        elif rows:
            words, ids = self._words(rows), [row.id for row in rows]
            read = partial(
                together, [partial(ending.effects, self._context, self._actor, EndWay.AD_LINK, i) for i in ids]
            )
            unlink = partial(ad_links.unlink, self._context, self._actor, ids)
            asked = EndingQuestion(
                name=words.name,
                title=words.title,
                text=words.text,
                verb=words.verb,
                read=read,
                end=partial(end_as_announced, read, unlink),
                stays=what_stays(EndWay.AD_LINK),
                lines=words.lines,
            )
            self._endings.ask_question(asked, partial(self._unlinked, len(rows)))

    def _words(self, rows: Sequence[AdLinkRow]) -> EndingWords:
        if len(rows) == 1:
            title, said = self.tr("Unlink @%1 from “%2”?"), self.tr("@%1 is unlinked from “%2”.")
        else:
            title, said = self.tr("Remove %3 links?"), ""
        named = [
            text.replace("%1", rows[0].handle).replace("%2", rows[0].ad_account_name).replace("%3", str(len(rows)))
            for text in (title, said)
        ]
        return EndingWords(
            name="unlink_ad_account_dialog",
            title=named[0],
            text=self.tr("This takes effect at once. It can be linked again at any time; ads can be resumed then."),
            verb=self.tr("Unlink"),
            said=named[1],
            lines=(self.tr("New ads there can use the TikTok account only where somebody is Operator on it."),),
        )

    def _unlinked(self, count: int, _nothing: None) -> None:
        self._navigator.notices.success(self.tr("%1 links were removed.").replace("%1", str(count)))
