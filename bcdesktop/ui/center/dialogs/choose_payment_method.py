"""With which payment method one ad account is paid."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError
from bcdesktop.services import payment_methods
from bcdesktop.ui.center.payment_words import ad_accounts_text, title_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.dialog_room import DialogRoom
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.billing_records import AdAccountBilling
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ChoosePaymentMethodDialog(QDialog):
    """One choice; another method's sharers are told, so that nobody shares by mistake."""

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, billing: AdAccountBilling, name: str
    ) -> None:
        super().__init__(navigator.window)
        self.setObjectName("choose_payment_method_dialog")
        self.setWindowTitle(self.tr("Payment method of “%1”").replace("%1", name))
        self._session, self._actor, self._navigator = session, actor, navigator
        self._billing, self._name = billing, name
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("choose_payment_notice_close_button")
        self.bar.notice_action_button.setObjectName("choose_payment_notice_action_button")
        self.choose_payment_combo = QComboBox()
        self.choose_payment_combo.setObjectName("choose_payment_combo")
        self.choose_payment_combo.addItem(self.tr("None"), None)
        for row in billing.methods:
            self.choose_payment_combo.addItem(title_text(row), row.id)
        self.choose_payment_combo.setCurrentIndex(self.choose_payment_combo.findData(billing.payment_method_id))
        self.form = Form()
        self.form.add("payment_method", self.tr("&Payment method"), self.choose_payment_combo)
        self._build_buttons()
        self._lay_out()
        self._room = DialogRoom(self)
        self.choose_payment_combo.currentIndexChanged.connect(self._explain)
        self._explain()

    def _build_buttons(self) -> None:
        self.all_payment_methods_button = QPushButton(self.tr("A&ll payment methods"))
        self.all_payment_methods_button.setObjectName("all_payment_methods_button")
        self.all_payment_methods_button.setProperty("kind", "quiet")
        self.all_payment_methods_button.setAutoDefault(False)
        self.all_payment_methods_button.clicked.connect(self._show_all)
        self.cancel_choose_payment_button = QPushButton(self.tr("Cancel"))
        self.cancel_choose_payment_button.setObjectName("cancel_choose_payment_button")
        self.cancel_choose_payment_button.setAutoDefault(False)
        self.cancel_choose_payment_button.clicked.connect(self.reject)
        self.save_choose_payment_button = QPushButton(self.tr("&Save"))
        self.save_choose_payment_button.setObjectName("save_choose_payment_button")
        self.save_choose_payment_button.setProperty("kind", "primary")
        self.save_choose_payment_button.setDefault(True)
        self.save_choose_payment_button.clicked.connect(self._save)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.all_payment_methods_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_choose_payment_button)
        buttons.addWidget(self.save_choose_payment_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        sentence = self.tr("Share one among several ad accounts, or give each its own.")
        layout.addWidget(text_label(sentence, "muted", wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.form)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 64, layout.totalSizeHint().height())

    def _explain(self) -> None:
        chosen = self.choose_payment_combo.currentData()
        row = next((one for one in self._billing.methods if one.id == chosen), None)
        others = [] if row is None else [one for one in row.ad_accounts if one.id != self._billing.asset_id]
        text = self.tr("The ad account has no payment method then.")
        if row is not None:
            text = self.tr("No other ad account is paid with it.")
        if others:
            text = self.tr("Shared with %1.").replace("%1", ad_accounts_text(len(others)))
        self.form.set_help("payment_method", text)

    def _show_all(self) -> None:
        self.reject()
        self._navigator.go("payment_methods")

    def _save(self) -> None:
        self.bar.dismiss()
        chosen, context, actor = self.choose_payment_combo.currentData(), self._session.context, self._actor
        if chosen == self._billing.payment_method_id:
            self.reject()
            return
        self.save_choose_payment_button.setEnabled(False)
        ids = [self._billing.asset_id]
        if chosen is None:
            work = partial(payment_methods.clear, context, actor, ids)
        else:
            work = partial(payment_methods.set_for, context, actor, chosen, ids)
        self._session.runner.run(self, work, self._saved, self._refused)

    def _saved(self, _changed: int) -> None:
        text = self.tr("The payment method of “%1” is changed.")
        self._navigator.notices.success(text.replace("%1", self._name))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_choose_payment_button.setEnabled(True)
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
