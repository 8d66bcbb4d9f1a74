"""Change an ad: its name, its words where no post fixes them, and where its new video shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from bcdesktop.core.ads import AdKind
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.permissions import Visibility
from bcdesktop.services import ads, readiness
from bcdesktop.services.ad_form_records import AdChange
from bcdesktop.ui.ads.ads_words import is_usable, locked_text
from bcdesktop.ui.ads.dialogs.form_dialog import FormDialog
from bcdesktop.ui.ads.grey import allow

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import AdRow
    from bcdesktop.services.ad_records import Advertiser, IdentityRow
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class ChangeAdDialog(FormDialog):
    """Offers only what can be changed about this ad, and says why the rest cannot."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator, row: AdRow) -> None:
        super().__init__(session, advertiser, navigator, "change_ad", self.tr("Change ad"), "")
        self.accept_button.setText(self.tr("&Save"))
        self._row = row
        self.changed_name_edit = QLineEdit(row.name)
        self.changed_name_edit.setObjectName("changed_ad_name_edit")
        self.changed_name_edit.setMaxLength(LIMITS.ad_name_characters)
        self.changed_text_edit = QLineEdit(row.text)
        self.changed_text_edit.setObjectName("changed_ad_text_edit")
        self.changed_ads_only_check = QCheckBox(self.tr("Show through ads &only"))
        self.changed_ads_only_check.setObjectName("changed_ads_only_check")
        self.changed_ads_only_check.setChecked(bool(row.ads_only))
        self.form.add("name", self.tr("&Name"), self.changed_name_edit)
        self.form.add("text", self.tr("&Text"), self.changed_text_edit)
        self.form.add("ads_only", "", self.changed_ads_only_check)
        self.form.set_field_visible("ads_only", row.ads_only is not None)
        if row.kind is AdKind.SPARK:
            fixed = self.tr("The words of a post stay as they are once an ad uses it.")
            allow(self.changed_text_edit, fixed)
            self.form.set_help("text", fixed)
        self.body.addWidget(self.form)
        self.body.addLayout(self.buttons)
        if row.ads_only is not None:
            self.changed_ads_only_check.setEnabled(False)
            work = partial(readiness.identities, session.context, advertiser, row.asset_id)
            session.runner.run(self, work, self._show_lock, self.was_refused)

    def _show_lock(self, rows: tuple[IdentityRow, ...]) -> None:
        """Free the switch only where the owner granted the profile too (A3-17, A3-19)."""
        found = next((row for row in rows if row.id == self._row.identity_id), None)
        if found is None or not is_usable(found, self._row.kind):
            why_not = self.tr("The TikTok account cannot be used here now, so this cannot be changed.")
        else:
            is_free = found.visibility is Visibility.SHOW_ON_PROFILE_AND_IN_ADS
            why_not = "" if is_free else locked_text(found.handle)
        allow(self.changed_ads_only_check, why_not)
        self.form.set_help("ads_only", why_not or self.tr("Off: the video is on the profile too."))

    def send(self) -> None:
        """Save what is different."""
        row = self._row
        ads_only, text = self.changed_ads_only_check.isChecked(), self.changed_text_edit.text()
        change = AdChange(
            name=self.changed_name_edit.text(),
            text=None if row.kind is AdKind.SPARK else text,
            ads_only=None if row.ads_only is None or ads_only is row.ads_only else ads_only,
        )
        work = partial(ads.change, self._session.context, self._advertiser, row.id, change)
        self.start(work, self._done)

    def _done(self, _result: None) -> None:
        self._navigator.notices.success(self.tr("The ad was changed."))
        self.accept()
