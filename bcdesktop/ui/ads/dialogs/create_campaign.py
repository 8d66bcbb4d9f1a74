"""A new campaign: a name, and what it is for."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from bcdesktop.core.ads import CampaignObjective
from bcdesktop.core.limits import LIMITS
from bcdesktop.services import campaigns
from bcdesktop.services.ad_form_records import NewCampaign
from bcdesktop.ui.ads.dialogs.form_dialog import FormDialog
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class CreateCampaignDialog(FormDialog):
    """Makes a campaign in one ad account."""

    created = Signal(str)
    """The id of the new campaign."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator, asset_id: str) -> None:
        super().__init__(session, advertiser, navigator, "create_campaign", self.tr("Create campaign"), "")
        self.accept_button.setText(self.tr("C&reate campaign"))
        self._asset_id, self._key = asset_id, uuid.uuid4().hex
        self.campaign_name_edit = QLineEdit()
        self.campaign_name_edit.setObjectName("campaign_name_edit")
        self.campaign_name_edit.setMaxLength(LIMITS.campaign_name_characters)
        self.campaign_objective_combo = QComboBox()
        self.campaign_objective_combo.setObjectName("campaign_objective_combo")
        for objective in CampaignObjective:
            self.campaign_objective_combo.addItem(label_of(objective), objective)
        self.form.add("name", self.tr("&Name"), self.campaign_name_edit)
        self.form.add("objective", self.tr("&Objective"), self.campaign_objective_combo)
        self.body.addWidget(self.form)
        self.body.addLayout(self.buttons)
        self.campaign_name_edit.setFocus()

    def send(self) -> None:
        """Make the campaign."""
        new = NewCampaign(self._asset_id, self.campaign_name_edit.text(), self.campaign_objective_combo.currentData())
        work = partial(campaigns.create, self._session.context, self._advertiser, new, self._key)
        self.start(work, self._done)

    def _done(self, campaign_id: str) -> None:
        self._navigator.notices.success(self.tr("The campaign is there. Now create an ad in it."))
        self.created.emit(campaign_id)
        self.accept()
