"""The code of an invitation: typed, pasted with its mail, or read from the saved mail."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import InputRefused, ValueMissing
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.waiting_button import WaitingButton

LONGEST = 20_000
"""Characters of a pasted mail; Qt itself would cut more off."""


class InvitationCodeEntry(QWidget):
    """``code_given`` carries what was typed, ``mail_chosen`` the path of a saved mail."""

    code_given = Signal(str)
    mail_chosen = Signal(object)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.invitation_code_edit = QLineEdit()
        self.invitation_code_edit.setObjectName("invitation_code_edit")
        self.invitation_code_edit.setMaxLength(LONGEST)
        self.invitation_code_edit.setPlaceholderText("INV-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        self.invitation_code_edit.returnPressed.connect(self.submit)
        self.form = Form()
        self.form.add(
            "code",
            self.tr("Invitation &code"),
            self.invitation_code_edit,
            help=self.tr("It stands in the mail and begins with INV. The whole mail may be pasted too."),
        )
        self.choose_mail_button = QPushButton(self.tr("Choose the saved &mail…"))
        self.choose_mail_button.setObjectName("choose_mail_button")
        set_button_icon(self.choose_mail_button, "mail-open")
        self.choose_mail_button.clicked.connect(self.choose)
        drop = text_label(self.tr("Or drop the saved mail (.eml) here."), "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self.form, self.choose_mail_button, drop):
            layout.addWidget(part)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.back_from_invitation_button = QPushButton(self.tr("&Back"))
        self.back_from_invitation_button.setObjectName("back_from_invitation_button")
        self.back_from_invitation_button.clicked.connect(self.back_requested)
        self.show_invitation_button = WaitingButton(self.tr("&Next"), self.tr("One moment…"))
        self.show_invitation_button.setObjectName("show_invitation_button")
        self.show_invitation_button.setProperty("kind", "primary")
        self.show_invitation_button.clicked.connect(self.submit)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.back_from_invitation_button)
        row.addWidget(self.show_invitation_button)
        return row

    def submit(self) -> None:
        """Go on with what was typed."""
        self.form.clear_errors()
        text = self.invitation_code_edit.text()
        if text.strip():
            self.code_given.emit(text)
        else:
            self.show_error(ValueMissing("code"))

    def show_code(self, code: str) -> None:
        """Put the code of a mail into the field."""
        self.invitation_code_edit.setText(code)

    def show_error(self, error: InputRefused) -> bool:
        """Show what is wrong with the code; False for another field."""
        return self.form.show_error(error)

    def choose(self) -> None:
        """Ask for the saved mail."""
        dialog = QFileDialog(self, self.tr("Open the invitation"))
        dialog.setObjectName("choose_mail_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Mails") + " (*.eml)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.mail_chosen.emit(Path(path))
