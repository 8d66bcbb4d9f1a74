"""Where a computer has no key of the store yet: the recovery text brings it (decisions.md, Who is who)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services import business_centers
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.fields import PasswordField, TextField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class RestoreKeyPane(Card):
    """Asks for the recovery text once. ``skipped``: go on without; codes cannot be made then."""

    restored = Signal(object)
    skipped = Signal(object)

    def __init__(self, session: Session, actor: Actor, password: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title_label.setText(self.tr("Bring the key to this computer"))
        self.title_label.show()
        self._session, self._actor = session, actor
        self.setObjectName("restore_key_pane")
        self.restore_notice = NoticeBar()
        self.recovery_text_edit = TextField()
        self.recovery_text_edit.setObjectName("recovery_text_edit")
        self.recovery_text_edit.setFixedHeight(self.fontMetrics().height() * 5)
        self.restore_password_edit = PasswordField()
        self.restore_password_edit.setObjectName("restore_password_edit")
        self.restore_password_edit.setText(password)
        self.restore_form = Form()
        self.restore_form.add(
            "recovery_text",
            self.tr("&Recovery text"),
            self.recovery_text_edit,
            help=self.tr(
                "12 groups of 5 letters and digits, printed at first start. An admin can show it in Settings."
            ),
        )
        self.restore_form.add("password", self.tr("Your &password"), self.restore_password_edit)
        self.restore_form.set_field_visible("password", not password)
        self.restore_key_button = QPushButton(self.tr("&Bring the key"))
        self.restore_key_button.setObjectName("restore_key_button")
        self.restore_key_button.setProperty("kind", "primary")
        self.restore_key_button.clicked.connect(self.restore)
        self.skip_restore_button = QPushButton(self.tr("&Go on without it"))
        self.skip_restore_button.setObjectName("skip_restore_button")
        self.skip_restore_button.clicked.connect(self._skip)
        text = self.tr(
            "Codes are signed with the key of this store, and this computer does not have it yet."
            " Without it you can look at everything, but not make new codes."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.skip_restore_button)
        buttons.addWidget(self.restore_key_button)
        self.body.setSpacing(12)
        for part in (text_label(text, wrap=True), self.restore_notice, self.restore_form):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.body.addStretch(1)

    def restore(self) -> None:
        """Try the text."""
        self.restore_form.clear_errors()
        self.restore_notice.dismiss()
        self.restore_key_button.setEnabled(False)
        work = partial(
            business_centers.restore_key,
            self._session.context,
            self.recovery_text_edit.toPlainText(),
            self._actor.email,
            self.restore_password_edit.text(),
        )
        self._session.runner.run(self, work, self.restored.emit, self._refused)

    def _refused(self, error: Exception) -> None:
        self.restore_key_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.restore_form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.restore_form.set_field_visible("password", True)
        self.restore_notice.show_error(error)

    def _skip(self) -> None:
        self.skipped.emit(self._actor)
