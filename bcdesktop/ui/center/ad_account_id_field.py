"""The field for somebody's ad account: its id, or the address of Ads Manager, of which the id is read out (A4-27)."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from bcdesktop.core.errors import InputRefused
from bcdesktop.core.ids import parse_ad_account_id
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.forms import Form

_CHARACTERS = 2_000


class AdAccountIdForm(Form):
    """A form with the field ``ad_account_id`` and below it what was read; ``name`` begins the object names."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.id_edit = QLineEdit()
        self.id_edit.setMaxLength(_CHARACTERS)
        self.add(
            "ad_account_id",
            self.tr("Ad account &ID, or the address of Ads Manager"),
            self.id_edit,
            help=self.tr("The owner finds the ID in the address of Ads Manager, after “aadvid=”. Paste either."),
            name=f"{name}_id_edit",
        )
        self.read_label = text_label("", "success", wrap=True, selectable=True)
        self.read_label.setObjectName(f"{name}_read_label")
        self.read_label.hide()
        self.layout().addWidget(self.read_label)
        self.id_edit.textChanged.connect(self._read_out)

    def _read_out(self, text: str) -> None:
        """Say what was read out of an address while it is typed."""
        number = self.number()
        is_address = bool(number) and number != text.strip()
        self.read_label.setText(self.tr("Read out of the address: %1").replace("%1", number) if is_address else "")
        self.read_label.setVisible(is_address)

    def number(self) -> str:
        """Return the id in the field; empty where there is none."""
        try:
            return parse_ad_account_id(self.id_edit.text())
        except InputRefused:
            return ""
