"""Home: what needs this person now, and until done the first steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import end_dates, readiness, tiktok_accounts
from bcdesktop.ui.center.dialogs.answer_admin_request import AnswerAdminRequestDialog
from bcdesktop.ui.center.pages.home_cards import FirstStepsCard, NeedsYouCard
from bcdesktop.ui.center.pages.home_data import HomeData, read_home
from bcdesktop.ui.center.pages.home_ending import EndingSoonCard
from bcdesktop.ui.center.pages.home_numbers import NumbersCard
from bcdesktop.ui.center.pages.home_numbers_card import HomePerformanceCard
from bcdesktop.ui.center.pages.home_readiness import ReadinessCard
from bcdesktop.ui.center.pages.home_requests_cards import AskedCard, MineCard
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.theme import restyle

if TYPE_CHECKING:
    from bcdesktop.services.end_date_records import EndingSoon
    from bcdesktop.services.home_records import Few
    from bcdesktop.services.people_records import AdminRequestRow
    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_KINDS = (
    *(ChangeKind.ACCESS_REQUEST, ChangeKind.TIKTOK_ACCOUNT, ChangeKind.DIRECTORY, ChangeKind.BUSINESS_CENTER),
    *(ChangeKind.MEMBER, ChangeKind.GRANT, ChangeKind.PARTNER, ChangeKind.ADMIN_REQUEST, ChangeKind.MAIL),
    *(ChangeKind.AD_ACCOUNT, ChangeKind.AD_LINK, ChangeKind.AD, ChangeKind.REPORT),
)


class HomePage(Page):
    """Counts down while it is shown."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__("", "", bridge=session.bridge)
        self._session, self._actor, self._navigator = session, actor, navigator
        self.setObjectName("home_page")
        self.title_label.setText(self.tr("Hello, %1").replace("%1", actor.name))
        self.sentence_label.setText(self.tr("What needs you now in %1.").replace("%1", actor.business_center_name))
        self.sentence_label.show()
        may_add = may(Action.SEE_ADD_TIKTOK_ACCOUNT, actor.role)
        self._may_add = may_add
        if may_add:
            self._add_primary()
        self.first_steps_card = FirstStepsCard(session.theme, navigator, may_add=may_add)
        self.first_steps_card.hide()
        self.needs_you_card = NeedsYouCard(
            session.theme, navigator, may_confirm=may(Action.CONFIRM_TIKTOK_ACCOUNT, actor.role)
        )
        self.needs_you_card.hide()
        self.needs_you_card.confirm_requested.connect(self._confirm)
        self.asked_card = AskedCard(session.theme, navigator)
        self.asked_card.hide()
        self.asked_card.answer_requested.connect(self._answer)
        self.mine_card = MineCard(session.theme)
        self.mine_card.hide()
        self.readiness_card = ReadinessCard(session.theme, navigator)
        self.readiness_card.hide()
        self.ending_card = EndingSoonCard(session, actor, navigator)
        self.ending_card.hide()
        self.numbers_card = NumbersCard(navigator)
        self.numbers_card.hide()
        self.performance_card = HomePerformanceCard(session, actor, navigator)
        self.performance_card.hide()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._readiness_timer = QTimer(self)
        self._readiness_timer.setSingleShot(True)
        self._readiness_timer.timeout.connect(self._read_later)
        self.listen(_KINDS, self.refresh)
        self.refresh()

    def _add_primary(self) -> None:
        self.home_add_button = QPushButton(self.tr("&Add TikTok account"))
        self.home_add_button.setObjectName("home_add_button")
        self.home_add_button.setProperty("kind", "primary")
        set_button_icon(self.home_add_button, "plus", "on_primary")
        self.home_add_button.setToolTip(self.tr("Add TikTok account (Ctrl+N)"))
        self.home_add_button.clicked.connect(self._navigator.add_tiktok_account)
        self.set_primary(self.home_add_button)

    def _dress_add(self, *, is_primary: bool) -> None:
        kind = "primary" if is_primary else ""
        if self.home_add_button.property("kind") != kind:
            self.home_add_button.setProperty("kind", kind)
            self.home_add_button.setIcon(icon("plus", self._session.theme, "on_primary" if is_primary else "text"))
            restyle(self.home_add_button)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        cards = (self.first_steps_card, self.asked_card, self.needs_you_card, self.ending_card, self.readiness_card)
        for card in (*cards, self.mine_card, self.numbers_card, self.performance_card):
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.content.addWidget(area)

    def refresh(self) -> None:
        """Read everything again."""
        work = partial(read_home, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, data: HomeData) -> None:
        now = self._session.context.clock.now()
        steps = data.overview.first_steps if self._may_add else ()
        self.first_steps_card.show_steps(steps, data)
        if self._may_add:
            # one primary button at a time
            self.home_add_button.setVisible(not self.first_steps_card.offers_to_add)
            self._dress_add(is_primary=not self.first_steps_card.has_primary)
        self.asked_card.show_requests(data.needs.asked, now)
        self.mine_card.show_requests(data.needs.mine, now)
        self.needs_you_card.show_data(data, now)
        # while the first steps are open, "nothing waits" would contradict them
        self.needs_you_card.setVisible(not (data.is_quiet and self.first_steps_card.isVisibleTo(self)))
        self.numbers_card.show_home(data.overview)
        self.performance_card.refresh(data.overview.ad_accounts)
        # what is here already is painted before the linked pairs are judged
        self._readiness_timer.start()

    def _read_later(self) -> None:
        """Read what is shown below what needs this person now."""
        work = partial(end_dates.ending_soon, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show_ending, self._navigator.notices.show_error)
        self._read_readiness()

    def _show_ending(self, soon: Few[EndingSoon]) -> None:
        self.ending_card.show_soon(soon, self._session.context.clock.now())

    def _read_readiness(self) -> None:
        work = partial(readiness.summary, self._session.context, self._actor)
        self._session.runner.run(self, work, self.readiness_card.show_summary, self._navigator.notices.show_error)

    def _tick(self) -> None:
        if self.needs_you_card.tick(self._session.context.clock.now()):
            self.refresh()

    def _answer(self, row: AdminRequestRow, is_done: bool) -> None:
        dialog = AnswerAdminRequestDialog(self._session, self._actor, self._navigator, row, is_done=is_done)
        self._navigator.open_dialog(dialog)

    def _confirm(self, link_id: str) -> None:
        work = partial(tiktok_accounts.confirm, self._session.context, self._actor, link_id)
        self._session.runner.run(self, work, self._confirmed, self._navigator.notices.show_error)

    def _confirmed(self, row: TikTokAccountRow) -> None:
        self._navigator.notices.success(self.tr("@%1 is confirmed.").replace("%1", row.handle))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Count down while shown."""
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while hidden."""
        self._timer.stop()
        super().hideEvent(event)
