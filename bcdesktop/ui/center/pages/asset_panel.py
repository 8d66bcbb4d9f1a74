"""The details panel of a catalog, pixel or audience: whether data flows, who has it, which ad accounts use it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.assets import SyncState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import assets
from bcdesktop.services.asset_records import AudienceDetails, CatalogDetails
from bcdesktop.ui.center.asset_words import (
    details_text,
    is_lookalike,
    kind_words,
    owner_text,
    sync_advice,
    sync_badge,
    sync_sentence,
)
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.pages.asset_ad_accounts import AssetAdAccounts
from bcdesktop.ui.center.pages.asset_members import AssetMembersTab
from bcdesktop.ui.center.pages.asset_partners import AssetPartnersTab
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import DetailsPanel, text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.theme import restyle
from bcdesktop.ui.kit.time_text import exact, relative, short
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.asset_records import AssetRow
    from bcdesktop.services.records import ActivityRow, Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AssetPanel(DetailsPanel):
    """Tabs Overview, Members, Partners, Ad accounts and Activity of one asset."""

    change_requested = Signal(object)
    end_requested = Signal(object)
    """Delete it, or give it up where another Business Center owns it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, kind: AssetKind) -> None:
        name = kind_words(kind).item
        super().__init__(name=name)
        self._session, self._actor, self._navigator, self._name = session, actor, navigator, name
        self._row: AssetRow | None = None
        self._admins: tuple[str, ...] = ()
        self._is_admin = may(Action.CREATE_ASSET, actor.role)
        self.facts = FactList()
        self.add_tab(f"{name}_overview", self.tr("Overview"), self._overview())
        self.members = AssetMembersTab(session, actor, navigator, name=name)
        self.tabs.addTab(self.members, self.tr("Members"))
        self.partners: AssetPartnersTab | None = None
        if may(Action.SEE_PARTNERS, actor.role):
            self.partners = AssetPartnersTab(session, actor, navigator, name=name)
            self.tabs.addTab(self.partners, self.tr("Partners"))
        self.ad_accounts = AssetAdAccounts(session, actor, navigator, name=name)
        self.tabs.addTab(self.ad_accounts, self.tr("Ad accounts"))
        self._add_activity()
        # five tabs have to be in view whatever stands below them
        self.tabs.setUsesScrollButtons(False)
        self._add_buttons()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACTIVITY}, self._read_activity)

    def _overview(self) -> QWidget:
        self.sync_label = text_label("", "strong", wrap=True, selectable=True)
        self.sync_label.setObjectName(f"{self._name}_sync_label")
        self.advice_label = text_label("", wrap=True, selectable=True)
        self.advice_label.setObjectName(f"{self._name}_advice_label")
        self.advice_label.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.sync_label)
        words.addWidget(self.advice_label)
        column.addLayout(words)
        column.addWidget(self.facts)
        column.addStretch(1)
        return inside

    def _add_activity(self) -> None:
        self.activity_list = QListWidget()
        self.activity_list.setObjectName(f"{self._name}_activity_list")
        self.activity_list.setAccessibleName(self.tr("Activity"))
        self.activity_list.setWordWrap(True)
        self._may_read_activity = may(Action.READ_ACTIVITY_LOG, self._actor.role)
        if not self._may_read_activity:
            self.activity_list.setParent(self)
            self.activity_list.hide()
            return
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self.activity_list)
        self.tabs.addTab(inside, self.tr("Activity"))

    def _add_buttons(self) -> None:
        self.change_button = QPushButton(self.tr("&Change…"))
        self.change_button.setObjectName(f"{self._name}_change_button")
        self.change_button.clicked.connect(self._change)
        self.end_button = QPushButton(self.tr("&Delete…"))
        self.end_button.setObjectName(f"{self._name}_end_button")
        self.end_button.setProperty("kind", "danger")
        self.end_button.clicked.connect(self._end)
        self.button_row.addWidget(self.change_button)
        self.button_row.addStretch(1)
        self.button_row.addWidget(self.end_button)

    def show_row(self, row: AssetRow) -> None:
        """Show ``row``."""
        self._row = row
        badges = [Badge(*sync_badge(row))]
        if not row.is_owned:
            badges.append(Badge(self.tr("Shared by %1").replace("%1", row.owner_name), BadgeKind.INFO))
        self.set_head(row.name, details_text(row), badges)
        self.sync_label.setText(sync_sentence(row))
        advice = sync_advice(row, may_link=self._is_admin)
        self.advice_label.setText(advice)
        self.advice_label.setVisible(bool(advice))
        is_stopped = row.sync.state is SyncState.STOPPED
        self.advice_label.setProperty("role", "warning" if is_stopped else "muted")
        restyle(self.advice_label)
        self.facts.show_facts(self._facts_of(row))
        self.members.show_asset(row.id, row.kind, row.name)
        if self.partners is not None:
            self.partners.show_asset(row.id, row.kind, row.name)
        self.ad_accounts.show_row(row)
        self._show_buttons()
        self._read_activity()

    def name_admins(self, admins: tuple[str, ...]) -> None:
        """Say who can do what is grey here."""
        self._admins = admins
        self.ad_accounts.name_admins(admins)
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self._row
        is_own = row is None or row.is_owned
        self.end_button.setText(self.tr("&Delete…") if is_own else self.tr("&Give up…"))
        reasons = ((self.change_button, self._why_not_change()), (self.end_button, self._why_not_end()))
        for button, reason in reasons:
            button.setEnabled(not reason)
            button.setToolTip(reason)
            button.setStatusTip(reason)
            button.setAccessibleDescription(reason)

    def _why_not_change(self) -> str:
        """Return why it cannot be changed here (domain.md 2.5, 8); empty where it can."""
        row = self._row
        if row is None:
            return ""
        if not row.can_be_changed_here:
            return self.tr("“%1” owns it; here it is used, not changed. Ask “%1”.").replace("%1", row.owner_name)
        if self._is_admin or row.my_role is ROLES_OF[row.kind][0]:
            return ""
        text = self.tr("Your role on it is too small for this; %1 is needed.")
        return " ".join((text.replace("%1", label_of(ROLES_OF[row.kind][0])), reason_text(self._admins)))

    def _why_not_end(self) -> str:
        return "" if self._is_admin else reason_text(self._admins)

    def _facts_of(self, row: AssetRow) -> list[Fact]:
        facts = [Fact(kind_words(row.kind).details, self._kind_text(row))]
        facts += self._details_of(row)
        if row.source_handle:
            facts.append(Fact(self.tr("Takes its data from"), f"@{row.source_handle}"))
        facts += [
            Fact(self.tr("Owner"), owner_text(row)),
            Fact(self.tr("Created") if row.is_owned else self.tr("Shared since"), short(row.since), exact(row.since)),
            Fact(self.tr("%1 ID").replace("%1", label_of(row.kind)), row.number),
        ]
        return facts

    @staticmethod
    def _kind_text(row: AssetRow) -> str:
        details = row.details
        return label_of(details.catalog_kind) if isinstance(details, CatalogDetails) else details_text(row)

    def _details_of(self, row: AssetRow) -> list[Fact]:
        details = row.details
        if isinstance(details, CatalogDetails):
            return [Fact(self.tr("Country and currency"), f"{details.country} · {details.currency}")]
        if not isinstance(details, AudienceDetails):
            return []
        facts = [Fact(self.tr("Made of"), details.source_name)] if is_lookalike(row) else []
        return facts + ([Fact(self.tr("Description"), details.description)] if details.description else [])

    def _read_activity(self) -> None:
        if self._row is None or not self._may_read_activity or self.isHidden():
            return
        work = partial(assets.activity_of, self._session.context, self._actor, self._row.id)
        self._session.runner.run(self, work, self._show_activity, self._activity_failed)

    def _show_activity(self, rows: tuple[ActivityRow, ...]) -> None:
        from bcdesktop.ui.center.activity_words import action_text, actor_text

        self.activity_list.clear()
        now = self._session.context.clock.now()
        for row in rows:
            item = QListWidgetItem(f"{action_text(row)}\n{actor_text(row)} · {relative(row.at, now)}")
            item.setToolTip(exact(row.at))
            self.activity_list.addItem(item)

    def _activity_failed(self, error: Exception) -> None:
        # it may have been deleted a moment ago; the page shows that
        if not isinstance(error, NotFound):
            self._navigator.notices.show_error(error)

    def _change(self) -> None:
        self.change_requested.emit(self._row)

    def _end(self) -> None:
        self.end_requested.emit(self._row)
