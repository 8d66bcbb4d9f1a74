"""Payment methods: how ad accounts are paid, shared by several or one each (issue 4, point 4; domain.md 9.1)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import payment_methods
from bcdesktop.ui.center.dialogs.payment_ad_accounts import PaymentAdAccountsDialog
from bcdesktop.ui.center.dialogs.payment_method import PaymentMethodDialog
from bcdesktop.ui.center.dialogs.remove_payment_method import remove_payment_method_question
from bcdesktop.ui.center.pages.payment_columns import payment_columns
from bcdesktop.ui.center.pages.payment_panel import PaymentPanel
from bcdesktop.ui.center.payment_words import ad_accounts_text, change_reason, without_text
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page, text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.billing_records import PaymentMethodRow, PaymentMethods, RemovalEffects
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class PaymentMethodsPage(Page):
    """The table with the panel beside it; a Finance analyst sees all of it and changes nothing."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(
            self.tr("Payment methods"),
            self.tr("How your ad accounts are paid. Only people with a finance role see this page."),
            bridge=session.bridge,
        )
        self._session, self._actor, self._navigator = session, actor, navigator
        self._wanted_id: str | None = None
        self._build_buttons()
        self._build_table()
        self._forbid(())
        self.listen({ChangeKind.PAYMENT_METHOD, ChangeKind.AD_ACCOUNT}, self.refresh)
        self.refresh()

    def _build_buttons(self) -> None:
        self.add_payment_method_button = QPushButton(self.tr("&Add a payment method"))
        self.add_payment_method_button.setObjectName("add_payment_method_button")
        self.add_payment_method_button.setProperty("kind", "primary")
        self.add_payment_method_button.setIcon(icon("plus", self._session.theme, "on_primary"))
        self.add_payment_method_button.clicked.connect(self.add)
        self.set_primary(self.add_payment_method_button)
        self.payment_filter_edit = QLineEdit()
        self.payment_filter_edit.setObjectName("payment_filter_edit")
        self.payment_filter_edit.setPlaceholderText(self.tr("Filter by name, kind or digits"))
        self.payment_filter_edit.setAccessibleName(self.tr("Filter payment methods"))
        self.payment_filter_edit.setClearButtonEnabled(True)
        self.payment_refresh_button = QPushButton(self.tr("Re&fresh"))
        self.payment_refresh_button.setObjectName("payment_refresh_button")
        set_button_icon(self.payment_refresh_button, "refresh-cw")
        self.payment_refresh_button.setToolTip(self.tr("Read the list again (F5)"))
        self.payment_refresh_button.clicked.connect(self.refresh)
        self.filter_row.addWidget(self.payment_filter_edit, 1)
        self.filter_row.addWidget(self.payment_refresh_button)

    def _build_table(self) -> None:
        self.payment_empty_add_button = QPushButton(self.tr("Add a payment method"))
        self.payment_empty_add_button.setObjectName("payment_empty_add_button")
        self.payment_empty_add_button.setProperty("kind", "primary")
        self.payment_empty_add_button.clicked.connect(self.add)
        empty = EmptyState(
            self.tr("No payment methods yet"),
            self.tr("Share one among several ad accounts, or give each its own. Whole numbers are never kept here."),
            self.payment_empty_add_button,
            icon_name="credit-card",
        )
        self.payment_methods_table = RecordTable(
            "payment_methods_table",
            payment_columns(self._session.context.clock),
            accessible_name=self.tr("Payment methods"),
            settings=self._session.settings,
            empty=empty,
        )
        self.panel = PaymentPanel(self._session)
        self.without_payment_label = text_label("", "muted", wrap=True, selectable=True)
        self.without_payment_label.setObjectName("without_payment_label")
        self.without_payment_label.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.payment_methods_table, 1)
        row.addWidget(self.panel)
        self.content.addWidget(self.without_payment_label)
        self.content.addLayout(row, 1)
        self.payment_methods_table.current_changed.connect(self._show_details)
        self.payment_methods_table.delete_pressed.connect(self._remove_current)
        self.payment_methods_table.filter_cleared.connect(self.payment_filter_edit.clear)
        self.payment_filter_edit.textChanged.connect(self.payment_methods_table.set_text_filter)
        self.panel.ad_accounts_requested.connect(self.choose_ad_accounts)
        self.panel.rename_requested.connect(self.rename)
        self.panel.remove_requested.connect(self.remove)

    def show_item(self, *, payment_method_id: str | None = None, add: bool = False, **_what: Any) -> None:
        """Select one payment method, or begin to add one."""
        if add:
            self.add()
        self._wanted_id = payment_method_id
        if payment_method_id is not None and self.payment_methods_table.select_record(payment_method_id):
            self._wanted_id = None

    def refresh(self) -> None:
        """Read the payment methods again."""
        work = partial(payment_methods.list_all, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, found: PaymentMethods) -> None:
        self.payment_methods_table.set_records(found.rows)
        self.without_payment_label.setText(without_text(found.without))
        self.without_payment_label.setVisible(bool(found.without))
        self._forbid(found.managers)
        if self._wanted_id is not None:
            self.show_item(payment_method_id=self._wanted_id)

    def _forbid(self, managers: tuple[str, ...]) -> None:
        why = change_reason(self._actor.finance_role, managers)
        self.panel.forbid(why)
        for button in (self.add_payment_method_button, self.payment_empty_add_button):
            button.setEnabled(not why)
            button.setToolTip(why)
            button.setStatusTip(why)

    def _show_details(self, row: PaymentMethodRow | None) -> None:
        if row is None:
            self.panel.hide()
        else:
            self.panel.show_row(row)
            self.panel.show()

    def add(self) -> None:
        """Open the form for a new payment method; its ad accounts are chosen right after it."""
        dialog = PaymentMethodDialog(self._session, self._actor, self._navigator)
        dialog.saved.connect(self._added)
        self._navigator.open_dialog(dialog)

    def _added(self, row: PaymentMethodRow) -> None:
        self._wanted_id = row.id
        self.choose_ad_accounts(row)

    def choose_ad_accounts(self, row: PaymentMethodRow) -> None:
        """Open the list of ad accounts to tick."""
        self._navigator.open_dialog(PaymentAdAccountsDialog(self._session, self._actor, self._navigator, row))

    def rename(self, row: PaymentMethodRow) -> None:
        """Open the form for another name."""
        self._navigator.open_dialog(PaymentMethodDialog(self._session, self._actor, self._navigator, row))

    def remove(self, row: PaymentMethodRow) -> None:
        """List what changes, and remove it when the person says so."""
        work = partial(payment_methods.removal_effects, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, partial(self._ask_to_remove, row), self._navigator.notices.show_error)

    def _ask_to_remove(self, row: PaymentMethodRow, effects: RemovalEffects) -> None:
        dialog = remove_payment_method_question(row, effects, self.window(), partial(self._remove, row))
        self._navigator.open_dialog(dialog)

    def _remove_current(self) -> None:
        row = self.payment_methods_table.current_record()
        if row is not None and self.panel.remove_payment_button.isEnabled():
            self.remove(row)

    def _remove(self, row: PaymentMethodRow) -> None:
        work = partial(payment_methods.remove, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, partial(self._removed, row), self._navigator.notices.show_error)

    def _removed(self, row: PaymentMethodRow, count: int) -> None:
        text = self.tr("“%1” is removed.").replace("%1", row.label)
        if count:
            more = self.tr("%1 without a payment method now.").replace("%1", ad_accounts_text(count))
            text = f"{text} {more}"
        self._navigator.notices.success(text)

    def focus_widget(self) -> QWidget:
        """Return where the keyboard starts."""
        return self.payment_filter_edit
