"""Adding a payment method, or giving one another name: never more than a name, a kind and four digits."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.core.billing import (
    NUMBERED_KINDS,
    NewPaymentMethod,
    PaymentMethodKind,
    holds_whole_number,
    parse_last_four,
)
from bcdesktop.core.errors import AppError, InputRefused, WholePaymentNumber
from bcdesktop.services import payment_methods
from bcdesktop.ui.center.payment_words import kind_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.dialog_room import DialogRoom
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.billing_records import PaymentMethodRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class PaymentMethodDialog(QDialog):
    """A form. With ``row`` only its name can be changed: what has other digits is another payment method."""

    saved = Signal(object)
    """The payment method as it is now."""

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, row: PaymentMethodRow | None = None
    ) -> None:
        super().__init__(navigator.window)
        self.setObjectName("payment_method_dialog")
        self.setWindowTitle(self.tr("Add a payment method") if row is None else self.tr("Change the name"))
        self._session, self._actor, self._navigator, self._row = session, actor, navigator, row
        self._key = uuid.uuid4().hex
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("payment_method_notice_close_button")
        self.bar.notice_action_button.setObjectName("payment_method_notice_action_button")
        self._build_form()
        self._build_buttons()
        self._lay_out()
        self._room = DialogRoom(self)
        self.payment_label_edit.setFocus()

    def _build_form(self) -> None:
        self.form = Form()
        self.payment_label_edit = QLineEdit()
        self.payment_label_edit.setObjectName("payment_label_edit")
        self.payment_label_edit.setPlaceholderText(self.tr("For example: Team card"))
        help_text = self.tr("By what people with a finance role know it.")
        self.form.add("label", self.tr("&Name"), self.payment_label_edit, help=help_text)
        self.form.edited.connect(self._warn)
        if self._row is not None:
            self.payment_label_edit.setText(self._row.label)
            self.payment_label_edit.selectAll()
            return
        self.payment_kind_combo = QComboBox()
        self.payment_kind_combo.setObjectName("payment_kind_combo")
        for kind in PaymentMethodKind:
            self.payment_kind_combo.addItem(label_of(kind), kind)
        self.form.add("kind", self.tr("&Kind"), self.payment_kind_combo)
        self.payment_digits_edit = QLineEdit()
        self.payment_digits_edit.setObjectName("payment_digits_edit")
        self.payment_digits_edit.setPlaceholderText("4242")
        self.form.add("last_four", self.tr("Last four &digits"), self.payment_digits_edit)
        self.payment_kind_combo.currentIndexChanged.connect(self._explain_digits)
        self._explain_digits()

    def _build_buttons(self) -> None:
        self.cancel_payment_method_button = QPushButton(self.tr("Cancel"))
        self.cancel_payment_method_button.setObjectName("cancel_payment_method_button")
        self.cancel_payment_method_button.setAutoDefault(False)
        self.cancel_payment_method_button.clicked.connect(self.reject)
        self.save_payment_method_button = QPushButton(self.tr("&Add") if self._row is None else self.tr("&Save"))
        self.save_payment_method_button.setObjectName("save_payment_method_button")
        self.save_payment_method_button.setProperty("kind", "primary")
        self.save_payment_method_button.setDefault(True)
        self.save_payment_method_button.clicked.connect(self.save)

    def _lay_out(self) -> None:
        sentence = self.tr("The whole number is never kept here, only its last four digits. Nothing is charged here.")
        if self._row is not None:
            sentence = kind_text(self._row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_payment_method_button)
        buttons.addWidget(self.save_payment_method_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(sentence, "muted", wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.form)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 64, layout.totalSizeHint().height())

    def _kind(self) -> PaymentMethodKind:
        return PaymentMethodKind(self.payment_kind_combo.currentData())

    def _explain_digits(self) -> None:
        text = self.tr("Of the number on the card or of the account.")
        if self._kind() not in NUMBERED_KINDS:
            text = self.tr("Of its number, where it has one.")
        self.form.set_help("last_four", text)

    def _warn(self, field: str) -> None:
        """Say at once, while the rest of a number is still being typed, that it does not belong here."""
        if field == "label" and holds_whole_number(self.payment_label_edit.text()):
            self.form.show_error(WholePaymentNumber(field))
        elif field == "last_four":
            self._warn_at_digits()

    def _warn_at_digits(self) -> None:
        try:
            parse_last_four(self.payment_digits_edit.text(), self._kind())
        except WholePaymentNumber as error:
            self.form.show_error(error)
        except InputRefused:
            pass  # not finished yet

    def save(self) -> None:
        """Keep what the form holds; what is refused is told at its field."""
        self.bar.dismiss()
        self.save_payment_method_button.setEnabled(False)
        context, actor = self._session.context, self._actor
        label = self.payment_label_edit.text()
        if self._row is None:
            new = NewPaymentMethod(label, self._kind(), self.payment_digits_edit.text())
            work = partial(payment_methods.create, context, actor, new, self._key)
        else:
            row = self._row
            work = partial(payment_methods.change_label, context, actor, row.id, label, row.version)
        self._session.runner.run(self, work, self._saved, self._refused)

    def _saved(self, row: PaymentMethodRow) -> None:
        text = self.tr("“%1” is added. Now choose the ad accounts it pays for.")
        if self._row is not None:
            text = self.tr("It is called “%1” now.")
        self._navigator.notices.success(text.replace("%1", row.label))
        self.saved.emit(row)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_payment_method_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
