"""The card in an ad account's panel that says how it is paid; for finance roles alone (domain.md 2.3, 9.2)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.services import payment_methods
from bcdesktop.ui.center.dialogs.choose_payment_method import ChoosePaymentMethodDialog
from bcdesktop.ui.center.payment_words import ad_accounts_text, change_reason, may_see, title_text
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.change_bridge import Listener

if TYPE_CHECKING:
    from bcdesktop.services.billing_records import AdAccountBilling
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AdAccountPayment(Card):
    """Hidden, and asking nothing of the store, for a person without a finance role."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Payment method"), parent)
        self.setObjectName("ad_account_payment")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._asset_id, self._name = "", ""
        self._billing: AdAccountBilling | None = None
        self.ad_account_payment_label = text_label("", wrap=True, selectable=True)
        self.ad_account_payment_label.setObjectName("ad_account_payment_label")
        self.ad_account_payment_note = text_label("", "muted", wrap=True)
        self.ad_account_payment_note.setObjectName("ad_account_payment_note")
        self.change_ad_account_payment_button = QPushButton(self.tr("Change pa&yment method…"))
        self.change_ad_account_payment_button.setObjectName("change_ad_account_payment_button")
        self.change_ad_account_payment_button.clicked.connect(self._change)
        row = QHBoxLayout()
        row.addWidget(self.change_ad_account_payment_button)
        row.addStretch(1)
        self.body.addWidget(self.ad_account_payment_label)
        self.body.addWidget(self.ad_account_payment_note)
        self.body.addLayout(row)
        self.hide()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.PAYMENT_METHOD}, self._read, even_hidden=True)

    def show_asset(self, asset_id: str, _kind: AssetKind, name: str) -> None:
        """Show how the ad account ``asset_id`` is paid; nothing for a person without a finance role."""
        if asset_id != self._asset_id:
            self.hide()
        self._asset_id, self._name = asset_id, name
        self._read()

    def _read(self) -> None:
        if self._asset_id and may_see(self._actor.finance_role):
            work = partial(payment_methods.of_ad_account, self._session.context, self._actor, self._asset_id)
            self._session.runner.run(self, work, self._show, self._not_shown)

    def _show(self, billing: AdAccountBilling) -> None:
        if billing.asset_id != self._asset_id:
            return
        self._billing = billing
        method = billing.method
        text, note = self.tr("None is set."), ""
        if billing.owner_name:
            text = self.tr("“%1” owns this ad account and pays for it.").replace("%1", billing.owner_name)
            note = self.tr("How is never shown to others.")
        elif method is not None:
            text = title_text(method)
            others = len(method.ad_accounts) - sum(one.id == billing.asset_id for one in method.ad_accounts)
            note = self.tr("No other ad account is paid with it.")
            if others:
                note = self.tr("Shared with %1.").replace("%1", ad_accounts_text(others))
        self.ad_account_payment_label.setText(text)
        self.ad_account_payment_note.setText(note)
        self.ad_account_payment_note.setVisible(bool(note))
        self._show_button(billing)
        self.show()

    def _show_button(self, billing: AdAccountBilling) -> None:
        button = self.change_ad_account_payment_button
        button.setVisible(not billing.owner_name)
        why = change_reason(self._actor.finance_role, billing.managers)
        button.setEnabled(not why)
        button.setToolTip(why)
        button.setStatusTip(why)

    def _not_shown(self, error: Exception) -> None:
        """Stay hidden where the role or the ad account is gone; the page says so itself."""
        self.hide()
        if not isinstance(error, NotAllowed | NotFound):
            self._navigator.notices.show_error(error)

    def _change(self) -> None:
        if self._billing is not None:
            dialog = ChoosePaymentMethodDialog(self._session, self._actor, self._navigator, self._billing, self._name)
            self._navigator.open_dialog(dialog)
