"""A dialog grows for what comes into view in it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout

from bcdesktop.ui.kit.dialog_room import DialogRoom
from bcdesktop.ui.kit.forms import Form


def test_an_error_below_a_field_squeezes_no_field(qtbot):
    dialog = QDialog()
    DialogRoom(dialog)
    form = Form()
    field = form.add("name", "Name", QLineEdit())
    QVBoxLayout(dialog).addWidget(form)
    qtbot.addWidget(dialog)
    dialog.setFixedWidth(160)
    dialog.show()
    before = dialog.height()
    form.show_error("name", "This is wrong, and saying why takes far more than one line of so narrow a dialog.")
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: field.height() >= field.sizeHint().height())
