"""The ad accounts one payment method pays for: ticked are those that use it, one or many (A2-09, A2-10)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError
from bcdesktop.services import payment_methods
from bcdesktop.ui.center.pages.payment_columns import choice_columns
from bcdesktop.ui.center.payment_words import ad_accounts_text, title_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.tick_table import TickTable

if TYPE_CHECKING:
    from bcdesktop.services.billing_records import PaidAdAccount, PaymentMethodRow, PaymentMethods
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class PaymentAdAccountsDialog(QDialog):
    """Every ad account the Business Center owns; another payment method gives way to this one."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, row: PaymentMethodRow) -> None:
        super().__init__(navigator.window)
        self.setObjectName("payment_ad_accounts_dialog")
        self.setWindowTitle(self.tr("Ad accounts paid with “%1”").replace("%1", row.label))
        self._session, self._actor, self._navigator, self._row = session, actor, navigator, row
        self._labels: dict[str, str] = {}
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("payment_ad_accounts_notice_close_button")
        self.bar.notice_action_button.setObjectName("payment_ad_accounts_notice_action_button")
        self._build_table()
        self.payment_effect_label = text_label("", "muted", wrap=True)
        self.payment_effect_label.setObjectName("payment_effect_label")
        self._build_buttons()
        self._lay_out()
        self._show_effect()
        work = partial(payment_methods.list_all, session.context, actor)
        session.runner.run(self, work, self._show, self._refused)

    def _build_table(self) -> None:
        self.payment_ad_accounts_filter_edit = QLineEdit()
        self.payment_ad_accounts_filter_edit.setObjectName("payment_ad_accounts_filter_edit")
        self.payment_ad_accounts_filter_edit.setPlaceholderText(self.tr("Filter by name, company or ID"))
        self.payment_ad_accounts_filter_edit.setAccessibleName(self.tr("Filter ad accounts"))
        self.payment_ad_accounts_filter_edit.setClearButtonEnabled(True)
        empty = EmptyState(
            self.tr("No ad account to pay for"),
            self.tr("Ad accounts your Business Center owns stand here; others are paid by their owners."),
            icon_name="credit-card",
        )
        self.payment_ad_accounts_table = TickTable(
            "payment_ad_accounts_table",
            choice_columns(self._labels),
            accessible_name=self.tr("Ad accounts"),
            settings=self._session.settings,
            empty=empty,
            whole_row=True,
        )
        self.payment_ad_accounts_filter_edit.textChanged.connect(self.payment_ad_accounts_table.set_text_filter)
        self.payment_ad_accounts_table.filter_cleared.connect(self.payment_ad_accounts_filter_edit.clear)
        self.payment_ad_accounts_table.ticks_changed.connect(self._show_effect)

    def _build_buttons(self) -> None:
        self.cancel_payment_ad_accounts_button = QPushButton(self.tr("Cancel"))
        self.cancel_payment_ad_accounts_button.setObjectName("cancel_payment_ad_accounts_button")
        self.cancel_payment_ad_accounts_button.setAutoDefault(False)
        self.cancel_payment_ad_accounts_button.clicked.connect(self.reject)
        self.save_payment_ad_accounts_button = QPushButton(self.tr("&Save"))
        self.save_payment_ad_accounts_button.setObjectName("save_payment_ad_accounts_button")
        self.save_payment_ad_accounts_button.setProperty("kind", "primary")
        self.save_payment_ad_accounts_button.setDefault(True)
        self.save_payment_ad_accounts_button.clicked.connect(self._save)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.payment_effect_label, 1)
        buttons.addWidget(self.cancel_payment_ad_accounts_button)
        buttons.addWidget(self.save_payment_ad_accounts_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        sentence = self.tr("Tick one ad account or several to share “%1” among them.")
        layout.addWidget(text_label(sentence.replace("%1", title_text(self._row)), "muted", wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.payment_ad_accounts_filter_edit)
        layout.addWidget(self.payment_ad_accounts_table, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 112, line * 28)

    def _show(self, found: PaymentMethods) -> None:
        self._labels.update({row.id: row.label for row in found.rows})
        accounts = found.ad_accounts
        self.payment_ad_accounts_table.set_records(accounts)
        self.payment_ad_accounts_table.set_ticked([one.id for one in accounts if self._is_here(one)])
        self._show_effect()

    def _is_here(self, account: PaidAdAccount) -> bool:
        return account.payment_method_id == self._row.id

    def _changes(self) -> tuple[list[str], list[str]]:
        """Return the ids of the ad accounts that are to use it, and of those that are not any more."""
        table = self.payment_ad_accounts_table
        added = [one.id for one in table.ticked_records() if not self._is_here(one)]
        dropped = [one.id for one in table.record_model.records if self._is_here(one) and not table.is_ticked(one)]
        return added, dropped

    def _show_effect(self) -> None:
        added, dropped = self._changes()
        texts = []
        if added:
            texts.append(self.tr("%1 will be paid with it.").replace("%1", ad_accounts_text(len(added))))
        if dropped:
            texts.append(self.tr("%1 will have no payment method.").replace("%1", ad_accounts_text(len(dropped))))
        self.payment_effect_label.setText(" ".join(texts))
        why = "" if texts else self.tr("Tick an ad account, or take a tick away.")
        self.save_payment_ad_accounts_button.setEnabled(not why)
        self.save_payment_ad_accounts_button.setToolTip(why)
        self.save_payment_ad_accounts_button.setStatusTip(why)

    def _save(self) -> None:
        self.bar.dismiss()
        self.save_payment_ad_accounts_button.setEnabled(False)
        work = partial(payment_methods.set_for, self._session.context, self._actor, self._row.id, *self._changes())
        self._session.runner.run(self, work, self._saved, self._refused)

    def _saved(self, _changed: int) -> None:
        count = len(self.payment_ad_accounts_table.ticked_records())
        text = self.tr("“%1” pays for %2.").replace("%1", self._row.label)
        self._navigator.notices.success(text.replace("%2", ad_accounts_text(count)))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._show_effect()
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
