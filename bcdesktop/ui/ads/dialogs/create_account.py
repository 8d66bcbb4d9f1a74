"""A new ad account that the person owns, without any Business Center (A2-02; domain.md 7.5)."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.services import ad_accounts
from bcdesktop.services.ad_records import NewAdAccount
from bcdesktop.ui.ads.dialogs.form_dialog import FormDialog
from bcdesktop.ui.kit import choices
from bcdesktop.ui.kit.ad_account_form import AdAccountForm
from bcdesktop.ui.kit.cards import scrolled, text_label

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class CreateAccountDialog(FormDialog):
    """It is in review afterwards, and opened at its Basic information, where the review is."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__(session, advertiser, navigator, "create_account", self.tr("Create an ad account"), "")
        self.accept_button.setText(self.tr("&Submit for review"))
        self._key = uuid.uuid4().hex
        self.form = AdAccountForm(own_currency=True)
        self.form.show_place(choices.home_country(), choices.home_time_zone(), choices.home_currency())
        self.form.set_help("company", self.tr("Whose ads run here: your business, or you."))
        heading = text_label(self.tr("An ad account of your own"), "heading")
        words = self.tr(
            "You own it yourself and need no Business Center. Country, time zone and currency stay as they are once it"
            " is approved."
        )
        self.body.insertWidget(0, text_label(words, "muted", wrap=True))
        self.body.insertWidget(0, heading)
        self.body.addWidget(scrolled(self.form), 1)
        self.body.addLayout(self.buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 76, line * 40)
        self.form.name_edit.setFocus()

    def send(self) -> None:
        """Create it."""
        new = NewAdAccount(**self.form.values())
        work = partial(ad_accounts.create_personal, self._session.context, self._advertiser, new, self._key)
        self.start(work, self._done)

    def _done(self, asset_id: str) -> None:
        self._navigator.notices.success(self.tr("The ad account is there and in review."))
        self._navigator.choose_account(asset_id)
        self.accept()
        self._navigator.go("basic_information")
