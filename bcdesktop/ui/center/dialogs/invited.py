"""After inviting: each address with its code, which is shown here and stands in the mail, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.ui.center.registry import PAGES
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.tables import Column, RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.people_records import Invited
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_OUTBOX = "outbox"


class InvitedDialog(QDialog):
    """One line each; the mails wait in the Outbox."""

    def __init__(self, session: Session, navigator: Navigator, invited: Sequence[Invited]) -> None:
        super().__init__(navigator.window)
        self._navigator, self.invited = navigator, tuple(invited)
        self.setObjectName("invited_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Invited"))
        count = len(self.invited)
        title = self.tr("The invitation is ready") if count == 1 else self.tr("%1 invitations are ready")
        self.title_label = text_label(title.replace("%1", str(count)), "title")
        sentence = self.tr(
            "The mails wait in the Outbox; send them from there. In this store they are in the Mail app of the Phone "
            "already. Or give each person their code yourself: it stands here and in the mail, and nowhere else."
        )
        self.codes_table = RecordTable(
            "codes_table",
            [
                Column("email", self.tr("E-mail"), _email, width=34),
                Column("code", self.tr("Code"), _code, width=38),
            ],
            accessible_name=self.tr("Invitations and their codes"),
            settings=session.settings,
            record_id=_invitation_id,
        )
        self.codes_table.set_records(self.invited)
        self.codes_table.selectRow(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.title_label)
        layout.addWidget(text_label(sentence, "muted", wrap=True))
        layout.addWidget(self.codes_table, 1)
        layout.addLayout(self._buttons())
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 92, line * 26)
        (self.close_invited_button if self.open_outbox_button.isHidden() else self.open_outbox_button).setFocus()

    def _buttons(self) -> QHBoxLayout:
        self.copy_code_button = QPushButton(self.tr("&Copy code"))
        self.copy_code_button.clicked.connect(self.copy_code)
        set_button_icon(self.copy_code_button, "copy")
        self.copy_all_codes_button = QPushButton(self.tr("Copy &all"))
        self.copy_all_codes_button.clicked.connect(self.copy_all)
        self.open_outbox_button = QPushButton(self.tr("Open &Outbox"))
        self.open_outbox_button.setProperty("kind", "primary")
        self.open_outbox_button.clicked.connect(self._open_outbox)
        self.close_invited_button = QPushButton(self.tr("Close"))
        self.close_invited_button.clicked.connect(self.accept)
        has_outbox = any(page.name == _OUTBOX for page in PAGES)
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, button in (
            ("copy_code_button", self.copy_code_button),
            ("copy_all_codes_button", self.copy_all_codes_button),
            (None, None),
            ("close_invited_button", self.close_invited_button),
            ("open_outbox_button", self.open_outbox_button),
        ):
            if button is None:
                row.addStretch(1)
                continue
            button.setObjectName(name)
            button.setAutoDefault(False)
            row.addWidget(button)
        if not has_outbox:
            self.open_outbox_button.hide()
        return row

    def copy_code(self) -> None:
        """Copy the code of the chosen line."""
        row = self.codes_table.current_record()
        if row is not None:
            QGuiApplication.clipboard().setText(row.code)
            self._navigator.notices.success(self.tr("Code for %1 copied.").replace("%1", row.email))

    def copy_all(self) -> None:
        """Copy every line as text a spreadsheet takes."""
        QGuiApplication.clipboard().setText("\n".join(f"{row.email}\t{row.code}" for row in self.invited))
        self._navigator.notices.success(self.tr("Addresses and codes copied."))

    def _open_outbox(self) -> None:
        self.accept()
        self._navigator.go(_OUTBOX)


def _invitation_id(row: Invited) -> str:
    return row.invitation_id


def _email(row: Invited) -> str:
    return row.email


def _code(row: Invited) -> str:
    return row.code
