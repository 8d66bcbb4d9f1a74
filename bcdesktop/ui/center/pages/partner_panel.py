"""The panel beside Partners: where one partnership stands, what it shares, what can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.services import partner_texts, partners
from bcdesktop.ui.center.access_words import kinds_title
from bcdesktop.ui.center.end_dating import EndDating, ends_sentence
from bcdesktop.ui.center.pages.partner_shares import PartnerShares
from bcdesktop.ui.center.partner_words import (
    heard_meaning,
    heard_title,
    name_of,
    place_text,
    share_line,
    side_text,
    some_lines,
    state_badge,
    state_sentence,
)
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import DetailsPanel, named_button, text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.time_text import date_text, exact, relative, short

if TYPE_CHECKING:
    from bcdesktop.core.grants import AssetKind
    from bcdesktop.services.people_records import PartnershipRow
    from bcdesktop.services.records import ActivityRow, Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class PartnerPanel(DetailsPanel):
    """Tabs Overview, Shared and Activity of one partnership."""

    accept_requested = Signal(object)
    decline_requested = Signal(object)
    remove_requested = Signal(object)
    off_board_requested = Signal(object)
    text_requested = Signal(object)
    give_requested = Signal(object, object)
    """The partnership, and the kind of asset to give."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="partner")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: PartnershipRow | None = None
        self._digits = ""
        self.add_tab("partner_overview", self.tr("Overview"), self._overview())
        self.shares = PartnerShares(session, actor, navigator)
        self.tabs.addTab(self.shares, self.tr("Shared"))
        self.partner_activity_list = QListWidget()
        self.partner_activity_list.setObjectName("partner_activity_list")
        self.partner_activity_list.setAccessibleName(self.tr("Activity of this partnership"))
        self.partner_activity_list.setWordWrap(True)
        self.tabs.addTab(self.partner_activity_list, self.tr("Activity"))
        self._add_buttons()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACTIVITY}, self._read_activity)

    def _overview(self) -> QWidget:
        self.partner_state_label = text_label("", wrap=True, selectable=True)
        self.partner_state_label.setObjectName("partner_state_label")
        self.heard_bar = NoticeBar()
        self.heard_bar.notice_close_button.setObjectName("partner_heard_close_button")
        self.heard_bar.notice_close_button.hide()
        self.heard_bar.notice_action_button.setObjectName("partner_heard_action_button")
        self.end_bar = NoticeBar()
        self.end_bar.notice_close_button.setObjectName("partner_end_close_button")
        self.end_bar.notice_close_button.hide()
        self.end_bar.notice_action_button.setObjectName("partner_end_action_button")
        self.facts = FactList()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.partner_state_label)
        column.addWidget(self.end_bar)
        column.addWidget(self.heard_bar)
        column.addWidget(self.facts)
        return inside

    def _add_buttons(self) -> None:
        self.accept_button = named_button("accept_partner_button", self.tr("&Accept"), self._accept)
        self.accept_button.setProperty("kind", "primary")
        self.decline_button = named_button("decline_partner_button", self.tr("&Decline…"), self._decline)
        self.give_button = named_button("give_to_members_button", self.tr("&Give to my members…"), self._give)
        self.give_menu = QMenu(self)
        self.give_menu.setObjectName("give_to_members_menu")
        self._kinds: list[AssetKind] = []
        self.text_button = named_button("partner_text_button", self.tr("&Text for the partner…"), self._show_text)
        self.end_date_button = named_button("partner_end_date_button", self.tr("E&nd date…"), self._ask_end)
        self.off_board_button = named_button("off_board_partner_button", self.tr("&Off-board…"), self._off_board)
        self.off_board_button.setToolTip(self.tr("Everything this partner reaches in one list, ended at once"))
        self.remove_button = named_button("remove_partner_button", self.tr("Remo&ve partner…"), self._remove)
        self.remove_button.setProperty("kind", "danger")
        self.add_buttons(
            (self.accept_button, self.decline_button),
            (self.give_button, self.text_button),
            (self.end_date_button, self.off_board_button, self.remove_button),
        )

    @property
    def row(self) -> PartnershipRow | None:
        """The partnership that is shown."""
        return self._row

    def show_row(self, row: PartnershipRow) -> None:
        """Show ``row`` and offer what its state allows."""
        if self._row is None or self._row.id != row.id:
            self._digits = ""
        self._row = row
        self.set_head(name_of(row), row.other_id, [Badge(*state_badge(row)), Badge(side_text(row))])
        self.partner_state_label.setText(state_sentence(row))
        self._show_heard(row)
        self._show_end(row)
        self.facts.show_facts(self._facts(row))
        self.shares.show_row(row)
        self._show_buttons(row)
        self._read_activity()
        if row.is_elsewhere:
            work = partial(partner_texts.digits, self._session.context, self._actor, row.id)
            self._session.runner.run(self, work, partial(self._show_digits, row.id), self._navigator.notices.show_error)

    def _show_heard(self, row: PartnershipRow) -> None:
        body = heard_meaning(row)
        if not body:
            self.heard_bar.hide()
            return
        kind = BadgeKind.WARNING if row.is_behind else BadgeKind.INFO
        self.heard_bar.show_notice(heard_title(row, self._session.context.clock.now()), body, kind=kind)

    def _show_end(self, row: PartnershipRow) -> None:
        """Say that the end is near, or that it passed: access goes with the partnership (A0-48)."""
        now = self._session.context.clock.now()
        if not row.is_open or row.ends_at is None or row.ends_at > now + LIFETIMES.end_reminder:
            self.end_bar.hide()
            return
        self.end_bar.show_notice(
            ends_sentence(row.ends_at, now),
            self.tr("What is shared stops with it. Off-board to end whatever else the partner reaches, too."),
            action=self.tr("Off-board…"),
            on_action=self._off_board,
        )

    def _facts(self, row: PartnershipRow) -> list[Fact]:
        facts = [Fact(self.tr("Where"), place_text(row))]
        if row.is_open:
            end = self.tr("No end date") if row.ends_at is None else date_text(row.ends_at)
            facts.append(Fact(self.tr("Ends"), end, "" if row.ends_at is None else exact(row.ends_at)))
        if row.waits_for_me:
            facts.insert(0, Fact(self.tr("What it shares"), "\n".join(some_lines(map(share_line, row.shares)))))
        if row.note:
            facts.append(Fact(self.tr("Note"), row.note))
        invited = self.tr("%1, by %2").replace("%1", short(row.created_at)).replace("%2", row.invited_by)
        facts.append(Fact(self.tr("Invited"), invited, exact(row.created_at)))
        if row.decided_at is not None:
            title = self.tr("Declined") if row.state is PartnershipState.DECLINED else self.tr("Accepted")
            decided = self.tr("%1, by %2").replace("%1", short(row.decided_at)).replace("%2", row.decided_by)
            facts.append(Fact(title, decided, exact(row.decided_at)))
        if row.ended_at is not None:
            facts.append(Fact(self.tr("Ended"), short(row.ended_at), exact(row.ended_at)))
        if row.heard_at is not None:
            heard = relative(row.heard_at, self._session.context.clock.now())
            facts.append(Fact(self.tr("Last heard"), heard, exact(row.heard_at)))
        if self._digits:
            facts.append(Fact(self.tr("30 digits of both keys, to be compared by telephone"), self._digits))
        return facts

    def _show_digits(self, partnership_id: str, digits: str | None) -> None:
        if self._row is not None and self._row.id == partnership_id and digits is not None:
            self._digits = digits
            self.facts.show_facts(self._facts(self._row))

    def _show_buttons(self, row: PartnershipRow) -> None:
        is_active = row.state is PartnershipState.ACTIVE
        self.accept_button.setVisible(row.waits_for_me)
        self.decline_button.setVisible(row.waits_for_me)
        self.give_button.setVisible(is_active and row.side is PartnershipSide.RECEIVING and bool(row.shares))
        self._show_kinds(row)
        self.text_button.setVisible(row.has_text)
        gives_pending = row.state is PartnershipState.PENDING and row.side is PartnershipSide.GIVING
        self.remove_button.setVisible(is_active or gives_pending)
        self.end_date_button.setVisible(row.is_open and row.side is PartnershipSide.GIVING)
        self.off_board_button.setVisible(is_active)
        self.remove_button.setText(
            self.tr("Take the in&vitation back…") if gives_pending else self.tr("Remo&ve partner…")
        )

    def _show_kinds(self, row: PartnershipRow) -> None:
        """Ask which kind is to be given where several are shared: each has roles of its own."""
        self._kinds = list(dict.fromkeys(share.kind for share in row.shares))
        self.give_menu.clear()
        for kind in self._kinds:
            action = self.give_menu.addAction(kinds_title(kind))
            action.setData(kind)
            action.triggered.connect(self._give_kind)
        self.give_button.setMenu(self.give_menu if len(self._kinds) > 1 else None)

    def _read_activity(self) -> None:
        if self._row is None:
            return
        work = partial(partners.activity_of, self._session.context, self._actor, self._row.id)
        done = partial(self._show_activity, self._row.id)
        self._session.runner.run(self, work, done, self._navigator.notices.show_error)

    def _show_activity(self, partnership_id: str, rows: tuple[ActivityRow, ...]) -> None:
        from bcdesktop.ui.center.activity_words import action_text, actor_text, change_lines

        if self._row is None or self._row.id != partnership_id:
            return
        self.partner_activity_list.clear()
        now = self._session.context.clock.now()
        for row in rows:
            lines = [action_text(row), *some_lines(change_lines(row)), f"{actor_text(row)} · {relative(row.at, now)}"]
            item = QListWidgetItem("\n".join(lines))
            item.setToolTip(exact(row.at))
            self.partner_activity_list.addItem(item)

    def _accept(self) -> None:
        self.accept_requested.emit(self._row)

    def _decline(self) -> None:
        self.decline_requested.emit(self._row)

    def _give(self) -> None:
        if len(self._kinds) == 1:
            self.give_requested.emit(self._row, self._kinds[0])

    def _give_kind(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.give_requested.emit(self._row, action.data())

    def _show_text(self) -> None:
        self.text_requested.emit(self._row)

    def _ask_end(self) -> None:
        if self._row is not None:
            EndDating(self._session, self._actor, self._navigator).ask_partnership(self._row)

    def _off_board(self) -> None:
        self.off_board_requested.emit(self._row)

    def _remove(self) -> None:
        self.remove_requested.emit(self._row)
