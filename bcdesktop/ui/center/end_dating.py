"""Asking when a grant or a partnership ends, from wherever it is shown."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.services import end_dates
from bcdesktop.services.end_date_records import Dated, EndingSoon
from bcdesktop.ui.center.dialogs.end_date import EndDateDialog, EndDateQuestion
from bcdesktop.ui.center.partner_words import name_of
from bcdesktop.ui.kit.time_text import date_text, exact, relative

if TYPE_CHECKING:
    from bcdesktop.services.people_records import GrantRow, PartnershipRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class EndDating:
    """Handed to whatever shows an end date."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        self._session, self._actor, self._navigator = session, actor, navigator

    def ask_grant(self, grant: GrantRow) -> None:
        """Ask when a member's access to an asset ends."""
        self._ask_grant(grant.asset_id, grant.holder.id, grant.holder_name, grant.asset_name, grant.ends_at)

    def ask_partnership(self, row: PartnershipRow) -> None:
        """Ask when a partnership ends."""
        self._ask_partnership(row.id, name_of(row), row.ends_at)

    def ask_soon(self, row: EndingSoon) -> None:
        """Ask until when something that ends soon is extended."""
        if row.kind is Dated.GRANT:
            self._ask_grant(row.asset_id, row.holder_id, row.holder_name, row.name, row.ends_at)
        elif row.kind is Dated.PARTNERSHIP:
            self._ask_partnership(row.id, row.name, row.ends_at)

    def _ask_grant(self, asset_id: str, member_id: str, who: str, what: str, ends_at: datetime | None) -> None:
        translate, context = QCoreApplication.translate, self._session.context
        title = translate("EndDating", "When does the access of %1 to %2 end?")
        asked = EndDateQuestion(
            title.replace("%1", who).replace("%2", what),
            translate(
                "EndDating",
                "It ends by itself at the end of the day. Another role keeps the date. Home reminds you a week before.",
            ),
            ends_at,
            partial(end_dates.set_for_grant, context, self._actor, asset_id, member_id),
            partial(_said, f"{who}, {what}"),
        )
        self._navigator.open_dialog(EndDateDialog(self._session, self._navigator, asked))

    def _ask_partnership(self, partnership_id: str, name: str, ends_at: datetime | None) -> None:
        translate, context = QCoreApplication.translate, self._session.context
        asked = EndDateQuestion(
            translate("EndDating", "When does the partnership with “%1” end?").replace("%1", name),
            translate(
                "EndDating",
                "It ends by itself at the end of that day, with all that is shared. Home reminds you a week before.",
            ),
            ends_at,
            partial(end_dates.set_for_partnership, context, self._actor, partnership_id),
            partial(_said, name),
        )
        self._navigator.open_dialog(EndDateDialog(self._session, self._navigator, asked))


def _said(name: str, ends_at: datetime | None) -> str:
    if ends_at is None:
        return QCoreApplication.translate("EndDating", "%1: no end date.").replace("%1", name)
    text = QCoreApplication.translate("EndDating", "%1: ends on %2.").replace("%1", name)
    return text.replace("%2", date_text(ends_at))


def end_text(ends_at: datetime | None) -> str:
    """Return the day for a column, empty where there is no end."""
    return "" if ends_at is None else date_text(ends_at)


def end_tip(ends_at: datetime | None) -> str:
    """Return the exact time for a tooltip."""
    if ends_at is None:
        return QCoreApplication.translate("EndDating", "No end date")
    return exact(ends_at)


def ends_sentence(ends_at: datetime, now: datetime) -> str:
    """Return such as "Ends in 3 days"."""
    if ends_at <= now:
        return QCoreApplication.translate("EndDating", "Ended %1").replace("%1", relative(ends_at, now))
    return QCoreApplication.translate("EndDating", "Ends %1").replace("%1", relative(ends_at, now))
