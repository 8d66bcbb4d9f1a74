"""The details panel of one TikTok account: what may be done with it, who is behind it, what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.center.account_words import (
    kind_word,
    link_badge,
    link_sentence,
    owner_badge,
    spark_advice,
    spark_badge,
    spark_problem_text,
)
from bcdesktop.ui.center.dialogs.was_it_meant import WasItMeant
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.cards import DetailsPanel, text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.time_text import exact, relative, short
from bcdesktop.ui.kit.words import description_of, label_of, permission_words

if TYPE_CHECKING:
    from bcdesktop.services.records import ActivityRow, Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AccountPanel(DetailsPanel):
    """Tabs Overview and Activity of one account."""

    compare_requested = Signal(object)
    end_requested = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="account")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: TikTokAccountRow | None = None
        self.facts = FactList()
        self.meant = WasItMeant(session, actor, navigator, name="account")
        self.add_tab("account_overview", self.tr("Overview"), self._overview())
        self.activity_list = QListWidget()
        self.activity_list.setObjectName("activity_list")
        self.activity_list.setAccessibleName(self.tr("Activity of this account"))
        self.activity_list.setWordWrap(True)
        self._may_read_activity = may(Action.READ_ACTIVITY_LOG, actor.role)
        if self._may_read_activity:
            self.add_tab("activity_list", self.tr("Activity"), self.activity_list)
        self.compare_button = QPushButton(self.tr("Compare 30 &digits…"))
        self.compare_button.setObjectName("compare_button")
        self.compare_button.clicked.connect(self._compare)
        self.end_button = QPushButton(self.tr("&End access…"))
        self.end_button.setObjectName("end_button")
        self.end_button.setProperty("kind", "danger")
        self.end_button.clicked.connect(self._end)
        self.button_row.addWidget(self.compare_button)
        self.button_row.addStretch(1)
        self.button_row.addWidget(self.end_button)
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACTIVITY}, self._read_activity)

    def _overview(self) -> QWidget:
        self.link_label = text_label("", wrap=True, selectable=True)
        self.link_label.setObjectName("link_label")
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self.link_label)
        self._column.addWidget(self.meant)
        self._column.addWidget(self.facts)
        self._column.addStretch(1)
        return inside

    def show_row(self, row: TikTokAccountRow) -> None:
        """Show ``row``."""
        self._row = row
        self.set_head(row.display_name, f"@{row.handle}", [Badge(*link_badge(row)), Badge(*owner_badge(row))])
        self.link_label.setText(link_sentence(row))
        self.meant.show_account(row)
        self.facts.show_facts(self._facts_of(row))
        is_active = row.state is LinkState.ACTIVE
        self.compare_button.setEnabled(is_active)
        self.end_button.setVisible(may(Action.DISCONNECT_TIKTOK_ACCOUNT, self._actor.role))
        self.end_button.setEnabled(is_active)
        self._read_activity()

    def _facts_of(self, row: TikTokAccountRow) -> list[Fact]:
        permissions = "\n".join((label_of(row.level), *(f"· {word}" for word in permission_words(row.permissions))))
        owner = " ".join(part for part in (f"{owner_badge(row)[0]}.", description_of(row.owner_trust)) if part)
        return [
            Fact(self.tr("Permissions"), permissions),
            Fact(self.tr("Spark Ads"), self._spark(row)),
            Fact(self.tr("Owner"), owner),
            Fact(self.tr("Way"), kind_word(row.kind)),
            Fact(self.tr("Linked"), short(row.linked_at), exact(row.linked_at)),
            Fact(self.tr("Last heard from the owner"), short(row.last_heard_at), exact(row.last_heard_at)),
            Fact(self.tr("TikTok account ID"), row.account_id),
        ]

    def _spark(self, row: TikTokAccountRow) -> str:
        if row.ready_for_spark_ads:
            return spark_badge(row)[0]
        return " · ".join(part for part in (spark_problem_text(row), spark_advice(row)) if part)

    def _read_activity(self) -> None:
        if self._row is None or not self._may_read_activity:
            return
        work = partial(tiktok_accounts.activity_of, self._session.context, self._actor, self._row.id)
        self._session.runner.run(self, work, self._show_activity, self._navigator.notices.show_error)

    def _show_activity(self, rows: tuple[ActivityRow, ...]) -> None:
        from bcdesktop.ui.center.activity_words import action_text, actor_text

        self.activity_list.clear()
        now = self._session.context.clock.now()
        for row in rows:
            item = QListWidgetItem(f"{action_text(row)}\n{actor_text(row)} · {relative(row.at, now)}")
            item.setToolTip(exact(row.at))
            self.activity_list.addItem(item)

    def _compare(self) -> None:
        self.compare_requested.emit(self._row)

    def _end(self) -> None:
        self.end_requested.emit(self._row)
