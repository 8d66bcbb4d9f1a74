"""Another name for a campaign."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from bcdesktop.core.limits import LIMITS
from bcdesktop.services import campaigns
from bcdesktop.ui.ads.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import CampaignRow
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class RenameCampaignDialog(FormDialog):
    """One field with the name as it is."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator, row: CampaignRow) -> None:
        super().__init__(session, advertiser, navigator, "rename_campaign", self.tr("Rename campaign"), "")
        self.accept_button.setText(self.tr("Re&name"))
        self._row = row
        self.new_campaign_name_edit = QLineEdit(row.name)
        self.new_campaign_name_edit.setObjectName("new_campaign_name_edit")
        self.new_campaign_name_edit.setMaxLength(LIMITS.campaign_name_characters)
        self.form.add("name", self.tr("New &name"), self.new_campaign_name_edit)
        self.body.addWidget(self.form)
        self.body.addLayout(self.buttons)
        self.new_campaign_name_edit.selectAll()
        self.new_campaign_name_edit.setFocus()

    def send(self) -> None:
        """Rename it."""
        name = self.new_campaign_name_edit.text()
        work = partial(campaigns.rename, self._session.context, self._advertiser, self._row.id, name)
        self.start(work, self._done)

    def _done(self, _result: None) -> None:
        self._navigator.notices.success(self.tr("The campaign has its new name."))
        self.accept()
