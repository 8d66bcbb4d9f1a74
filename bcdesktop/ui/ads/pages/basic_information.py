"""Basic information of the ad account, with "Enter Business Center" at the top right (A4-20, A4-21; U12)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.policy import AdAction, ad_may
from bcdesktop.services import basic_information
from bcdesktop.ui.ads.dialogs.change_account import ChangeAccountDialog
from bcdesktop.ui.ads.dialogs.enter_center import EnterCenterDialog
from bcdesktop.ui.ads.dialogs.remove_questions import ask_remove_center
from bcdesktop.ui.ads.dialogs.review_account import ReviewAccountDialog
from bcdesktop.ui.ads.endings import Endings
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.kit import choices
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card, Page, scrolled, text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.time_text import date_text, exact
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.advertiser_records import BasicInformation, ReachingCenter
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session

_SHOWN = (ChangeKind.AD_ACCOUNT, ChangeKind.GRANT, ChangeKind.PARTNER, ChangeKind.BUSINESS_CENTER, ChangeKind.PERSON)


class BasicInformationPage(Page):
    """The facts at the left, the Business Centers that reach the ad account at the right."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__(
            self.tr("Basic information"),
            self.tr("What this ad account is, and which Business Centers reach it."),
            bridge=session.bridge,
        )
        self.setObjectName("basic_information_page")
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self._asset_id = ""
        self.row: BasicInformation | None = None
        self._make_buttons()
        self._make_state()
        self.facts_list = FactList()
        self.facts_list.setObjectName("basic_facts")
        facts = Card(self.tr("Facts"))
        facts.body.addLayout(self._state_row)
        facts.body.addWidget(self.review_note_label)
        facts.body.addSpacing(4)
        facts.body.addWidget(scrolled(self.facts_list), 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(facts, 2)
        row.addWidget(self._centers_card(), 3)
        self.content.addLayout(row, 1)
        self.listen(_SHOWN, self.refresh)
        self._show_chosen(None)

    def _make_buttons(self) -> None:
        self.change_account_button = QPushButton(self.tr("C&hange…"))
        self.change_account_button.setObjectName("change_account_button")
        set_button_icon(self.change_account_button, "pencil")
        self.change_account_button.clicked.connect(self._change)
        self.enter_business_center_button = QPushButton(self.tr("&Enter Business Center"))
        self.enter_business_center_button.setObjectName("enter_business_center_button")
        self.enter_business_center_button.setProperty("kind", "primary")
        set_button_icon(self.enter_business_center_button, "building-2", "on_primary")
        self.enter_business_center_button.clicked.connect(self._enter)
        self.set_primary(self.change_account_button, self.enter_business_center_button)

    def _make_state(self) -> None:
        self.basic_status_badge = Badge()
        self.basic_status_badge.setObjectName("basic_status_badge")
        self.review_button = QPushButton(self.tr("&Review in place of TikTok…"))
        self.review_button.setObjectName("review_button")
        self.review_button.clicked.connect(self._review)
        self.review_button.hide()
        self.review_note_label = text_label("", "muted", wrap=True, selectable=True)
        self.review_note_label.setObjectName("basic_review_note_label")
        self.review_note_label.hide()
        self._state_row = QHBoxLayout()
        self._state_row.setSpacing(8)
        self._state_row.addWidget(self.basic_status_badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self._state_row.addStretch(1)
        self._state_row.addWidget(self.review_button)

    def _centers_card(self) -> QWidget:
        self.centers_table = RecordTable(
            "reaching_centers_table",
            (
                Column("name", self.tr("Business Center"), _name, tooltip=_id, width=24),
                Column("why", self.tr("Why"), self._why, width=18),
                Column("role", self.tr("At most"), _role, width=12),
                Column("since", self.tr("Since"), _since, sort=_since_at, tooltip=_since_exact, width=12),
            ),
            accessible_name=self.tr("Business Centers that reach this ad account"),
            empty=EmptyState(
                self.tr("No Business Center reaches it"),
                self.tr("Enter a Business Center and request access there to bring it in."),
                icon_name="building-2",
            ),
        )
        self.centers_table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.centers_table.current_changed.connect(self._show_chosen)
        self.centers_table.delete_pressed.connect(self.ask_remove)
        self.remove_permission_button = QPushButton(self.tr("Re&move permission…"))
        self.remove_permission_button.setObjectName("remove_permission_button")
        set_button_icon(self.remove_permission_button, "trash-2")
        self.remove_permission_button.clicked.connect(self.ask_remove)
        card = Card(self.tr("Permission management"))
        card.body.addWidget(self.centers_table, 1)
        card.body.addWidget(self.remove_permission_button, 0, Qt.AlignmentFlag.AlignRight)
        return card

    # ------------------------------------------------------------------ what is shown
    def show_account(self, asset_id: str) -> None:
        """Show another ad account."""
        self._asset_id = asset_id
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        if self._asset_id:
            work = partial(basic_information.get, self._session.context, self._advertiser, self._asset_id)
            self._session.runner.run(self, work, self._show, self._not_read)

    def _not_read(self, error: Exception) -> None:
        # the ad account was taken away meanwhile; the window goes to another one
        if not isinstance(error, NotFound):
            self._navigator.notices.show_error(error)

    def _show(self, row: BasicInformation) -> None:
        if row.id != self._asset_id:
            return
        self.row = row
        self.basic_status_badge.set_badge(label_of(row.status), badge_of(row.status))
        self.review_button.setVisible(row.is_own and row.status is AdAccountStatus.IN_REVIEW)
        self.review_note_label.setText(row.review_note)
        self.review_note_label.setVisible(bool(row.review_note))
        self.facts_list.show_facts(self._facts(row))
        allow(self.change_account_button, self._why_fixed(row))
        self.centers_table.set_records(row.centers)
        self._show_chosen(self.centers_table.current_record())

    def _facts(self, row: BasicInformation) -> list[Fact]:
        country = {choice.value: choice.text for choice in choices.countries()}.get(row.country, row.country)
        facts = [
            Fact(self.tr("Name"), row.name),
            Fact(self.tr("Ad account ID"), row.number),
            Fact(self.tr("Owner"), row.owner_name),
            Fact(self.tr("Company"), row.company),
            Fact(self.tr("Country or region"), country),
            Fact(self.tr("Time zone"), row.time_zone.replace("_", " ")),
            Fact(self.tr("Currency"), row.currency),
            Fact(self.tr("Industry"), row.industry),
            Fact(self.tr("Promotion link"), row.promotion_link),
            Fact(self.tr("Created"), date_text(row.created_at), exact(row.created_at)),
        ]
        return [fact for fact in facts if fact.value]

    def _why_fixed(self, row: BasicInformation) -> str:
        if row.status is AdAccountStatus.CLOSED:
            return self.tr("The ad account is closed.")
        if ad_may(AdAction.CHANGE_AD_ACCOUNT, row.role):
            return ""
        return self.tr("Only Admins of this ad account can do this. Ask %1.").replace("%1", ", ".join(row.admins))

    def _why(self, center: ReachingCenter) -> str:
        return {
            AssetRelation.OWNER_BC: self.tr("Owns it"),
            AssetRelation.OWNER_PARTNER: self.tr("Shared or granted"),
            AssetRelation.OWNER_INDIVIDUAL: self.tr("Request granted"),
        }[center.relation]

    def _show_chosen(self, center: ReachingCenter | None) -> None:
        allow(self.remove_permission_button, self._why_stays(center))

    def _why_stays(self, center: ReachingCenter | None) -> str:
        row = self.row
        if center is None or row is None:
            return self.tr("Choose a Business Center in the list first.")
        if center.relation is AssetRelation.OWNER_BC:
            return self.tr("This Business Center owns the ad account.")
        if not row.can_remove_centers:
            return self.tr("Only %1 can do this.").replace("%1", row.owner_name)
        return ""

    # ------------------------------------------------------------------ what can be done
    def _change(self) -> None:
        if self.row is not None:
            self._navigator.open_dialog(ChangeAccountDialog(self._session, self._advertiser, self._navigator, self.row))

    def _review(self) -> None:
        if self.row is not None:
            self._navigator.open_dialog(ReviewAccountDialog(self._session, self._advertiser, self._navigator, self.row))

    def _enter(self) -> None:
        self._navigator.open_dialog(EnterCenterDialog(self._session, self._advertiser, self._navigator))

    def ask_remove(self) -> None:
        """Ask before the chosen Business Center loses the ad account."""
        center, row = self.centers_table.current_record(), self.row
        if center is None or row is None or self._why_stays(center):
            return
        endings = Endings(self._session, self._advertiser, self._navigator)
        ask_remove_center(endings, self._asset_id, row.name, center)


def _name(center: ReachingCenter) -> str:
    return center.name


def _id(center: ReachingCenter) -> str:
    return center.id


def _role(center: ReachingCenter) -> str:
    return label_of(center.role)


def _since(center: ReachingCenter) -> str:
    return date_text(center.since)


def _since_at(center: ReachingCenter) -> datetime:
    return center.since


def _since_exact(center: ReachingCenter) -> str:
    return exact(center.since)
