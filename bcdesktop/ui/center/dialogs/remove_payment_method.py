"""Before a payment method is removed: which ad accounts are without one then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.ui.center.payment_words import some_names, title_text
from bcdesktop.ui.kit.dialogs import MessageDialog, question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.billing_records import PaymentMethodRow, RemovalEffects


def remove_payment_method_question(
    row: PaymentMethodRow, effects: RemovalEffects, parent: QWidget, do_it: Callable[[], object]
) -> MessageDialog:
    """Return the dialog that lists what changes; accepted, it calls ``do_it``."""
    dialog = question(
        parent,
        QCoreApplication.translate("RemovePayment", "Remove “%1”?").replace("%1", title_text(row)),
        "",
        QCoreApplication.translate("RemovePayment", "Remove"),
        effects=_effects(effects),
        danger=True,
    )
    dialog.setObjectName("remove_payment_method_dialog")
    dialog.accepted.connect(do_it)
    return dialog


def _effects(effects: RemovalEffects) -> list[str]:
    lines = []
    if effects.ad_accounts:
        text = QCoreApplication.translate("RemovePayment", "These ad accounts have no payment method any more: %1.")
        lines.append(text.replace("%1", some_names(effects.ad_accounts)))
    else:
        lines.append(QCoreApplication.translate("RemovePayment", "No ad account uses it."))
    if effects.running_ads:
        text = QCoreApplication.translate(
            "RemovePayment", "%1 ads run in them and are not paused by this: set another payment method soon."
        )
        lines.append(text.replace("%1", QLocale().toString(effects.running_ads)))
    lines.append(QCoreApplication.translate("RemovePayment", "Its name and digits are forgotten here."))
    return lines
