"""The panel beside the campaigns: what one is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bcdesktop.core.ads import AdStatus
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.cards import DetailsPanel, named_button
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.time_text import exact, short
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import CampaignRow


class CampaignPanel(DetailsPanel):
    """Each signal carries the campaign that is shown."""

    ads_requested = Signal(object)
    rename_requested = Signal(object)
    run_requested = Signal(object)
    """Pause it, or resume it."""
    end_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="campaign")
        self.row: CampaignRow | None = None
        self.facts = FactList()
        self.add_tab("campaign_facts", self.tr("Overview"), self.facts)
        self.campaign_ads_button = named_button("campaign_ads_button", self.tr("Show its &ads"), self._ask_ads)
        self.rename_campaign_button = named_button("rename_campaign_button", self.tr("Re&name…"), self._ask_rename)
        self.run_campaign_button = named_button("run_campaign_button", self.tr("&Pause"), self._ask_run)
        self.end_campaign_button = named_button("end_campaign_button", self.tr("&End…"), self._ask_end)
        self.end_campaign_button.setProperty("kind", "danger")
        self.add_buttons(
            (self.campaign_ads_button, self.rename_campaign_button),
            (self.run_campaign_button, self.end_campaign_button),
        )

    def show_row(self, row: CampaignRow, why_not: str, why_not_run: str) -> None:
        """Show a campaign; the texts say why it cannot be changed, or not resumed."""
        self.row = row
        self.set_head(row.name, label_of(row.objective), [Badge(label_of(row.status), badge_of(row.status))])
        created = self.tr("%1, by %2").replace("%1", short(row.created_at)).replace("%2", row.created_by)
        facts = [
            Fact(self.tr("Objective"), label_of(row.objective)),
            Fact(self.tr("Ads that are not over"), str(row.ads)),
            Fact(self.tr("Of these active"), str(row.active)),
            Fact(self.tr("Created"), created, exact(row.created_at)),
        ]
        if row.status is AdStatus.PAUSED:
            facts.insert(0, Fact(self.tr("State"), self.tr("Paused: nothing in it runs, whatever its ads' own state.")))
        if row.ended_at is not None:
            facts.append(Fact(self.tr("Ended"), short(row.ended_at), exact(row.ended_at)))
        self.facts.show_facts(facts)
        is_paused = row.status is AdStatus.PAUSED
        self.run_campaign_button.setText(self.tr("&Resume") if is_paused else self.tr("&Pause"))
        is_open = row.status is not AdStatus.ENDED
        for button in (self.rename_campaign_button, self.run_campaign_button, self.end_campaign_button):
            button.setVisible(is_open)
        allow(self.rename_campaign_button, why_not)
        allow(self.run_campaign_button, why_not_run if is_paused else why_not)
        allow(self.end_campaign_button, why_not, self.tr("Ends it with all its ads, for good"))

    def _ask_ads(self) -> None:
        self.ads_requested.emit(self.row)

    def _ask_rename(self) -> None:
        self.rename_requested.emit(self.row)

    def _ask_run(self) -> None:
        self.run_requested.emit(self.row)

    def _ask_end(self) -> None:
        self.end_requested.emit(self.row)
