"""The details panel of one TikTok account: what may be done with it, who is behind it, what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.center.account_words import (
    link_badge,
    link_sentence,
    owner_badge,
    spark_advice,
    spark_badge,
    spark_problem_text,
    way_word,
)
from bcdesktop.ui.center.dialogs.was_it_meant import WasItMeant
from bcdesktop.ui.center.pages.account_ad_links import AccountAdLinksTab
from bcdesktop.ui.center.pages.account_columns import nobody_sentence
from bcdesktop.ui.center.pages.account_numbers import AccountNumbers
from bcdesktop.ui.center.pages.account_permissions import AccountPermissions
from bcdesktop.ui.center.pages.asset_members import AssetMembersTab
from bcdesktop.ui.center.pages.asset_partners import AssetPartnersTab
from bcdesktop.ui.center.pages.readiness_tab import ReadinessTab
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
    """Tabs Overview, Members, Partners, Ad accounts, Readiness and Activity of one account."""

    compare_requested = Signal(object)
    end_requested = Signal(object)
    assistant_requested = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="account")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: TikTokAccountRow | None = None
        self.facts = FactList()
        self.meant = WasItMeant(session, actor, navigator, name="account")
        self.permissions = AccountPermissions(session, actor, navigator)
        self.permissions.end_requested.connect(self._end)
        self.numbers = AccountNumbers(session, actor, navigator)
        self.add_tab("account_overview", self.tr("Overview"), self._overview())
        self.members = AssetMembersTab(session, actor, navigator, name="account")
        self.tabs.addTab(self.members, self.tr("Members"))
        self.partners = (
            AssetPartnersTab(session, actor, navigator, name="account")
            if may(Action.SEE_PARTNERS, actor.role)
            else None
        )
        if self.partners is not None:
            self.tabs.addTab(self.partners, self.tr("Partners"))
        self.ad_links = AccountAdLinksTab(session, actor, navigator)
        self.tabs.addTab(self.ad_links, self.tr("Ad accounts"))
        self.readiness = ReadinessTab(session, actor, navigator)
        self.tabs.addTab(self.readiness, self.tr("Readiness"))
        # six tabs have to be in view whatever stands below them
        self.tabs.setUsesScrollButtons(False)
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
        self.assistant_button = QPushButton(self.tr("&End access…"))
        self.assistant_button.setObjectName("end_assistant_button")
        self.assistant_button.setToolTip(
            self.tr("Finds out where access to this account is ended, and shows what stops")
        )
        self.assistant_button.clicked.connect(self._assist)
        self.button_row.addWidget(self.compare_button)
        self.button_row.addStretch(1)
        self.button_row.addWidget(self.assistant_button)
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACTIVITY}, self._read_activity)

    def _overview(self) -> QWidget:
        self.link_label = text_label("", wrap=True, selectable=True)
        self.link_label.setObjectName("link_label")
        self.nobody_label = text_label(nobody_sentence(), "warning", wrap=True)
        self.nobody_label.setObjectName("nobody_label")
        self.nobody_label.hide()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self.link_label)
        self._column.addWidget(self.nobody_label)
        self._column.addWidget(self.meant)
        self._column.addWidget(self.permissions)
        self._column.addWidget(self.facts)
        self._column.addWidget(self.numbers)
        self._column.addStretch(1)
        return inside

    def show_row(self, row: TikTokAccountRow) -> None:
        """Show ``row``."""
        self._row = row
        self.set_head(row.display_name, f"@{row.handle}", [Badge(*link_badge(row)), Badge(*owner_badge(row))])
        self.link_label.setText(link_sentence(row))
        self.nobody_label.setVisible(row.has_nobody)
        self.meant.show_account(row)
        self.permissions.show_row(row)
        self.facts.show_facts(self._facts_of(row))
        kind = AssetKind.TIKTOK_ACCOUNT if row.owner_name is None else AssetKind.SHARED_TIKTOK_ACCOUNT
        ended = "" if row.state is LinkState.ACTIVE else self.tr("Access to this account has ended.")
        self.members.show_asset(row.id, kind, f"@{row.handle}", why_ended=ended)
        if self.partners is not None:
            owner = row.owner_name
            self.partners.show_asset(row.id, kind, f"@{row.handle}", owner_name=owner, why_ended=ended)
        self.ad_links.show_asset(row.id, kind, f"@{row.handle}", why_ended=ended)
        self.readiness.show_account(kind, row.id)
        self.numbers.show_account(kind, row.id)
        self._show_buttons()
        self._read_activity()

    def name_admins(self, admins: tuple[str, ...]) -> None:
        """Say who can do what is grey here."""
        self.permissions.name_admins(admins)
        self.ad_links.name_admins(admins)
        self._show_buttons()

    def show_readiness(self, asset_id: str | None = None) -> None:
        """Bring the tab Readiness to the front, for one ad account."""
        if self._row is not None:
            self.readiness.choose(asset_id)
            self.tabs.setCurrentWidget(self.readiness)

    def show_ad_links(self) -> None:
        """Bring the tab Ad accounts to the front."""
        self.tabs.setCurrentWidget(self.ad_links)

    def _show_buttons(self) -> None:
        why_not = self.permissions.why_not()
        self.compare_button.setEnabled(not why_not)
        self.compare_button.setToolTip(why_not)
        self.compare_button.setStatusTip(why_not)
        self.compare_button.setAccessibleDescription(why_not)
        has_ended = self._row is not None and self._row.state is not LinkState.ACTIVE
        ended = self.tr("Access to this account has ended.") if has_ended else ""
        self.assistant_button.setEnabled(not ended)
        self.assistant_button.setStatusTip(ended)

    def _facts_of(self, row: TikTokAccountRow) -> list[Fact]:
        words = () if row.permissions is None else permission_words(row.permissions)
        permissions = "\n".join((label_of(row.level), *(f"· {word}" for word in words)))
        trust = (
            description_of(row.owner_trust) if row.owner_name is None else self.tr("A partner of this Business Center.")
        )
        owner = " ".join(part for part in (f"{owner_badge(row)[0]}.", trust) if part)
        return [
            Fact(self.tr("Permissions"), permissions),
            Fact(self.tr("Spark Ads"), self._spark(row)),
            Fact(self.tr("Owner"), owner),
            Fact(self.tr("Way"), way_word(row)),
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

    def _assist(self) -> None:
        self.assistant_requested.emit(self._row)
