"""Share with a partner: a Business Center by its id, assets with a role each (A4-31 to A4-35; domain.md 6.2)."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError, InputRefused, ValueMissing
from bcdesktop.core.ids import is_id
from bcdesktop.core.limits import LIMITS
from bcdesktop.services import partners
from bcdesktop.services.partner_records import NewPartner
from bcdesktop.ui.center.dialogs.partner_text import PartnerTextDialog
from bcdesktop.ui.center.own_center_id import OwnCenterId
from bcdesktop.ui.center.partner_messages import invitation_elsewhere, invitation_in_store
from bcdesktop.ui.center.partner_words import name_of
from bcdesktop.ui.center.share_picker import SharePicker
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.core.mails import MailText
    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.context import Context
    from bcdesktop.services.people_records import PartnershipRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ShareWithPartnerDialog(QDialog):
    """Asks for id, assets, note and, for a partner on another computer, an address; ``asset_id`` is ticked at once."""

    def __init__(
        self,
        session: Session,
        actor: Actor,
        navigator: Navigator,
        asset_id: str | None = None,
    ) -> None:
        super().__init__(navigator.window)
        self.setObjectName("share_with_partner_dialog")
        self.setWindowTitle(self.tr("Share with a partner"))
        self._session, self._actor, self._navigator = session, actor, navigator
        self._key = uuid.uuid4().hex
        self._looked_up, self._found = "", None
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("share_notice_close_button")
        self.bar.notice_action_button.setObjectName("share_notice_action_button")
        self._build_fields()
        self.picker = SharePicker("share", wanted=asset_id)
        self.picker.changed.connect(self._forget_missing)
        self._lay_out()
        self.picker.read(session, actor, self._refused)

    def _build_fields(self) -> None:
        self.partner_id_edit = QLineEdit()
        self.partner_id_edit.setObjectName("partner_id_edit")
        self.partner_id_edit.setPlaceholderText("7123456789012345678")
        self.partner_id_edit.textChanged.connect(self._look_up)
        self.address_edit = QLineEdit()
        self.address_edit.setObjectName("partner_address_edit")
        self.note_edit = QLineEdit()
        self.note_edit.setObjectName("partner_note_edit")
        self.note_edit.setMaxLength(LIMITS.purpose_bytes)
        self.form = Form()
        help_text = self.tr("19 digits. The partner finds them on its page Partners.")
        self.form.add("partner_center_id", self.tr("&Business Center ID of the partner"), self.partner_id_edit)
        self.form.set_help("partner_center_id", help_text)
        self.second_form = Form()
        self.second_form.add("note", self.tr("&Note for the partner (optional)"), self.note_edit)
        self.second_form.add(
            "to_address",
            self.tr("&E-mail address (optional)"),
            self.address_edit,
            help=self.tr(
                "The invitation waits in the Outbox. Without an address you get a text to give to the partner."
            ),
        )
        self.second_form.set_field_visible("to_address", False)

    def _lay_out(self) -> None:
        advice = self.tr(
            "Agencies and freelancers work from their own Business Center: add them as partner, not as member. Once "
            "they accept, they give what you share to their own people."
        )
        self.accounts_error_label = text_label("", "error", wrap=True)
        self.accounts_error_label.setObjectName("share_accounts_error_label")
        self.accounts_error_label.hide()
        self.cancel_share_button = self._button("cancel_share_button", self.tr("Cancel"), self.reject)
        self.share_button = self._button("share_button", self.tr("&Share"), self._share)
        self.share_button.setProperty("kind", "primary")
        self.share_button.setDefault(True)
        fields = QHBoxLayout()
        fields.setSpacing(24)
        for form in (self.form, self.second_form):
            column = QVBoxLayout()
            column.addWidget(form)
            column.addStretch(1)
            fields.addLayout(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(OwnCenterId(self._actor, self._navigator, "share"))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_share_button)
        buttons.addWidget(self.share_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(advice, "muted", wrap=True))
        layout.addWidget(self.bar)
        layout.addLayout(fields)
        layout.addWidget(self.picker, 1)
        layout.addWidget(self.accounts_error_label)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 120, line * 40)

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _look_up(self) -> None:
        center_id = "".join(self.partner_id_edit.text().split())
        self._looked_up = center_id if is_id(center_id) else ""
        if not self._looked_up:
            self._show_found(None)
            return
        work = partial(_look_up, self._session.context, self._actor, center_id)
        self._session.runner.run(self, work, self._show_found, self._not_found)

    def _show_found(self, found: tuple[str, str | None] | None) -> None:
        """Say who has the id, in this store or elsewhere; an answer to what was typed before is too late."""
        if found is not None and found[0] != self._looked_up:
            return
        self._found = found
        help_text = self.tr("19 digits. The partner finds them on its page Partners.")
        if found is not None and found[1] is not None:
            help_text = self.tr("This is “%1”, in this store. Its admins get a mail.").replace("%1", found[1])
        elif found is not None:
            help_text = self.tr(
                "Not in this store, so the invitation goes to its computer by mail or as a text. Only TikTok accounts "
                "can be shared that way."
            )
        self.form.set_help("partner_center_id", help_text)
        self.second_form.set_field_visible("to_address", found is not None and found[1] is None)

    def _not_found(self, error: Exception) -> None:
        self._show_found(None)
        self._refused(error)

    def _share(self) -> None:
        shares = self.picker.shares()
        address = self.address_edit.text() if self._is_elsewhere() else None
        new = NewPartner(self.partner_id_edit.text(), shares, self.note_edit.text(), address)
        for form in (self.form, self.second_form):
            form.clear_errors()
        self._forget_missing()
        self.bar.dismiss()
        self.share_button.setEnabled(False)
        work = partial(partners.invite, self._session.context, self._actor, new, self._mail(shares), self._key)
        self._session.runner.run(self, work, self._shared, self._refused)

    def _is_elsewhere(self) -> bool:
        return self._found is not None and self._found[1] is None

    def _mail(self, shares: tuple[tuple[str, AssetRole], ...]) -> MailText:
        accounts = [(self.picker.names[asset_id], role) for asset_id, role in shares]
        name, note = self._actor.business_center_name, self.note_edit.text().strip()
        if self._is_elsewhere():
            return invitation_elsewhere(name, self._looked_up, accounts, note)
        return invitation_in_store(name, accounts, note)

    def _shared(self, row: PartnershipRow) -> None:
        self._navigator.go("partners", partnership_id=row.id)
        if not row.is_elsewhere:
            text = self.tr("“%1” was invited. Its admins have a mail.").replace("%1", name_of(row))
            self._navigator.notices.success(text)
        elif self.address_edit.text().strip():
            self._navigator.notices.success(self.tr("The invitation lies in the Outbox."))
        else:
            self._navigator.open_dialog(PartnerTextDialog(self._session, self._actor, self._navigator, row))
        self.accept()

    def _forget_missing(self) -> None:
        self.accounts_error_label.hide()

    def _refused(self, error: Exception) -> None:
        self.share_button.setEnabled(True)
        if isinstance(error, ValueMissing) and error.field == "shares":
            self.accounts_error_label.setText(self.tr("Tick at least one asset."))
            self.accounts_error_label.show()
            self.picker.table.setFocus()
            return
        forms = (self.form, self.second_form)
        if isinstance(error, InputRefused) and any(form.show_error(error) for form in forms):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)

    def focus_widget(self) -> QWidget:
        """Return where the keyboard starts."""
        return self.partner_id_edit


def _look_up(context: Context, actor: Actor, center_id: str) -> tuple[str, str | None]:
    return center_id, partners.look_up_center(context, actor, center_id)
