"""What the two dialogs that give access share: a title, notes, what would change, and one button that does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError
from bcdesktop.ui.center.access_giving import AccessGiving
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.people_records import Assignment
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AccessDialog(QDialog):
    """``name`` begins the object names; the dialog itself is ``<name>_dialog``. What was picked stays on a refusal."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, name: str) -> None:
        super().__init__(navigator.window)
        self.setObjectName(f"{name}_dialog")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._giving = AccessGiving(session, actor, navigator)
        self.title_label = text_label("", "heading", wrap=True)
        self.title_label.setObjectName(f"{name}_title_label")
        self.notes_label = text_label("", "muted", wrap=True)
        self.notes_label.setObjectName(f"{name}_notes_label")
        self.notes_label.hide()
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName(f"{name}_notice_close_button")
        self.bar.notice_action_button.setObjectName(f"{name}_notice_action_button")
        self.content = QVBoxLayout()
        self.effect_label = text_label("", wrap=True)
        self.effect_label.setObjectName(f"{name}_effect_label")
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName(f"{name}_cancel_button")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.give_button = QPushButton()
        self.give_button.setObjectName(f"{name}_give_button")
        self.give_button.setProperty("kind", "primary")
        self.give_button.setDefault(True)
        self.give_button.clicked.connect(self.give)
        self._is_sending = False
        self._lay_out()
        self.set_effect("", "")
        self.give_button.setEnabled(False)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.effect_label, 1)
        bottom.addWidget(self.cancel_button)
        bottom.addWidget(self.give_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title_label)
        head.addWidget(self.notes_label)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addLayout(self.content, 1)
        layout.addLayout(bottom)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 130, line * 32)

    def set_notes(self, notes: Sequence[str]) -> None:
        """Say what else to know, one sentence a line."""
        self.notes_label.setText("\n".join(notes))
        self.notes_label.setVisible(bool(notes))

    def set_effect(self, text: str, why_not: str) -> None:
        """Say what would change; ``why_not`` says why the button is grey and makes it so."""
        self.effect_label.setText(text)
        self.give_button.setEnabled(not why_not and not self._is_sending)
        self.give_button.setToolTip(why_not)
        self.give_button.setStatusTip(why_not)

    def show_effect(self) -> None:
        """Say what the button would change, by ``set_effect``."""
        raise NotImplementedError

    def give(self) -> None:
        """Do what was picked, by ``send``."""
        raise NotImplementedError

    def send(self, wanted: Sequence[Assignment], present: Mapping[tuple[str, str], AssetRole], said: str) -> None:
        """Give it; the dialog closes when it was done, and keeps everything when it was refused."""
        self._is_sending = True
        self.give_button.setEnabled(False)
        self.bar.dismiss()
        self._giving.give(wanted, present, said, self)

    def was_given(self) -> None:
        """Close: the toast says what was done."""
        self.accept()

    def was_refused(self, error: Exception) -> None:
        """Say in the dialog what was refused; nothing picked is lost."""
        self._is_sending = False
        self.show_effect()
        if isinstance(error, AppError):
            self.bar.show_error(error)
        else:
            self._navigator.notices.show_error(error)
