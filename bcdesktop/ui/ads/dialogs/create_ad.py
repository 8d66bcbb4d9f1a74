"""A new ad: what kind, under which TikTok account, which post or video, and whether it shows through ads only."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcdesktop.core.ads import AdKind, AdSource, IdentityKind
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import InputRefused
from bcdesktop.core.readiness import ConditionName
from bcdesktop.services import ads, readiness
from bcdesktop.services.ad_form_records import NewAd
from bcdesktop.ui.ads.ad_fields import AdFields
from bcdesktop.ui.ads.dialogs.form_dialog import FormDialog
from bcdesktop.ui.ads.identity_picker import IdentityPicker
from bcdesktop.ui.ads.post_picker import PostPicker
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import AdsOverview
    from bcdesktop.services.ad_records import Advertiser, IdentityRow
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class CreateAdDialog(FormDialog):
    """At the left what the ad is, at the right the account and its posts; at the bottom what will happen."""

    created = Signal(str)
    """The id of the new ad."""

    def __init__(
        self,
        session: Session,
        advertiser: Advertiser,
        navigator: AdsNavigator,
        overview: AdsOverview,
        campaign_id: str = "",
    ) -> None:
        super().__init__(session, advertiser, navigator, "create_ad", self.tr("Create ad"), "")
        self.accept_button.setText(self.tr("C&reate ad"))
        self._overview, self._key = overview, uuid.uuid4().hex
        self.fields = AdFields(self.form, overview.campaigns, campaign_id)
        self.fields.changed.connect(self._show_choice)
        self.identity_picker = IdentityPicker()
        self.identity_picker.changed.connect(self._show_choice)
        self.identity_picker.mend_requested.connect(self._mend)
        self.identity_picker.link_requested.connect(navigator.link_account)
        self.post_picker = PostPicker(session, advertiser, overview.asset_id)
        self.post_picker.changed.connect(self._show_summary)
        self.account_form = Form()
        self.account_form.add("identity", self.tr("TikTok &account"), self.identity_picker)
        self.account_form.add("post", self.tr("Post"), self.post_picker)
        self.plain_label = text_label(
            self.tr("A plain ad runs without a TikTok account: no name, none of its own posts."), "muted", wrap=True
        )
        self.plain_label.setObjectName("plain_ad_label")
        self.summary_label = text_label("", wrap=True)
        self.summary_label.setObjectName("create_ad_summary_label")
        self._lay_out()
        self._listener = Listener(self, session.bridge)
        self._listener.listen(
            {ChangeKind.TIKTOK_ACCOUNT, ChangeKind.AD_LINK, ChangeKind.GRANT, ChangeKind.PARTNER, ChangeKind.DIRECTORY},
            self._read,
        )
        self._show_choice()
        self._read()
        self.fields.ad_name_edit.setFocus()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        # as far down as the form in its scroll area
        column.setContentsMargins(0, 12, 0, 8)
        column.addWidget(self.plain_label)
        column.addWidget(self.account_form, 1)
        column.addStretch(0)
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addWidget(scrolled(self.form), 9)
        halves.addWidget(right, 11)
        self.buttons.insertWidget(0, self.summary_label, 1)
        self.body.addLayout(halves, 1)
        self.body.addLayout(self.buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 150, line * 42)

    def _read(self) -> None:
        work = partial(readiness.identities, self._session.context, self._advertiser, self._overview.asset_id)
        self._session.runner.run(self, work, self.identity_picker.show_rows, self.was_refused)

    def _mend(self, identity: IdentityRow, name: ConditionName) -> None:
        """Go to where a condition is mended; what was typed here stays."""
        if name in (ConditionName.ACCOUNT_PUBLIC, ConditionName.ACCOUNT_AVAILABLE):
            self._navigator.show_phone()
            return
        what = {"link_id": identity.id, "tab": "readiness", "asset_id": self._overview.asset_id}
        self._navigator.open_center(identity.center_id, "tiktok_accounts", **what)

    def _show_choice(self) -> None:
        """Show what belongs to the kind of ad, and what the chosen account allows."""
        kind, is_pull = self.fields.kind(), self.fields.source() is AdSource.PULL
        self.identity_picker.set_kind(kind)
        identity = self.identity_picker.chosen() if kind is not AdKind.PLAIN else None
        self.plain_label.setVisible(kind is AdKind.PLAIN)
        self.account_form.setVisible(kind is not AdKind.PLAIN)
        self.account_form.set_field_visible("post", is_pull)
        self.fields.show_identity(identity)
        self.post_picker.show_identity(identity if is_pull else None)
        self._show_summary()

    def _show_summary(self) -> None:
        kind, source = self.fields.kind(), self.fields.source()
        identity = self.identity_picker.chosen()
        if kind is AdKind.PLAIN:
            text = self.tr("A plain ad, under no name.")
        elif identity is None:
            text = self.tr("Choose the TikTok account the ad runs under.")
        elif kind is AdKind.LIVE:
            text = self.tr("A LIVE ad of @%1.").replace("%1", identity.handle)
        elif source is AdSource.PULL:
            text = self.tr("A Spark Ad of @%1 from an existing post.").replace("%1", identity.handle)
        elif self.fields.ads_only_check.isChecked():
            text = self.tr("A Spark Ad of @%1 with a new video, which stays off the profile.")
            text = text.replace("%1", identity.handle)
        else:
            text = self.tr("A Spark Ad of @%1 with a new video, which is on the profile too.")
            text = text.replace("%1", identity.handle)
        self.summary_label.setText(text)

    def new_ad(self) -> NewAd:
        """Return what the form says."""
        kind, source = self.fields.kind(), self.fields.source()
        identity = None if kind is AdKind.PLAIN else self.identity_picker.chosen()
        post = self.post_picker.chosen() if source is AdSource.PULL else None
        return NewAd(
            campaign_id=self.fields.campaign_id(),
            name=self.fields.ad_name_edit.text(),
            kind=kind,
            text=self.fields.ad_text_edit.text(),
            identity_kind=IdentityKind.NONE if identity is None else identity.kind,
            identity_id="" if identity is None else identity.id,
            source=source,
            post_id="" if post is None else post.id,
            video_name=self.fields.video_field.text(),
            ads_only=self.fields.ads_only_check.isChecked(),
        )

    def send(self) -> None:
        """Make the ad."""
        self.account_form.clear_errors()
        work = partial(ads.create, self._session.context, self._advertiser, self.new_ad(), self._key)
        self.start(work, self._done)

    def _done(self, ad_id: str) -> None:
        self._navigator.notices.success(self.tr("The ad is there."))
        self.created.emit(ad_id)
        self.accept()

    def was_refused(self, error: Exception) -> None:
        """Say what was refused, at the account or post too; what an account lacks is shown anew."""
        if isinstance(error, InputRefused) and error.field in self.account_form.fields():
            self.accept_button.setEnabled(True)
            self.account_form.show_error(error)
            return
        super().was_refused(error)
