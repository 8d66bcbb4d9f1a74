"""Unlinking TikTok accounts and ad accounts: the ads that run are listed before anyone confirms (decisions.md)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from bcdesktop.services import ad_links
from bcdesktop.ui.kit.dialogs import MessageDialog, question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.ad_records import AdLinkRow, RunningAd
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_NAMED = 8


class Unlinking(QObject):
    """Belongs to the widget that offers it; reads what would stop, asks, and does it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._parent = parent

    def ask(self, rows: Sequence[AdLinkRow]) -> None:
        """Ask before ``rows`` are unlinked."""
        if rows:
            ids = [row.id for row in rows]
            work = partial(ad_links.running_ads, self._session.context, self._actor, ids)
            show = partial(self._ask, tuple(rows))
            self._session.runner.run(self, work, show, self._navigator.notices.show_error)

    def _ask(self, rows: tuple[AdLinkRow, ...], ads: tuple[RunningAd, ...]) -> None:
        dialog = unlink_question(rows, ads, self._parent.window())
        dialog.accepted.connect(partial(self._unlink, rows))
        self._navigator.open_dialog(dialog)

    def _unlink(self, rows: tuple[AdLinkRow, ...]) -> None:
        work = partial(ad_links.unlink, self._session.context, self._actor, [row.id for row in rows])
        done = partial(self._unlinked, rows)
        self._session.runner.run(self, work, done, self._navigator.notices.show_error)

    def _unlinked(self, rows: tuple[AdLinkRow, ...], _count: int) -> None:
        if len(rows) == 1:
            text = self.tr("@%1 is unlinked from “%2”.").replace("%1", rows[0].handle)
            self._navigator.notices.success(text.replace("%2", rows[0].ad_account_name))
        else:
            self._navigator.notices.success(self.tr("%1 links were removed.").replace("%1", str(len(rows))))


def unlink_question(rows: Sequence[AdLinkRow], ads: Sequence[RunningAd], parent: QWidget) -> MessageDialog:
    """Return the dialog that lists the running ads and asks; ``accepted`` says yes."""
    translate = QCoreApplication.translate
    if len(rows) == 1:
        title = translate("Unlinking", "Unlink @%1 from “%2”?").replace("%1", rows[0].handle)
        title = title.replace("%2", rows[0].ad_account_name)
    else:
        title = translate("Unlinking", "Remove %1 links?").replace("%1", str(len(rows)))
    text = translate("Unlinking", "No ad runs with it now. It can be linked again at any time.")
    if ads:
        text = translate("Unlinking", "The ads stay and can be resumed after the account was linked again.")
    dialog = question(
        parent,
        title,
        text,
        translate("Unlinking", "Unlink"),
        effects=_effects(ads),
        danger=True,
    )
    dialog.setObjectName("unlink_ad_account_dialog")
    return dialog


def _effects(ads: Sequence[RunningAd]) -> list[str]:
    translate = QCoreApplication.translate
    one = translate("Unlinking", "The ad “%1” in “%2” pauses.")
    lines = [one.replace("%1", ad.name).replace("%2", ad.ad_account_name) for ad in ads[:_NAMED]]
    more = len(ads) - _NAMED
    if more > 0:
        lines.append(translate("Unlinking", "%1 more running ads pause.").replace("%1", str(more)))
    new = translate("Unlinking", "New ads there can use the TikTok account only where somebody is Operator on it.")
    return [*lines, new]
