"""The details panel of one ad account: where it stands, who may use it, what is linked, what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import ad_accounts
from bcdesktop.ui.center.ad_account_words import country_name, my_role_text, owner_sentence, status_sentence
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.pages.ad_account_links import AdAccountLinksTab
from bcdesktop.ui.center.pages.ad_account_payment import AdAccountPayment
from bcdesktop.ui.center.pages.ad_account_review import AdAccountReview
from bcdesktop.ui.center.pages.ad_account_waiting import AdAccountWaiting
from bcdesktop.ui.center.pages.asset_members import AssetMembersTab
from bcdesktop.ui.center.pages.asset_partners import AssetPartnersTab
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import DetailsPanel, text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.time_text import exact, relative, short
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRow
    from bcdesktop.services.records import ActivityRow, Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AdAccountPanel(DetailsPanel):
    """Tabs Overview, Members, Partners, TikTok accounts and Activity of one ad account."""

    change_requested = Signal(object)
    end_requested = Signal(object)
    """Close it, or take it out where somebody else owns it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(name="ad_account")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: AdAccountRow | None = None
        self._admins: tuple[str, ...] = ()
        self._is_admin = may(Action.CLOSE_AD_ACCOUNT, actor.role)
        self.add_tab("ad_account_overview", self.tr("Overview"), self._overview())
        self.members = AssetMembersTab(session, actor, navigator, name="ad_account")
        self.tabs.addTab(self.members, self.tr("Members"))
        self.partners: AssetPartnersTab | None = None
        if may(Action.SEE_PARTNERS, actor.role):
            self.partners = AssetPartnersTab(session, actor, navigator, name="ad_account")
            self.tabs.addTab(self.partners, self.tr("Partners"))
        self.links = AdAccountLinksTab(session, actor, navigator)
        self.tabs.addTab(self.links, self.tr("TikTok accounts"))
        self._may_read_activity = may(Action.READ_ACTIVITY_LOG, actor.role)
        self.activity_list = QListWidget(self)
        self.activity_list.setObjectName("ad_account_activity_list")
        self.activity_list.setAccessibleName(self.tr("Activity of this ad account"))
        self.activity_list.setWordWrap(True)
        self.activity_list.hide()
        if self._may_read_activity:
            self.tabs.addTab(self.activity_list, self.tr("Activity"))
        # five tabs have to be in view whatever stands below them
        self.tabs.setUsesScrollButtons(False)
        self._add_buttons()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.ACTIVITY}, self._read_activity)

    def _overview(self) -> QWidget:
        self.status_label = text_label("", wrap=True, selectable=True)
        self.status_label.setObjectName("ad_account_status_label")
        self.review = AdAccountReview(self._session, self._actor, self._navigator)
        self.review.correct_requested.connect(self._change)
        self.waiting = AdAccountWaiting(self._session, self._actor, self._navigator)
        self.payment = AdAccountPayment(self._session, self._actor, self._navigator)
        self.facts = FactList()
        self.copy_id_button = QPushButton(self.tr("Copy &ID"))
        self.copy_id_button.setObjectName("copy_ad_account_id_button")
        set_button_icon(self.copy_id_button, "copy")
        self.copy_id_button.clicked.connect(self.copy_id)
        copy_row = QHBoxLayout()
        copy_row.addWidget(self.copy_id_button)
        copy_row.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.status_label, self.review, self.waiting, self.facts):
            column.addWidget(part)
        column.addLayout(copy_row)
        column.addWidget(self.payment)
        column.addStretch(1)
        return inside

    def _add_buttons(self) -> None:
        self.change_button = QPushButton(self.tr("C&hange…"))
        self.change_button.setObjectName("change_ad_account_button")
        self.change_button.clicked.connect(self._change)
        self.end_button = QPushButton(self.tr("Cl&ose…"))
        self.end_button.setObjectName("end_ad_account_button")
        self.end_button.setProperty("kind", "danger")
        self.end_button.clicked.connect(self._end)
        self.ads_manager_button = QPushButton(self.tr("Open Ads &Manager"))
        self.ads_manager_button.setObjectName("ad_account_ads_manager_button")
        set_button_icon(self.ads_manager_button, "megaphone")
        self.ads_manager_button.clicked.connect(self._open_ads_manager)
        self.button_row.addWidget(self.ads_manager_button)
        self.button_row.addWidget(self.change_button)
        self.button_row.addStretch(1)
        self.button_row.addWidget(self.end_button)

    def show_row(self, row: AdAccountRow) -> None:
        """Show ``row``."""
        self._row = row
        badges = [Badge(label_of(row.status), badge_of(row.status))]
        if row.my_role is not None:
            badges.append(Badge(self.tr("You: %1").replace("%1", label_of(row.my_role)), BadgeKind.NEUTRAL))
        self.set_head(row.name, row.number, badges)
        self.status_label.setText(status_sentence(row))
        self.review.show_row(row, "" if self._is_admin else reason_text(self._admins))
        self.waiting.show_row(row)
        self.facts.show_facts(self._facts_of(row))
        ended = self.tr("The ad account is closed.") if row.status is AdAccountStatus.CLOSED else ""
        self.members.show_asset(row.id, AssetKind.AD_ACCOUNT, row.name, why_ended=ended)
        if self.partners is not None:
            self.partners.show_asset(row.id, AssetKind.AD_ACCOUNT, row.name, why_ended=ended)
        self.links.show_asset(row.id, AssetKind.AD_ACCOUNT, row.name, why_ended=ended)
        self.payment.show_asset(row.id, AssetKind.AD_ACCOUNT, row.name)
        self._show_buttons()
        self._read_activity()

    def name_admins(self, admins: tuple[str, ...]) -> None:
        """Say who can do what is grey here."""
        self._admins = admins
        if self._row is not None:
            self.review.show_row(self._row, reason_text(admins))
        self.links.name_admins(admins)
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self._row
        if row is None:
            return
        self.end_button.setText(self.tr("Cl&ose…") if row.is_owned else self.tr("&Remove…"))
        closed = self.tr("The ad account is closed for good.") if row.status is AdAccountStatus.CLOSED else ""
        other = self.tr("Only the owner changes it: %1.").replace("%1", row.owner_name) if not row.is_owned else ""
        grey = "" if self._is_admin else reason_text(self._admins)
        no_role = "" if row.my_role is not None else self.tr("You have no role on it. An admin gives it under Members.")
        for button, why in (
            (self.ads_manager_button, closed or no_role),
            (self.change_button, closed or other or grey),
            (self.end_button, closed or grey),
        ):
            button.setEnabled(not why)
            button.setToolTip(why)
            button.setStatusTip(why)
            button.setAccessibleDescription(why)

    def _facts_of(self, row: AdAccountRow) -> list[Fact]:
        facts = [
            Fact(self.tr("Ad account ID"), row.number),
            Fact(self.tr("Owner"), owner_sentence(row)),
            Fact(self.tr("Your role"), self._my_role(row)),
            Fact(self.tr("Company"), row.company),
            Fact(
                self.tr("Country, time zone, currency"),
                f"{country_name(row.country)} · {row.time_zone.replace('_', ' ')} · {row.currency}",
            ),
        ]
        if row.industry:
            facts.append(Fact(self.tr("Industry"), row.industry))
        if row.promotion_link:
            facts.append(Fact(self.tr("Promotion link"), row.promotion_link))
        if row.review_note and row.status is AdAccountStatus.APPROVED:
            facts.append(Fact(self.tr("Note of the review"), row.review_note))
        facts.append(Fact(self.tr("In this Business Center since"), short(row.since), exact(row.since)))
        return facts

    def _my_role(self, row: AdAccountRow) -> str:
        if row.my_role is not None or row.status is AdAccountStatus.CLOSED:
            return my_role_text(row.my_role)
        return self.tr("None yet. An admin of the Business Center too needs a role on it to make ads.")

    def copy_id(self) -> None:
        """Put the id into the clipboard."""
        if self._row is not None:
            QGuiApplication.clipboard().setText(self._row.number)
            self._navigator.notices.success(self.tr("The ad account ID was copied."))

    def _read_activity(self) -> None:
        if self._row is None or not self._may_read_activity:
            return
        work = partial(ad_accounts.activity_of, self._session.context, self._actor, self._row.id)
        self._session.runner.run(self, work, self._show_activity, self._not_read)

    def _not_read(self, error: Exception) -> None:
        """Say nothing of an ad account that is gone by now; the page shows that."""
        if not isinstance(error, NotFound):
            self._navigator.notices.show_error(error)

    def _show_activity(self, rows: tuple[ActivityRow, ...]) -> None:
        from bcdesktop.ui.center.activity_words import action_text, actor_text

        self.activity_list.clear()
        now = self._session.context.clock.now()
        for row in rows:
            item = QListWidgetItem(f"{action_text(row)}\n{actor_text(row)} · {relative(row.at, now)}")
            item.setToolTip(exact(row.at))
            self.activity_list.addItem(item)

    def _open_ads_manager(self) -> None:
        if self._row is not None:
            self._navigator.open_ads_manager(self._row.id)

    def _change(self) -> None:
        self.change_requested.emit(self._row)

    def _end(self) -> None:
        self.end_requested.emit(self._row)
