"""The panel beside the ads: what one shows and under whose name, where it stands, why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.core.ads import AdSource, AdStatus, IdentityKind
from bcdesktop.ui.ads.ads_words import advice_text, identity_text, kind_text, reason_text
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import DetailsPanel, named_button
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.time_text import exact, short
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import AdRow


class AdPanel(DetailsPanel):
    """Each signal carries the ad that is shown."""

    run_requested = Signal(object)
    """Pause it, or resume it."""
    change_requested = Signal(object)
    end_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="ad")
        self.row: AdRow | None = None
        self.state_bar = NoticeBar()
        self.state_bar.notice_close_button.setObjectName("ad_state_close_button")
        self.state_bar.notice_close_button.hide()
        self.state_bar.notice_action_button.setObjectName("ad_state_action_button")
        self.facts = FactList()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.state_bar)
        column.addWidget(self.facts)
        self.add_tab("ad_overview", self.tr("Overview"), inside)
        self.run_ad_button = named_button("run_ad_button", self.tr("&Pause"), self._ask_run)
        self.change_ad_button = named_button("change_ad_button", self.tr("C&hange…"), self._ask_change)
        self.end_ad_button = named_button("end_ad_button", self.tr("&End…"), self._ask_end)
        self.end_ad_button.setProperty("kind", "danger")
        self.add_buttons((self.run_ad_button, self.change_ad_button, self.end_ad_button))

    def show_row(self, row: AdRow, why_not: str, why_not_run: str) -> None:
        """Show an ad; the texts say why it cannot be changed, or not resumed."""
        self.row = row
        self.set_head(row.name, identity_text(row), [Badge(label_of(row.shown_status), badge_of(row.shown_status))])
        self._show_state(row)
        self.facts.show_facts(self._facts(row))
        is_paused = row.status is AdStatus.PAUSED
        self.run_ad_button.setText(self.tr("&Resume") if is_paused else self.tr("&Pause"))
        for button in (self.run_ad_button, self.change_ad_button, self.end_ad_button):
            button.setVisible(row.status is not AdStatus.ENDED)
        allow(self.run_ad_button, why_not_run if is_paused else why_not)
        allow(self.change_ad_button, why_not)
        allow(self.end_ad_button, why_not, self.tr("Ends it for good"))

    def _show_state(self, row: AdRow) -> None:
        reason = reason_text(row)
        if reason:
            self.state_bar.show_notice(reason, "", advice_text(row), kind=BadgeKind.WARNING)
        else:
            self.state_bar.hide()

    def _facts(self, row: AdRow) -> list[Fact]:
        facts = [
            Fact(self.tr("Kind"), kind_text(row)),
            Fact(self.tr("TikTok account"), self._account_text(row)),
            Fact(self.tr("Campaign"), row.campaign_name),
        ]
        if row.source is AdSource.PULL:
            facts.append(Fact(self.tr("Post"), row.text))
        else:
            if row.video_name:
                facts.append(Fact(self.tr("Video"), row.video_name))
            facts.append(Fact(self.tr("Text"), row.text))
        if row.ads_only is not None:
            where = self.tr("Through ads only") if row.ads_only else self.tr("On the profile and in ads")
            facts.append(Fact(self.tr("The video shows"), where))
        since = short(row.status_at)
        facts.append(Fact(self.tr("State since"), since, exact(row.status_at)))
        created = self.tr("%1, by %2").replace("%1", short(row.created_at)).replace("%2", row.created_by)
        facts.append(Fact(self.tr("Created"), created, exact(row.created_at)))
        return facts

    def _account_text(self, row: AdRow) -> str:
        if not row.handle:
            return label_of(row.identity_kind)
        if row.identity_kind is IdentityKind.PERSON:
            return self.tr("@%1, linked by %2").replace("%1", row.handle).replace("%2", row.created_by)
        return f"@{row.handle}\n{label_of(row.identity_kind)}"

    def _ask_run(self) -> None:
        self.run_requested.emit(self.row)

    def _ask_change(self) -> None:
        self.change_requested.emit(self.row)

    def _ask_end(self) -> None:
        self.end_requested.emit(self.row)
