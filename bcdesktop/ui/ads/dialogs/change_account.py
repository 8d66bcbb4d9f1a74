"""Changing the basic information of an ad account; one that was not approved is submitted again with it (A4-20)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.services import basic_information
from bcdesktop.services.ad_records import NewAdAccount
from bcdesktop.ui.ads.dialogs.form_dialog import FormDialog
from bcdesktop.ui.kit.ad_account_form import AdAccountForm
from bcdesktop.ui.kit.cards import scrolled, text_label

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.advertiser_records import BasicInformation
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session

_OPEN = {AdAccountStatus.IN_REVIEW, AdAccountStatus.NOT_APPROVED}


class ChangeAccountDialog(FormDialog):
    """Shows ``row``; saved as the version that was read."""

    def __init__(
        self, session: Session, advertiser: Advertiser, navigator: AdsNavigator, row: BasicInformation
    ) -> None:
        super().__init__(session, advertiser, navigator, "change_account", self.tr("Change basic information"), "")
        self._row = row
        submits = row.status is AdAccountStatus.NOT_APPROVED
        self.accept_button.setText(self.tr("&Save and submit again") if submits else self.tr("&Save"))
        self.form = AdAccountForm()
        fixed = "" if row.status in _OPEN else self.tr("Fixed since the ad account was approved.")
        self.form.show_row(row, why_fixed=fixed)
        self.form.set_help("company", self.tr("Whose ads run here."))
        self.form.set_help("currency", self.tr("The currency of an ad account never changes."))
        self.body.insertWidget(0, text_label(self.tr("Change basic information"), "heading"))
        self.body.addWidget(scrolled(self.form), 1)
        self.body.addLayout(self.buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 76, line * 38)
        self.form.name_edit.setFocus()

    def send(self) -> None:
        """Save."""
        new, row = NewAdAccount(**self.form.values()), self._row
        context, advertiser = self._session.context, self._advertiser
        self.start(partial(basic_information.change, context, advertiser, row.id, new, row.version), self._done)

    def _done(self, _nothing: None) -> None:
        self._navigator.notices.success(self.tr("Saved."))
        self.accept()
