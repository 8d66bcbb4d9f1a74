"""The fields of a new ad but for account and post; shows those that belong to its kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from bcdesktop.core.ads import AdKind, AdSource, AdStatus
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.permissions import Visibility
from bcdesktop.ui.ads.ads_words import locked_text
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.ads.radio_choice import RadioChoice
from bcdesktop.ui.ads.video_field import VideoField

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import CampaignRow
    from bcdesktop.services.ad_records import IdentityRow
    from bcdesktop.ui.kit.forms import Form


class AdFields(QObject):
    """Adds them to ``form``; a Spark Ad from an existing post is chosen at first."""

    changed = Signal()
    """Kind, source or the ads-only switch."""

    def __init__(self, form: Form, campaigns: Iterable[CampaignRow], campaign_id: str) -> None:
        super().__init__(form)
        self._form = form
        self._wants_ads_only = True
        self.ad_campaign_combo = QComboBox()
        self.ad_campaign_combo.setObjectName("ad_campaign_combo")
        self.ad_campaign_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ad_campaign_combo.setMinimumContentsLength(24)
        for row in campaigns:
            if row.status is not AdStatus.ENDED:
                self.ad_campaign_combo.addItem(row.name, row.id)
        self.ad_campaign_combo.setCurrentIndex(max(0, self.ad_campaign_combo.findData(campaign_id)))
        self.ad_name_edit = QLineEdit()
        self.ad_name_edit.setObjectName("ad_name_edit")
        self.ad_name_edit.setMaxLength(LIMITS.ad_name_characters)
        self.kind_choice = RadioChoice("ad_kind", (AdKind.SPARK, AdKind.LIVE, AdKind.PLAIN))
        self.source_choice = RadioChoice("ad_source", (AdSource.PULL, AdSource.PUSH))
        self.video_field = VideoField()
        self.ad_text_edit = QLineEdit()
        self.ad_text_edit.setObjectName("ad_text_edit")
        self.ad_text_edit.setMaxLength(LIMITS.ad_text_characters)
        self.ads_only_check = QCheckBox(self.tr("Show through ads &only"))
        self.ads_only_check.setObjectName("ads_only_check")
        self.ads_only_check.setChecked(True)
        self._add()
        self.kind_choice.changed.connect(self._show)
        self.source_choice.changed.connect(self._show)
        self.ads_only_check.clicked.connect(self._remember)
        self._show()

    def _add(self) -> None:
        self._form.add("campaign_id", self.tr("&Campaign"), self.ad_campaign_combo)
        self._form.add("name", self.tr("&Name of the ad"), self.ad_name_edit)
        self._form.add("kind", self.tr("Kind"), self.kind_choice)
        self._form.add("source", self.tr("Where the video comes from"), self.source_choice)
        self._form.add(
            "video_name",
            self.tr("&Video"),
            self.video_field,
            help=self.tr("Only its name is kept here; the file stays where it is."),
        )
        self._form.add("text", self.tr("&Text"), self.ad_text_edit)
        self._form.add("ads_only", "", self.ads_only_check)

    def kind(self) -> AdKind:
        """Return the kind of ad."""
        chosen: AdKind = self.kind_choice.value()
        return chosen

    def source(self) -> AdSource | None:
        """Return where the video of a Spark Ad comes from; None for another kind."""
        chosen: AdSource = self.source_choice.value()
        return chosen if self.kind() is AdKind.SPARK else None

    def campaign_id(self) -> str:
        """Return the campaign's id."""
        return str(self.ad_campaign_combo.currentData() or "")

    def show_identity(self, identity: IdentityRow | None) -> None:
        """Lock the ads-only switch, or free it, as the owner of the account granted (A3-17, A3-19)."""
        if identity is None:
            why_not = self.tr("Choose a TikTok account first.")
        elif identity.visibility is Visibility.SHOW_ON_PROFILE_AND_IN_ADS:
            why_not = ""
        else:
            why_not = locked_text(identity.handle)
        self.ads_only_check.setChecked(self._wants_ads_only or bool(why_not))
        allow(self.ads_only_check, why_not)
        self._form.set_help("ads_only", why_not or self.tr("Off: the video is on the profile too and found freely."))

    def _show(self) -> None:
        kind, source = self.kind(), self.source()
        self._form.set_field_visible("source", kind is AdKind.SPARK)
        self._form.set_field_visible("video_name", kind is AdKind.PLAIN or source is AdSource.PUSH)
        self._form.set_field_visible("text", source is not AdSource.PULL)
        self._form.set_field_visible("ads_only", source is AdSource.PUSH)
        self.changed.emit()

    def _remember(self, checked: bool) -> None:
        self._wants_ads_only = checked
        self.changed.emit()
