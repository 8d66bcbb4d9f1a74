"""Campaigns and their ads (domain.md 10): the first page of Ads Manager."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.ads import AdStatus
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import ads, campaigns
from bcdesktop.ui.ads.ads_words import why_not
from bcdesktop.ui.ads.dialogs.change_ad import ChangeAdDialog
from bcdesktop.ui.ads.dialogs.create_ad import CreateAdDialog
from bcdesktop.ui.ads.dialogs.create_campaign import CreateCampaignDialog
from bcdesktop.ui.ads.dialogs.end_questions import end_ad_question, end_campaign_question
from bcdesktop.ui.ads.dialogs.rename_campaign import RenameCampaignDialog
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.ads.pages.ads_tab import AdsTab
from bcdesktop.ui.ads.pages.campaigns_tab import CampaignsTab
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.ad_form_records import AdRow, AdsOverview, CampaignRow
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session

_LISTENS_TO = (
    ChangeKind.AD,
    ChangeKind.AD_ACCOUNT,
    ChangeKind.AD_LINK,
    ChangeKind.GRANT,
    ChangeKind.MEMBER,
    ChangeKind.TIKTOK_ACCOUNT,
    ChangeKind.PARTNER,
)


class CampaignsPage(Page):
    """Two tabs, Campaigns and Ads, of the ad account chosen on top."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__(
            self.tr("Campaigns"),
            self.tr("What runs in this ad account, under whose name, and why something stands still."),
            bridge=session.bridge,
        )
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self._asset_id = ""
        self.overview: AdsOverview | None = None
        self._build_buttons()
        self.status_bar = NoticeBar()
        self.status_bar.notice_close_button.setObjectName("campaigns_notice_close_button")
        self.status_bar.notice_close_button.hide()
        self.status_bar.notice_action_button.setObjectName("campaigns_notice_action_button")
        self._build_tabs()
        self.content.addWidget(self.status_bar)
        self.content.addWidget(self.campaigns_tabs, 1)
        self.listen(_LISTENS_TO, self.refresh)

    def _build_buttons(self) -> None:
        self.create_campaign_button = QPushButton(self.tr("Create &campaign"))
        self.create_campaign_button.setObjectName("create_campaign_button")
        self.create_campaign_button.clicked.connect(self.create_campaign)
        self.create_ad_button = QPushButton(self.tr("Create a&d"))
        self.create_ad_button.setObjectName("create_ad_button")
        self.create_ad_button.setProperty("kind", "primary")
        self.create_ad_button.setIcon(icon("plus", self._session.theme, "on_primary"))
        self.create_ad_button.clicked.connect(self.create_ad)
        for button in (self.create_campaign_button, self.create_ad_button):
            button.setEnabled(False)
        self.set_primary(self.create_campaign_button, self.create_ad_button)

    def _build_tabs(self) -> None:
        self.campaigns_tab, self.ads_tab = CampaignsTab(self._session), AdsTab(self._session)
        self.campaigns_tabs = QTabWidget()
        self.campaigns_tabs.setObjectName("campaigns_tabs")
        self.campaigns_tabs.setAccessibleName(self.tr("Campaigns and ads"))
        self.campaigns_tabs.setDocumentMode(True)
        self.campaigns_tabs.addTab(self.campaigns_tab, self.tr("Campaigns"))
        self.campaigns_tabs.addTab(self.ads_tab, self.tr("Ads"))
        self.campaigns_tab.create_requested.connect(self.create_campaign)
        self.campaigns_tab.panel.ads_requested.connect(self.show_ads_of)
        self.campaigns_tab.panel.rename_requested.connect(self.rename_campaign)
        self.campaigns_tab.panel.run_requested.connect(self.run_campaign)
        self.campaigns_tab.panel.end_requested.connect(self.end_campaign)
        self.ads_tab.create_requested.connect(self.create_ad)
        self.ads_tab.panel.run_requested.connect(self.run_ad)
        self.ads_tab.panel.change_requested.connect(self.change_ad)
        self.ads_tab.panel.end_requested.connect(self.end_ad)

    def show_account(self, asset_id: str) -> None:
        """Show another ad account."""
        if asset_id != self._asset_id:
            self._asset_id = asset_id
            self.ads_tab.clear_filter()
            self.refresh()

    def show_item(self, *, campaign_id: str = "", ad_id: str = "", create_ad: bool = False, **_what: Any) -> None:
        """Select a campaign or an ad, or begin to make one."""
        if campaign_id:
            self.campaigns_tabs.setCurrentWidget(self.campaigns_tab)
            self.campaigns_tab.select(campaign_id)
        if ad_id:
            self.campaigns_tabs.setCurrentWidget(self.ads_tab)
            self.ads_tab.select(ad_id)
        if create_ad:
            self.create_ad()

    def refresh(self) -> None:
        """Read everything again."""
        if self._asset_id:
            work = partial(ads.overview, self._session.context, self._advertiser, self._asset_id)
            self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, overview: AdsOverview) -> None:
        if overview.asset_id != self._asset_id:
            return
        self.overview = overview
        not_new = why_not(overview, new=True)
        allow(self.create_campaign_button, not_new)
        no_campaign = self.tr("Create a campaign first; ads live in campaigns.")
        is_open = any(row.status is not AdStatus.ENDED for row in overview.campaigns)
        allow(self.create_ad_button, not_new or ("" if is_open else no_campaign))
        self._show_status(overview)
        self.campaigns_tab.show_overview(overview)
        self.ads_tab.show_overview(overview)
        titles = (self.tr("Campaigns (%1)"), self.tr("Ads (%1)"))
        for place, (title, rows) in enumerate(zip(titles, (overview.campaigns, overview.ads), strict=True)):
            self.campaigns_tabs.setTabText(place, title.replace("%1", self.locale().toString(len(rows))))

    def _show_status(self, overview: AdsOverview) -> None:
        if overview.status is AdAccountStatus.APPROVED:
            self.status_bar.hide()
            return
        title = self.tr("Nothing runs in “%1” now").replace("%1", overview.name)
        body = self.tr("The ad account is not approved; its state is: %1.").replace("%1", label_of(overview.status))
        self.status_bar.show_notice(title, body, self._status_advice(overview.status))

    def _status_advice(self, status: AdAccountStatus) -> str:
        if status is AdAccountStatus.IN_REVIEW:
            return self.tr("Campaigns and ads can be made once it is approved.")
        if status is AdAccountStatus.CLOSED:
            return self.tr("A closed ad account stays closed; choose another one on top.")
        return self.tr("Ask an admin of the ad account, or choose another one on top.")

    # ------------------------------------------------------------------ campaigns
    def create_campaign(self) -> None:
        """Open the dialog for a new campaign."""
        dialog = CreateCampaignDialog(self._session, self._advertiser, self._navigator, self._asset_id)
        dialog.created.connect(self.campaigns_tab.select)
        self._navigator.open_dialog(dialog)

    def show_ads_of(self, row: CampaignRow) -> None:
        """Show the ads of a campaign."""
        self.ads_tab.show_campaign(row.id)
        self.campaigns_tabs.setCurrentWidget(self.ads_tab)

    def rename_campaign(self, row: CampaignRow) -> None:
        """Open the dialog for another name."""
        self._navigator.open_dialog(RenameCampaignDialog(self._session, self._advertiser, self._navigator, row))

    def run_campaign(self, row: CampaignRow) -> None:
        """Pause a campaign, or resume it."""
        if row.status is AdStatus.PAUSED:
            self._do(campaigns.resume, row.id, self.tr("Resumed."))
        else:
            self._do(campaigns.pause, row.id, self.tr("Paused: nothing in the campaign runs."))

    def end_campaign(self, row: CampaignRow) -> None:
        """Ask, then end a campaign with its ads."""
        then = partial(self._do, campaigns.end, row.id, self.tr("The campaign and its ads are over."))
        self._navigator.open_dialog(end_campaign_question(row, self.window(), then))

    # ------------------------------------------------------------------ ads
    def create_ad(self) -> None:
        """Open the form for a new ad."""
        if self.overview is None or not self.create_ad_button.isEnabled():
            return
        campaign = self.campaigns_tab.campaigns_table.current_record()
        chosen = "" if campaign is None else campaign.id
        if self.campaigns_tabs.currentWidget() is self.ads_tab:
            chosen = self.ads_tab.ads_campaign_combo.currentData() or chosen
        dialog = CreateAdDialog(self._session, self._advertiser, self._navigator, self.overview, chosen)
        dialog.created.connect(self._show_new_ad)
        self._navigator.open_dialog(dialog)

    def _show_new_ad(self, ad_id: str) -> None:
        self.ads_tab.clear_filter()
        self.campaigns_tabs.setCurrentWidget(self.ads_tab)
        self.ads_tab.select(ad_id)

    def change_ad(self, row: AdRow) -> None:
        """Open the dialog that changes an ad."""
        self._navigator.open_dialog(ChangeAdDialog(self._session, self._advertiser, self._navigator, row))

    def run_ad(self, row: AdRow) -> None:
        """Pause an ad, or resume it, which checks everything again."""
        if row.status is AdStatus.PAUSED:
            self._do(ads.resume, [row.id], self.tr("The ad was resumed."))
        else:
            self._do(ads.pause, [row.id], self.tr("The ad was paused."))

    def end_ad(self, row: AdRow) -> None:
        """Ask, then end an ad."""
        then = partial(self._do, ads.end, [row.id], self.tr("The ad is over."))
        self._navigator.open_dialog(end_ad_question(row, self.window(), then))

    def _do(self, step: Callable[..., object], what: object, said: str) -> None:
        work = partial(step, self._session.context, self._advertiser, what)
        self._session.runner.run(self, work, partial(self._say, said), self._navigator.notices.show_error)

    def _say(self, said: str, _result: object) -> None:
        self._navigator.notices.success(said)

    def focus_widget(self) -> QWidget:
        """Return where the keyboard starts."""
        return self.campaigns_tab.campaigns_filter_edit
