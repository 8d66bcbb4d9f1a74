"""The card of Home about access that ends by its date within a week: extend it, or end it now (domain.md 13.14)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import grants
from bcdesktop.services.end_date_records import Dated, EndingSoon
from bcdesktop.services.offboarding_records import Subject, SubjectKind
from bcdesktop.ui.center.dialogs.end_access import ask_end_access
from bcdesktop.ui.center.dialogs.remove_access import ask_remove_access
from bcdesktop.ui.center.end_dating import EndDating, ends_sentence
from bcdesktop.ui.center.offboarding import Offboarding
from bcdesktop.ui.center.pages.home_rows import HomeRow, LinesCard
from bcdesktop.ui.kit.time_text import date_text

if TYPE_CHECKING:
    from bcdesktop.services.home_records import Few
    from bcdesktop.services.people_records import GrantRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_PAGES = {
    AssetKind.TIKTOK_ACCOUNT: ("tiktok_accounts", "link_id"),
    AssetKind.SHARED_TIKTOK_ACCOUNT: ("tiktok_accounts", "link_id"),
    AssetKind.AD_ACCOUNT: ("ad_accounts", "asset_id"),
    AssetKind.CATALOG: ("catalogs", "asset_id"),
    AssetKind.PIXEL: ("pixels", "asset_id"),
    AssetKind.AUDIENCE: ("audiences", "asset_id"),
}


class EndingSoonCard(LinesCard):
    """Hidden where nothing ends soon."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__("ending_soon_card")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._dating = EndDating(session, actor, navigator)
        self._may_end = may(Action.DISCONNECT_TIKTOK_ACCOUNT, actor.role)
        self.title_label.setText(self.tr("Access that ends soon"))

    def show_soon(self, soon: Few[EndingSoon], now: datetime) -> None:
        """Show ``soon``, the soonest first."""
        self.setVisible(bool(soon.count))
        rows = [self._row(one, now) for one in soon.rows]
        if soon.more:
            title = self.tr("%1 more end within seven days").replace("%1", QLocale().toString(soon.more))
            rows.append(HomeRow(self._session.theme, "ending_more", "ellipsis", "muted", title, ""))
        self.show_lines(rows)

    def _row(self, one: EndingSoon, now: datetime) -> HomeRow:
        text = f"{ends_sentence(one.ends_at, now)} · {date_text(one.ends_at)}"
        row = HomeRow(self._session.theme, one.key, "timer", "warning", self._title(one), text)
        show = row.add_button("show_ending_button", self.tr("Show"), "link")
        show.clicked.connect(partial(self._show, one))
        if one.can_extend:
            extend = row.add_button("extend_button", self._extend_words(one))
            extend.clicked.connect(partial(self._extend, one))
        if self._may_end and (one.can_extend or one.kind is not Dated.LINK):
            end = row.add_button("end_now_button", self.tr("End now…"))
            end.clicked.connect(partial(self._end, one))
        return row

    def _title(self, one: EndingSoon) -> str:
        if one.kind is Dated.PARTNERSHIP:
            return self.tr("The partnership with “%1”").replace("%1", one.name)
        if one.kind is Dated.LINK:
            return self.tr("The owner's consent for %1").replace("%1", one.name)
        return self.tr("%1 on %2").replace("%1", one.holder_name).replace("%2", one.name)

    def _extend_words(self, one: EndingSoon) -> str:
        return self.tr("Ask again…") if one.kind is Dated.LINK else self.tr("Extend…")

    def _show(self, one: EndingSoon) -> None:
        if one.kind is Dated.PARTNERSHIP:
            self._navigator.go("partners", partnership_id=one.id)
        elif one.asset_kind is not None:
            page, name = _PAGES[one.asset_kind]
            self._navigator.go(page, **{name: one.asset_id})

    def _extend(self, one: EndingSoon) -> None:
        """Move the date. A link's is its owner's: they are asked for a later one."""
        if one.kind is Dated.LINK:
            self._navigator.add_tiktok_account()
        else:
            self._dating.ask_soon(one)

    def _end(self, one: EndingSoon) -> None:
        args = self._session, self._actor, self._navigator
        if one.kind is Dated.LINK:
            ask_end_access(*args, one.id, one.name.removeprefix("@"))
        elif one.kind is Dated.PARTNERSHIP:
            Offboarding(*args).start(Subject(SubjectKind.PARTNER, one.id))
        else:
            work = partial(grants.holders_of, self._session.context, self._actor, one.asset_id)
            self._session.runner.run(self, work, partial(self._ask_remove, one), self._navigator.notices.show_error)

    def _ask_remove(self, one: EndingSoon, held: tuple[GrantRow, ...]) -> None:
        grant = next((row for row in held if row.holder.id == one.holder_id), None)
        if grant is not None:
            ask_remove_access(self._session, self._actor, self._navigator, grant)
