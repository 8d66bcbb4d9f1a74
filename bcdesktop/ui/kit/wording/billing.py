"""Words for payment methods, and for numbers that are hidden."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table

_FIELD = QT_TRANSLATE_NOOP("Wording", "Please check what you entered")

TABLE: Table = {
    "whole_payment_number": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP(
            "Wording", "This looks like the whole number of a card or account, which is never kept here."
        ),
        QT_TRANSLATE_NOOP("Wording", "Enter the last four digits only, and a name you will recognise."),
    ),
    "payment_label_taken": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "Another payment method has this name."),
        QT_TRANSLATE_NOOP("Wording", "Choose one that tells the two apart."),
    ),
    "billing_of_owner": Entry(
        QT_TRANSLATE_NOOP("Wording", "Its owner pays for this ad account"),
        QT_TRANSLATE_NOOP("Wording", "“{ad_account}” belongs to somebody else. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Choose ad accounts your Business Center owns."),
    ),
    "numbers_cannot_be_hidden": Entry(
        QT_TRANSLATE_NOOP("Wording", "Numbers can be hidden from Operators only"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "{name} is {role} on this ad account: an Admin answers for it, and numbers are all an Analyst has.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Make {name} Operator first."),
    ),
}
